// SPDX-License-Identifier: EUPL-1.2
//! The legend of a chart: signs with their words, beside each other as far as they fit. Knows the
//! canvas and no view; what the signs are, a view says when it draws them.

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

/// A sign's middle on the left, and the lines of its words.
struct Placed {
    at: Point,
    room: f64,
    kind: Type,
    lines: Vec<String>,
}

/// Entries laid out in rows.
pub(super) struct Legend {
    left: f64,
    placed: Vec<Placed>,
    pub(super) height: f64,
}

impl Legend {
    /// Lays entries out from `left` to the right side of the canvas; farther to the left where one
    /// is too long for that.
    pub(super) fn of(entries: Vec<Entry>, spacing: &Spacing, left: f64, width: f64) -> Self {
        let whole = |entry: &Entry| entry.room + measure::width(&entry.text, SMALL);
        let longest = entries.iter().map(whole).fold(0.0, f64::max);
        let mut legend =
            Self { left: left.min(width - longest).max(0.0), placed: Vec::new(), height: 0.0 };
        let (mut x, mut top) = (0.0, 0.0);
        for entry in entries {
            let whole = whole(&entry);
            if x > 0.0 && x + whole > width - left {
                (x, top) = (0.0, legend.height);
            }
            let lines = measure::wrap(&entry.text, SMALL, width - entry.room);
            let height = spacing.row + lines.len().saturating_sub(1) as f64 * LINE;
            legend.height = legend.height.max(top + height);
            let (at, kind) = ((x, top + spacing.middle), entry.kind);
            legend.placed.push(Placed { at, room: entry.room, kind, lines });
            x += whole + spacing.gap;
        }
        legend
    }

    /// Draws it from its upper left corner on; `sign` draws one by its place in the list, from the
    /// middle of its left side.
    pub(super) fn draw(&self, canvas: &Canvas, (x, y): Point, sign: &dyn Fn(usize, Point)) {
        for (nth, Placed { at, room, kind, lines }) in self.placed.iter().enumerate() {
            let at = (x + self.left + at.0, y + at.1);
            sign(nth, at);
            canvas.lines(*kind, (at.0 + room, at.1), lines);
        }
    }
}
use crate::chart::canvas::lettering::{LINE, SMALL, Type};
use crate::chart::canvas::{Canvas, Point, measure};
