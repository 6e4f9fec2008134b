// SPDX-License-Identifier: EUPL-1.2
//! The folder of figures that is served: which file holds what, and how little a chart fetches.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test that fails should stop"
)]

#[path = "../support/mod.rs"]
mod support;
mod fetched;
mod parts;
mod size;
mod compressed;
mod stale;
