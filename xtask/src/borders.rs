// SPDX-License-Identifier: EUPL-1.2
//! The borders that the program carries, `www/figures/borders.json`, from a published file of them.

use std::fs;
use std::path::PathBuf;

use anyhow::{Context, Result, anyhow};
use kansrijke_start::prepare::geography::boundaries::Boundaries;
use kansrijke_start::prepare::geography::gazetteer::Gazetteer;
use kansrijke_start::prepare::geography::place::Places;
use kansrijke_start::prepare::geography::tables::{ALIASES, MERGERS, REGIONS};
use kansrijke_start::prepare::geometry::{atlas, borders};

use crate::project;

/// The year of whose boundaries `regions.csv` is.
const YEAR: i32 = 2025;

/// What is to be renewed.
#[derive(clap::Args)]
pub struct Wanted {
    /// GeoJSON or TopoJSON, such as that of CBS and Kadaster.
    file: PathBuf,
    /// Who made the borders, and under which licence; stands below each map.
    #[arg(long)]
    source: String,
}

/// Writes the file.
pub fn run(wanted: &Wanted) -> Result<()> {
    let wrong = |problem| anyhow!("{problem:?}");
    let places = Places::parse(REGIONS.as_bytes(), ALIASES.as_bytes()).map_err(wrong)?;
    let (boundaries, places) =
        Boundaries::parse(MERGERS.as_bytes(), places, YEAR).map_err(wrong)?;
    let gazetteer = Gazetteer::new(&places, &boundaries);
    let source = Some(wanted.source.clone());
    let borders = borders::read(&wanted.file, source, &gazetteer, &places).map_err(wrong)?;
    for warning in &borders.warnings {
        eprintln!("{warning:?}");
    }
    let path = project::path("www/figures/borders.json");
    let bytes = atlas::source(&borders).bytes().context("borders are not JSON")?;
    fs::write(&path, [&bytes[..], b"\n"].concat())?;
    println!("{}: {} bytes", path.display(), bytes.len());
    Ok(())
}
