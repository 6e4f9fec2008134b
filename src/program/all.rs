// SPDX-License-Identifier: EUPL-1.2
//! Every chart that there are figures for, each in files of its own.

use super::attributes::Attributes;
use super::bar;
use super::form::{Drawing, Form};
use super::message::Line;
use super::stop::Stop;
use crate::data::dataset::Dataset;
use crate::error::{Error, Published};
use crate::figure::Figure;
use crate::indicator::region::COUNTRY;
use crate::prepare::folder::{Claim, Kind};
use crate::prepare::message::Say;
use crate::prepare::problem::Problem;
use crate::request::{Family, Language};
use indicatif::ProgressBar;
use std::fs;
use std::io;
use std::path::Path;

/// The folder of charts.
const KIND: Kind = Kind::listed("grafieken");

/// What to write.
pub(super) struct All<'a> {
    pub(super) attributes: &'a Attributes,
    pub(super) src: &'a Path,
    /// The codes of the only regions that are wanted, where that is said.
    pub(super) only: Option<&'a [String]>,
    pub(super) width: u32,
    pub(super) forms: &'a [Form],
    pub(super) base: Option<&'a str>,
    pub(super) language: Language,
}

/// Why nothing was written.
pub(super) enum Failure {
    Data(Error),
    Folder(Problem),
}

