// SPDX-License-Identifier: EUPL-1.2
//! What all indicators of one region say together.

use super::words::{Words, fill};
use crate::data::areas::{Area, Areas};
use crate::data::overview::Overview;
use crate::data::spread::Spread;
use crate::data::standing::Standing;
use crate::indicator::comparison::Verdict;
use crate::indicator::definition::{Definition, Direction};

impl Words {
    /// How many figures of the region are better, worse and not to be told apart; those that
    /// are not compared, are withheld or are not there.
    pub(super) fn profile_sentences(&self, overview: &Overview) -> Vec<String> {
        let regional = &self.regional.overview;
        let first = overview.first();
        let place = self.place(&first.own.region);
        let benchmark = overview.benchmark().map(|region| self.place(region));
        let standing = |areas: &Areas| Standing::of(&areas.own, areas.definition.direction);
        let of = |wanted: Standing| -> Vec<&Definition> {
            let all = overview.iter().filter(|areas| standing(areas) == wanted);
            all.map(|areas| areas.definition).collect()
        };
        let said = |template, definitions: &[&Definition]| {
            let names = [
                ("place", &*place),
                ("benchmark", benchmark.as_deref().unwrap_or_default()),
                ("names", &self.naming(definitions)),
            ];
            self.counted(template, definitions.len(), &names)
        };
        let (better, worse) = (of(Standing::Better), of(Standing::Worse));
        let mut all = Vec::new();
        let is_judged = |areas: &&Areas| {
            areas.definition.direction != Direction::Context && standing(areas).is_compared()
        };
        let names = [("place", &*place), ("benchmark", benchmark.as_deref().unwrap_or_default())];
        if benchmark.is_none() {
            let names = [("place", &*place), ("members", &self.members(first))];
            all.push(fill(regional.benchmark_itself, &names));
        } else if !overview.iter().any(|areas| standing(areas).is_compared()) {
            all.push(fill(regional.none_compared, &names));
        } else if better.is_empty() && worse.is_empty() {
            if overview.iter().any(|areas| is_judged(&areas)) {
                all.push(fill(regional.no_difference, &names));
            }
        } else {
            all.push(said(&regional.better, &better));
            all.push(said(&regional.worse, &worse));
        }
        all.push(said(&regional.lower, &of(Standing::Lower)));
        all.push(said(&regional.higher, &of(Standing::Higher)));
        all.push(said(&regional.similar, &of(Standing::Similar)));
        if benchmark.is_some() {
            all.push(said(&regional.unjudged, &of(Standing::Unjudged)));
        }
        all.push(said(&regional.withheld, &of(Standing::Withheld)));
        all.push(said(&regional.absent, &of(Standing::Absent)));
        all.retain(|sentence| !sentence.is_empty());
        all
    }

    pub(super) fn profile_method(&self, overview: &Overview) -> Option<String> {
        let has_spread = overview.iter().any(|areas| areas.spread().is_some());
        has_spread.then(|| self.regional.overview.spread_method.to_string())
    }

    /// Everything that a row of a profile shows, in a line.
    pub fn profile_label(&self, areas: &Areas) -> String {
        let definition = areas.definition;
        let name = [self.pick(&definition.name), ", ", &self.period(areas.period), ", "].concat();
        let mut label = name + &self.area_label(areas, &areas.own);
        let benchmark = areas.benchmark.as_ref().and_then(|b| Some((b, b.figure()?)));
        if let Some((area, figure)) = benchmark {
            let value = self.value(definition, figure.value);
            label = [&label, "; ", &self.place_label(&area.region), ": ", &value].concat();
        }
        if let Some(spread) = areas.spread() {
            label = [&label, "; ", &self.spread(definition, &spread)].concat();
        }
        label
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
        fill(self.regional.overview.spread, &names)
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
        Some(fill(self.regional.overview.key_spread, &names))
    }

    /// What the signs mean, where any figure differs from the benchmark.
    pub fn signs_key(&self, overview: &Overview) -> Option<String> {
        let benchmark = self.place(overview.benchmark()?);
        let differs =
            |areas: &Areas| matches!(areas.own.verdict(), Some(Verdict::Lower | Verdict::Higher));
        let text = fill(self.regional.overview.key_signs, &[("benchmark", &benchmark)]);
        overview.iter().any(differs).then_some(text)
    }

    /// What the mark of the region itself shows.
    pub fn own_key(&self, overview: &Overview) -> String {
        let interval = |area: &Area| area.figure().is_some_and(|f| f.interval.is_some());
        let template = match overview.iter().any(|areas| interval(&areas.own)) {
            true => self.regional.overview.key_interval,
            false => self.regional.overview.key_own,
        };
        fill(template, &[("place", &self.place_label(&overview.first().own.region))])
    }
}
