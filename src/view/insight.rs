// SPDX-License-Identifier: EUPL-1.2
//! What can be concluded from all areas of one level together, for one indicator, period and
//! definition. Made of released figures alone: of a withheld one it is known that there is an area.

use super::members::{ComparisonSet, Member};
use crate::data::dataset::Dataset;
use crate::error::Error;
use crate::indicator::comparison::Verdict;
use crate::indicator::definition::{self, Counted, Definition, Direction};
use crate::indicator::finding::{Absence, Estimate, Firmness, Interval, Method, Outcome};
use crate::indicator::region::COUNTRY;
use crate::request::Request;
use crate::stats::discovery::{self, Discoveries};
use crate::stats::dispersion::{self, Counts, Dispersion};
use crate::stats::exact::Benchmark;
use crate::stats::gap::{self, Gap};
use crate::stats::interval;
use crate::stats::rank::{self, First, Kind, Place, RankSet};
use crate::stats::replay::{self, Replay};
use crate::stats::stabilised::{Prior, Stabilised, prior};

/// Why a figure has no gap: the first reason that applies.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoGap {
    /// It is withheld.
    Withheld,
    /// There is none.
    Missing,
    /// There are no counts, or they are an average's or a model's.
    NoCounts,
    /// Neither lower nor higher is better.
    Context,
    /// There is nothing to compare it with.
    NoBenchmark,
    /// It cannot be told from the benchmark.
    Similar,
    /// The rounding of the benchmark would decide the number.
    Coarse,
}

/// The ranks that an area may have: asked for alone, and among all others.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Ranked {
    /// For one chosen area.
    pub alone: RankSet,
    /// Where the ranks of several are shown.
    pub together: RankSet,
}

/// What can be concluded of one area, beside its figure.
#[derive(Clone, Debug, PartialEq)]
pub struct Conclusion {
    /// How many more or fewer than at the benchmark.
    pub gap: Result<Gap, NoGap>,
    /// Its ranks; none where its place is unknown, or where there is nothing to rank.
    pub ranked: Option<Ranked>,
    /// Its p value, corrected for the number of areas, and whether the difference holds.
    pub adjusted: Option<(f64, bool)>,
    /// Its stabilised figure, as a fraction.
    pub stabilised: Option<Stabilised>,
}

/// All areas of one level.
#[derive(Clone, Debug)]
pub struct Insight<'a> {
    /// The areas with their figures, and the benchmark.
    pub set: ComparisonSet<'a>,
    /// What can be concluded of each, in the order of the members.
    pub conclusions: Vec<Conclusion>,
    /// Which end of the scale has rank 1.
    pub first: First,
    /// How many areas have a rank or might have one; not those to which the question does not apply.
    pub areas: usize,
    /// How many of them have an unknown place.
    pub unknown: usize,
    /// How far they lie apart; none where that is not calculated.
    pub dispersion: Option<Dispersion>,
    /// From what stabilised figures are made; none where that is not calculated.
    pub prior: Option<Prior>,
    /// How many have a verdict that is not "similar".
    pub coloured: usize,
    /// What is left of those; none without a benchmark.
    pub discoveries: Option<Discoveries>,
    /// Numbers of persons are given in multiples of this, as the counts are.
    pub step: u32,
    target: Option<f64>,
    benchmark: Option<Benchmark>,
}

/// What a definition's figures are for statistics; nothing where no chance is in them, and for
/// averages and counts.
fn kind(definition: &Definition) -> Option<Kind> {
    let kind = match definition.kind {
        definition::Kind::Share => Kind::Share,
        definition::Kind::Rate => Kind::Rate,
        _ => return None,
    };
    (definition.counted == Counted::Persons).then_some(kind)
}

/// The counts of a released figure.
fn counts(member: &Member) -> Option<Counts> {
    let estimate = member.estimate()?;
    let denominator = estimate.denominator.filter(|n| *n > 0.0)?;
    Some(Counts { numerator: estimate.numerator?, denominator })
}

/// Whether a figure is a model's, which borrows from others.
fn is_modelled(estimate: &Estimate) -> bool {
    estimate.firmness == Firmness::Estimated
}

fn as_fraction(value: f64, interval: &Interval, factor: f64) -> interval::Estimate {
    interval::Estimate {
        value: value / factor,
        lower: interval.lower / factor,
        upper: interval.upper / factor,
    }
}

