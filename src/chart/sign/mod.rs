// SPDX-License-Identifier: EUPL-1.2
//! Signs that mean the same in every chart: of a region, of a change, of an outcome. Know the canvas
//! and what a sign stands for; no words and no chart.

pub(super) mod arrow;
pub(super) mod bar;
pub(super) mod marker;
pub(super) mod outcome;
pub(super) mod spread;
pub(super) mod stabilised;
