// SPDX-License-Identifier: EUPL-1.2
//! The views of one region, alone or beside others. The regions and figures are made up.

use crate::support::fixture::{Cell, Fixture};
use crate::support::outputs::{everything, small};
use kansrijke_start::data::dataset::Dataset;
use proptest::prelude::*;

/// A made-up town (GM9901) beside another (GM9902) and a made-up country, five years of each:
/// `own` are the last three of the first town.
fn file(kind: &'static str, own: [Cell; 3]) -> Dataset {
    let fixture = Fixture::new(kind, &["GM9901", "GM9902", "NL01"], 2011..=2015);
    let [third, fourth, fifth] = own;
    let own = [Cell::counts(60, 400), Cell::counts(50, 400), third, fourth, fifth];
    fixture.dataset(|_, region, year| {
        let nth = year as u32;
        match region {
            0 => own[year],
            1 => Cell::counts(40 + 9 * nth, 300 + 10 * nth),
            _ => Cell::counts(900 + 9 * nth, 9000 + 10 * nth),
        }
    })
}

/// The town with this cell between two that are shown.
fn with(kind: &'static str, cell: Cell) -> String {
    let shown = Cell::counts(40, 400);
    outputs(&file(kind, [shown, cell, shown]))
}

/// Everything that can come out, in one text.
fn outputs(dataset: &Dataset) -> String {
    let mut all = String::new();
    // The town alone, among others, and as one of the others.
    for (view, region, compare) in [
        ("number", "GM9901", "NL01"),
        ("trend", "GM9901", "NL01"),
        ("trend", "GM9901", "NL01,GM9902"),
        ("trend", "GM9902", "NL01,GM9901"),
        ("compare", "GM9902", "NL01,GM9901"),
        ("table", "GM9901", "NL01,GM9902"),
        ("value", "GM9901", "NL01"),
        ("sentence", "GM9901", "NL01"),
        ("icons", "GM9901", "NL01"),
        ("icons", "GM9902", "GM9901"),
    ] {
        for language in ["nl", "en"] {
            for period in ["2013", "2014", "2015"] {
                let attributes = [
                    ("indicator", "proef"),
                    ("region", region),
                    ("compare", compare),
                    ("view", view),
                    ("lang", language),
                    ("period", period),
                ];
                all += &everything(dataset, &attributes, 500);
            }
        }
    }
    all
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(40))]

    #[test]
    fn the_second_lock_lets_nothing_through(
        one in small(0..5000), other in small(0..5000), kind in prop_oneof![Just("share"), Just("rate")],
    ) {
        prop_assume!(one.1 > 0 && other.1 > 0);
        let with = |(x, n)| with(kind, Cell::counts(x, n));
        prop_assert_eq!(with(one), with(other));
    }

    #[test]
    fn a_status_beats_any_number(x in 10_u32..500, kind in prop_oneof![Just("share"), Just("rate")]) {
        let number = Cell::counts(x, 1000).with_status("withheld");
        prop_assert_eq!(with(kind, number), with(kind, Cell::status("withheld")));
    }
}

#[test]
fn withheld_missing_and_zero_are_different_things() {
    let statuses = ["withheld", "missing", "border-change", "incomplete", "not-applicable"];
    let all = statuses.map(|status| with("share", Cell::status(status)));
    for (at, one) in all.iter().enumerate() {
        for other in all.iter().skip(at + 1) {
            assert_ne!(one, other);
        }
    }
    assert!(all[0].contains("te weinig kinderen om te tonen"));
    assert!(all[0].contains("too few children"));
}

#[test]
fn a_number_that_is_shown_does_leave_its_trace() {
    // What the tests above compare would be equal, too, if it said nothing.
    let with = |x| {
        let cells = [Cell::counts(40, 400), Cell::counts(x, 400), Cell::counts(30, 400)];
        outputs(&file("share", cells))
    };
    assert_ne!(with(35), with(36));
    let text = with(20);
    assert!(text.contains("gedaald, en dus gunstiger geworden"), "no trend is spoken of");
    assert!(text.contains(r#""recentTrend":{"from":2011,"to":2015,"verdict":"decreasing"}"#));
}
