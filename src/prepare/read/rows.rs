// SPDX-License-Identifier: EUPL-1.2
//! The rows of a file, by its recipe, to one sourced record for each indicator, region and period.

use super::builder::RecordBuilders;
use super::columns::Columns;
use super::format::Sink;
use super::keys::{Key, Keys, Place};
use super::tally::Tally;
use crate::indicator::definition::Definition;
use crate::indicator::period::Period;
use crate::prepare::cell::number::{Decimal, trim};
use crate::prepare::cell::sign::{self, Sign, Signs};
use crate::prepare::geography::gazetteer::Gazetteer;
use crate::prepare::message::{Expected, Found};
use crate::prepare::problem::{Problem, Problems};
use crate::prepare::recipe::FileRecipe;
use crate::prepare::sourced::SourcedRecords;
use std::ops::ControlFlow;

/// Takes the rows of the files of one entry of a recipe.
pub struct RowReader<'a> {
    pub(super) recipe: &'a FileRecipe,
    pub(super) definitions: &'a [Definition],
    /// The decimal sign, once known.
    pub decimal: Option<Decimal>,
    /// Whether a number was found whose sign must be learned from the whole file first.
    pub undecided: bool,
    /// Whether the sign comes from the numbers themselves.
    pub learned: bool,
    /// The name of the form of the file that is being read.
    pub form: &'static str,
    /// What was met.
    pub tally: Tally,
    /// What is wrong, with the name of the file that is being read.
    pub problems: Problems,
    pub(super) columns: Columns,
    pub(super) headings: Vec<String>,
    pub(super) signs: Signs,
    pub(super) keys: Keys<'a>,
    pub(super) builders: RecordBuilders,
}

impl<'a> RowReader<'a> {
    /// For one entry of a recipe; `provisional` are the periods that a table of codes calls so.
    pub fn new(
        recipe: &'a FileRecipe,
        definitions: &'a [Definition],
        gazetteer: &'a Gazetteer<'a>,
        provisional: &'a [Period],
    ) -> Self {
        Self {
            recipe,
            definitions,
            decimal: recipe.decimal,
            undecided: false,
            learned: false,
            form: "",
            tally: Tally::default(),
            problems: Problems::default(),
            columns: Columns::default(),
            headings: Vec::new(),
            signs: Signs::of_recipe(&recipe.secret, &recipe.missing),
            keys: Keys::new(recipe, definitions, gazetteer, provisional),
            builders: RecordBuilders::default(),
        }
    }

    /// Enters the records. What was met, and what is wrong.
    pub fn finish(mut self, into: &mut SourcedRecords) -> (Tally, Vec<Problem>) {
        if let Some((found, expected)) = self.keys.unclear() {
            let problem = Problem::file(&self.problems.file, found, expected);
            let _ = self.problems.add(problem);
        }
        if !self.problems.full() {
            self.tally.nobody = self.builders.enter(&self.keys, into, &mut self.problems);
        }
        (self.tally, self.problems.list)
    }

    /// Whether no row said anything of a record.
    pub fn is_empty(&self) -> bool {
        self.builders.is_empty()
    }

    /// The columns with numbers.
    pub fn number_columns(&self) -> Vec<usize> {
        let long = self.columns.measure.map(|(_, value, _)| value);
        self.columns.numbers.iter().map(|(at, _)| *at).chain(long).collect()
    }

    fn says_nothing(&self, fields: &csv::StringRecord) -> bool {
        self.number_columns().into_iter().all(|at| {
            let text = fields.get(at).unwrap_or_default();
            matches!(sign::of(text), Some(Sign::Missing | Sign::Either))
        })
    }

    /// Notes a cell in which something stands that does not belong there.
    pub(super) fn wrong(
        &mut self,
        row: u64,
        column: Option<usize>,
        text: &str,
        expected: Expected,
    ) -> ControlFlow<()> {
        let heading = column.and_then(|at| self.headings.get(at)).map_or("", String::as_str);
        self.problems.cell(row, heading, Found::Quoted(trim(text).into()), expected)
    }

