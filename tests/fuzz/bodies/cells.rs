// SPDX-License-Identifier: EUPL-1.2
//! What stands in single cells: numbers, periods, regions.

use super::shipped::{GAZETTEER, TABLES};
use kansrijke_start::prepare::cell::number::{self, Decimal};
use kansrijke_start::prepare::cell::sign::{Cell, Signs};
use kansrijke_start::prepare::cell::when;
use kansrijke_start::prepare::geography::gazetteer::Found;
use kansrijke_start::prepare::recipe::level::Level;

/// Whether it means something.
pub fn run(bytes: &[u8]) -> bool {
    let text = String::from_utf8_lossy(bytes);
    let mut means = false;
    for decimal in [None, Some(Decimal::Point), Some(Decimal::Comma)] {
        match Signs::default().cell(&text, decimal) {
            Ok(Cell::Number(number)) => assert!(number.is_finite()),
            Ok(_) => {}
            Err(_) => continue,
        }
        means = true;
    }
    let _ = number::evidence(&text);
    if let Some((period, _)) = when::read(&text) {
        assert!(period.months() >= 1);
        means = true;
    }
    for level in [None, Some(Level::Municipality), Some(Level::Province)] {
        if let Found::Code(code) = GAZETTEER.find(&text, level) {
            assert!(TABLES.1.get(&code).is_some() || TABLES.0.knows(&code));
            means = true;
        }
    }
    means
}
