// SPDX-License-Identifier: EUPL-1.2
//! What stands in single cells: numbers, periods, regions.
#![no_main]

mod shipped;

use kansrijke_start::prepare::geography::gazetteer::Found;
use kansrijke_start::prepare::recipe::level::Level;
use kansrijke_start::prepare::cell::number::{self, Decimal};
use kansrijke_start::prepare::cell::sign::{Cell, Signs};
use kansrijke_start::prepare::cell::when;
use libfuzzer_sys::fuzz_target;
use shipped::{GAZETTEER, TABLES};

fuzz_target!(|text: &str| {
    for decimal in [None, Some(Decimal::Point), Some(Decimal::Comma)] {
        if let Ok(Cell::Number(number)) = Signs::default().cell(text, decimal) {
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
