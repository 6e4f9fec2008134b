// SPDX-License-Identifier: EUPL-1.2
//! A stabilised figure below the region's own: a dot without a verdict, and its credible interval as a
//! thin line. The own sign keeps its place and its colour.

use crate::chart::canvas::Canvas;
#[cfg(feature = "tools")]
use crate::chart::canvas::Point;
use crate::chart::canvas::role::Role;
use crate::stats::interval;

/// How far below a region's sign it stands in a row.
const BELOW: f64 = 8.0;

/// The radius of its dot.
pub(in crate::chart) const DOT: f64 = 2.6;

/// Draws it below the sign of a row at `y`; `at` gives the place of a value along the axis.
pub(in crate::chart) fn below(
    canvas: &Canvas,
    found: Option<interval::Estimate>,
    y: f64,
    at: &dyn Fn(f64) -> f64,
) {
    let Some(found) = found else { return };
    draw(canvas, y + BELOW, [found.lower, found.value, found.upper].map(at));
}

/// A sample of that many pixels for a legend, from the middle of its left side.
#[cfg(feature = "tools")]
pub(in crate::chart) fn sample(canvas: &Canvas, (x, y): Point, width: f64) {
    draw(canvas, y, [x, x + width / 2.0, x + width]);
}

fn draw(canvas: &Canvas, y: f64, [lower, middle, upper]: [f64; 3]) {
    canvas.line(Role::Muted, 1.0, &[(lower, y), (upper, y)]);
    canvas.dot(Role::Text, (middle, y), DOT);
}
