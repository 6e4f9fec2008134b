// SPDX-License-Identifier: EUPL-1.2
//! Axes of values: where they begin and end, their ticks and labels. Know the canvas, definitions
//! and words; no view and nothing of what it found.

pub(super) mod scale;
pub(super) mod caption;
pub(super) mod balance;
pub(super) mod upright;
