// SPDX-License-Identifier: EUPL-1.2
//! A number that is withheld leaves no trace: two files that differ only in such numbers give the
//! same bytes in every view and form; and a file that no `prepare` wrote shows nothing that it should
//! not. How `prepare` suppresses numbers is among its own tests.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test that fails should stop"
)]

#[path = "../support/mod.rs"]
mod support;
mod single;
mod regions;
mod insight;
mod overview;
mod factsheet;
mod hostile;
mod workbook;
