// SPDX-License-Identifier: EUPL-1.2
//! What all indicators of one region say together.

use super::narrative::Narrative;
use super::template::fill;
use super::words::overview::OverviewWords;
use crate::indicator::comparison::{Comparison, Reason, Verdict};
use crate::indicator::definition::{Definition, Direction};
use crate::view::assessment::Assessment;
use crate::view::members::ComparisonSet;
use crate::view::overview::Overview;
use crate::view::spread::Spread;

impl OverviewWords {
    /// How to read the signs, and how many figures are withheld; below the picture, which figures
    /// of the region are better, which are worse, and how many are not there.
    pub(super) fn profile_narrative(&self, overview: &Overview) -> Narrative {
        let place = &*self.place(overview.first().own.region);
        let compared_with = overview.compared_with().map(|region| self.place(region));
        let benchmark = compared_with.as_deref().unwrap_or_default();
        let assessed: Vec<(Assessment, &Definition)> = overview
            .iter()
            .map(|a| (Assessment::of(&a.own, a.definition.direction), a.definition))
            .collect();
        let members = self.members(overview.first());
        let names = [("place", place), ("members", &*members), ("benchmark", benchmark)];
        let has = |is: &dyn Fn(Assessment) -> bool| assessed.iter().any(|(one, _)| is(*one));
        let differs = has(&|one| matches!(one, Assessment::Better | Assessment::Worse));
        let is_judged = |(assessment, definition): &(Assessment, &Definition)| {
            assessment.is_compared() && definition.direction != Direction::Context
        };
        let template = if compared_with.is_none() {
            self.benchmark_itself
        } else if !has(&|one| one.is_compared()) {
            self.none_compared
        } else if !differs && assessed.iter().any(is_judged) {
            self.no_difference
        } else {
            self.reading
        };
        let count = |wanted| assessed.iter().filter(|(one, _)| *one == wanted).count();
        let mut lede = vec![fill(template, &names)];
        let withheld = count(Assessment::Withheld);
        if withheld > 0 {
            lede.push(self.numbered(&self.withheld, withheld, &names));
        }
        let mut more = match compared_with {
            Some(_) => self.listings(&assessed, benchmark),
            None => Vec::new(),
        };
        let absent = count(Assessment::Absent);
        if absent > 0 {
            more.push(self.numbered(&self.absent, absent, &names));
        }
        Narrative { lede, more }
    }

    pub(super) fn profile_method(&self, overview: &Overview) -> Option<String> {
        let has_spread = overview.iter().any(|set| set.spread().is_some());
        has_spread.then(|| self.spread_method.to_string())
    }

    /// Everything that a row of a profile shows, in a line.
    pub fn profile_label(&self, set: &ComparisonSet) -> String {
        let definition = set.definition;
        let name = [self.pick(&definition.name), ", ", &self.period(set.period), ", "].concat();
        let own = &set.own;
        // What its row says in words instead of a mark is said here with the same words.
        let verdict = match own.comparison {
            Comparison::NotCompared(Reason::NoInterval) => self.chance_unknown,
            _ => self.verdict(definition, own),
        };
        let mut label = name + &self.label(definition, own.region, &own.finding, Some(verdict));
        if own.finding.range().is_some() {
            label = [&label, "; ", self.not_compared_short].concat();
        }
        let benchmark = set
            .benchmark
            .as_ref()
            .filter(|b| !set.is_own(b))
            .and_then(|b| Some((b, b.estimate()?)));
        if let Some((member, estimate)) = benchmark {
            let value = self.value(definition, estimate.value);
            label = [&label, "; ", &self.place_label(member.region), ": ", &value].concat();
        }
        if let Some(spread) = set.spread() {
            label = [&label, "; ", &self.spread(definition, &spread)].concat();
        }
        self.with_stabilised(label, definition, own)
    }

    /// Between which values the middle half of a spread lies.
    pub fn half(&self, definition: &Definition, spread: &Spread) -> String {
        self.between(definition, spread.lower, spread.upper)
    }

    fn spread(&self, definition: &Definition, spread: &Spread) -> String {
        let range = self.between(definition, spread.lowest, spread.highest);
        let half = self.half(definition, spread);
        let count = self.count(spread.count as f64);
        let names = [("count", &*count), ("range", &range), ("half", &half)];
        fill(self.spread, &names)
    }

    /// What the bars of a profile show, with how many regions are in them.
    pub fn spread_key(&self, overview: &Overview) -> Option<String> {
        let counts = || overview.iter().filter_map(|a| a.spread()).map(|spread| spread.count);
        let (least, most) = (counts().min()?, counts().max()?);
        let number = |count: usize| self.count(count as f64);
        let count = match least == most {
            true => number(most),
            false => fill(self.range, &[("lower", &number(least)), ("upper", &number(most))]),
        };
        let names = [("members", &*self.members(overview.first())), ("count", &count)];
        Some(fill(self.key_spread, &names))
    }

    /// What the signs mean, where any figure differs from the benchmark.
    pub fn signs_key(&self, overview: &Overview) -> Option<String> {
        let benchmark = self.place(overview.compared_with()?);
        let differs = |set: &ComparisonSet| {
            matches!(set.own.verdict(), Some(Verdict::Lower | Verdict::Higher))
        };
        let text = fill(self.key_signs, &[("benchmark", &benchmark)]);
        overview.iter().any(differs).then_some(text)
    }
}
