// SPDX-License-Identifier: EUPL-1.2
//! A region beside the benchmark: Fingertips' method.

use super::definition::{Definition, Direction, Kind};
use super::finding::{Finding, Outcome};
use super::period::Period;

/// Where an interval lies from a reference value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// Wholly below it.
    Lower,
    /// Around it: the two cannot be told apart.
    Similar,
    /// Wholly above it.
    Higher,
}

impl Verdict {
    /// Where the interval from `lower` to `upper` lies from `reference`, a fixed value.
    ///
    /// ```
    /// use kansrijke_start::indicator::comparison::Verdict;
    /// assert_eq!(Verdict::of(0.107, 0.206, 0.148), Verdict::Similar);
    /// assert_eq!(Verdict::of(0.107, 0.206, 0.206), Verdict::Similar);
    /// assert_eq!(Verdict::of(0.107, 0.206, 0.207), Verdict::Lower);
    /// ```
    pub fn of(lower: f64, upper: f64, reference: f64) -> Self {
        if upper < reference {
            Self::Lower
        } else if lower > reference {
            Self::Higher
        } else {
            Self::Similar
        }
    }

    /// Whether the difference is for the better (`Some(true)`), for the worse, or neither.
    pub fn better(self, direction: Direction) -> Option<bool> {
        match (self, direction) {
            (Self::Similar, _) | (_, Direction::Context) => None,
            (Self::Lower, Direction::Lower) | (Self::Higher, Direction::Higher) => Some(true),
            (Self::Lower, Direction::Higher) | (Self::Higher, Direction::Lower) => Some(false),
        }
    }
}

/// Why two figures are not compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reason {
    /// The region's figure is withheld.
    Withheld,
    /// The region has no figure.
    Absent,
    /// The region's figure has no interval.
    NoInterval,
    /// The benchmark has no figure of this period.
    NoBenchmark,
    /// The benchmark's figure is of a period of another length.
    OtherWindow,
    /// The benchmark's figure is of another definition.
    OtherDefinition,
    /// A number of persons, a range or an answer is not judged.
    Kind,
}

/// A comparison, or why there is none.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Comparison {
    /// The verdict and the benchmark's value, in the unit shown.
    Compared(Verdict, f64),
    /// Not compared.
    NotCompared(Reason),
}

/// Compares a region's finding of `period` with the benchmark's findings.
pub fn compare(definition: &Definition, own: &Finding, benchmark: &[Finding]) -> Comparison {
    Comparison::of(definition, own, benchmark).unwrap_or_else(Comparison::NotCompared)
}

impl Comparison {
    fn of(definition: &Definition, own: &Finding, others: &[Finding]) -> Result<Self, Reason> {
        let estimate = match &own.outcome {
            Outcome::Shown(estimate) => estimate,
            Outcome::Withheld => return Err(Reason::Withheld),
            Outcome::Absent(_) => return Err(Reason::Absent),
            Outcome::Between(_) | Outcome::Answered(_) => return Err(Reason::Kind),
        };
        if matches!(definition.kind, Kind::Count | Kind::Presence) {
            return Err(Reason::Kind);
        }
        let Some(reference) = at(others, own.period).and_then(|f| f.estimate()) else {
            return Err(absence(definition, own.period, others));
        };
        let interval = estimate.interval.ok_or(Reason::NoInterval)?;
        let verdict = Verdict::of(interval.lower, interval.upper, reference.value);
        Ok(Self::Compared(verdict, reference.value))
    }
}

/// The finding of exactly this period.
pub fn at(findings: &[Finding], period: Period) -> Option<&Finding> {
    findings.iter().find(|f| f.period == period)
}

/// Why no benchmark of this period stands beside the figure.
fn absence(definition: &Definition, period: Period, others: &[Finding]) -> Reason {
    let shown = || others.iter().filter(|f| f.estimate().is_some());
    if shown().any(|f| f.period.contains(period) || period.contains(f.period)) {
        Reason::OtherWindow
    } else if shown().any(|f| !definition.same_definition(f.period, period)) {
        Reason::OtherDefinition
    } else {
        Reason::NoBenchmark
    }
}
