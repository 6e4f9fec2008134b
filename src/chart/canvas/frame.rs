// SPDX-License-Identifier: EUPL-1.2
//! The frame of a plot: where values lie on the canvas.

use super::backend::Backend;
use super::{Canvas, Point, UNITS, units};
use plotters::coord::cartesian::Cartesian2d;
use plotters::coord::types::RangedCoordf64;
use plotters::drawing::DrawingArea;
use std::ops::Range;

/// A part of the canvas with scales.
pub(in crate::chart) struct Frame {
    area: DrawingArea<Backend, Cartesian2d<RangedCoordf64, RangedCoordf64>>,
    pub(in crate::chart) left_top: Point,
    pub(in crate::chart) right_bottom: Point,
}

impl Frame {
    /// The frame between two corners, with scales to the right and upwards.
    pub(in crate::chart) fn of(
        canvas: &Canvas,
        (x, y): (Range<f64>, Range<f64>),
        left_top: Point,
        right_bottom: Point,
    ) -> Self {
        let ((left, top), (right, bottom)) = (units(left_top), units(right_bottom));
        let spec: Cartesian2d<RangedCoordf64, RangedCoordf64> =
            Cartesian2d::new(x, y, (left..right, bottom..top));
        Self { area: canvas.area.clone().apply_coord_spec(spec), left_top, right_bottom }
    }

    /// Where a value lies on the canvas.
    pub(in crate::chart) fn at(&self, x: f64, y: f64) -> Point {
        let (x, y) = self.area.map_coordinate(&(x, y));
        (f64::from(x) / UNITS, f64::from(y) / UNITS)
    }
}
