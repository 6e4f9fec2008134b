// SPDX-License-Identifier: EUPL-1.2
//! The words of a funnel.

use super::members::MemberWords;
use std::ops::Deref;

/// The words of one language. In the templates `{…}` names what is filled in.
#[derive(Debug)]
pub struct FunnelWords {
    /// The words of views that set regions beside each other.
    pub members: &'static MemberWords,
    /// The headline: `{count}` of `{all}` members of a `{kind}` lie outside the limits, of what the
    /// catalogue calls the `{subject}`.
    pub headline: &'static str,
    /// Beside the line of the average, with its `{value}` and unit: "average 12.1%". A benchmark
    /// has its name there.
    pub average_label: &'static str,
    /// At the end of the inner limits: "95%".
    pub limit95: &'static str,
    /// At the end of the outer limits: "99.8%".
    pub limit998: &'static str,
    /// In the hatched part, where a count below the `{threshold}` would lie: "fewer than 10: not
    /// shown".
    pub hidden_label: &'static str,
    /// The head of the column of positions, and before what the signs mean, where there is no
    /// benchmark: "Compared with the average".
    pub average_head: &'static str,
    /// A position inside the 95 % limits, in a cell, a key or a mark's line: "within the 95%
    /// limits".
    pub inside: &'static str,
    /// A position outside them; `{verdict}` is a short verdict of [`MemberWords`]: "higher (worse):
    /// outside the 95% limits".
    pub beyond95: &'static str,
    /// A position outside the 99.8 % limits: "higher (worse): outside the 99.8% limits".
    pub beyond998: &'static str,
    /// In a sentence: what the limits lie around, of a `{benchmark}`: "the figure of the
    /// Netherlands".
    pub its_figure: &'static str,
    /// The same without a benchmark: "the average".
    pub the_average: &'static str,
    /// In a sentence: `{all}` `{members}` stand around the `{centre}`, with its `{value}`: "The
    /// funnel holds 286 municipalities in the Netherlands, around the average: 12.1%."
    pub around: &'static str,
    /// In a sentence: the `{region}` asked for lies inside the 95 % limits: "Utrecht lies within
    /// the 95% limits around the average: the difference may be chance."
    pub own_inside: &'static str,
    /// It lies outside them, on the side of the `{verdict}`: "Utrecht lies outside the 95% limits
    /// around that average: higher (worse), but within the 99.8% limits …"
    pub own_beyond95: &'static str,
    /// It lies outside the 99.8 % limits: "… and chance hardly ever goes that far."
    pub own_beyond998: &'static str,
    /// In a sentence: none of `{all}` of a `{kind}` lies outside the limits; `{chance}` is how many
    /// would by chance, as the next two say.
    pub none_beyond: &'static str,
    /// One does; `{far}` of them lie outside the outer limits.
    pub one_beyond: &'static str,
    /// `{count}` do, with the same names.
    pub some_beyond: &'static str,
    /// An expected number, rounded: "about 14".
    pub about: &'static str,
    /// An expected number that rounds to nothing: "fewer than 1".
    pub below_one: &'static str,
    /// In a sentence: `{count}` of a `{kind}` have a figure without counts, and no place in a
    /// funnel.
    pub no_counts: &'static str,
    /// In the small print: how the average came about, of members of a `{kind}`.
    pub method: &'static str,
    /// In the small print: what the limits around the figure of a `{benchmark}` are about.
    pub method_benchmark: &'static str,
    /// In the small print: the `{region}` asked for is drawn, but is none of the `{members}` and
    /// is not counted with them.
    pub outsider: &'static str,
    /// In the small print: how the limits of shares were computed.
    pub limits_of_shares: &'static str,
    /// In the small print: how the limits of rates were computed.
    pub limits_of_rates: &'static str,
    /// In the small print, where members are suppressed and there is no benchmark: the average is of
    /// the others.
    pub bias: &'static str,
}

impl Deref for FunnelWords {
    type Target = MemberWords;

    fn deref(&self) -> &MemberWords {
        self.members
    }
}
