// SPDX-License-Identifier: EUPL-1.2
//! `prepare`: the recipe and the folder that the command line names, and what is asked of them.

use super::bar;
use super::message::Line;
use crate::prepare::folder::{Claim, claim, place};
use crate::prepare::geography::boundaries::Boundaries;
use crate::prepare::geography::gazetteer::Gazetteer;
use crate::prepare::geography::place::Places;
use crate::prepare::geography::tables;
use crate::prepare::guess;
use crate::prepare::library;
use crate::prepare::message::{Expected, Found, Say};
use crate::prepare::problem::{Problem, RECIPE};
use crate::prepare::publish::edition;
use crate::prepare::publish::files;
use crate::prepare::publish::kept;
use crate::prepare::read::input::Progress;
use crate::prepare::read::sources;
use crate::prepare::recipe;
use crate::prepare::recipe::catalogue;
use crate::prepare::run::report::Report;
use crate::prepare::run::{self, Options};
use crate::request::Language;
use clap::Args;
use std::path::{Path, PathBuf};

/// Makes the files that the element reads from official files, or says what is wrong.
#[derive(Debug, Args)]
pub(super) struct Prepare {
    #[arg(default_value = "recipe.toml")]
    recipe: PathBuf,
    #[arg(long, default_value = "data")]
    out: PathBuf,
    #[arg(long, value_name = "FOLDER", conflicts_with_all = ["guess", "schema"])]
    add: Option<PathBuf>,
    #[arg(long)]
    check: bool,
    #[arg(long, value_name = "FILE")]
    report: Option<PathBuf>,
    #[arg(long, value_name = "FOLDER")]
    earlier: Vec<PathBuf>,
    #[arg(long, conflicts_with_all = ["check", "guess", "schema"])]
    keep_edition: bool,
    #[arg(long, value_name = "FOLDER")]
    tables: Option<PathBuf>,
    #[arg(long, value_name = "REASON")]
    allow_small: Option<String>,
    #[arg(long, value_name = "FILE")]
    geometry: Option<PathBuf>,
    #[arg(long, value_name = "TEXT", requires = "geometry")]
    geometry_source: Option<String>,
    #[arg(long)]
    compress: bool,
    #[arg(long, value_name = "ADDRESS", value_parser = address)]
    base: Option<String>,
    #[arg(long, value_name = "FILE", conflicts_with_all = ["check", "report"])]
    guess: Option<PathBuf>,
    #[arg(long, conflicts_with_all = ["check", "report", "guess"])]
    schema: bool,
}

