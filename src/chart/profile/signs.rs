// SPDX-License-Identifier: EUPL-1.2
//! The signs of a row of a profile: the spread, the interval, the region's own mark.

use crate::chart::canvas::role::Role;
use crate::chart::canvas::{Canvas, Point};
use crate::chart::sign::marker;
use crate::indicator::comparison::Verdict;
use crate::indicator::definition::Direction;
use crate::view::members::ComparisonSet;

/// Half the height of a spread's box and of the ends of lines.
const BOX: f64 = 6.0;
const END: f64 = 4.0;

/// The size of the region's own mark.
pub(super) const OWN: f64 = 14.0;

/// The colour of the region's own mark.
pub(super) fn role(set: &ComparisonSet) -> Role {
    match set.own.verdict() {
        Some(Verdict::Lower | Verdict::Higher)
            if set.definition.direction != Direction::Context =>
        {
            marker::role(set.own.verdict(), set.definition.direction)
        }
        _ => Role::Own,
    }
}

/// From the lowest to the highest, with the middle half as a box.
pub(super) fn spread_box(canvas: &Canvas, [low, lower, upper, high]: [f64; 4], y: f64) {
    whisker(canvas, Role::Other, 1.0, low, high, y);
    let corners = [(lower, y - BOX), (upper, y - BOX), (upper, y + BOX), (lower, y + BOX)];
    canvas.shape(Role::Grid, &corners);
    let [one, two, three, four] = corners;
    canvas.line(Role::Other, 1.0, &[one, two, three, four, one]);
}

/// The sign of a number that is not compared.
pub(super) fn hollow(canvas: &Canvas, (x, y): Point) {
    let half = OWN / 2.0 - 2.0;
    let corners = [(-half, -half), (half, -half), (half, half), (-half, half), (-half, -half)];
    canvas.line(Role::Own, 2.0, &corners.map(|(dx, dy)| (x + dx, y + dy)));
}

/// A line with ends.
pub(super) fn whisker(canvas: &Canvas, role: Role, width: f64, from: f64, to: f64, y: f64) {
    canvas.line(role, width, &[(from, y), (to, y)]);
    for x in [from, to] {
        canvas.line(role, width, &[(x, y - END), (x, y + END)]);
    }
}
