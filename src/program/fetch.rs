// SPDX-License-Identifier: EUPL-1.2
//! `fetch`: a table that the command line names, downloaded into a folder.

use super::bar;
use super::message::Line;
use crate::prepare::fetch::client::Patience;
use crate::prepare::fetch::{self, Catalog};
use crate::prepare::message::Say;
use crate::prepare::problem::Problem;
use crate::prepare::recipe::table::{self, TableRecipe};
use crate::request::Language;
use clap::Args;
use std::collections::BTreeSet;
use std::path::PathBuf;

/// Downloads a table of CBS or RIVM into files that prepare reads.
#[derive(Debug, Args)]
pub(super) struct Fetch {
    #[arg(required_unless_present = "list")]
    table: Option<String>,
    #[arg(long, exclusive = true)]
    list: bool,
    #[arg(long, default_value = "CBS")]
    catalog: String,
    #[arg(long, value_name = "ADDRESS")]
    catalog_v3: Option<String>,
    #[arg(long)]
    out: Option<PathBuf>,
}

impl Fetch {
    /// Does it. The text for standard output.
    ///
    /// # Errors
    /// What the server answered.
    pub(super) fn run(&self, language: Language) -> Result<String, Vec<Problem>> {
        let Some(table) = &self.table else { return list(language) };
        let mut catalog = Catalog::named(&self.catalog);
        if let Some(three) = &self.catalog_v3 {
            catalog.three = three.trim_end_matches('/').to_string();
        }
        let folder = self.out.clone().unwrap_or_else(|| PathBuf::from(table));
        let bar = bar::pages();
        let progress = |page: usize| bar.set_message(Line::Page(page).say(language));
        let fetched = fetch::fetch(table, &catalog, &folder, &Patience::default(), &progress);
        bar.finish_and_clear();
        let fetched = fetched.map_err(|p| vec![p])?;
        let first = if fetched.version == 4 { "observations-1.json" } else { "typed-1.json" };
        let first = folder.join(first).display().to_string();
        let folder = folder.display().to_string();
        let done = Line::Fetched(fetched.pages, folder, fetched.version.into());
        Ok(format!("{}\n{}\n", done.say(language), Line::Guess(first).say(language)))
    }
}

/// The tables of the shipped figures, a line for each.
fn list(language: Language) -> Result<String, Vec<Problem>> {
    let tables = TableRecipe::parse("tables.toml", table::SHIPPED)?;
    let mut lines = String::new();
    for table in tables {
        let ids: BTreeSet<String> = table.series.into_iter().filter_map(|s| s.indicator).collect();
        let ids = ids.into_iter().collect::<Vec<String>>().join(", ");
        let code = format!("{:<10}{:<5}", table.id, table.catalogue);
        lines.push_str(&Line::ListedTable(code, table.title, ids).say(language));
        lines.push('\n');
    }
    Ok(lines)
}
