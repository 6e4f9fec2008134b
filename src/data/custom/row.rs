// SPDX-License-Identifier: EUPL-1.2
//! One row of custom data, and what its numbers allow of each other.

use super::Problems;
use super::cell::{Cell, written};
use crate::indicator::observation::Status;
use serde::Deserialize;

/// What a row may say. Every member may be missing, or hold anything.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(default)]
pub struct Row {
    /// A CBS code, or a name.
    pub region: Cell,
    /// The region's name, where `region` is a code.
    pub name: Cell,
    /// `2015`, `2010-2015`, `2022-07` or `2022-Q3`.
    pub period: Cell,
    /// In the unit shown.
    pub value: Cell,
    /// The limits of a published interval, in the unit shown; those of a range, without a value.
    pub lower: Cell,
    /// Its upper limit.
    pub upper: Cell,
    /// How many.
    pub numerator: Cell,
    /// Out of how many.
    pub denominator: Cell,
    /// Why there is no figure, or that it is provisional or an estimate.
    pub status: Cell,
}

/// The measures of a row, in the order in which a file has them.
pub(super) const MEASURES: [&str; 5] = ["value", "lower", "upper", "numerator", "denominator"];

/// The numbers of a row and its status, as far as they can be read.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Record {
    pub(super) value: Option<f64>,
    lower: Option<f64>,
    upper: Option<f64>,
    pub(super) numerator: Option<f64>,
    pub(super) denominator: Option<f64>,
    pub(super) status: Option<Status>,
}

impl Record {
    /// The numbers in the order of [`MEASURES`].
    pub(super) fn numbers(&self) -> [Option<f64>; MEASURES.len()] {
        [self.value, self.lower, self.upper, self.numerator, self.denominator]
    }

    /// Reads the row of this number, from 1.
    pub(super) fn read(row: &Row, nth: usize, is_range: bool, problems: &mut Problems) -> Self {
        let cells = [&row.value, &row.lower, &row.upper, &row.numerator, &row.denominator];
        let mut numbers = [None; MEASURES.len()];
        for ((name, cell), number) in MEASURES.into_iter().zip(cells).zip(&mut numbers) {
            if !cell.is_given() {
                continue;
            }
            *number = cell.number();
            let is_count = matches!(name, "numerator" | "denominator");
            match number {
                None => problems.refuse(nth, name, cell.text(), "12.5"),
                Some(count) if is_count && (*count < 0.0 || count.fract() != 0.0) => {
                    problems.refuse(nth, name, cell.text(), "0, 1, 2, …");
                }
                Some(_) => {}
            }
        }
        let [value, lower, upper, numerator, denominator] = numbers;
        let status = Status::parse(&row.status.text());
        let record = Self { value, lower, upper, numerator, denominator, status };
        record.check(row, nth, is_range, problems);
        record
    }

    fn check(&self, row: &Row, nth: usize, is_range: bool, problems: &mut Problems) {
        if self.denominator == Some(0.0) {
            problems.refuse(nth, "denominator", "0", "> 0");
        } else if let (Some(part), Some(all)) = (self.numerator, self.denominator)
            && part > all
        {
            problems.refuse(nth, "numerator", written(part), "≤ denominator");
        }
        let (lower, upper) = (self.lower, self.upper);
        let limit = |limit: Option<f64>| limit.map_or("undefined".into(), written);
        let found = || [&limit(lower), " – ", &*limit(upper)].concat();
        let has_limits = lower.is_some() && upper.is_some();
        let is_given = row.lower.is_given() || row.upper.is_given();
        if is_range {
            // Beside a value it would be an interval.
            let numbers = [self.value, self.numerator, self.denominator];
            let is_alone = numbers.iter().all(Option::is_none);
            if !is_alone || is_given && !(has_limits && lower <= upper) {
                problems.refuse(nth, "lower, upper", found(), "lower ≤ upper");
            }
        } else if is_given {
            let is_between = lower <= self.value && self.value <= upper;
            if !(has_limits && self.value.is_some() && is_between) {
                problems.refuse(nth, "lower, upper", found(), "lower ≤ value ≤ upper");
            }
        }
        if row.status.is_given() && self.status.is_none() {
            let known = Status::ALL.map(Status::word).join(", ");
            problems.refuse(nth, "status", row.status.text(), &known);
        }
    }
}
