// SPDX-License-Identifier: EUPL-1.2
//! The whole widget as one tree: heading, sentences, chart, table, method, source. The only place
//! that knows a request, what was found for it, its words and its picture together.

mod record;
pub(crate) mod table;
#[cfg(feature = "tools")]
mod annotations;
#[cfg(not(feature = "tools"))]
#[path = "unannotated.rs"]
mod annotations;
mod rows;
mod method;
#[cfg(feature = "brief")]
mod inline;
mod depiction;
mod head;
mod members;
mod single;
mod ranking;
mod map;
mod overview;
mod story;
#[cfg(feature = "brief")]
mod brief;
mod family;
mod source;
mod downloads;
pub mod citation;
#[cfg(feature = "tools")]
mod book;
pub mod notice;
mod room;
pub mod export;
#[cfg(not(target_arch = "wasm32"))]
pub mod linked;
pub mod unstyled;
#[cfg(any(not(target_arch = "wasm32"), feature = "tools"))]
mod reserve;
#[cfg(not(target_arch = "wasm32"))]
pub mod style;
#[cfg(any(not(target_arch = "wasm32"), feature = "tools"))]
mod frame;
pub mod json;
pub mod insight;
#[cfg(feature = "tools")]
mod conclusions;

use crate::chart::canvas::{Canvas, Picture};
use crate::data::dataset::Dataset;
use crate::error::Error;
use crate::indicator::definition::Definition;
use crate::indicator::period::Period;
use crate::markup::{Element, element};
use crate::request::{Details, Request, View};
use crate::text::narrative::Narrative;
use crate::text::template::{fill, joined};
use crate::text::words::Words;
use annotations::Annotations;
#[cfg(feature = "tools")]
use conclusions::Conclusions;
use family::Found;
use head::Head;
use room::Room;
use source::Source;

/// A request with what was found for it and what that says, ready to be put into any form.
#[derive(Debug)]
pub struct Figure<'a> {
    request: &'a Request,
    words: &'static Words,
    depiction: Found<'a>,
    /// Every indicator with its period; the sentences speak of the first.
    indicators: Vec<(&'a Definition, Period)>,
    head: Head,
    narrative: Narrative,
    /// The sentences above the picture, one after another.
    text: String,
    /// How it was made, in a line of small print.
    method: String,
    source: Source<'a>,
    annotations: Annotations<'a>,
    #[cfg(feature = "tools")]
    conclusions: Conclusions,
}

impl<'a> Figure<'a> {
    /// Finds what the request asks for.
    ///
    /// # Errors
    /// What the request asks for is not in the data, or contradicts itself there.
    pub fn new(dataset: &'a Dataset, request: &'a Request) -> Result<Self, Error> {
        let words = Words::of(request.language);
        let depiction = Found::find(dataset, request)?;
        let narrative = depiction.narrative();
        let indicators = depiction.indicators();
        let head = Head::of(request, words, &*depiction);
        Ok(Self {
            request,
            words,
            text: joined(&narrative.lede, " "),
            narrative,
            method: joined(&depiction.method(dataset.threshold), " "),
            source: Source::of(words, &indicators, &*depiction, head.is_outdated),
            annotations: Annotations::of(request, dataset, words, depiction.own()),
            #[cfg(feature = "tools")]
            conclusions: Conclusions::of(request, dataset, &indicators),
            head,
            indicators,
            depiction,
        })
    }

    /// Records that the file should not have held; they are shown as withheld.
    pub fn refused(&self) -> &[Error] {
        self.depiction.refused()
    }

    /// What stands in its heading: what the figure shows, its name, or a text of the page's own.
    pub fn heading(&self) -> &str {
        &self.head.heading
    }

    /// What names the figure: the indicator and the place.
    pub fn name(&self) -> &str {
        &self.head.name
    }

    /// What the figure is of, in the line below the heading: name, unit, period.
    pub fn about(&self) -> &str {
        &self.head.about
    }

    /// What the figure says, in sentences: those above the picture, then those below it, how old the
    /// figures are, what whoever placed the chart says of them, and what can be concluded where that is
    /// asked for.
    pub fn sentences(&self) -> Vec<String> {
        let Narrative { lede, more } = &self.narrative;
        let annotations = self.annotations.lines();
        let sentences = [lede.as_slice(), more, self.head.age.as_slice(), &annotations].concat();
        #[cfg(feature = "tools")]
        let sentences = [sentences, self.conclusions.lines()].concat();
        sentences
    }

    /// How old the figures are, where they are old, and whether there are newer ones.
    #[cfg(not(target_arch = "wasm32"))]
    pub fn age(&self) -> Option<&str> {
        self.head.age.as_deref()
    }

    /// The sentences above the picture: at most thirty-five words.
    pub fn lede(&self) -> &str {
        &self.text
    }

    /// The first indicator's id; of the only one, but in an overview.
    fn indicator(&self) -> &str {
        self.indicators.first().map_or("", |(definition, _)| &definition.id)
    }

    /// The code of the period that the sentences speak of.
    fn period(&self) -> String {
        self.indicators.first().map_or(String::new(), |(_, period)| period.code())
    }