impl<'a> Insight<'a> {
    /// Concludes from all areas of the level of the region that is asked for (of the country:
    /// municipalities), whatever the scope of the request.
    ///
    /// # Errors
    /// Those of [`ComparisonSet::find`].
    pub fn find(dataset: &'a Dataset, request: &Request) -> Result<Self, Error> {
        Ok(Self::of(Self::areas(dataset, request)?, dataset.threshold))
    }

    /// The areas from which it is concluded.
    fn areas(dataset: &'a Dataset, request: &Request) -> Result<ComparisonSet<'a>, Error> {
        let mut whole = Request { within: Some(COUNTRY.to_string()), ..request.clone() };
        // A region in which its own municipalities are set beside each other is none of them.
        let code = |name: &str| Some(&dataset.region(name).ok()?.1.code);
        if request.within.as_deref().is_some_and(|within| code(within) == code(&request.region)) {
            whole.region = COUNTRY.to_string();
        }
        ComparisonSet::find(dataset, &whole)
    }

    /// A set with stabilised figures beside its own, where a request asks for what can be concluded.
    #[cfg(feature = "tools")]
    pub fn beside<'s>(
        mut set: ComparisonSet<'s>,
        dataset: &Dataset,
        request: &Request,
    ) -> ComparisonSet<'s> {
        let (indicator, period) = (set.definition.id.clone(), Some(set.period));
        let now = Request { indicator, period, ..request.clone() };
        if let Some(insight) = Insight::apart(dataset, &now) {
            insight.stabilise(&mut set);
        }
        set
    }

    /// How far areas lie apart and what stabilised figures are made of, and nothing else, where a
    /// request asks for what can be concluded.
    #[cfg(feature = "tools")]
    pub fn apart(dataset: &'a Dataset, request: &Request) -> Option<Self> {
        let areas = request.insight.then(|| Self::areas(dataset, request).ok())??;
        let mut insight = Self::bare(areas);
        insight.spread(kind(insight.set.definition)?, dataset.threshold);
        Some(insight)
    }

    /// Puts stabilised figures beside those of a set of some of these areas, and of the region asked for.
    /// Where areas do not differ by more than chance there are none to be told apart, and none are put
    /// there.
    #[cfg(feature = "tools")]
    fn stabilise(&self, set: &mut ComparisonSet) {
        let factor = set.definition.kind.factor();
        for member in set.members.iter_mut().chain([&mut set.own]) {
            let is_same = |(other, _): &(&Member, _)| other.region.code == member.region.code;
            let found = self.members().find(is_same).and_then(|(_, found)| found.stabilised);
            member.stabilised = found.and_then(|found| found.interval).map(|found| {
                let [value, lower, upper] =
                    [found.value, found.lower, found.upper].map(|fraction| fraction * factor);
                interval::Estimate { value, lower, upper }
            });
        }
    }

    fn of(set: ComparisonSet<'a>, threshold: f64) -> Self {
        let mut insight = Self::bare(set);
        if let Some(kind) = kind(insight.set.definition) {
            insight.gap();
            insight.rank(kind);
            insight.discover(kind);
            insight.spread(kind, threshold);
        }
        insight
    }

    /// The areas, before anything is concluded.
    fn bare(set: ComparisonSet<'a>) -> Self {
        let definition = set.definition;
        let first = match definition.direction {
            Direction::Lower => First::Lowest,
            Direction::Higher | Direction::Context => First::Highest,
        };
        let is_area = |member: &&Member| {
            !matches!(member.finding.outcome, Outcome::Absent(Absence::NotApplicable))
        };
        let areas = set.members.iter().filter(is_area).count();
        let benchmark = set.benchmark.as_ref().and_then(Member::estimate);
        let benchmark = benchmark.and_then(|estimate| published(definition, estimate));
        let is_coloured =
            |member: &&Member| member.verdict().is_some_and(|v| v != Verdict::Similar);
        let coloured = set.members.iter().filter(is_coloured).count();
        let none = |member| Conclusion {
            gap: Err(missing(member).unwrap_or(NoGap::NoCounts)),
            ranked: None,
            adjusted: None,
            stabilised: None,
        };
        let conclusions = set.members.iter().map(none).collect();
        let (dispersion, prior, discoveries) = (None, None, None);
        Self {
            step: step(&set),
            set,
            conclusions,
            first,
            areas,
            unknown: areas,
            dispersion,
            prior,
            coloured,
            discoveries,
            target: None,
            benchmark,
        }
    }

    fn gap(&mut self) {
        let factor = self.set.definition.kind.factor();
        for (member, conclusion) in self.set.members.iter().zip(&mut self.conclusions) {
            conclusion.gap = (|| {
                missing(member).map_or(Ok(()), Err)?;
                let estimate = member.estimate().ok_or(NoGap::Missing)?;
                let counts = counts(member).filter(|_| !is_modelled(estimate));
                let (counts, interval) = counts.zip(estimate.interval).ok_or(NoGap::NoCounts)?;
                if self.set.definition.direction == Direction::Context {
                    return Err(NoGap::Context);
                }
                let benchmark = self.benchmark.filter(|_| member.verdict().is_some());
                let benchmark = benchmark.ok_or(NoGap::NoBenchmark)?;
                let years = member.finding.period.months() / 12;
                let given = gap::Counts {
                    numerator: counts.numerator,
                    denominator: counts.denominator,
                    years: u32::try_from(years).unwrap_or(1).max(1),
                    step: self.step,
                };
                let limits = as_fraction(estimate.value, &interval, factor);
                let found = gap::gap(given, limits, benchmark).map_err(|_| NoGap::NoCounts)?;
                match found {
                    gap::Outcome::Given(gap) if member.verdict() != Some(Verdict::Similar) => {
                        Ok(gap)
                    }
                    gap::Outcome::Given(_) | gap::Outcome::Similar => Err(NoGap::Similar),
                    gap::Outcome::TooCoarse => Err(NoGap::Coarse),
                }
            })();
        }
    }

    fn rank(&mut self, kind: Kind) {
        let factor = self.set.definition.kind.factor();
        let place = |member: &Member| {
            let estimate = member.estimate().filter(|estimate| !is_modelled(estimate))?;
            let interval = estimate.interval.as_ref()?;
            let few = |counts: &Counts| {
                Place::of_counts(kind, counts.numerator, counts.denominator).ok().flatten()
            };
            match (counts(member), interval.method) {
                (Some(counts), Method::Published) => {
                    few(&counts)?;
                    Place::of_interval(kind, as_fraction(estimate.value, interval, factor)).ok()?
                }
                (Some(counts), _) => few(&counts),
                (None, _) => {
                    Place::of_interval(kind, as_fraction(estimate.value, interval, factor)).ok()?
                }
            }
        };
        let (mut places, mut whose) = (Vec::new(), Vec::new());
        for (nth, member) in self.set.members.iter().enumerate() {
            if let Some(place) = place(member) {
                places.push(place);
                whose.push(nth);
            }
        }
        self.unknown = self.areas.saturating_sub(places.len());
        if self.areas < 2 {
            return;
        }
        let together = rank::simultaneous(&places, self.unknown, self.first);
        for ((own, nth), together) in whose.into_iter().enumerate().zip(together) {
            let alone = rank::marginal(&places, self.unknown, own, self.first);
            if let Some(conclusion) = self.conclusions.get_mut(nth) {
                conclusion.ranked = alone.map(|alone| Ranked { alone, together });
            }
        }
    }

    fn discover(&mut self, kind: Kind) {
        let Some(benchmark) = self.benchmark else { return };
        let factor = self.set.definition.kind.factor();
        let b = benchmark.value.value();
        let p_value = |member: &Member| {
            // What is not compared is not tested.
            member.verdict()?;
            let estimate = member.estimate()?;
            let interval = estimate.interval.as_ref()?;
            match counts(member).filter(|_| interval.method != Method::Published) {
                Some(c) => discovery::p_value(kind, c.numerator, c.denominator, b).ok(),
                None => {
                    discovery::p_value_of_interval(as_fraction(estimate.value, interval, factor), b)
                }
            }
        };
        let (mut p_values, mut whose) = (Vec::new(), Vec::new());
        for (nth, member) in self.set.members.iter().enumerate() {
            if let Some(p) = p_value(member) {
                p_values.push(p);
                whose.push(nth);
            }
        }
        let Ok(found) = discovery::discoveries(&p_values, self.set.withheld()) else { return };
        for (nth, adjusted) in whose.into_iter().zip(found.adjusted.iter().zip(&found.holds)) {
            if let Some(conclusion) = self.conclusions.get_mut(nth) {
                conclusion.adjusted = Some((*adjusted.0, *adjusted.1));
            }
        }
        self.discoveries = Some(found);
    }

    fn spread(&mut self, kind: Kind, threshold: f64) {
        let counted: Vec<Counts> = self.set.members.iter().filter_map(counts).collect();
        let average = || {
            let sum = |part: fn(&Counts) -> f64| counted.iter().map(part).sum::<f64>();
            sum(|c| c.numerator) / sum(|c| c.denominator)
        };
        let target = self.benchmark.map_or_else(average, |benchmark| benchmark.value.value());
        let least = dispersion::least_expected(threshold);
        self.target = Some(target).filter(|target| target.is_finite());
        self.dispersion = dispersion::overdispersion(kind, target, &counted, least).ok().flatten();
        self.prior = prior(kind, target, &counted, least).ok().flatten();
        let Some(prior) = self.prior else { return };
        for (member, conclusion) in self.set.members.iter().zip(&mut self.conclusions) {
            let found = counts(member).map(|c| prior.stabilise(c.numerator, c.denominator));
            conclusion.stabilised = found.and_then(Result::ok);
        }
    }

    /// The areas with what can be concluded of each.
    pub fn members(&self) -> impl Iterator<Item = (&Member<'a>, &Conclusion)> {
        self.set.members.iter().zip(&self.conclusions)
    }

    /// What is known of the region that was asked for, where it is one of the areas.
    pub fn own(&self) -> Option<(&Member<'a>, &Conclusion)> {
        self.members().find(|(member, _)| self.set.is_own(member))
    }

    /// At how many the difference holds.
    pub fn holding(&self) -> usize {
        self.conclusions.iter().filter(|c| c.adjusted.is_some_and(|(_, holds)| holds)).count()
    }

    /// The centre of spread and of stabilised figures, as a fraction.
    pub fn target(&self) -> Option<f64> {
        self.target
    }

    /// Chance replayed for one area, and how many draws lie below, at and above the benchmark.
    pub fn replay(&self, member: &Member) -> Option<(Replay, Option<[usize; 3]>)> {
        let definition = self.set.definition;
        let (kind, counts) = (kind(definition)?, counts(member)?);
        let period = member.finding.period.code();
        let seed = replay::seed(&definition.id, &member.region.code, &period);
        let drawn = replay::replay(kind, counts.numerator, counts.denominator, seed).ok()??;
        let beside = self.benchmark.and_then(|b| drawn.beside(counts.denominator, b));
        Some((drawn, beside))
    }
}

