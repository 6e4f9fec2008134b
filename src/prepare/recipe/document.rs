// SPDX-License-Identifier: EUPL-1.2
//! What a folder of files means: `recipe.toml`.

use super::declared::{Complement, Declared, Denominator, Subset, Sum};
use super::derived::Rate;
use super::file::{FileRecipe, SWING};
use super::publisher::Publisher;
use super::table::{LEVELS, TableRecipe};
use crate::indicator::disclosure::THRESHOLD;
use crate::indicator::edition::Edition;
use crate::prepare::folder;
use crate::prepare::library;
use crate::prepare::message::{Expected, Found};
use crate::prepare::problem::Problem;
use crate::prepare::table::name_of;
use crate::prepare::workbook::{self, address::Area};
use serde::{Deserialize, Serialize};
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
    /// The year whose municipalities the figures are put on, where it says so.
    #[serde(rename = "division", default)]
    pub reference_year: Option<i32>,
    /// Fewer persons are suppressed, where it says how many.
    #[serde(default)]
    pub threshold: Option<f64>,
    /// Who answers for the figures that are made with it.
    #[serde(default)]
    pub publisher: Option<Publisher>,
    /// The day of the edition that the figures are; that of the run where it is left out.
    #[serde(default)]
    pub edition: Option<String>,
    /// Definitions of the recipe's own; of an indicator that the catalogue has, the keys given
    /// here take the place of those there.
    #[serde(default)]
    pub indicator: Vec<toml::Table>,
    /// The files.
    #[serde(default)]
    pub file: Vec<FileRecipe>,
    /// A file of more tables, a path from the recipe.
    #[serde(default)]
    pub tables: Option<String>,
    /// Tables of a publisher that the figures are kept up to date from.
    #[serde(default)]
    pub table: Vec<TableRecipe>,
    /// Groups of municipalities.
    #[serde(default)]
    pub group: Vec<Group>,
    /// Sums of years.
    #[serde(default)]
    pub pool: Vec<Pool>,
    /// Indicators that are made of others and of counts.
    #[serde(default)]
    pub rate: Vec<Rate>,
    /// A table of what was published before, a path from the recipe: disclosure control counts it
    /// among what is known.
    #[serde(default)]
    pub earlier: Option<String>,
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

/// The year whose municipalities figures are put on where a recipe says nothing.
const REFERENCE_YEAR: i32 = 2025;

/// The years of whose municipalities the tables of places know.
const EARLIEST: i32 = 2010;
const LATEST: i32 = 2026;

/// A group of municipalities under a code of its own.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
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
        let mut recipe = Self::parse(&name, &text)?;
        if let Some(tables) = &recipe.tables {
            let path = path.parent().unwrap_or(Path::new(".")).join(tables);
            let text = folder::file::text(&path).map_err(|e| {
                let found = library::io(&e);
                vec![Problem::file(&path.to_string_lossy(), found, Expected::ReadableRecipe)]
            })?;
            recipe.table.extend(TableRecipe::parse(tables, &text)?);
            let problems = recipe.check_tables(tables);
            if !problems.is_empty() {
                return Err(problems);
            }
        }
        Ok(recipe)
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
        let mut problems = recipe.check(name);
        problems.extend(recipe.check_tables(name));
        recipe.file = recipe.file.into_iter().flat_map(FileRecipe::by_sheet).collect();
        if problems.is_empty() { Ok(recipe) } else { Err(problems) }
    }

    /// The year whose municipalities the figures are put on.
    pub fn division(&self) -> i32 {
        self.reference_year.unwrap_or(REFERENCE_YEAR)
    }

    /// Fewer persons are suppressed.
    pub fn least(&self) -> f64 {
        self.threshold.unwrap_or(THRESHOLD)
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

    fn check_tables(&self, name: &str) -> Vec<Problem> {
        let mut problems = Vec::new();
        let mut wrong = |found: Found, expected: Expected| {
            problems.push(Problem::file(name, found, expected));
        };
        for (nth, table) in self.table.iter().enumerate() {
            let at = || table.id.clone();
            if self.table.iter().take(nth).any(|other| other.id == table.id) {
                wrong(Found::TableTwice(at()), Expected::TableOnce);
            }
            if table.series.is_empty() {
                wrong(Found::NoSeries(at()), Expected::AtLeastOne);
            }
            if table.rounded.is_some_and(|base| ![5.0, 10.0, 100.0].contains(&base)) {
                wrong(Found::Rounded(at()), Expected::FiveTenOrHundred);
            }
            for level in table.levels.iter().filter(|level| !LEVELS.contains(&level.as_str())) {
                wrong(Found::Level(at(), level.clone()), Expected::LevelCodes);
            }
            for series in &table.series {
                let has_one_name = series.indicator.is_some() != series.count.is_some();
                if !has_one_name || series.indicator_column.is_some() {
                    wrong(Found::EmptySeries(at()), Expected::SeriesIndicator);
                }
                if series.numerator.is_none() && series.value.is_none() {
                    wrong(Found::EmptySeries(at()), Expected::SeriesColumn);
                }
            }
        }
        problems
    }

    fn check(&self, name: &str) -> Vec<Problem> {
        let mut problems = Vec::new();
        let mut wrong = |found: Found, expected: Expected| {
            problems.push(Problem::file(name, found, expected));
        };
        let threshold = self.least();
        if !(threshold >= 0.0 && threshold.fract() == 0.0) {
            wrong(Found::Verbatim(format!("threshold = {threshold}")), Expected::Persons);
        }
        // The day alone: which edition of a day it is follows from those that there are.
        let is_day = |text: &String| Edition::parse(text).is_some_and(|id| id.day() == text);
        if let Some(edition) = self.edition.as_ref().filter(|edition| !is_day(edition)) {
            wrong(Found::Verbatim(format!("edition = \"{edition}\"")), Expected::Day);
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
            if file.rounded.is_some_and(|base| ![5.0, 10.0, 100.0].contains(&base)) {
                wrong(Found::Rounded(at()), Expected::FiveTenOrHundred);
            }
            for series in &file.series {
                let names = [&series.indicator, &series.indicator_column, &series.count];
                if names.into_iter().flatten().count() != 1 {
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
        for rate in &self.rate {
            let is_read = self.counts().any(|count| *count == rate.denominator);
            if !is_read {
                let found = Found::Verbatim(format!("denominator = \"{}\"", rate.denominator));
                wrong(found, Expected::CountOfSeries);
            }
        }
        problems
    }

    /// The names of the counts that are read, and that are no indicators.
    pub fn counts(&self) -> impl Iterator<Item = &String> {
        let of_files = self.file.iter().flat_map(|file| &file.series);
        let of_tables = self.table.iter().flat_map(|table| &table.series);
        of_files.chain(of_tables).filter_map(|series| series.count.as_ref())
    }
}
