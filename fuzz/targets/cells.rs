// SPDX-License-Identifier: EUPL-1.2
//! What stands in single cells: numbers, periods, regions.
#![no_main]

use kansrijke_start::prepare::division::Division;
use kansrijke_start::prepare::gazetteer::{Found, Gazetteer};
use kansrijke_start::prepare::level::Level;
use kansrijke_start::prepare::number::{self, Cell, Decimal};
use kansrijke_start::prepare::place::Places;
use kansrijke_start::prepare::run::{ALIASES, MERGERS, REGIONS};
use kansrijke_start::prepare::when;
use libfuzzer_sys::fuzz_target;
use std::sync::LazyLock;

static TABLES: LazyLock<(Division, Places)> = LazyLock::new(|| {
    let places = Places::parse(REGIONS.as_bytes(), ALIASES.as_bytes()).unwrap();
    Division::parse(MERGERS.as_bytes(), places, 2025).unwrap()
});

static GAZETTEER: LazyLock<Gazetteer<'static>> =
    LazyLock::new(|| Gazetteer::new(&TABLES.1, &TABLES.0));

fuzz_target!(|text: &str| {
    for decimal in [None, Some(Decimal::Point), Some(Decimal::Comma)] {
        if let Ok(Cell::Number(number)) = number::read(text, decimal) {
            assert!(number.is_finite());
        }
    }
    let _ = number::evidence(text);
    if let Some((period, _)) = when::read(text) {
        assert!(period.months() >= 1);
    }
    for level in [None, Some(Level::Municipality), Some(Level::Province)] {
        if let Found::Code(code) = GAZETTEER.find(text, level) {
            assert!(TABLES.1.get(&code).is_some() || TABLES.0.knows(&code));
        }
    }
});
