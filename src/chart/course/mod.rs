// SPDX-License-Identifier: EUPL-1.2
//! Figures through the years, as a line on two scales: what views that show a course draw of it.
//! Knows the canvas and what was found of one place; no view.

pub(super) mod years;
pub(super) mod line;
