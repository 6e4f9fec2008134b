// SPDX-License-Identifier: EUPL-1.2
//! The help of every command, in the language of the run: one table for both. Knows the command
//! line and does nothing of what it says.

mod entries;
mod examples;

use super::Program;
use crate::request::{Language, View};
use clap::{Arg, Command, CommandFactory};
use entries::{ENTRIES, Entry};

/// Words that the help of every command has.
struct Headings {
    usage: &'static str,
    commands: &'static str,
    command: &'static str,
    arguments: &'static str,
    options: &'static str,
    default: &'static str,
    examples: &'static str,
}

const DUTCH: Headings = Headings {
    usage: "Zo",
    commands: "Opdrachten",
    command: "OPDRACHT",
    arguments: "Argumenten",
    options: "Opties",
    default: "zonder deze optie",
    examples: "Voorbeelden",
};

const ENGLISH: Headings = Headings {
    usage: "Usage",
    commands: "Commands",
    command: "COMMAND",
    arguments: "Arguments",
    options: "Options",
    default: "default",
    examples: "Examples",
};

/// The help of an argument, or of a command where that is empty.
fn text(command: &str, argument: &str, language: Language) -> Option<&'static str> {
    let is = |entry: &&Entry, name: &str| entry.command == name && entry.argument == argument;
    let own = ENTRIES.iter().find(|entry| is(entry, command));
    own.or_else(|| ENTRIES.iter().find(|entry| is(entry, "*"))).map(|entry| entry.text(language))
}

/// The program's command line, with its help in a language.
pub fn command(language: Language) -> Command {
    let mut command = Program::command();
    // What the library adds by itself is there only then.
    command.build();
    said(command, language)
}

fn said(command: Command, language: Language) -> Command {
    let headings = language.either(DUTCH, ENGLISH);
    let name = command.get_name().to_string();
    let about = text(&name, "", language).unwrap_or_default();
    let examples = examples::of(&name);
    let shown = [headings.examples, ":\n  ", &examples.join("\n  ")].concat();
    let command = if examples.is_empty() { command } else { command.after_help(shown) };
    command
        .about(about)
        .subcommand_help_heading(headings.commands)
        .subcommand_value_name(headings.command)
        .help_template(["{about}\n\n", headings.usage, ": {usage}\n\n{all-args}"].concat())
        .mut_args(|argument| explained(argument, &name, &headings, language))
        .mut_subcommands(|inner| said(inner, language))
}

fn explained(argument: Arg, command: &str, headings: &Headings, language: Language) -> Arg {
    let id = argument.get_id().to_string();
    let known = text(command, &id, language).or_else(|| text(NAME, &id, language));
    let (views, last) = View::LISTED.rsplit_once(", ").unwrap_or_default();
    let mut help = known.unwrap_or_default().replace("{views}", views).replace("{view}", last);
    let defaults = argument.get_default_values().iter();
    let defaults: Vec<String> = defaults.map(|text| text.to_string_lossy().into_owned()).collect();
    if !defaults.is_empty() && argument.get_action().takes_values() {
        help = format!("{help} [{}: {}]", headings.default, defaults.join(","));
    }
    let heading = if argument.is_positional() { headings.arguments } else { headings.options };
    argument.help(help).help_heading(heading).hide_default_value(true).hide_possible_values(true)
}

/// The program itself, whose options every command has.
const NAME: &str = "kansrijke-start";

#[cfg(test)]
mod tests {
    use super::*;

    /// Every command, with its inner ones.
    fn all(command: Command) -> Vec<Command> {
        let inner: Vec<Command> = command.get_subcommands().cloned().collect();
        let inner = inner.into_iter().filter(|inner| inner.get_name() != "help");
        let mut commands: Vec<Command> = inner.flat_map(all).collect();
        commands.push(command);
        commands
    }

    #[test]
    fn every_view_is_named() {
        for (language, or) in [(Language::Dutch, "of"), (Language::English, "or")] {
            let draw = command(language).find_subcommand("draw").cloned().expect("draw");
            let view = draw.get_arguments().find(|argument| argument.get_id() == "view");
            let help = view.and_then(Arg::get_help).expect("help").to_string();
            for view in View::ALL {
                assert!(help.contains(view.word()), "{help}");
            }
            assert!(help.ends_with(&format!("sentence {or} icons.")), "{help}");
        }
    }

    #[test]
    fn every_command_and_argument_has_help_in_both_languages() {
        let mut seen = 0;
        for language in [Language::Dutch, Language::English] {
            for command in all(super::command(language)) {
                let name = command.get_name();
                assert!(command.get_about().is_some_and(|a| !a.to_string().is_empty()), "{name}");
                for argument in command.get_arguments() {
                    let help = argument.get_help().map(ToString::to_string).unwrap_or_default();
                    assert!(help.len() > 5, "{name} {}: {help:?}", argument.get_id());
                    seen += 1;
                }
            }
        }
        assert!(seen > 60, "only {seen} arguments");
    }

    #[test]
    fn every_command_shows_what_it_takes() {
        let program = super::command(Language::Dutch);
        for inner in program.get_subcommands().filter(|inner| inner.get_name() != "help") {
            let lines = examples::of(inner.get_name());
            assert!(!lines.is_empty(), "{}", inner.get_name());
            for line in lines {
                let typed = line.split(" > ").next().unwrap_or_default().split(' ');
                let parsed = super::command(Language::Dutch).try_get_matches_from(typed);
                let parsed = parsed.unwrap_or_else(|error| panic!("{line}: {error}"));
                assert_eq!(parsed.subcommand_name(), Some(inner.get_name()), "{line}");
            }
        }
    }

    #[test]
    fn no_entry_is_of_something_that_is_not_there() {
        let commands = all(super::command(Language::Dutch));
        for entry in ENTRIES.iter().filter(|entry| !["*", "help"].contains(&entry.command)) {
            let command = commands.iter().find(|command| command.get_name() == entry.command);
            let found = command.is_some_and(|command| {
                let mut arguments = command.get_arguments();
                entry.argument.is_empty() || arguments.any(|a| a.get_id() == entry.argument)
            });
            assert!(found, "{} {}", entry.command, entry.argument);
        }
    }

    #[test]
    fn the_two_languages_differ() {
        for entry in &ENTRIES {
            assert_ne!(entry.dutch, entry.english);
        }
        let help = |language| super::command(language).render_long_help().to_string();
        assert!(help(Language::Dutch).contains("Opdrachten:\n"), "{}", help(Language::Dutch));
        assert!(help(Language::English).contains("Commands:\n"));
    }
}
