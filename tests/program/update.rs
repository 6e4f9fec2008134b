// SPDX-License-Identifier: EUPL-1.2
//! `update` and `fetch --list` as a schedule calls them: exit codes, and the line for a log.

use crate::service::Service;
use crate::statline::births;
use crate::support::folder::Folder;

use std::fs;
use std::net::TcpListener;
use std::process::{Command, Output};

fn run(folder: &Folder, words: &[&str], locale: &str) -> Output {
    let mut program = Command::new(env!("CARGO_BIN_EXE_kansrijke-start"));
    program.args(words).current_dir(&folder.0);
    program.env_remove("LC_MESSAGES").env("LC_ALL", locale).output().unwrap()
}

fn said(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).unwrap()
}

fn recipe(folder: &Folder, address: &str) {
    let recipe = format!(
        "[[table]]\nid = \"37201\"\ncatalogue = \"{address}\"\nlevels = [\"GM\"]\n[[table.series]]\n\
         indicator = \"levendgeborenen\"\nnumerator = [\"LevendGeborenJongens_3\", \"LevendGeborenMeisjes_4\"]\n"
    );
    fs::write(folder.at("recipe.toml"), recipe).unwrap();
}

#[test]
fn the_exit_code_says_what_happened() {
    let service = Service::start(3);
    service.put(births(2015..=2015));
    let folder = Folder::new("update");
    recipe(&folder, &service.address);

    let new = run(&folder, &["update", "--quiet"], "nl_NL");
    assert_eq!(new.status.code(), Some(0), "{}", said(&new.stderr));
    let line = said(&new.stdout);
    assert!(line.starts_with("bijgewerkt: tabellen: 1, waarvan 1 opgehaald; cijfers: "), "{line}");
    assert_eq!(line.lines().count(), 1, "{line}");
    assert!(folder.at("data/index.json").is_file() && folder.at("tables/37201").is_dir());

    let same = run(&folder, &["update"], "en_GB");
    assert_eq!(same.status.code(), Some(3), "{}", said(&same.stderr));
    let text = said(&same.stdout);
    assert_eq!(text.lines().last(), Some("nothing new: tables: 1, of which 0 fetched"), "{text}");
    assert!(text.lines().count() > 3, "{text}");

    // What was fetched counts for `prepare` where it is named, and not elsewhere.
    let with = run(&folder, &["prepare", "--check", "--tables", "tables"], "nl_NL");
    assert!(said(&with.stdout).contains("geen veranderingen"), "{}", said(&with.stdout));

    let before = fs::read(folder.at("data/index.json")).unwrap();
    service.change("37201", |table| {
        table.modified = "2027-01-01T02:00:00".into();
        table.columns.remove(1);
    });
    let refused = run(&folder, &["update", "--quiet"], "nl_NL");
    assert_eq!(refused.status.code(), Some(1));
    let text = said(&refused.stderr);
    assert!(text.contains("verwacht ook een kolom LevendGeborenJongens_3"), "{text}");
    assert_eq!(text.lines().last(), Some("Niets geschreven: 1 fout."), "{text}");
    assert_eq!(fs::read(folder.at("data/index.json")).unwrap(), before);

    for words in [&["update", "--onzin"] as &[&str], &["update", "--out"], &["update", "a", "b"]] {
        assert_eq!(run(&folder, words, "nl_NL").status.code(), Some(2), "{words:?}");
    }
    for (locale, codes) in [("nl_NL", "3 niets nieuws"), ("en_GB", "3 nothing new")] {
        let help = run(&folder, &["update", "--help"], locale);
        assert!(help.status.success() && said(&help.stdout).contains(codes));
    }
}

#[test]
fn without_a_connection_that_is_said_soon_and_nothing_is_left() {
    let gone = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap();
    let address = format!("http://{gone}");
    let folder = Folder::new("offline");
    for (locale, says) in [("nl_NL", "geen verbinding met"), ("en_GB", "no connection with")] {
        let fetch = ["fetch", "37201", "--catalog", &address];
        let output = run(&folder, &fetch, locale);
        assert_eq!(output.status.code(), Some(1));
        assert!(said(&output.stderr).contains(says), "{}", said(&output.stderr));
        assert_eq!(fs::read_dir(&folder.0).unwrap().count(), 0);
    }
}

#[test]
fn the_tables_are_listed_without_a_connection() {
    let folder = Folder::new("list");
    let output = run(&folder, &["fetch", "--list"], "nl_NL");
    assert_eq!(output.status.code(), Some(0));
    let text = said(&output.stdout);
    for begin in ["37201     CBS   Geboorte;", "50141NED  RIVM  ", "85722NED  CBS   "] {
        assert_eq!(text.lines().filter(|line| line.starts_with(begin)).count(), 1, "{text}");
    }
    assert!(text.contains("tienermoeders"), "{text}");
    let both = run(&folder, &["fetch", "37201", "--list"], "nl_NL");
    assert_eq!(both.status.code(), Some(2), "{}", said(&both.stderr));
    assert_eq!(fs::read_dir(&folder.0).unwrap().count(), 0);
}
