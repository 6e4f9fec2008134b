// SPDX-License-Identifier: EUPL-1.2
//! Every word that a visitor reads, and the numbers and dates among them.

pub mod number;
#[cfg(feature = "areas")]
pub mod regional;
pub mod words;
pub mod nl;
pub mod en;
pub mod language;
pub mod value;
mod statement;
#[cfg(feature = "single")]
pub mod sentence;
#[cfg(feature = "areas")]
pub mod areas;
#[cfg(feature = "regional")]
pub mod ranking;
#[cfg(feature = "regional")]
pub mod funnel;
#[cfg(feature = "overview")]
pub mod overview;
#[cfg(feature = "overview")]
pub mod profile;
#[cfg(feature = "overview")]
pub mod heatmap;
pub mod message;
