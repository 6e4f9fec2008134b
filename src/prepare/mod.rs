// SPDX-License-Identifier: EUPL-1.2
//! From official files to published figures: reading, rebuilding on one division, summing,
//! disclosure control, writing. Native only.

pub mod problem;
pub mod wording;
pub mod folder;
pub mod table;
pub mod number;
pub mod when;
pub mod record;
pub mod catalogue;
pub mod level;
pub mod recipe;
pub mod declared;
pub mod place;
pub mod change;
pub mod division;
pub mod gazetteer;
pub mod input;
pub mod format;
pub mod raw;
pub mod columns;
pub mod said;
pub mod hash;
pub mod keys;
pub mod gather;
pub mod bind;
pub mod read;
pub mod sources;
pub mod rebuild;
pub mod relation;
pub mod elimination;
pub mod bounds;
pub mod rule;
pub mod protection;
pub mod control;
pub mod geometry;
mod measure;
pub mod publish;
pub mod files;
pub mod run;
pub mod report;
pub mod sight;
pub mod guess;
mod address;
pub mod client;
pub mod fetch;
pub mod command;

pub use run::{Summary, run};
