// SPDX-License-Identifier: EUPL-1.2
//! Recipes and catalogues.
#![no_main]

use kansrijke_start::prepare::recipe::catalogue;
use kansrijke_start::prepare::recipe::Recipe;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let _ = Recipe::parse("recipe.toml", text);
    let _ = catalogue::parse("catalogue.toml", text, &[]);
});
