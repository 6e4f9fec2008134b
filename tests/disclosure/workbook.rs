// SPDX-License-Identifier: EUPL-1.2
//! A workbook is a folder of files with a cell, a style and a list of texts for everything: none of
//! them may know what is withheld.

use crate::support::fixture::{Cell, Fixture};
use crate::support::outputs::small;
use crate::support::request;
use kansrijke_start::data::dataset::Dataset;
use kansrijke_start::figure::Figure;
use proptest::prelude::*;
use std::io::{Cursor, Read};

/// A made-up town beside another and a made-up country, three years of each; `cell` is that of the town
/// in the second.
fn file(kind: &'static str, cell: Cell) -> Dataset {
    let fixture = Fixture::new(kind, &["GM9901", "GM9902", "NL01"], 2013..=2015);
    fixture.dataset(|_, region, year| match (region, year) {
        (0, 1) => cell,
        (0, _) => Cell::counts(40, 400),
        (1, _) => Cell::counts(61, 310),
        _ => Cell::counts(900, 9000),
    })
}

/// The workbooks of the town in three views, in both languages.
fn workbooks(dataset: &Dataset) -> Vec<Vec<u8>> {
    let mut all = Vec::new();
    for (view, lang) in [("trend", "nl"), ("table", "en"), ("ranking", "nl")] {
        let attributes = [
            ("indicator", "proef"),
            ("region", "GM9901"),
            ("view", view),
            ("lang", lang),
            ("period", if view == "ranking" { "2014" } else { "" }),
            ("annotations", "2014||=1+1"),
            ("edition", "2026-11-28"),
        ];
        let request = request(&attributes, 640).unwrap();
        let figure = Figure::new(dataset, &request).unwrap();
        all.push(figure.xlsx(Some("https://www.example.nl/")).unwrap());
    }
    all
}

/// All that is in the files of a workbook, and what these are called.
fn contents(workbook: &[u8]) -> String {
    let mut archive = zip::ZipArchive::new(Cursor::new(workbook)).unwrap();
    let mut all = String::new();
    for nth in 0..archive.len() {
        let mut part = archive.by_index(nth).unwrap();
        all += &part.name().unwrap();
        part.read_to_string(&mut all).unwrap();
    }
    all
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn what_is_withheld_leaves_the_bytes_as_they_are(
        one in small(0..5000), other in small(0..5000), kind in prop_oneof![Just("share"), Just("rate")],
    ) {
        prop_assume!(one.1 > 0 && other.1 > 0);
        let with = |(x, n)| workbooks(&file(kind, Cell::counts(x, n)));
        prop_assert_eq!(with(one), with(other));
    }
}

#[test]
fn what_is_withheld_stands_in_none_of_its_files() {
    let few = 7;
    let workbooks = workbooks(&file("share", Cell::counts(few, 7_481)));
    let all: String = workbooks.iter().map(|workbook| contents(workbook)).collect();
    assert!(all.contains("te weinig kinderen om te tonen") && all.contains("too few children"));
    assert!(all.contains("docProps/core.xml") && all.contains("xl/sharedStrings.xml"));
    // The count of all, and the share that both tell.
    for trace in ["7481", "7.481", "0.09357", "0,1%"] {
        assert!(!all.contains(trace), "{trace}");
    }
}

#[test]
fn what_is_shown_does_change_the_bytes() {
    // What the property compares would be equal, too, if the cell stood nowhere.
    let with = |x| workbooks(&file("share", Cell::counts(x, 400)));
    for (one, other) in with(35).iter().zip(with(36)) {
        assert_ne!(*one, other);
    }
    assert!(
        workbooks(&file("share", Cell::counts(35, 7_481)))
            .iter()
            .all(|book| contents(book).contains("7481"))
    );
}
