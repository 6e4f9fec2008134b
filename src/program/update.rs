// SPDX-License-Identifier: EUPL-1.2
//! `update`: the tables of a recipe, fetched where they are newer, and the figures made of them.

use super::bar;
use super::message::Line;
use crate::prepare::fetch::client::Patience;
use crate::prepare::message::Say;
use crate::prepare::problem::{Problem, RECIPE};
use crate::prepare::read::input::Progress;
use crate::prepare::update::{self, Update as Asked};
use crate::request::Language;
use clap::Args;
use std::path::{Path, PathBuf};

/// Where the recipe of the shipped figures lies in the project.
const SHIPPED: &str = "www/figures/recipe.toml";

/// Fetches the tables of a recipe that are newer, and makes the figures of them.
#[derive(Debug, Args)]
pub(super) struct Update {
    recipe: Option<PathBuf>,
    #[arg(long, default_value = "data")]
    out: PathBuf,
    #[arg(long, value_name = "FOLDER", default_value = "tables")]
    tables: PathBuf,
    #[arg(long, value_name = "FOLDER")]
    earlier: Vec<PathBuf>,
    #[arg(long)]
    keep_going: bool,
    #[arg(long)]
    quiet: bool,
}

/// What is printed, and whether there are new figures.
pub(super) struct Updated {
    pub(super) text: String,
    pub(super) is_new: bool,
}

impl Update {
    /// Does it.
    ///
    /// # Errors
    /// What could not be fetched, and what is wrong with the files.
    pub(super) fn run(&self, language: Language) -> Result<Updated, Vec<Problem>> {
        let asked = Asked {
            recipe: self.recipe(),
            out: self.out.clone(),
            tables: self.tables.clone(),
            earlier: self.earlier.clone(),
            keep_going: self.keep_going,
            patience: Patience::default(),
        };
        let bar = bar::pages();
        let fetching = |table: &str, page: usize| {
            bar.set_message(Line::TablePage(table.into(), page).say(language));
        };
        let updated = update::update(&asked, &fetching, &Progress::default());
        bar.finish_and_clear();
        let updated = updated?;
        let line = updated.line(&self.out.to_string_lossy(), language);
        let text = match self.quiet {
            true => line + "\n",
            false => [&updated.text(language), "\n", &line, "\n"].concat(),
        };
        Ok(Updated { text, is_new: updated.is_new })
    }

    /// The recipe that is named, or else the one here, or else that of the shipped figures.
    fn recipe(&self) -> PathBuf {
        match &self.recipe {
            Some(folder) if folder.is_dir() => folder.join(RECIPE),
            Some(file) => file.clone(),
            None if !Path::new(RECIPE).exists() && Path::new(SHIPPED).exists() => SHIPPED.into(),
            None => RECIPE.into(),
        }
    }
}
