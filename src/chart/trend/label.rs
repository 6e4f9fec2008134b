// SPDX-License-Identifier: EUPL-1.2
//! Names and values at the ends of lines, pushed apart where they would overlap.

use crate::chart::canvas::Canvas;
use crate::chart::canvas::frame::Frame;
use crate::chart::canvas::lettering::{LINE, TYPE, Type};
use crate::chart::canvas::measure;
use crate::chart::canvas::role::Role;
use crate::chart::label;
use crate::chart::sign::arrow;
use crate::indicator::definition::Direction;
use crate::indicator::recent::RecentTrend;

/// The label at the end of a line.
pub(super) struct Label {
    pub(super) role: Role,
    pub(super) name: Vec<String>,
    pub(super) value: String,
    /// The change that an arrow behind the value points out.
    pub(super) change: Option<(RecentTrend, Direction)>,
    /// The value that it stands at.
    pub(super) at: f64,
}

impl Label {
    fn height(&self) -> f64 {
        (self.name.len() + usize::from(!self.value.is_empty())) as f64 * LINE
    }

    pub(super) fn width(&self) -> f64 {
        let name = self.name.iter().map(|line| measure::bold_width(line, TYPE));
        name.fold(
            self.arrow() + if self.change.is_some() { arrow::SIZE / 2.0 } else { 0.0 },
            f64::max,
        )
    }

    /// Where the middle of the arrow stands behind the value.
    fn arrow(&self) -> f64 {
        let arrow = if self.change.is_some() { 6.0 + arrow::SIZE / 2.0 } else { 0.0 };
        measure::bold_width(&self.value, TYPE) + arrow
    }
}

/// Draws the labels right of a frame.
pub(super) fn draw(canvas: &Canvas, frame: &Frame, labels: Vec<Label>) {
    let ((_, top), (right, bottom)) = (frame.left_top, frame.right_bottom);
    let mut sorted: Vec<Label> = Vec::new();
    for label in labels {
        let place = sorted.iter().position(|other| other.at < label.at);
        sorted.insert(place.unwrap_or(sorted.len()), label);
    }
    let place = |label: &Label| {
        let height = label.height();
        (frame.at(0.0, label.at).1 - height / 2.0, height)
    };
    let mut places: Vec<(f64, f64)> = sorted.iter().map(place).collect();
    // None may leave the canvas.
    label::stack(&mut places, top - LINE / 2.0, bottom + LINE);
    for (label, (top, _)) in sorted.iter().zip(places) {
        let kind = Type::of(label.role);
        let kind = if label.role == Role::Own { kind.bold() } else { kind };
        let (left, y) = (right + 10.0, top + LINE / 2.0);
        canvas.lines(kind, (left, y), &label.name);
        let below = y + label.name.len() as f64 * LINE;
        canvas.text(kind, (left, below), &label.value);
        if let Some((change, direction)) = label.change {
            arrow::draw(canvas, change, direction, (left + label.arrow(), below));
        }
    }
}
