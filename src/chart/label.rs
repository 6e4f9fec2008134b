// SPDX-License-Identifier: EUPL-1.2
//! Where labels stand so that none covers another.

use crate::chart::canvas::rect::Rect;

/// Between two labels below each other.
const GAP: f64 = 4.0;

/// Pushes labels apart that lie below each other, each `(top, height)`, the highest first: no label
/// begins before the one above it ends, and none ends below `floor`.
pub(super) fn stack(labels: &mut [(f64, f64)], ceiling: f64, floor: f64) {
    let (mut free, mut floor) = (ceiling, floor);
    for (top, height) in labels.iter_mut() {
        *top = top.max(free);
        free = *top + *height + GAP;
    }
    for (top, height) in labels.iter_mut().rev() {
        *top = top.min(floor - *height);
        floor = *top - GAP;
    }
}

/// The labels of a plot.
pub(super) struct Labels {
    /// Where they may stand.
    outer: Rect,
    taken: Vec<Rect>,
}

impl Labels {
    /// None yet, inside `outer`.
    pub(super) fn new(outer: Rect) -> Self {
        Self { outer, taken: Vec::new() }
    }

    /// How wide a label may be.
    pub(super) fn width(&self) -> f64 {
        self.outer.right - self.outer.left
    }

    /// The left side of a label of this width, moved as little as keeps it inside.
    pub(super) fn inside(&self, left: f64, width: f64) -> f64 {
        left.min(self.outer.right - width).max(self.outer.left)
    }

    /// Whether a label would stand inside.
    pub(super) fn holds(&self, label: &Rect) -> bool {
        label.fits(&self.outer)
    }

    /// The label that stands where another would.
    pub(super) fn covered_by(&self, label: &Rect) -> Option<&Rect> {
        self.taken.iter().find(|other| other.meets(label))
    }

    /// Of the places that are free the one that costs least, with its cost.
    pub(super) fn best(&self, places: &[Rect], cost: &dyn Fn(&Rect) -> f64) -> Option<(f64, Rect)> {
        let mut best: Option<(f64, Rect)> = None;
        for place in places {
            if self.holds(place) && self.covered_by(place).is_none() {
                let cost = cost(place);
                if best.is_none_or(|(least, _)| cost < least) {
                    best = Some((cost, *place));
                }
            }
        }
        best
    }

    /// Keeps a place for a label.
    pub(super) fn take(&mut self, place: Rect) {
        self.taken.push(place);
    }
}
