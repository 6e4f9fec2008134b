// SPDX-License-Identifier: EUPL-1.2
//! The municipalities that one is set beside: from borders and characteristics, and never from an
//! outcome.

use crate::shipped::made_folder;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;

/// The files by the codes of their municipalities.
fn all() -> BTreeMap<String, Value> {
    let files = fs::read_dir(made_folder().join("comparators")).unwrap();
    let read = |file: fs::DirEntry| {
        let code = file.path().file_stem().unwrap().to_str().unwrap().to_string();
        let value: Value = serde_json::from_slice(&fs::read(file.path()).unwrap()).unwrap();
        assert_eq!(value["region"], *code);
        (code, value)
    };
    files.map(|file| read(file.unwrap())).collect()
}

/// The choice of this name; for an indicator its own, where it has one.
fn choice<'f>(file: &'f Value, within: &str, indicator: &str) -> &'f Value {
    let apart = file["apart"][indicator].as_str().filter(|_| within == "peers");
    &file["choices"][apart.unwrap_or(within)]
}

fn regions<'f>(file: &'f Value, within: &str, indicator: &str) -> Vec<&'f str> {
    let codes = choice(file, within, indicator)["regions"].as_array().unwrap();
    codes.iter().map(|code| code.as_str().unwrap()).collect()
}

fn said(file: &Value, within: &str, indicator: &str) -> String {
    let said = choice(file, within, indicator)["said"].as_array().unwrap();
    said.iter().map(|said| said["nl"].as_str().unwrap()).collect::<Vec<_>>().join(" ")
}

#[test]
fn every_file_is_what_its_schema_says() {
    let text = fs::read_to_string(made_folder().join("comparators.schema.json")).unwrap();
    let schema = jsonschema::validator_for(&serde_json::from_str(&text).unwrap()).unwrap();
    for file in fs::read_dir(made_folder().join("comparators")).unwrap() {
        let bytes = fs::read(file.unwrap().path()).unwrap();
        let value: serde_json::Value = serde_json::from_slice(&bytes).unwrap();
        assert!(schema.is_valid(&value), "{:?}", schema.validate(&value));
    }
}

#[test]
fn neighbours_share_a_line() {
    let all = all();
    assert_eq!(all.len(), 342);
    let of = |code: &str| regions(&all[code], "neighbours", "");
    // Noordoostpolder alone borders on Urk, the sea on all sides on Texel.
    assert_eq!(of("GM0184"), ["GM0171"]);
    assert_eq!(
        choice(&all["GM0184"], "neighbours", "")["name"]["nl"],
        "Urk en de enige buurgemeente"
    );
    assert!(of("GM0448").is_empty());
    assert_eq!(said(&all["GM0448"], "neighbours", ""), "Texel grenst aan geen andere gemeente.");
    // De Bilt, Bunnik, Houten, IJsselstein, Nieuwegein, Stichtse Vecht, Zeist.
    let utrecht: BTreeSet<&str> = of("GM0344").into_iter().collect();
    let known = ["GM0310", "GM0312", "GM0321", "GM0353", "GM0356", "GM1904", "GM0355"];
    assert!(known.iter().all(|code| utrecht.contains(code)), "{utrecht:?}");
    assert!(utrecht.len() < 12 && !utrecht.contains("GM0344"), "{utrecht:?}");
    for code in all.keys() {
        for other in of(code) {
            assert!(of(other).contains(&code.as_str()), "{code} and {other}");
        }
    }
}

#[test]
fn peers_are_twenty_others_with_their_reasons() {
    for (code, file) in all() {
        let peers = regions(&file, "peers", "tienermoeders");
        let once: BTreeSet<&str> = peers.iter().copied().collect();
        assert_eq!((once.len(), once.contains(&*code)), (20, false), "{code}");
        let said = choice(&file, "peers", "tienermoeders")["said"].as_array().unwrap();
        assert!(said.len() > 20, "{code}: a reason for each");
    }
}

#[test]
fn a_large_city_is_like_large_cities() {
    let all = all();
    let peers = regions(&all["GM0344"], "peers", "tienermoeders");
    // Haarlem, Amersfoort, Eindhoven, Tilburg.
    for code in ["GM0392", "GM0307", "GM0772", "GM0855"] {
        assert!(peers.contains(&code), "{peers:?}");
    }
    let text = said(&all["GM0344"], "peers", "tienermoeders");
    for part in ["20 gemeenten", "laag inkomen", "over 2017, 2024 en 2025", "Eindhoven"] {
        assert!(text.contains(part), "{part} is not in {text}");
    }
}

#[test]
fn no_characteristic_is_what_an_indicator_counts() {
    let all = all();
    let of = |indicator: &str| said(&all["GM0344"], "peers", indicator);
    for (indicator, characteristic) in [
        ("kinderen-laag-inkomen", "het aandeel kinderen in een gezin met een laag inkomen"),
        ("bevolking-armoederisico", "het aandeel kinderen in een gezin met een laag inkomen"),
        ("eenouderhuishoudens", "eenoudergezinnen per kind onder 18 jaar"),
        ("kinderen-onder-5", "het aandeel kinderen onder 5 jaar"),
        ("geboortecijfer", "het aandeel kinderen onder 5 jaar"),
    ] {
        let left_out = format!("Niet meegeteld: {characteristic}.");
        assert!(of(indicator).contains(&left_out), "{indicator}: {}", of(indicator));
        assert!(!of("tienermoeders").contains("Niet meegeteld"));
        // Among many indicators it is one of those that are counted.
        let many = of("");
        let (before, counted) = many.split_once("Niet meegeteld: ").unwrap();
        assert!(counted.contains(characteristic) && !before.contains(characteristic), "{many}");
    }
}

#[test]
fn what_is_not_known_is_left_out_and_told() {
    let all = all();
    // Of Schiermonnikoog the share of children in a family with a low income is not published, so
    // nobody for whom it counts is compared with it.
    let text = said(&all["GM0088"], "peers", "tienermoeders");
    assert!(text.contains("Dat is van Schiermonnikoog niet bekend."), "{text}");
    for (code, file) in &all {
        let is_known = !said(file, "peers", "tienermoeders").contains("niet bekend.");
        let lacking = ["GM0088", "GM0096", "GM0277"];
        let peers = regions(file, "peers", "tienermoeders");
        assert!(!is_known || !peers.iter().any(|code| lacking.contains(code)), "{code}");
    }
}
