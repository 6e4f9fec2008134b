// SPDX-License-Identifier: EUPL-1.2
//! What a folder of files means: `recipe.toml`.

use super::declared::{Declared, Denominator, Mirror, Subset, Sum};
use super::level::Level;
use crate::prepare::cell::number::Decimal;
use crate::prepare::folder::file;
use crate::prepare::library;
use crate::prepare::message::{Expected, Found};
use crate::prepare::problem::Problem;
use crate::prepare::table::name_of;
use serde::Deserialize;
use std::collections::BTreeMap;
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
    #[serde(default = "division")]
    pub division: i32,
    /// Fewer persons are withheld.
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
    pub mirror: Vec<Mirror>,
    /// Indicators of which one is the sum of the others, or that are the classes of one answer.
    #[serde(default)]
    pub sum: Vec<Sum>,
    /// Indicators of which one counts some of the persons in the other.
    #[serde(default)]
    pub subset: Vec<Subset>,
}

fn division() -> i32 {
    2025
}

fn threshold() -> f64 {
    crate::indicator::disclosure::THRESHOLD
}

/// One file, or one folder of pages.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FileRecipe {
    /// A path from the recipe.
    pub path: String,
    /// The form, where it should not be recognised.
    #[serde(default)]
    pub format: Option<String>,
    /// The column of regions.
    #[serde(default)]
    pub region: Option<String>,
    /// The one region of the whole file.
    #[serde(default)]
    pub region_is: Option<String>,
    /// What the names in it are, where a name can be a municipality and a province.
    #[serde(default)]
    pub level: Option<Level>,
    /// The column of periods.
    #[serde(default)]
    pub period: Option<String>,
    /// The one period of the whole file.
    #[serde(default)]
    pub period_is: Option<String>,
    /// The decimal sign, where the file leaves it open.
    #[serde(default)]
    pub decimal: Option<Decimal>,
    /// Whether several rows of one region and period are parts to be summed.
    #[serde(default)]
    pub sum: bool,
    /// What becomes of rows of provinces and health regions.
    #[serde(default)]
    pub groups: Groups,
    /// Regions to leave out, by what stands in the column.
    #[serde(default)]
    pub ignore: Vec<String>,
    /// Signs by which the source keeps a number back, such as `x` or `.`.
    #[serde(default)]
    pub secret: Vec<String>,
    /// Signs by which the source says that it has no number.
    #[serde(default)]
    pub missing: Vec<String>,
    /// Whether rows of places that nobody knows are left out; else they are refused.
    #[serde(default)]
    pub skip_unknown: bool,
    /// What the publisher rounded the counts to: 5 or 10.
    #[serde(default)]
    pub rounded: Option<f64>,
    /// Whether totals hold persons of no municipality that is in the data.
    #[serde(default)]
    pub residual: bool,
    /// Only rows with these texts in these columns.
    #[serde(default, rename = "where")]
    pub only: BTreeMap<String, Texts>,
    /// What the columns are.
    #[serde(default)]
    pub series: Vec<Series>,
}

/// What becomes of rows of provinces and health regions.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Groups {
    /// They are computed from the municipalities; their rows are not used.
    Sum,
    /// They are carried as the file has them.
    #[default]
    Published,
}

/// One text or several.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(untagged)]
pub enum Texts {
    /// One.
    One(String),
    /// Several.
    Several(Vec<String>),
}

impl Texts {
    /// Each of them.
    pub fn iter(&self) -> impl Iterator<Item = &str> {
        match self {
            Self::One(text) => std::slice::from_ref(text),
            Self::Several(texts) => texts.as_slice(),
        }
        .iter()
        .map(String::as_str)
    }
}

/// The columns of one indicator, or of the indicators that a column names. A column is named by
/// its heading; the number behind it (`_3`) may be left out. In a file with a row for each
/// measure, the measure's code stands for a column.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Series {
    /// The indicator's id.
    #[serde(default)]
    pub indicator: Option<String>,
    /// The column with the indicators' ids.
    #[serde(default)]
    pub indicator_column: Option<String>,
    /// The column of numerators; of several, their sum.
    #[serde(default)]
    pub numerator: Option<Texts>,
    /// The column of denominators; of several, their sum.
    #[serde(default)]
    pub denominator: Option<Texts>,
    /// The column of values.
    #[serde(default)]
    pub value: Option<String>,
    /// The column of lower limits.
    #[serde(default)]
    pub lower: Option<String>,
    /// The column of upper limits.
    #[serde(default)]
    pub upper: Option<String>,
    /// What value and limits are multiplied with to be in the unit shown: 100 for a fraction.
    #[serde(default)]
    pub factor: Option<f64>,
    /// What the counts are multiplied with: 1000 for "x 1 000".
    #[serde(default)]
    pub count_factor: Option<f64>,
    /// The column of answers: yes, preparation, no.
    #[serde(default)]
    pub answer: Option<String>,
    /// The column of statuses: provisional, missing.
    #[serde(default)]
    pub status: Option<String>,
    /// The column with the address of each figure.
    #[serde(default)]
    pub source: Option<String>,
    /// The column with a remark on each figure.
    #[serde(default)]
    pub note: Option<String>,
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
    /// Reads a recipe.
    ///
    /// # Errors
    /// Everything in it that means nothing.
    pub fn read(path: &Path) -> Result<Self, Vec<Problem>> {
        let name = name_of(path);
        let text = file::text(path).map_err(|e| {
            vec![Problem::file(&path.to_string_lossy(), library::io(&e), Expected::ReadableRecipe)]
        })?;
        Self::parse(&name, &text)
    }

    /// Reads a recipe from its text.
    ///
    /// # Errors
    /// As [`Recipe::read`].
    pub fn parse(name: &str, text: &str) -> Result<Self, Vec<Problem>> {
        let recipe: Self = toml::from_str(text)
            .map_err(|e| vec![library::toml(name, text, &e, Expected::Recipe)])?;
        let problems = recipe.check(name);
        if problems.is_empty() { Ok(recipe) } else { Err(problems) }
    }

    /// What the recipe declares to add up, and of which indicators.
    pub fn declared(&self) -> Declared {
        let mut declared = Declared {
            denominators: self.denominator.clone(),
            mirrors: self.mirror.clone(),
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
            let pair = |one: &str, other: &str| Found::Pair(at(), one.into(), other.into());
            if file.region.is_some() == file.region_is.is_some() {
                wrong(pair("region", "region_is"), Expected::OneOfBoth);
            }
            if file.period.is_some() == file.period_is.is_some() {
                wrong(pair("period", "period_is"), Expected::OneOfBoth);
            }
            if let Some(sign) = file.secret.iter().find(|sign| file.missing.contains(sign)) {
                wrong(Found::SecretAndMissing(at(), sign.clone()), Expected::OneOfBoth);
            }
            if file.rounded.is_some_and(|base| base != 5.0 && base != 10.0) {
                wrong(Found::Rounded(at()), Expected::FiveOrTen);
            }
            if file.series.is_empty() {
                wrong(Found::NoSeries(at()), Expected::AtLeastOne);
            }
            for series in &file.series {
                if series.indicator.is_some() == series.indicator_column.is_some() {
                    wrong(pair("indicator", "indicator_column"), Expected::OneOfBoth);
                }
                if series.numerator.is_none() && series.value.is_none() && series.answer.is_none() {
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
