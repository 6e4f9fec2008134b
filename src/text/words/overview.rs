// SPDX-License-Identifier: EUPL-1.2
//! The words of the views of many indicators.

use super::members::MemberWords;
use std::ops::Deref;

/// One text for none, one for one, one for many of what is counted: `{count}`.
pub type Counted = [&'static str; 3];

/// The words of one language. In the templates `{…}` names what is filled in; `{names}` is a
/// colon and what is meant, or nothing where that would be long.
#[derive(Debug)]
pub struct OverviewWords {
    /// The words of views that set regions beside each other.
    pub members: &'static MemberWords,
    /// The phases before, during and after the pregnancy, the programme, and the indicators of
    /// context.
    pub groups: [&'static str; 5],
    /// Different for the better.
    pub better_word: &'static str,
    /// Different for the worse.
    pub worse_word: &'static str,
    /// What joins the last of a list to those before it.
    pub and: &'static str,
    /// A heading with the period that all indicators share: `{heading}`, `{period}`.
    pub dated_heading: &'static str,
    /// A name in a sentence: `{name}`.
    pub quoted: &'static str,
    /// Which way is better: lower, higher.
    pub better_is: [&'static str; 2],

    /// Nothing is compared with `{benchmark}`: `{place}`.
    pub none_compared: &'static str,
    /// The benchmark's own profile: `{place}`, `{members}`.
    pub benchmark_itself: &'static str,
    /// Neither better nor worse: `{place}`, `{benchmark}`.
    pub no_difference: &'static str,
    /// Better than the benchmark: `{place}`, `{benchmark}`, `{names}`.
    pub better: Counted,
    /// Worse, after that: `{names}`.
    pub worse: Counted,
    /// Lower, neither good nor bad: `{benchmark}`, `{names}`.
    pub lower: Counted,
    /// Higher, neither good nor bad.
    pub higher: Counted,
    /// Not to be told apart: `{names}`.
    pub similar: Counted,
    /// A number that is not compared.
    pub unjudged: Counted,
    /// Withheld.
    pub withheld: Counted,
    /// No number: `{place}`, `{names}`.
    pub absent: Counted,

    /// The key of a profile: `{place}` with its interval.
    pub key_interval: &'static str,
    /// `{place}` without one.
    pub key_own: &'static str,
    /// The signs: `{benchmark}`.
    pub key_signs: &'static str,
    /// The spread: `{members}`, `{count}`.
    pub key_spread: &'static str,
    /// The spread in a line: `{count}`, `{range}`, `{half}`.
    pub spread: &'static str,
    /// How the spread was computed.
    pub spread_method: &'static str,

    /// What a heat map holds: `{members}`, `{benchmark}`, `{count}` indicators.
    pub set_beside: Counted,
    /// How the comparisons came out: `{count}`, `{list}`.
    pub outcomes: Counted,
    /// How those of one region did: `{place}`, `{list}`.
    pub own_outcomes: &'static str,
    /// How often one case occurs: `{count}`, `{assessment}`.
    pub times: &'static str,
    /// What it means that figures cannot be told apart.
    pub may_be_chance: &'static str,
    /// How many numbers are withheld: `{count}`.
    pub withheld_outcomes: Counted,
    /// How many are absent: `{count}`.
    pub absent_outcomes: Counted,
    /// What chance alone would do: `{all}`, `{count}`, `{benchmark}`.
    pub by_chance: &'static str,
    /// Indicators that are left out: `{names}`.
    pub left_out: &'static str,
    /// A case in the key: `{assessment}`, `{count}`.
    pub key_case: &'static str,
    /// What chooses the order of rows.
    pub order: &'static str,
    /// The order by name.
    pub by_name: &'static str,

    /// Column heads of the table.
    pub indicator: &'static str,
    /// Likewise.
    pub phase: &'static str,
    /// Likewise: `{members}`.
    pub spread_head: &'static str,
    /// The heads of a spreadsheet's columns that only a profile has.
    pub spreadsheet: &'static str,
    /// How intervals came about, of indicators of several sorts.
    pub method: &'static str,
    /// In the footer, where the indicators differ.
    pub differs: &'static str,
}

impl Deref for OverviewWords {
    type Target = MemberWords;

    fn deref(&self) -> &MemberWords {
        self.members
    }
}
