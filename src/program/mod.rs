// SPDX-License-Identifier: EUPL-1.2
//! The command line: the native twin of the element, and what prepares its files. May use
//! every module but the browser's.
//!
//! It speaks one language per run: that of `--lang`, or else that of the system.
//!
//! Exit codes: 0 done, 1 the data were refused, 2 wrong usage, 3 nothing new (of `update`).

mod message;
mod language;
pub mod advice;
mod attributes;
mod form;
mod oembed;
mod bar;
mod stop;
mod all;
mod pdf;
mod factsheet;
mod list;
mod draw;
mod prepare;
mod fetch;
pub mod sets;
mod update;
pub mod help;
mod usage;

use crate::data::comparators::Chosen;
use crate::data::dataset::Dataset;
use crate::data::geometry::Geometry;
use crate::data::jsonstat::JsonStat;
use crate::error::Error;
use crate::indicator::edition::Edition;
use crate::json::Value;
use crate::prepare::comparators;
use crate::prepare::geometry::atlas;
use crate::prepare::message::{Counted, Noun, Say};
use crate::prepare::problem::Problem;
use crate::prepare::publish::address::file_of;
use crate::request::{Family, Language, NEIGHBOURS, PEERS, Request};
use clap::{FromArgMatches, Parser, Subcommand};
use draw::Draw;
use fetch::Fetch;
use message::Line;
use prepare::Prepare;
use sets::Sets;
use std::ffi::OsString;
use std::io::Write;
use std::path::Path;
use std::process::ExitCode;
use update::Update;

#[derive(Debug, Parser)]
#[command(name = "kansrijke-start", version)]
struct Program {
    #[arg(long, global = true, value_name = "LANG", value_parser = language::tag)]
    lang: Option<String>,
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    Draw(Box<Draw>),
    Prepare(Prepare),
    Fetch(Fetch),
    Sets(Sets),
    Update(Update),
}

/// The exit code of an update that found nothing new.
const NOTHING_NEW: u8 = 3;

/// Runs the program with its arguments, the first of which is its name. It speaks one language
/// from beginning to end.
pub fn run(arguments: impl IntoIterator<Item = OsString>) -> ExitCode {
    let arguments: Vec<OsString> = arguments.into_iter().collect();
    let language = language::of(&arguments, |name| std::env::var(name).ok());
    let mut command = help::command(language);
    let program = command
        .try_get_matches_from_mut(arguments)
        .and_then(|matches| Program::from_arg_matches(&matches));
    let program = match program {
        Ok(program) => program,
        Err(error) => return usage::refuse(&error, language),
    };
    match program.command {
        Command::Draw(mut draw) => {
            draw.attributes.lang = program.lang;
            draw.run(language)
        }
        Command::Prepare(prepare) => ended(prepare.run(language), language),
        Command::Fetch(fetch) => ended(fetch.run(language), language),
        Command::Sets(sets) => match sets.run(language) {
            Ok(list) => printed(&list),
            Err(refused) => {
                eprintln!("{} {}", refused.said.message, refused.said.hint);
                ExitCode::from(1)
            }
        },
        Command::Update(update) => match update.run(language) {
            Ok(updated) if !updated.is_new => {
                printed(&updated.text);
                ExitCode::from(NOTHING_NEW)
            }
            result => ended(result.map(|updated| updated.text), language),
        },
    }
}

/// Prints what a command has to say, or what is wrong with the files.
fn ended(result: Result<String, Vec<Problem>>, language: Language) -> ExitCode {
    match result {
        Ok(text) => printed(&text),
        Err(problems) => {
            for problem in &problems {
                eprintln!("{}", problem.say(language));
            }
            let count = u64::try_from(problems.len()).unwrap_or(u64::MAX);
            let line = Line::NothingWritten(Counted(count, Noun::Problem));
            eprintln!("{}", line.say(language));
            ExitCode::from(1)
        }
    }
}

fn printed(bytes: impl AsRef<[u8]>) -> ExitCode {
    let written = std::io::stdout().write_all(bytes.as_ref());
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
    let file: JsonStat =
        serde_json::from_slice(&bytes).map_err(|error| unreadable(&path, &bytes, &error))?;
    let mut dataset = Dataset::try_from(file)?;
    dataset.geometry = geometry(folder, atlas::COUNTRY)?;
    Ok(dataset)
}

/// Reads the file that a request is about, with what its map is drawn from.
///
/// # Errors
/// As [`read`].
pub fn read_for(folder: &Path, request: &Request) -> Result<Dataset, Error> {
    let mut dataset = match request.view.family() {
        Family::Story => read_story(folder, &request.region)?,
        // A view of many indicators has a file of its own.
        Family::Overview => read(folder, "")?,
        _ => read(folder, &request.indicator)?,
    };
    if let Some(name) = atlas::file_of(request)
        && let Some(geometry) = geometry(folder, &name)?
    {
        dataset.geometry = Some(geometry);
    }
    if let Some(NEIGHBOURS | PEERS) = request.within.as_deref()
        && let Ok((_, region)) = dataset.region(&request.region)
    {
        let name = [comparators::FOLDER, "/", &region.code, ".json"].concat();
        dataset.chosen = json(folder, &name)?.and_then(|file| Chosen::of(&file, request));
    }
    Ok(dataset)
}

/// Reads the files of a story: what all have in common, and the figures of a region, by its code or
/// its name. A region without a file is not among the regions of what is read.
fn read_story(folder: &Path, region: &str) -> Result<Dataset, Error> {
    let read = |path: &Path| -> Result<JsonStat, Error> {
        let address = path.display().to_string();
        let bytes = std::fs::read(path).map_err(|error| Error::DataUnreachable {
            address: address.clone(),
            found: error.to_string(),
        })?;
        serde_json::from_slice(&bytes).map_err(|error| unreadable(path, &bytes, &error))
    };
    let mut dataset = Dataset::try_from(read(&folder.join("story.json"))?)?;
    let place = folder.join("region").join([&file_of(region), ".json"].concat());
    // The file beside it has the country.
    if dataset.region(region).is_err() && place.exists() {
        dataset.join(read(&place)?)?;
    }
    Ok(dataset)
}

/// A file that is no JSON: servers send a page for what they have not.
fn unreadable(path: &Path, bytes: &[u8], error: &serde_json::Error) -> Error {
    let address = path.display().to_string();
    match bytes.trim_ascii_start().starts_with(b"<") {
        true => Error::DataPage { address },
        false => Error::malformed(&address, &error.to_string(), "JSON-stat 2.0"),
    }
}

/// The edition that a folder says it is.
fn edition(folder: &Path) -> Option<Edition> {
    let bytes = std::fs::read(folder.join("index.json")).ok()?;
    let index: Value = serde_json::from_slice(&bytes).ok()?;
    Edition::parse(index.get("extension").get("edition").get("id").text()?)
}

/// Where the regions lie, in a folder that says so.
fn geometry(folder: &Path, name: &str) -> Result<Option<Geometry>, Error> {
    json(folder, name)?.as_ref().map(Geometry::read).transpose()
}

/// What a file of a folder says; nothing where there is no such file.
fn json(folder: &Path, name: &str) -> Result<Option<Value>, Error> {
    let path = folder.join(name);
    let address = path.display().to_string();
    let bytes = match std::fs::read(&path) {
        Ok(bytes) => bytes,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(None),
        Err(error) => return Err(Error::DataUnreachable { address, found: error.to_string() }),
    };
    let file = serde_json::from_slice(&bytes);
    file.map(Some).map_err(|e| Error::malformed(&address, &e.to_string(), "JSON"))
}
