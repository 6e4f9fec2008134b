// SPDX-License-Identifier: EUPL-1.2
//! The whole widget as one tree: heading, sentences, chart, table, method, source.

mod content;
mod table;
#[cfg(feature = "regional")]
mod areas;
#[cfg(feature = "overview")]
mod overview;
mod source;
mod method;
mod downloads;
mod room;
mod rows;
pub mod export;
pub mod style;
pub mod unstyled;
#[cfg(not(target_arch = "wasm32"))]
mod reserve;
mod json;

use crate::chart;
use crate::data::dataset::Dataset;
use crate::error::Error;
use crate::indicator::definition::Definition;
use crate::markup::{Element, element};
use crate::request::{Details, Request, View};
#[cfg(feature = "single")]
use crate::text::sentence::sentences;
use crate::text::words::{Words, fill};
use content::Content;
#[cfg(feature = "regional")]
use content::Regions;

/// A request with what was found for it, ready to be put into any form.
#[derive(Debug)]
pub struct Figure<'a> {
    request: &'a Request,
    words: &'static Words,
    content: Content<'a>,
    threshold: f64,
}

impl<'a> Figure<'a> {
    /// Finds what the request asks for.
    ///
    /// # Errors
    /// What the request asks for is not in the data, or contradicts itself there.
    pub fn new(dataset: &'a Dataset, request: &'a Request) -> Result<Self, Error> {
        Ok(Self {
            request,
            words: Words::of(request.language),
            content: Content::find(dataset, request)?,
            threshold: dataset.threshold,
        })
    }

    /// Records that the file should not have held; they are shown as withheld.
    pub fn refused(&self) -> &[Error] {
        self.content.refused()
    }

    /// What names the figure: the indicator and the place.
    pub fn heading(&self) -> String {
        match &self.content {
            #[cfg(feature = "single")]
            Content::Single(selection) => {
                let name = self.words.pick(&selection.definition.name);
                [name, ", ", &self.words.place_label(&selection.own.region)].concat()
            }
            #[cfg(feature = "regional")]
            Content::Regions(regions) => self.words.areas_heading(regions.areas()),
            #[cfg(feature = "overview")]
            Content::Overview(overview) => self.words.overview_heading(overview, self.request.view),
        }
    }

    /// What the figure says, in sentences.
    pub fn sentences(&self) -> Vec<String> {
        match &self.content {
            #[cfg(feature = "single")]
            Content::Single(selection) => sentences(self.words, selection, self.request.view),
            #[cfg(feature = "ranked")]
            Content::Regions(Regions::Funnel(areas, funnel)) => {
                self.words.funnel_sentences(areas, funnel)
            }
            #[cfg(feature = "regional")]
            Content::Regions(regions) => self.words.areas_sentences(regions.areas()),
            #[cfg(feature = "overview")]
            Content::Overview(overview) => {
                self.words.overview_sentences(overview, self.request.view)
            }
        }
    }

    /// The picture alone, named by `id`'s heading and sentences; `None` for the table.
    pub fn picture(&self, id: &str) -> Option<Element> {
        self.picture_in(self.room(), id, true)
    }

    /// The same, about as high as `room`, or as high as suits it; the many marks of a comparison of
    /// regions are told apart or not.
    fn picture_in(&self, room: Option<f64>, id: &str, has_marks: bool) -> Option<Element> {
        let width = self.request.width;
        let svg = match &self.content {
            #[cfg(feature = "single")]
            Content::Single(selection) => {
                chart::draw(self.words, selection, self.request.view, width, room)?
            }
            #[cfg(feature = "ranked")]
            Content::Regions(Regions::Ranking(areas)) => {
                chart::ranking(self.words, areas, width, room, has_marks)
            }
            #[cfg(feature = "ranked")]
            Content::Regions(Regions::Funnel(areas, funnel)) => {
                chart::funnel(self.words, areas, funnel, width, room, has_marks)
            }
            #[cfg(feature = "mapped")]
            Content::Regions(Regions::Map(areas, map)) => {
                chart::map(self.words, areas, map, width, room, has_marks)
            }
            #[cfg(feature = "overview")]
            Content::Overview(overview) => {
                let sort = self.request.sort.as_deref();
                chart::overview(self.words, overview, self.request.view, sort, width, has_marks)
            }
        };
        Some(
            svg.with("role", "img")
                .with("aria-labelledby", [id, "-heading"].concat())
                .with("aria-describedby", [id, "-sentence"].concat()),
        )
    }

