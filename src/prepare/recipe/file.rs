// SPDX-License-Identifier: EUPL-1.2
//! What a recipe says of one file: its columns, its rows, its signs.

use super::level::Level;
use crate::prepare::cell::number::Decimal;
use serde::Deserialize;
use std::collections::BTreeMap;

/// One file, or one folder of pages.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FileRecipe {
    /// A path from the recipe.
    pub path: String,
    /// The form, where it should not be recognised.
    #[serde(default)]
    pub format: Option<String>,
    /// The sheet of a workbook.
    #[serde(default)]
    pub sheet: Option<SheetRecipe>,
    /// The cells of the sheet that are the table: `B3:F40`.
    #[serde(default)]
    pub range: Option<String>,
    /// How many rows of the sheet are headings.
    #[serde(default)]
    pub heads: Option<usize>,
    /// The column of regions.
    #[serde(default)]
    pub region: Option<String>,
    /// The one region of the whole file.
    #[serde(default)]
    pub region_is: Option<String>,
    /// What the names in it are, where a name can be a municipality and a province.
    #[serde(default)]
    pub level: Option<Level>,
    /// The column of periods; of a workbook also [`COLUMNS`] or [`SHEET`].
    #[serde(default)]
    pub period: Option<String>,
    /// The one period of the whole file.
    #[serde(default)]
    pub period_is: Option<String>,
    /// The column of a workbook by which persons are counted apart, or [`COLUMNS`].
    #[serde(default)]
    pub category: Option<String>,
    /// The categories that are the numerator.
    #[serde(default)]
    pub numerator_is: Option<Texts>,
    /// The categories that together are the denominator.
    #[serde(default)]
    pub denominator_is: Option<Texts>,
    /// The decimal sign, where the file leaves it open.
    #[serde(default)]
    pub decimal: Option<Decimal>,
    /// Whether several rows of one region and period are parts to be summed.
    #[serde(default)]
    pub sum: bool,
    /// The year whose municipalities all figures are on, where the publisher put those of other
    /// years on them, too.
    #[serde(default)]
    pub division: Option<i32>,
    /// What becomes of rows of provinces, COROP regions and health regions.
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
    /// What the publisher rounded the counts to: 5, 10 or 100.
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
    /// Which periods and places are read, where it is the file of a table.
    #[serde(skip)]
    pub scope: Scope,
}

/// What stands across the columns of a sheet, where a recipe names a column.
pub const COLUMNS: &str = "columns";

/// What the name of a sheet says, where a recipe names a column.
pub const SHEET: &str = "sheet";

/// The form of workbooks that say themselves what is in them.
pub const SWING: &str = "swing";

/// A sheet of a workbook.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(untagged)]
pub enum SheetRecipe {
    /// By its number, counted from 1.
    Number(usize),
    /// By its name.
    Name(String),
}

impl FileRecipe {
    /// Whether it says something that only a workbook can have.
    pub fn is_of_sheet(&self) -> bool {
        let across = [&self.period, &self.category].into_iter().flatten();
        self.sheet.is_some()
            || self.range.is_some()
            || self.heads.is_some()
            || self.category.is_some()
            || across.into_iter().any(|name| name == COLUMNS || name == SHEET)
    }

    /// Whether the file says itself what is in it.
    pub fn is_swing(&self) -> bool {
        self.format.as_deref() == Some(SWING)
    }

    /// An entry for each sheet that its series name.
    pub(super) fn by_sheet(self) -> Vec<Self> {
        let mut entries: Vec<Self> = Vec::new();
        let bare = Self { series: Vec::new(), ..self.clone() };
        for mut series in self.series {
            let sheet = series.sheet.take().or_else(|| bare.sheet.clone());
            match entries.iter_mut().find(|entry| entry.sheet == sheet) {
                Some(entry) => entry.series.push(series),
                None => entries.push(Self { sheet, series: vec![series], ..bare.clone() }),
            }
        }
        if entries.is_empty() { vec![bare] } else { entries }
    }
}

/// Which rows of a fetched table are read: a server may send more than it was asked for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Scope {
    /// Only whole years, from this one.
    pub first: Option<i32>,
    /// Only places whose codes begin so: `GM`, `NL`; any where it is empty.
    pub levels: Vec<String>,
}

/// What becomes of rows of provinces, COROP regions and health regions. Where files differ about an
/// indicator, the first holds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Groups {
    /// They are computed from the municipalities; their rows are not used.
    Sum,
    /// They are computed where the file has all municipalities, and else carried where the region
    /// was then what it is in the reference year.
    SumOrPublished,
    /// They are carried as the file has them.
    #[default]
    Published,
}

/// What a cell means in which nothing stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Empty {
    /// There is no number.
    #[default]
    Missing,
    /// The publisher has one; it was not fetched.
    NotFetched,
}

impl Scope {
    /// Whether a row of this place and period is read, by their codes.
    pub(in crate::prepare) fn holds(&self, region: &str, period: &str) -> bool {
        let begins = |level: &String| region.starts_with(level.as_str());
        if !self.levels.is_empty() && !self.levels.iter().any(begins) {
            return false;
        }
        let Some(first) = self.first else { return true };
        let (year, rest) = period.split_at_checked(4).unwrap_or((period, ""));
        (rest.is_empty() || rest.starts_with("JJ")) && year.parse().is_ok_and(|y: i32| y >= first)
    }
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
    /// The sheet of a workbook, where it is another than the file's.
    #[serde(default)]
    pub sheet: Option<SheetRecipe>,
    /// The indicator's id.
    #[serde(default)]
    pub indicator: Option<String>,
    /// The name of a count that is no indicator: what a `[[rate]]` divides by.
    #[serde(default)]
    pub count: Option<String>,
    /// The column with the indicators' ids.
    #[serde(default)]
    pub indicator_column: Option<String>,
    /// The column of numerators; of several, their sum.
    #[serde(default)]
    pub numerator: Option<Texts>,
    /// Only rows with these texts in these columns give a numerator.
    #[serde(default)]
    pub numerator_where: BTreeMap<String, Texts>,
    /// The column of denominators; of several, their sum.
    #[serde(default)]
    pub denominator: Option<Texts>,
    /// Only rows with these texts in these columns give a denominator.
    #[serde(default)]
    pub denominator_where: BTreeMap<String, Texts>,
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
    /// What a cell means in which nothing stands.
    #[serde(default)]
    pub empty: Empty,
    /// The column with the address of each figure.
    #[serde(default)]
    pub source: Option<String>,
    /// The column with a remark on each figure.
    #[serde(default)]
    pub note: Option<String>,
}

impl Series {
    /// The indicator, or the count, that the recipe names.
    pub fn id(&self) -> Option<&String> {
        self.indicator.as_ref().or(self.count.as_ref())
    }
}
