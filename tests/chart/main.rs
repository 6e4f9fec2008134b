// SPDX-License-Identifier: EUPL-1.2
//! Pictures at any width and of any figures: everything lies on the canvas, nothing over another
//! thing.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test that fails should stop"
)]

#[path = "../support/mod.rs"]
mod support;
mod regions;
mod map;
mod panels;
mod overview;
mod story;
mod icons;
mod style;
mod scales;
mod stretch;
