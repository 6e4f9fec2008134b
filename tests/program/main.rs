// SPDX-License-Identifier: EUPL-1.2
//! The command line as its users call it.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test that fails should stop"
)]

#[path = "../support/mod.rs"]
mod support;
mod draw;
mod language;
mod readme;
mod update;
mod views;
