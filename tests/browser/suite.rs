// SPDX-License-Identifier: EUPL-1.2
//! What a reader's browser makes of it. Not named `main.rs`, or cargo would also build it for the
//! library, which knows no browser.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test that panics fails, which is what it is for"
)]

mod driver;
mod page;
mod input;
mod gallery;
mod lifecycle;
mod left;
mod links;
mod fetched;
mod failure;
mod mistakes;
mod languages;
mod hostile;
mod register;
mod widths;
mod tables;
mod accessibility;
mod spacing;
mod inline;
mod themes;
mod schemes;
mod parity;
mod pdf;
mod paper;
mod unscripted;
mod framing;
mod frame;
mod sandbox;
mod choosing;
mod pointing;
mod periods;
mod tooltips;
mod maker;
mod embeds;
mod downloads_page;
mod editions;
mod downloads;
mod insight;
mod annotations;
mod rows;
mod module;
mod package;
mod declared;
