// SPDX-License-Identifier: EUPL-1.2
//! What a folder of files means: `recipe.toml`.

use super::declared::{Complement, Declared, Denominator, Subset, Sum};
use super::file::{FileRecipe, SWING};
use crate::prepare::folder;
use crate::prepare::library;
use crate::prepare::message::{Expected, Found};
use crate::prepare::problem::Problem;
use crate::prepare::table::name_of;
use crate::prepare::workbook::{self, address::Area};
use serde::Deserialize;
use std::path::Path;

/// The JSON Schema of a recipe, for editors.
pub const SCHEMA: &str = include_str!("recipe.schema.json");

/// A recipe.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Recipe {
    /// The address of the schema, which editors look for.
    #[serde(rename = "$schema", default)]
    _schema: Option<String>,
    /// The catalogue of indicators, a path from the recipe; the one that comes with the program
    /// where it is left out.
    #[serde(default)]
    pub catalogue: Option<String>,
    /// A folder with `regions.csv`, `aliases.csv` and `mergers.csv`; those that come with the
    /// program where it is left out.
    #[serde(default)]
    pub regions: Option<String>,
    /// The year whose municipalities the figures are put on.
    #[serde(rename = "division", default = "reference_year")]
    pub reference_year: i32,
    /// Fewer persons are suppressed.
    #[serde(default = "threshold")]
    pub threshold: f64,
    /// Definitions of the recipe's own; of an indicator that the catalogue has, the keys given
    /// here take the place of those there.
    #[serde(default)]
    pub indicator: Vec<toml::Table>,
    /// The files.
    #[serde(default)]
    pub file: Vec<FileRecipe>,
    /// Groups of municipalities.
    #[serde(default)]
    pub group: Vec<Group>,
    /// Sums of years.
    #[serde(default)]
    pub pool: Vec<Pool>,
    /// Counts that other indicators divide by.
    #[serde(default)]
    pub denominator: Vec<Denominator>,
    /// Indicators that are each other's complement.
    #[serde(default)]
    #[serde(rename = "mirror")]
    pub complement: Vec<Complement>,
    /// Indicators of which one is the sum of the others, or that are the classes of one answer.
    #[serde(default)]
    pub sum: Vec<Sum>,
    /// Indicators of which one counts some of the persons in the other.
    #[serde(default)]
    pub subset: Vec<Subset>,
}

/// The years of whose municipalities the tables of places know.
const EARLIEST: i32 = 2010;
const LATEST: i32 = 2026;

fn reference_year() -> i32 {
    2025
}

fn threshold() -> f64 {
    crate::indicator::disclosure::THRESHOLD
}

/// A group of municipalities under a code of its own.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Group {
    /// Its code; not one that CBS could give.
    pub code: String,
    /// Its name.
    pub name: String,
    /// The codes of its municipalities.
    pub members: Vec<String>,
}

/// A sum of years.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Pool {
    /// The indicators.
    pub indicators: Vec<String>,
    /// The first year.
    pub first: i32,
    /// The last year.
    pub last: i32,
}

impl Recipe {
    /// Reads a recipe; of a workbook, the recipe that it is of itself.
    ///
    /// # Errors
    /// Everything in it that means nothing.
    pub fn read(path: &Path) -> Result<Self, Vec<Problem>> {
        let name = name_of(path);
        if workbook::is_workbook(path) {
            return Self::of_workbook(&name);
        }
        let text = folder::file::text(path).map_err(|e| {
            vec![Problem::file(&path.to_string_lossy(), library::io(&e), Expected::ReadableRecipe)]
        })?;
        Self::parse(&name, &text)
    }

    /// The recipe of a workbook that says itself what is in it.
    fn of_workbook(name: &str) -> Result<Self, Vec<Problem>> {
        let path = toml::Value::String(name.to_string());
        Self::parse(name, &format!("[[file]]\npath = {path}\nformat = \"{SWING}\"\n"))
    }

