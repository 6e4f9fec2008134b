// SPDX-License-Identifier: EUPL-1.2
//! `draw --factsheet`: a few pages of paper on one region, or on every municipality.

use super::all::Failure;
use super::bar;
use super::message::Line;
use super::pdf::Printer;
use super::stop::Stop;
use crate::data::dataset::Dataset;
use crate::error::{Error, Published};
use crate::factsheet::address::Address;
use crate::factsheet::logo::{self, Logo};
use crate::factsheet::page::Page;
use crate::factsheet::setting::{Setting, Styling};
use crate::factsheet::template::{self, Template};
use crate::factsheet::{index, sheet, sitemap};
use crate::indicator::edition::Edition;
use crate::indicator::region;
use crate::prepare::folder::{Claim, Kind, file};
use crate::prepare::library;
use crate::prepare::message::{Expected, Found, Say};
use crate::prepare::problem::Problem;
use crate::request::Language;
use std::collections::BTreeMap;
use std::fs;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

/// The folder of factsheets.
const KIND: Kind = Kind::listed("factsheets");

/// What to write.
pub(super) struct Factsheets<'a> {
    pub(super) src: &'a Path,
    pub(super) template: Option<&'a Path>,
    pub(super) base: Option<&'a str>,
    pub(super) has_pdf: bool,
    /// The language of the pages.
    pub(super) language: Language,
    /// The language of the run.
    pub(super) spoken: Language,
}

