// SPDX-License-Identifier: EUPL-1.2
//! The words of the views that set regions beside each other.

use super::Words;
use std::ops::Deref;

/// The words of one language. In the templates `{…}` names what is filled in.
#[derive(Debug)]
pub struct MemberWords {
    /// The words of all views.
    pub words: &'static Words,
    /// What one member is: "municipality". This and the next five fill `{kind}` in the templates
    /// below, by the number that stands beside it.
    pub municipality: &'static str,
    /// What several members are: "municipalities".
    pub municipalities: &'static str,
    /// One region of a municipal health service: "public health region".
    pub health_region: &'static str,
    /// Several of them: "public health regions".
    pub health_regions: &'static str,
    /// One COROP region: "COROP region".
    pub corop: &'static str,
    /// Several of them: "COROP regions".
    pub corops: &'static str,
    /// One province: "province".
    pub province: &'static str,
    /// Several of them: "provinces".
    pub provinces: &'static str,
    /// The members of a scope, with their `{kind}` and the `{area}` that they lie in, a place in a
    /// sentence: "municipalities in the province of Utrecht".
    pub members_of: &'static str,
    /// The members of similar size, with the `{region}` asked for and the `{count}` of the others:
    /// "Utrecht and the 30 municipalities nearest to it in size".
    pub members_similar: &'static str,
    /// The heading, with the indicator's `{name}` and the `{members}` as in the two above: "Teenage
    /// mothers: municipalities in the Netherlands".
    pub members_heading: &'static str,
    /// The headline where members of a `{kind}` differ both ways: `{count}` the `{one}` and
    /// `{rest}` the `{other}`. The `{subject}`, what the catalogue calls what is counted, begins
    /// the line here and in the next three: "Preterm birth: lower in 9 municipalities, higher in 12
    /// than in the Netherlands".
    pub headline_both: &'static str,
    /// The headline where they differ one way.
    pub headline_one: &'static str,
    /// The headline where none of them differs.
    pub headline_none: &'static str,
    /// The headline without a benchmark: how many members have a figure.
    pub headline_figures: &'static str,
    /// The figure of the `{region}` asked for, its `{value}` with the unit, and that of the
    /// `{benchmark}`, `{other}`, without a verdict: "Utrecht: 12.1%; the Netherlands: 16.3%."
    pub own_beside: &'static str,
    /// The same with the `{verdict}` that they differ: "Utrecht: 12.1%, lower (better) than the
    /// Netherlands (16.3%)."
    pub own_differs: &'static str,
    /// The same where they cannot be told apart.
    pub own_similar: &'static str,
    /// The heading of a figure of many indicators; `{place}` is the region of a profile, or the
    /// members of a heat map: "Solid Start: Utrecht".
    pub overview_heading: &'static str,
    /// The caption of the table, with `{name}`, `{members}` and the `{period}`: "Teenage mothers:
    /// municipalities in the Netherlands, 2015".
    pub members_caption: &'static str,
    /// How many members have a figure: `{all}` of them, as a number, and `{members}`: "There is a
    /// figure for 286 municipalities in the Netherlands."
    pub figures_of: &'static str,
    /// The only member with a verdict cannot be told apart from the `{benchmark}`, a place whose
    /// value may follow in brackets: "The difference from the Netherlands there may be chance."
    pub one_similar: &'static str,
    /// None of `{all}` can be told apart, with `{members}` and `{benchmark}`: "For all 26
    /// municipalities in … with a figure the difference … may be chance."
    pub all_similar: &'static str,
    /// More than half, `{count}` of `{all}`, cannot: "For most municipalities in … (200 of 286) the
    /// difference … may be chance."
    pub most_similar: &'static str,
    /// Half or less, `{count}` of `{all}`, cannot: "For 100 of the 286 municipalities in …"
    pub some_similar: &'static str,
    /// `{count}` members of a `{kind}` differ one way (`{verdict}`), `{rest}` the `{other}` way:
    /// "In 9 municipalities the figure is lower (better) than in the Netherlands; in 12 it is
    /// higher (worse)."
    pub both_sides: &'static str,
    /// `{count}` differ one way and none the `{other}`: "In 9 municipalities the figure is lower
    /// (better) than in the Netherlands; nowhere is it higher."
    pub one_side: &'static str,
    /// Who is not in the picture; `{parts}` are the next two, joined by [`MemberWords::and`]: "Not
    /// seen: 4 municipalities with too few children or parents."
    pub not_seen: &'static str,
    /// Between two parts, with its blanks: " and ".
    pub and: &'static str,
    /// How many are suppressed, their `{count}` and `{kind}`: "4 municipalities with too few
    /// children or parents".
    pub withheld_count: &'static str,
    /// How many have no figure for another reason: "2 municipalities without a figure".
    pub absent_count: &'static str,
    /// In the small print: of `{all}` comparisons, as many as `{count}` would come out different by
    /// chance alone: "Even if all 286 municipalities were exactly like the Netherlands, about 14
    /// would show a difference by chance."
    pub by_chance: &'static str,
    /// In the small print: how the `{count}` members of similar size were found.
    pub similar_size: &'static str,
    /// The head of the column of verdicts, also above the signs of a chart: "Compared with the
    /// Netherlands".
    pub verdict_head: &'static str,
    /// A verdict in a cell or a key, here and in the next six: "lower (better)".
    pub lower_better_short: &'static str,
    /// Lower, which is bad: "lower (worse)".
    pub lower_worse_short: &'static str,
    /// Lower, which is neither: "lower".
    pub lower_short: &'static str,
    /// Higher, which is good: "higher (better)".
    pub higher_better_short: &'static str,
    /// Higher, which is bad: "higher (worse)".
    pub higher_worse_short: &'static str,
    /// Higher, which is neither: "higher".
    pub higher_short: &'static str,
    /// The two cannot be told apart, which does not say that they are equal: "not to be told
    /// apart".
    pub similar_short: &'static str,
    /// There is no verdict: "not compared".
    pub not_compared_short: &'static str,

    /// Below a row of columns, their `{count}` and `{kind}`: "178 municipalities, from low to
    /// high".
    pub in_order: &'static str,
    /// In the place of rows that are left out: "… 150 municipalities …".
    pub left_out: &'static str,
    /// Below the chart, before the reason why members have no place in it: "4 municipalities: ".
    pub apart: &'static str,
}

impl Deref for MemberWords {
    type Target = Words;

    fn deref(&self) -> &Words {
        self.words
    }
}
