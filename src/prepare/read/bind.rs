// SPDX-License-Identifier: EUPL-1.2
//! The rows of a file, by its recipe, to one raw record for each indicator, region and period.

use super::columns::{Columns, Target};
use super::format::Sink;
use super::gather::Gathering;
use super::keys::{Key, Keys, Place};
use super::said::Said;
use super::tally::Tally;
use crate::indicator::definition::Definition;
use crate::indicator::period::Period;
use crate::prepare::cell::number::{self, Decimal, Refusal, trim};
use crate::prepare::cell::sign::{self, Cell, Sign, Signs};
use crate::prepare::geography::gazetteer::Gazetteer;
use crate::prepare::message::{Expected, Found};
use crate::prepare::problem::{Problem, Problems};
use crate::prepare::raw::Raws;
use crate::prepare::recipe::FileRecipe;
use std::ops::ControlFlow;

/// Takes the rows of the files of one entry of a recipe.
pub struct Binder<'a> {
    recipe: &'a FileRecipe,
    definitions: &'a [Definition],
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
    columns: Columns,
    headings: Vec<String>,
    signs: Signs,
    keys: Keys<'a>,
    gathered: Gathering,
}

impl<'a> Binder<'a> {
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
            signs: Signs::told(&recipe.secret, &recipe.missing),
            keys: Keys::new(recipe, definitions, gazetteer, provisional),
            gathered: Gathering::default(),
        }
    }

    /// Enters the records. What was met, and what is wrong.
    pub fn finish(mut self, into: &mut Raws) -> (Tally, Vec<Problem>) {
        if let Some((found, expected)) = self.keys.unclear() {
            let problem = Problem::file(&self.problems.file, found, expected);
            let _ = self.problems.add(problem);
        }
        if !self.problems.full() {
            self.tally.nobody = self.gathered.enter(&self.keys, into, &mut self.problems);
        }
        (self.tally, self.problems.list)
    }

    /// Whether no row said anything of a record.
    pub fn is_empty(&self) -> bool {
        self.gathered.is_empty()
    }

    /// The columns with numbers.
    pub fn number_columns(&self) -> Vec<usize> {
        let long = self.columns.measure.map(|(_, value, _)| value);
        self.columns.numbers.iter().map(|(at, _)| *at).chain(long).collect()
    }

    fn may_learn(&self) -> bool {
        self.recipe.decimal.is_none() && !self.learned
    }

    fn says_nothing(&self, fields: &csv::StringRecord) -> bool {
        self.number_columns().into_iter().all(|at| {
            let text = fields.get(at).unwrap_or_default();
            matches!(sign::of(text), Some(Sign::Missing | Sign::Either))
        })
    }

    /// Notes a cell in which something stands that does not belong there.
    fn wrong(
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
    fn indicator(&mut self, series: usize, fields: &csv::StringRecord) -> Option<u32> {
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
            let definition = at.and_then(|at| self.definitions.get(at as usize));
            self.tally.residual.extend(definition.map(|d| d.id.clone()));
        }
    }

    /// Puts a number into a record.
    fn put(
        &mut self,
        row: u64,
        key: Key,
        column: usize,
        target: Target,
        text: &str,
    ) -> ControlFlow<()> {
        let cell = match self.signs.cell(text, self.decimal) {
            Ok(cell) => cell,
            Err(Refusal::Ambiguous) => {
                self.undecided = true;
                return ControlFlow::Break(());
            }
            // A form may be saved again by a program with other habits.
            Err(Refusal::NotANumber) if self.may_learn() && number::evidence(text).is_some() => {
                self.undecided = true;
                return ControlFlow::Break(());
            }
            Err(Refusal::NotANumber) => {
                let expected = match self.decimal {
                    Some(Decimal::Comma) => Expected::DecimalComma,
                    Some(Decimal::Point) => Expected::DecimalPoint,
                    None => Expected::Number,
                };
                return self.wrong(row, Some(column), text, expected);
            }
        };
        // Signs that this file must be consistent about are learned before any is used.
        if self.decimal.is_none() && number::evidence(text).is_some() {
            self.undecided = true;
            return ControlFlow::Break(());
        }
        let sum = self.recipe.sum;
        if cell == Cell::Sign(Sign::Either) {
            *self.tally.unclear.entry(trim(text).to_string()).or_default() += 1;
        }
        let gathered = self.gathered.slot(row, key);
        match cell {
            Cell::Sign(Sign::Missing) => gathered.lack(target),
            Cell::Sign(Sign::Either) if target.is_limit() => gathered.lack(target),
            // What may be secret is kept so: nobody can take back what was published.
            Cell::Sign(Sign::Secret | Sign::Either) => gathered.withheld = true,
            Cell::Number(n) if n < 0.0 => {
                return self.wrong(row, Some(column), text, Expected::NotNegative);
            }
            Cell::Number(n) => {
                let first = gathered.row;
                if !gathered.add(target, n, sum) {
                    return self.twice(row, key, column, first);
                }
            }
        }
        ControlFlow::Continue(())
    }

    /// Notes a figure of a region and period that had one.
    fn twice(&mut self, row: u64, key: Key, column: usize, first: u64) -> ControlFlow<()> {
        let (code, period) = match self.keys.meaning(key) {
            Some((_, code, period)) => (code.to_string(), period.code()),
            None => (String::new(), String::new()),
        };
        let heading = self.headings.get(column).map_or("", String::as_str);
        self.problems.cell(
            row,
            heading,
            Found::FigureTwice(code, period, first),
            Expected::FigureOnce,
        )
    }

    /// The texts of a row that belong to a record.
    fn put_texts(
        &mut self,
        row: u64,
        key: Key,
        series: usize,
        fields: &csv::StringRecord,
    ) -> ControlFlow<()> {
        let Some(columns) = self.columns.texts.get(series).filter(|c| c.any()) else {
            return ControlFlow::Continue(());
        };
        let texts = match Said::read(columns, fields) {
            Ok(texts) => texts,
            Err((at, text, expected)) => return self.wrong(row, at, &text, expected),
        };
        let gathered = self.gathered.slot(row, key);
        let (first, begun) = (gathered.texts.is_none(), gathered.row);
        gathered.texts = Some(Box::new(texts));
        if first || self.recipe.sum {
            return ControlFlow::Continue(());
        }
        let found = Found::RowTwice(begun);
        self.problems.row(row, found, Expected::RowOnce)
    }

    /// The numbers of a row that belong to a record.
    fn put_numbers(
        &mut self,
        row: u64,
        key: Key,
        series: usize,
        fields: &csv::StringRecord,
    ) -> ControlFlow<()> {
        for nth in 0..self.columns.numbers.len() {
            let Some((column, target)) = self.columns.numbers.get(nth).copied() else {
                continue;
            };
            if target.series == series {
                self.put(row, key, column, target, fields.get(column).unwrap_or_default())?;
            }
        }
        let Some((measure, value, attribute)) = self.columns.measure else {
            return ControlFlow::Continue(());
        };
        let name = fields.get(measure).map_or("", trim);
        let mut measures = self.columns.measures.iter();
        let Some((_, target)) = measures.find(|(m, t)| m == name && t.series == series) else {
            return ControlFlow::Continue(());
        };
        // Whatever the attribute says but "None", there is no value.
        let said = attribute.and_then(|at| fields.get(at)).map_or("None", trim);
        let target = *target;
        let text = match said {
            "None" | "" => fields.get(value).unwrap_or_default(),
            "Confidential" => said,
            "Impossible" => "",
            other => {
                self.gathered.slot(row, key).remark = Some(other.into());
                ""
            }
        };
        self.put(row, key, value, target, text)
    }
}

impl Sink for Binder<'_> {
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
        let place = match self.keys.place(region) {
            Place::Known(place) => place,
            Place::Wrong(found, expected) if !self.says_nothing(fields) => {
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
        let when = match self.columns.period {
            Some(at) => fields.get(at).unwrap_or_default(),
            None => recipe.period_is.as_deref().unwrap_or_default(),
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
                self.gathered.slot(row, key).provisional = true;
            }
        }
        ControlFlow::Continue(())
    }
}