    /// The indicator of a series in a row; `None` for one that the catalogue does not have.
    fn indicator(&mut self, series: usize, fields: &csv::StringRecord) -> Option<u16> {
        let texts = self.columns.texts.get(series)?;
        match texts.indicator {
            Some(at) => self.keys.indicator(trim(fields.get(at)?)),
            None => texts.fixed,
        }
    }

    /// Notes of which indicators a row is left out.
    fn leave_out(&mut self, fields: &csv::StringRecord) {
        for series in 0..self.columns.texts.len() {
            let at = self.indicator(series, fields);
            let definition = at.and_then(|at| self.definitions.get(usize::from(at)));
            self.tally.residual.extend(definition.map(|d| d.id.clone()));
        }
    }
}

impl Sink for RowReader<'_> {
    fn headings(&mut self, headings: &[String]) -> ControlFlow<()> {
        self.headings = headings.to_vec();
        self.signs.learn(self.form, headings);
        match Columns::locate(self.recipe, self.definitions, headings) {
            Ok(columns) => {
                self.columns = columns;
                ControlFlow::Continue(())
            }
            Err((found, expected)) => {
                let problem = Problem::file(&self.problems.file, found, expected);
                let _ = self.problems.add(problem);
                ControlFlow::Break(())
            }
        }
    }

    fn problem(&mut self, problem: Problem) -> ControlFlow<()> {
        self.problems.add(problem)
    }

    fn row(&mut self, row: u64, fields: &csv::StringRecord) -> ControlFlow<()> {
        self.tally.rows += 1;
        if !self.columns.chosen(fields) {
            self.tally.passed += 1;
            return ControlFlow::Continue(());
        }
        let recipe = self.recipe;
        let region = match self.columns.region {
            Some(at) => fields.get(at).unwrap_or_default(),
            None => recipe.region_is.as_deref().unwrap_or_default(),
        };
        let when = match self.columns.period {
            Some(at) => fields.get(at).unwrap_or_default(),
            None => recipe.period_is.as_deref().unwrap_or_default(),
        };
        if !recipe.scope.holds(trim(region), trim(when)) {
            self.tally.passed += 1;
            return ControlFlow::Continue(());
        }
        let place = match self.keys.place(region) {
            Place::Known(place) => place,
            Place::Wrong(wrong) if !self.says_nothing(fields) => {
                let (found, expected) = *wrong;
                let heading = recipe.region.as_deref().unwrap_or("region_is");
                return self.problems.cell(row, heading, found, expected);
            }
            // Of no use here; or a municipality that is no more, of which the file says nothing.
            Place::Skipped | Place::Wrong(..) => {
                self.tally.skipped += 1;
                return ControlFlow::Continue(());
            }
            // They live in the country, and are in its total.
            Place::Nowhere => {
                self.tally.skipped += 1;
                if !self.says_nothing(fields) {
                    self.leave_out(fields);
                }
                return ControlFlow::Continue(());
            }
        };
        let Some((period, provisional)) = self.keys.period(when) else {
            let heading = recipe.period.as_deref().unwrap_or("period_is");
            let found = Found::Quoted(trim(when).into());
            let expected = Expected::Period;
            return self.problems.cell(row, heading, found, expected);
        };
        for series in 0..self.columns.texts.len() {
            let Some(indicator) = self.indicator(series, fields) else {
                let at = self.columns.texts.get(series).and_then(|t| t.indicator);
                let id = at.and_then(|at| fields.get(at)).unwrap_or_default();
                return self.wrong(row, at, id, Expected::CatalogueIndicator);
            };
            let key = Key { indicator, place, period };
            self.put_texts(row, key, series, fields)?;
            self.put_numbers(row, key, series, fields)?;
            if provisional {
                self.builders.slot(row, key).provisional = true;
            }
        }
        ControlFlow::Continue(())
    }
}
