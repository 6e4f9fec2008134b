// SPDX-License-Identifier: EUPL-1.2
//! The legend of a comparison set: what the signs of its members mean, and how many have them.

use super::legend::{Entry, Legend, Spacing};
use super::sign::outcome::Sign;
use crate::chart::canvas::Canvas;
use crate::chart::canvas::lettering::Type;
use crate::chart::canvas::role::Role;
use crate::indicator::definition::Direction;

/// Draws it at the top of the canvas; returns where it ends.
pub(super) fn draw(canvas: &Canvas, direction: Direction, entries: Vec<(Sign, String)>) -> f64 {
    let (mut signs, mut texts) = (Vec::new(), Vec::new());
    for (sign, text) in entries {
        signs.push(sign);
        texts.push(Entry { room: sign.room(), kind: Type::small(Role::Text), text });
    }
    let legend = Legend::of(canvas, texts, &Spacing::VERDICTS, 0.0, canvas.width);
    legend.draw(canvas, (0.0, 0.0), &|nth, at| {
        signs.get(nth).copied().unwrap_or(Sign::None).draw(canvas, direction, at);
    });
    legend.height
}
