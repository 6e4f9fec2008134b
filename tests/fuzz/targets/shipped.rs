// SPDX-License-Identifier: EUPL-1.2
//! The places that come with the program, read once for all inputs.

use kansrijke_start::prepare::geography::boundaries::Boundaries;
use kansrijke_start::prepare::geography::gazetteer::Gazetteer;
use kansrijke_start::prepare::geography::place::Places;
use kansrijke_start::prepare::geography::tables::{ALIASES, MERGERS, REGIONS};
use std::sync::LazyLock;

pub static TABLES: LazyLock<(Boundaries, Places)> = LazyLock::new(|| {
    let places = Places::parse(REGIONS.as_bytes(), ALIASES.as_bytes()).unwrap();
    Boundaries::parse(MERGERS.as_bytes(), places, 2025).unwrap()
});

pub static GAZETTEER: LazyLock<Gazetteer<'static>> =
    LazyLock::new(|| Gazetteer::new(&TABLES.1, &TABLES.0));
