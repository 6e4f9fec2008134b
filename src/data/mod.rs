// SPDX-License-Identifier: EUPL-1.2
//! The published files: JSON-stat 2.0, read by one set of structs wherever it comes from.

pub mod cells;
pub mod jsonstat;
pub mod dataset;
mod release;
#[cfg(feature = "single")]
pub mod selection;
#[cfg(feature = "areas")]
pub mod areas;
#[cfg(feature = "regional")]
pub mod funnel;
#[cfg(feature = "overview")]
pub mod spread;
#[cfg(feature = "overview")]
pub mod standing;
#[cfg(feature = "overview")]
pub mod overview;
