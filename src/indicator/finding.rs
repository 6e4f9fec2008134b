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

/// How firm its publisher calls a figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Firmness {
    /// It stands.
    Final,
    /// It may still change.
    Provisional,
    /// It was estimated.
    Estimated,
}

/// Two values between which a figure lies, in the unit shown, as published without a point.
#[derive(Clone, Debug, PartialEq)]
pub struct Range {
    /// The lower one.
    pub lower: f64,
    /// The upper one.
    pub upper: f64,
    /// How firm it is.
    pub firmness: Firmness,
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
    /// How firm it is.
    pub firmness: Firmness,
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
    /// Two values without a number between them: nothing that could be compared.
    Between(Range),
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

    /// The range, where it was published as one.
    pub fn range(&self) -> Option<&Range> {
        match &self.outcome {
            Outcome::Between(range) => Some(range),
            _ => None,
        }
    }

    /// The least and the greatest value that a chart has to have room for; `None` where there is
    /// no number.
    pub fn ends(&self) -> Option<[f64; 2]> {
        match &self.outcome {
            Outcome::Shown(Estimate { value, interval: Some(interval), .. }) => {
                Some([interval.lower.min(*value), interval.upper.max(*value)])
            }
            Outcome::Shown(estimate) => Some([estimate.value; 2]),
            Outcome::Between(range) => Some([range.lower, range.upper]),
            _ => None,
        }
    }

    /// How firm its figure is; an answer and what is not there are as they are.
    pub fn firmness(&self) -> Firmness {
        match &self.outcome {
            Outcome::Shown(estimate) => estimate.firmness,
            Outcome::Between(range) => range.firmness,
            _ => Firmness::Final,
        }
    }

    /// Whether there is a number, a range or an answer.
    pub fn says_something(&self) -> bool {
        matches!(self.outcome, Outcome::Shown(_) | Outcome::Between(_) | Outcome::Answered(_))
    }
}
