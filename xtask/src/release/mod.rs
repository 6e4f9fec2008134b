// SPDX-License-Identifier: EUPL-1.2
//! `cargo xtask release VERSION`: from a commit to the files of a release, the same to the byte
//! wherever they are made. It publishes nothing.

use anyhow::{Context, Result};

use crate::step::step;
use crate::{build, project};

pub mod moment;
pub mod notes;
pub mod ready;
pub mod shelf;
pub mod archive;
pub mod parts;
pub mod bill;
pub mod licences;
pub mod upload;
pub mod package;
pub mod program;
pub mod served;

use archive::Contents;
use moment::Moment;
use parts::Parts;
use shelf::Shelf;

/// What is asked for.
#[derive(clap::Args)]
pub struct Wanted {
    /// The version, as Cargo.toml says it.
    version: String,
    /// Make only the program, for the system that this runs on.
    #[arg(long)]
    program: bool,
    /// Where the sources are published; the package for npm names it.
    #[arg(long, value_name = "ADDRESS")]
    repository: Option<String>,
}

/// Makes the files, below `target/release-files/`.
pub fn run(wanted: &Wanted) -> Result<()> {
    let root = project::path("");
    let notes = ready::check(&root, &wanted.version, project::VERSION)?;
    let at = Moment::of_commit(&root)?;
    let mut shelf = Shelf::new(folder());
    let name = format!("kansrijke-start-{}", project::VERSION);
    if !wanted.program {
        build::run()?;
        ready::tree(&root).context("the build renewed files that are in the repository")?;
        step("files for sites", || {
            let parts = parts::of_browser()?;
            let licences = licences::text(&parts)?;
            shelf.put(format!("{name}.zip"), upload::contents(&name, &licences)?.zip(&at)?);
            shelf.put(format!("{name}.cdx.json"), bill::of(&parts, false, &at)?);
            for (system, folder) in
                [("wordpress", "kansrijke-start"), ("drupal", "kansrijke_start")]
            {
                let sources = project::pkg().join("integrations").join(system).join(folder);
                let mut plugin = Contents::default();
                plugin.put_folder(folder, &sources, &[])?;
                plugin.put(format!("{folder}/LICENSE"), std::fs::read(root.join("LICENSE"))?);
                shelf.put(format!("{name}-{system}.zip"), plugin.zip(&at)?);
            }
            Ok(())
        })?;
        step("package for npm", || {
            shelf.put(format!("{name}.tgz"), package::pack(wanted.repository.as_deref())?);
            Ok(())
        })?;
        shelf.put(format!("{name}-notes.md"), notes.into_bytes());
    }
    step("program", || {
        let target = program::target()?;
        let parts: Parts = parts::of_target(&target)?;
        let (archive, bytes) = program::archive(&target, &licences::text(&parts)?, &at)?;
        shelf.put(archive, bytes);
        shelf.put(format!("{name}-{target}.cdx.json"), bill::of(&parts, true, &at)?);
        Ok(())
    })?;
    println!("{}", shelf.write()?.display());
    Ok(())
}

/// Where the files of this version are put.
pub fn folder() -> std::path::PathBuf {
    project::target().join("release-files").join(project::VERSION)
}
