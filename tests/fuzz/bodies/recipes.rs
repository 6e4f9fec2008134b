// SPDX-License-Identifier: EUPL-1.2
//! Recipes, catalogues, files of tables to fetch and templates of factsheets: what is written in
//! TOML.

use kansrijke_start::factsheet::template::Template;
use kansrijke_start::prepare::recipe::{Recipe, TableRecipe, catalogue};

/// Whether it was one of them.
pub fn run(bytes: &[u8]) -> bool {
    let text = String::from_utf8_lossy(bytes);
    let recipe = Recipe::parse("recipe.toml", &text);
    let catalogue = catalogue::parse("catalogue.toml", &text, &[]);
    let tables = TableRecipe::parse("tables.toml", &text);
    let template = Template::parse("factsheet.toml", &text, |_| true);
    recipe.is_ok() || catalogue.is_ok() || tables.is_ok() || template.is_ok()
}
