// SPDX-License-Identifier: EUPL-1.2
//! Rectangles of the canvas that labels take, so that no two of them overlap.

/// A rectangle on the canvas, in pixels.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(in crate::chart) struct Rect {
    pub(in crate::chart) left: f64,
    pub(in crate::chart) top: f64,
    pub(in crate::chart) right: f64,
    pub(in crate::chart) bottom: f64,
}

impl Rect {
    /// Whether the two share a place.
    pub(in crate::chart) fn meets(&self, other: &Self) -> bool {
        self.left < other.right
            && other.left < self.right
            && self.top < other.bottom
            && other.top < self.bottom
    }

    /// Whether a point lies within, or within `margin` of it.
    pub(in crate::chart) fn holds(&self, (x, y): (f64, f64), margin: f64) -> bool {
        let within = |low: f64, high: f64, at: f64| low - margin < at && at < high + margin;
        within(self.left, self.right, x) && within(self.top, self.bottom, y)
    }

    /// Whether it lies inside another.
    pub(in crate::chart) fn fits(&self, outer: &Self) -> bool {
        outer.left <= self.left
            && self.right <= outer.right
            && outer.top <= self.top
            && self.bottom <= outer.bottom
    }
}
