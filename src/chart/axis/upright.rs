// SPDX-License-Identifier: EUPL-1.2
//! An upright axis of values: lines across the plot and the values left of them.

use super::scale::Scale;
use crate::chart::canvas::Canvas;
use crate::chart::canvas::frame::Frame;
use crate::chart::canvas::lettering::{Anchor, SMALL, Type};
use crate::chart::canvas::measure;
use crate::chart::canvas::role::Role;

/// The room that its labels take.
pub(in crate::chart) fn room(scale: &Scale) -> f64 {
    let widths = scale.ticks.iter().map(|tick| measure::width(&scale.label(*tick), SMALL));
    widths.fold(0.0, f64::max) + 10.0
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
pub(in crate::chart) fn ticks(canvas: &Canvas, frame: &Frame, scale: &Scale) {
    let kind = Type::small(Role::Muted).anchor(Anchor::End);
    for tick in &scale.ticks {
        let (_, y) = frame.at(0.0, *tick);
        canvas.text(kind, (frame.left_top.0 - 6.0, y), &scale.label(*tick));
    }
}

/// The unit above it: the lines of its values end a little below that.
pub(in crate::chart) fn unit(canvas: &Canvas, frame: &Frame, scale: &Scale) {
    let at = (0.0, frame.left_top.1 - 17.0);
    canvas.text(Type::small(Role::Muted), at, scale.unit());
}

/// What the unit needs above the plot.
pub(in crate::chart) const UNIT: f64 = 26.0;
