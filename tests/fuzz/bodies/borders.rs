// SPDX-License-Identifier: EUPL-1.2
//! The readers of borders: GeoJSON and TopoJSON, up to the simplified shapes.

use super::shipped::{GAZETTEER, TABLES};
use kansrijke_start::prepare::geometry::{atlas, borders};

/// Whether shapes came out.
pub fn run(bytes: &[u8]) -> bool {
    match borders::parse("x.json", bytes, None, &GAZETTEER, &TABLES.1) {
        Ok(borders) => {
            drop(atlas::source(&borders));
            true
        }
        Err(problems) => {
            assert!(!problems.is_empty());
            false
        }
    }
}
