// SPDX-License-Identifier: EUPL-1.2
//! The words of the views that set regions beside each other.

use super::Words;
use std::ops::Deref;

/// The words of one language. In the templates `{…}` names what is filled in.
#[derive(Debug)]
pub struct MemberWords {
    /// The words of all views.
    pub words: &'static Words,
    /// What the members are.
    pub municipality: &'static str,
    /// Likewise.
    pub municipalities: &'static str,
    /// Likewise.
    pub health_region: &'static str,
    /// Likewise.
    pub health_regions: &'static str,
    /// Likewise.
    pub province: &'static str,
    /// Likewise.
    pub provinces: &'static str,
    /// The members of an area: `{kind}`, `{area}`.
    pub members_of: &'static str,
    /// The members of similar size: `{region}`, `{count}`.
    pub members_similar: &'static str,
    /// What names the figure: `{name}`, `{members}`.
    pub members_heading: &'static str,
    /// What names a figure of many indicators: `{place}`.
    pub overview_heading: &'static str,
    /// The table's caption: `{name}`, `{members}`, `{period}`.
    pub members_caption: &'static str,
    /// How many have a figure: `{all}`, `{members}`.
    pub figures_of: &'static str,
    /// The only one cannot be told apart: `{benchmark}`.
    pub one_similar: &'static str,
    /// None can be told apart: `{all}`, `{members}`, `{benchmark}`.
    pub all_similar: &'static str,
    /// Most cannot be told apart: `{count}`, `{all}`, `{members}`, `{benchmark}`.
    pub most_similar: &'static str,
    /// Some cannot be told apart: likewise.
    pub some_similar: &'static str,
    /// Some are lower and some higher: `{count}`, `{kind}`, `{verdict}`, `{benchmark}`, `{rest}`,
    /// `{other}`.
    pub both_sides: &'static str,
    /// Some are one of both, none the other: `{count}`, `{kind}`, `{verdict}`, `{benchmark}`,
    /// `{other}`.
    pub one_side: &'static str,
    /// Who is not seen: `{parts}`, with [`MemberWords::and`] between them.
    pub not_seen: &'static str,
    /// Between two parts.
    pub and: &'static str,
    /// How many are withheld: `{count}`, `{kind}`.
    pub withheld_count: &'static str,
    /// How many have no figure: `{count}`, `{kind}`.
    pub absent_count: &'static str,
    /// What chance alone would do: `{all}`, `{kind}`, `{benchmark}`, `{count}`.
    pub by_chance: &'static str,
    /// What similar size means: `{count}`.
    pub similar_size: &'static str,
    /// A column's head: `{benchmark}`.
    pub verdict_head: &'static str,
    /// A verdict in a few words.
    pub lower_better_short: &'static str,
    /// Likewise.
    pub lower_worse_short: &'static str,
    /// Likewise.
    pub lower_short: &'static str,
    /// Likewise.
    pub higher_better_short: &'static str,
    /// Likewise.
    pub higher_worse_short: &'static str,
    /// Likewise.
    pub higher_short: &'static str,
    /// Likewise.
    pub similar_short: &'static str,
    /// Likewise, where nothing is compared.
    pub not_compared_short: &'static str,

    /// What a row of columns is: `{count}`, `{kind}`.
    pub in_order: &'static str,
    /// What is left out of the rows: `{count}`, `{kind}`.
    pub left_out: &'static str,
    /// Before the reason why regions stand apart: `{count}`, `{kind}`.
    pub apart: &'static str,
}

impl Deref for MemberWords {
    type Target = Words;

    fn deref(&self) -> &Words {
        self.words
    }
}
