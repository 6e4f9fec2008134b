// SPDX-License-Identifier: EUPL-1.2
//! The command line: the native twin of the element, and what prepares its files.
//!
//! Exit codes: 0 done, 1 the data were refused, 2 wrong usage.

mod attributes;
mod form;
mod oembed;
mod bar;
mod all;
mod draw;
mod prepare;
mod fetch;

use crate::data::dataset::Dataset;
use crate::data::geometry::Geometry;
use crate::data::jsonstat::JsonStat;
use crate::error::Error;
use crate::json::Value;
use crate::prepare::problem::Problem;
use crate::prepare::wording::counted;
use clap::{Parser, Subcommand};
use draw::Draw;
use fetch::Fetch;
use prepare::Prepare;
use std::ffi::OsString;
use std::io::Write;
use std::path::Path;
use std::process::ExitCode;

/// Charts of how the youngest children of a Dutch municipality start in life.
#[derive(Debug, Parser)]
#[command(name = "kansrijke-start", version)]
struct Program {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Draw one chart to standard output, or all of them into a folder; the options are named as
    /// the element's attributes.
    Draw(Box<Draw>),
    /// Make the files that the element reads from official files.
    Prepare(Prepare),
    /// Download a table of CBS or RIVM into files that prepare reads.
    Fetch(Fetch),
}

/// Runs the program with its arguments, the first of which is its name.
pub fn run(arguments: impl IntoIterator<Item = OsString>) -> ExitCode {
    let program = match Program::try_parse_from(arguments) {
        Ok(program) => program,
        Err(error) => {
            // Help that was asked for goes to standard output and is no failure.
            let code = u8::try_from(error.exit_code()).unwrap_or(2);
            return error.print().map_or(ExitCode::from(2), |()| ExitCode::from(code));
        }
    };
    match program.command {
        Command::Draw(draw) => draw.run(),
        Command::Prepare(prepare) => told(prepare.run()),
        Command::Fetch(fetch) => told(fetch.run()),
    }
}

/// Prints what a command has to say, or what is wrong with the files.
fn told(result: Result<String, Vec<Problem>>) -> ExitCode {
    match result {
        Ok(text) => printed(&text),
        Err(problems) => {
            for problem in &problems {
                eprintln!("{problem}");
            }
            let wrong = counted(problems.len() as u64, "fout", "fouten");
            eprintln!("Niets geschreven: {wrong}.");
            ExitCode::from(1)
        }
    }
}

fn printed(text: &str) -> ExitCode {
    let written = std::io::stdout().write_all(text.as_bytes());
    written.map_or(ExitCode::from(1), |()| ExitCode::SUCCESS)
}

/// Reads an indicator's file, or, for an empty id, the one of many indicators.
///
/// # Errors
/// [`Error::UnknownIndicator`] when there is none, [`Error::DataUnreachable`] when it cannot be
/// read, [`Error::DataMalformed`] when it is not what it should be.
pub fn read(folder: &Path, indicator: &str) -> Result<Dataset, Error> {
    let path = match indicator {
        "" => folder.join("overview.json"),
        id => folder.join("indicator").join([id, ".json"].concat()),
    };
    let bytes = std::fs::read(&path).map_err(|error| match error.kind() {
        std::io::ErrorKind::NotFound if folder.is_dir() => {
            Error::UnknownIndicator { id: indicator.to_string() }
        }
        _ => {
            Error::DataUnreachable { address: path.display().to_string(), found: error.to_string() }
        }
    })?;
    let file: JsonStat = serde_json::from_slice(&bytes).map_err(|e| {
        Error::malformed(&path.display().to_string(), &e.to_string(), "JSON-stat 2.0")
    })?;
    let mut dataset = Dataset::try_from(file)?;
    dataset.geometry = geometry(folder)?;
    Ok(dataset)
}

/// Where the regions lie, in a folder that says so.
fn geometry(folder: &Path) -> Result<Option<Geometry>, Error> {
    let path = folder.join("geometry.json");
    let address = path.display().to_string();
    let bytes = match std::fs::read(&path) {
        Ok(bytes) => bytes,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(None),
        Err(error) => return Err(Error::DataUnreachable { address, found: error.to_string() }),
    };
    let file: Value = serde_json::from_slice(&bytes)
        .map_err(|e| Error::malformed(&address, &e.to_string(), "TopoJSON"))?;
    Geometry::read(&file).map(Some)
}
