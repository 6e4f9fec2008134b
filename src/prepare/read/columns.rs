// SPDX-License-Identifier: EUPL-1.2
//! Where in a row the things stand that a recipe names.

use super::format::delimited::stem;
use crate::indicator::definition::Definition;
use crate::prepare::cell::number::trim;
use crate::prepare::message::{And, Clash, Expected, Found, Places, Several};
use crate::prepare::recipe::{Empty, FileRecipe, Series};
use std::cell::RefCell;

/// The numbers of a record, by their place in a row of slots.
const NUMERATOR: usize = 0;
const DENOMINATOR: usize = 1;
const VALUE: usize = 2;
const LOWER: usize = 3;
const UPPER: usize = 4;
pub(super) const SLOTS: usize = 5;

/// At most this many characters of the headings are reported.
const LONGEST: usize = 188;

/// A slot of a series that a column, or a measure, goes into.
#[derive(Clone, Copy, Debug)]
pub(super) struct Target {
    pub(super) series: usize,
    pub(super) slot: usize,
    /// How many columns the slot is the sum of.
    pub(super) of: usize,
    pub(super) factor: f64,
    /// What it means where nothing stands in the cell.
    pub(super) empty: Empty,
}

impl Target {
    /// Whether it is one of the two limits of an interval.
    pub(super) fn is_limit(self) -> bool {
        matches!(self.slot, LOWER | UPPER)
    }
}

/// Where things stand in a row.
#[derive(Debug, Default)]
pub(super) struct Columns {
    pub(super) region: Option<usize>,
    pub(super) period: Option<usize>,
    only: Vec<(usize, Vec<String>)>,
    /// Columns with numbers.
    pub(super) numbers: Vec<(usize, Target)>,
    /// In a file with a row for each measure: its column, the value's, and the attribute's.
    pub(super) measure: Option<(usize, usize, Option<usize>)>,
    pub(super) measures: Vec<(String, Target)>,
    /// The rows that give a numerator or a denominator of a series, where not all do: series,
    /// slot, column, texts.
    conditions: Vec<(usize, usize, usize, Vec<String>)>,
    /// For each series the columns of its texts.
    pub(super) texts: Vec<TextColumns>,
}

#[derive(Debug, Default)]
pub(super) struct TextColumns {
    pub(super) indicator: Option<usize>,
    /// The indicator that no column names.
    pub(super) fixed: Option<u16>,
    pub(super) answer: Option<usize>,
    pub(super) status: Option<usize>,
    pub(super) source: Option<usize>,
    pub(super) note: Option<usize>,
}

impl TextColumns {
    pub(super) fn any(&self) -> bool {
        self.answer.is_some()
            || self.status.is_some()
            || self.source.is_some()
            || self.note.is_some()
    }
}

/// The columns of each slot of a series.
fn numbers_of(series: &Series) -> Vec<(usize, Vec<&str>)> {
    [
        (NUMERATOR, series.numerator.as_ref().map(|t| t.iter().collect())),
        (DENOMINATOR, series.denominator.as_ref().map(|t| t.iter().collect())),
        (VALUE, series.value.as_deref().map(|n| vec![n])),
        (LOWER, series.lower.as_deref().map(|n| vec![n])),
        (UPPER, series.upper.as_deref().map(|n| vec![n])),
    ]
    .into_iter()
    .filter_map(|(slot, names)| Some((slot, names?)))
    .collect()
}

/// The columns whose heading fits.
fn places(headings: &[String], fits: impl Fn(&str) -> bool) -> Vec<usize> {
    headings.iter().enumerate().filter(|(_, h)| fits(h)).map(|(at, _)| at).collect()
}

/// Which columns a name could be of.
fn clash(headings: &[String], wanted: &str, fit: &[usize]) -> Clash {
    let names: Vec<&str> =
        fit.iter().filter_map(|at| headings.get(*at)).map(String::as_str).collect();
    if names.iter().all(|name| *name == wanted) {
        let places = fit.iter().map(|at| at + 1).collect();
        return Clash::SameName(wanted.into(), fit.len(), Places(places));
    }
    Clash::Several(wanted.into(), And(names.into_iter().map(str::to_string).collect()))
}

