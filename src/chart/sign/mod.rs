// SPDX-License-Identifier: EUPL-1.2
//! Signs that mean the same in every chart. Know the canvas alone.

pub(super) mod arrow;
pub(super) mod marker;
pub(super) mod outcome;
