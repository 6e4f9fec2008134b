// SPDX-License-Identifier: EUPL-1.2
//! The figures that the project ships, from their tables to the files that are served.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test that panics fails, which is what it is for"
)]

#[path = "prepare/linear/mod.rs"]
mod linear;
#[path = "prepare/leaks.rs"]
mod leaks;
#[path = "prepare/shipped.rs"]
mod shipped;
#[path = "prepare/folder.rs"]
mod folder;
#[path = "prepare/reading.rs"]
mod reading;
#[path = "prepare/refusal.rs"]
mod refusal;
#[path = "prepare/through_time.rs"]
mod through_time;
#[path = "prepare/disclosure.rs"]
mod disclosure;
#[path = "prepare/geometry.rs"]
mod geometry;
#[path = "prepare/schema.rs"]
mod schema;
#[path = "prepare/fetching.rs"]
mod fetching;
#[path = "prepare/whole.rs"]
mod whole;
