// SPDX-License-Identifier: EUPL-1.2
//! The places and the catalogue that come with the program, read once for all inputs.

use kansrijke_start::indicator::definition::Definition;
use kansrijke_start::prepare::geography::boundaries::Boundaries;
use kansrijke_start::prepare::geography::gazetteer::Gazetteer;
use kansrijke_start::prepare::geography::place::Places;
use kansrijke_start::prepare::geography::tables::{ALIASES, MERGERS, REGIONS};
use kansrijke_start::prepare::recipe::catalogue::{self, Entry};
use std::sync::LazyLock;

pub static TABLES: LazyLock<(Boundaries, Places)> = LazyLock::new(|| {
    let places = Places::parse(REGIONS.as_bytes(), ALIASES.as_bytes()).unwrap();
    Boundaries::parse(MERGERS.as_bytes(), places, 2025).unwrap()
});

pub static GAZETTEER: LazyLock<Gazetteer<'static>> =
    LazyLock::new(|| Gazetteer::new(&TABLES.1, &TABLES.0));

pub static CATALOGUE: LazyLock<Vec<Entry>> =
    LazyLock::new(|| catalogue::parse("catalogue.toml", catalogue::SHIPPED, &[]).unwrap());

pub static DEFINITIONS: LazyLock<Vec<Definition>> =
    LazyLock::new(|| CATALOGUE.iter().map(|entry| entry.definition.clone()).collect());
