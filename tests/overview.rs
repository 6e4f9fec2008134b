// SPDX-License-Identifier: EUPL-1.2
//! The views of many indicators: what they say, what they draw, and what they keep to themselves.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::expect_used,
    reason = "a test that fails should stop"
)]

mod common;
#[path = "overview/apart.rs"]
mod apart;
#[path = "overview/made_up.rs"]
mod made_up;
#[path = "overview/saying.rs"]
mod saying;
#[path = "overview/drawing.rs"]
mod drawing;
#[path = "overview/keeping.rs"]
mod keeping;
