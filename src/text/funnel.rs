// SPDX-License-Identifier: EUPL-1.2
//! What a funnel says: who differs from its centre by more than chance.

use super::narrative::Narrative;
use super::template::fill;
use super::value::capital;
use super::words::funnel::FunnelWords;
use crate::indicator::comparison::Verdict;
use crate::indicator::definition::Kind;
use crate::indicator::region::Region;
use crate::view::funnel::{Funnel, Point};
use crate::view::members::{ComparisonSet, Member};

/// The shares of regions that lie outside the limits by chance alone.
const BEYOND_95: f64 = 0.05;
const BEYOND_998: f64 = 0.002;

impl FunnelWords {
    /// The message: how many lie outside the limits.
    pub fn funnel_headline(&self, set: &ComparisonSet, funnel: &Funnel) -> String {
        let all = funnel.points.len();
        let names = [
            ("subject", &*self.subject(set.definition)),
            ("count", &self.count(funnel.beyond() as f64)),
            ("all", &self.count(all as f64)),
            ("kind", self.kinds(set.kind, all)),
        ];
        fill(self.headline, &names)
    }

    /// What a funnel says: where the own region lies from the centre, how many have no place;
    /// below the picture the figure, the centre, and how many lie outside the limits and would by
    /// chance.
    pub fn funnel_narrative(&self, set: &ComparisonSet, funnel: &Funnel) -> Narrative {
        let definition = set.definition;
        let (mut lede, mut more) = (Vec::new(), Vec::new());
        let own = self.own_region(set);
        let centre = self.centre(set, funnel);
        match funnel.point(set, &set.own) {
            Some(point) => {
                let template = match point.verdict {
                    Verdict::Similar => self.own_inside,
                    _ if point.is_far => self.own_beyond998,
                    _ => self.own_beyond95,
                };
                let verdict = self.verdict_word(definition, point.verdict);
                let region = capital(&self.place(set.own.region));
                let names = [("region", &*region), ("verdict", verdict), ("centre", &centre)];
                lede.push(fill(template, &names));
                more.push(own);
            }
            None => lede.push(own),
        }
        let all = funnel.points.len();
        let number = |count: usize| self.count(count as f64);
        let names = [
            ("all", &*number(all)),
            ("members", &self.some_members(set, all)),
            ("centre", &centre),
            ("value", &self.value(definition, funnel.centre)),
        ];
        more.push(fill(self.around, &names));
        let template = match funnel.beyond() {
            0 => self.none_beyond,
            1 => self.one_beyond,
            _ => self.some_beyond,
        };
        let names = [
            ("count", &*number(funnel.beyond())),
            ("all", &number(all)),
            ("kind", self.kinds(set.kind, all)),
            ("far", &number(funnel.points.iter().filter(|p| p.is_far).count())),
            ("chance", &self.chance(all)),
        ];
        more.push(fill(template, &names));
        let uncounted = set.members.iter().filter(|a| a.estimate().is_some()).count() - all;
        if uncounted > 0 {
            more.push(self.counted(set, self.no_counts, uncounted));
        }
        self.absent_members(set, &mut lede);
        Narrative { lede, more }
    }

    /// How many of `all` lie outside the limits by chance: "ongeveer 9 en minder dan 1".
    fn chance(&self, all: usize) -> String {
        let expected = [BEYOND_95, BEYOND_998].map(|share| all as f64 * share);
        let [most, few] = expected.map(|expected| match expected < 1.0 {
            true => self.below_one.to_string(),
            false => fill(self.about, &[("count", &self.count(expected))]),
        });
        if most == few { most } else { [&*most, self.and, &few].concat() }
    }

    /// How the centre and the limits came about, and what must be known of them.
    pub fn funnel_method(&self, set: &ComparisonSet, funnel: &Funnel) -> Vec<String> {
        let mut said = vec![match set.definition.kind {
            Kind::Rate => self.limits_of_rates.to_string(),
            _ => self.limits_of_shares.to_string(),
        }];
        said.push(match self.benchmark_of(set, funnel) {
            Some(place) => fill(self.method_benchmark, &[("benchmark", &self.place(place))]),
            None => fill(self.method, &[("kind", self.kinds(set.kind, funnel.points.len()))]),
        });
        if funnel.outsider.is_some() {
            let region = capital(&self.place(set.own.region));
            let names = [("region", &*region), ("members", &self.members(set))];
            said.push(fill(self.outsider, &names));
        }
        if funnel.is_average && set.withheld() > 0 {
            said.push(self.bias.to_string());
        }
        said.extend(self.chosen_method(set));
        said
    }

    /// The benchmark whose figure is the centre.
    fn benchmark_of<'s>(&self, set: &'s ComparisonSet, funnel: &Funnel) -> Option<&'s Region> {
        let benchmark = set.benchmark.as_ref().filter(|_| !funnel.is_average);
        benchmark.map(|benchmark| benchmark.region)
    }

    /// What the limits lie around, in a sentence.
    fn centre(&self, set: &ComparisonSet, funnel: &Funnel) -> String {
        match self.benchmark_of(set, funnel) {
            Some(place) => fill(self.its_figure, &[("benchmark", &self.place(place))]),
            None => self.the_average.to_string(),
        }
    }

    /// What the centre is called beside its line, with its value: "gemiddelde 9,4".
    pub fn centre_label(&self, set: &ComparisonSet, funnel: &Funnel) -> String {
        let value = self.bare(set.definition, funnel.centre);
        match self.benchmark_of(set, funnel) {
            Some(place) => [&self.name(place), " ", &value].concat(),
            None => fill(self.average_label, &[("value", &value)]),
        }
    }

    /// What the positions are compared with: "Vergeleken met Nederland".
    pub fn position_head(&self, set: &ComparisonSet, funnel: &Funnel) -> String {
        match self.benchmark_of(set, funnel) {
            Some(place) => fill(self.verdict_head, &[("benchmark", &self.place(place))]),
            None => self.average_head.to_string(),
        }
    }

    /// A place in the funnel in a few words.
    pub fn position(&self, set: &ComparisonSet, point: &Point) -> String {
        let template = match point.verdict {
            Verdict::Similar => self.inside,
            _ if point.is_far => self.beyond998,
            _ => self.beyond95,
        };
        fill(template, &[("verdict", self.verdict_word(set.definition, point.verdict))])
    }

    /// All that is to know of one region in a funnel, in a line.
    pub fn funnel_label(&self, set: &ComparisonSet, member: &Member, point: &Point) -> String {
        let position = self.position(set, point);
        self.label(set.definition, member.region, &member.finding, Some(&position))
    }

    /// What the hatched part of a funnel is.
    pub fn hidden(&self, funnel: &Funnel) -> String {
        let threshold = self.count(funnel.threshold);
        fill(self.hidden_label, &[("threshold", &threshold)])
    }

    /// How many lie so: "9 lager (gunstiger)", "128 binnen de 95%-grenzen".
    pub fn position_count(&self, set: &ComparisonSet, verdict: Verdict, count: usize) -> String {
        let word = match verdict {
            Verdict::Similar => self.inside,
            _ => self.verdict_word(set.definition, verdict),
        };
        [&self.count(count as f64), " ", word].concat()
    }
}
