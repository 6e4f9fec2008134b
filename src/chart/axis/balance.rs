// SPDX-License-Identifier: EUPL-1.2
//! The scale of a row of marks, around the value in its middle.

use crate::indicator::definition::Direction;
use crate::indicator::finding::Estimate;
use crate::view::spread::Spread;

/// A row's own scale, with the reference in its middle: better to the right, higher where
/// neither is better.
pub(in crate::chart) struct Balance {
    center: f64,
    reference: f64,
    /// Pixels to a unit of the value.
    factor: f64,
}

impl Balance {
    /// The scale between the left and the right side of the axis.
    pub(in crate::chart) fn of(
        (left, right): (f64, f64),
        direction: Direction,
        spread: Option<Spread>,
        estimate: &Estimate,
        reference: f64,
    ) -> Self {
        let mut values = vec![estimate.value];
        values.extend(estimate.interval.iter().flat_map(|i| [i.lower, i.upper]));
        values.extend(spread.iter().flat_map(|s| [s.lowest, s.highest]));
        let farthest = values.iter().map(|v| (v - reference).abs()).fold(0.0, f64::max);
        let half = (right - left) / 2.0;
        let factor = if farthest > 0.0 { half / farthest } else { 0.0 };
        let is_turned = direction == Direction::Lower;
        Self { center: left + half, reference, factor: if is_turned { -factor } else { factor } }
    }

    pub(in crate::chart) fn x(&self, value: f64) -> f64 {
        self.center + (value - self.reference) * self.factor
    }
}
