// SPDX-License-Identifier: EUPL-1.2
//! The value in the middle of a row of a profile.

use crate::indicator::comparison::Comparison;
use crate::view::members::{ComparisonSet, Member};

/// The value that the row's middle stands for: the benchmark's, or the region's own where it is
/// the benchmark. None for numbers of persons, which depend on how large a place is, and where
/// neither a verdict nor the spread of others gives a distance from it a meaning: of two values one
/// would always stand at the far end.
pub(super) fn reference(set: &ComparisonSet) -> Option<f64> {
    if set.definition.is_count() || set.own.estimate().is_none() {
        return None;
    }
    match (set.own.comparison, benchmark(set)) {
        (Comparison::Compared(_, value), _) => Some(value),
        _ if set.spread().is_none() => None,
        (_, Some(benchmark)) => Some(benchmark.estimate()?.value),
        (_, None) => Some(set.own.estimate()?.value),
    }
}

/// The benchmark, where it is not the region itself.
pub(super) fn benchmark<'a>(set: &'a ComparisonSet) -> Option<&'a Member<'a>> {
    set.benchmark.as_ref().filter(|member| !set.is_own(member))
}
