// SPDX-License-Identifier: EUPL-1.2
//! Chance replayed: a dot for each draw on an axis of values, beside the benchmark. Dots that would
//! lie over each other stand in a pile, in the order of their draws.

use super::axis::scale::{FLAT, Reach, Scale};
use super::canvas::lettering::{Anchor, SMALL, Type};
use super::canvas::role::Role;
use super::canvas::{Canvas, measure};
use crate::markup::{Element, element};
use crate::text::words::insight::InsightWords;
use crate::view::insight::{Frame, Insight};
use crate::view::members::Member;

/// Half the width of a dot, and how much of the axis a dot has.
const RADIUS: f64 = 5.0;
const STEP: f64 = 11.0;

/// Above the dots for the benchmark's name, below them for the axis, and beside them.
const HEAD: f64 = 22.0;
const BELOW: f64 = 26.0;
const SIDE: f64 = 24.0;

/// How high a dot stands in its pile, from 0 on: above all before it that it would touch.
fn piled(places: &[f64]) -> Vec<usize> {
    let mut heights: Vec<usize> = Vec::new();
    for (nth, x) in places.iter().enumerate() {
        let before = places.iter().take(nth).zip(&heights);
        let touched: Vec<usize> = before
            .filter(|(other, _)| (*other - x).abs() < STEP)
            .map(|(_, height)| *height)
            .collect();
        heights.push((0..).find(|height| !touched.contains(height)).unwrap_or_default());
    }
    heights
}

/// Draws it; nothing without a benchmark.
pub(super) fn draw(
    canvas: Canvas,
    words: &InsightWords,
    insight: &Insight,
    frames: &[Frame],
) -> Option<Element> {
    let set = &insight.set;
    let benchmark = set.benchmark.as_ref()?;
    let estimate = Member::estimate(benchmark)?;
    let mut reach = Reach::NONE;
    reach.hold(estimate.value);
    for frame in frames {
        reach.hold(frame.value);
    }
    let scale = Scale::of(words, set.definition, reach, 5, FLAT);
    let (left, right) = (SIDE, canvas.width - SIDE);
    let at = |value: f64| left + (value - scale.low) / (scale.high - scale.low) * (right - left);
    let places: Vec<f64> = frames.iter().map(|frame| at(frame.value)).collect();
    let heights = piled(&places);
    let most = heights.iter().max().copied().unwrap_or_default();
    let floor = HEAD + (most + 1) as f64 * STEP + 4.0;
    let small = Type::small(Role::Muted).anchor(Anchor::Middle);
    canvas.line(Role::Axis, 1.0, &[(left, floor), (right, floor)]);
    let mut free = f64::NEG_INFINITY;
    for tick in &scale.ticks {
        let (x, label) = (at(*tick), scale.label(*tick));
        canvas.line(Role::Axis, 1.0, &[(x, floor), (x, floor + 4.0)]);
        let half = measure::width(&label, SMALL) / 2.0;
        if x - half > free && x + half <= canvas.width {
            canvas.text(small, (x, floor + 14.0), &label);
            free = x + half + 8.0;
        }
    }
    let x = at(estimate.value);
    canvas.line(Role::Reference, 1.5, &[(x, HEAD - 4.0), (x, floor)]);
    let name = [&*words.name(benchmark.region), " ", &words.value(set.definition, estimate.value)];
    let name = name.concat();
    let half = measure::width(&name, SMALL) / 2.0;
    let kind = Type::small(Role::Benchmark).anchor(Anchor::Middle);
    canvas.text(kind, (x.min(canvas.width - half).max(half), 8.0), &name);
    for (nth, (frame, (x, height))) in frames.iter().zip(places.iter().zip(heights)).enumerate() {
        let said = words.replay_frame(insight, nth + 1, frame)?;
        let group = element("g").class("draw").with("data-said", said);
        let y = floor - 2.0 - RADIUS - height as f64 * STEP;
        canvas.group(group, |canvas| canvas.dot(Role::Own, (*x, y), RADIUS));
    }
    Some(canvas.into_picture(floor + BELOW).svg.with("aria-hidden", "true"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dots_that_would_touch_stand_on_each_other() {
        assert_eq!(piled(&[10.0, 40.0, 12.0, 15.0, 39.0, 22.0]), [0, 0, 1, 2, 1, 0]);
        assert!(piled(&[]).is_empty());
    }
}
