// SPDX-License-Identifier: EUPL-1.2
//! Which municipalities one is set beside: those that border on it, and those that are most like it in
//! what is no outcome. Knows borders and characteristics, and no figure of any indicator.

mod characteristics;
mod written;

use crate::prepare::geography::place::Places;
use crate::prepare::geometry::Atlas;
use crate::prepare::problem::Problem;
use characteristics::Characteristics;
use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::Path;

/// The folder of these files, each of a municipality by its code. The element asks for the same
/// (`www/element/files.js`).
pub const FOLDER: &str = "comparators";

/// The JSON Schema of these files, written beside their folder.
pub const SCHEMA: &str = include_str!("comparators.schema.json");

/// What is known of municipalities by which they are set beside each other.
#[derive(Clone, Debug)]
pub struct Comparators {
    neighbours: BTreeMap<String, Vec<String>>,
    /// Who made the borders.
    source: Option<String>,
    characteristics: Characteristics,
    /// As an earlier folder has them, by the names of their files.
    kept: Vec<(String, Vec<u8>)>,
}

impl Comparators {
    /// By the borders of an atlas, and by the characteristics that come with the program.
    ///
    /// # Errors
    /// What is wrong with the table of characteristics.
    pub fn of(atlas: &Atlas, places: &Places) -> Result<Self, Vec<Problem>> {
        let characteristics = Characteristics::shipped(places)?;
        let mut made =
            Self { neighbours: BTreeMap::new(), source: None, characteristics, kept: Vec::new() };
        made.set_borders(atlas);
        Ok(made)
    }

    /// Lets the borders of an atlas say which municipalities are neighbours.
    pub fn set_borders(&mut self, atlas: &Atlas) {
        (self.neighbours, self.source) = atlas.neighbours();
    }

    /// Those of a folder that stands already, which may have other borders; where it has none, what is
    /// known here.
    ///
    /// # Errors
    /// What the system answered.
    pub fn keep(&mut self, folder: &Path) -> io::Result<()> {
        let folder = folder.join(FOLDER);
        if !folder.is_dir() {
            return Ok(());
        }
        for entry in fs::read_dir(folder)? {
            let entry = entry?;
            let name = entry.file_name().to_string_lossy().into_owned();
            self.kept.push(([FOLDER, "/", &name].concat(), fs::read(entry.path())?));
        }
        self.kept.sort();
        Ok(())
    }
}
