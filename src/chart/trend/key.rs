// SPDX-License-Identifier: EUPL-1.2
//! The signs of a chart through the years, and what they mean.

use crate::chart::canvas::Canvas;
use crate::chart::canvas::lettering::Type;
use crate::chart::canvas::role::Role;
use crate::chart::course::line::Line;
use crate::chart::legend::{Entry, Legend, Spacing};
use crate::text::words::Words;

/// The room that a sign takes, with the space behind it.
const SIGN: f64 = 30.0;

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
        for line in lines {
            for finding in &line.findings {
                let Some(text) = words.reason(&finding.outcome) else { continue };
                let is_withheld = finding.outcome.is_withheld();
                let sign = if is_withheld { Sign::Hatch } else { Sign::Dash };
                if !keys.iter().any(|key| key.sign == sign && key.text == text) {
                    keys.push(Self { sign, text: text.to_string() });
                }
            }
        }
        keys
    }
}

/// The legend of the keys, from `left` to the right side of the canvas.
pub(super) fn legend(canvas: &Canvas, keys: &[Key], left: f64) -> Legend {
    let entry = |key: &Key| {
        let (room, role) = match key.sign {
            Sign::Unit => (0.0, Role::Muted),
            Sign::Reference | Sign::Dot => (SIGN, Role::Benchmark),
            Sign::Target => (SIGN, Role::Target),
            Sign::Hatch | Sign::Dash | Sign::Break => (SIGN, Role::Text),
        };
        Entry { room, kind: Type::small(role), text: key.text.clone() }
    };
    let entries = keys.iter().map(entry).collect();
    Legend::of(canvas, entries, &Spacing::LINES, left, canvas.width)
}

/// Draws the legend of the keys from `top`.
pub(super) fn draw(canvas: &Canvas, keys: &[Key], legend: &Legend, top: f64) {
    legend.draw(canvas, (0.0, top), &|nth, (x, y)| {
        let stroke = |role, width, from: f64, to: f64| {
            canvas.line(role, width, &[(x + from, y), (x + to, y)]);
        };
        match keys.get(nth).map_or(Sign::Unit, |key| key.sign) {
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
    });
}