    /// Reads a recipe from its text.
    ///
    /// # Errors
    /// As [`Recipe::read`].
    pub fn parse(name: &str, text: &str) -> Result<Self, Vec<Problem>> {
        let mut recipe: Self = toml::from_str(text)
            .map_err(|e| vec![library::toml(name, text, &e, Expected::Recipe)])?;
        let problems = recipe.check(name);
        recipe.file = recipe.file.into_iter().flat_map(FileRecipe::by_sheet).collect();
        if problems.is_empty() { Ok(recipe) } else { Err(problems) }
    }

    /// What the recipe declares to add up, and of which indicators.
    pub fn declared(&self) -> Declared {
        let mut declared = Declared {
            denominators: self.denominator.clone(),
            complements: self.complement.clone(),
            sums: self.sum.clone(),
            subsets: self.subset.clone(),
            ..Declared::default()
        };
        for file in &self.file {
            for id in file.series.iter().filter_map(|s| s.indicator.clone()) {
                declared.rounded.extend(file.rounded.map(|base| (id.clone(), base)));
                if file.residual {
                    declared.residual.insert(id);
                }
            }
        }
        declared
    }

    fn check(&self, name: &str) -> Vec<Problem> {
        let mut problems = Vec::new();
        let mut wrong = |found: Found, expected: Expected| {
            problems.push(Problem::file(name, found, expected));
        };
        if !(self.threshold >= 0.0 && self.threshold.fract() == 0.0) {
            wrong(Found::Verbatim(format!("threshold = {}", self.threshold)), Expected::Persons);
        }
        for file in &self.file {
            let at = || file.path.clone();
            let pair = |one: &'static str, other: &'static str| Found::Pair(at(), one, other);
            // One that says itself what is in it may say it all.
            if !file.is_swing() {
                if file.region.is_some() == file.region_is.is_some() {
                    wrong(pair("region", "region_is"), Expected::OneOfBoth);
                }
                if file.period.is_some() == file.period_is.is_some() {
                    wrong(pair("period", "period_is"), Expected::OneOfBoth);
                }
                if file.series.is_empty() {
                    wrong(Found::NoSeries(at()), Expected::AtLeastOne);
                }
            }
            if file.category.is_some() != file.numerator_is.is_some() {
                wrong(pair("category", "numerator_is"), Expected::Both);
            }
            if file.denominator_is.is_some() && file.category.is_none() {
                wrong(pair("denominator_is", "category"), Expected::Both);
            }
            let years = EARLIEST..=LATEST;
            if let Some(year) = file.division.filter(|year| !years.contains(year)) {
                let expected = Expected::ReferenceYear(EARLIEST, LATEST);
                wrong(Found::Verbatim(format!("division = {year}")), expected);
            }
            let range = file.range.as_ref().filter(|range| Area::parse(range).is_none());
            if let Some(range) = range {
                wrong(Found::Verbatim(format!("range = \"{range}\"")), Expected::Range);
            }
            if file.heads.is_some_and(|heads| !(1..=9).contains(&heads)) {
                let expected = Expected::Verbatim("heads = 1 … 9".into());
                wrong(Found::Verbatim(format!("heads = {}", file.heads.unwrap_or(0))), expected);
            }
            if let Some(sign) = file.secret.iter().find(|sign| file.missing.contains(sign)) {
                wrong(Found::SecretAndMissing(at(), sign.clone()), Expected::OneOfBoth);
            }
            if file.rounded.is_some_and(|base| base != 5.0 && base != 10.0) {
                wrong(Found::Rounded(at()), Expected::FiveOrTen);
            }
            for series in &file.series {
                if series.indicator.is_some() == series.indicator_column.is_some() {
                    wrong(pair("indicator", "indicator_column"), Expected::OneOfBoth);
                }
                let is_bare =
                    series.numerator.is_none() && series.value.is_none() && series.answer.is_none();
                if is_bare && file.category.is_none() {
                    wrong(Found::EmptySeries(at()), Expected::SeriesColumn);
                }
            }
        }
        for pool in self.pool.iter().filter(|p| p.first >= p.last) {
            wrong(Found::Pool(pool.first, pool.last), Expected::PoolYears);
        }
        problems
    }
}
