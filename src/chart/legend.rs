// SPDX-License-Identifier: EUPL-1.2
//! The signs of a chart with their words, beside each other as far as they fit.

use crate::chart::canvas::Canvas;
use crate::chart::canvas::lettering::{SMALL, Type};
use crate::chart::canvas::measure;
use crate::chart::canvas::role::Role;
use crate::chart::sign::marker;
use crate::indicator::comparison::Verdict;
use crate::indicator::definition::Direction;

/// From one row to the next.
pub(super) const ROW: f64 = 20.0;

/// The room that a sign takes, and the space between two entries.
pub(super) const SIGN: f64 = 18.0;
const GAP: f64 = 16.0;

/// What stands before the words.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Sign {
    /// Nothing.
    None,
    /// A verdict's marker.
    Verdict(Verdict),
    /// A line: an interval.
    Interval,
    /// Slanted strokes: withheld.
    Hatch,
    /// A dash: no number.
    Dash,
}

impl Sign {
    /// How wide it is, with the space behind it.
    fn width(self) -> f64 {
        if self == Self::None { 0.0 } else { SIGN }
    }

    /// Draws it, its left end at `at`.
    pub(super) fn draw(self, canvas: &Canvas, direction: Direction, (x, y): (f64, f64)) {
        match self {
            Self::None => {}
            Self::Verdict(verdict) => {
                let role = marker::role(Some(verdict), direction);
                marker::draw(canvas, role, Some(verdict), (x + 6.0, y), 10.0);
            }
            Self::Interval => canvas.line(Role::Other, 2.0, &[(x, y), (x + 13.0, y)]),
            Self::Hatch => canvas.hatch((x, y - 6.0), (x + 13.0, y + 6.0)),
            Self::Dash => canvas.line(Role::Muted, 2.0, &[(x + 2.0, y), (x + 11.0, y)]),
        }
    }
}

/// Draws the entries from `top`; returns where they end.
pub(super) fn draw(
    canvas: &Canvas,
    direction: Direction,
    entries: &[(Sign, String)],
    top: f64,
) -> f64 {
    let (mut x, mut y) = (0.0, top + ROW / 2.0);
    for (sign, text) in entries {
        let width = sign.width() + measure::width(text, SMALL);
        if x > 0.0 && x + width > canvas.width {
            (x, y) = (0.0, y + ROW);
        }
        sign.draw(canvas, direction, (x, y));
        canvas.text(Type::small(Role::Text), (x + sign.width(), y), text);
        x += width + GAP;
    }
    if entries.is_empty() { top } else { y + ROW / 2.0 }
}
