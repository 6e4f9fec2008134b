// SPDX-License-Identifier: EUPL-1.2
//! What can be concluded from all areas of a level, for programs.

use super::Figure;
use super::json::FindingRow;
use super::record::Record;
use crate::data::dataset::Dataset;
use crate::error::Error;
use crate::indicator::finding::Finding;
use crate::request::{Language, Request};
use crate::stats::rank::RankSet;
use crate::text::number::plain;
use crate::text::words::Words;
use crate::text::words::insight::InsightWords;
use crate::view::insight::{Conclusion, Insight};
use crate::view::members::Member;
use serde::Serialize;

/// A number of persons with its limits.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct GapRow {
    /// How many more, or with a minus fewer, than at the benchmark.
    pub number: i64,
    /// The lower limit.
    pub lower: i64,
    /// The upper limit.
    pub upper: i64,
    /// The same for each year of a figure of several.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub per_year: Option<i64>,
}

/// The best and the worst rank that an area can have.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct RankRow {
    /// The best.
    pub best: usize,
    /// The worst.
    pub worst: usize,
}

impl From<RankSet> for RankRow {
    fn from(RankSet { best, worst, .. }: RankSet) -> Self {
        Self { best, worst }
    }
}

/// A stabilised figure, in the unit shown.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct StabilisedRow {
    /// The value.
    pub value: f64,
    /// The lower limit of its credible interval.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub lower: Option<f64>,
    /// The upper limit.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub upper: Option<f64>,
    /// How much the own figure counts, from 0 to 1.
    pub weight: f64,
}

/// A finding, and what can be concluded of it: those members that are there.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct ConcludedRow<'f> {
    /// The finding.
    #[serde(flatten)]
    pub finding: FindingRow<'f>,
    /// The gap to the benchmark.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub gap: Option<GapRow>,
    /// The ranks that it can have when it alone is looked at.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub rank: Option<RankRow>,
    /// The ranks that hold for all areas together.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub rank_among_all: Option<RankRow>,
    /// The p value, corrected for the number of areas.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub adjusted: Option<f64>,
    /// Whether the difference holds then.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub holds: Option<bool>,
    /// The stabilised figure.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub stabilised: Option<StabilisedRow>,
    /// The counts of chance replayed.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub replay: Vec<f64>,
    /// The same in sentences.
    pub sentences: Vec<String>,
}

/// All areas of a level: those members that are there.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct InsightRow<'f> {
    /// The indicator's id.
    pub indicator: &'f str,
    /// The period's code.
    pub period: String,
    /// How many areas have a rank, or might have one.
    pub areas: usize,
    /// Of how many it is unknown.
    pub unknown: usize,
    /// The mean square of the scores, whose ends are drawn in.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub phi: Option<f64>,
    /// Whether areas differ by more than chance.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub is_overdispersed: Option<bool>,
    /// The variance between areas with which wider limits are drawn, of fractions; 0 where they do
    /// not differ by more than chance.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub tau2: Option<f64>,
    /// How many areas have a verdict that is not "similar".
    pub coloured: usize,
    /// How many of them chance gives at most.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub expected: Option<f64>,
    /// At how many the difference holds.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub holding: Option<usize>,
    /// How many persons the prior of stabilised figures stands for; none where areas do not differ by
    /// more than chance.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub prior_size: Option<f64>,
    /// The same in sentences.
    pub sentences: Vec<String>,
    /// Each area.
    pub findings: Vec<ConcludedRow<'f>>,
}

impl Figure<'_> {
    /// What all areas of the level tell together, in the period that the figure shows; where they have no
    /// figures in that, in the one of which most of them have.
    ///
    /// # Errors
    /// Those of [`Insight::find`].
    pub fn insight<'d>(&self, dataset: &'d Dataset) -> Result<Insight<'d>, Error> {
        let period = self.indicators.first().map(|(_, period)| *period);
        let shown = Insight::find(dataset, &Request { period, ..self.request.clone() });
        shown.or_else(|_| Insight::find(dataset, self.request))
    }
}

/// A number with nine digits after the point, as in every file.
fn rounded(number: f64) -> f64 {
    plain(number, 9).parse().unwrap_or(number)
}

impl<'f> InsightRow<'f> {
    /// What was concluded, in the words of a language.
    pub fn of(insight: &'f Insight<'_>, language: Language) -> Self {
        let words = InsightWords::of(language);
        let found = insight.dispersion.as_ref();
        let tau2 = |found: &crate::stats::dispersion::Dispersion| match found.is_over() {
            true => found.tau2,
            false => 0.0,
        };
        let size = insight.prior.map(|prior| prior.size).filter(|size| size.is_finite());
        let row = |(member, found)| ConcludedRow::of(insight, member, found, language);
        Self {
            indicator: &insight.set.definition.id,
            period: insight.set.period.code(),
            areas: insight.areas,
            unknown: insight.unknown,
            phi: found.map(|found| rounded(found.phi)),
            is_overdispersed: found.map(|found| found.is_over()),
            // Of small rates nine decimals would leave little.
            tau2: found.map(tau2),
            coloured: insight.coloured,
            expected: insight.discoveries.as_ref().map(|found| rounded(found.expected)),
            holding: insight.discoveries.as_ref().map(|_| insight.holding()),
            prior_size: size.map(rounded),
            sentences: words.of_all(insight),
            findings: insight.members().map(row).collect(),
        }
    }
}

impl<'f> ConcludedRow<'f> {
    fn of(
        insight: &'f Insight<'_>,
        member: &'f Member<'_>,
        found: &Conclusion,
        language: Language,
    ) -> Self {
        let set = &insight.set;
        // Nothing is compared with itself.
        let benchmark = set.benchmark.as_ref().filter(|_| !set.is_benchmark(member));
        let benchmark: &[Finding] =
            benchmark.map_or(&[], |other| std::slice::from_ref(&other.finding));
        let (region, finding) = (member.region, &member.finding);
        let record = Record { definition: set.definition, region, finding, benchmark };
        let factor = set.definition.kind.factor();
        let stabilised = found.stabilised.map(|found| StabilisedRow {
            value: rounded(found.value * factor),
            lower: found.interval.map(|interval| rounded(interval.lower * factor)),
            upper: found.interval.map(|interval| rounded(interval.upper * factor)),
            weight: rounded(found.weight),
        });
        let gap = found.gap.ok().map(|gap| GapRow {
            number: gap.number,
            lower: gap.lower,
            upper: gap.upper,
            per_year: gap.per_year,
        });
        Self {
            finding: FindingRow::of(Words::of(language), &record).rounded(),
            gap,
            rank: found.ranked.map(|ranked| ranked.alone.into()),
            rank_among_all: found.ranked.map(|ranked| ranked.together.into()),
            adjusted: found.adjusted.map(|(p, _)| rounded(p)),
            holds: found.adjusted.map(|(_, holds)| holds),
            stabilised,
            replay: insight.replay(member).map(|(replay, _)| replay.draws).unwrap_or_default(),
            sentences: InsightWords::of(language).of_member(insight, member, found),
        }
    }
}
