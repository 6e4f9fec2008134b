// SPDX-License-Identifier: EUPL-1.2
//! The years from the last period to now, of which there are no figures.

use crate::chart::canvas::Canvas;
use crate::chart::canvas::frame::Frame;
use crate::chart::canvas::lettering::{Anchor, SMALL, Type};
use crate::chart::canvas::measure;
use crate::chart::canvas::role::Role;
use crate::request::OLD;

/// The least that the figures keep of the width, so that the years without any lie on their scale.
const LEAST: f64 = 300.0;

/// How far the signs of a break stand apart, and half their height.
const BREAK: f64 = 4.0;

/// How high it stands on the axis.
pub(super) const HIGH: f64 = 6.0;

/// Between its label and that of a period.
const APART: f64 = 10.0;

/// The end of an axis that goes on to this year.
pub(super) struct Stretch {
    /// The last moment of this year.
    end: f64,
    /// This year.
    label: String,
}

impl Stretch {
    /// `None` where nobody knows what year it is, or the figures, which end at `last`, are not old.
    pub(super) fn of(year: Option<i32>, last: f64) -> Option<Self> {
        let year = year.filter(|year| f64::from(*year + 1 - OLD) >= last)?;
        Some(Self { end: f64::from(year + 1), label: year.to_string() })
    }

    /// Where the figures end, which lie between the moments of `span`: on the scale of the years
    /// without any as far as the figures keep their room, and at `right` at most.
    pub(super) fn begin(
        &self,
        (first, last): (f64, f64),
        (left, right): (f64, f64),
        edge: f64,
    ) -> f64 {
        let scaled = (edge - left) * (last - first) / (self.end - first);
        if scaled < LEAST { right } else { right.min(left + scaled) }
    }

    /// The room of its label below the axis.
    pub(super) fn room(&self) -> f64 {
        measure::width(&self.label, SMALL) + APART
    }

    /// Draws it from the frame to `edge`; where it is longer or shorter than on the scale of the
    /// figures, the axis shows a break.
    pub(super) fn draw(&self, canvas: &Canvas, frame: &Frame, edge: f64) {
        let (right, bottom) = frame.right_bottom;
        let top = bottom - HIGH;
        canvas.shape(Role::Grid, &[(right, top), (edge, top), (edge, bottom), (right, bottom)]);
        canvas.line(Role::Muted, 1.0, &[(right, bottom), (edge, bottom)]);
        if (frame.at(self.end, 0.0).0 - edge).abs() > 1.0 {
            for x in [right + BREAK, right + BREAK * 2.0] {
                let ends = [(x - BREAK / 2.0, bottom + BREAK), (x + BREAK / 2.0, bottom - BREAK)];
                canvas.line(Role::Muted, 1.5, &ends);
            }
        }
        let kind = Type::small(Role::Muted).anchor(Anchor::End);
        canvas.text(kind, (edge, bottom + 16.0), &self.label);
    }
}