/// One draw of chance replayed.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Frame {
    /// The value drawn, in the unit shown.
    pub value: f64,
    /// How many draws up to this one lie below, at and above the benchmark.
    pub so_far: [usize; 3],
}

impl Insight<'_> {
    /// The draws of chance replayed for one area, in their order; none where there is nothing to set
    /// them beside.
    pub fn frames(&self, member: &Member) -> Option<Vec<Frame>> {
        member.verdict()?;
        let (benchmark, counts) = (self.benchmark?, counts(member)?);
        let (replay, _) = self.replay(member)?;
        let factor = self.set.definition.kind.factor();
        let mut so_far = [0; 3];
        let mut frames = Vec::new();
        for draw in replay.draws {
            let one = Replay { draws: vec![draw] }.beside(counts.denominator, benchmark)?;
            for (sum, one) in so_far.iter_mut().zip(one) {
                *sum += one;
            }
            frames.push(Frame { value: draw / counts.denominator * factor, so_far });
        }
        Some(frames)
    }
}

/// Why there is no figure at all.
fn missing(member: &Member) -> Option<NoGap> {
    match member.finding.outcome {
        Outcome::Withheld => Some(NoGap::Withheld),
        Outcome::Absent(_) => Some(NoGap::Missing),
        Outcome::Answered(_) | Outcome::Between(_) => Some(NoGap::NoCounts),
        Outcome::Shown(_) => None,
    }
}

/// The benchmark as it was published: its counts, where its value is theirs, else its decimals.
fn published(definition: &Definition, estimate: &Estimate) -> Option<Benchmark> {
    let factor = definition.kind.factor();
    let of_counts = || {
        let (x, n) = estimate.numerator.zip(estimate.denominator.filter(|n| *n > 0.0))?;
        (x / n * factor == estimate.value).then(|| Benchmark::counted(x, n).ok())?
    };
    of_counts().or_else(|| Benchmark::published(estimate.value, factor).ok())
}

/// Fewer areas than this do not show that counts are rounded.
const ROUNDED: usize = 20;

/// To which multiple the counts of all areas are rounded, as some publishers do.
fn step(set: &ComparisonSet) -> u32 {
    let all: Vec<f64> = set.members.iter().filter_map(counts).map(|c| c.numerator).collect();
    let is_rounded = |step: &u32| all.iter().all(|x| x % f64::from(*step) == 0.0);
    let steps = [100, 10, 5].into_iter().filter(|_| all.len() >= ROUNDED);
    steps.into_iter().find(is_rounded).unwrap_or(1)
}
