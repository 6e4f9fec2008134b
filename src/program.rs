// SPDX-License-Identifier: EUPL-1.2
//! The command line: the native twin of the element, and what prepares its files.
//!
//! Exit codes: 0 done, 1 the data were refused, 2 wrong usage.

use crate::data::dataset::Dataset;
use crate::data::jsonstat::JsonStat;
use crate::error::Error;
use crate::figure::Figure;
use crate::markup::element;
use crate::prepare::command::{Fetch, Prepare};
use crate::prepare::problem::Problem;
use crate::request::Request;
use crate::text::words::Words;
use clap::{Args, Parser, Subcommand, ValueEnum};
use std::ffi::OsString;
use std::io::Write;
use std::path::{Path, PathBuf};
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
    /// Draw one chart to standard output; the options are named as the element's attributes.
    Draw(Draw),
    /// Make the files that the element reads from official files.
    Prepare(Prepare),
    /// Download a table of CBS or RIVM into files that prepare reads.
    Fetch(Fetch),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Format {
    /// The picture, with heading, sentence and source inside.
    Svg,
    /// The element with the whole figure inside as its fallback.
    Html,
    /// What is said, and the findings behind it.
    Json,
    /// The figures as rows for machines.
    Csv,
}

#[derive(Debug, Args)]
struct Draw {
    /// The indicator's id, such as big2.
    #[arg(long)]
    indicator: Option<String>,
    /// A CBS code, or a name.
    #[arg(long)]
    region: Option<String>,
    /// Codes of the regions beside it; the first is the benchmark.
    #[arg(long)]
    compare: Option<String>,
    /// number, trend, compare, table, ranking, funnel, profile, heatmap or map.
    #[arg(long)]
    view: Option<String>,
    /// The area whose regions are set beside each other: a code, a name, or similar.
    #[arg(long)]
    within: Option<String>,
    /// 2015, 2010-2015 or 2022-07.
    #[arg(long)]
    period: Option<String>,
    /// nl or en.
    #[arg(long)]
    lang: Option<String>,
    /// 1 to 6.
    #[arg(long)]
    heading_level: Option<String>,
    /// auto, light or dark.
    #[arg(long)]
    theme: Option<String>,
    /// closed, open or none.
    #[arg(long)]
    details: Option<String>,
    /// lazy or eager.
    #[arg(long)]
    loading: Option<String>,
    /// The folder with the data.
    #[arg(long, default_value = "pkg/data")]
    src: PathBuf,
    /// The width of the picture in pixels.
    #[arg(long, default_value_t = 640)]
    width: u32,
    /// What to write.
    #[arg(long, value_enum, default_value_t = Format::Svg)]
    format: Format,
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
        Ok(text) => match std::io::stdout().write_all(text.as_bytes()) {
            Ok(()) => ExitCode::SUCCESS,
            Err(_) => ExitCode::from(1),
        },
        Err(problems) => {
            for problem in &problems {
                eprintln!("{problem}");
            }
            eprintln!("Niets geschreven: {} fouten.", problems.len());
            ExitCode::from(1)
        }
    }
}

impl Draw {
    fn run(&self) -> ExitCode {
        let words = Words::of(
            self.lang.as_deref().and_then(crate::request::Language::parse).unwrap_or_default(),
        );
        match self.output() {
            Ok(text) => match std::io::stdout().write_all(text.as_bytes()) {
                Ok(()) => ExitCode::SUCCESS,
                Err(_) => ExitCode::from(1),
            },
            Err(error) => {
                eprintln!("{} {}", words.message(&error), words.hint(&error));
                match error {
                    Error::Attribute { .. } | Error::NoPicture => ExitCode::from(2),
                    _ => ExitCode::from(1),
                }
            }
        }
    }

    fn attribute(&self, name: &str) -> Option<String> {
        match name {
            "indicator" => self.indicator.clone(),
            "region" => self.region.clone(),
            "compare" => self.compare.clone(),
            "view" => self.view.clone(),
            "within" => self.within.clone(),
            "period" => self.period.clone(),
            "lang" => self.lang.clone(),
            "heading-level" => self.heading_level.clone(),
            "theme" => self.theme.clone(),
            "details" => self.details.clone(),
            "loading" => self.loading.clone(),
            _ => None,
        }
    }

    fn output(&self) -> Result<String, Error> {
        let request = Request::parse(|name| self.attribute(name), "nl", self.width)?;
        // A view of many indicators has a file of its own.
        let indicator = if request.view.is_overview() { "" } else { &request.indicator };
        let dataset = read(&self.src, indicator)?;
        let figure = Figure::new(&dataset, &request)?;
        for error in figure.refused() {
            eprintln!("{error}");
        }
        let id = [&request.indicator, "-", &request.region, "-", request.view.word()].concat();
        let id = id.replace(|c: char| !c.is_ascii_alphanumeric() && c != '-', "-");
        Ok(match self.format {
            Format::Svg => figure.svg()?.to_html() + "\n",
            Format::Csv => figure.csv(),
            Format::Json => figure.json().to_string() + "\n",
            Format::Html => {
                let mut host = element("kansrijke-start");
                for name in HTML_ATTRIBUTES {
                    if let Some(value) = self.attribute(name) {
                        host = host.with(name, value);
                    }
                }
                host.child(figure.tree(&id)).to_html() + "\n"
            }
        })
    }
}

/// The attributes that the element is written with.
const HTML_ATTRIBUTES: [&str; 11] = [
    "indicator",
    "region",
    "compare",
    "view",
    "within",
    "period",
    "lang",
    "heading-level",
    "theme",
    "details",
    "loading",
];

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
    Dataset::try_from(file)
}
