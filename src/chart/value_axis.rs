// SPDX-License-Identifier: EUPL-1.2
//! An upright axis of values: lines across the plot, the values left of it, the unit above it.

use super::legend::SMALL;
use super::measure;
use super::role::Role;
use super::scale::Scale;
use super::sheet::{Anchor, Frame, Sheet, Type};
use crate::indicator::definition::Definition;
use crate::text::words::Words;

/// What it needs above the plot.
pub(super) const ABOVE: f64 = 26.0;

/// What its labels need left of the plot.
pub(super) fn room(words: &Words, definition: &Definition, scale: &Scale) -> f64 {
    let labels = scale.ticks.iter().map(|tick| scale.label(words, definition, *tick));
    measure::widest(&labels.collect::<Vec<_>>(), SMALL) + 8.0
}

pub(super) fn draw(
    sheet: &Sheet,
    frame: &Frame,
    words: &Words,
    definition: &Definition,
    scale: &Scale,
) {
    let ((left, top), (right, _)) = (frame.left_top, frame.right_bottom);
    let kind = Type::of(Role::Muted).size(SMALL);
    for tick in &scale.ticks {
        let y = frame.at(0.0, *tick).1;
        let role = if *tick == 0.0 { Role::Axis } else { Role::Grid };
        sheet.line(role, 1.0, &[(left, y), (right, y)]);
        let label = scale.label(words, definition, *tick);
        sheet.text(kind.anchor(Anchor::End), (left - 6.0, y), &label);
    }
    sheet.text(kind, (0.0, top - 17.0), words.unit(definition));
}
