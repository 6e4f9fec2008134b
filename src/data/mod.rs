// SPDX-License-Identifier: EUPL-1.2
//! The published files: JSON-stat 2.0, read by one set of structs wherever it comes from. Turns
//! bytes into records, and knows no request.

pub mod cells;
pub mod jsonstat;
pub mod custom;
pub mod geometry;
pub mod comparators;
mod size;
mod periods;
pub mod dataset;
