// SPDX-License-Identifier: EUPL-1.2
//! Names and values at the ends of lines; beside the plot, pushed apart where they would overlap.

use super::lines::BESIDE;
use crate::chart::canvas::frame::Frame;
use crate::chart::canvas::lettering::{LINE, TYPE, Type};
use crate::chart::canvas::measure;
use crate::chart::canvas::role::Role;
use crate::chart::canvas::{Canvas, Point};
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
    /// When and at which value its line ends.
    pub(super) end: Point,
}

impl Label {
    pub(super) fn height(&self) -> f64 {
        (self.name.len() + usize::from(!self.value.is_empty())) as f64 * LINE
    }

    pub(super) fn width(&self) -> f64 {
        let name = self.name.iter().map(|line| measure::bold_width(line, TYPE));
        name.fold(
            self.arrow() + if self.change.is_some() { arrow::SIZE / 2.0 } else { 0.0 },
            f64::max,
        )
    }

    pub(super) fn draw(&self, canvas: &Canvas, (left, top): Point) {
        let kind = Type::of(self.role);
        let kind = if self.role == Role::Own { kind.bold() } else { kind };
        let y = top + LINE / 2.0;
        canvas.lines(kind, (left, y), &self.name);
        let below = y + self.name.len() as f64 * LINE;
        canvas.text(kind, (left, below), &self.value);
        if let Some((change, direction)) = self.change {
            arrow::draw(canvas, change, direction, (left + self.arrow(), below));
        }
    }

    /// Where the middle of the arrow stands behind the value.
    fn arrow(&self) -> f64 {
        let arrow = if self.change.is_some() { 6.0 + arrow::SIZE / 2.0 } else { 0.0 };
        measure::bold_width(&self.value, TYPE) + arrow
    }
}

/// Draws the labels right of a frame.
pub(super) fn draw(canvas: &Canvas, frame: &Frame, labels: impl Iterator<Item = Label>) {
    let ((_, top), (right, bottom)) = (frame.left_top, frame.right_bottom);
    let mut sorted: Vec<Label> = Vec::new();
    for label in labels {
        let place = sorted.iter().position(|other| other.end.1 < label.end.1);
        sorted.insert(place.unwrap_or(sorted.len()), label);
    }
    let place = |label: &Label| {
        let height = label.height();
        (frame.at(0.0, label.end.1).1 - height / 2.0, height)
    };
    let mut places: Vec<(f64, f64)> = sorted.iter().map(place).collect();
    // None may leave the canvas.
    label::stack(&mut places, top - LINE / 2.0, bottom + LINE);
    for (label, (top, _)) in sorted.iter().zip(places) {
        label.draw(canvas, (right + BESIDE, top));
    }
}
