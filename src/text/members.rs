// SPDX-License-Identifier: EUPL-1.2
//! What the members of a comparison set say together, in sentences that claim no more than the
//! figures do.

use super::statement::{judged, statement};
use super::template::{fill, joined};
use super::words::members::MemberWords;
use crate::indicator::comparison::Verdict;
use crate::indicator::definition::Definition;
use crate::indicator::region::{Kind, Region};
use crate::view::members::{ComparisonSet, Member, PEERS, Scope};

/// The share of comparisons that show a difference by chance alone, at 95 % intervals.
const CHANCE: f64 = 0.05;

impl MemberWords {
    /// What so many of the members are: "gemeenten", "gemeente".
    pub fn kinds(&self, kind: Kind, count: usize) -> &'static str {
        match (kind, count) {
            (Kind::HealthRegion, 1) => self.health_region,
            (Kind::HealthRegion, _) => self.health_regions,
            (Kind::Corop, 1) => self.corop,
            (Kind::Corop, _) => self.corops,
            (Kind::Province, 1) => self.province,
            (Kind::Province, _) => self.provinces,
            (_, 1) => self.municipality,
            _ => self.municipalities,
        }
    }

    /// The members in words: "gemeenten in Nederland".
    pub fn members(&self, set: &ComparisonSet) -> String {
        match &set.scope {
            Scope::Within(scope) => self.members_of(set, scope, 0),
            Scope::Similar => {
                let others = self.count(set.members.len().saturating_sub(1) as f64);
                let region = self.place(set.own.region);
                fill(self.members_similar, &[("region", &region), ("count", &others)])
            }
        }
    }

    fn members_of(&self, set: &ComparisonSet, scope: &Region, count: usize) -> String {
        let names = [("kind", self.kinds(set.kind, count)), ("area", &self.place(scope))];
        fill(self.members_of, &names)
    }

    /// So many of the members, in a sentence: "gemeente in Nederland".
    pub(super) fn some_members(&self, set: &ComparisonSet, count: usize) -> String {
        match &set.scope {
            Scope::Within(scope) => self.members_of(set, scope, count),
            Scope::Similar => self.kinds(set.kind, count).to_string(),
        }
    }

    /// What names the figure.
    pub fn members_heading(&self, set: &ComparisonSet) -> String {
        let name = self.pick(&set.definition.name);
        fill(self.members_heading, &[("name", name), ("members", &self.members(set))])
    }

    /// What the table holds.
    pub fn members_caption(&self, set: &ComparisonSet) -> String {
        let name = self.pick(&set.definition.name);
        let members = self.members(set);
        let names = [("name", name), ("members", &members), ("period", &self.period(set.period))];
        fill(self.members_caption, &names)
    }

    /// The sentences of a view of regions beside each other: the own region and how it compares,
    /// how many compare in which way, how many have no figure.
    pub fn members_sentences(&self, set: &ComparisonSet) -> Vec<String> {
        let definition = set.definition;
        let mut said = vec![statement(self, definition, set.own.region, &set.own.finding)];
        let benchmark = set.benchmark.as_ref().and_then(|b| Some((b, b.estimate()?)));
        let mut reference = String::new();
        if let Some((benchmark, estimate)) = benchmark {
            let place = self.place(benchmark.region);
            let value = self.value(definition, estimate.value);
            // Its value is said once.
            reference.push_str(&place);
            if let Some(verdict) = set.own.verdict() {
                let names = [("benchmark", &*place), ("value", &value)];
                said.push(fill(judged(self, definition, verdict), &names));
            } else if !set.is_benchmark(&set.own) {
                reference.push_str(" (");
                reference.push_str(&value);
                reference.push(')');
            }
        }
        if set.verdicts().iter().any(|count| *count > 0) {
            self.compared(set, reference, &mut said);
        } else {
            let shown = set.members.iter().filter(|a| a.finding.says_something()).count();
            said.push(self.with_members(set, self.figures_of, shown));
        }
        self.absent_members(set, &mut said);
        said
    }

    fn with_members(&self, set: &ComparisonSet, template: &str, count: usize) -> String {
        let (all, members) = (self.count(count as f64), self.some_members(set, count));
        fill(template, &[("all", &all), ("members", &members)])
    }

    /// How many members compare in which way with `reference`, which is named.
    fn compared(&self, set: &ComparisonSet, mut reference: String, said: &mut Vec<String>) {
        let [lower, similar, higher] = set.verdicts();
        let all = lower + similar + higher;
        if all == 1 || similar == 0 {
            said.push(self.with_members(set, self.figures_of, all));
        }
        if similar > 0 {
            let template = match all {
                1 => self.one_similar,
                _ if similar == all => self.all_similar,
                _ if similar * 2 > all => self.most_similar,
                _ => self.some_similar,
            };
            let names = [
                ("count", &*self.count(similar as f64)),
                ("all", &self.count(all as f64)),
                ("members", &self.some_members(set, all)),
                ("benchmark", &reference),
            ];
            said.push(fill(template, &names));
            if let Some(benchmark) = &set.benchmark {
                reference = self.place(benchmark.region);
            }
        }
        let word = |verdict| self.verdict_word(set.definition, verdict);
        let (template, first, other, rest) = match (lower, higher) {
            (0, 0) => return,
            (0, _) => (self.one_side, (Verdict::Higher, higher), self.lower_short, 0),
            (_, 0) => (self.one_side, (Verdict::Lower, lower), self.higher_short, 0),
            _ => (self.both_sides, (Verdict::Lower, lower), word(Verdict::Higher), higher),
        };
        let names = [
            ("count", &*self.count(first.1 as f64)),
            ("kind", self.kinds(set.kind, first.1)),
            ("verdict", word(first.0)),
            ("benchmark", &reference),
            ("rest", &self.count(rest as f64)),
            ("other", other),
        ];
        said.push(fill(template, &names));
    }

    /// How many members have no figure, and why.
    pub(super) fn absent_members(&self, set: &ComparisonSet, said: &mut Vec<String>) {
        let shown = set.members.iter().filter(|a| a.finding.says_something()).count();
        let withheld = set.withheld();
        let absent = set.members.len() - shown - withheld;
        let mut parts = Vec::new();
        for (count, template) in [(withheld, self.withheld_count), (absent, self.absent_count)] {
            if count > 0 {
                parts.push(self.counted(set, template, count));
            }
        }
        if !parts.is_empty() {
            let parts = joined(&parts, self.and);
            said.push(fill(self.not_seen, &[("parts", &parts)]));
        }
    }

    /// So many members, in a template: "178 gemeenten, van laag naar hoog".
    pub(super) fn counted(&self, set: &ComparisonSet, template: &str, count: usize) -> String {
        let kind = self.kinds(set.kind, count);
        fill(template, &[("count", &self.count(count as f64)), ("kind", kind)])
    }

    /// What else must be known of many comparisons at once.
    pub fn members_method(&self, set: &ComparisonSet) -> Vec<String> {
        let compared: usize = set.verdicts().iter().sum();
        let by_chance = (compared as f64 * CHANCE).round();
        let mut said = Vec::new();
        if let Some(benchmark) = set.benchmark.as_ref().filter(|_| by_chance > 0.0) {
            let names = [
                ("all", &*self.count(compared as f64)),
                ("kind", self.kinds(set.kind, compared)),
                ("benchmark", &self.place(benchmark.region)),
                ("count", &self.count(by_chance)),
            ];
            said.push(fill(self.by_chance, &names));
        }
        said.extend(self.size_method(set));
        said
    }

    /// What similar size means, where that is the scope.
    pub(super) fn size_method(&self, set: &ComparisonSet) -> Option<String> {
        let count = self.count(PEERS as f64);
        let is_similar = set.scope == Scope::Similar;
        is_similar.then(|| fill(self.similar_size, &[("count", &count)]))
    }

    /// A verdict in a few words: "lager (gunstiger)".
    pub fn verdict(&self, definition: &Definition, member: &Member) -> &'static str {
        member.verdict().map_or(self.not_compared_short, |v| self.verdict_word(definition, v))
    }

    /// The same of a verdict.
    pub fn verdict_word(&self, definition: &Definition, verdict: Verdict) -> &'static str {
        match (verdict, verdict.better(definition.direction)) {
            (Verdict::Similar, _) => self.similar_short,
            (Verdict::Lower, Some(true)) => self.lower_better_short,
            (Verdict::Lower, Some(false)) => self.lower_worse_short,
            (Verdict::Lower, None) => self.lower_short,
            (Verdict::Higher, Some(true)) => self.higher_better_short,
            (Verdict::Higher, Some(false)) => self.higher_worse_short,
            (Verdict::Higher, None) => self.higher_short,
        }
    }

    /// All that is to know of one region, in a line, and how it compares.
    pub fn member_label(&self, set: &ComparisonSet, member: &Member) -> String {
        let verdict = member.verdict().map(|_| self.verdict(set.definition, member));
        self.label(set.definition, member.region, &member.finding, verdict)
    }
}
