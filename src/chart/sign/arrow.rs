// SPDX-License-Identifier: EUPL-1.2
//! The sign for a change: it points where the value went, and its shape tells better from worse
//! where colours do not.

use crate::chart::canvas::role::Role;
use crate::chart::canvas::{Canvas, Point};
use crate::indicator::definition::Direction;
use crate::indicator::recent::RecentTrend;
use crate::stats::trend::Verdict;
use crate::view::single::Selection;

/// How wide and high it is.
pub(in crate::chart) const SIZE: f64 = 16.0;

/// Its points, as far ahead of the middle and to the right of it: a block, round to where its
/// second edge begins so that the corner is closed, and a shaft with two barbs.
const BLOCK: [Point; 9] = [
    (8.0, 0.0),
    (0.0, 7.0),
    (0.0, 2.5),
    (-8.0, 2.5),
    (-8.0, -2.5),
    (0.0, -2.5),
    (0.0, -7.0),
    (8.0, 0.0),
    (0.0, 7.0),
];
const STROKES: [Point; 5] = [(-8.0, 0.0), (8.0, 0.0), (2.0, 6.0), (8.0, 0.0), (2.0, -6.0)];

/// The change that is pointed out beside a line; a line without one says so by itself.
pub(in crate::chart) fn of_line(selection: &Selection) -> Option<(RecentTrend, Direction)> {
    let is_change =
        |r: &RecentTrend| matches!(r.verdict, Verdict::Increasing | Verdict::Decreasing);
    Some((selection.recent.filter(is_change)?, selection.definition.direction))
}

/// Draws it around `center`: filled for the better, hollow for the worse, of thin strokes where
/// it is neither; nothing where there is no verdict.
pub(in crate::chart) fn draw(
    canvas: &Canvas,
    recent: RecentTrend,
    direction: Direction,
    (x, y): Point,
) {
    let (dx, dy) = match recent.verdict {
        Verdict::Increasing => (0.0, -1.0),
        Verdict::Decreasing => (0.0, 1.0),
        Verdict::NoChange => (1.0, 0.0),
        Verdict::CannotBeCalculated => return,
    };
    let (role, points): (_, &[Point]) = match recent.better(direction) {
        Some(true) => (Role::Better, &BLOCK),
        Some(false) => (Role::Worse, &BLOCK),
        None => (Role::Muted, &STROKES),
    };
    // Ahead of the middle, and to the right of the way it points.
    let at = |(ahead, aside): &Point| (x + ahead * dx - aside * dy, y + ahead * dy + aside * dx);
    let points: Vec<Point> = points.iter().map(at).collect();
    match role {
        Role::Better => canvas.shape(role, &points),
        _ => canvas.line(role, 2.0, &points),
    }
}
