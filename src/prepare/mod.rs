// SPDX-License-Identifier: EUPL-1.2
//! From official files to published figures: reading, rebuilding on one division, summing,
//! disclosure control, writing. Native only.

pub mod problem;
pub mod wording;
pub mod folder;
pub mod table;
pub mod number;
pub mod sign;
pub mod when;
pub mod record;
pub mod required;
pub mod declared;
pub mod catalogue;
pub mod level;
pub mod recipe;
pub mod place;
pub mod audit;
pub mod change;
pub mod division;
pub mod gazetteer;
pub mod wrapped;
pub mod input;
pub mod garbled;
pub mod format;
pub mod raw;
pub mod columns;
pub mod said;
pub mod hash;
pub mod keys;
pub mod gather;
pub mod tally;
pub mod bind;
pub mod read;
pub mod sources;
pub mod rebuild;
pub mod suppression;
pub mod geometry;
mod measure;
pub mod publish;
pub mod files;
pub mod edition;
pub mod changes;
pub mod run;
pub mod report;
pub mod sight;
mod meaning;
mod draft;
mod figures;
pub mod guess;
mod address;
pub mod client;
pub mod fetch;
pub mod command;

pub use run::{Summary, run};
