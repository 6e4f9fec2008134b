// SPDX-License-Identifier: EUPL-1.2
//! What a recipe says of a table that is fetched: its code, which rows are wanted, and what its
//! columns are. It has no path: whoever fetched it knows where it lies.

use super::file::{FileRecipe, Groups, Scope, Series, Texts};
use crate::prepare::library;
use crate::prepare::message::Expected;
use crate::prepare::problem::Problem;
use serde::Deserialize;
use std::collections::BTreeMap;

/// The tables of the shipped figures.
pub const SHIPPED: &str = include_str!("../../../www/figures/tables.toml");

/// How the codes of places begin that a table may be asked for.
pub const LEVELS: [&str; 5] = ["NL", "PV", "CR", "GG", "GM"];

/// One table of a publisher.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TableRecipe {
    /// Its code, such as 37201.
    pub id: String,
    /// CBS, RIVM, or the address of a service.
    #[serde(default = "cbs")]
    pub catalogue: String,
    /// What its publisher calls it.
    #[serde(default)]
    pub title: String,
    /// The dimension of regions.
    #[serde(default)]
    pub region: Option<String>,
    /// The one region of a table without such a dimension.
    #[serde(default)]
    pub region_is: Option<String>,
    /// The dimension of periods.
    #[serde(default = "periods")]
    pub period: String,
    /// The first year that is wanted.
    #[serde(default = "first")]
    pub first: i32,
    /// The places that are wanted, by how their codes begin; all where it is empty.
    #[serde(default)]
    pub levels: Vec<String>,
    /// As in a file.
    #[serde(default)]
    pub sum: bool,
    /// As in a file.
    #[serde(default)]
    pub division: Option<i32>,
    /// As in a file.
    #[serde(default)]
    pub groups: Groups,
    /// As in a file.
    #[serde(default)]
    pub ignore: Vec<String>,
    /// As in a file.
    #[serde(default)]
    pub rounded: Option<f64>,
    /// As in a file.
    #[serde(default)]
    pub residual: bool,
    /// Only rows with these titles, or keys, in these dimensions.
    #[serde(default, rename = "where")]
    pub only: BTreeMap<String, Texts>,
    /// What the columns are, by the names in version 3 of OData.
    #[serde(default)]
    pub series: Vec<Series>,
}

fn cbs() -> String {
    "CBS".into()
}

fn periods() -> String {
    "Perioden".into()
}

/// The first year of which the mergers of municipalities are known.
fn first() -> i32 {
    2010
}

/// A file of tables, which a recipe names.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Tables {
    #[serde(default)]
    table: Vec<TableRecipe>,
}

impl TableRecipe {
    /// The tables of a file.
    ///
    /// # Errors
    /// Everything in it that means nothing.
    pub fn parse(name: &str, text: &str) -> Result<Vec<Self>, Vec<Problem>> {
        toml::from_str(text)
            .map(|tables: Tables| tables.table)
            .map_err(|e| vec![library::toml(name, text, &e, Expected::Recipe)])
    }

    /// The dimension of regions, where there is one.
    pub fn region(&self) -> Option<&str> {
        match self.region_is {
            Some(_) => None,
            None => Some(self.region.as_deref().unwrap_or("RegioS")),
        }
    }

    /// All columns that are wanted, each once.
    pub fn columns(&self) -> Vec<String> {
        let mut columns = Vec::new();
        for series in &self.series {
            let counts = series.numerator.iter().chain(&series.denominator).flat_map(Texts::iter);
            let values = [&series.value, &series.lower, &series.upper];
            let values = values.into_iter().flatten().map(String::as_str);
            for column in counts.chain(values) {
                if !columns.iter().any(|known| known == column) {
                    columns.push(column.to_string());
                }
            }
        }
        columns
    }

    /// The dimensions of which only some rows are wanted, with their titles or keys.
    pub fn chosen(&self) -> BTreeMap<String, Vec<String>> {
        let mut chosen: BTreeMap<String, Vec<String>> = BTreeMap::new();
        let series = self.series.iter();
        let series = series.flat_map(|s| s.numerator_where.iter().chain(&s.denominator_where));
        for (dimension, texts) in self.only.iter().chain(series) {
            let known = chosen.entry(dimension.clone()).or_default();
            for text in texts.iter() {
                if !known.iter().any(|k| k == text) {
                    known.push(text.to_string());
                }
            }
        }
        chosen
    }

    /// As the recipe of the files in a folder, with what `column` and `code` say that its columns
    /// and the titles in its dimensions are called there.
    pub fn file(
        &self,
        path: String,
        column: impl Fn(&str) -> String,
        code: impl Fn(&str, &str) -> String,
    ) -> FileRecipe {
        let several = |dimension: &str, texts: &Texts| {
            Texts::Several(texts.iter().map(|text| code(dimension, text)).collect())
        };
        let only = |those: &BTreeMap<String, Texts>| {
            let those = those.iter();
            those.map(|(name, texts)| (name.clone(), several(name, texts))).collect()
        };
        let columns = |texts: &Texts| Texts::Several(texts.iter().map(&column).collect());
        let named = |name: &String| column(name);
        let series = self.series.iter().map(|series| Series {
            numerator: series.numerator.as_ref().map(columns),
            numerator_where: only(&series.numerator_where),
            denominator: series.denominator.as_ref().map(columns),
            denominator_where: only(&series.denominator_where),
            value: series.value.as_ref().map(named),
            lower: series.lower.as_ref().map(named),
            upper: series.upper.as_ref().map(named),
            ..series.clone()
        });
        FileRecipe {
            path,
            region: self.region().map(str::to_string),
            region_is: self.region_is.clone(),
            period: Some(self.period.clone()),
            sum: self.sum,
            division: self.division,
            groups: self.groups,
            ignore: self.ignore.clone(),
            skip_unknown: true,
            rounded: self.rounded,
            residual: self.residual,
            only: only(&self.only),
            series: series.collect(),
            scope: Scope { first: Some(self.first), levels: self.levels.clone() },
            ..FileRecipe::default()
        }
    }
}
