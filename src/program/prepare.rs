// SPDX-License-Identifier: EUPL-1.2
//! `prepare`: the recipe and the folder that the command line names, and what is asked of them.

use super::bar;
use crate::prepare::folder::{Claim, claim, place};
use crate::prepare::geography::division::Division;
use crate::prepare::geography::gazetteer::Gazetteer;
use crate::prepare::geography::place::Places;
use crate::prepare::guess;
use crate::prepare::problem::{Problem, RECIPE};
use crate::prepare::publish::edition;
use crate::prepare::publish::files;
use crate::prepare::read::input::Progress;
use crate::prepare::read::sources;
use crate::prepare::recipe;
use crate::prepare::recipe::catalogue;
use crate::prepare::report::Report;
use crate::prepare::run::{self, Options};
use crate::prepare::wording;
use clap::Args;
use std::path::{Path, PathBuf};

/// Makes the files that the element reads from official files, or says what is wrong.
#[derive(Debug, Args)]
pub(super) struct Prepare {
    /// The recipe: what the files mean. A folder stands for the recipe.toml in it.
    #[arg(default_value = "recipe.toml")]
    recipe: PathBuf,
    /// The folder to write; it then holds nothing else.
    #[arg(long, default_value = "data")]
    out: PathBuf,
    /// Read and check everything, and write nothing.
    #[arg(long)]
    check: bool,
    /// Write what was withheld and why: text, or JSON where the name ends so.
    #[arg(long, value_name = "FILE")]
    report: Option<PathBuf>,
    /// A folder with what was published before, which stays known: as often as there are. Without
    /// it the folder that is written anew counts, where it holds figures already.
    #[arg(long, value_name = "FOLDER")]
    earlier: Vec<PathBuf>,
    /// Why a threshold below 5 is safe here; stands in the report.
    #[arg(long, value_name = "REASON")]
    allow_small: Option<String>,
    /// Borders for maps: GeoJSON or TopoJSON, in degrees (WGS84) or metres (EPSG:28992). Without
    /// it every municipality is a tile.
    #[arg(long, value_name = "FILE")]
    geometry: Option<PathBuf>,
    /// Who made the borders; stands under the map.
    #[arg(long, value_name = "TEXT", requires = "geometry")]
    geometry_source: Option<String>,
    /// Propose a recipe for this file, on standard output.
    #[arg(long, value_name = "FILE", conflicts_with_all = ["check", "report"])]
    guess: Option<PathBuf>,
    /// Print the JSON Schema of recipes, for editors.
    #[arg(long, conflicts_with_all = ["check", "report", "guess"])]
    schema: bool,
}

impl Prepare {
    /// Does it. The text for standard output; messages go to standard error.
    ///
    /// # Errors
    /// What is wrong with the files.
    pub(super) fn run(&self) -> Result<String, Vec<Problem>> {
        if self.schema {
            return Ok(recipe::SCHEMA.to_string());
        }
        if let Some(file) = &self.guess {
            let catalogue = catalogue::parse("catalogue.toml", catalogue::SHIPPED, &[])?;
            let places = Places::parse(run::REGIONS.as_bytes(), run::ALIASES.as_bytes())?;
            let (division, places) = Division::parse(run::MERGERS.as_bytes(), places, 2025)?;
            let gazetteer = Gazetteer::new(&places, &division);
            return guess::guess(file, &catalogue, &gazetteer).map_err(|p| vec![p]);
        }
        let recipe = match self.recipe.is_dir() {
            true => self.recipe.join(RECIPE),
            false => self.recipe.clone(),
        };
        self.guard(sources::inputs(&recipe)?).map_err(|p| vec![p])?;
        let bar = bar::bytes(sources::bytes_of(&recipe)?);
        let heard = bar.clone();
        let mut earlier = self.earlier.clone();
        if earlier.is_empty() && edition::is_edition(&self.out) {
            earlier.push(self.out.clone());
        }
        let options = Options { earlier, allow_small: self.allow_small.clone() };
        let progress = Progress::to(move |bytes| heard.inc(bytes));
        let figures = run::prepare_with(&recipe, &progress, &options);
        bar.finish_and_clear();
        let mut figures = figures?;
        if let Some(file) = &self.geometry {
            figures.set_borders(file, self.geometry_source.clone())?;
        }
        figures.compare(&self.out);
        if let Some(file) = &self.report {
            save(&Report::of(&figures), file).map_err(|p| vec![p])?;
        }
        let summary = match self.check {
            true => figures.summary,
            false => run::write(figures, &self.out)?,
        };
        Ok(summary.text() + "\n")
    }

    /// What would overwrite a file that is read, or another that is written, is told before any
    /// work.
    fn guard(&self, mut inputs: Vec<PathBuf>) -> Result<(), Problem> {
        inputs.extend(self.geometry.clone());
        // The folder to write may be the earlier edition itself: it is read before it is replaced.
        let out = place::resolved(&self.out).ok();
        let other = |folder: &&PathBuf| place::resolved(folder).ok() != out;
        inputs.extend(self.earlier.iter().filter(other).cloned());
        if let Some(report) = &self.report {
            let told = |found: String, expected: &str| {
                Problem::file(&report.to_string_lossy(), found, expected)
            };
            let at = |path: &Path| place::resolved(path).map_err(|e| wording::io(&e));
            let lies = at(report).map_err(|found| told(found, "een bestand om in te schrijven"))?;
            if inputs.iter().any(|input| at(input).is_ok_and(|input| input == lies)) {
                let found = "een bestand dat hiervoor nodig is".to_string();
                return Err(told(found, "een andere naam voor het verslag"));
            }
            inputs.push(report.clone());
        }
        if self.check { Ok(()) } else { Claim::of(&self.out, files::KIND, &inputs).map(|_| ()) }
    }
}

fn save(report: &Report, file: &Path) -> Result<(), Problem> {
    let json = file.extension().is_some_and(|e| e.eq_ignore_ascii_case("json"));
    let text = if json {
        serde_json::to_string_pretty(report).map_err(|e| e.to_string())
    } else {
        Ok(report.text())
    };
    text.and_then(|text| claim::save(file, text.as_bytes()).map_err(|e| wording::io(&e))).map_err(
        |found| Problem::file(&file.to_string_lossy(), found, "een bestand om in te schrijven"),
    )
}
