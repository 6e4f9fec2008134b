// SPDX-License-Identifier: EUPL-1.2
//! The figures that the project ships, from their tables to the files that are served.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test that panics fails, which is what it is for"
)]

#[path = "../support/records.rs"]
mod records;
#[path = "../support/service.rs"]
mod service;
#[path = "../support/statline.rs"]
mod statline;
mod linear;
mod leaks;
mod shipped;
mod births;
mod cells;
mod derived;
mod folder;
mod reading;
mod workbooks;
mod opendocument;
mod hostile;
mod swing;
mod signs;
mod wrong;
mod guessing;
mod rerun;
mod editions;
mod told;
mod joined;
mod refusal;
mod through_time;
mod disclosure;
mod attacker;
mod tables;
mod comparators;
mod attack;
mod narrow;
mod sacrifice;
mod audited;
mod geometry;
mod schema;
mod fetching;
mod updating;
mod guard;
mod whole;
mod sentences;
mod trail;
mod traced;
