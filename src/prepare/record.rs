// SPDX-License-Identifier: EUPL-1.2
//! The records of one indicator while the files are being made: not yet released.

use crate::indicator::definition::{Definition, Kind};
use crate::indicator::observation::{Answer, Observation, Status};
use crate::indicator::period::Period;
use std::collections::BTreeMap;

/// What is known of one region in one period.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Record {
    /// The published value, in the unit shown.
    pub value: Option<f64>,
    /// How many.
    pub numerator: Option<f64>,
    /// Out of how many.
    pub denominator: Option<f64>,
    /// The published lower limit.
    pub lower: Option<f64>,
    /// The published upper limit.
    pub upper: Option<f64>,
    /// A municipality's answer.
    pub answer: Option<Answer>,
    /// Why there is no figure, or that it is not final.
    pub status: Option<Status>,
    /// The address of this figure, where it has one of its own.
    pub source: Option<String>,
    /// What must be known of this figure.
    pub note: Option<String>,
}

impl Record {
    /// A record without a figure, and why.
    pub fn without(status: Status) -> Self {
        Self { status: Some(status), ..Self::default() }
    }

    /// A record of counts; an indicator without a denominator keeps none.
    pub fn counted(definition: &Definition, numerator: f64, denominator: f64) -> Self {
        let whole = matches!(definition.kind, Kind::Share | Kind::Rate | Kind::Presence);
        Self {
            numerator: Some(numerator),
            denominator: whole.then_some(denominator),
            ..Self::default()
        }
    }

    /// Whether there is a number, a range or an answer.
    pub fn is_figure(&self) -> bool {
        let numbers = [self.value, self.numerator, self.lower];
        numbers.iter().any(Option::is_some) || self.answer.is_some()
    }

    /// As the core reads it.
    pub fn observation(&self, region: &str, period: Period) -> Observation {
        Observation {
            region: region.into(),
            period,
            value: self.value,
            numerator: self.numerator,
            denominator: self.denominator,
            lower: self.lower,
            upper: self.upper,
            answer: self.answer,
            status: self.status,
        }
    }
}

/// The records of one indicator, by region and period.
pub type Records = BTreeMap<(String, Period), Record>;

/// Those of a region by its code, by period. Most files are of one region, and most records of others.
pub fn of_region<'a>(
    records: &'a Records,
    code: &'a str,
) -> impl Iterator<Item = (&'a (String, Period), &'a Record)> {
    let from = (code.to_string(), Period::BEFORE_ALL);
    records.range(from..).take_while(move |((other, _), _)| other == code)
}
