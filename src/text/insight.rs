// SPDX-License-Identifier: EUPL-1.2
//! What can be concluded from all areas of a level together, in sentences. None of them says more
//! than its test.

use super::number::decimal;
use super::template::fill;
use super::value::{capital, decimals};
use super::words::insight::InsightWords;
use crate::indicator::definition::{Definition, Direction};
use crate::indicator::region::{Kind, Region};
use crate::stats::dispersion::LEAST;
use crate::stats::rank::RankSet;
use crate::stats::replay::DRAWS;
use crate::view::insight::{Conclusion, Frame, Insight, NoGap};
use crate::view::members::Member;

impl InsightWords {
    /// Everything that can be said of one area: its gap, rank, stabilised figure and chance
    /// replayed, of which there are.
    pub fn of_member(&self, insight: &Insight, member: &Member, found: &Conclusion) -> Vec<String> {
        let said = [
            self.gap(insight, member, found),
            self.rank(insight, member, found),
            self.stabilised(insight, member, found),
            self.replay(insight, member),
        ];
        said.into_iter().flatten().collect()
    }

    /// Everything that can be said of all areas together.
    pub fn of_all(&self, insight: &Insight) -> Vec<String> {
        [self.spread(insight), self.discoveries(insight)].into_iter().flatten().collect()
    }

    /// The gap to the benchmark as a number of persons: "Rotterdam, in 2015: 33 kinderen meer dan bij
    /// het cijfer van Nederland (tussen 16 en 53 meer). …"
    pub fn gap(&self, insight: &Insight, member: &Member, found: &Conclusion) -> Option<String> {
        let said = self.gap_of(insight, member, found, &capital(&self.place(member.region)))?;
        Some([&said, " ", self.gap_meaning].concat())
    }

    /// The same of a `subject`, a region or an indicator, without what such a number means.
    pub fn gap_of(
        &self,
        insight: &Insight,
        member: &Member,
        found: &Conclusion,
        subject: &str,
    ) -> Option<String> {
        let gap = found.gap.as_ref().ok()?;
        let benchmark = insight.set.benchmark.as_ref()?;
        // The limits lie on the same side, and the nearer one comes first.
        let is_more = gap.exact > 0.0;
        let (near, far) = if is_more { (gap.lower, gap.upper) } else { (gap.upper, gap.lower) };
        let direction = if is_more { self.more } else { self.fewer };
        let persons = |number: i64| {
            let [one, many] = self.noun(insight.set.definition);
            let noun = if number.unsigned_abs() == 1 { one } else { many };
            let number = self.number(number, insight.step);
            fill(direction, &[("number", &number), ("noun", noun)])
        };
        let far = fill(direction, &[("number", &self.number(far, insight.step)), ("noun", "")]);
        let names = [
            ("subject", subject),
            ("period", &self.in_period(member.finding.period)),
            ("gap", &persons(gap.number)),
            ("benchmark", &self.place(benchmark.region)),
            ("near", &self.number(near, insight.step)),
            ("far", &far.replace("  ", " ")),
        ];
        let mut said = vec![fill(self.gap, &names)];
        said.extend(gap.per_year.map(|gap| fill(self.gap_per_year, &[("gap", &persons(gap))])));
        Some(said.join(" "))
    }

    /// Whom the denominator counts: one, several.
    fn noun(&self, definition: &Definition) -> [&'static str; 2] {
        let text = definition.denominator.as_ref().map_or("", |text| self.pick(text));
        let named = self.nouns.iter().find(|[named, ..]| text.contains(named));
        named.map_or(self.persons, |[_, one, many]| [one, many])
    }

    /// A number of persons without its sign.
    fn number(&self, number: i64, step: u32) -> String {
        let size = self.count(number.unsigned_abs() as f64);
        match (number, step) {
            (0, step) => fill(self.below, &[("least", &self.count(f64::from(step)))]),
            (_, 1) => size,
            _ => fill(self.about, &[("count", &size)]),
        }
    }

