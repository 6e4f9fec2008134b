// SPDX-License-Identifier: EUPL-1.2
//! The same figures as rows and columns.

use super::record::Record;
use crate::indicator::definition::Definition;
use crate::indicator::finding::{Estimate, Finding, Outcome};
use crate::markup::{Element, element};
use crate::text::words::Words;

/// Which columns a table has for a finding: its value, and what else any finding has.
pub(super) struct Columns {
    interval: bool,
    numerator: bool,
    denominator: bool,
}

impl Columns {
    pub(super) fn of(records: &[Record]) -> Self {
        let has = |what: &dyn Fn(&Estimate) -> bool| {
            records.iter().filter_map(|r| r.finding.estimate()).any(what)
        };
        Self {
            interval: has(&|f| f.interval.is_some()),
            numerator: has(&|f| f.numerator.is_some()),
            denominator: has(&|f| f.denominator.is_some()),
        }
    }

    /// Their heads, the value's with its unit where there is one for all.
    pub(super) fn heads(&self, words: &Words, unit: &str) -> Vec<Element> {
        let number = |text: &str| head(text).class("number");
        let value = if unit.is_empty() {
            words.value.to_string()
        } else {
            [words.value, " (", unit, ")"].concat()
        };
        let optional = [
            (self.interval, words.interval_head),
            (self.numerator, words.numerator),
            (self.denominator, words.denominator),
        ];
        let mut heads = vec![number(&value)];
        heads.extend(optional.iter().filter(|(has, _)| *has).map(|(_, text)| number(text)));
        heads
    }

    /// A finding's cells; one that spans them all where there is no number.
    pub(super) fn cells(
        &self,
        words: &Words,
        definition: &Definition,
        finding: &Finding,
    ) -> Vec<Element> {
        let number = |text: String| element("td").class("number").text(text);
        let unknown = || words.unknown.to_string();
        let count = |count: Option<f64>| number(count.map_or_else(unknown, |c| words.count(c)));
        let estimate = match &finding.outcome {
            Outcome::Shown(estimate) => estimate,
            Outcome::Between(range) => {
                let ends = words.between(definition, range.lower, range.upper);
                let others = (1..self.count()).map(|_| number(unknown()));
                return std::iter::once(number(ends)).chain(others).collect();
            }
            other => {
                let text = match other {
                    Outcome::Answered(answer) => words.answer(*answer),
                    other => words.reason(other).unwrap_or_default(),
                };
                return vec![element("td").with("colspan", self.count().to_string()).text(text)];
            }
        };
        let mut cells = vec![number(words.bare(definition, estimate.value))];
        if self.interval {
            let range = estimate.interval.map(|i| words.range(definition, &i));
            cells.push(number(range.unwrap_or_else(unknown)));
        }
        if self.numerator {
            cells.push(count(estimate.numerator));
        }
        if self.denominator {
            cells.push(count(estimate.denominator));
        }
        cells
    }

    /// How many there are.
    pub(super) fn count(&self) -> usize {
        1 + [self.interval, self.numerator, self.denominator].iter().filter(|c| **c).count()
    }
}

/// The head of a column.
pub(super) fn head(text: &str) -> Element {
    element("th").with("scope", "col").text(text.to_string())
}

/// A row that is told from the others where it is the own region's or the benchmark's.
pub(super) fn marked(row: Element, is_own: bool, is_benchmark: bool) -> Element {
    match (is_own, is_benchmark) {
        (true, _) => row.class("own"),
        (_, true) => row.class("benchmark"),
        _ => row,
    }
}

/// A table in a box of its own: where it is wider than the page it scrolls there, which a
/// keyboard must be able to reach.
pub(crate) fn boxed(
    heading: &str,
    caption: String,
    heads: Vec<Element>,
    rows: Vec<Element>,
) -> Element {
    let table = element("table")
        .child(element("caption").text(caption))
        .child(element("thead").child(element("tr").children(heads)))
        .child(element("tbody").children(rows));
    element("div")
        .class("scroll")
        .with("role", "group")
        .with("tabindex", "0")
        .with("aria-label", heading.to_string())
        .child(table)
}

/// A period, and how firm its figure is.
pub(super) fn period(words: &Words, finding: &Finding) -> String {
    let period = words.period(finding.period);
    match words.firmness(finding) {
        Some(firmness) => [&period, " (", firmness, ")"].concat(),
        None => period,
    }
}