impl Columns {
    /// Finds everything that a recipe names among the headings.
    ///
    /// # Errors
    /// What is there, and the names that are not.
    pub(super) fn locate(
        recipe: &FileRecipe,
        definitions: &[Definition],
        headings: &[String],
    ) -> Result<Self, (Found, Expected)> {
        let several = RefCell::new(Vec::new());
        let at = |wanted: &str| {
            let mut fit: Vec<usize> = places(headings, |h| h == wanted);
            if fit.is_empty() {
                fit = places(headings, |h| stem(h) == wanted);
            }
            if fit.len() > 1 {
                let mut several = several.borrow_mut();
                let clash = clash(headings, wanted, &fit);
                if !several.contains(&clash) {
                    several.push(clash);
                }
            }
            fit.first().copied()
        };
        let long = at("Measure").zip(at("Value")).map(|(m, v)| (m, v, at("ValueAttribute")));
        let mut columns = Self { measure: long, ..Self::default() };
        let mut absent = Vec::new();
        let mut need = |wanted: &str| {
            let found = at(wanted);
            if found.is_none() {
                absent.push(wanted.to_string());
            }
            found
        };
        columns.region = recipe.region.as_deref().and_then(&mut need);
        columns.period = recipe.period.as_deref().and_then(&mut need);
        for (column, texts) in &recipe.only {
            if let Some(at) = need(column) {
                columns.only.push((at, texts.iter().map(ToString::to_string).collect()));
            }
        }
        for (nth, series) in recipe.series.iter().enumerate() {
            let conditions =
                [(NUMERATOR, &series.numerator_where), (DENOMINATOR, &series.denominator_where)];
            for (slot, only) in conditions {
                for (column, texts) in only {
                    if let Some(at) = need(column) {
                        let texts = texts.iter().map(str::to_string).collect();
                        columns.conditions.push((nth, slot, at, texts));
                    }
                }
            }
            for (slot, names) in numbers_of(series) {
                let factor = match slot {
                    NUMERATOR | DENOMINATOR => series.count_factor,
                    _ => series.factor,
                };
                let of = names.len();
                let (factor, empty) = (factor.unwrap_or(1.0), series.empty);
                let target = Target { series: nth, slot, of, factor, empty };
                for name in names {
                    match (at(name), long) {
                        (Some(at), _) => columns.numbers.push((at, target)),
                        (None, Some(_)) => columns.measures.push((name.to_string(), target)),
                        (None, None) => {
                            need(name);
                        }
                    }
                }
            }
            let mut text = |name: &Option<String>| name.as_deref().and_then(&mut need);
            columns.texts.push(TextColumns {
                fixed: definitions
                    .iter()
                    .position(|d| series.id() == Some(&d.id))
                    .and_then(|at| u16::try_from(at).ok()),
                indicator: text(&series.indicator_column),
                answer: text(&series.answer),
                status: text(&series.status),
                source: text(&series.source),
                note: text(&series.note),
            });
        }
        if absent.is_empty() && !several.borrow().is_empty() {
            let found = Found::Clashes(Several(several.take()));
            return Err((found, Expected::WholeColumnName));
        }
        let expected = match absent.as_slice() {
            [] => return Ok(columns),
            [name] => Expected::AlsoColumn(name.clone()),
            names => Expected::AlsoColumns(names.join(", ")),
        };
        let mut names = headings.join(", ");
        if names.chars().count() > LONGEST {
            names = names.chars().take(LONGEST).chain(['…']).collect();
        }
        Err((Found::Headings(names), expected))
    }

    /// Whether a row gives what goes into a slot of a series.
    pub(super) fn gives(&self, target: Target, fields: &csv::StringRecord) -> bool {
        let mut conditions = self.conditions.iter();
        conditions.all(|(series, slot, at, texts)| {
            (*series, *slot) != (target.series, target.slot)
                || texts.iter().any(|text| text == fields.get(*at).map_or("", trim))
        })
    }

    /// The columns that say what a row is of, and whether it is wanted.
    pub(super) fn keys(&self) -> impl Iterator<Item = usize> {
        let only = self.only.iter().map(|(at, _)| *at);
        [self.region, self.period].into_iter().flatten().chain(only)
    }

    /// Whether the recipe wants this row.
    pub(super) fn chosen(&self, fields: &csv::StringRecord) -> bool {
        self.only.iter().all(|(at, texts)| {
            let text = fields.get(*at).map_or("", trim);
            texts.iter().any(|t| t == text)
        })
    }
}
