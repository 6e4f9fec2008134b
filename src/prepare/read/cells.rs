// SPDX-License-Identifier: EUPL-1.2
//! The cells of a row, into the builders of its records.

use super::columns::Target;
use super::keys::Key;
use super::remarks::Remarks;
use super::rows::RowReader;
use crate::prepare::cell::number::{self, Decimal, Refusal, trim};
use crate::prepare::cell::sign::{Cell, Sign};
use crate::prepare::message::{Expected, Found};
use std::ops::ControlFlow;

impl RowReader<'_> {
    fn may_learn(&self) -> bool {
        self.recipe.decimal.is_none() && !self.learned
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
        let builder = self.builders.slot(row, key);
        match cell {
            Cell::Sign(Sign::Missing) => builder.lack(target),
            Cell::Sign(Sign::Either) if target.is_limit() => builder.lack(target),
            // What may be secret is kept so: nobody can take back what was published.
            Cell::Sign(Sign::Secret | Sign::Either) => builder.withheld = true,
            Cell::Number(n) if n < 0.0 => {
                return self.wrong(row, Some(column), text, Expected::NotNegative);
            }
            Cell::Number(n) => {
                let first = builder.row;
                if !builder.add(target, n, sum) {
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
    pub(super) fn put_texts(
        &mut self,
        row: u64,
        key: Key,
        series: usize,
        fields: &csv::StringRecord,
    ) -> ControlFlow<()> {
        let Some(columns) = self.columns.texts.get(series).filter(|c| c.any()) else {
            return ControlFlow::Continue(());
        };
        let texts = match Remarks::read(columns, fields) {
            Ok(texts) => texts,
            Err((at, text, expected)) => return self.wrong(row, at, &text, expected),
        };
        let builder = self.builders.slot(row, key);
        let (first, begun) = (builder.texts.is_none(), builder.row);
        builder.texts = Some(Box::new(texts));
        if first || self.recipe.sum {
            return ControlFlow::Continue(());
        }
        let found = Found::RowTwice(begun);
        self.problems.row(row, found, Expected::RowOnce)
    }

    /// The numbers of a row that belong to a record.
    pub(super) fn put_numbers(
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
            if target.series == series && self.columns.gives(target, fields) {
                self.put(row, key, column, target, fields.get(column).unwrap_or_default())?;
            }
        }
        let Some((measure, value, attribute)) = self.columns.measure else {
            return ControlFlow::Continue(());
        };
        let name = fields.get(measure).map_or("", trim);
        let mut measures = self.columns.measures.iter();
        let wanted = |(m, t): &&(String, Target)| {
            m == name && t.series == series && self.columns.gives(*t, fields)
        };
        let Some((_, target)) = measures.find(wanted) else {
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
                self.builders.slot(row, key).remark = Some(other.into());
                ""
            }
        };
        self.put(row, key, value, target, text)
    }
}
