// SPDX-License-Identifier: EUPL-1.2
//! A number that is withheld leaves no trace: two files that differ only in such numbers give
//! the same bytes in every view and form. The regions and figures are made up.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that fails should stop")]

mod common;

use common::outputs::{everything, small};
use kansrijke_start::data::dataset::Dataset;
use kansrijke_start::data::jsonstat::JsonStat;
use kansrijke_start::json::Value;
use proptest::prelude::*;
use serde_json::json;

/// A made-up town (GM9901) beside another (GM9902) and a made-up country, five years of each:
/// `own` are the last three of the first town, and `status` counts from their beginning.
fn file(kind: &str, own: [Option<(u32, u32)>; 3], status: &[(usize, &str)]) -> Dataset {
    let years = |from: u32, n: u32| (0..5).map(move |i| Some((from + 9 * i, n + 10 * i)));
    let cells: Vec<Option<(u32, u32)>> = [Some((60, 400)), Some((50, 400))]
        .into_iter()
        .chain(own)
        .chain(years(40, 300))
        .chain(years(900, 9000))
        .collect();
    let cells: Vec<Option<u32>> =
        cells.iter().map(|c| c.map(|c| c.0)).chain(cells.iter().map(|c| c.map(|c| c.1))).collect();
    let status: serde_json::Map<String, serde_json::Value> =
        status.iter().map(|(i, s)| ((i + 2).to_string(), json!(s))).collect();
    let text = json!({"nl": "tekst", "en": "text"});
    let sentence =
        json!({"nl": "In {region} was het {period} {value}.", "en": "{region} {period} {value}."});
    let category = |codes: &[&str]| json!({"category": {"index": codes}});
    let file = json!({
        "version": "2.0", "class": "dataset",
        "id": ["indicator", "measure", "region", "period"], "size": [1, 2, 3, 5],
        "dimension": {
            "indicator": category(&["proef"]),
            "measure": category(&["numerator", "denominator"]),
            "region": category(&["GM9901", "GM9902", "NL01"]),
            "period": category(&["2011", "2012", "2013", "2014", "2015"]),
        },
        "value": cells, "status": status,
        "extension": {"format": 1, "threshold": 10, "definitions": [{
            "id": "proef", "phase": "after", "kind": kind, "direction": "lower",
            "counted": "persons", "decimals": 1, "name": text, "definition": text,
            "sentence": sentence, "source": {"publisher": "proef"},
        }]},
    });
    let value: Value = serde_json::from_value(file).unwrap();
    Dataset::try_from(JsonStat::read(&value).unwrap()).unwrap()
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
        let shown = Some((40, 400));
        let with = |hidden| outputs(&file(kind, [shown, Some(hidden), shown], &[]));
        prop_assert_eq!(with(one), with(other));
    }

    #[test]
    fn a_status_beats_any_number(x in 10_u32..500, kind in prop_oneof![Just("share"), Just("rate")]) {
        let shown = Some((40, 400));
        let with = |cell| outputs(&file(kind, [shown, cell, shown], &[(1, "withheld")]));
        prop_assert_eq!(with(Some((x, 1000))), with(None));
    }
}

#[test]
fn withheld_missing_and_zero_are_different_things() {
    let shown = Some((40, 400));
    let with = |status: &str| outputs(&file("share", [shown, None, shown], &[(1, status)]));
    let all: Vec<String> =
        ["withheld", "missing", "border-change", "incomplete", "not-applicable"].map(with).into();
    for (at, one) in all.iter().enumerate() {
        for other in all.iter().skip(at + 1) {
            assert_ne!(one, other);
        }
    }
    // Municipalities are no persons: zero of them is a number like any other.
    let text = all.first().unwrap();
    assert!(text.contains("te weinig kinderen om te tonen") && text.contains("too few children"));
}

#[test]
fn a_number_that_is_shown_does_leave_its_trace() {
    // What the tests above compare would be equal, too, if it said nothing.
    let with = |x| outputs(&file("share", [Some((40, 400)), Some((x, 400)), Some((30, 400))], &[]));
    assert_ne!(with(35), with(36));
    let text = with(20);
    assert!(text.contains("gedaald, en dus gunstiger geworden"), "no trend is spoken of");
    assert!(text.contains(r#""recentTrend":{"from":2011,"to":2015,"verdict":"decreasing"}"#));
}
