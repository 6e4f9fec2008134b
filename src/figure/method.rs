// SPDX-License-Identifier: EUPL-1.2
//! How the figures of one indicator were made, in a line of small print.

use super::record::Record;
use crate::indicator::definition::{Counted, Definition};
use crate::indicator::finding::Method;
use crate::text::number::decimal;
use crate::text::template::fill;
use crate::text::words::Words;

/// How the intervals of the findings came about.
pub(super) fn of_intervals(
    words: &Words,
    definition: &Definition,
    records: &[Record],
) -> Vec<String> {
    let figures = || records.iter().filter_map(|record| record.finding.estimate());
    let has = |method| figures().any(|f| f.interval.is_some_and(|i| i.method == method));
    let said = if has(Method::Published) {
        words.method_published
    } else if has(Method::Wilson) {
        words.method_wilson
    } else if has(Method::Poisson) {
        words.method_poisson
    } else if records.iter().any(|record| record.finding.range().is_some()) {
        words.method_range
    } else if definition.counted == Counted::Municipalities && !definition.is_count() {
        words.method_complete
    } else if figures().next().is_some() && !definition.is_count() {
        words.method_none
    } else {
        return Vec::new();
    };
    vec![said.to_string()]
}

/// What is withheld. Custom data without counts cannot be judged, and the method does not claim it.
pub(super) fn withholding(
    words: &Words,
    definition: &Definition,
    threshold: f64,
) -> Option<String> {
    let is_judged = definition.counted == Counted::Persons && threshold > 0.0;
    let threshold = decimal(words.language, threshold, 0);
    is_judged.then(|| fill(words.method_withheld, &[("threshold", &threshold)]))
}

/// What must be known of the indicator besides.
pub(super) fn note(words: &Words, definition: &Definition) -> Option<String> {
    definition.note.as_ref().map(|note| words.pick(note).to_string())
}
