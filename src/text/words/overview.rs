// SPDX-License-Identifier: EUPL-1.2
//! The words of the views of many indicators.

use super::members::MemberWords;
use std::ops::Deref;

/// One text for none, one for one, one for many of what is counted: `{count}`.
pub type Counted = [&'static str; 3];

/// The words of one language. In the templates `{…}` names what is filled in; `{names}` is a
/// colon and what is meant.
#[derive(Debug)]
pub struct OverviewWords {
    /// The words of views that set regions beside each other.
    pub members: &'static MemberWords,
    /// Above the indicators of each phase: before, during and after the pregnancy, the programme,
    /// and those of context.
    pub groups: [&'static str; 5],
    /// An assessment in a few words: different for the better, whichever side that is: "better".
    pub better_word: &'static str,
    /// Different for the worse: "worse".
    pub worse_word: &'static str,
    /// Between the last of a list and those before it, with its blanks: " and ".
    pub and: &'static str,
    /// A `{heading}` with the `{period}`, where all indicators are of one: "Solid Start: Utrecht,
    /// 2015".
    pub dated_heading: &'static str,
    /// The `{name}` of an indicator in a sentence: "‘Teenage mothers’".
    pub quoted: &'static str,
    /// Below an indicator's name: which way is better, lower and higher.
    pub better_is: [&'static str; 2],

    /// The headline of a profile or a heat map: the `{place}` or the members that it shows beside
    /// the `{benchmark}`, and the `{count}` of its topics: "Utrecht beside the Netherlands: 12
    /// topics".
    pub headline: &'static str,
    /// The same of the benchmark itself.
    pub headline_alone: &'static str,
    /// Of a `{place}`, none of whose figures can be compared with the `{benchmark}`: "No figures of
    /// … can be compared with …"
    pub none_compared: &'static str,
    /// Of the benchmark's own profile, its `{place}` and the `{members}` around it: "These are the
    /// figures of the Netherlands, amid the spread of …"
    pub benchmark_itself: &'static str,
    /// None is better and none is worse: "No figure of Utrecht is clearly better or worse than in
    /// the Netherlands."
    pub no_difference: &'static str,
    /// What the signs of a profile mean: of a `{place}` beside the `{benchmark}`.
    pub reading: &'static str,
    /// Which are better than in the `{benchmark}`: `{names}` is a colon and their names.
    pub better: &'static str,
    /// Which are worse.
    pub worse: &'static str,
    /// Which of context are lower.
    pub lower: &'static str,
    /// Which of context are higher.
    pub higher: &'static str,
    /// Which cannot be told apart: "The difference from the Netherlands may be chance: …"
    pub similar: &'static str,
    /// Which have no comparison: "Not compared: …"
    pub unjudged: &'static str,
    /// `{count}` are suppressed. Must not hint at numbers.
    pub withheld: Counted,
    /// `{count}` are not there, of the `{place}`.
    pub absent: Counted,

    /// In the key of a profile: the sign of the `{place}`, where it has intervals: "Utrecht, with
    /// its 95% interval".
    pub key_interval: &'static str,
    /// The same where it has none: "Utrecht".
    pub key_own: &'static str,
    /// In the key: what the shapes say beside the `{benchmark}`: "lower or higher than the
    /// Netherlands; a dot: not to be told apart".
    pub key_signs: &'static str,
    /// In the key: what line and box are, of the `{members}`, `{count}` of which have a figure.
    pub key_spread: &'static str,
    /// The spread in the tooltip of a row: of `{count}` regions, their `{range}` and the
    /// `{half}` of them in the middle: "286 areas from 2 to 40, the middle half from 9 to 17".
    pub spread: &'static str,
    /// In the small print: how the spread was computed.
    pub spread_method: &'static str,

    /// What a heat map holds: its `{members}`, beside which `{benchmark}`, `{count}` indicators.
    pub compared_regions: Counted,
    /// Said after a list that has figures that cannot be told apart.
    pub may_be_chance: &'static str,
    /// `{count}` figures of all regions are suppressed.
    pub withheld_outcomes: Counted,
    /// `{count}` figures of all regions are not there.
    pub absent_outcomes: Counted,
    /// In the small print: of `{all}` comparisons with the `{benchmark}`, as many as `{count}`
    /// would come out different by chance alone.
    pub by_chance: &'static str,
    /// In the small print: the `{names}` of indicators that compare no region, after a colon.
    pub left_out: &'static str,
    /// In the key of a heat map: an `{assessment}` with its `{count}`: "better (40)".
    pub key_case: &'static str,
    /// The name of what chooses the order of the rows: "Order of the rows".
    pub order: &'static str,
    /// The first of its choices: "by name".
    pub by_name: &'static str,

    /// The head of the column of indicators: "Topic".
    pub indicator: &'static str,
    /// The head of the column of [`OverviewWords::groups`]: "Phase".
    pub phase: &'static str,
    /// The head of the column of spreads, of the `{members}`: "Middle half of municipalities in the
    /// Netherlands".
    pub spread_head: &'static str,
    /// The heads of the five columns that only a profile's spreadsheet has, with semicolons between.
    pub spreadsheet: &'static str,
    /// Why a row has no position: whether a difference is chance is not known: "not compared:
    /// whether it is chance is not known".
    pub chance_unknown: &'static str,
    /// In the small print: how intervals came about, where indicators are of several sorts.
    pub method: &'static str,
    /// In the footer, instead of what is not the same of all indicators: "differs by topic".
    pub differs: &'static str,
}

impl Deref for OverviewWords {
    type Target = MemberWords;

    fn deref(&self) -> &MemberWords {
        self.members
    }
}
