// SPDX-License-Identifier: EUPL-1.2
//! What a row is of: the texts of its key columns, as the numbers of an indicator, a place and a
//! period. A text is looked up once.

use super::hash::Memo;
use crate::indicator::definition::Definition;
use crate::indicator::period::Period;
use crate::prepare::cell::garbled;
use crate::prepare::cell::number::trim;
use crate::prepare::cell::when;
use crate::prepare::geography::gazetteer::{Found, Gazetteer};
use crate::prepare::message::{self, And, Expected};
use crate::prepare::recipe::FileRecipe;
use std::collections::HashMap;

/// The numbers of an indicator, a place and a period.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Key {
    pub(super) indicator: u16,
    pub(super) place: u32,
    pub(super) period: u16,
}

impl Key {
    /// As one number, which orders as its parts do.
    pub(super) fn packed(self) -> u64 {
        u64::from(self.indicator) << 48 | u64::from(self.period) << 32 | u64::from(self.place)
    }

    /// From that number.
    pub(super) fn unpacked(packed: u64) -> Self {
        let [i, j, p, q, place @ ..] = packed.to_be_bytes();
        Self {
            indicator: u16::from_be_bytes([i, j]),
            period: u16::from_be_bytes([p, q]),
            place: u32::from_be_bytes(place),
        }
    }
}

/// What a region column's text turned out to be.
#[derive(Clone, Debug)]
pub(super) enum Place {
    Known(u32),
    Skipped,
    /// Persons of whom the municipality is not known, and whom the recipe leaves out.
    Nowhere,
    /// What stands there, and what was expected. Apart, as every row compares places.
    Wrong(Box<(message::Found, Expected)>),
}

/// Whether a text stands for persons whose municipality is not known. Other rows that are left
/// out may be totals, or parts of what is there already: only of these it is sure that they are a
/// part of the country that no other row has.
fn is_nowhere(text: &str) -> bool {
    const NOWHERE: [&str; 16] = [
        "",
        "-1",
        "9999",
        "gm9999",
        "gm0998",
        "gm0999",
        "onbekend",
        "gemeente onbekend",
        "onbekende gemeente",
        "geen gemeente",
        "niet in te delen",
        "niet gemeentelijk ingedeeld",
        "buitenland",
        "overig",
        "na",
        "null",
    ];
    NOWHERE.contains(&trim(text).to_lowercase().as_str())
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
    periods: Memo<Option<(u16, bool)>>,
    period_list: Vec<Period>,
    indicators: HashMap<String, Option<u16>>,
    /// The first bare name that is a municipality's and a province's, and the first that is only
    /// a province's.
    shared: Option<String>,
    province: Option<String>,
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
            shared: None,
            province: None,
        }
    }

    /// What a text names.
    pub(super) fn place(&mut self, text: &str) -> Place {
        if let Some(place) = self.places.get(text) {
            return place.clone();
        }
        let ignored = self.recipe.ignore.iter().any(|i| i == trim(text));
        let found = self.gazetteer.find(text, self.recipe.level);
        if self.recipe.level.is_none() && !ignored {
            if self.shared.is_none() && self.gazetteer.is_shared(text) {
                self.shared = Some(trim(text).to_string());
            }
            if self.province.is_none() && self.gazetteer.is_province(text) {
                self.province = Some(trim(text).to_string());
            }
        }
        let place = match found {
            Found::Code(_) if ignored => Place::Skipped,
            _ if (ignored || self.recipe.skip_unknown) && is_nowhere(text) => Place::Nowhere,
            _ if ignored => Place::Skipped,
            Found::Code(code) => {
                let at = self.codes.iter().position(|c| *c == code).unwrap_or_else(|| {
                    self.codes.push(code);
                    self.codes.len() - 1
                });
                u32::try_from(at).map_or(Place::Skipped, Place::Known)
            }
            Found::Other => Place::Skipped,
            Found::Several(codes) => {
                let found = message::Found::NameOfSeveral(trim(text).into(), And(codes));
                Place::Wrong(Box::new((found, Expected::CodeOrLevel)))
            }
            Found::Unknown if self.recipe.skip_unknown => Place::Skipped,
            Found::Unknown => self.stranger(trim(text)),
        };
        // Unknown places that are skipped could be of any number.
        if self.places.len() < 100_000 {
            self.places.insert(text, place.clone());
        }
        place
    }

    /// What is wrong with a text that names no place.
    fn stranger(&self, text: &str) -> Place {
        let known = |name: &String| self.gazetteer.find(name, None) != Found::Unknown;
        let quoted = message::Found::Quoted(text.into());
        let (found, expected) = if let Some(name) = garbled::mended(text).filter(known) {
            (message::Found::Garbled(text.into(), name), Expected::SavedAgain)
        } else if garbled::has_lost_letters(text) {
            (message::Found::LostLetter(text.into()), Expected::SavedAgain)
        } else if is_nowhere(text) {
            (quoted, Expected::RegionOrIgnore)
        } else {
            (quoted, Expected::RegionOrSkip)
        };
        Place::Wrong(Box::new((found, expected)))
    }

    /// A name that is a municipality's and a province's, in a column that has other provinces by
    /// their bare names: either may be meant, and a figure must not land in the wrong place.
    pub(super) fn unclear(&self) -> Option<(message::Found, Expected)> {
        let (shared, province) = self.shared.as_deref().zip(self.province.as_deref())?;
        let found = message::Found::SharedName(shared.into(), province.into());
        let expected = Expected::Level;
        Some((found, expected))
    }

    /// The period of a text, and whether it is provisional.
    pub(super) fn period(&mut self, text: &str) -> Option<(u16, bool)> {
        if let Some(known) = self.periods.get(text) {
            return *known;
        }
        let found = when::read(text).and_then(|(period, starred)| {
            let at = self.period_list.iter().position(|p| *p == period).unwrap_or_else(|| {
                self.period_list.push(period);
                self.period_list.len() - 1
            });
            Some((u16::try_from(at).ok()?, starred || self.provisional.contains(&period)))
        });
        self.periods.insert(text, found);
        found
    }

    /// The indicator with an id.
    pub(super) fn indicator(&mut self, id: &str) -> Option<u16> {
        if let Some(known) = self.indicators.get(id) {
            return *known;
        }
        let found = self.definitions.iter().position(|d| d.id == id);
        let found = found.and_then(|at| u16::try_from(at).ok());
        self.indicators.insert(id.to_string(), found);
        found
    }

    /// The year whose municipalities the figures are on, where that is not their own.
    pub(super) fn division(&self) -> Option<i32> {
        self.recipe.division
    }

    /// What a key stands for.
    pub(super) fn meaning(&self, key: Key) -> Option<(&'a Definition, &str, Period)> {
        let definition = self.definitions.get(usize::from(key.indicator))?;
        let code = self.codes.get(usize::try_from(key.place).ok()?)?;
        Some((definition, code, *self.period_list.get(usize::from(key.period))?))
    }
}
