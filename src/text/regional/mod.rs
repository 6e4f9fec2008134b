// SPDX-License-Identifier: EUPL-1.2
//! The words of the views that set regions beside each other.

#[cfg(feature = "overview")]
pub mod overview;
pub mod nl;
pub mod en;

/// The words of one language. In the templates `{…}` names what is filled in.
#[derive(Debug)]
pub struct Regional {
    /// What the members are.
    pub municipalities: &'static str,
    /// Likewise.
    pub health_regions: &'static str,
    /// Likewise.
    pub provinces: &'static str,
    /// The members of an area: `{kind}`, `{area}`.
    pub members_of: &'static str,
    /// The members of similar size: `{region}`, `{count}`.
    pub members_similar: &'static str,
    /// What names the figure: `{name}`, `{members}`.
    pub areas_heading: &'static str,
    /// What names a figure of many indicators: `{place}`.
    pub overview_heading: &'static str,
    /// The table's caption: `{name}`, `{members}`, `{period}`.
    pub areas_caption: &'static str,
    /// How many are lower, and better: `{count}`, `{all}`, `{members}`, `{benchmark}`, `{value}`.
    pub lower_better: &'static str,
    /// Likewise, and worse.
    pub lower_worse: &'static str,
    /// Likewise, neither good nor bad.
    pub lower: &'static str,
    /// How many are higher, and better: `{count}`.
    pub higher_better: &'static str,
    /// Likewise, and worse.
    pub higher_worse: &'static str,
    /// Likewise, neither good nor bad.
    pub higher: &'static str,
    /// How many cannot be told apart: `{count}`.
    pub similar: &'static str,
    /// No comparison: `{all}`, `{members}`.
    pub unjudged: &'static str,
    /// How many are withheld: `{count}`.
    pub withheld_count: &'static str,
    /// How many have no figure: `{count}`.
    pub absent_count: &'static str,
    /// What chance alone would do: `{all}`, `{count}`.
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
}
