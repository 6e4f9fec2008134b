// SPDX-License-Identifier: EUPL-1.2
//! `draw`: one chart to standard output, or all of them into a folder.

use super::advice::{self, Refused};
use super::all::{All, Failure};
use super::attributes::Attributes;
use super::form::{Drawing, Form};
use super::printed;
use crate::error::Error;
use crate::figure::Figure;
use crate::indicator::edition::Edition;
use crate::prepare::message::Say;
use crate::prepare::publish::kept;
use crate::request::{EDITIONS, Language, WIDTHS};
use clap::builder::RangedI64ValueParser;
use clap::{Args, value_parser};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

#[derive(Debug, Args)]
pub(super) struct Draw {
    #[command(flatten)]
    pub(super) attributes: Attributes,
    #[arg(long, default_value = "pkg/data")]
    src: PathBuf,
    #[arg(long, default_value_t = 640, value_parser = widths())]
    width: u32,
    #[arg(long, value_enum, value_delimiter = ',', default_value = "svg")]
    format: Vec<Form>,
    #[arg(long)]
    base: Option<String>,
    #[arg(long, requires = "out")]
    all: bool,
    #[arg(long, requires = "all")]
    out: Option<PathBuf>,
}

fn widths() -> RangedI64ValueParser<u32> {
    value_parser!(u32).range(i64::from(*WIDTHS.start())..=i64::from(*WIDTHS.end()))
}

impl Draw {
    pub(super) fn run(&self, language: Language) -> ExitCode {
        let asked = self.attributes.asked();
        let src = match self.folder() {
            Ok(src) => src,
            Err(error) => return refuse(&advice::refused(&self.src, language, &asked, error)),
        };
        let answer = advice::answer(&src, language, &asked, |asked| {
            let attributes = self.attributes.with(asked);
            let Some(out) = &self.out else { return self.one(&src, &attributes).map(Ok) };
            let all = All {
                attributes: &attributes,
                src: &src,
                width: self.width,
                forms: &self.format,
                base: self.base.as_deref(),
                language,
            };
            match all.write(out) {
                Ok(text) => Ok(Ok(text)),
                Err(Failure::Data(error)) => Err(error),
                Err(Failure::Folder(problem)) => Ok(Err(problem)),
            }
        });
        match answer {
            Ok((Ok(text), read)) => {
                if let Some(told) = advice::told(language, &read) {
                    eprintln!("{told}");
                }
                printed(&text)
            }
            Ok((Err(problem), _)) => {
                eprintln!("{}", problem.say(language));
                ExitCode::from(2)
            }
            Err(refused) => refuse(&refused),
        }
    }

    /// The folder of the edition that is asked for.
    fn folder(&self) -> Result<PathBuf, Error> {
        let asked = self.attributes.get("edition").map(str::trim).filter(|text| !text.is_empty());
        let Some(text) = asked else { return Ok(self.src.clone()) };
        let edition = Edition::parse(text).ok_or_else(|| Error::Attribute {
            name: "edition",
            found: text.to_string(),
            expected: EDITIONS,
        })?;
        Ok(kept::beside(&self.src, &edition))
    }

    fn one(&self, src: &Path, attributes: &Attributes) -> Result<String, Error> {
        let [form] = *self.format else {
            return Err(Error::Attribute {
                name: "format",
                found: String::from("--format"),
                expected: "svg, html, json, csv, csvw, cite, bibtex, csl, oembed",
            });
        };
        let mut request = attributes.request(self.width)?;
        request.edition = request.edition.or_else(|| super::edition(src));
        let dataset = super::read_for(src, &request)?;
        let figure = Figure::new(&dataset, &request)?;
        for error in figure.refused() {
            eprintln!("{error}");
        }
        Drawing {
            attributes,
            figure: &figure,
            width: self.width,
            base: self.base.as_deref(),
            name: None,
        }
        .text(form)
    }
}

/// Says what was refused.
fn refuse(Refused { error, said }: &Refused) -> ExitCode {
    eprintln!("{} {}", said.message, said.hint);
    match error {
        Error::Attribute { .. } | Error::NoPicture => ExitCode::from(2),
        _ => ExitCode::from(1),
    }
}
