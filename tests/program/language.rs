// SPDX-License-Identifier: EUPL-1.2
//! The program speaks one language per run: what is wrong, what was done, and its help.

use crate::support::folder::Folder;
use std::fs;
use std::process::{Command, Output};

/// The program with these words, where the system speaks a language.
fn run(words: &[&str], locale: &str) -> Output {
    let mut program = Command::new(env!("CARGO_BIN_EXE_kansrijke-start"));
    program.args(words).env_remove("LC_MESSAGES").env("LC_ALL", locale);
    program.output().unwrap()
}

fn refused(words: &[&str], locale: &str) -> String {
    let output = run(words, locale);
    assert!(!output.status.success(), "{words:?}");
    String::from_utf8(output.stderr).unwrap()
}

fn help(words: &[&str], locale: &str) -> String {
    let output = run(words, locale);
    assert!(output.status.success(), "{words:?}");
    String::from_utf8(output.stdout).unwrap()
}

/// A recipe of a table with a number that is none.
fn recipe(folder: &Folder) -> String {
    fs::write(folder.at("t.csv"), "region;year;births\nGM0344;2015;veel\n").unwrap();
    let recipe = "[[file]]\npath = \"t.csv\"\nregion = \"region\"\nperiod = \"year\"\n\
                  [[file.series]]\nindicator = \"levendgeborenen\"\nnumerator = \"births\"\n";
    let path = folder.at("recipe.toml");
    fs::write(&path, recipe).unwrap();
    path.to_string_lossy().into_owned()
}

#[test]
fn what_is_wrong_with_a_file_is_said_in_the_language_of_the_run() {
    let folder = Folder::new("language");
    let recipe = recipe(&folder);
    let dutch = "t.csv, rij 2, kolom births: gevonden \"veel\"; verwacht een getal\n\
                 Niets geschreven: 1 fout.\n";
    let english = "t.csv, row 2, column births: found \"veel\"; expected a number\n\
                   Nothing written: 1 problem.\n";
    let check = ["prepare", &recipe, "--check"];
    assert_eq!(refused(&check, "C"), dutch);
    assert_eq!(refused(&check, "nl_NL.UTF-8"), dutch);
    assert_eq!(refused(&check, "en_US.UTF-8"), english);
    assert_eq!(refused(&["--lang", "en", "prepare", &recipe, "--check"], "nl_NL"), english);
    assert_eq!(refused(&["prepare", "--lang", "nl", &recipe, "--check"], "en_US"), dutch);
}

#[test]
fn the_help_is_in_the_language_of_the_run() {
    for (locale, commands, options, default) in [
        ("nl_NL", "Opdrachten:", "Opties:", "[zonder deze optie: data]"),
        ("en_GB", "Commands:", "Options:", "[default: data]"),
    ] {
        let text = help(&["--help"], locale);
        assert!(text.contains(commands) && text.contains(options), "{text}");
        let text = help(&["prepare", "--help"], locale);
        assert!(text.contains(options) && text.contains(default), "{text}");
    }
}

#[test]
fn what_was_typed_wrong_is_said_in_the_language_of_the_run() {
    for (words, dutch, english) in [
        (
            &["prepare", "--onzin"] as &[&str],
            "onbekende optie --onzin\n",
            "unknown option --onzin\n",
        ),
        (&["teken"], "onbekende opdracht teken\n", "unknown command teken\n"),
        (&["fetch"], "er ontbreekt: <TABLE>\n", "missing: <TABLE>\n"),
        (
            &["draw", "--width", "3"],
            "bij --width <WIDTH> past \"3\" niet\n",
            "\"3\" does not fit --width <WIDTH>\n",
        ),
        (
            &["prepare", "--guess", "a.csv", "--check"],
            "--guess <FILE> gaat niet samen met --check\n",
            "--guess <FILE> cannot be used with --check\n",
        ),
    ] {
        for (locale, said) in [("C", dutch), ("en", english)] {
            let output = run(words, locale);
            let text = String::from_utf8(output.stderr).unwrap();
            assert_eq!(output.status.code(), Some(2), "{text}");
            assert!(text.starts_with(said), "{text}");
        }
    }
}

#[test]
fn the_program_says_the_version_of_all_that_is_built() {
    let mut program = Command::new(env!("CARGO_BIN_EXE_kansrijke-start"));
    let output = program.arg("--version").output().unwrap();
    let said = String::from_utf8(output.stdout).unwrap();
    assert_eq!(said, format!("kansrijke-start {}\n", env!("CARGO_PKG_VERSION")));
}
