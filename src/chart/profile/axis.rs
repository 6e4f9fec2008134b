// SPDX-License-Identifier: EUPL-1.2
//! The scale of a row of a profile, and the value in its middle.

use crate::indicator::comparison::Comparison;
use crate::indicator::definition::Direction;
use crate::indicator::finding::Estimate;
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

/// A row's own scale, with the reference in its middle: better to the right, higher where
/// neither is better.
pub(super) struct Axis {
    center: f64,
    reference: f64,
    /// Pixels to a unit of the value.
    factor: f64,
}

impl Axis {
    /// The scale between the left and the right side of the axis.
    pub(super) fn of(
        (left, right): (f64, f64),
        set: &ComparisonSet,
        estimate: &Estimate,
        reference: f64,
    ) -> Self {
        let mut values = vec![estimate.value];
        values.extend(estimate.interval.iter().flat_map(|i| [i.lower, i.upper]));
        values.extend(set.spread().iter().flat_map(|s| [s.lowest, s.highest]));
        let farthest = values.iter().map(|v| (v - reference).abs()).fold(0.0, f64::max);
        let half = (right - left) / 2.0;
        let factor = if farthest > 0.0 { half / farthest } else { 0.0 };
        let is_turned = set.definition.direction == Direction::Lower;
        Self { center: left + half, reference, factor: if is_turned { -factor } else { factor } }
    }

    pub(super) fn x(&self, value: f64) -> f64 {
        self.center + (value - self.reference) * self.factor
    }
}
