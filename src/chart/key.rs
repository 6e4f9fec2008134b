// SPDX-License-Identifier: EUPL-1.2
//! What the signs of a chart mean: samples with their words, one after the other.

use super::measure;
use super::role::Role;
use super::sheet::{LINE, Point, Sheet, Type};

/// The type size of the words.
const SIZE: f64 = 13.0;

/// Between a sample and its words, and between two items.
const NEAR: f64 = 6.0;
const APART: f64 = 20.0;

/// A sample, which is drawn around the middle of its left side, and its words.
pub(super) struct Item<'d> {
    pub(super) width: f64,
    pub(super) draw: Box<dyn Fn(&Sheet, Point) + 'd>,
    pub(super) text: String,
}

/// An item with the place of its sample and the lines of its words.
struct Placed<'i, 'd> {
    item: &'i Item<'d>,
    at: Point,
    lines: Vec<String>,
}

/// Items laid out in lines.
pub(super) struct Key<'i, 'd> {
    placed: Vec<Placed<'i, 'd>>,
    pub(super) height: f64,
}

impl<'i, 'd> Key<'i, 'd> {
    pub(super) fn of(items: &'i [Item<'d>], width: f64) -> Self {
        let (mut x, mut top, mut bottom) = (0.0, 0.0, 0.0_f64);
        let mut placed = Vec::new();
        for item in items {
            let room = width - item.width - NEAR;
            let whole = measure::width(&item.text, SIZE);
            if x > 0.0 && x + item.width + NEAR + whole > width {
                (x, top) = (0.0, bottom);
            }
            let lines = measure::wrap(&item.text, SIZE, room);
            bottom = bottom.max(top + lines.len() as f64 * LINE + 4.0);
            placed.push(Placed { item, at: (x, top + LINE / 2.0), lines });
            x += item.width + NEAR + whole + APART;
        }
        Self { placed, height: bottom }
    }

    /// Draws it with its upper side at the height `top`.
    pub(super) fn draw(&self, sheet: &Sheet, top: f64) {
        for Placed { item, at: (x, y), lines } in &self.placed {
            (item.draw)(sheet, (*x, top + y));
            let at = (x + item.width + NEAR, top + y);
            sheet.lines(Type::of(Role::Muted).size(SIZE), at, lines);
        }
    }
}
