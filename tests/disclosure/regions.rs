// SPDX-License-Identifier: EUPL-1.2
//! Among the regions of a comparison set a withheld number has no place: not on a scale, not in an
//! order, not in a list. The towns and their figures are made up.

use crate::support::fixture::{Cell, Fixture};
use crate::support::outputs::{everything, small};
use crate::support::{request, svg};
use kansrijke_start::data::comparators::Chosen;
use kansrijke_start::data::dataset::Dataset;
use kansrijke_start::figure::Figure;
use kansrijke_start::json::Value;
use proptest::prelude::*;

/// The first towns have numbers to show; the last ones are withheld, in this order.
const SHOWN: u32 = 50;
const HIDDEN: [&str; 3] = ["GM9803", "GM9801", "GM9802"];

/// So many towns, those whose numbers are not to be seen, and a country.
fn file(kind: &'static str, shown: u32, hidden: [Cell; 3]) -> Dataset {
    let codes: Vec<String> = (0..shown).map(|nth| format!("GM{}", 9000 + nth)).collect();
    let codes = codes.iter().map(String::as_str).chain(HIDDEN).chain(["NL01"]);
    let codes: Vec<&str> = codes.collect();
    // On a map they do have a place, where nothing is seen but that they are withheld.
    let fixture = Fixture::new(kind, &codes, 2015..=2015);
    let mut dataset = fixture.dataset(|_, region, _| match region as u32 {
        nth if nth < shown => Cell::counts(10 + nth % 17 * 3, 400 + nth * nth),
        nth => hidden.get((nth - shown) as usize).copied().unwrap_or(Cell::counts(9000, 90_000)),
    });
    dataset.chosen = Chosen::read(&Value::from(BESIDE));
    assert!(dataset.chosen.is_some());
    dataset
}

/// Beside whom one of the hidden towns is set, another of them among these.
const BESIDE: &str = "GM9801 GM9802 GM9000 GM9001\nde stad en die\nZo gekozen.\n";

/// Everything that can come out, in one text.
fn outputs(dataset: &Dataset) -> String {
    let mut all = String::new();
    for view in ["ranking", "funnel", "map"] {
        for (region, within) in [
            ("GM9010", "NL01"),
            ("GM9010", "similar"),
            ("GM9801", "NL01"),
            ("GM9801", "similar"),
            ("GM9801", "neighbours"),
            ("GM9801", "peers"),
            ("NL01", "NL01"),
        ] {
            for (language, width) in [("nl", 320), ("en", 800)] {
                let attributes = [
                    ("indicator", "proef"),
                    ("region", region),
                    ("within", within),
                    ("view", view),
                    ("lang", language),
                ];
                all += &everything(dataset, &attributes, width);
            }
        }
    }
    all
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 12, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_is_too_small_has_no_place(
        one in prop::array::uniform3(small(1..5000)),
        other in prop::array::uniform3(small(1..5000)),
        kind in prop_oneof![Just("share"), Just("rate")],
        shown in prop_oneof![Just(12_u32), Just(SHOWN)],
    ) {
        let with = |hidden: [(u32, u32); 3]| {
            outputs(&file(kind, shown, hidden.map(|(x, n)| Cell::counts(x, n))))
        };
        prop_assert_eq!(with(one), with(other));
    }

    #[test]
    fn what_is_withheld_has_no_place(
        hidden in prop::array::uniform3((10_u32..500, 600_u32..50_000)),
        shown in prop_oneof![Just(12_u32), Just(SHOWN)],
    ) {
        let numbers = hidden.map(|(x, n)| Cell::counts(x, n).with_status("withheld"));
        let with = |hidden| outputs(&file("share", shown, hidden));
        prop_assert_eq!(with(numbers), with([Cell::status("withheld"); 3]));
    }
}

#[test]
fn those_without_a_place_are_listed_in_the_order_of_the_file() {
    let hidden = [Cell::counts(9, 5000), Cell::counts(0, 600), Cell::counts(9, 20)];
    let dataset = file("share", SHOWN, hidden);
    let attributes = [("indicator", "proef"), ("region", "GM9010"), ("view", "ranking")];
    let request = request(&attributes, 640).unwrap();
    let html = Figure::new(&dataset, &request).unwrap().tree("proef").to_html();
    let (picture, table) = html.split_once("<details").unwrap();
    assert!(picture.contains("te weinig kinderen om te tonen (GM9803, GM9801, GM9802)"));
    let at: Vec<usize> = HIDDEN.iter().map(|code| table.find(code).unwrap()).collect();
    let shown = (0..SHOWN).map(|nth| table.find(&format!("GM{}", 9000 + nth)).unwrap()).max();
    assert!(at.is_sorted() && at.first() > shown.as_ref(), "{at:?}");
    for code in HIDDEN {
        assert!(!picture.contains(&format!("data-region=\"{code}\"")), "{code} has a mark");
    }
}

#[test]
fn a_withheld_town_has_no_mark_in_a_ranking() {
    // The example of CONTRIBUTING.md.
    let fixture = Fixture::new("share", &["GM9901", "GM9902", "NL01"], 2015..=2015);
    let dataset = fixture.dataset(|_, region, _| match region {
        0 => Cell::status("withheld"),
        1 => Cell::counts(40, 400),
        _ => Cell::counts(900, 9000),
    });
    let asked = [("indicator", "proef"), ("region", "GM9902"), ("view", "ranking")];
    let request = request(&asked, 640).unwrap();
    let picture = Figure::new(&dataset, &request).unwrap().picture("proef").unwrap();
    let marks = svg::marks(&picture);
    assert!(!marks.is_empty(), "nothing is drawn, so nothing is shown");
    assert!(marks.iter().all(|mark| mark.attribute("data-region") != Some("GM9901")));
}
