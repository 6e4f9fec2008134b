// SPDX-License-Identifier: EUPL-1.2
//! What a maker of figures wrote down: the recipe, with what it declares to add up, and the
//! catalogue of indicators. Reads these two files and no others; it checks them against
//! themselves, not against the figures.

pub mod level;
mod required;
pub mod declared;
pub mod catalogue;
mod file;
mod document;

pub use document::{Group, Pool, Recipe, SCHEMA};
pub use file::{COLUMNS, FileRecipe, Groups, SHEET, SWING, Series, SheetRecipe, Texts};
