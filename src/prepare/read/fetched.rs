// SPDX-License-Identifier: EUPL-1.2
//! What a folder says of the table that was fetched into it, beside its pages: which edition it
//! is, and what its columns and codes are called.

use crate::prepare::folder::file;
use crate::prepare::recipe::{FileRecipe, TableRecipe};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::io;
use std::path::Path;

/// The name of the file. It is none that pages of figures have.
const NAME: &str = "table.toml";

/// An edition of a table that was fetched.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Edition {
    /// The table's code.
    pub table: String,
    /// What its publisher calls it.
    pub title: String,
    /// When its publisher last changed it, as the publisher writes it.
    pub modified: String,
    /// What was asked for: another selection is fetched anew.
    pub asked: String,
    /// The version of OData that answered.
    pub version: u8,
    /// By the names of columns in the recipe those in the pages.
    #[serde(default)]
    pub columns: BTreeMap<String, String>,
    /// By dimension and title the code in the pages.
    #[serde(default)]
    pub codes: BTreeMap<String, BTreeMap<String, String>>,
}

impl Edition {
    /// What the folder of a table holds; `None` where no table was fetched into it.
    pub fn read(folder: &Path) -> Option<Self> {
        toml::from_str(&file::text(&folder.join(NAME)).ok()?).ok()
    }

    /// Writes it into the folder of its pages.
    ///
    /// # Errors
    /// What the system answered.
    pub fn write(&self, folder: &Path) -> io::Result<()> {
        let text = toml::to_string(self).map_err(io::Error::other)?;
        std::fs::write(folder.join(NAME), text)
    }

    /// The recipe of the files in the folder.
    fn file(&self, recipe: &TableRecipe, path: &Path) -> FileRecipe {
        let column = |name: &str| self.columns.get(name).cloned();
        let code = |dimension: &str, title: &str| {
            self.codes.get(dimension).and_then(|codes| codes.get(title)).cloned()
        };
        let format = if self.version == 4 { "odata-v4" } else { "odata-v3" };
        let file = recipe.file(
            path.to_string_lossy().into_owned(),
            |name| column(name).unwrap_or_else(|| name.to_string()),
            |dimension, title| code(dimension, title).unwrap_or_else(|| title.to_string()),
        );
        FileRecipe { format: Some(format.into()), ..file }
    }
}

/// The files of those tables of a recipe that lie in a folder, in the order of the recipe.
pub fn files(tables: &[TableRecipe], folder: &Path) -> Vec<FileRecipe> {
    let of = |table: &TableRecipe| {
        let path = std::path::absolute(folder.join(&table.id)).ok()?;
        Some(Edition::read(&path)?.file(table, &path))
    };
    tables.iter().filter_map(of).collect()
}
