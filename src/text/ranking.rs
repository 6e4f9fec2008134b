// SPDX-License-Identifier: EUPL-1.2
//! What a ranking says beside its marks: what its signs mean, what is left out of it and why.

use super::template::{fill, joined};
use super::words::members::MemberWords;
use crate::indicator::comparison::Verdict;
use crate::view::members::{ComparisonSet, Member};

/// The most names in a list of regions that have no place in the order; the table has them all.
const NAMED: usize = 12;

impl MemberWords {
    /// What the signs stand for: "Vergeleken met Nederland:".
    pub fn compared_with(&self, benchmark: &Member) -> String {
        let place = self.place(benchmark.region);
        [&fill(self.verdict_head, &[("benchmark", &place)]), ":"].concat()
    }

    /// How many have a verdict: "23 lager (gunstiger)".
    pub fn verdict_count(&self, set: &ComparisonSet, verdict: Verdict, count: usize) -> String {
        let count = self.count(count as f64);
        [&count, " ", self.verdict_word(set.definition, verdict)].concat()
    }

    /// What a row of columns is: "178 gemeenten, van laag naar hoog".
    pub fn in_order(&self, set: &ComparisonSet, count: usize) -> String {
        self.counted(set, self.in_order, count)
    }

    /// What stands where regions are left out: "… 150 gemeenten …".
    pub fn left_out(&self, set: &ComparisonSet, count: usize) -> String {
        self.counted(set, self.left_out, count)
    }

    /// Why regions have no place in the order, with their names where they are few: "4 gemeenten:
    /// te weinig kinderen om te tonen (Ameland, Rozendaal, Vlieland, Zeewolde)".
    pub fn apart(&self, set: &ComparisonSet, apart: &[&Member]) -> String {
        let reason = apart.first().map(|member| self.outcome(member)).unwrap_or_default();
        let mut text = self.counted(set, self.apart, apart.len());
        text.push_str(reason);
        if apart.len() <= NAMED {
            let names: Vec<String> = apart.iter().map(|a| self.place_label(a.region)).collect();
            text.push_str(" (");
            text.push_str(&joined(&names, ", "));
            text.push(')');
        }
        text
    }

    /// An outcome that is no number, in a few words.
    pub fn outcome(&self, member: &Member) -> &'static str {
        use crate::indicator::finding::Outcome;
        match &member.finding.outcome {
            Outcome::Between(_) => self.not_compared_short,
            Outcome::Answered(answer) => self.answer(*answer),
            other => self.reason(other).unwrap_or_default(),
        }
    }
}
