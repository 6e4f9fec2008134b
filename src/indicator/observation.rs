// SPDX-License-Identifier: EUPL-1.2
//! A record as the publisher has it: the only type with raw counts.

use super::period::Period;

/// Why a record has no figure, as the file says it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Status {
    /// A figure that is not final.
    Provisional,
    /// A figure that its publisher calls an estimate.
    Estimate,
    /// Withheld by disclosure control when the file was made.
    Withheld,
    /// The publisher has none.
    Missing,
    /// The municipality's borders changed so that its figure cannot be made.
    BorderChange,
    /// One of the records that would be summed is withheld or missing.
    Incomplete,
    /// The question does not apply here.
    NotApplicable,
    /// The publisher has one, and whoever made the file has not fetched it.
    NotFetched,
}

impl Status {
    /// Every status.
    pub const ALL: [Self; 8] = [
        Self::Provisional,
        Self::Estimate,
        Self::Withheld,
        Self::Missing,
        Self::BorderChange,
        Self::Incomplete,
        Self::NotApplicable,
        Self::NotFetched,
    ];

    /// The word that stands for it in a file.
    pub fn word(self) -> &'static str {
        match self {
            Self::Provisional => "provisional",
            Self::Estimate => "estimate",
            Self::Withheld => "withheld",
            Self::Missing => "missing",
            Self::BorderChange => "border-change",
            Self::Incomplete => "incomplete",
            Self::NotApplicable => "not-applicable",
            Self::NotFetched => "not-fetched",
        }
    }

    /// Whether a record of this status has a figure.
    pub fn has_figure(self) -> bool {
        matches!(self, Self::Provisional | Self::Estimate)
    }

    /// The status that a file's word names.
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|status| status.word() == word)
    }
}

/// A municipality's answer to a question of presence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Answer {
    /// It has it.
    Yes,
    /// It is making it.
    Preparation,
    /// It has it not.
    No,
}

impl Answer {
    /// The number that stands for it in a file: 2, 1, 0.
    pub fn number(self) -> f64 {
        match self {
            Self::Yes => 2.0,
            Self::Preparation => 1.0,
            Self::No => 0.0,
        }
    }

    /// The answer that a file's number stands for.
    pub fn from_number(number: f64) -> Option<Self> {
        [Self::Yes, Self::Preparation, Self::No].into_iter().find(|a| a.number() == number)
    }
}

/// One indicator, one region, one period, as it stands in the data. Each number may be absent.
#[derive(Clone, Debug, PartialEq)]
pub struct Observation {
    /// The region's code.
    pub region: String,
    /// The period.
    pub period: Period,
    /// The published value, in the unit shown (14.8 for 14,8%).
    pub value: Option<f64>,
    /// How many.
    pub numerator: Option<f64>,
    /// Out of how many.
    pub denominator: Option<f64>,
    /// The lower limit of a published interval or range, in the unit shown.
    pub lower: Option<f64>,
    /// Its upper limit.
    pub upper: Option<f64>,
    /// The answer of a municipality.
    pub answer: Option<Answer>,
    /// What the file says about the record.
    pub status: Option<Status>,
}

impl Observation {
    /// Whether there is a number, a range or an answer.
    pub fn is_figure(&self) -> bool {
        let numbers = [self.value, self.numerator, self.lower];
        numbers.iter().any(Option::is_some) || self.answer.is_some()
    }
}
