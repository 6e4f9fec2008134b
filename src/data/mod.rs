// SPDX-License-Identifier: EUPL-1.2
//! The published files: JSON-stat 2.0, read by one set of structs wherever it comes from.

pub mod cells;
pub mod jsonstat;
pub mod geometry;
pub mod dataset;
mod release;
pub mod selection;
pub mod areas;
pub mod funnel;
pub mod map;
pub mod spread;
pub mod standing;
pub mod overview;
