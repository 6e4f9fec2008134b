// SPDX-License-Identifier: EUPL-1.2
//! Labels of a chart: names with a capital, texts kept on the canvas, ticks that stand apart.

use super::scale::Scale;
use crate::chart::canvas::Canvas;
use crate::chart::canvas::lettering::{Anchor, SMALL, Type};
use crate::chart::canvas::measure;

/// A small label around a place, kept on the canvas.
pub(in crate::chart) fn centered(canvas: &Canvas, kind: Type, (x, y): (f64, f64), text: &str) {
    let half = measure::width(text, SMALL) / 2.0;
    let x = x.min(canvas.width - half).max(half);
    canvas.text(kind.size(SMALL).anchor(Anchor::Middle), (x, y), text);
}

/// The ticks of a horizontal axis, thinned out until their labels stand apart.
pub(in crate::chart) fn ticks_that_fit(scale: &Scale, room: f64) -> Vec<f64> {
    let mut every = 1;
    loop {
        let kept: Vec<f64> = scale
            .ticks
            .iter()
            .enumerate()
            .filter(|(nth, _)| nth.is_multiple_of(every))
            .map(|(_, tick)| *tick)
            .collect();
        let label = |tick: &f64| measure::width(&scale.label(*tick), SMALL);
        let widest = kept.iter().map(label).fold(0.0, f64::max);
        if kept.len() <= 2 || (widest + 10.0) * kept.len() as f64 <= room {
            return kept;
        }
        every += 1;
    }
}
