// SPDX-License-Identifier: EUPL-1.2
//! A recipe proposed for a table that nobody has described. Reads that one file and writes
//! nothing.

mod profile;
mod meaning;
mod columns;
mod hint;
mod draft;
mod figures;
mod workbook;
mod proposal;

pub use proposal::guess;
