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
mod annotations;
mod cite;
#[path = "../support/service.rs"]
#[allow(dead_code, reason = "the tests of `prepare` use the rest")]
mod service;
#[path = "../support/statline.rs"]
#[allow(dead_code, reason = "the tests of `prepare` use the rest")]
mod statline;
mod draw;
mod factsheet;
mod language;
mod linked;
mod readme;
mod sets;
mod update;
mod views;
mod list;
mod workbook;
