// SPDX-License-Identifier: EUPL-1.2
//! The readers of borders: GeoJSON and TopoJSON, up to the simplified shapes.
#![no_main]

mod shipped;

use kansrijke_start::prepare::geometry::{atlas, borders};
use libfuzzer_sys::fuzz_target;
use shipped::{GAZETTEER, TABLES};

fuzz_target!(|bytes: &[u8]| {
    match borders::parse("x.json", bytes, None, &GAZETTEER, &TABLES.1) {
        Ok(borders) => drop(atlas::source(&borders)),
        Err(problems) => assert!(!problems.is_empty()),
    }
});
