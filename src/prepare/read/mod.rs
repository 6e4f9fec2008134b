// SPDX-License-Identifier: EUPL-1.2
//! Official files into records, as their rows have them: opens them, recognises their form, and
//! reads what the recipe wants of every row. It changes no number, writes nothing, and does not
//! know what is published.

mod wrapped;
pub mod input;
pub mod format;
mod columns;
mod remarks;
mod hash;
mod keys;
mod builder;
mod tally;
pub mod rows;
mod cells;
mod outcome;
mod sheet;
pub mod swing;
pub mod entry;
pub mod fetched;
pub mod sources;
