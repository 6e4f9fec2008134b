// SPDX-License-Identifier: EUPL-1.2
//! What a maker of figures wrote down: the recipe, with the tables that it is kept up to date from
//! and what it declares to add up, and the catalogue of indicators. Reads these files and no
//! others; it checks them against themselves, not against the figures.

pub mod level;
mod required;
mod publisher;
pub mod declared;
pub mod catalogue;
mod file;
mod derived;
pub mod table;
mod document;

pub use derived::Rate;
pub use document::{Group, Pool, Recipe, SCHEMA};
pub use file::{
    COLUMNS, Empty, FileRecipe, Groups, SHEET, SWING, Scope, Series, SheetRecipe, Texts,
};
pub use publisher::{Contact, Publisher};
pub use table::TableRecipe;
