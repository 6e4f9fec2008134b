// SPDX-License-Identifier: EUPL-1.2
//! What the signs of a chart mean: samples with their words, one after the other.

use crate::chart::canvas::lettering::{LINE, SMALL, Type};
use crate::chart::canvas::measure;
use crate::chart::canvas::role::Role;
use crate::chart::canvas::{Canvas, Point};

/// Between a sample and its words, and between two items.
const NEAR: f64 = 6.0;
const APART: f64 = 20.0;

/// The room of a sample, and its words.
pub(super) type Item = (f64, String);

/// Items laid out in lines: where the samples lie, and the lines of their words.
pub(super) struct Key {
    placed: Vec<(Point, f64, Vec<String>)>,
    pub(super) height: f64,
}

impl Key {
    pub(super) fn of(items: &[Item], width: f64) -> Self {
        let (mut x, mut top, mut height) = (0.0, 0.0, 0.0_f64);
        let mut placed = Vec::new();
        for (sample, text) in items {
            let whole = sample + NEAR + measure::width(text, SMALL);
            if x > 0.0 && x + whole > width {
                (x, top) = (0.0, height);
            }
            let lines = measure::wrap(text, SMALL, width - sample - NEAR);
            height = height.max(top + lines.len() as f64 * LINE + 4.0);
            placed.push(((x, top + LINE / 2.0), *sample, lines));
            x += whole + APART;
        }
        Self { placed, height }
    }

    /// Draws it; `sample` draws one by its place in the list, from the middle of its left side.
    pub(super) fn draw(&self, canvas: &Canvas, sample: &dyn Fn(usize, Point)) {
        for (nth, (at, width, lines)) in self.placed.iter().enumerate() {
            sample(nth, *at);
            let text = (at.0 + width + NEAR, at.1);
            canvas.lines(Type::small(Role::Muted), text, lines);
        }
    }
}