impl Prepare {
    /// Does it. The text for standard output; messages go to standard error.
    ///
    /// # Errors
    /// What is wrong with the files.
    pub(super) fn run(&self, language: Language) -> Result<String, Vec<Problem>> {
        if self.schema {
            return Ok(recipe::SCHEMA.to_string());
        }
        if let Some(file) = &self.guess {
            let catalogue = catalogue::parse("catalogue.toml", catalogue::SHIPPED, &[])?;
            let places = Places::parse(tables::REGIONS.as_bytes(), tables::ALIASES.as_bytes())?;
            let (boundaries, places) = Boundaries::parse(tables::MERGERS.as_bytes(), places, 2025)?;
            let gazetteer = Gazetteer::new(&places, &boundaries);
            return guess::guess(file, &catalogue, &gazetteer, language).map_err(|p| vec![p]);
        }
        let recipe = match self.recipe.is_dir() {
            true => self.recipe.join(RECIPE),
            false => self.recipe.clone(),
        };
        self.guard(sources::inputs(&recipe)?).map_err(|p| vec![p])?;
        let bar = bar::bytes(sources::bytes_of(&recipe)?, language);
        let reported = bar.clone();
        let mut earlier = self.earlier.clone();
        if earlier.is_empty() {
            // What stays beside the folder stays known.
            earlier = kept::all(&self.out);
            earlier.extend(Some(self.out.clone()).filter(|out| edition::is_edition(out)));
        }
        let (allow_small, tables) = (self.allow_small.clone(), self.tables.clone());
        let options = Options { earlier, allow_small, tables };
        let progress = Progress::to(move |bytes| reported.inc(bytes));
        let figures = match &self.add {
            Some(folder) => run::join(&recipe, folder, &progress, &options),
            None => run::prepare_with(&recipe, &progress, &options),
        };
        bar.finish_and_clear();
        let mut figures = figures?;
        figures.is_compressed = self.compress;
        if let Some(file) = &self.geometry {
            figures.set_borders(file, self.geometry_source.clone())?;
        }
        figures.base.clone_from(&self.base);
        let former = self.add.iter().find(|_| !edition::is_edition(&self.out));
        figures.compare(former.unwrap_or(&self.out));
        if let Some(file) = &self.report {
            save(&Report::of(&figures, language), file).map_err(|p| vec![p])?;
        }
        if self.check {
            return Ok(figures.summary.text(language) + "\n");
        }
        let mut kept = String::new();
        let mut keep = || match self.keep_edition.then(|| kept::keep(&self.out)) {
            None | Some(Ok(None)) => Ok(()),
            Some(Ok(Some(folder))) => {
                kept.push_str(&(Line::Kept(folder.display().to_string()).say(language) + "\n"));
                Ok(())
            }
            Some(Err(problem)) => Err(vec![problem]),
        };
        // What stood there, which may not have been kept; and what takes its place, so that a page
        // can name its edition from its first day.
        keep()?;
        let summary = run::write(figures, &self.out)?;
        keep()?;
        Ok(summary.text(language) + "\n" + &kept)
    }

    /// What would overwrite a file that is read, or another that is written, is refused before any
    /// work.
    fn guard(&self, mut inputs: Vec<PathBuf>) -> Result<(), Problem> {
        inputs.extend(self.geometry.iter().chain(&self.tables).cloned());
        // The folder to write may be the earlier edition itself: it is read before it is replaced.
        let out = place::resolved(&self.out).ok();
        let other = |folder: &&PathBuf| place::resolved(folder).ok() != out;
        inputs.extend(self.earlier.iter().chain(&self.add).filter(other).cloned());
        if let Some(report) = &self.report {
            let refused = |found: Found, expected: Expected| {
                Problem::file(&report.to_string_lossy(), found, expected)
            };
            let at = |path: &Path| place::resolved(path).map_err(|e| library::io(&e));
            let lies = at(report).map_err(|found| refused(found, Expected::WritableFile))?;
            if inputs.iter().any(|input| at(input).is_ok_and(|input| input == lies)) {
                return Err(refused(Found::Input, Expected::OtherReportName));
            }
            inputs.push(report.clone());
        }
        if self.check { Ok(()) } else { Claim::of(&self.out, files::KIND, &inputs).map(|_| ()) }
    }
}

/// The address of a folder on a site.
fn address(text: &str) -> Result<String, String> {
    let rest = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"));
    let is_plain = |b: u8| b.is_ascii_alphanumeric() || b"-._~%:/".contains(&b);
    let is_address =
        rest.is_some_and(|r| !r.is_empty() && !r.starts_with('/') && r.bytes().all(is_plain));
    let expected = "https://www.example.nl/kansrijke-start/data/";
    is_address.then(|| text.to_string()).ok_or_else(|| expected.to_string())
}

fn save(report: &Report, file: &Path) -> Result<(), Problem> {
    let json = file.extension().is_some_and(|e| e.eq_ignore_ascii_case("json"));
    let text = match json {
        true => serde_json::to_string_pretty(report).map_err(library::json),
        false => Ok(report.text()),
    };
    let saved = text
        .and_then(|text| claim::save(file, text.as_bytes()).map_err(|error| library::io(&error)));
    saved.map_err(|found| Problem::file(&file.to_string_lossy(), found, Expected::WritableFile))
}