    /// The picture alone, named by `id`'s heading and described by its sentences; `None` for the table.
    pub fn picture(&self, id: &str) -> Option<Element> {
        self.picture_in(self.room(self.request.deferred), id, true).map(|picture| picture.svg)
    }

    /// The picture and its legend, in an element of their own: what a new width changes.
    pub fn redrawn(&self, id: &str) -> Element {
        self.pictured(element("div"), id, true)
    }

    /// `parent` with the picture, and with the legend where that stands in the page. The style sheet puts
    /// it above the picture, or beside it.
    fn pictured(&self, parent: Element, id: &str, has_marks: bool) -> Element {
        let Some(picture) = self.picture_in(self.room(self.request.deferred), id, has_marks) else {
            return parent;
        };
        let parent = parent.child(picture.svg);
        if picture.legend.is_empty() {
            return parent;
        }
        // What the signs say to who sees them stands in the sentences and the table.
        let legend = element("ul").class("legend").with("aria-hidden", "true");
        parent.child(legend.children(picture.legend))
    }

    /// The same, as wide as said and about as high, or as high as suits it; the many marks of a
    /// comparison of regions are told apart or not.
    fn picture_in(
        &self,
        Room { width, height, legend }: Room,
        id: &str,
        has_marks: bool,
    ) -> Option<Picture> {
        let canvas = Canvas::new(width, height, legend, has_marks);
        #[cfg(feature = "tools")]
        let canvas = canvas.flagged(self.annotations.targets());
        let picture = self.depiction.picture(canvas)?;
        let mut described = [id, "-sentence"].concat();
        if !self.annotations.is_empty() {
            described = [&described, " ", id, "-annotations"].concat();
        }
        let svg = picture
            .svg
            .with("role", "img")
            .with("aria-labelledby", [id, "-heading ", id, "-about"].concat())
            .with("aria-describedby", described);
        Some(Picture { svg, ..picture })
    }

    /// The whole figure. `id` begins every id in it.
    pub fn tree(&self, id: &str) -> Element {
        self.tree_of(id, self.head.age.as_deref())
    }

    /// The whole figure, with a line on its age.
    fn tree_of(&self, id: &str, age: Option<&str>) -> Element {
        #[cfg(feature = "brief")]
        if self.request.view.is_inline() {
            return self.inline(id);
        }
        let heading = match self.request.heading_level {
            1 => "h1",
            2 => "h2",
            3 => "h3",
            4 => "h4",
            5 => "h5",
            _ => "h6",
        };
        let heading =
            element(heading).with("id", [id, "-heading"].concat()).text(self.head.heading.clone());
        let about = paragraph("about", &self.head.about).with("id", [id, "-about"].concat());
        let sentence = paragraph("sentence", &self.text).with("id", [id, "-sentence"].concat());
        let view = ["figure ", self.request.view.word()].concat();
        let mut figure = element("figure")
            .class(view)
            .with("lang", self.request.language.tag())
            .with("data-region", self.depiction.own().code.clone())
            .with("data-period", self.period())
            .child(heading)
            .child(about)
            .child(sentence);
        if let Some(age) = age {
            figure = figure.child(paragraph("age", age));
        }
        if let Some(order) = self.depiction.order(id) {
            figure = figure.child(order);
        }
        figure = self.pictured(figure, id, !self.request.deferred);
        if !self.annotations.is_empty() {
            figure = figure.child(self.annotations.list(id));
        }
        if self.request.view == View::Table {
            figure = figure.child(self.table());
        }
        figure = match self.request.details {
            Details::None => figure.child(self.method()),
            _ => figure.child(self.details(self.request.deferred)),
        };
        #[cfg(feature = "tools")]
        {
            figure = figure.children(self.conclusions.block(self.request.language));
        }
        figure = figure.child(self.source.footer(self.words));
        if self.request.downloads {
            figure = figure.child(self.downloads());
        }
        figure
    }

    /// What can be concluded from all regions of the sort together, where that is asked for.
    #[cfg(feature = "tools")]
    pub fn conclusions(&self) -> Element {
        self.conclusions.tree(self.request)
    }

    /// The table and the meaning of the figures, under a line that unfolds them.
    pub fn details(&self, deferred: bool) -> Element {
        let words = self.words;
        let mut details = element("details");
        if self.request.details == Details::Open {
            details = details.with("open", "");
        }
        let is_table = self.request.view == View::Table;
        let more = joined(&self.narrative.more, " ");
        let summary = if is_table { words.explanation_summary } else { words.table_summary };
        details = details.child(element("summary").text(summary));
        if deferred {
            return details;
        }
        if !more.is_empty() {
            details = details.child(paragraph("more", &more));
        }
        if !is_table {
            details = details.child(self.table());
        }
        let are_many = self.indicators.len() > 1;
        details
            .children(self.indicators.iter().map(|(d, _)| meaning(words, d, are_many)))
            .child(self.method())
    }

    /// How it was made, in small print.
    fn method(&self) -> Element {
        paragraph("method", &self.method)
    }

    /// The same figures as rows and columns.
    fn table(&self) -> Element {
        self.depiction.table(&self.head.name, &self.annotations)
    }
}

fn paragraph(class: &'static str, text: &str) -> Element {
    element("p").class(class).text(text.to_string())
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
        .text(joined(&said, " "))
}
