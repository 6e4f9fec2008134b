// SPDX-License-Identifier: EUPL-1.2
//! The sign for a change: it points where the value went, and its shape tells better from worse
//! where colours do not.

use super::role::Role;
use super::sheet::{Point, Sheet};
use crate::data::selection::Selection;
use crate::indicator::definition::Direction;
use crate::indicator::recent::Recent;
use crate::stats::trend::Verdict;

/// How wide and high it is.
pub(super) const SIZE: f64 = 16.0;

/// The change that is pointed out beside a line; a line without one says so by itself.
pub(super) fn beside_line(selection: &Selection) -> Option<Recent> {
    let is_change = |r: &Recent| matches!(r.verdict, Verdict::Increasing | Verdict::Decreasing);
    selection.recent.filter(is_change)
}

/// Draws it around `center`: filled for the better, hollow for the worse, of thin strokes where
/// it is neither; nothing where there is no verdict.
pub(super) fn draw(sheet: &Sheet, recent: Recent, direction: Direction, (x, y): Point) {
    let (dx, dy) = match recent.verdict {
        Verdict::Increasing => (0.0, -1.0),
        Verdict::Decreasing => (0.0, 1.0),
        Verdict::NoChange => (1.0, 0.0),
        Verdict::CannotBeCalculated => return,
    };
    // Ahead of the middle, and to the right of the way it points.
    let at = |(ahead, aside): Point| (x + ahead * dx - aside * dy, y + ahead * dy + aside * dx);
    let tip = (SIZE / 2.0, 0.0);
    let block = [tip, (0.0, 7.0), (0.0, 2.5), (-8.0, 2.5), (-8.0, -2.5), (0.0, -2.5), (0.0, -7.0)];
    match recent.better(direction) {
        Some(true) => sheet.shape(Role::Better, &block.map(at)),
        Some(false) => {
            let mut outline = block.map(at).to_vec();
            outline.extend(outline.iter().copied().take(2).collect::<Vec<_>>());
            sheet.line(Role::Worse, 2.0, &outline);
        }
        None => {
            sheet.line(Role::Muted, 2.0, &[(-8.0, 0.0), tip].map(at));
            sheet.line(Role::Muted, 2.0, &[(2.0, 6.0), tip, (2.0, -6.0)].map(at));
        }
    }
}
