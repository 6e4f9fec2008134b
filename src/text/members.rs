// SPDX-License-Identifier: EUPL-1.2
//! What the members of a comparison set say together, in sentences that claim no more than the
//! figures do.

use super::narrative::Narrative;
use super::template::{fill, joined};
use super::words::insight::InsightWords;
use super::words::members::MemberWords;
use crate::indicator::comparison::Verdict;
use crate::indicator::definition::Definition;
use crate::indicator::region::{Kind, Region};
use crate::view::members::{ComparisonSet, MOST, Member, Scope};

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
            Scope::Chosen(chosen) => chosen.name().to_string(),
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
            _ => self.kinds(set.kind, count).to_string(),
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

    /// The message: on which side of the benchmark how many members lie.
    pub fn members_headline(&self, set: &ComparisonSet) -> String {
        let [lower, similar, higher] = set.verdicts();
        let more = self.comparative(set.definition, true);
        let less = self.comparative(set.definition, false);
        let benchmark = set.benchmark.as_ref().map(|member| self.place(member.region));
        let (template, count, one, rest, other) = match (lower, higher) {
            (0, 0) if similar == 0 => {
                let shown = set.members.iter().filter(|a| a.finding.says_something()).count();
                (self.headline_figures, shown, "", 0, "")
            }
            (0, 0) => (self.headline_none, similar, "", 0, ""),
            (0, _) => (self.headline_one, higher, more, 0, ""),
            (_, 0) => (self.headline_one, lower, less, 0, ""),
            _ => (self.headline_both, higher, more, lower, less),
        };
        let names = [
            ("subject", &*self.subject(set.definition)),
            ("count", &self.count(count as f64)),
            ("kind", self.kinds(set.kind, count)),
            ("one", one),
            ("rest", &self.count(rest as f64)),
            ("other", other),
            ("benchmark", benchmark.as_deref().unwrap_or_default()),
        ];
        fill(template, &names)
    }

    /// What the figure is of, below the message: name, unit, members and period.
    pub fn members_about(&self, set: &ComparisonSet) -> Vec<String> {
        let definition = set.definition;
        let members = self.members(set);
        let parts = [self.pick(&definition.name), self.unit(definition), &members];
        let mut parts: Vec<String> = parts.map(str::to_string).into();
        parts.push(self.period(set.period));
        parts
    }

    /// What a view of regions beside each other says: the own region and how it compares, how many
    /// have no figure; below the picture, how many compare in which way.
    pub fn members_narrative(&self, set: &ComparisonSet) -> Narrative {
        let mut lede = vec![self.own_region(set)];
        self.absent_members(set, &mut lede);
        let mut more = Vec::new();
        if set.verdicts().iter().any(|count| *count > 0) {
            let benchmark = set.benchmark.as_ref().map(|member| self.place(member.region));
            self.compared(set, &benchmark.unwrap_or_default(), &mut more);
        } else {
            let shown = set.members.iter().filter(|a| a.finding.says_something()).count();
            more.push(self.with_members(set, self.figures_of, shown));
        }
        Narrative { lede, more }
    }

    /// The own region's figure beside the benchmark's, in a line; or why there is none.
    pub(super) fn own_region(&self, set: &ComparisonSet) -> String {
        let (definition, own) = (set.definition, &set.own);
        let Some(estimate) = own.estimate() else {
            let figure = self.figure(definition, &own.finding);
            let value = figure.unwrap_or_else(|| self.outcome(own).to_string());
            let names = [("region", &*self.name(own.region)), ("value", &value)];
            return fill(self.alone, &names);
        };
        let other = set.benchmark.as_ref().filter(|_| !set.is_benchmark(own));
        let other = other.and_then(|member| Some((self.place(member.region), member.estimate()?)));
        let template = match (&other, own.verdict()) {
            (None, _) => self.alone,
            (_, None) => self.own_beside,
            (_, Some(Verdict::Similar)) => self.own_similar,
            _ => self.own_differs,
        };
        let (benchmark, other) = other
            .map(|(place, estimate)| (place, self.value(definition, estimate.value)))
            .unwrap_or_default();
        let names = [
            ("region", &*self.name(own.region)),
            ("value", &self.value(definition, estimate.value)),
            ("verdict", self.verdict(definition, own)),
            ("benchmark", &benchmark),
            ("other", &other),
        ];
        fill(template, &names)
    }

    fn with_members(&self, set: &ComparisonSet, template: &str, count: usize) -> String {
        let (all, members) = (self.count(count as f64), self.some_members(set, count));
        fill(template, &[("all", &all), ("members", &members)])
    }

    /// How many members compare in which way with the benchmark of this name.
    fn compared(&self, set: &ComparisonSet, benchmark: &str, said: &mut Vec<String>) {
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
                ("benchmark", benchmark),
            ];
            said.push(fill(template, &names));
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
            ("benchmark", benchmark),
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
        said.extend(self.chosen_method(set));
        said
    }

    /// How the members were chosen, where they were.
    pub(super) fn chosen_method(&self, set: &ComparisonSet) -> Option<String> {
        match &set.scope {
            Scope::Within(_) => None,
            Scope::Similar => Some(fill(self.similar_size, &[("count", &self.count(MOST as f64))])),
            Scope::Chosen(chosen) => Some(chosen.said().to_string()),
        }
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
        let own = self.label(set.definition, member.region, &member.finding, verdict);
        self.with_stabilised(own, set.definition, member)
    }

    /// What is said of a region, with its stabilised figure where that was asked for.
    pub(super) fn with_stabilised(
        &self,
        own: String,
        definition: &Definition,
        member: &Member,
    ) -> String {
        let Some(found) = member.stabilised() else { return own };
        let (value, range) = (
            self.value(definition, found.value),
            self.between(definition, found.lower, found.upper),
        );
        let modelled = InsightWords::of(self.language).modelled;
        [&own, "; ", modelled, ": ", &value, " (", &range, ")"].concat()
    }
}
