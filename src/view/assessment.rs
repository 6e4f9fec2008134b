// SPDX-License-Identifier: EUPL-1.2
//! How a region stands beside the benchmark, in one word for each case there is.

use super::members::Member;
use crate::indicator::comparison::Verdict;
use crate::indicator::definition::Direction;
use crate::indicator::finding::Outcome;

/// How a region stands. The order is that of rows that are put in order by it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Assessment {
    /// Different for the better.
    Better,
    /// Lower, which is neither good nor bad.
    Lower,
    /// Not to be told apart.
    Similar,
    /// Higher, which is neither good nor bad.
    Higher,
    /// Different for the worse.
    Worse,
    /// A number or an answer that is not compared.
    Unjudged,
    /// Withheld.
    Withheld,
    /// No number.
    Absent,
}

impl Assessment {
    /// Every case, in order.
    pub const ALL: [Self; 8] = [
        Self::Better,
        Self::Lower,
        Self::Similar,
        Self::Higher,
        Self::Worse,
        Self::Unjudged,
        Self::Withheld,
        Self::Absent,
    ];

    /// Where a region stands, with the indicator's direction.
    pub fn of(member: &Member, direction: Direction) -> Self {
        match (&member.finding.outcome, member.verdict()) {
            (Outcome::Withheld, _) => Self::Withheld,
            (Outcome::Absent(_), _) => Self::Absent,
            (_, None) => Self::Unjudged,
            (_, Some(Verdict::Similar)) => Self::Similar,
            (_, Some(verdict)) => match verdict.better(direction) {
                Some(true) => Self::Better,
                Some(false) => Self::Worse,
                None if verdict == Verdict::Lower => Self::Lower,
                None => Self::Higher,
            },
        }
    }

    /// Whether there is a verdict.
    pub fn is_compared(self) -> bool {
        self < Self::Unjudged
    }
}
