// SPDX-License-Identifier: EUPL-1.2
//! The part of a file that a request is about, released by disclosure control.

use super::release;
use crate::data::dataset::Dataset;
use crate::error::{Error, HAS_WORDS};
use crate::indicator::comparison::{self, Comparison};
use crate::indicator::definition::{Definition, Target};
use crate::indicator::finding::{Finding, Outcome};
use crate::indicator::period::Period;
use crate::indicator::recent::RecentTrend;
use crate::indicator::region::{Kind, Region};
use crate::request::{Request, View};
use crate::stats::trend::Verdict;

/// One region with its findings, in the order of time.
#[derive(Clone, Debug)]
pub struct Series<'a> {
    /// The region.
    pub region: &'a Region,
    /// Its findings, earliest first, one for each period of the selection.
    pub findings: Vec<Finding>,
}

impl Series<'_> {
    /// The finding of exactly this period.
    pub fn at(&self, period: Period) -> Option<&Finding> {
        comparison::at(&self.findings, period)
    }

    /// The length of period that most findings have: years do not share a line with pools.
    pub fn line_length(&self) -> i32 {
        let lengths = || self.findings.iter().map(|f| f.period.months());
        let count = |months: i32| lengths().filter(|m| *m == months).count();
        lengths().max_by_key(|months| (count(*months), -months)).unwrap_or(12)
    }

    /// The findings that say something of periods of that length, earliest first: those that a
    /// trend draws.
    pub fn drawn(&self) -> impl Iterator<Item = &Finding> {
        let months = self.line_length();
        self.findings.iter().filter(move |f| f.says_something() && f.period.months() == months)
    }

    /// The latest finding that says something and does not begin after `period` ends.
    pub fn latest(&self) -> Option<&Finding> {
        let said = self.findings.iter().filter(|f| f.says_something());
        said.min_by_key(|f| f.period.recency())
    }
}

/// What a chart is drawn from: nothing here is withheld.
#[derive(Clone, Debug)]
pub struct Selection<'a> {
    /// The indicator.
    pub definition: &'a Definition,
    /// The view that suits the findings: the one asked for, save that a trend of fewer than two
    /// figures is a number.
    pub view: View,
    /// Whether that is another one than was asked for, for want of figures.
    pub has_no_line: bool,
    /// The period that the sentence speaks of.
    pub period: Period,
    /// The region asked for.
    pub own: Series<'a>,
    /// The regions beside it, the benchmark last; empty when the region is its own benchmark.
    pub others: Vec<Series<'a>>,
    /// How the region's figure moved over the five periods up to that one, in a view that says
    /// so. Only beside a line is it said that no trend can be computed: its gaps invite the question.
    pub recent: Option<RecentTrend>,
    /// The year in which a reader looks, where that is known.
    pub year: Option<i32>,
    /// Whether a benchmark stands beside the region.
    pub has_benchmark: bool,
    /// Records that the file should not have held, and that are not shown.
    pub refused: Vec<Error>,
}

impl<'a> Selection<'a> {
    /// Finds what a request is about.
    ///
    /// # Errors
    /// An unknown indicator, region or period, or counts that contradict each other. A record
    /// below the threshold is no error: it is withheld and reported in `refused`.
    pub fn find(dataset: &'a Dataset, request: &Request) -> Result<Self, Error> {
        let (indicator, definition) = dataset.definition(&request.indicator)?;
        let (own, region) = dataset.region(&request.region)?;
        let mut places = vec![own];
        let mut others = Vec::new();
        if request.view == View::Compare {
            others.extend(dataset.parents(&region.code).iter().map(String::as_str));
        }
        // The benchmark is named first and drawn last.
        others.extend(request.compare.iter().skip(1).map(String::as_str));
        others.extend(request.compare.first().map(String::as_str));
        for code in others {
            places.extend(dataset.compared(code)?.filter(|place| !places.contains(place)));
        }
        let benchmark = match request.compare.first() {
            Some(code) => dataset.compared(code)?.filter(|place| *place != own),
            None => None,
        };
        if let Some(place) = benchmark {
            places.retain(|p| *p != place);
            places.push(place);
        }

        let periods = periods(dataset, indicator, &places);
        if periods.is_empty() {
            return Err(definition.without_figures());
        }
        let mut refused = Vec::new();
        let mut series = |place| released(dataset, indicator, place, &periods, &mut refused);
        let (mut own, mut others) = (series(own)?, Vec::new());
        for place in places.into_iter().skip(1) {
            others.push(series(place)?);
        }
        // Small charts beside each other have lines to show when this one has none.
        let is_alone = definition.is_count() || request.compare.len() < 2;
        let is_short = own.drawn().nth(1).is_none();
        // Between yes and no there is no line.
        let is_answer = own.drawn().any(|f| matches!(f.outcome, Outcome::Answered(_)));
        let view = match request.view {
            View::Trend if is_alone && (is_short || is_answer) => View::Number,
            view => view,
        };
        let wanted = request.period.map(|wanted| own.at(wanted).map(|f| f.period));
        if view == View::Trend {
            since_first(&mut own, &mut others);
        }
        let period = wanted.unwrap_or_else(|| {
            let drawn = own.drawn().last().filter(|_| view == View::Trend).map(|f| f.period);
            drawn.or_else(|| usual_period(&own, others.last()))
        });
        let period = period.ok_or_else(|| Error::UnknownPeriod {
            found: request.period.filter(|_| HAS_WORDS).map_or(String::new(), Period::code),
        })?;
        if view == View::Compare {
            without_spare(&own, &mut others, period, request);
        }
        let recent = RecentTrend::of(definition, &own.findings, period).filter(|r| match view {
            View::Trend => true,
            View::Number => r.verdict != Verdict::CannotBeCalculated,
            _ => false,
        });
        Ok(Self {
            definition,
            view,
            has_no_line: view != request.view && is_short,
            period,
            recent,
            year: request.year(),
            own,
            others,
            has_benchmark: benchmark.is_some(),
            refused,
        })
    }

