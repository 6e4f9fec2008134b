// SPDX-License-Identifier: EUPL-1.2
//! The axis of a chart through the years: periods to the right.

use crate::chart::canvas::Canvas;
use crate::chart::canvas::frame::Frame;
use crate::chart::canvas::lettering::{Anchor, SMALL, Type};
use crate::chart::canvas::measure;
use crate::chart::canvas::role::Role;
use crate::indicator::finding::Finding;
use crate::indicator::period::Period;
use crate::text::words::Words;

/// The periods below the chart, the latest first: as many as stand apart between the two ends
/// of `room`, the last one always.
pub(in crate::chart) fn years(
    canvas: &Canvas,
    frame: &Frame,
    words: &Words,
    findings: &[&Finding],
    room: (f64, f64),
) {
    let mut free = f64::INFINITY;
    let kind = Type::small(Role::Muted).anchor(Anchor::Middle);
    for period in findings.iter().rev().map(|f| f.period) {
        let label = words.period(period);
        let half = measure::width(&label, SMALL) / 2.0;
        let x = frame.at(period.middle(), 0.0).0;
        let x = x.min(room.1 - half).max(room.0 + half);
        if x + half < free {
            canvas.text(kind, (x, frame.right_bottom.1 + 16.0), &label);
            free = x - half - 12.0;
        }
    }
}

/// Where another definition begins.
pub(in crate::chart) fn beginning(frame: &Frame, at: Period) -> f64 {
    let (year, month) = at.start();
    frame.at(f64::from(year) + f64::from(month - 1) / 12.0, 0.0).0
}

/// A line there.
pub(in crate::chart) fn marked_break(canvas: &Canvas, frame: &Frame, at: Period) {
    let x = beginning(frame, at);
    let ((_, top), (_, bottom)) = (frame.left_top, frame.right_bottom);
    canvas.line(Role::Muted, 1.5, &[(x, top - 8.0), (x, bottom)]);
}
