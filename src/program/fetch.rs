// SPDX-License-Identifier: EUPL-1.2
//! `fetch`: a table that the command line names, downloaded into a folder.

use super::bar;
use crate::prepare::fetch::client::Patience;
use crate::prepare::fetch::{self, Catalog};
use crate::prepare::problem::Problem;
use clap::Args;
use std::path::PathBuf;

/// Downloads a table of CBS or RIVM into files that prepare reads.
#[derive(Debug, Args)]
pub(super) struct Fetch {
    /// The table's code, such as 37201.
    table: String,
    /// CBS, RIVM, or the address of an OData version 4 service.
    #[arg(long, default_value = "CBS")]
    catalog: String,
    /// The address of the version 3 service, for tables that version 4 does not have.
    #[arg(long, value_name = "ADDRESS")]
    catalog_v3: Option<String>,
    /// The folder for the files; the table's code when left out.
    #[arg(long)]
    out: Option<PathBuf>,
}

impl Fetch {
    /// Does it. The text for standard output.
    ///
    /// # Errors
    /// What the server answered.
    pub(super) fn run(&self) -> Result<String, Vec<Problem>> {
        let mut catalog = Catalog::named(&self.catalog);
        if let Some(three) = &self.catalog_v3 {
            catalog.three = three.trim_end_matches('/').to_string();
        }
        let folder = self.out.clone().unwrap_or_else(|| PathBuf::from(&self.table));
        let bar = bar::pages();
        let told = |page: usize| bar.set_message(format!("pagina {page}"));
        let fetched = fetch::fetch(&self.table, &catalog, &folder, &Patience::default(), &told);
        bar.finish_and_clear();
        let fetched = fetched.map_err(|p| vec![p])?;
        Ok(format!(
            "{} pagina's in {} (OData versie {})\nEen recept: kansrijke-start prepare --guess {}\n",
            fetched.pages,
            folder.display(),
            fetched.version,
            folder
                .join(if fetched.version == 4 { "observations-1.json" } else { "typed-1.json" })
                .display(),
        ))
    }
}