    /// The whole figure. `id` begins every id in it.
    pub fn tree(&self, id: &str) -> Element {
        let heading = match self.request.heading_level {
            1 => "h1",
            2 => "h2",
            3 => "h3",
            4 => "h4",
            5 => "h5",
            _ => "h6",
        };
        let heading = element(heading).with("id", [id, "-heading"].concat()).text(self.heading());
        let sentence = element("p")
            .class("sentence")
            .with("id", [id, "-sentence"].concat())
            .text(self.sentences().join(" "));
        let view = ["figure ", self.request.view.word()].concat();
        let mut figure = element("figure")
            .class(view)
            .with("lang", self.request.language.tag())
            .with("data-region", self.content.own().code.clone())
            .with("data-period", self.content.period().code())
            .child(heading)
            .child(sentence);
        #[cfg(feature = "overview")]
        if let (Content::Overview(overview), View::Heatmap) = (&self.content, self.request.view) {
            figure = figure.child(self.order(overview, id));
        }
        if let Some(picture) = self.picture_in(self.room(), id, !self.request.folds) {
            figure = figure.child(picture);
        }
        if self.request.view == View::Table {
            figure = figure.child(self.table());
        }
        figure = figure.child(element("p").class("method").text(self.method()));
        if self.request.details != Details::None {
            figure = figure.child(self.details(self.request.folds));
        }
        figure = figure.child(self.footer());
        if self.request.downloads {
            figure = figure.child(self.downloads());
        }
        figure
    }

    /// The table and the meaning of the figures, under a line that unfolds them.
    pub fn details(&self, folds: bool) -> Element {
        let words = self.words;
        let mut details = element("details");
        if self.request.details == Details::Open {
            details = details.with("open", "");
        }
        let is_table = self.request.view == View::Table;
        let summary = if is_table { words.explanation_summary } else { words.table_summary };
        details = details.child(element("summary").text(summary));
        if folds {
            return details;
        }
        if !is_table {
            details = details.child(self.table());
        }
        let definitions = self.content.definitions();
        let are_many = definitions.len() > 1;
        details.children(definitions.into_iter().map(|d| meaning(words, d, are_many)))
    }

    /// The same figures as rows and columns.
    fn table(&self) -> Element {
        match &self.content {
            #[cfg(feature = "single")]
            Content::Single(selection) => {
                let records = self.content.records();
                table::wide(self.words, selection, &records, &self.heading())
            }
            #[cfg(feature = "ranked")]
            Content::Regions(Regions::Funnel(areas, funnel)) => {
                let words = self.words;
                self.areas_table(areas, Some(words.of_funnel().average_head), &|area| {
                    funnel.point(areas, area).map(|point| words.position(areas, point))
                })
            }
            #[cfg(feature = "regional")]
            Content::Regions(regions) => self.verdict_table(regions.areas()),
            #[cfg(feature = "overview")]
            Content::Overview(overview) => self.overview_table(overview),
        }
    }
}

/// What an indicator is, with numerator and denominator; one of many by its name, and with its
/// note, which stands by the picture of a single one.
fn meaning(words: &Words, definition: &Definition, is_one_of_many: bool) -> Element {
    let mut said = vec![words.pick(&definition.definition).to_string()];
    if let Some(numerator) = &definition.numerator {
        said.push(fill(words.numerator_is, &[("numerator", words.pick(numerator))]));
    }
    if let Some(denominator) = &definition.denominator {
        said.push(fill(words.denominator_is, &[("denominator", words.pick(denominator))]));
    }
    let mut label = words.definition.to_string();
    if is_one_of_many {
        label = [words.pick(&definition.name), "."].concat();
        said.extend(definition.note.iter().map(|note| words.pick(note).to_string()));
    }
    element("p")
        .class("definition")
        .child(element("strong").text(label))
        .text(" ")
        .text(said.join(" "))
}

/// A tree that says why there is no figure.
pub fn notice(words: &Words, error: &Error) -> Element {
    element("p")
        .class("notice")
        .with("lang", words.language.tag())
        .with("role", "status")
        .text(words.message(error))
}
