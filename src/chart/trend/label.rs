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

/// From the end of a line to the middle of the arrow behind it.
const ARROW: f64 = 6.0 + arrow::SIZE / 2.0;

/// The label at the end of a line.
pub(super) struct Label {
    pub(super) role: Role,
    /// The name, and below it the value.
    pub(super) lines: Vec<String>,
    /// The change that an arrow behind the last line points out.
    pub(super) change: Option<(RecentTrend, Direction)>,
    /// When and at which value its line ends.
    pub(super) end: Point,
}

impl Label {
    pub(super) fn height(&self) -> f64 {
        self.lines.len() as f64 * LINE
    }

    pub(super) fn width(&self) -> f64 {
        let mut widest = 0.0;
        let mut last = 0.0;
        for line in &self.lines {
            last = measure::bold_width(line, TYPE);
            widest = f64::max(widest, last);
        }
        if self.change.is_some() { widest.max(last + ARROW + arrow::SIZE / 2.0) } else { widest }
    }

    pub(super) fn draw(&self, canvas: &Canvas, (left, top): Point) {
        let kind = Type::of(self.role);
        let kind = if self.role == Role::Own { kind.bold() } else { kind };
        canvas.lines(kind, (left, top + LINE / 2.0), &self.lines);
        if let (Some((change, direction)), Some(last)) = (self.change, self.lines.last()) {
            let x = left + measure::bold_width(last, TYPE) + ARROW;
            arrow::draw(canvas, change, direction, (x, top + self.height() - LINE / 2.0));
        }
    }
}

/// Draws the labels right of a frame, down to `floor`, save those that have a `place` in it.
pub(super) fn draw(
    canvas: &Canvas,
    frame: &Frame,
    floor: f64,
    labels: &[Label],
    place: &dyn Fn(&Label) -> Option<Point>,
) {
    let ((_, top), (right, _)) = (frame.left_top, frame.right_bottom);
    let mut sorted: Vec<&Label> = Vec::new();
    for label in labels {
        if let Some(place) = place(label) {
            label.draw(canvas, place);
            continue;
        }
        let place = sorted.iter().position(|other| other.end.1 < label.end.1);
        sorted.insert(place.unwrap_or(sorted.len()), label);
    }
    let place = |label: &&Label| {
        let height = label.height();
        (frame.at(0.0, label.end.1).1 - height / 2.0, height)
    };
    let mut places: Vec<(f64, f64)> = sorted.iter().map(place).collect();
    // None may leave the canvas.
    label::stack(&mut places, top - LINE / 2.0, floor);
    for (label, (top, _)) in sorted.iter().zip(places) {
        label.draw(canvas, (right + BESIDE, top));
    }
}
