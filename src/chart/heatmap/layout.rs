// SPDX-License-Identifier: EUPL-1.2
//! How the rows of a heat map lie: beside their names or below them, in one block or several.

use crate::chart::canvas::lettering::{self, HEAD};

/// How wide cells are: at least, so that a sign fits in; at least where blocks of rows could
/// stand beside each other; at most under a number; and from where on beside a value, and under
/// the indicator's name.
const LEAST: f64 = 13.0;
const TIGHT: f64 = 15.0;
const NARROW: f64 = 26.0;
const VALUED: f64 = 60.0;
const NAMED: f64 = 72.0;
const WIDEST: f64 = 104.0;

/// What lies between names and cells, and between blocks of rows.
const NEAR: f64 = 10.0;
pub(super) const APART: f64 = 28.0;

/// More rows than this are set in several blocks where there is room, with numbers over them.
const MANY: usize = 64;

/// After this many rows the numbers of the indicators come again.
const AGAIN: usize = 25;

/// How the rows lie.
pub(super) struct Layout {
    /// Whether values stand beside the cells.
    pub(super) is_valued: bool,
    /// Whether indicators are named over their cells, or numbered.
    pub(super) is_named: bool,
    /// Whether names stand above their cells.
    pub(super) is_above: bool,
    /// The width of the names.
    pub(super) name: f64,
    /// From one cell to the next.
    pub(super) step: f64,
    /// Blocks of rows beside each other, and the rows in each.
    blocks: usize,
    pub(super) rows: usize,
    columns: usize,
}

impl Layout {
    pub(super) fn of(names: f64, columns: usize, rows: usize, width: f64) -> Self {
        let count = columns as f64;
        let step = (width - names - NEAR) / count;
        let is_few = rows <= MANY;
        let mut layout = Self {
            is_valued: is_few && step >= VALUED,
            is_named: is_few && step >= NAMED,
            is_above: step < LEAST,
            name: names + NEAR,
            step: step.min(WIDEST),
            blocks: 1,
            rows,
            columns,
        };
        if layout.is_valued {
            return layout;
        }
        if layout.is_above {
            layout.name = 0.0;
            layout.step = width / count;
        }
        // As many blocks as fit with tight cells, but none of a few rows.
        let block = |step: f64| names.max(layout.name + step * count) + APART;
        let fit = ((width + APART) / block(TIGHT.min(layout.step))) as usize;
        layout.blocks = fit.min(rows / (AGAIN / 2)).max(1);
        layout.rows = rows.div_ceil(layout.blocks);
        let room = (width + APART) / layout.blocks as f64 - APART - layout.name;
        layout.step = layout.step.min(room / count).min(NARROW);
        layout
    }

    /// The width of a block.
    pub(super) fn width(&self) -> f64 {
        self.name + self.step * self.columns as f64
    }

    /// The type size of the heads.
    pub(super) fn head(&self) -> f64 {
        if self.is_named { HEAD } else { lettering::LEAST.max(HEAD.min(self.step * 0.7)) }
    }

    /// Whether heads stand over this row of a block: the first, and where the numbers of the
    /// indicators come again; not over a few last rows.
    pub(super) fn has_head(&self, row: usize) -> bool {
        let comes_again =
            !self.is_named && row.is_multiple_of(AGAIN) && row + AGAIN / 2 < self.rows;
        row == 0 || comes_again
    }
}
