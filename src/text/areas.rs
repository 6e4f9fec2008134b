// SPDX-License-Identifier: EUPL-1.2
//! What the regions of an area say together, in sentences that claim no more than the figures do.

use super::statement::{judged, statement};
use super::words::fill;
use super::words::members::MemberWords;
use crate::indicator::comparison::Verdict;
use crate::indicator::definition::Definition;
use crate::indicator::finding::Outcome;
use crate::indicator::region::{Kind, Region};
use crate::view::members::{Area, Areas, PEERS, Scope};

/// The share of comparisons that show a difference by chance alone, at 95 % intervals.
const CHANCE: f64 = 0.05;

impl MemberWords {
    /// What so many of the members are: "gemeenten", "gemeente".
    pub fn kinds(&self, kind: Kind, count: usize) -> &'static str {
        let words = self;
        match (kind, count) {
            (Kind::HealthRegion, 1) => words.health_region,
            (Kind::HealthRegion, _) => words.health_regions,
            (Kind::Province, 1) => words.province,
            (Kind::Province, _) => words.provinces,
            (_, 1) => words.municipality,
            _ => words.municipalities,
        }
    }

    /// The members in words: "gemeenten in Nederland".
    pub fn members(&self, areas: &Areas) -> String {
        match &areas.scope {
            Scope::Within(area) => self.members_of(areas, area, 0),
            Scope::Similar => {
                let others = self.count(areas.members.len().saturating_sub(1) as f64);
                let region = self.place(areas.own.region);
                fill(self.members_similar, &[("region", &region), ("count", &others)])
            }
        }
    }

    fn members_of(&self, areas: &Areas, area: &Region, count: usize) -> String {
        let names = [("kind", self.kinds(areas.kind, count)), ("area", &self.place(area))];
        fill(self.members_of, &names)
    }

    /// So many of the members, in a sentence: "gemeente in Nederland".
    pub(super) fn some_members(&self, areas: &Areas, count: usize) -> String {
        match &areas.scope {
            Scope::Within(area) => self.members_of(areas, area, count),
            Scope::Similar => self.kinds(areas.kind, count).to_string(),
        }
    }

    /// What names the figure.
    pub fn areas_heading(&self, areas: &Areas) -> String {
        let name = self.pick(&areas.definition.name);
        fill(self.areas_heading, &[("name", name), ("members", &self.members(areas))])
    }

    /// What the table holds.
    pub fn areas_caption(&self, areas: &Areas) -> String {
        let name = self.pick(&areas.definition.name);
        let members = self.members(areas);
        let names = [("name", name), ("members", &members), ("period", &self.period(areas.period))];
        fill(self.areas_caption, &names)
    }

    /// The sentences of a view of regions beside each other: the own region and how it compares,
    /// how many compare in which way, how many have no figure.
    pub fn areas_sentences(&self, areas: &Areas) -> Vec<String> {
        let definition = areas.definition;
        let mut said = vec![statement(self, definition, areas.own.region, &areas.own.finding)];
        let benchmark = areas.benchmark.as_ref().and_then(|b| Some((b, b.figure()?)));
        let mut reference = String::new();
        if let Some((benchmark, figure)) = benchmark {
            let place = self.place(benchmark.region);
            let value = self.value(definition, figure.value);
            // Its value is told once.
            reference.push_str(&place);
            if let Some(verdict) = areas.own.verdict() {
                let names = [("benchmark", &*place), ("value", &value)];
                said.push(fill(judged(self, definition, verdict), &names));
            } else if !areas.is_benchmark(&areas.own) {
                reference.push_str(" (");
                reference.push_str(&value);
                reference.push(')');
            }
        }
        if areas.verdicts().iter().any(|count| *count > 0) {
            self.compared(areas, reference, &mut said);
        } else {
            let shown = areas.members.iter().filter(|a| a.finding.says_something()).count();
            said.push(self.with_members(areas, self.figures_of, shown));
        }
        self.silent(areas, &mut said);
        said
    }

    fn with_members(&self, areas: &Areas, template: &str, count: usize) -> String {
        let (all, members) = (self.count(count as f64), self.some_members(areas, count));
        fill(template, &[("all", &all), ("members", &members)])
    }

    /// How many members compare in which way with `reference`, which is named.
    fn compared(&self, areas: &Areas, mut reference: String, said: &mut Vec<String>) {
        let regional = self;
        let [lower, similar, higher] = areas.verdicts();
        let all = lower + similar + higher;
        if all == 1 || similar == 0 {
            said.push(self.with_members(areas, regional.figures_of, all));
        }
        if similar > 0 {
            let template = match all {
                1 => regional.one_similar,
                _ if similar == all => regional.all_similar,
                _ if similar * 2 > all => regional.most_similar,
                _ => regional.some_similar,
            };
            let names = [
                ("count", &*self.count(similar as f64)),
                ("all", &self.count(all as f64)),
                ("members", &self.some_members(areas, all)),
                ("benchmark", &reference),
            ];
            said.push(fill(template, &names));
            if let Some(benchmark) = &areas.benchmark {
                reference = self.place(benchmark.region);
            }
        }
        let word = |verdict| self.verdict_word(areas.definition, verdict);
        let (template, first, other, rest) = match (lower, higher) {
            (0, 0) => return,
            (0, _) => (regional.one_side, (Verdict::Higher, higher), regional.lower_short, 0),
            (_, 0) => (regional.one_side, (Verdict::Lower, lower), regional.higher_short, 0),
            _ => (regional.both_sides, (Verdict::Lower, lower), word(Verdict::Higher), higher),
        };
        let names = [
            ("count", &*self.count(first.1 as f64)),
            ("kind", self.kinds(areas.kind, first.1)),
            ("verdict", word(first.0)),
            ("benchmark", &reference),
            ("rest", &self.count(rest as f64)),
            ("other", other),
        ];
        said.push(fill(template, &names));
    }

    /// How many members have no figure, and why.
    pub(super) fn silent(&self, areas: &Areas, said: &mut Vec<String>) {
        let shown = areas.members.iter().filter(|a| a.finding.says_something()).count();
        let withheld = areas.count(&Outcome::Withheld);
        let absent = areas.members.len() - shown - withheld;
        let regional = self;
        let mut parts = Vec::new();
        for (count, template) in
            [(withheld, regional.withheld_count), (absent, regional.absent_count)]
        {
            if count > 0 {
                parts.push(self.counted(areas, template, count));
            }
        }
        if !parts.is_empty() {
            let parts = parts.join(regional.and);
            said.push(fill(regional.not_seen, &[("parts", &parts)]));
        }
    }

    /// So many members, in a template: "178 gemeenten, van laag naar hoog".
    pub(super) fn counted(&self, areas: &Areas, template: &str, count: usize) -> String {
        let kind = self.kinds(areas.kind, count);
        fill(template, &[("count", &self.count(count as f64)), ("kind", kind)])
    }

    /// What else must be known of many comparisons at once.
    pub fn areas_method(&self, areas: &Areas) -> Vec<String> {
        let compared: usize = areas.verdicts().iter().sum();
        let by_chance = (compared as f64 * CHANCE).round();
        let mut said = Vec::new();
        if let Some(benchmark) = areas.benchmark.as_ref().filter(|_| by_chance > 0.0) {
            let names = [
                ("all", &*self.count(compared as f64)),
                ("kind", self.kinds(areas.kind, compared)),
                ("benchmark", &self.place(benchmark.region)),
                ("count", &self.count(by_chance)),
            ];
            said.push(fill(self.by_chance, &names));
        }
        said.extend(self.size_method(areas));
        said
    }

    /// What similar size means, where that is the scope.
    pub(super) fn size_method(&self, areas: &Areas) -> Option<String> {
        let count = self.count(PEERS as f64);
        let is_similar = areas.scope == Scope::Similar;
        is_similar.then(|| fill(self.similar_size, &[("count", &count)]))
    }

    /// A verdict in a few words: "lager (gunstiger)".
    pub fn verdict(&self, definition: &Definition, area: &Area) -> &'static str {
        area.verdict().map_or(self.not_compared_short, |v| self.verdict_word(definition, v))
    }

    /// The same of a verdict.
    pub fn verdict_word(&self, definition: &Definition, verdict: Verdict) -> &'static str {
        let words = self;
        match (verdict, verdict.better(definition.direction)) {
            (Verdict::Similar, _) => words.similar_short,
            (Verdict::Lower, Some(true)) => words.lower_better_short,
            (Verdict::Lower, Some(false)) => words.lower_worse_short,
            (Verdict::Lower, None) => words.lower_short,
            (Verdict::Higher, Some(true)) => words.higher_better_short,
            (Verdict::Higher, Some(false)) => words.higher_worse_short,
            (Verdict::Higher, None) => words.higher_short,
        }
    }

    /// All that is to know of one region, in a line, and how it compares.
    pub fn area_label(&self, areas: &Areas, area: &Area) -> String {
        let verdict = area.verdict().map(|_| self.verdict(areas.definition, area));
        self.label(areas.definition, area.region, &area.finding, verdict)
    }
}
