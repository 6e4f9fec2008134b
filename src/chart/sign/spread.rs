// SPDX-License-Identifier: EUPL-1.2
//! The signs of a row: the spread of regions, an interval, the mark of the region asked for.

use super::marker;
use crate::chart::canvas::role::Role;
use crate::chart::canvas::{Canvas, Point};
use crate::indicator::comparison::Verdict;
use crate::indicator::definition::Direction;

/// Half the height of a spread's box and of the ends of lines.
const BOX: f64 = 6.0;
const END: f64 = 4.0;

/// The size of the region's own mark.
pub(in crate::chart) const OWN: f64 = 14.0;

/// The colour of the region's own mark.
pub(in crate::chart) fn role(verdict: Option<Verdict>, direction: Direction) -> Role {
    match verdict {
        Some(Verdict::Lower | Verdict::Higher) if direction != Direction::Context => {
            marker::role(verdict, direction)
        }
        _ => Role::Own,
    }
}

/// From the lowest to the highest, with the middle half as a box.
pub(in crate::chart) fn spread_box(canvas: &Canvas, [low, lower, upper, high]: [f64; 4], y: f64) {
    whisker(canvas, Role::Other, 1.0, low, high, y);
    let corners = [(lower, y - BOX), (upper, y - BOX), (upper, y + BOX), (lower, y + BOX)];
    canvas.shape(Role::Grid, &corners);
    let [one, two, three, four] = corners;
    canvas.line(Role::Other, 1.0, &[one, two, three, four, one]);
}

/// The sign of a number that is not compared.
pub(in crate::chart) fn hollow(canvas: &Canvas, (x, y): Point) {
    let half = OWN / 2.0 - 2.0;
    let corners = [(-half, -half), (half, -half), (half, half), (-half, half), (-half, -half)];
    canvas.line(Role::Own, 2.0, &corners.map(|(dx, dy)| (x + dx, y + dy)));
}

/// A line with ends.
pub(in crate::chart) fn whisker(
    canvas: &Canvas,
    role: Role,
    width: f64,
    from: f64,
    to: f64,
    y: f64,
) {
    canvas.line(role, width, &[(from, y), (to, y)]);
    for x in [from, to] {
        canvas.line(role, width, &[(x, y - END), (x, y + END)]);
    }
}
