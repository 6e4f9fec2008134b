// SPDX-License-Identifier: EUPL-1.2
//! Among the regions of an area a withheld number has no place: not on a scale, not in an order,
//! not in a list. Two files that differ only in such numbers give the same bytes. The towns and
//! their figures are made up.
#![allow(clippy::unwrap_used, reason = "a test that fails should stop")]

mod common;

use common::outputs::{everything, small};
use kansrijke_start::data::dataset::Dataset;
use kansrijke_start::data::geometry::Geometry;
use kansrijke_start::data::jsonstat::JsonStat;
use kansrijke_start::figure::Figure;
use kansrijke_start::json::Value;
use proptest::prelude::*;
use serde_json::json;

/// The first towns have numbers to show; the last ones are withheld, in this order.
const SHOWN: u32 = 50;
const HIDDEN: [&str; 3] = ["GM9803", "GM9801", "GM9802"];

/// One numerator and denominator each, of the towns whose numbers are not to be seen.
type Hidden = [Option<(u32, u32)>; 3];

/// So many towns beside a country; the hidden ones with a status, or with nothing but counts
/// that are too small.
fn file(kind: &str, shown: u32, hidden: Hidden, has_status: bool) -> Dataset {
    let mut regions: Vec<String> = (0..shown).map(|nth| format!("GM{}", 9000 + nth)).collect();
    let mut cells: Vec<Option<(u32, u32)>> =
        (0..shown).map(|nth| Some((10 + nth % 17 * 3, 400 + nth * nth))).collect();
    let first_hidden = cells.len();
    regions.extend(HIDDEN.map(str::to_string));
    cells.extend(hidden);
    regions.push("NL01".into());
    cells.push(Some((9000, 90_000)));
    let mut value: Vec<Option<u32>> = cells.iter().map(|c| c.map(|c| c.0)).collect();
    value.extend(cells.iter().map(|c| c.map(|c| c.1)));
    let hidden = first_hidden..first_hidden + HIDDEN.len();
    let status: serde_json::Map<String, serde_json::Value> =
        hidden.filter(|_| has_status).map(|at| (at.to_string(), json!("withheld"))).collect();
    let text = json!({"nl": "tekst", "en": "text"});
    let sentence =
        json!({"nl": "In {region} was het {period} {value}.", "en": "{region} {period} {value}."});
    let category = |codes: &[String]| json!({"category": {"index": codes}});
    let one = |code: &str| category(&[code.to_string()]);
    let file = json!({
        "version": "2.0", "class": "dataset",
        "id": ["indicator", "measure", "region", "period"], "size": [1, 2, regions.len(), 1],
        "dimension": {
            "indicator": one("proef"),
            "measure": category(&["numerator".into(), "denominator".into()]),
            "region": category(&regions),
            "period": one("2015"),
        },
        "value": value, "status": status,
        "extension": {"format": 1, "threshold": 10, "definitions": [{
            "id": "proef", "phase": "after", "kind": kind, "direction": "lower",
            "counted": "persons", "decimals": 1, "name": text, "definition": text,
            "sentence": sentence, "source": {"publisher": "proef"},
        }]},
    });
    let value: Value = serde_json::from_value(file).unwrap();
    let mut dataset = Dataset::try_from(JsonStat::read(&value).unwrap()).unwrap();
    // On a map they do have a place, where nothing is seen but that they are withheld.
    let tiles = regions.iter().zip(0..).map(|(code, nth)| {
        json!({"type": "Point", "id": code, "coordinates": [nth % 8, nth / 8 * 2 + nth % 2]})
    });
    let tiles = json!({"extension": {"format": 1, "kind": "tiles"},
        "transform": {"scale": [0.866, 0.5], "translate": [0, 0]},
        "objects": {"regions": {"geometries": tiles.collect::<Vec<_>>()}}});
    let tiles: Value = serde_json::from_value(tiles).unwrap();
    dataset.geometry = Some(Geometry::read(&tiles).unwrap());
    dataset
}

/// Everything that can come out, in one text.
fn outputs(dataset: &Dataset) -> String {
    let mut all = String::new();
    for view in ["ranking", "funnel", "map"] {
        for (region, within) in [
            ("GM9010", "NL01"),
            ("GM9010", "similar"),
            ("GM9801", "NL01"),
            ("GM9801", "similar"),
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
        let with = |hidden: [(u32, u32); 3]| outputs(&file(kind, shown, hidden.map(Some), false));
        prop_assert_eq!(with(one), with(other));
    }

    #[test]
    fn what_is_withheld_has_no_place(
        hidden in prop::array::uniform3((10_u32..500, 600_u32..50_000)),
        shown in prop_oneof![Just(12_u32), Just(SHOWN)],
    ) {
        let with = |hidden| outputs(&file("share", shown, hidden, true));
        prop_assert_eq!(with(hidden.map(Some)), with([None; 3]));
    }
}

#[test]
fn those_without_a_place_are_listed_in_the_order_of_the_file() {
    let dataset = file("share", SHOWN, [Some((9, 5000)), Some((0, 600)), Some((9, 20))], false);
    let attribute = |name: &str, value: &str| (name.to_string(), value.to_string());
    let attributes = [
        attribute("indicator", "proef"),
        attribute("region", "GM9010"),
        attribute("view", "ranking"),
    ];
    let request = common::request(&attributes, 640).unwrap();
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
