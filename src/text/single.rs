// SPDX-License-Identifier: EUPL-1.2
//! What a chart says, in sentences that claim no more than the figures do.

use super::statement::{judged, statement};
use super::template::fill;
use super::words::Words;
use crate::indicator::comparison::{self, Comparison, Reason};
use crate::indicator::definition::Definition;
use crate::indicator::finding::{Estimate, Finding, Firmness};
use crate::indicator::period::Period;
use crate::indicator::recent::RecentTrend;
use crate::request::View;
use crate::stats::trend::Verdict;
use crate::view::single::{Selection, Series};

/// The sentences of a view, in reading order: the figure, the comparison, the change over the
/// last periods, the target, and under a trend the breaks.
pub fn sentences(words: &Words, selection: &Selection, view: View) -> Vec<String> {
    let definition = selection.definition;
    let mut said = Vec::new();
    if let Some(finding) = selection.finding() {
        said.push(statement(words, definition, selection.own.region, finding));
        said.extend(match finding.firmness() {
            Firmness::Final => None,
            Firmness::Provisional => Some(words.provisional.to_string()),
            Firmness::Estimated => Some(words.estimate.to_string()),
        });
        if finding.estimate().is_some() && hides_years(&selection.own, finding.period) {
            said.push(words.pooled.to_string());
        }
    }
    said.extend(compared(words, selection));
    said.extend(selection.recent.map(|r| changed(words, selection, r)));
    if selection.finding().is_some_and(|finding| has_newer(&selection.own, finding)) {
        said.push(fill(words.newer, &[("publisher", &definition.source.publisher)]));
    }
    if let Some(target) = selection.target() {
        let value = words.value(definition, target.value);
        let year = target.year.map(|y| y.to_string()).unwrap_or_default();
        let template = if target.year.is_some() { words.target_year } else { words.target };
        let label = words.pick(&target.label);
        said.push(fill(template, &[("value", &value), ("label", label), ("year", &year)]));
    }
    if view == View::Trend {
        said.extend(breaks(words, selection));
    }
    said
}

/// Whether single years inside a longer period are withheld.
fn hides_years(series: &Series, period: Period) -> bool {
    series
        .findings
        .iter()
        .any(|f| f.outcome.is_withheld() && f.period != period && period.contains(f.period))
}

/// Whether a region has figures later than its latest that were not fetched, and that one, or what
/// stands in its place, is spoken of.
fn has_newer(series: &Series, spoken: &Finding) -> bool {
    let end = |finding: &Finding| finding.period.end();
    let is_latest = series.latest().is_none_or(|latest| end(latest) <= end(spoken));
    let mut later = series.findings.iter().filter(|f| f.outcome.is_elsewhere());
    is_latest && !spoken.outcome.is_elsewhere() && later.any(|f| end(f) > end(spoken))
}

/// The benchmark beside the figure: the comparison, or the benchmark alone and why it is not
/// compared.
fn compared(words: &Words, selection: &Selection) -> Vec<String> {
    let (Some(benchmark), Some(finding)) = (selection.benchmark(), selection.finding()) else {
        return Vec::new();
    };
    let reason = match judgement(words, selection, benchmark, finding) {
        Ok(said) => return vec![said],
        Err(reason) => reason,
    };
    let definition = selection.definition;
    let place = &words.place(benchmark.region);
    let same_period = benchmark.at(selection.period).filter(|f| f.ends().is_some());
    let alone = |finding: Option<&Finding>| -> Vec<String> {
        finding.map(|f| statement(words, definition, benchmark.region, f)).into_iter().collect()
    };
    let period = words.in_period(selection.period);
    let explained = |template: &str| {
        let mut said = alone(benchmark.latest());
        said.insert(0, fill(template, &[("benchmark", place), ("period", &period)]));
        said
    };
    match reason {
        Reason::NoInterval => {
            let estimate: Option<&Estimate> = same_period.and_then(Finding::estimate);
            let said = estimate
                .map(|f| with_benchmark(words, definition, words.no_interval, benchmark, f.value));
            said.into_iter().collect()
        }
        // A whole country's count says nothing beside a town's.
        Reason::Kind if definition.is_count() => Vec::new(),
        Reason::Kind | Reason::Withheld | Reason::Absent => {
            alone(same_period.or_else(|| benchmark.latest()))
        }
        Reason::NoBenchmark => explained(words.no_benchmark),
        Reason::OtherWindow => explained(words.other_window),
        Reason::OtherDefinition => explained(words.other_definition),
    }
}

/// A template that names the benchmark with its value, filled in.
fn with_benchmark(
    words: &Words,
    definition: &Definition,
    template: &str,
    benchmark: &Series,
    value: f64,
) -> String {
    let place = &words.place(benchmark.region);
    fill(template, &[("benchmark", place), ("value", &words.value(definition, value))])
}

/// How any region's finding compares with the benchmark, in a sentence.
///
/// # Errors
/// Why it is not compared.
pub fn judgement(
    words: &Words,
    selection: &Selection,
    benchmark: &Series,
    finding: &Finding,
) -> Result<String, Reason> {
    let definition = selection.definition;
    match comparison::compare(definition, finding, &benchmark.findings) {
        Comparison::Compared(verdict, value) => {
            let template = judged(words, definition, verdict);
            Ok(with_benchmark(words, definition, template, benchmark, value))
        }
        Comparison::NotCompared(reason) => Err(reason),
    }
}

/// How the region's figure moved.
fn changed(words: &Words, selection: &Selection, recent: RecentTrend) -> String {
    let template = match recent.verdict {
        Verdict::Increasing => words.rising,
        Verdict::Decreasing => words.falling,
        Verdict::NoChange => words.steady,
        Verdict::CannotBeCalculated => words.unsteady,
    };
    let definition = selection.definition;
    let judged = match recent.better(definition.direction) {
        Some(_) => fill(words.judged, &[("change", words.change(definition, recent))]),
        None => String::new(),
    };
    let place = &words.place(selection.own.region);
    let [first, last] = [recent.span.start().0, recent.span.end().0].map(|year| year.to_string());
    let names = [("region", &**place), ("first", &first), ("last", &last), ("judged", &judged)];
    fill(template, &names)
}

/// The breaks that lie between figures of the trend.
fn breaks(words: &Words, selection: &Selection) -> Vec<String> {
    let periods: Vec<Period> = std::iter::once(&selection.own)
        .chain(selection.benchmark())
        .flat_map(|series| &series.findings)
        .filter(|f| f.says_something())
        .map(|f| f.period)
        .collect();
    let lies_between = |at: Period| {
        periods.iter().any(|p| p.starts_from(at)) && periods.iter().any(|p| !p.starts_from(at))
    };
    selection
        .definition
        .breaks
        .iter()
        .filter_map(|b| Some((Period::parse(&b.at)?, b)))
        .filter(|(at, _)| lies_between(*at))
        .map(|(at, b)| {
            let at = words.period(at);
            fill(words.break_after, &[("at", &at), ("reason", words.pick(&b.reason))])
        })
        .collect()
}
