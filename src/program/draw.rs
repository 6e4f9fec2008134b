// SPDX-License-Identifier: EUPL-1.2
//! `draw`: one chart to standard output, those of a list of regions, or all of them into a folder;
//! or factsheets in their place.

use super::advice::{self, Asked, Refused};
use super::all::{All, Failure};
use super::attributes::Attributes;
use super::factsheet::{Factsheets, Wanted};
use super::form::{Drawing, Form};
use super::list::{self, Lines};
use super::{ended, printed};
use crate::data::dataset::Dataset;
use crate::error::Error;
use crate::figure::Figure;
use crate::indicator::edition::Edition;
use crate::prepare::message::Say;
use crate::prepare::publish::kept;
use crate::request::{EDITIONS, Family, Language, Request, View, WIDTHS};
use clap::builder::RangedI64ValueParser;
use clap::{ArgGroup, Args, value_parser};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

#[derive(Debug, Args)]
#[command(group = ArgGroup::new("many").args(["all", "regions", "factsheet"]).multiple(true))]
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
    insight: bool,
    #[arg(long)]
    base: Option<String>,
    #[arg(long, requires = "out")]
    all: bool,
    #[arg(long, conflicts_with = "region")]
    regions: Option<PathBuf>,
    #[arg(long, num_args = 0..=1, default_missing_value = "", conflicts_with_all = OF_CHARTS)]
    factsheet: Option<String>,
    #[arg(long, requires = "factsheet")]
    template: Option<PathBuf>,
    #[arg(long, requires_all = ["factsheet", "out"])]
    pdf: bool,
    #[arg(long, requires = "many", conflicts_with = "insight")]
    out: Option<PathBuf>,
}

