// SPDX-License-Identifier: EUPL-1.2
//! How texts are made of texts.

/// A template with its `{names}` filled in; a name that is not given stays as it is.
///
/// ```
/// use kansrijke_start::text::template::fill;
/// assert_eq!(fill("In {place} {what}.", &[("place", "Ede"), ("what", "{x}")]), "In Ede {x}.");
/// ```
pub fn fill(template: &str, names: &[(&str, &str)]) -> String {
    let mut out = String::new();
    let mut rest = template;
    while let Some((before, after)) = rest.split_once('{') {
        out.push_str(before);
        let (name, tail) = after.split_once('}').unwrap_or((after, ""));
        match names.iter().find(|(n, _)| *n == name) {
            Some((_, text)) => out.push_str(text),
            None => {
                out.push('{');
                out.push_str(name);
                out.push('}');
            }
        }
        rest = tail;
    }
    out.push_str(rest);
    out
}

/// Texts one after another, `between` two of them.
///
/// By hand: in a browser the library's own comes once for texts that are owned and once for those
/// that are borrowed.
pub fn joined(texts: &[String], between: &str) -> String {
    let mut out = String::new();
    for (nth, text) in texts.iter().enumerate() {
        if nth > 0 {
            out.push_str(between);
        }
        out.push_str(text);
    }
    out
}

/// Names with commas, and a word before the last.
pub fn listed(mut names: Vec<String>, word: &str) -> String {
    match (names.pop(), names.is_empty()) {
        (Some(only), true) => only,
        (Some(last), false) => [&joined(&names, ", "), " ", word, " ", &last].concat(),
        (None, _) => String::new(),
    }
}
