// SPDX-License-Identifier: EUPL-1.2
//! What may be said of one region in one period. Charts, sentences and tables know only this.

use super::observation::Answer;
use super::period::Period;

/// How an interval came about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Method {
    /// Wilson's score interval of a proportion.
    Wilson,
    /// Exact Poisson limits, from 10 events Byar's approximation of them.
    Poisson,
    /// Published with the figure.
    Published,
}

/// The 95 % interval of a figure, in the unit shown.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Interval {
    /// The lower limit.
    pub lower: f64,
    /// The upper limit.
    pub upper: f64,
    /// How it came about.
    pub method: Method,
}

/// A number that may be shown, in the unit shown, with its interval.
#[derive(Clone, Debug, PartialEq)]
pub struct Estimate {
    /// The value.
    pub value: f64,
    /// Its interval, where it has counts or a published one.
    pub interval: Option<Interval>,
    /// How many, where known.
    pub numerator: Option<f64>,
    /// Out of how many, where known.
    pub denominator: Option<f64>,
    /// Whether the publisher calls it provisional.
    pub provisional: bool,
}

/// Why there is no number, other than that it is withheld.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Absence {
    /// None was published.
    Missing,
    /// The municipality's borders changed.
    BorderChange,
    /// A part of the sum is withheld or missing.
    Incomplete,
    /// The question does not apply.
    NotApplicable,
    /// The publisher has one; it was not fetched.
    NotFetched,
}

/// What there is to say.
#[derive(Clone, Debug, PartialEq)]
pub enum Outcome {
    /// A number.
    Shown(Estimate),
    /// A municipality's answer.
    Answered(Answer),
    /// Withheld: too few people to show. Nothing else is known here, on purpose.
    Withheld,
    /// No number, and why.
    Absent(Absence),
}

impl Outcome {
    /// Whether it is withheld.
    pub fn is_withheld(&self) -> bool {
        matches!(self, Self::Withheld)
    }

    /// Whether nobody published anything.
    pub fn is_missing(&self) -> bool {
        matches!(self, Self::Absent(Absence::Missing))
    }

    /// Whether there is a number that was not fetched.
    pub fn is_elsewhere(&self) -> bool {
        matches!(self, Self::Absent(Absence::NotFetched))
    }
}

/// One region's outcome in one period.
#[derive(Clone, Debug, PartialEq)]
pub struct Finding {
    /// The period.
    pub period: Period,
    /// What there is to say of it.
    pub outcome: Outcome,
}

impl Finding {
    /// The number, if one may be shown.
    pub fn estimate(&self) -> Option<&Estimate> {
        match &self.outcome {
            Outcome::Shown(estimate) => Some(estimate),
            _ => None,
        }
    }

    /// Whether there is a number or an answer.
    pub fn says_something(&self) -> bool {
        matches!(self.outcome, Outcome::Shown(_) | Outcome::Answered(_))
    }
}
