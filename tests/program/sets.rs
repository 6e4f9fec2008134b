// SPDX-License-Identifier: EUPL-1.2
//! The lists of sets, and the page on the programme that shows them.

use crate::support::{attributes, figures, project, request};
use kansrijke_start::error::Error;
use kansrijke_start::figure::Figure;
use kansrijke_start::prepare::recipe::catalogue;
use std::collections::BTreeSet;
use std::fs;
use std::process::Command;

fn page() -> String {
    fs::read_to_string(project().join("www/programma.html")).unwrap()
}

/// What `sets` writes.
fn list(set: &str, more: &[&str]) -> String {
    let mut program = Command::new(env!("CARGO_BIN_EXE_kansrijke-start"));
    program.args(["sets", "--lang", "nl", "--set", set, "--src"]).arg(figures()).args(more);
    let output = program.output().unwrap();
    assert!(output.status.success(), "{set}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

/// The parts of a list below their headings: shown here, published elsewhere.
fn part<'l>(list: &'l str, heading: &str) -> &'l str {
    let (_, after) = list.split_once(&format!(">{heading}</h3>")).unwrap_or_default();
    after.split("<h3>").next().unwrap_or_default()
}

#[test]
fn the_page_shows_the_lists_as_they_are_now() {
    let page = page();
    let mut sets = BTreeSet::new();
    for part in page.split("<!-- set: ").skip(1) {
        let (set, rest) = part.split_once(" -->\n").unwrap();
        let (written, _) = rest.split_once("<!-- /set -->").unwrap();
        assert_eq!(written, list(set, &[]), "{set}: cargo xtask build writes it again");
        sets.insert(set);
    }
    assert_eq!(sets, BTreeSet::from(["national-2019", "national-2024", "national-2025", "local"]));
}

#[test]
fn every_indicator_of_a_set_says_where_its_figures_are() {
    let entries = catalogue::parse("catalogue.toml", catalogue::SHIPPED, &[]).unwrap();
    for set in ["national-2019", "national-2024", "national-2025", "local", "programme"] {
        let list = list(set, &[]);
        let (here, elsewhere) =
            (part(&list, "Hier te zien"), part(&list, "Bij een ander te vinden"));
        let members: Vec<_> =
            entries.iter().filter(|e| e.sets.iter().any(|one| one == set)).collect();
        assert_eq!(list.matches("<li>").count(), members.len(), "{set}");
        for entry in members {
            let definition = &entry.definition;
            let name = format!("<strong>{}</strong>", definition.name.nl);
            let is_elsewhere = elsewhere.contains(&name);
            assert!(is_elsewhere != here.contains(&name), "{set}: {}", definition.id);
            // Nothing is left at "no figures yet".
            assert_eq!(is_elsewhere, definition.availability.is_some(), "{}", definition.id);
        }
        assert!(!elsewhere.contains("<small><span>"), "{set}: each is linked");
    }
}

#[test]
fn the_indicators_of_the_monitor_of_2025_are_found_by_their_number() {
    let entries = catalogue::parse("catalogue.toml", catalogue::SHIPPED, &[]).unwrap();
    let of = |number: u8| -> Vec<&str> {
        let found = entries.iter().filter(|e| e.rivm == Some(number));
        found.map(|e| e.definition.id.as_str()).collect()
    };
    assert_eq!(
        [of(9).len(), of(10).len(), of(11).len(), of(14).len(), of(15).len()],
        [1, 1, 1, 1, 3]
    );
    let is_2025 = |e: &&catalogue::Entry| e.sets.iter().any(|set| set == "national-2025");
    assert!(entries.iter().filter(is_2025).all(|e| e.rivm.is_some()));
    assert_eq!(entries.iter().filter(is_2025).count(), 7);
}

#[test]
fn a_list_of_another_region_has_its_figures() {
    let list = list("programme", &["--region", "GGD Zuid-Limburg", "--heading-level", "4"]);
    assert!(list.contains("<h4>Hier te zien</h4>"), "{list}");
    assert!(list.contains("projectleiders per subregio in voorbereiding"), "{list}");
}

/// What is said without script is what the chart says.
#[test]
fn the_elements_of_the_page_hold_what_they_say() {
    let page = page();
    let mut compared = 0;
    for tag in page.split("<kansrijke-start ").skip(1) {
        let given = attributes(tag);
        let (_, inside) = tag.split_once("><p>").expect("fallback content");
        let (fallback, _) = inside.split_once("</p></kansrijke-start>").unwrap();
        let request = request(&given, 640).unwrap();
        let dataset = crate::support::dataset(&request.indicator).unwrap();
        match Figure::new(dataset, &request) {
            Ok(figure) => {
                let said = figure.sentences();
                assert!(said.iter().any(|s| s == fallback), "{fallback}: {said:?}");
                compared += 1;
            }
            // A period that a later edition of the figures has.
            Err(Error::UnknownPeriod { .. }) => {}
            Err(error) => panic!("{fallback}: {error}"),
        }
    }
    assert!(compared >= 12, "{compared}");
}
