// SPDX-License-Identifier: EUPL-1.2
//! The legend of a chart: signs with their words, beside each other as far as they fit; in the page,
//! where words grow and wrap with the reader's settings, or in a picture that leaves it. Knows the
//! canvas and no view; what the signs are, a view says when it draws them.

use crate::chart::canvas::lettering::{LINE, SMALL, Type};
use crate::chart::canvas::{COLUMN, Canvas, Point, measure};

/// The words of a sign.
pub(super) struct Entry {
    /// The room of the sign with the space behind it; none where words stand alone.
    pub(super) room: f64,
    pub(super) kind: Type,
    pub(super) text: String,
}

/// How far apart entries stand.
pub(super) struct Spacing {
    /// The height of a row, and where the middle of its first line lies in it.
    pub(super) row: f64,
    pub(super) middle: f64,
    /// Between two entries of a row; infinite where each has a row of its own.
    pub(super) gap: f64,
}

impl Spacing {
    /// Of the signs of verdicts.
    pub(super) const VERDICTS: Self = Self { row: 20.0, middle: 10.0, gap: 16.0 };

    /// Of lines and other signs of a chart through the years.
    pub(super) const LINES: Self = Self { row: 24.0, middle: 12.0, gap: 20.0 };

    /// Of samples of rows and cells.
    pub(super) const SAMPLES: Self = Self { row: LINE + 4.0, middle: LINE / 2.0, gap: 20.0 };

    /// Of the classes of a map, below each other.
    pub(super) const CLASSES: Self = Self { row: 24.0, middle: 12.0, gap: f64::INFINITY };
}

/// A row of a legend in the page, the space between two entries, and below all of them: the style
/// sheet has the same.
const ROW: f64 = 20.0;
const APART: f64 = 16.0;
const BELOW: f64 = 8.0;

/// Entries laid out in rows.
pub(super) struct Legend {
    left: f64,
    width: f64,
    entries: Vec<Entry>,
    /// The middle of the left side of each, where they stand in the picture.
    places: Vec<Point>,
    /// What it takes of the picture.
    pub(super) height: f64,
}

impl Legend {
    /// Lays entries out from `left` to the right side of the canvas; farther to the left where one
    /// is too long for that.
    pub(super) fn of(
        canvas: &Canvas,
        entries: Vec<Entry>,
        spacing: &Spacing,
        left: f64,
        width: f64,
    ) -> Self {
        let whole = |entry: &Entry| entry.room + measure::width(&entry.text, SMALL);
        if !canvas.has_legend() {
            return Self::in_page(canvas, entries);
        }
        let longest = entries.iter().map(whole).fold(0.0, f64::max);
        let left = left.min(width - longest).max(0.0);
        let mut legend = Self { left, width, entries, places: Vec::new(), height: 0.0 };
        let (mut x, mut top) = (0.0, 0.0);
        for entry in &legend.entries {
            let whole = whole(entry);
            if x > 0.0 && x + whole > width - left {
                (x, top) = (0.0, legend.height);
            }
            let lines = legend.lines(entry).len();
            let height = spacing.row + lines.saturating_sub(1) as f64 * LINE;
            legend.height = legend.height.max(top + height);
            legend.places.push((x, top + spacing.middle));
            x += whole + spacing.gap;
        }
        legend
    }

    /// One that the page lays out, which must know about how high it will be.
    fn in_page(canvas: &Canvas, entries: Vec<Entry>) -> Self {
        let width = if canvas.has_column() { COLUMN } else { canvas.width };
        let whole = |entry: &Entry| entry.room + measure::width(&entry.text, SMALL) + APART;
        let rows = (entries.iter().map(whole).sum::<f64>() / width).ceil();
        if rows > 0.0 {
            canvas.keep(rows * ROW + BELOW);
        }
        Self { left: 0.0, width, entries, places: Vec::new(), height: 0.0 }
    }

    fn lines(&self, entry: &Entry) -> Vec<String> {
        measure::wrap(&entry.text, SMALL, self.width - entry.room)
    }

    /// Draws it from its upper left corner on; `sign` draws one by its place in the list, from the
    /// middle of its left side.
    pub(super) fn draw(&self, canvas: &Canvas, (x, y): Point, sign: &dyn Fn(usize, Point)) {
        if !canvas.has_legend() {
            for (nth, Entry { room, text, .. }) in self.entries.iter().enumerate() {
                canvas.explain(*room, text.clone(), |at| sign(nth, at));
            }
            return;
        }
        for (nth, (entry, at)) in self.entries.iter().zip(&self.places).enumerate() {
            let at = (x + self.left + at.0, y + at.1);
            sign(nth, at);
            canvas.lines(entry.kind, (at.0 + entry.room, at.1), &self.lines(entry));
        }
    }
}
