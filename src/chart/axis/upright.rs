// SPDX-License-Identifier: EUPL-1.2
//! An upright axis of values: lines across the plot and the values left of them.

use super::scale::Scale;
use crate::chart::canvas::measure;
use crate::chart::canvas::role::Role;
use crate::chart::canvas::{Anchor, Canvas, Frame, SMALL, Type};
use crate::indicator::definition::Definition;
use crate::text::words::Words;

/// The room that its labels take.
pub(in crate::chart) fn room(words: &Words, definition: &Definition, scale: &Scale) -> f64 {
    let labels = scale.ticks.iter().map(|tick| scale.label(words, definition, *tick));
    labels.map(|label| measure::width(&label, SMALL)).fold(0.0, f64::max) + 10.0
}

/// Lines at the ticks of the values.
pub(in crate::chart) fn grid(canvas: &Canvas, frame: &Frame, scale: &Scale) {
    let ((left, _), (right, bottom)) = (frame.left_top, frame.right_bottom);
    let y = |tick: f64| frame.at(0.0, tick).1;
    for tick in scale.ticks.iter().filter(|t| scale.is_cut() || **t != 0.0) {
        canvas.line(Role::Grid, 1.0, &[(left, y(*tick)), (right, y(*tick))]);
    }
    if !scale.is_cut() {
        canvas.line(Role::Axis, 1.0, &[(left, bottom), (right, bottom)]);
    }
}

/// The values in words, left of their lines.
pub(in crate::chart) fn ticks(
    canvas: &Canvas,
    frame: &Frame,
    words: &Words,
    definition: &Definition,
    scale: &Scale,
) {
    let kind = Type::of(Role::Muted).size(SMALL).anchor(Anchor::End);
    for tick in &scale.ticks {
        let (_, y) = frame.at(0.0, *tick);
        canvas.text(kind, (frame.left_top.0 - 6.0, y), &scale.label(words, definition, *tick));
    }
}

/// The unit above it: the lines of its values end a little below that.
pub(in crate::chart) fn unit(
    canvas: &Canvas,
    frame: &Frame,
    words: &Words,
    definition: &Definition,
) {
    let at = (0.0, frame.left_top.1 - 17.0);
    canvas.text(Type::of(Role::Muted).size(SMALL), at, words.unit(definition));
}

/// What the unit needs above the plot.
pub(in crate::chart) const UNIT: f64 = 26.0;
