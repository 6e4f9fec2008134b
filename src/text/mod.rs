// SPDX-License-Identifier: EUPL-1.2
//! Every word that a visitor reads, and the numbers and dates among them. Knows what a view found,
//! and never a file.

pub mod number;
pub mod template;
pub mod words;
pub mod nl;
pub mod en;
pub mod language;
pub mod value;
mod statement;
pub mod narrative;
mod headline;
pub mod single;
pub mod members;
pub mod ranking;
pub mod funnel;
pub mod insight;
pub mod map;
pub mod overview;
pub mod profile;
pub mod heatmap;
pub mod story;
pub mod brief;
pub mod message;
pub mod advice;
#[cfg(not(target_arch = "wasm32"))]
pub mod comparators;
