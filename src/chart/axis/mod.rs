// SPDX-License-Identifier: EUPL-1.2
//! Axes of values: where they begin and end, their ticks and labels. Knows the canvas alone.

pub(super) mod scale;
pub(super) mod caption;
pub(super) mod upright;
