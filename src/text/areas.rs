// SPDX-License-Identifier: EUPL-1.2
//! What the regions of an area say together, in sentences that claim no more than the figures do.

use super::number::decimal;
use super::statement::{judged, statement};
use super::words::{Words, fill};
use crate::data::areas::{Area, Areas, PEERS, Scope};
use crate::indicator::comparison::{Comparison, Verdict};
use crate::indicator::definition::{Definition, Direction};
use crate::indicator::finding::Outcome;
use crate::indicator::region::Kind;

/// The share of comparisons that show a difference by chance alone, at 95 % intervals.
const CHANCE: f64 = 0.05;

impl Words {
    fn kind(&self, kind: Kind) -> &'static str {
        match kind {
            Kind::HealthRegion => self.regional.health_regions,
            Kind::Province => self.regional.provinces,
            _ => self.regional.municipalities,
        }
    }

    /// The members in words: "gemeenten in Nederland".
    pub fn members(&self, areas: &Areas) -> String {
        match &areas.scope {
            Scope::Within(area) => {
                let names = [("kind", self.kind(areas.kind)), ("area", &self.place(area))];
                fill(self.regional.members_of, &names)
            }
            Scope::Similar => {
                let others = self.count(areas.members.len().saturating_sub(1) as f64);
                let region = self.place(&areas.own.region);
                fill(self.regional.members_similar, &[("region", &region), ("count", &others)])
            }
        }
    }

    /// What names the figure.
    pub fn areas_heading(&self, areas: &Areas) -> String {
        let name = self.pick(&areas.definition.name);
        fill(self.regional.areas_heading, &[("name", name), ("members", &self.members(areas))])
    }

    /// What the table holds.
    pub fn areas_caption(&self, areas: &Areas) -> String {
        let name = self.pick(&areas.definition.name);
        let members = self.members(areas);
        let names = [("name", name), ("members", &members), ("period", &self.period(areas.period))];
        fill(self.regional.areas_caption, &names)
    }

    /// The sentences of a view of regions beside each other: the own region and how it compares,
    /// how many compare in which way, how many have no figure.
    pub fn areas_sentences(&self, areas: &Areas) -> Vec<String> {
        let (definition, regional) = (areas.definition, &self.regional);
        let mut said = Vec::new();
        said.push(statement(self, definition, &areas.own.region, &areas.own.finding));
        if let (Comparison::Compared(verdict, value), Some(benchmark)) =
            (areas.own.comparison, &areas.benchmark)
        {
            let value = self.value(definition, value);
            let names = [("benchmark", &*self.place(&benchmark.region)), ("value", &value)];
            said.push(fill(judged(self, definition, verdict), &names));
        }
        let [lower, similar, higher] = areas.verdicts();
        let shown = areas.members.iter().filter(|a| a.finding.says_something()).count();
        let number = |count: usize| self.count(count as f64);
        let members = match areas.scope {
            Scope::Within(_) => self.members(areas),
            Scope::Similar => self.kind(areas.kind).to_string(),
        };
        match areas.benchmark.as_ref().and_then(|b| Some((b, b.figure()?))) {
            Some((benchmark, figure)) if lower + similar + higher > 0 => {
                let names = [
                    ("all", &*number(lower + similar + higher)),
                    ("members", &members),
                    ("count", &number(lower)),
                    ("benchmark", &self.place(&benchmark.region)),
                    ("value", &self.value(definition, figure.value)),
                ];
                let (low, high) = match definition.direction {
                    Direction::Lower => (regional.lower_better, regional.higher_worse),
                    Direction::Higher => (regional.lower_worse, regional.higher_better),
                    Direction::Context => (regional.lower, regional.higher),
                };
                said.push(fill(low, &names));
                said.push(fill(high, &[("count", &number(higher))]));
                said.push(fill(regional.similar, &[("count", &number(similar))]));
            }
            _ => {
                let names = [("all", &*number(shown)), ("members", &members)];
                said.push(fill(regional.unjudged, &names));
            }
        }
        let withheld = areas.count(&Outcome::Withheld);
        let absent = areas.members.len() - shown - withheld;
        for (count, template) in
            [(withheld, regional.withheld_count), (absent, regional.absent_count)]
        {
            if count > 0 {
                said.push(fill(template, &[("count", &number(count))]));
            }
        }
        said
    }

    /// What else must be known of many comparisons at once.
    pub fn areas_method(&self, areas: &Areas) -> Vec<String> {
        let compared: usize = areas.verdicts().iter().sum();
        let mut said = Vec::new();
        if compared > 1 {
            let count = decimal(self.language, (compared as f64 * CHANCE).round(), 0);
            let names = [("all", &*self.count(compared as f64)), ("count", &count)];
            said.push(fill(self.regional.by_chance, &names));
        }
        if areas.scope == Scope::Similar {
            let count = self.count(PEERS as f64);
            said.push(fill(self.regional.similar_size, &[("count", &count)]));
        }
        said
    }

    /// A verdict in a few words: "lager (gunstiger)".
    pub fn verdict(&self, definition: &Definition, area: &Area) -> &'static str {
        let words = &self.regional;
        let Some(verdict) = area.verdict() else { return words.not_compared_short };
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
        let definition = areas.definition;
        let mut label = self.label(definition, &area.region, &area.finding);
        if area.verdict().is_some() {
            label.push_str("; ");
            label.push_str(self.verdict(definition, area));
        }
        label
    }
}
