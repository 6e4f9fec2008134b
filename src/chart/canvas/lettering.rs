// SPDX-License-Identifier: EUPL-1.2
//! How texts are set: sizes, weights, and where they lie from a point.

use super::role::Role;

/// The type size of labels, in pixels, as are all sizes here.
pub const TYPE: f64 = 14.0;

/// The size of what explains: axes, legends, notes in a picture.
pub const SMALL: f64 = 13.0;

/// From one line of labels to the next, and of small ones where they stand close.
pub(in crate::chart) const LINE: f64 = 17.0;
pub(in crate::chart) const SMALL_LINE: f64 = 16.0;

/// A figure that is a picture by itself, and the benchmark beside it.
pub(in crate::chart) const LARGE: f64 = 54.0;
pub(in crate::chart) const MIDDLE: f64 = 30.0;

/// The heads of the columns of a heat map, and the least that they shrink to.
pub(in crate::chart) const HEAD: f64 = 12.0;
pub(in crate::chart) const LEAST: f64 = 11.0;

/// A region's name inside its shape on a map.
pub(in crate::chart) const INSIDE: f64 = 11.0;

/// The heading and the sentences of a picture that leaves its page.
pub const HEADING: f64 = 18.0;
/// The sentences below it.
pub const SENTENCE: f64 = 15.0;

/// Where a text lies from the point that it is set at.
#[derive(Clone, Copy, Debug)]
pub(in crate::chart) enum Anchor {
    /// Right of it.
    Start,
    /// Around it.
    Middle,
    /// Left of it.
    End,
}

/// How a text is set.
#[derive(Clone, Copy, Debug)]
pub(in crate::chart) struct Type {
    pub(in crate::chart) role: Role,
    pub(in crate::chart) size: f64,
    pub(in crate::chart) bold: bool,
    pub(in crate::chart) anchor: Anchor,
}

impl Type {
    /// Of labels.
    pub(in crate::chart) fn of(role: Role) -> Self {
        Self { role, size: TYPE, bold: false, anchor: Anchor::Start }
    }

    /// Of what explains.
    pub(in crate::chart) fn small(role: Role) -> Self {
        Self { size: SMALL, ..Self::of(role) }
    }

    pub(in crate::chart) fn bold(self) -> Self {
        Self { bold: true, ..self }
    }

    pub(in crate::chart) fn size(self, size: f64) -> Self {
        Self { size, ..self }
    }

    pub(in crate::chart) fn anchor(self, anchor: Anchor) -> Self {
        Self { anchor, ..self }
    }
}