    /// Why there is no number of persons, where a reader would ask.
    pub fn no_gap(&self, insight: &Insight, found: &Conclusion) -> Option<String> {
        // Where no chance is in the figures nobody asks.
        insight.target()?;
        let benchmark = insight.set.benchmark.as_ref()?;
        let template = match found.gap.as_ref().err()? {
            NoGap::Similar => self.no_gap_similar,
            NoGap::Coarse => self.no_gap_coarse,
            NoGap::NoCounts => self.no_gap_counts,
            NoGap::Withheld | NoGap::Missing | NoGap::Context | NoGap::NoBenchmark => return None,
        };
        Some(fill(template, &[("benchmark", &self.place(benchmark.region))]))
    }

    /// The ranks that one chosen area can have.
    pub fn rank(&self, insight: &Insight, member: &Member, found: &Conclusion) -> Option<String> {
        Some(self.ranks(insight, member, found.ranked?.alone, false))
    }

    /// The same where it stands among all others: what holds for all of them together.
    pub fn rank_among_all(
        &self,
        insight: &Insight,
        member: &Member,
        found: &Conclusion,
    ) -> Option<String> {
        Some(self.ranks(insight, member, found.ranked?.together, true))
    }

    fn ranks(&self, insight: &Insight, member: &Member, set: RankSet, is_together: bool) -> String {
        let template = match (set.best, set.worst) {
            (1, worst) if worst == insight.areas => self.rank_any,
            (best, worst) if best == worst => self.rank_one,
            _ => self.rank,
        };
        let number = |count: usize| self.count(count as f64);
        let kind = |count| self.kinds(insight.set.kind, count);
        let names = [
            ("region", &*capital(&self.place(member.region))),
            ("best", &number(set.best)),
            ("worst", &number(set.worst)),
            ("all", &number(insight.areas)),
            ("kind", kind(insight.areas)),
        ];
        let mut said = vec![fill(template, &names)];
        said.push(match insight.set.definition.direction {
            Direction::Context => self.rank_first_highest.to_string(),
            Direction::Lower | Direction::Higher => self.rank_first.to_string(),
        });
        if insight.unknown > 0 {
            let names = [("count", &*number(insight.unknown)), ("kind", kind(insight.unknown))];
            said.push(fill(self.rank_unknown, &names));
        }
        if is_together {
            said.push(fill(self.rank_together, &[("kind", kind(0))]));
        }
        said.join(" ")
    }

    /// What the dashed limits of a funnel are.
    pub fn wider(&self, kind: Kind) -> String {
        fill(self.wider, &[("kind", self.kinds(kind, 0))])
    }

    /// One draw of chance replayed, the `nth` from 1 on.
    pub fn replay_frame(&self, insight: &Insight, nth: usize, frame: &Frame) -> Option<String> {
        let benchmark = insight.set.benchmark.as_ref()?;
        let number = |count: usize| self.count(count as f64);
        let [lower, ..] = frame.so_far;
        let names = [
            ("nth", &*number(nth)),
            ("all", &number(DRAWS)),
            ("value", &self.value(insight.set.definition, frame.value)),
            ("lower", &number(lower)),
            ("benchmark", &self.place(benchmark.region)),
        ];
        Some(fill(self.replay_frame, &names))
    }

    /// Whether areas differ by more than chance; nothing where no chance is in the figures.
    pub fn spread(&self, insight: &Insight) -> Option<String> {
        insight.target()?;
        let kind = self.kinds(insight.set.kind, 0);
        let Some(found) = &insight.dispersion else {
            let least = self.count(LEAST as f64);
            return Some(fill(self.spread_uncounted, &[("kind", kind), ("least", &least)]));
        };
        if !found.is_over() {
            return Some(fill(self.spread_unshown, &[("kind", kind)]));
        }
        let definition = insight.set.definition;
        let spread = found.tau2.sqrt() * definition.kind.factor();
        let value = match definition.is_percentage() {
            true => {
                let value = decimal(self.language, spread, decimals(definition, spread));
                fill(self.points, &[("value", &value)])
            }
            false => self.value(definition, spread),
        };
        Some(fill(self.spread, &[("kind", kind), ("spread", &value)]))
    }

