// SPDX-License-Identifier: EUPL-1.2
//! What the columns of a table seem to be, and which of its rows a recipe should choose.

use super::profile::{ColumnProfile, TableProfile};
use crate::prepare::cell::number::trim;
use std::collections::BTreeSet;

/// How columns of regions are called.
const REGIONS: [&str; 6] = ["regios", "regio's", "regio", "gemeente", "region", "gem"];

/// How columns of periods are called.
const PERIODS: [&str; 5] = ["perioden", "periode", "jaar", "period", "year"];

/// What the columns of a table seem to be.
pub(super) struct Guess<'a> {
    pub(super) region: Option<&'a ColumnProfile>,
    /// The municipality that a table of its neighbourhoods begins with.
    pub(super) whole: Option<&'a str>,
    pub(super) period: Option<&'a ColumnProfile>,
    /// The kinds to choose, so that each place and period has one row.
    pub(super) kinds: Vec<(&'a ColumnProfile, String)>,
    /// In a table with a row for each measure: the column of their codes.
    pub(super) measures: Option<&'a ColumnProfile>,
    pub(super) figures: Vec<&'a ColumnProfile>,
}

impl<'a> Guess<'a> {
    pub(super) fn of(table: &'a TableProfile) -> Self {
        let columns = &table.columns;
        // A year looks like a bare municipality code, so periods first.
        let period = columns
            .iter()
            .filter(|c| c.mostly(c.periods))
            .max_by_key(|c| (named(c, &PERIODS), c.periods));
        let others = || columns.iter().filter(|c| period.is_none_or(|p| p.at != c.at));
        let region = others()
            // A named column may hold many places that are no more.
            .filter(|c| c.mostly(c.places) || (c.places > 0 && named(c, &REGIONS)))
            .max_by_key(|c| {
                (named(c, &REGIONS), !c.is_number(), c.codes.len(), c.has_codes(), c.places)
            });
        // A neighbourhood may be called as another municipality is: only the first row counts.
        let mixed = || others().find(|c| !c.is_number() && !c.is_kind() && c.first.is_some());
        let (region, whole) = match region {
            Some(region) => (Some(region), None),
            None => mixed().map_or((None, None), |c| (Some(c), c.first.as_deref())),
        };
        let rest = || others().filter(|c| region.is_none_or(|r| r.at != c.at));
        let measures = rest().find(|c| c.name == "Measure");
        let measures = measures.filter(|_| rest().any(|c| c.name == "Value"));
        let own = ["ID", "Id", "id", "", "X"];
        let code =
            |c: &ColumnProfile| c.name.to_lowercase().contains("code") || c.mostly(c.periods);
        let figures = rest()
            .filter(|c| c.is_number() && !code(c) && !own.contains(&c.name.as_str()))
            .collect();
        let mut guess = Self { region, whole, period, kinds: Vec::new(), measures, figures };
        let aside = ["Measure", "Value", "ValueAttribute", "StringValue"];
        guess.choose(
            table,
            rest().filter(|c| c.is_kind() && !aside.contains(&c.name.as_str())).collect(),
        );
        guess
    }

    /// Chooses kinds until each place and period has one row.
    fn choose(&mut self, table: &'a TableProfile, mut candidates: Vec<&'a ColumnProfile>) {
        let total = |c: &ColumnProfile| {
            let texts = || c.texts.iter();
            let named = texts().find(|t| t.to_lowercase().starts_with("totaal"));
            named.or_else(|| texts().find(|t| t.as_str() == "Gemeente")).cloned()
        };
        candidates.sort_by_key(|c| total(c).is_none());
        let key = [self.region, self.period, self.measures];
        let text =
            |row: &'a csv::StringRecord, c: &ColumnProfile| trim(row.get(c.at).unwrap_or_default());
        let mut rows: Vec<&csv::StringRecord> = table.rows.iter().collect();
        for column in candidates {
            let mut seen = BTreeSet::new();
            let mut keys = rows.iter().map(|row| key.map(|c| c.map(|c| text(row, c))));
            if keys.all(|key| seen.insert(key)) {
                return;
            }
            let left: BTreeSet<&str> = rows.iter().map(|row| text(row, column)).collect();
            let chosen = total(column).filter(|t| left.contains(t.as_str()));
            let Some(chosen) = chosen.or_else(|| left.first().map(ToString::to_string)) else {
                return;
            };
            if left.len() > 1 {
                rows.retain(|row| text(row, column) == chosen);
                self.kinds.push((column, chosen));
            }
        }
    }

    /// The rows that the recipe chooses.
    pub(super) fn chosen<'r>(
        &'r self,
        table: &'r TableProfile,
    ) -> impl Iterator<Item = &'r csv::StringRecord> {
        let whole = self.region.zip(self.whole);
        table.rows.iter().filter(move |row| {
            self.kinds.iter().all(|(column, kind)| cell(row, column) == kind)
                && whole.is_none_or(|(column, name)| cell(row, column) == name)
        })
    }

    /// The column of values of a table with a row for each measure.
    pub(super) fn value<'s>(&self, table: &'s TableProfile) -> Option<&'s ColumnProfile> {
        table.columns.iter().find(|c| self.measures.is_some() && c.name == "Value")
    }
}

/// The cell of a column in a row.
pub(super) fn cell<'r>(row: &'r csv::StringRecord, column: &ColumnProfile) -> &'r str {
    trim(row.get(column.at).unwrap_or_default())
}

fn named(column: &ColumnProfile, names: &[&str]) -> bool {
    let name = column.name.to_lowercase();
    names.iter().any(|n| name == *n || (n.len() > 2 && name.starts_with(n)))
}
