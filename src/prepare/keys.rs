// SPDX-License-Identifier: EUPL-1.2
//! What a row is of: the texts of its key columns, as the numbers of an indicator, a place and a
//! period. A text is looked up once.

use super::gazetteer::{Found, Gazetteer};
use super::hash::Memo;
use super::number::trim;
use super::recipe::FileRecipe;
use super::when;
use crate::indicator::definition::Definition;
use crate::indicator::period::Period;
use std::collections::HashMap;

/// The numbers of an indicator, a place and a period.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Key {
    pub(super) indicator: u32,
    pub(super) place: u32,
    pub(super) period: u32,
}

impl Key {
    /// As one number, which orders as its parts do.
    pub(super) fn packed(self) -> u64 {
        u64::from(self.indicator) << 48 | u64::from(self.period) << 32 | u64::from(self.place)
    }

    /// From that number.
    pub(super) fn unpacked(packed: u64) -> Self {
        let indicator = (packed >> 48) as u32;
        Self { indicator, place: packed as u32, period: (packed >> 32 & 0xffff) as u32 }
    }
}

/// What a region column's text turned out to be.
#[derive(Clone, Debug)]
pub(super) enum Place {
    Known(u32),
    Skipped,
    Wrong(String, String),
}

/// All texts of key columns so far.
pub(super) struct Keys<'a> {
    recipe: &'a FileRecipe,
    definitions: &'a [Definition],
    gazetteer: &'a Gazetteer<'a>,
    /// Periods that a table of codes calls provisional.
    provisional: &'a [Period],
    places: Memo<Place>,
    codes: Vec<String>,
    periods: Memo<Option<(u32, bool)>>,
    period_list: Vec<Period>,
    indicators: HashMap<String, Option<u32>>,
}

impl<'a> Keys<'a> {
    pub(super) fn new(
        recipe: &'a FileRecipe,
        definitions: &'a [Definition],
        gazetteer: &'a Gazetteer<'a>,
        provisional: &'a [Period],
    ) -> Self {
        Self {
            recipe,
            definitions,
            gazetteer,
            provisional,
            places: Memo::default(),
            codes: Vec::new(),
            periods: Memo::default(),
            period_list: Vec::new(),
            indicators: HashMap::new(),
        }
    }

    /// What a text names.
    pub(super) fn place(&mut self, text: &str) -> Place {
        if let Some(place) = self.places.get(text) {
            return place.clone();
        }
        let ignored = self.recipe.ignore.iter().any(|i| i == trim(text));
        let found = self.gazetteer.find(text, self.recipe.level);
        let place = match found {
            _ if ignored => Place::Skipped,
            Found::Code(code) => {
                let at = self.codes.iter().position(|c| *c == code).unwrap_or_else(|| {
                    self.codes.push(code);
                    self.codes.len() - 1
                });
                Place::Known(at as u32)
            }
            Found::Other => Place::Skipped,
            Found::Several(codes) => Place::Wrong(
                format!("\"{}\", de naam van {}", trim(text), codes.join(" en ")),
                "een code, of level = \"municipality\" in het recept".into(),
            ),
            Found::Unknown if self.recipe.skip_unknown => Place::Skipped,
            Found::Unknown => Place::Wrong(
                format!("\"{}\"", trim(text)),
                "de code of naam van een gemeente, GGD-regio, provincie of Nederland; andere rijen vervallen met ignore of skip_unknown = true".into(),
            ),
        };
        // Unknown places that are skipped could be of any number.
        if self.places.len() < 100_000 {
            self.places.insert(text, place.clone());
        }
        place
    }

    /// The period of a text, and whether it is provisional.
    pub(super) fn period(&mut self, text: &str) -> Option<(u32, bool)> {
        if let Some(known) = self.periods.get(text) {
            return *known;
        }
        let found = when::read(text).map(|(period, starred)| {
            let at = self.period_list.iter().position(|p| *p == period).unwrap_or_else(|| {
                self.period_list.push(period);
                self.period_list.len() - 1
            });
            (at as u32, starred || self.provisional.contains(&period))
        });
        self.periods.insert(text, found);
        found
    }

    /// The indicator with an id.
    pub(super) fn indicator(&mut self, id: &str) -> Option<u32> {
        if let Some(known) = self.indicators.get(id) {
            return *known;
        }
        let found = self.definitions.iter().position(|d| d.id == id).map(|i| i as u32);
        self.indicators.insert(id.to_string(), found);
        found
    }

    /// What a key stands for.
    pub(super) fn meaning(&self, key: Key) -> Option<(&'a Definition, &str, Period)> {
        let definition = self.definitions.get(key.indicator as usize)?;
        let code = self.codes.get(key.place as usize)?;
        Some((definition, code, *self.period_list.get(key.period as usize)?))
    }
}
