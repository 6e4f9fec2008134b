// SPDX-License-Identifier: EUPL-1.2
//! What a chart says, in sentences that claim no more than the figures do.

use super::narrative::Narrative;
use super::statement::{judged, statement};
use super::template::fill;
use super::words::Words;
use crate::indicator::comparison::{self, Comparison, Reason};
use crate::indicator::definition::Definition;
use crate::indicator::finding::{Estimate, Finding, Firmness};
use crate::indicator::period::Period;
use crate::indicator::recent::RecentTrend;
use crate::indicator::region::Region;
use crate::request::View;
use crate::stats::trend::Verdict;
use crate::view::single::{Selection, Series};

/// What a view says: the figure, the comparison or, in a trend, the change over the last periods;
/// below the picture the other of these, the target, and under a trend the breaks.
pub fn narrative(words: &Words, selection: &Selection) -> Narrative {
    let view = selection.view;
    let definition = selection.definition;
    let (mut lede, mut more) = (Vec::new(), Vec::new());
    if let Some(finding) = selection.finding() {
        lede.push(statement(words, definition, selection.own.region, finding));
        lede.extend(match finding.firmness() {
            Firmness::Final => None,
            Firmness::Provisional => Some(words.provisional.to_string()),
            Firmness::Estimated => Some(words.estimate.to_string()),
        });
        if finding.estimate().is_some() && hides_years(&selection.own, finding.period) {
            more.push(words.pooled.to_string());
        }
    }
    let mut compared = compared(words, selection).into_iter();
    let changed = selection.recent.map(|recent| changed(words, selection, recent));
    match changed {
        Some(changed) if view == View::Trend => lede.push(changed),
        changed => {
            match selection.has_no_line {
                true => lede.push(words.no_line.to_string()),
                false => lede.extend(compared.next()),
            }
            more.extend(changed);
        }
    }
    more.extend(compared);
    if let Some(target) = selection.target() {
        let value = words.value(definition, target.value);
        let year = target.year.map(|y| y.to_string()).unwrap_or_default();
        let template = if target.year.is_some() { words.target_year } else { words.target };
        let label = words.pick(&target.label);
        more.push(fill(template, &[("value", &value), ("label", label), ("year", &year)]));
    }
    if view == View::Trend {
        // The sentence above speaks of one end of the line alone.
        let mut drawn = selection.own.drawn();
        for end in [drawn.next(), drawn.last()].into_iter().flatten() {
            if end.period != selection.period {
                more.extend(alone(words, definition, selection.own.region, end));
            }
        }
        more.extend(breaks(words, selection));
    }
    Narrative { lede, more }
}

/// Whether single years inside a longer period are withheld.
fn hides_years(series: &Series, period: Period) -> bool {
    series
        .findings
        .iter()
        .any(|f| f.outcome.is_withheld() && f.period != period && period.contains(f.period))
}

/// The benchmark beside the figure: the comparison, or the benchmark alone and why it is not
/// compared.
pub(super) fn compared(words: &Words, selection: &Selection) -> Vec<String> {
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
        let said = finding.and_then(|f| alone(words, definition, benchmark.region, f));
        said.into_iter().collect()
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

/// One region's figure with its period, in a few words.
fn alone(
    words: &Words,
    definition: &Definition,
    region: &Region,
    finding: &Finding,
) -> Option<String> {
    let value = match finding.estimate() {
        Some(estimate) => words.value(definition, estimate.value),
        None => words.figure(definition, finding)?,
    };
    let (region, period) = (words.name(region), words.period(finding.period));
    let names = [("region", &*region), ("value", &value), ("period", &period)];
    Some(fill(words.alone_in, &names))
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
    let [first, last] = [recent.span.start().0, recent.span.end().0].map(|year| year.to_string());
    let place = words.place(selection.own.region);
    fill(template, &[("region", &*place), ("first", &first), ("last", &last), ("judged", &judged)])
}

/// The breaks that lie between figures of the trend.
fn breaks(words: &Words, selection: &Selection) -> Vec<String> {
    let mut said = Vec::new();
    for b in &selection.definition.breaks {
        let Some(at) = Period::parse(&b.at) else { continue };
        let (mut before, mut after) = (false, false);
        for series in [Some(&selection.own), selection.benchmark()].into_iter().flatten() {
            for finding in series.findings.iter().filter(|f| f.says_something()) {
                let is_after = finding.period.starts_from(at);
                before |= !is_after;
                after |= is_after;
            }
        }
        if before && after {
            let names = [("at", &*words.period(at)), ("reason", words.pick(&b.reason))];
            said.push(fill(words.break_after, &names));
        }
    }
    said
}
