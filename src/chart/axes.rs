// SPDX-License-Identifier: EUPL-1.2
//! The axes of a chart through the years: values upwards, periods to the right.

use super::measure;
use super::role::Role;
use super::scale::Scale;
use super::sheet::{Anchor, Frame, Sheet, Type};
use crate::indicator::definition::Definition;
use crate::indicator::finding::Finding;
use crate::indicator::period::Period;
use crate::text::words::Words;

/// The type size of their labels.
const SMALL: f64 = 13.0;

/// The room that the labels of the value axis take.
pub(super) fn tick_room(words: &Words, definition: &Definition, scale: &Scale) -> f64 {
    let labels = scale.ticks.iter().map(|tick| scale.label(words, definition, *tick));
    labels.map(|label| measure::width(&label, SMALL)).fold(0.0, f64::max) + 10.0
}

/// Lines at the ticks of the values.
pub(super) fn grid(sheet: &Sheet, frame: &Frame, scale: &Scale) {
    let ((left, _), (right, bottom)) = (frame.left_top, frame.right_bottom);
    let y = |tick: f64| frame.at(0.0, tick).1;
    for tick in scale.ticks.iter().filter(|t| scale.is_cut() || **t != 0.0) {
        sheet.line(Role::Grid, 1.0, &[(left, y(*tick)), (right, y(*tick))]);
    }
    if !scale.is_cut() {
        sheet.line(Role::Axis, 1.0, &[(left, bottom), (right, bottom)]);
    }
}

/// The values in words, left of their lines.
pub(super) fn ticks(
    sheet: &Sheet,
    frame: &Frame,
    words: &Words,
    definition: &Definition,
    scale: &Scale,
) {
    let kind = Type::of(Role::Muted).size(SMALL).anchor(Anchor::End);
    for tick in &scale.ticks {
        let (_, y) = frame.at(0.0, *tick);
        sheet.text(kind, (frame.left_top.0 - 6.0, y), &scale.label(words, definition, *tick));
    }
}

/// The periods below the chart, the latest first: as many as stand apart between the two ends
/// of `room`, the last one always.
pub(super) fn years(
    sheet: &Sheet,
    frame: &Frame,
    words: &Words,
    findings: &[&Finding],
    room: (f64, f64),
) {
    let mut free = f64::INFINITY;
    let kind = Type::of(Role::Muted).size(SMALL).anchor(Anchor::Middle);
    for period in findings.iter().rev().map(|f| f.period) {
        let label = words.period(period);
        let half = measure::width(&label, SMALL) / 2.0;
        let x = frame.at(period.middle(), 0.0).0;
        let x = x.min(room.1 - half).max(room.0 + half);
        if x + half < free {
            sheet.text(kind, (x, frame.right_bottom.1 + 16.0), &label);
            free = x - half - 12.0;
        }
    }
}

/// Where another definition begins.
pub(super) fn beginning(frame: &Frame, at: Period) -> f64 {
    let (year, month) = at.start();
    frame.at(f64::from(year) + f64::from(month - 1) / 12.0, 0.0).0
}

/// A line there.
pub(super) fn marked_break(sheet: &Sheet, frame: &Frame, at: Period) {
    let x = beginning(frame, at);
    let ((_, top), (_, bottom)) = (frame.left_top, frame.right_bottom);
    sheet.line(Role::Muted, 1.5, &[(x, top - 8.0), (x, bottom)]);
}
