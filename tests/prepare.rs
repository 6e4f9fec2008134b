// SPDX-License-Identifier: EUPL-1.2
//! The figures that the project ships, from their tables to the files that are served.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test that panics fails, which is what it is for"
)]

#[path = "support/records.rs"]
mod records;
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
#[path = "prepare/signs.rs"]
mod signs;
#[path = "prepare/wrong.rs"]
mod wrong;
#[path = "prepare/guessing.rs"]
mod guessing;
#[path = "prepare/rerun.rs"]
mod rerun;
#[path = "prepare/refusal.rs"]
mod refusal;
#[path = "prepare/through_time.rs"]
mod through_time;
#[path = "prepare/disclosure.rs"]
mod disclosure;
#[path = "prepare/attacker.rs"]
mod attacker;
#[path = "prepare/tables.rs"]
mod tables;
#[path = "prepare/attack.rs"]
mod attack;
#[path = "prepare/narrow.rs"]
mod narrow;
#[path = "prepare/sacrifice.rs"]
mod sacrifice;
#[path = "prepare/audited.rs"]
mod audited;
#[path = "prepare/geometry.rs"]
mod geometry;
#[path = "prepare/schema.rs"]
mod schema;
#[path = "prepare/fetching.rs"]
mod fetching;
#[path = "prepare/guard.rs"]
mod guard;
#[path = "prepare/whole.rs"]
mod whole;
