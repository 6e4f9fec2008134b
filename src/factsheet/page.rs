// SPDX-License-Identifier: EUPL-1.2
//! The factsheet of one region.

use super::absence::absence;
use super::document::Document;
use super::glossary::{glossary, method};
use super::lede::lede;
use super::linked::report;
use super::overview::overview;
use super::section::part;
use super::setting::Setting;
use super::source::sources;
use super::subject::Subject;
use crate::data::dataset::Dataset;
use crate::error::{Error, Published};
use crate::indicator::region::{COUNTRY, Kind, Region};
use crate::markup::element;
use crate::text::template::fill;

/// A page.
#[derive(Clone, Debug)]
pub struct Page {
    /// The code of the region.
    pub code: String,
    /// Its name, as a heading has it.
    pub name: String,
    /// The name of its province, where it lies in one.
    pub province: Option<String>,
    /// The page itself.
    pub html: String,
}

impl Page {
    /// The page of a region, by its code or its name. `story` is the file of its story.
    ///
    /// # Errors
    /// [`Error::UnknownRegion`], [`Error::NoFigures`] where nothing is known of it, and counts that
    /// contradict each other.
    pub fn of(setting: &Setting, story: &Dataset, region: &str) -> Result<Self, Error> {
        let own = known(setting, story, region)?;
        let benchmark = Some(own).filter(|own| own.code != COUNTRY);
        let benchmark = benchmark.and_then(|_| known(setting, story, COUNTRY).ok());
        let mut sections = Vec::new();
        for section in &setting.template.sections {
            let mut subjects = Vec::new();
            for id in &section.indicators {
                subjects.extend(Subject::find(setting, id, &own.code)?);
            }
            sections.push((section, subjects));
        }
        let subjects: Vec<&Subject> = sections.iter().flat_map(|(_, subjects)| subjects).collect();
        if !subjects.iter().any(|subject| subject.known().is_some()) {
            return Err(Error::NoFigures { id: own.code.clone(), published: Published::Unsaid });
        }

        let (words, figures) = (setting.words(), setting.figures());
        let country = figures.country;
        let place = figures.place(own);
        let names = [("place", &*place), ("benchmark", country)];
        let title = fill(words.title, &names);
        let described =
            if benchmark.is_some() { words.description } else { words.description_alone };
        let description = fill(described, &names);
        let file = [&own.code, ".html"].concat();

        let mut main = vec![lede(setting, &subjects, own, benchmark)?];
        let overview = overview(setting, story, &subjects, own)?;
        let (overview, dataset) = overview.unzip();
        main.extend(overview);
        for (nth, (section, subjects)) in sections.iter().enumerate() {
            let subjects: Vec<&Subject> = subjects.iter().collect();
            main.push(part(setting, (nth, section), &subjects, own, benchmark)?);
        }
        main.push(absence(setting, &subjects, own, country));
        main.extend(sources(setting, &subjects));
        main.push(glossary(setting, &subjects, country));
        main.push(method(setting, &subjects, own, country));

        let edition = setting.edition.map(|edition| figures.date(edition.day()));
        let edition = edition.map(|date| fill(words.edition, &[("date", &date)]));
        let edition = edition.unwrap_or_else(|| words.no_edition.to_string());
        let mut header = vec![
            element("p").class("kind").text(words.kind),
            element("h1").text(title.clone()),
            element("p").class("edition").text(edition),
        ];
        if setting.has_pdf {
            let link = element("a").with("href", [&own.code, ".pdf"].concat()).text(words.pdf);
            header.push(element("p").class("pdf").child(link));
        }
        let data = report(setting, (&file, &title, &description), own, dataset);
        let title = [words.kind, ": ", &title].concat();
        let document = Document {
            setting,
            file: &file,
            title: &title,
            description: &description,
            data,
            header,
            main,
        };
        let mut parents = story.parents(&own.code).iter();
        let province = parents.find(|code| Kind::of(code) == Kind::Province);
        let province = province.and_then(|code| known(setting, story, code).ok());
        Ok(Self {
            code: own.code.clone(),
            name: figures.name(own),
            province: province.map(|province| figures.name(province)),
            html: document.html(),
        })
    }
}

/// A region of the story's file, or of that of an indicator.
fn known<'a>(setting: &Setting<'a>, story: &'a Dataset, region: &str) -> Result<&'a Region, Error> {
    let mut files = std::iter::once(story).chain(setting.indicators.values());
    let found = files.find_map(|file| file.region(region).ok());
    match found {
        Some((_, region)) => Ok(region),
        None => story.region(region).map(|(_, region)| region),
    }
}
