// SPDX-License-Identifier: EUPL-1.2
//! What many regions say together by many indicators.

use super::narrative::Narrative;
use super::number::decimal;
use super::template::{fill, joined};
use super::words::overview::OverviewWords;
use crate::view::assessment::Assessment;
use crate::view::members::{ComparisonSet, Scope};
use crate::view::overview::{Overview, Row};

/// The share of comparisons that show a difference by chance alone, at 95 % intervals.
const CHANCE: f64 = 0.05;

/// The order of the cases in a legend and in sentences.
pub const KEY: [Assessment; Assessment::ALL.len()] = [
    Assessment::Better,
    Assessment::Worse,
    Assessment::Lower,
    Assessment::Higher,
    Assessment::Similar,
    Assessment::Unjudged,
    Assessment::Withheld,
    Assessment::Absent,
];

impl OverviewWords {
    /// What stands beside what, and how many figures there are not; below the picture, how the own
    /// region compares by which indicator.
    pub(super) fn heatmap_narrative(&self, overview: &Overview) -> Narrative {
        let first = overview.first();
        let indicators = overview.indicators();
        let benchmark = overview.benchmark().map(|region| self.place(region));
        let benchmark = benchmark.as_deref().unwrap_or_default();
        let mut members = self.members(first);
        if let Scope::Within(_) = first.scope {
            members = [&self.count(first.members.len() as f64), " ", &members].concat();
        }
        let counts = overview.counts(&indicators);
        let count =
            |assessment: Assessment| counts.get(assessment as usize).copied().unwrap_or_default();
        let names = [("members", &*members), ("benchmark", benchmark)];
        let mut lede = vec![self.numbered(&self.compared_regions, indicators.len(), &names)];
        let unseen = [
            (&self.withheld_outcomes, Assessment::Withheld),
            (&self.absent_outcomes, Assessment::Absent),
        ];
        lede.extend(unseen.map(|(template, of)| self.numbered(template, count(of), &[])));
        lede.retain(|sentence| !sentence.is_empty());
        let mut more = Vec::new();
        if count(Assessment::Similar) > 0 {
            more.push(self.may_be_chance.to_string());
        }
        if overview.has_own_row() {
            let place = self.name(first.own.region);
            let assessed = overview.assessed(&indicators, Row::Own);
            let listings = self.listings(&assessed, benchmark);
            more.extend(listings.iter().map(|listing| [&place, ". ", listing].concat()));
        }
        Narrative { lede, more }
    }

    pub(super) fn heatmap_method(&self, overview: &Overview) -> Vec<String> {
        let indicators = overview.indicators();
        let counts = overview.counts(&indicators);
        let all: usize = counts.iter().take(Assessment::Unjudged as usize).sum();
        let mut said = Vec::new();
        if all > 1 {
            let benchmark = overview.benchmark().map(|region| self.place(region));
            let count = decimal(self.language, (all as f64 * CHANCE).round(), 0);
            let names = [
                ("all", &*self.count(all as f64)),
                ("count", &count),
                ("benchmark", benchmark.as_deref().unwrap_or_default()),
            ];
            said.push(fill(self.by_chance, &names));
        }
        if !overview.left_out.is_empty() {
            said.push(fill(self.left_out, &[("names", &self.listing(&overview.left_out))]));
        }
        said
    }

    /// What a row of the heat map shows, in a line: by which indicators the region differs, and
    /// how many others there are.
    pub fn heatmap_label(
        &self,
        overview: &Overview,
        indicators: &[&ComparisonSet],
        row: Row,
    ) -> String {
        let mut parts = Vec::new();
        let assessed = overview.assessed(indicators, row);
        for assessment in KEY {
            let those = || assessed.iter().filter(|(one, _)| *one == assessment);
            let count = those().count();
            if count == 0 {
                continue;
            }
            let names = those().map(|(_, d)| self.pick(&d.name).to_string());
            let names: Vec<String> = names.collect();
            parts.push(match assessment {
                Assessment::Similar | Assessment::Unjudged | Assessment::Absent => {
                    self.assessment_count(assessment, count)
                }
                _ => [self.assessment(assessment), ": ", &joined(&names, ", ")].concat(),
            });
        }
        let region = row.of(overview.first()).map(|member| self.place_label(member.region));
        [&region.unwrap_or_default(), ": ", &joined(&parts, "; ")].concat()
    }

    /// An assessment and how often it occurs.
    pub fn assessment_count(&self, assessment: Assessment, count: usize) -> String {
        let names =
            [("assessment", self.assessment(assessment)), ("count", &self.count(count as f64))];
        fill(self.key_case, &names)
    }
}
