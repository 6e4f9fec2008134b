// SPDX-License-Identifier: EUPL-1.2
//! A range: a bar from its lower to its upper end, without a mark between them.

use crate::chart::canvas::role::Role;
use crate::chart::canvas::{Canvas, Point};

/// Half of its thickness, and how far its ends stick out.
const HALF: f64 = 6.0;
const END: f64 = 3.0;

/// From left to right.
pub(in crate::chart) fn level(canvas: &Canvas, role: Role, low: Point, high: Point) {
    draw(canvas, role, low, high, (0.0, 1.0));
}

/// From the bottom up.
pub(in crate::chart) fn upright(canvas: &Canvas, role: Role, low: Point, high: Point) {
    draw(canvas, role, low, high, (1.0, 0.0));
}

/// `across` is the direction of its thickness.
fn draw(canvas: &Canvas, role: Role, low: Point, high: Point, across: Point) {
    let side = |(x, y): Point, far: f64| (x + far * across.0, y + far * across.1);
    let inside = if role == Role::Own { Role::Band } else { Role::Grid };
    canvas.shape(inside, &[side(low, -HALF), side(high, -HALF), side(high, HALF), side(low, HALF)]);
    for end in [low, high] {
        canvas.line(role, 2.5, &[side(end, -HALF - END), side(end, HALF + END)]);
    }
}