    /// How many areas are coloured, how many chance would colour, and at how many the difference
    /// holds; nothing without a benchmark.
    pub fn discoveries(&self, insight: &Insight) -> Option<String> {
        let found = insight.discoveries.as_ref()?;
        let number = |count: usize| self.count(count as f64);
        let expected = found.expected.round();
        let names = [
            ("count", &*number(insight.coloured)),
            ("all", &number(found.areas)),
            ("kind", self.kinds(insight.set.kind, found.areas)),
        ];
        let mut said = vec![fill(self.coloured, &names)];
        said.push(match insight.coloured as f64 <= expected {
            true => self.no_more_than_chance.to_string(),
            false => fill(self.by_chance, &[("chance", &self.chance(expected))]),
        });
        let holding = insight.holding();
        said.push(match holding {
            0 => self.holding_none.to_string(),
            1 => self.holding_one.to_string(),
            _ => fill(self.holding, &[("count", &number(holding))]),
        });
        Some(said.join(" "))
    }

    /// So many at most by chance.
    fn chance(&self, expected: f64) -> String {
        match expected < 1.0 {
            true => fill(self.below, &[("least", &self.count(1.0))]),
            false => fill(self.about, &[("count", &self.count(expected))]),
        }
    }

    /// The stabilised figure, and how much the own one counts in it.
    pub fn stabilised(
        &self,
        insight: &Insight,
        member: &Member,
        found: &Conclusion,
    ) -> Option<String> {
        let (definition, figure) = (insight.set.definition, found.stabilised?);
        let factor = definition.kind.factor();
        let value = self.value(definition, figure.value * factor);
        let Some(interval) = figure.interval else {
            let kind = self.kinds(insight.set.kind, 0);
            return Some(fill(self.stabilised_same, &[("kind", kind), ("value", &value)]));
        };
        let (lower, upper) = (interval.lower * factor, interval.upper * factor);
        // The two are a whole, also when they are rounded.
        let own = (figure.weight * 100.0).round();
        let names = [
            ("value", &*value),
            ("region", &self.place(member.region)),
            ("range", &self.between(definition, lower, upper)),
            ("own", &(self.count(own) + "%")),
            ("centre", &self.centre(insight)),
            ("rest", &(self.count(100.0 - own) + "%")),
        ];
        Some(fill(self.stabilised, &names))
    }

    /// What figures are drawn towards.
    fn centre(&self, insight: &Insight) -> String {
        let region = insight.set.benchmark.as_ref().map(|benchmark| benchmark.region);
        let named = |region: &Region| fill(self.its_figure, &[("benchmark", &self.place(region))]);
        region.map_or(self.the_average.to_string(), named)
    }

    /// What chance replayed gives beside the benchmark.
    pub fn replay(&self, insight: &Insight, member: &Member) -> Option<String> {
        let benchmark = insight.set.benchmark.as_ref()?;
        member.verdict()?;
        let [lower, equal, higher] = insight.replay(member)?.1?;
        let number = |count: usize| self.count(count as f64);
        let template = if equal > 0 { self.replay_equal } else { self.replay };
        let names = [
            ("lower", &*number(lower)),
            ("equal", &number(equal)),
            ("higher", &number(higher)),
            ("all", &number(DRAWS)),
            ("region", &self.place(member.region)),
            ("benchmark", &self.place(benchmark.region)),
        ];
        Some([fill(template, &names), self.replay_meaning.to_string()].join(" "))
    }
}
