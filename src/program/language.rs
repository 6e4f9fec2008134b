// SPDX-License-Identifier: EUPL-1.2
//! The one language of a run: the one that is asked for, or else that of the system.

use crate::request::Language;
use std::ffi::OsString;

/// What decides, the first that says something.
const VARIABLES: [&str; 3] = ["LC_ALL", "LC_MESSAGES", "LANG"];

/// The value of `--lang`, where it is a language of the program.
///
/// # Errors
/// The languages that there are.
pub(super) fn tag(text: &str) -> Result<String, &'static str> {
    Language::parse(text).map(|_| text.to_string()).ok_or(Language::LISTED)
}

/// The language of a run with these arguments. It is needed before they are read: to say what is
/// wrong with them, too.
pub(super) fn of(arguments: &[OsString], variable: impl Fn(&str) -> Option<String>) -> Language {
    let texts: Vec<&str> = arguments.iter().filter_map(|argument| argument.to_str()).collect();
    let apart = texts.windows(2).filter_map(|pair| match pair {
        ["--lang", tag] => Some(*tag),
        _ => None,
    });
    let joined = texts.iter().filter_map(|text| text.strip_prefix("--lang="));
    let given = apart.chain(joined).find_map(Language::parse);
    given.unwrap_or_else(|| of_system(variable))
}

/// Dutch where the system says nothing (`C`, `POSIX`) or Dutch; English where it speaks any other
/// language, as who reads that is more likely to read English.
fn of_system(variable: impl Fn(&str) -> Option<String>) -> Language {
    let set = VARIABLES.iter().find_map(|name| variable(name).filter(|value| !value.is_empty()));
    let locale = set.unwrap_or_default();
    match locale.split(['_', '.', '@', '-']).next().unwrap_or_default() {
        "" | "C" | "POSIX" => Language::Dutch,
        main => Language::parse(main).unwrap_or(Language::English),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn spoken(arguments: &[&str], variables: &[(&str, &str)]) -> Language {
        let arguments: Vec<OsString> = arguments.iter().map(Into::into).collect();
        of(&arguments, |name| {
            let found = variables.iter().find(|(known, _)| *known == name);
            found.map(|(_, value)| (*value).to_string())
        })
    }

    #[test]
    fn what_is_asked_for_goes_before_the_system() {
        let english = [("LANG", "en_GB.UTF-8")];
        assert_eq!(spoken(&["x", "prepare", "--lang", "nl"], &english), Language::Dutch);
        assert_eq!(spoken(&["x", "--lang=en", "draw"], &[]), Language::English);
    }

    #[test]
    fn the_system_speaks_dutch_or_english() {
        for (value, language) in [
            ("", Language::Dutch),
            ("C", Language::Dutch),
            ("C.UTF-8", Language::Dutch),
            ("POSIX", Language::Dutch),
            ("nl_NL.UTF-8", Language::Dutch),
            ("nl_BE@euro", Language::Dutch),
            ("en_US.UTF-8", Language::English),
            ("de_DE", Language::English),
        ] {
            assert_eq!(spoken(&["x"], &[("LANG", value)]), language, "{value}");
        }
        assert_eq!(spoken(&["x"], &[]), Language::Dutch);
    }

    #[test]
    fn the_first_variable_with_a_value_decides() {
        let both = [("LC_ALL", ""), ("LC_MESSAGES", "nl_NL"), ("LANG", "en_US")];
        assert_eq!(spoken(&["x"], &both), Language::Dutch);
    }
}