/// Whose factsheets are wanted.
pub(super) enum Wanted<'a> {
    /// The region of this code or name.
    One(&'a str),
    /// The regions of these codes.
    Listed(&'a [String]),
    /// Every municipality.
    All,
}

/// What was read for all of them.
pub(super) struct Ready {
    template: Template,
    logo: Option<Logo>,
    indicators: BTreeMap<String, Dataset>,
    edition: Option<Edition>,
    base: Option<Address>,
    /// The files that were read besides the figures.
    inputs: Vec<PathBuf>,
}

impl Factsheets<'_> {
    /// Reads the template and the figures that it asks for.
    ///
    /// # Errors
    /// What is wrong with the template or its logo; figures that cannot be read.
    pub(super) fn ready(&self) -> Result<Result<Ready, Vec<Problem>>, Error> {
        let base = match self.base {
            None => None,
            Some(text) => Some(Address::parse(text).ok_or_else(|| Error::Attribute {
                name: "base",
                found: text.to_string(),
                expected: "https://www.example.nl/factsheets/",
            })?),
        };
        let folder = self.src.join("indicator");
        fs::read_dir(&folder).map_err(|error| Error::DataUnreachable {
            address: folder.display().to_string(),
            found: error.to_string(),
        })?;
        let is_known = |id: &str| {
            let is_plain = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-';
            id.bytes().all(is_plain) && folder.join([id, ".json"].concat()).is_file()
        };
        let read = match self.template {
            None => Ok((template::NAME.to_string(), template::SHIPPED.to_string())),
            Some(path) => written(path),
        };
        let parsed = read.and_then(|(name, text)| Template::parse(&name, &text, is_known));
        let template = match parsed {
            Ok(template) => template,
            Err(problems) => return Ok(Err(problems)),
        };
        let mut inputs: Vec<PathBuf> = self.template.map(Path::to_path_buf).into_iter().collect();
        let path = template.publisher.as_ref().and_then(|publisher| publisher.logo.as_ref());
        let beside = self.template.and_then(Path::parent).unwrap_or(Path::new(""));
        let path = path.map(|(path, _)| beside.join(path));
        let logo = match path.as_deref().map(picture).transpose() {
            Ok(logo) => logo,
            Err(problem) => return Ok(Err(vec![problem])),
        };
        inputs.extend(path);
        let mut indicators = BTreeMap::new();
        for id in template.indicators() {
            indicators.insert(id.to_string(), super::read(self.src, id)?);
        }
        let edition = super::edition(self.src);
        Ok(Ok(Ready { template, logo, indicators, edition, base, inputs }))
    }

    /// The page of one region, with its style sheet inside.
    ///
    /// # Errors
    /// As [`Page::of`].
    pub(super) fn one(&self, ready: &Ready, region: &str) -> Result<String, Error> {
        let story = super::read_story(self.src, region)?;
        let setting = self.setting(ready, Styling::Within);
        Ok(Page::of(&setting, &story, region)?.html)
    }

    /// Writes `out/<region>.html` for each, with an index and what belongs to it; the text for
    /// standard output.
    ///
    /// # Errors
    /// Why nothing was written.
    pub(super) fn write(
        &self,
        ready: &Ready,
        wanted: &Wanted,
        out: &Path,
    ) -> Result<String, Failure> {
        let mut inputs = ready.inputs.clone();
        inputs.push(self.src.into());
        let claim = Claim::of(out, KIND, &inputs).map_err(Failure::Folder)?;
        let printer = match self.has_pdf {
            true => Some(Printer::find(std::env::var_os("PATH")).map_err(Failure::Folder)?),
            false => None,
        };
        let mut refused = None;
        let written = claim.replace(|new| {
            self.fill(new, ready, wanted, printer.as_ref()).map_err(|stop| match stop {
                Stop::Data(error) => {
                    let inner = io::Error::other(error.to_string());
                    refused = Some(error);
                    inner
                }
                Stop::Disk(error) => error,
            })
        });
        match (written, refused) {
            (Ok(count), _) => {
                if ready.base.is_none() {
                    eprintln!("{}", Line::NoSitemap.say(self.spoken));
                }
                let line = Line::Written(count, out.display().to_string());
                Ok(line.say(self.spoken) + "\n")
            }
            (Err(_), Some(error)) => Err(Failure::Data(error)),
            (Err(problem), None) => Err(Failure::Folder(problem)),
        }
    }

    fn setting<'r>(&self, ready: &'r Ready, styling: Styling) -> Setting<'r> {
        Setting {
            template: &ready.template,
            logo: ready.logo.as_ref(),
            indicators: &ready.indicators,
            language: self.language,
            edition: ready.edition.as_ref(),
            base: ready.base.as_ref(),
            styling,
            has_pdf: self.has_pdf,
        }
    }

    fn fill(
        &self,
        out: &Path,
        ready: &Ready,
        wanted: &Wanted,
        printer: Option<&Printer>,
    ) -> Result<usize, Stop> {
        let regions = match wanted {
            Wanted::One(region) => vec![region.to_string()],
            Wanted::Listed(codes) => codes.to_vec(),
            Wanted::All => {
                let all = super::read(self.src, "")?.regions.into_iter();
                let all = all.filter(|region| region.kind() == region::Kind::Municipality);
                all.map(|region| region.code).collect()
            }
        };
        let setting = self.setting(ready, Styling::Beside);
        fs::write(out.join(sheet::NAME), sheet::sheet(&ready.template))?;
        let mut count = 1;
        if let Some(logo) = &ready.logo {
            fs::write(out.join(logo.file()), &logo.bytes)?;
            count += 1;
        }
        let bar = bar::charts(u64::try_from(regions.len()).unwrap_or(u64::MAX), self.spoken);
        let (mut entries, mut without) = (Vec::new(), None);
        for region in &regions {
            bar.inc(1);
            let story = super::read_story(self.src, region)?;
            let page = match Page::of(&setting, &story, region) {
                Ok(page) => page,
                // Of one of many, nothing need be known.
                Err(error @ (Error::NoFigures { .. } | Error::UnknownRegion { .. })) => {
                    without = Some(error);
                    continue;
                }
                Err(error) => return Err(Stop::Data(error)),
            };
            let name = [&page.code, ".html"].concat();
            fs::write(out.join(&name), &page.html)?;
            count += 1;
            if let Some(printer) = printer {
                printer.print(out, &name, &[&page.code, ".pdf"].concat())?;
                count += 1;
            }
            let Page { code, name, province, .. } = page;
            entries.push(index::Entry { code, name, province });
        }
        bar.finish_and_clear();
        if entries.is_empty() {
            let id = String::new();
            let none = Error::NoFigures { id, published: Published::Unsaid };
            return Err(Stop::Data(without.unwrap_or(none)));
        }
        fs::write(out.join(index::NAME), index::page(&setting, &entries))?;
        count += 1;
        if let Some(base) = &ready.base {
            let codes = entries.iter().map(|entry| entry.code.as_str());
            let map = sitemap::of(base, codes, ready.edition.as_ref());
            fs::write(out.join(sitemap::NAME), map)?;
            count += 1;
        }
        Ok(count)
    }
}

/// The name of a template for messages, and its text.
fn written(path: &Path) -> Result<(String, String), Vec<Problem>> {
    let name = path.display().to_string();
    let bytes = bounded(path, template::BYTES).map_err(|problem| vec![problem])?;
    let text = String::from_utf8(bytes)
        .map_err(|_| vec![Problem::file(&name, Found::NotUtf8, Expected::Template)])?;
    Ok((name, text))
}

/// The logo in a file.
fn picture(path: &Path) -> Result<Logo, Problem> {
    let bytes = bounded(path, logo::BYTES)?;
    let name = path.display().to_string();
    Logo::read(bytes).map_err(|(found, expected)| Problem::file(&name, found, expected))
}

/// The bytes of a file of at most so many.
fn bounded(path: &Path, most: u64) -> Result<Vec<u8>, Problem> {
    let name = path.display().to_string();
    let mut bytes = Vec::new();
    file::open(path)
        .and_then(|file| file.take(most + 1).read_to_end(&mut bytes))
        .map_err(|e| Problem::file(&name, library::io(&e), Expected::ReadableFile))?;
    match u64::try_from(bytes.len()) {
        Ok(size) if size <= most => Ok(bytes),
        _ => {
            let most = most / 1000;
            Err(Problem::file(&name, Found::MoreKilobytes(most), Expected::KilobytesUpTo(most)))
        }
    }
}
