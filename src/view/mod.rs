// SPDX-License-Identifier: EUPL-1.2
//! What one view shows of a data file: which regions and periods, released by disclosure control,
//! and how they compare. Only this folder reads a file's records, and only `release` lets one out.

pub mod available;
mod release;
mod choice;
pub mod single;
pub mod icons;
mod places;
pub mod members;
pub mod funnel;
pub mod insight;
pub mod map;
pub mod spread;
pub mod assessment;
pub mod overview;
pub mod story;
pub mod panel;