/// What says something of a chart, and nothing of a factsheet.
const OF_CHARTS: [&str; 17] = [
    "indicator",
    "region",
    "compare",
    "view",
    "within",
    "map",
    "sort",
    "period",
    "heading",
    "heading_level",
    "theme",
    "details",
    "loading",
    "annotation",
    "insight",
    "width",
    "format",
];

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
        let listed = match self.listed(&src, language) {
            Ok(listed) => listed,
            Err(code) => return code,
        };
        if let Some(region) = &self.factsheet {
            return self.factsheets(region, &src, listed.as_deref(), language);
        }
        let answer = advice::answer(&src, language, &asked, |asked| {
            let attributes = self.attributes.with(asked);
            let Some(out) = &self.out else {
                return match &listed {
                    Some(codes) => self.several(&src, &attributes, codes, language).map(Ok),
                    None => self.one(&src, &attributes).map(Ok),
                };
            };
            let all = All {
                attributes: &attributes,
                src: &src,
                only: listed.as_deref(),
                width: self.width,
                forms: &self.format,
                base: self.base.as_deref(),
                language,
            };
            match all.write(out) {
                Ok(text) => Ok(Ok(text.into_bytes())),
                Err(Failure::Data(error)) => Err(error),
                Err(Failure::Folder(problem)) => Ok(Err(problem)),
            }
        });
        match answer {
            Ok((Ok(bytes), read)) => {
                if let Some(told) = advice::told(language, &read) {
                    eprintln!("{told}");
                }
                printed(bytes)
            }
            Ok((Err(problem), _)) => {
                eprintln!("{}", problem.say(language));
                ExitCode::from(2)
            }
            Err(refused) => refuse(&refused),
        }
    }

    /// The factsheet of a region, of those of a list, or of all.
    fn factsheets(
        &self,
        region: &str,
        src: &Path,
        listed: Option<&[String]>,
        language: Language,
    ) -> ExitCode {
        let tag = self.attributes.lang.as_deref();
        let factsheets = Factsheets {
            src,
            template: self.template.as_deref(),
            base: self.base.as_deref(),
            has_pdf: self.pdf,
            language: tag.and_then(Language::parse).unwrap_or_default(),
            spoken: language,
        };
        let mut asked = Asked::from([("view", View::Story.word().to_string())]);
        if !region.is_empty() {
            asked.insert("region", region.to_string());
        }
        // Whose is said once, and several do not go to standard output.
        let is_one = !region.is_empty();
        let is_clear = is_one != (self.all || listed.is_some());
        if !is_clear || !is_one && self.out.is_none() {
            let error = Error::Attribute {
                name: "factsheet",
                found: region.to_string(),
                expected: "--factsheet GM0344; --factsheet --all --out factsheets",
            };
            return refuse(&advice::refused(src, language, &asked, error));
        }
        let ready = match factsheets.ready() {
            Ok(Ok(ready)) => ready,
            Ok(Err(problems)) => return ended(Err(problems), language),
            Err(error) => return refuse(&advice::refused(src, language, &asked, error)),
        };
        let answer = advice::answer(src, language, &asked, |asked| {
            let region = asked.get("region").map(String::as_str).unwrap_or_default();
            let wanted = match listed {
                _ if is_one => Wanted::One(region),
                Some(codes) => Wanted::Listed(codes),
                None => Wanted::All,
            };
            let Some(out) = &self.out else {
                return factsheets.one(&ready, region).map(Ok);
            };
            match factsheets.write(&ready, &wanted, out) {
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
                printed(text)
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

    /// The codes of the regions of the list, where there is one; else how the program ends.
    fn listed(&self, src: &Path, language: Language) -> Result<Option<Vec<String>>, ExitCode> {
        let Some(path) = &self.regions else { return Ok(None) };
        let names = list::read(path).map_err(|error| {
            refuse(&advice::refused(src, language, &self.attributes.asked(), error))
        })?;
        let indicator = self.attributes.get("indicator").unwrap_or_default();
        match list::codes(src, indicator, &names, language) {
            Ok((codes, told)) => {
                told.iter().for_each(|line| eprintln!("{line}"));
                Ok(Some(codes))
            }
            Err(refused) => {
                let codes: Vec<ExitCode> = refused.iter().map(refuse).collect();
                Err(codes.last().copied().unwrap_or(ExitCode::FAILURE))
            }
        }
    }

    fn one(&self, src: &Path, attributes: &Attributes) -> Result<Vec<u8>, Error> {
        let request = self.request(src, attributes)?;
        let dataset = super::read_for(src, &request)?;
        self.drawn(attributes, &dataset, &request)
    }

    /// The charts of these regions below each other; of which there is none, is said.
    fn several(
        &self,
        src: &Path,
        attributes: &Attributes,
        codes: &[String],
        language: Language,
    ) -> Result<Vec<u8>, Error> {
        let mut lines = Lines::of(self.form()?)?;
        let mut kept: Option<Dataset> = None;
        let mut without = None;
        for code in codes {
            let attributes = attributes.with_region(code);
            let request = self.request(src, &attributes)?;
            // Only a story has a file for each region.
            let dataset = match kept.take().filter(|_| request.view.family() != Family::Story) {
                Some(dataset) => dataset,
                None => super::read_for(src, &request)?,
            };
            let drawn = self.drawn(&attributes, &dataset, &request);
            kept = Some(dataset);
            match drawn {
                Ok(chart) => lines.add(&String::from_utf8_lossy(&chart)),
                Err(
                    error @ (Error::NoFigures { .. }
                    | Error::AllWithheld { .. }
                    | Error::UnknownPeriod { .. }
                    | Error::UnknownRegion { .. }),
                ) => {
                    let asked = attributes.asked();
                    let said = advice::refused(src, language, &asked, error.clone()).said;
                    eprintln!("{code}: {}", said.message);
                    without = Some(error);
                }
                Err(error) => return Err(error),
            }
        }
        match without {
            Some(error) if lines.is_empty() => Err(error),
            _ => Ok(lines.into_text().into_bytes()),
        }
    }

    /// What is asked for, of the edition that the folder is.
    fn request(&self, src: &Path, attributes: &Attributes) -> Result<Request, Error> {
        let mut request = attributes.request(self.width)?;
        request.edition = request.edition.or_else(|| super::edition(src));
        request.insight = self.insight;
        Ok(request)
    }

    /// The one form that is asked for.
    fn form(&self) -> Result<Form, Error> {
        let [form] = *self.format else {
            return Err(Error::Attribute {
                name: "format",
                found: String::from("--format"),
                expected: "svg, html, json, jsonl, insight, csv, csvw, xlsx, cite, bibtex, csl, oembed",
            });
        };
        Ok(form)
    }

    fn drawn(
        &self,
        attributes: &Attributes,
        dataset: &Dataset,
        request: &Request,
    ) -> Result<Vec<u8>, Error> {
        let form = self.form()?;
        let figure = Figure::new(dataset, request)?;
        for error in figure.refused() {
            eprintln!("{error}");
        }
        Drawing {
            attributes,
            figure: &figure,
            dataset,
            request,
            width: self.width,
            base: self.base.as_deref(),
            name: None,
        }
        .file(form)
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