impl All<'_> {
    /// Writes `out/<indicator>/<region>.<form>` for all, or `out/<view>/…` for a view of many
    /// indicators; the text for standard output.
    pub(super) fn write(&self, out: &Path) -> Result<String, Failure> {
        let claim = Claim::of(out, KIND, &[self.src.into()]).map_err(Failure::Folder)?;
        let known = self.indicators().map_err(Failure::Data)?;
        let sources = self.sources(&known).map_err(Failure::Data)?;
        let regions =
            sources.iter().map(|source| u64::try_from(source.file.regions.len()).unwrap_or(0));
        let bar = bar::charts(regions.sum(), self.language);
        let mut refused = None;
        let written = claim.replace(|new| {
            self.fill(new, &sources, &bar).map_err(|stop| match stop {
                Stop::Data(error) => {
                    let inner = io::Error::other(error.to_string());
                    refused = Some(error);
                    inner
                }
                Stop::Disk(error) => error,
            })
        });
        bar.finish_and_clear();
        match (written, refused) {
            (Ok(count), _) => {
                let line = Line::Written(count, out.display().to_string());
                Ok(line.say(self.language) + "\n")
            }
            (Err(_), Some(error)) => Err(Failure::Data(error)),
            (Err(problem), None) => Err(Failure::Folder(problem)),
        }
    }

    fn sources(&self, known: &[String]) -> Result<Vec<Source>, Error> {
        let given = self.attributes.get("indicator");
        let first = given.or(known.first().map(String::as_str)).unwrap_or_default();
        let one = self.attributes.with_indicator(first).with_region(COUNTRY);
        let view = one.request(self.width)?.view;
        let source = |name: &str, id: &str, attributes: Attributes| {
            let of_country = attributes.with_indicator(id).with_region(COUNTRY);
            let file = super::read_for(self.src, &of_country.request(self.width)?)?;
            Ok(Source { name: name.into(), file, attributes })
        };
        if view.family() == Family::Story {
            // A story has a file for each region.
            let regions = super::read(self.src, "")?.regions;
            let story = |code: &str| {
                let file = super::read_story(self.src, code)?;
                let attributes = self.attributes.with_region(code);
                Ok(Source { name: view.word().into(), file, attributes })
            };
            if let Some(name) = self.attributes.get("region") {
                return Ok(vec![story(name)?]);
            }
            let is_listed = |code: &String| self.only.is_none_or(|codes| codes.contains(code));
            let codes = regions.iter().map(|region| &region.code).filter(|code| is_listed(code));
            return codes.map(|code| story(code)).collect();
        }
        if view.is_overview() {
            return Ok(vec![source(view.word(), "", self.attributes.clone())?]);
        }
        let ids = given.map_or_else(|| known.to_vec(), |id| vec![id.to_string()]);
        ids.iter().map(|id| source(id, id, self.attributes.with_indicator(id))).collect()
    }

    fn fill(&self, out: &Path, sources: &[Source], bar: &ProgressBar) -> Result<usize, Stop> {
        let (mut count, mut without) = (0, None);
        for source in sources {
            match self.regions(source, &out.join(&source.name), bar) {
                Ok(written) => count += written,
                // Not every indicator has figures of every region, of every period.
                Err(Stop::Data(
                    error @ (Error::NoFigures { .. }
                    | Error::AllWithheld { .. }
                    | Error::UnknownPeriod { .. }
                    | Error::UnknownRegion { .. }),
                )) => without = Some(error),
                Err(other) => return Err(other),
            }
        }
        match without {
            Some(error) if count == 0 => Err(Stop::Data(error)),
            _ => Ok(count),
        }
    }

    /// The ids of the indicators that have a file.
    fn indicators(&self) -> Result<Vec<String>, Error> {
        let folder = self.src.join("indicator");
        let unreachable = |error: io::Error| Error::DataUnreachable {
            address: folder.display().to_string(),
            found: error.to_string(),
        };
        let mut ids = Vec::new();
        for entry in fs::read_dir(&folder).map_err(unreachable)? {
            let name = entry.map_err(unreachable)?.file_name();
            ids.extend(name.to_str().and_then(|n| n.strip_suffix(".json")).map(str::to_string));
        }
        ids.sort();
        Ok(ids)
    }

    /// Writes the charts of one file, or says why there are none.
    fn regions(&self, source: &Source, folder: &Path, bar: &ProgressBar) -> Result<usize, Stop> {
        let file = &source.file;
        let only = match source.attributes.get("region") {
            Some(name) => Some(&file.region(name)?.1.code),
            None => None,
        };
        let edition = super::edition(self.src);
        let mut forms = self.forms.to_vec();
        // Rows have beside them what their columns are.
        if forms.contains(&Form::Csv) && !forms.contains(&Form::Csvw) {
            forms.push(Form::Csvw);
        }
        let (mut count, mut without) =
            (0, Error::NoFigures { id: source.name.clone(), published: Published::Unsaid });
        for region in &file.regions {
            bar.inc(1);
            let is_listed = self.only.is_none_or(|codes| codes.contains(&region.code));
            if !is_listed || only.is_some_and(|code| *code != region.code) {
                continue;
            }
            let attributes = source.attributes.with_region(&region.code);
            let mut request = attributes.request(self.width)?;
            request.edition = request.edition.or_else(|| edition.clone());
            let figure = match Figure::new(file, &request) {
                Ok(figure) if figure.says_anything() => figure,
                Ok(_) => continue,
                Err(
                    error @ (Error::NoFigures { .. }
                    | Error::AllWithheld { .. }
                    | Error::UnknownPeriod { .. }),
                ) => {
                    without = error;
                    continue;
                }
                Err(error) => return Err(Stop::Data(error)),
            };
            for error in figure.refused() {
                bar.suspend(|| eprintln!("{error}"));
            }
            let drawing = Drawing {
                attributes: &attributes,
                figure: &figure,
                dataset: file,
                request: &request,
                width: self.width,
                base: self.base,
                name: Some(&region.code),
            };
            fs::create_dir_all(folder)?;
            for form in &forms {
                let name = [&region.code, ".", form.extension()].concat();
                fs::write(folder.join(name), drawing.file(*form)?)?;
                count += 1;
            }
        }
        if count == 0 { Err(Stop::Data(without)) } else { Ok(count) }
    }
}

/// A file of figures, and what its charts are asked for with.
struct Source {
    /// The name of the folder for its charts.
    name: String,
    file: Dataset,
    attributes: Attributes,
}
