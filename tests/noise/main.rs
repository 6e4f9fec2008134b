// SPDX-License-Identifier: EUPL-1.2
//! Noise for every reader of files that strangers made: each target of `tests/fuzz` on each of its
//! seeds, and on inputs that are made from them, the same in every run. What a fuzzer finds in hours
//! this does not; it finds what breaks at once.
//!
//! An input at which a reader stops is written down before it is read, so that it is there even
//! where the stack ran over or a reader found no end.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test that fails should stop"
)]

#[path = "../fuzz/bodies/mod.rs"]
mod bodies;
mod change;
mod run;

use kansrijke_start::data::comparators::Chosen;
use kansrijke_start::json::Value;
use std::collections::BTreeSet;
use std::fs;

/// A test for each target.
macro_rules! targets {
    ($($name:ident: $times:literal,)+) => {
        $(
            #[test]
            fn $name() {
                run::shortly(stringify!($name), $times, bodies::$name::run);
            }
        )+

        const TARGETS: &[&str] = &[$(stringify!($name)),+];
    };
}

// So many inputs as some three seconds are enough for on a machine that does nothing else.
targets! {
    borders: 3000,
    cells: 4000,
    custom: 2500,
    datasets: 1500,
    figures: 2000,
    observations: 2500,
    proposals: 200,
    recipes: 500,
    tables: 1000,
    workbooks: 400,
}

#[test]
fn every_target_of_the_fuzzer_is_run() {
    let root = run::root();
    let stems = |folder: &str, end: &str| -> BTreeSet<String> {
        let files = fs::read_dir(root.join(folder)).unwrap();
        let names = files.map(|file| file.unwrap().file_name().into_string().unwrap());
        names.filter_map(|name| name.strip_suffix(end).map(str::to_string)).collect()
    };
    let targets: BTreeSet<String> = TARGETS.iter().map(ToString::to_string).collect();
    assert_eq!(stems("targets", ".rs"), targets);
    assert_eq!(stems("seeds", ""), targets);
    let manifest = fs::read_to_string(root.join("Cargo.toml")).unwrap();
    for target in targets {
        assert!(manifest.contains(&format!("path = \"targets/{target}.rs\"")), "{target}");
        let source = fs::read_to_string(root.join(format!("targets/{target}.rs"))).unwrap();
        assert!(source.contains(&format!("bodies::{target}::run(bytes)")), "{target}");
    }
}

/// What a member of a file adds is drawn: without it, there is nothing to draw.
#[test]
fn what_stands_beside_a_file_is_read() {
    for (name, member) in [
        ("chosen.json", "chosen"),
        ("comparators.json", "comparators"),
        ("overview.json", "place"),
        ("story.json", "place"),
    ] {
        let (_, seed) = run::seeds("datasets").into_iter().find(|seed| seed.0 == name).unwrap();
        assert!(bodies::datasets::run(&seed), "{name}");
        let mut file: serde_json::Value = serde_json::from_slice(&seed).unwrap();
        assert!(file.as_object_mut().unwrap().remove(member).is_some());
        assert!(!bodies::datasets::run(&serde_json::to_vec(&file).unwrap()), "{name}, {member}");
    }
    let (_, seed) =
        run::seeds("datasets").into_iter().find(|seed| seed.0 == "chosen.json").unwrap();
    let file = serde_json::from_slice::<Value>(&seed).unwrap();
    let chosen = Chosen::read(file.get("chosen")).unwrap();
    assert!(chosen.is_for("GM0344") && chosen.is_near());
    assert_eq!(chosen.codes(), "GM0344 GM0060 GM0228");
}
