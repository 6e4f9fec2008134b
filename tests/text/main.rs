// SPDX-License-Identifier: EUPL-1.2
//! What sentences, labels and errors say: it agrees with what is computed apart from the library.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice,
    reason = "a test that fails should stop"
)]

#[path = "../support/mod.rs"]
mod support;
mod apart;
mod messages;
mod verdicts;
mod recent;
mod comparators;
mod compare;
mod funnel;
mod insight;
mod headline;
mod overview;
mod plain;
mod national;
mod inline;
