// SPDX-License-Identifier: EUPL-1.2
//! What a funnel says: who differs from the average by more than chance.

use super::statement::statement;
use super::value::capital;
use super::words::fill;
use super::words::funnel::FunnelWords;
use crate::indicator::comparison::Verdict;
use crate::indicator::definition::Kind;
use crate::indicator::finding::Outcome;
use crate::view::funnel::{Funnel, Point};
use crate::view::members::{Area, Areas};

/// The shares of regions that lie outside the limits by chance alone.
const BEYOND_95: f64 = 0.05;
const BEYOND_998: f64 = 0.002;

impl FunnelWords {
    /// The sentences of a funnel: the own region, the average, where the own region lies from it,
    /// how many lie outside the limits and how many would by chance, how many have no place.
    pub fn funnel_sentences(&self, areas: &Areas, funnel: &Funnel) -> Vec<String> {
        let (definition, here) = (areas.definition, self);
        let mut said = vec![statement(self, definition, areas.own.region, &areas.own.finding)];
        let all = funnel.points.len();
        let number = |count: usize| self.count(count as f64);
        let names = [
            ("all", &*number(all)),
            ("members", &self.some_members(areas, all)),
            ("value", &self.value(definition, funnel.average)),
        ];
        said.push(fill(here.average, &names));
        if let Some(point) = funnel.point(areas, &areas.own) {
            let template = match point.verdict {
                Verdict::Similar => here.own_inside,
                _ if point.is_far => here.own_beyond998,
                _ => here.own_beyond95,
            };
            let verdict = self.verdict_word(definition, point.verdict);
            let region = capital(&self.place(areas.own.region));
            said.push(fill(template, &[("region", &region), ("verdict", verdict)]));
        }
        let beyond = funnel.points.iter().filter(|p| p.verdict != Verdict::Similar).count();
        let template = match beyond {
            0 => here.none_beyond,
            1 => here.one_beyond,
            _ => here.some_beyond,
        };
        let names = [
            ("count", &*number(beyond)),
            ("all", &number(all)),
            ("kind", self.kinds(areas.kind, all)),
            ("far", &number(funnel.points.iter().filter(|p| p.is_far).count())),
            ("chance", &self.chance(all)),
        ];
        said.push(fill(template, &names));
        let uncounted = areas.members.iter().filter(|a| a.figure().is_some()).count() - all;
        if uncounted > 0 {
            said.push(self.counted(areas, here.no_counts, uncounted));
        }
        self.silent(areas, &mut said);
        said
    }

    /// How many of `all` lie outside the limits by chance: "ongeveer 9 en minder dan 1".
    fn chance(&self, all: usize) -> String {
        let expected = [BEYOND_95, BEYOND_998].map(|share| all as f64 * share);
        let [most, few] = expected.map(|expected| match expected < 1.0 {
            true => self.below_one.to_string(),
            false => fill(self.about, &[("count", &self.count(expected))]),
        });
        if most == few { most } else { [most, few].join(self.and) }
    }

    /// How the average and the limits came about, and what must be known of them.
    pub fn funnel_method(&self, areas: &Areas, funnel: &Funnel) -> Vec<String> {
        let here = self;
        let mut said = vec![match areas.definition.kind {
            Kind::Rate => here.limits_of_rates.to_string(),
            _ => here.limits_of_shares.to_string(),
        }];
        let kind = [("kind", self.kinds(areas.kind, funnel.points.len()))];
        said.push(fill(here.method, &kind));
        if funnel.guest.is_some() {
            let region = capital(&self.place(areas.own.region));
            let names = [("region", &*region), ("members", &self.members(areas))];
            said.push(fill(here.guest, &names));
        }
        if areas.count(&Outcome::Withheld) > 0 {
            said.push(here.bias.to_string());
        }
        if let Some(benchmark) = &areas.benchmark {
            let place = self.place(benchmark.region);
            said.push(fill(here.not_a_ranking, &[("benchmark", &place)]));
        }
        said.extend(self.size_method(areas));
        said
    }

    /// A place in the funnel in a few words.
    pub fn position(&self, areas: &Areas, point: &Point) -> String {
        let template = match point.verdict {
            Verdict::Similar => self.inside,
            _ if point.is_far => self.beyond998,
            _ => self.beyond95,
        };
        fill(template, &[("verdict", self.verdict_word(areas.definition, point.verdict))])
    }

    /// All that is to know of one region in a funnel, in a line.
    pub fn funnel_label(&self, areas: &Areas, area: &Area, point: &Point) -> String {
        let position = self.position(areas, point);
        self.label(areas.definition, area.region, &area.finding, Some(&position))
    }

    /// What the hatched part of a funnel is.
    pub fn hidden(&self, funnel: &Funnel) -> String {
        let threshold = self.count(funnel.threshold);
        fill(self.hidden_label, &[("threshold", &threshold)])
    }

    /// How many lie so: "9 lager (gunstiger)", "128 binnen de 95%-grenzen".
    pub fn position_count(&self, areas: &Areas, verdict: Verdict, count: usize) -> String {
        let word = match verdict {
            Verdict::Similar => self.inside,
            _ => self.verdict_word(areas.definition, verdict),
        };
        [&self.count(count as f64), " ", word].concat()
    }
}
