// SPDX-License-Identifier: EUPL-1.2
//! How a share moved over its last five periods: Fingertips' recent trend.

use super::definition::{Counted, Definition, Direction, Kind};
use super::finding::Finding;
use super::period::Period;
use crate::stats::trend::{self, PERIODS, Verdict, Year};

/// The recent trend of one region.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RecentTrend {
    /// From the first day of the five periods to the last.
    pub span: Period,
    /// What they say together; that it cannot be calculated where one of them has no figure.
    pub verdict: Verdict,
}

impl RecentTrend {
    /// The recent trend of a region's `findings`, earliest first, over the five periods as long
    /// as `last` that touch each other and end with it. From what is released alone: a period
    /// that is withheld or missing among the five leaves nothing to calculate, and no earlier
    /// one stands in for it.
    ///
    /// `None` where there is nothing to speak of: another kind of number than a share of
    /// persons, figures without counts, fewer than five periods of one definition, a share of
    /// exactly 0 or 1, or fewer than two figures among the five, between which nobody would
    /// look for a direction. So are periods that are not whole years: they follow the seasons.
    pub fn of(definition: &Definition, findings: &[Finding], last: Period) -> Option<Self> {
        // Of all municipalities together no chance is left for a test to measure.
        let is_share = matches!(definition.kind, Kind::Share | Kind::Rate)
            && definition.counted == Counted::Persons;
        if !is_share || last.months() % 12 != 0 {
            return None;
        }
        let (mut first, mut count) = (last, 0);
        let mut years = Vec::new();
        for finding in findings.iter().rev() {
            let period = finding.period;
            let continues = if count == 0 {
                period == last
            } else {
                period.months() == last.months()
                    && period.touches(first)
                    && definition.same_definition(period, last)
            };
            if !continues || count == PERIODS {
                continue;
            }
            (first, count) = (period, count + 1);
            if let Some(estimate) = finding.estimate() {
                let (numerator, denominator) = estimate.numerator.zip(estimate.denominator)?;
                years.push(Year { year: period.middle(), numerator, denominator });
            } else if count == 1 {
                return None;
            }
        }
        if count < PERIODS {
            return None;
        }
        let verdict = trend::recent(&years).ok()?.verdict;
        let is_whole = years.len() == PERIODS;
        let is_known = verdict != Verdict::CannotBeCalculated;
        (is_known || !is_whole && years.len() > 1).then_some(Self { span: first.to(last), verdict })
    }

    /// Whether the change is for the better (`Some(true)`), for the worse, or neither.
    pub fn better(self, direction: Direction) -> Option<bool> {
        match (self.verdict, direction) {
            (Verdict::Increasing, Direction::Higher) | (Verdict::Decreasing, Direction::Lower) => {
                Some(true)
            }
            (Verdict::Increasing, Direction::Lower) | (Verdict::Decreasing, Direction::Higher) => {
                Some(false)
            }
            _ => None,
        }
    }
}