    /// The benchmark's series.
    pub fn benchmark(&self) -> Option<&Series<'a>> {
        self.others.last().filter(|_| self.has_benchmark)
    }

    /// The region's finding of the period.
    pub fn finding(&self) -> Option<&Finding> {
        self.own.at(self.period)
    }

    /// The region beside its benchmark in the period; `None` for the benchmark itself.
    pub fn comparison(&self) -> Option<Comparison> {
        let benchmark = self.benchmark()?;
        Some(comparison::compare(self.definition, self.finding()?, &benchmark.findings))
    }

    /// The target that holds for the region: its own, else the benchmark's.
    pub fn target(&self) -> Option<&'a Target> {
        let of = |series: &Series| self.definition.target_of(&series.region.code);
        of(&self.own).or_else(|| self.benchmark().and_then(of))
    }
}

/// Leaves out the COROP region of a municipality where its health region has a figure: one region
/// between a municipality and its province is enough. One that was asked for stays.
///
/// So is a health region of the same municipalities as its province, such as Zeeland: the two have
/// the same denominator.
fn without_spare(own: &Series, others: &mut Vec<Series>, period: Period, request: &Request) {
    let is_shown = |series: &Series| series.at(period).is_some_and(|f| f.says_something());
    let is_between = |series: &Series| series.region.kind() == Kind::HealthRegion;
    let is_asked = |series: &Series| request.compare.contains(&series.region.code);
    if others.iter().any(|series| is_between(series) && is_shown(series)) {
        others.retain(|series| series.region.kind() != Kind::Corop || is_asked(series));
    }
    let denominator = |kind: Kind| {
        let mut places = std::iter::once(own).chain(others.iter());
        let series = places.find(|series| series.region.kind() == kind)?;
        series.at(period)?.estimate()?.denominator
    };
    let regional = denominator(Kind::HealthRegion);
    if regional.is_some() && regional == denominator(Kind::Province) {
        let spare = if is_between(own) { Kind::Province } else { Kind::HealthRegion };
        others.retain(|series| series.region.kind() != spare || is_asked(series));
    }
}

/// Leaves out what lies before the first figure of the region asked for, which would press its own
/// line together.
fn since_first<'a>(own: &mut Series<'a>, others: &mut [Series<'a>]) {
    let said = own.findings.iter().filter(|f| f.says_something());
    let Some(first) = said.map(|f| f.period.start()).min() else { return };
    let keep = |series: &mut Series| series.findings.retain(|f| f.period.start() >= first);
    keep(own);
    others.iter_mut().for_each(keep);
}

/// The places of the periods of which any of the regions has a record, earliest first.
pub(super) fn periods(dataset: &Dataset, indicator: usize, places: &[usize]) -> Vec<usize> {
    let said = |period: &usize| {
        places.iter().any(|place| dataset.observation(indicator, *place, *period).is_some())
    };
    let mut sorted: Vec<(Period, usize)> = Vec::new();
    for (at, period) in dataset.periods.iter().enumerate().filter(|(at, _)| said(at)) {
        let later = |(other, _): &(Period, usize)| other.recency() < period.recency();
        let place = sorted.iter().position(later);
        sorted.insert(place.unwrap_or(sorted.len()), (*period, at));
    }
    sorted.into_iter().map(|(_, at)| at).collect()
}

/// The findings of a region, one for each period, by their places in the file.
pub(super) fn released<'a>(
    dataset: &'a Dataset,
    indicator: usize,
    place: usize,
    periods: &[usize],
    refused: &mut Vec<Error>,
) -> Result<Series<'a>, Error> {
    let mut findings = Vec::new();
    for at in periods {
        findings.extend(release::finding(dataset, indicator, place, *at, refused)?);
    }
    let region = dataset.regions.get(place);
    let region = region.ok_or_else(|| Error::malformed("region", "nothing", "a region"))?;
    Ok(Series { region, findings })
}

/// The period to speak of when none was asked for: the latest of which the region has
/// something to say, the shorter where two end together; a region that has nothing to say is
/// spoken of over its longest recent period, and one without any record in the benchmark's.
fn usual_period(own: &Series, benchmark: Option<&Series>) -> Option<Period> {
    if let Some(finding) = own.latest() {
        return Some(finding.period);
    }
    let is_recorded = |f: &&Finding| !f.outcome.is_missing() && !f.outcome.is_elsewhere();
    let recorded = own.findings.iter().filter(is_recorded);
    recorded
        .map(|f| f.period)
        .min_by_key(|p| (p.recency().0, -p.months()))
        .or_else(|| Some(benchmark?.latest()?.period))
        .or_else(|| own.findings.last().map(|f| f.period))
}
