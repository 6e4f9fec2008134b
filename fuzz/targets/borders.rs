// SPDX-License-Identifier: EUPL-1.2
//! The readers of borders: GeoJSON and TopoJSON, up to the simplified shapes.
#![no_main]

use kansrijke_start::prepare::division::Division;
use kansrijke_start::prepare::gazetteer::Gazetteer;
use kansrijke_start::prepare::geometry::borders;
use kansrijke_start::prepare::place::Places;
use kansrijke_start::prepare::run::{ALIASES, MERGERS, REGIONS};
use libfuzzer_sys::fuzz_target;
use std::sync::LazyLock;

static TABLES: LazyLock<(Division, Places)> = LazyLock::new(|| {
    let places = Places::parse(REGIONS.as_bytes(), ALIASES.as_bytes()).unwrap();
    Division::parse(MERGERS.as_bytes(), places, 2025).unwrap()
});

static GAZETTEER: LazyLock<Gazetteer<'static>> =
    LazyLock::new(|| Gazetteer::new(&TABLES.1, &TABLES.0));

fuzz_target!(|bytes: &[u8]| {
    match borders::parse("x.json", bytes, None, &GAZETTEER, &TABLES.1) {
        Ok(borders) => drop(borders.geometry),
        Err(problems) => assert!(!problems.is_empty()),
    }
});
