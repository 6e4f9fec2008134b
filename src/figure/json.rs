// SPDX-License-Identifier: EUPL-1.2
//! The findings behind a figure, for programs.

use super::Figure;
use super::record::Record;
use super::source::publication;
use crate::data::dataset::Dataset;
use crate::indicator::comparison::{self, Comparison, Verdict};
use crate::indicator::finding::{Absence, Finding, Firmness, Method, Outcome};
use crate::indicator::region::Kind;
use crate::request::Language;
use crate::text::number::plain;
use crate::text::words::Words;
use crate::view::panel::{Panel, Part};
use crate::view::single::Series;
use serde::Serialize;

/// What is known of one region in one period, for programs: those members that are there. Values are
/// in the unit shown; what is withheld has no number.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct FindingRow<'f> {
    /// The indicator's id.
    pub indicator: &'f str,
    /// The region's code.
    pub region: &'f str,
    /// Its name.
    #[serde(skip_serializing_if = "str::is_empty")]
    pub name: &'f str,
    /// The period's code.
    pub period: String,
    /// Whether there is a number, and why not.
    pub status: &'static str,
    /// What a municipality answered.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub answer: Option<&'static str>,
    /// How the interval came about.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub method: Option<&'static str>,
    /// Beside the benchmark, where the two can be compared.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub verdict: Option<&'static str>,
    /// Who published it.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub source: String,
    /// The figure.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub value: Option<f64>,
    /// The lower limit of its interval, or the lower end of a range, which has no value.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub lower: Option<f64>,
    /// The upper limit.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub upper: Option<f64>,
    /// How many.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub numerator: Option<f64>,
    /// Out of how many.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub denominator: Option<f64>,
}

/// A finding, and where its region belongs.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct PlacedRow<'f> {
    /// The finding.
    #[serde(flatten)]
    pub finding: FindingRow<'f>,
    /// What sort of region it is of; nothing for one of a page's own.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub level: Option<&'static str>,
    /// The codes of what the region lies in.
    pub parents: &'f [String],
}

impl<'f> PlacedRow<'f> {
    /// A finding in the regions of a file, rounded as in every file.
    pub fn of(dataset: &'f Dataset, finding: FindingRow<'f>) -> Self {
        let (level, parents) = (level(finding.region), dataset.parents(finding.region));
        Self { finding: finding.rounded(), level, parents }
    }
}

/// What sort of region a code is of; nothing for one of a page's own.
pub fn level(code: &str) -> Option<&'static str> {
    let [level, _] = Kind::of(code).words()?;
    Some(level)
}

impl<'f> FindingRow<'f> {
    pub(super) fn of(words: &Words, record: &Record<'f>) -> Self {
        let finding = record.finding;
        let estimate = finding.estimate();
        let interval = estimate.and_then(|f| f.interval);
        let ends = interval.map(|i| (i.lower, i.upper));
        let ends = ends.or(finding.range().map(|range| (range.lower, range.upper)));
        let compared = comparison::compare(record.definition, finding, record.benchmark);
        Self {
            indicator: &record.definition.id,
            region: &record.region.code,
            name: &record.region.name,
            period: finding.period.code(),
            status: status(finding),
            answer: match finding.outcome {
                Outcome::Answered(answer) => Some(words.answer(answer)),
                _ => None,
            },
            method: interval.map(|i| method(i.method)),
            verdict: match compared {
                Comparison::Compared(verdict, _) => Some(word(verdict)),
                Comparison::NotCompared(_) => None,
            },
            source: publication(record.definition),
            value: estimate.map(|f| f.value),
            lower: ends.map(|(lower, _)| lower),
            upper: ends.map(|(_, upper)| upper),
            numerator: estimate.and_then(|f| f.numerator),
            denominator: estimate.and_then(|f| f.denominator),
        }
    }

    /// The findings of any regions in any periods: the indicators one after another, and in each
    /// the regions with their periods.
    pub fn of_panel(panel: &'f Panel, language: Language) -> Vec<Self> {
        let words = Words::of(language);
        let mut rows = Vec::new();
        for Part { definition, series, benchmark } in &panel.parts {
            for Series { region, findings } in series {
                // Nothing is compared with itself.
                let other = benchmark.as_ref().filter(|other| other.region != *region);
                let benchmark: &[Finding] = other.map_or(&[], |other| &other.findings);
                let row =
                    |finding| Self::of(words, &Record { definition, region, finding, benchmark });
                rows.extend(findings.iter().map(row));
            }
        }
        rows
    }

    /// The same with numbers of nine decimals at most.
    pub fn rounded(self) -> Self {
        let round = |number: Option<f64>| number.and_then(|n| plain(n, 9).parse().ok());
        Self {
            value: round(self.value),
            lower: round(self.lower),
            upper: round(self.upper),
            numerator: round(self.numerator),
            denominator: round(self.denominator),
            ..self
        }
    }
}

impl Figure<'_> {
    /// What is said, and every finding: `{heading, about, sentences, indicator, period, findings:
    /// […]}`, each a [`FindingRow`]. Besides, `recentTrend: {from, to, verdict}`, or null where
    /// nothing is said of it.
    #[cfg(not(target_arch = "wasm32"))]
    pub fn json(&self) -> serde_json::Value {
        serde_json::json!({
            "heading": self.heading(),
            "about": self.about(),
            "sentences": self.sentences(),
            "indicator": self.indicator(),
            "period": self.period(),
            "recentTrend": self.recent(),
            "findings": self.findings(),
        })
    }

    #[cfg(not(target_arch = "wasm32"))]
    fn recent(&self) -> Option<serde_json::Value> {
        let recent = self.depiction.recent()?;
        let ((from, _), (to, _)) = (recent.span.start(), recent.span.end());
        Some(serde_json::json!({ "from": from, "to": to, "verdict": recent.verdict.word() }))
    }

    /// Every finding that the figure shows, the region's own first, the benchmark's last.
    pub fn findings(&self) -> Vec<FindingRow<'_>> {
        let records = self.depiction.records();
        records.iter().map(|record| FindingRow::of(self.words, record)).collect()
    }
}

fn status(finding: &Finding) -> &'static str {
    match finding.outcome {
        Outcome::Shown(_) | Outcome::Between(_) => match finding.firmness() {
            Firmness::Final => "shown",
            Firmness::Provisional => "provisional",
            Firmness::Estimated => "estimate",
        },
        Outcome::Answered(_) => "answered",
        Outcome::Withheld => "withheld",
        Outcome::Absent(Absence::Missing) => "missing",
        Outcome::Absent(Absence::BorderChange) => "border-change",
        Outcome::Absent(Absence::Incomplete) => "incomplete",
        Outcome::Absent(Absence::NotApplicable) => "not-applicable",
        Outcome::Absent(Absence::NotFetched) => "not-fetched",
    }
}

fn method(method: Method) -> &'static str {
    match method {
        Method::Wilson => "wilson",
        Method::Poisson => "poisson",
        Method::Published => "published",
    }
}

/// The word of the public interface.
fn word(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Lower => "lower",
        Verdict::Similar => "similar",
        Verdict::Higher => "higher",
    }
}
