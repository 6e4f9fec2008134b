// SPDX-License-Identifier: EUPL-1.2
//! The files that a recipe names.

use super::entry;
use crate::prepare::problem::Problem;
use crate::prepare::recipe::Recipe;
use std::path::{Path, PathBuf};

/// How many bytes the files of a recipe have together.
///
/// # Errors
/// What is wrong with the recipe.
pub fn bytes_of(path: &Path) -> Result<u64, Vec<Problem>> {
    let recipe = Recipe::read(path)?;
    let folder = path.parent().unwrap_or(Path::new("."));
    let mut bytes = 0;
    for file in &recipe.file {
        // What cannot be read is reported when it is read.
        let pages = entry::pages(&folder.join(&file.path)).unwrap_or_default();
        bytes += pages.iter().filter_map(|p| Some(p.metadata().ok()?.len())).sum::<u64>();
    }
    Ok(bytes)
}

/// The files and folders that are read for a recipe.
///
/// # Errors
/// What is wrong with the recipe.
pub fn inputs(path: &Path) -> Result<Vec<PathBuf>, Vec<Problem>> {
    let recipe = Recipe::read(path)?;
    let folder = path.parent().unwrap_or(Path::new("."));
    let named = recipe.file.iter().map(|file| &file.path);
    let named = named.chain(&recipe.catalogue).chain(&recipe.regions).chain(&recipe.earlier);
    let named = named.chain(&recipe.tables);
    Ok(named.map(|name| folder.join(name)).chain([path.to_path_buf()]).collect())
}
