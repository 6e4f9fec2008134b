// SPDX-License-Identifier: EUPL-1.2
//! The words of a funnel.

use super::members::MemberWords;
use std::ops::Deref;

/// The words of one language. In the templates `{…}` names what is filled in.
#[derive(Debug)]
pub struct FunnelWords {
    /// The words of views that set regions beside each other.
    pub members: &'static MemberWords,
    /// The average of a funnel, on the chart: `{value}`.
    pub average_label: &'static str,
    /// The limits of a funnel, on the chart.
    pub limit95: &'static str,
    /// Likewise.
    pub limit998: &'static str,
    /// Where numbers are too small to show: `{threshold}`.
    pub hidden_label: &'static str,
    /// A column's head, and what the signs of a funnel mean.
    pub average_head: &'static str,
    /// A place in a funnel: inside the 95 % limits.
    pub inside: &'static str,
    /// Outside them: `{verdict}`.
    pub beyond95: &'static str,
    /// Outside the 99.8 % limits: `{verdict}`.
    pub beyond998: &'static str,
    /// The average of a funnel: `{all}`, `{members}`, `{value}`.
    pub average: &'static str,
    /// Where the own region lies: `{region}`.
    pub own_inside: &'static str,
    /// Likewise: `{region}`, `{verdict}`.
    pub own_beyond95: &'static str,
    /// Likewise: `{region}`, `{verdict}`.
    pub own_beyond998: &'static str,
    /// None lies outside: `{all}`, `{kind}`, `{chance}`.
    pub none_beyond: &'static str,
    /// One lies outside: `{all}`, `{kind}`, `{far}`, `{chance}`.
    pub one_beyond: &'static str,
    /// More do: likewise, and `{count}`.
    pub some_beyond: &'static str,
    /// An expectation: `{count}`.
    pub about: &'static str,
    /// An expectation of less than one.
    pub below_one: &'static str,
    /// How many have no counts: `{count}`, `{kind}`.
    pub no_counts: &'static str,
    /// How the average and the limits came about: `{kind}`.
    pub method: &'static str,
    /// That the own region is in the funnel, but not in its average: `{region}`, `{members}`.
    pub guest: &'static str,
    /// How limits of shares came about.
    pub limits_of_shares: &'static str,
    /// How limits of rates came about.
    pub limits_of_rates: &'static str,
    /// Who is missing: `{kind}`.
    pub bias: &'static str,
    /// What a ranking does otherwise: `{benchmark}`.
    pub not_a_ranking: &'static str,
}

impl Deref for FunnelWords {
    type Target = MemberWords;

    fn deref(&self) -> &MemberWords {
        self.members
    }
}
