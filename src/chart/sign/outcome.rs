// SPDX-License-Identifier: EUPL-1.2
//! The signs of what a member of a comparison set has: a verdict, an interval, or no number.

use super::marker;
use crate::chart::canvas::role::Role;
use crate::chart::canvas::{Canvas, Point};
use crate::indicator::comparison::Verdict;
use crate::indicator::definition::Direction;

/// The room that a sign takes, with the space behind it.
pub(in crate::chart) const ROOM: f64 = 18.0;

/// What stands before the words.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(in crate::chart) enum Sign {
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
    /// A dot on a thin line: what a model made.
    #[cfg(feature = "tools")]
    Model,
}

impl Sign {
    /// How wide it is, with the space behind it.
    pub(in crate::chart) fn room(self) -> f64 {
        if self == Self::None { 0.0 } else { ROOM }
    }

    /// Draws it, its left end at `at`.
    pub(in crate::chart) fn draw(self, canvas: &Canvas, direction: Direction, (x, y): Point) {
        match self {
            Self::None => {}
            Self::Verdict(verdict) => {
                let role = marker::role(Some(verdict), direction);
                marker::draw(canvas, role, Some(verdict), (x + 6.0, y), 10.0);
            }
            Self::Interval => canvas.line(Role::Other, 2.0, &[(x, y), (x + 13.0, y)]),
            Self::Hatch => canvas.hatch((x, y - 6.0), (x + 13.0, y + 6.0)),
            #[cfg(feature = "tools")]
            Self::Model => {
                canvas.line(Role::Muted, 1.0, &[(x, y), (x + 13.0, y)]);
                canvas.dot(Role::Text, (x + 6.5, y), 2.6);
            }
            Self::Dash => canvas.line(Role::Muted, 2.0, &[(x + 2.0, y), (x + 11.0, y)]),
        }
    }
}
