// SPDX-License-Identifier: EUPL-1.2
//! The signs of a chart with their words, beside each other as far as they fit.

use super::line::Line;
use crate::chart::canvas::Canvas;
use crate::chart::canvas::lettering::{SMALL, Type};
use crate::chart::canvas::measure;
use crate::chart::canvas::role::Role;
use crate::text::words::Words;

/// From one row of keys to the next.
const ROW: f64 = 24.0;

/// The type size, the room that a sign takes and the space between two keys.
const SIGN: f64 = 30.0;
const GAP: f64 = 20.0;

/// What stands before the words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Sign {
    /// The unit of the axis: no sign.
    Unit,
    /// A number that is withheld.
    Hatch,
    /// No number.
    Dash,
    /// Another definition.
    Break,
    /// The benchmark's line.
    Reference,
    /// The benchmark's figures where no line joins them.
    Dot,
    /// A target's line.
    Target,
}

#[derive(Clone, Debug, PartialEq)]
pub(super) struct Key {
    pub(super) sign: Sign,
    pub(super) text: String,
}

impl Key {
    /// The signs that stand for the absences of `lines`, each once.
    pub(super) fn absences(words: &Words, lines: &[Line]) -> Vec<Self> {
        let mut keys: Vec<Self> = Vec::new();
        for finding in lines.iter().flat_map(|line| &line.findings) {
            if let Some(text) = words.reason(&finding.outcome) {
                let is_withheld = finding.outcome.is_withheld();
                let sign = if is_withheld { Sign::Hatch } else { Sign::Dash };
                if !keys.iter().any(|key| key.sign == sign && key.text == text) {
                    keys.push(Self { sign, text: text.to_string() });
                }
            }
        }
        keys
    }

    fn width(&self) -> f64 {
        let sign = if self.sign == Sign::Unit { 0.0 } else { SIGN };
        sign + measure::width(&self.text, SMALL)
    }
}

/// Where each key begins and its row; keys that do not fit go on in the next row.
fn places(keys: &[Key], room: f64) -> Vec<(f64, usize)> {
    let (mut x, mut row) = (0.0, 0);
    let mut places = Vec::new();
    for key in keys {
        if x > 0.0 && x + key.width() > room {
            (x, row) = (0.0, row + 1);
        }
        places.push((x, row));
        x += key.width() + GAP;
    }
    places
}

/// The height of all rows.
pub(super) fn height(keys: &[Key], room: f64) -> f64 {
    places(keys, room).last().map_or(0.0, |(_, row)| (row + 1) as f64 * ROW)
}

/// Draws the keys, the middle of their first row at `top`; more to the left where a key is too
/// long for its room.
pub(super) fn draw(canvas: &Canvas, keys: &[Key], (left, top): (f64, f64), room: f64) {
    let longest = keys.iter().map(Key::width).fold(0.0, f64::max);
    let left = left.min(canvas.width - longest).max(0.0);
    for (key, (x, row)) in keys.iter().zip(places(keys, room)) {
        let (x, y) = (left + x, top + row as f64 * ROW);
        let stroke = |role, width, from: f64, to: f64| {
            canvas.line(role, width, &[(x + from, y), (x + to, y)]);
        };
        let role = match key.sign {
            Sign::Unit => Role::Muted,
            Sign::Reference | Sign::Dot => Role::Benchmark,
            Sign::Target => Role::Target,
            Sign::Hatch | Sign::Dash | Sign::Break => Role::Text,
        };
        match key.sign {
            Sign::Unit => {}
            Sign::Hatch => canvas.hatch((x, y - 7.0), (x + 22.0, y + 7.0)),
            Sign::Dash => stroke(Role::Muted, 2.0, 6.0, 16.0),
            Sign::Break => {
                canvas.line(Role::Muted, 1.5, &[(x + 11.0, y - 8.0), (x + 11.0, y + 8.0)]);
            }
            Sign::Reference => stroke(Role::Reference, 2.0, 0.0, 23.0),
            Sign::Dot => canvas.dot(Role::Benchmark, (x + 11.0, y), 4.0),
            Sign::Target => stroke(Role::Target, 2.0, 0.0, 23.0),
        }
        let indent = if key.sign == Sign::Unit { 0.0 } else { SIGN };
        canvas.text(Type::small(role), (x + indent, y), &key.text);
    }
}
