// SPDX-License-Identifier: EUPL-1.2
//! One figure without axes: amid somebody's text, or as dots.

use super::annotations::Annotations;
use super::depiction::Depiction;
use super::inline::Inline;
use super::method;
use super::record::Record;
use super::single::Single;
use crate::chart;
use crate::chart::canvas::{Canvas, Picture};
use crate::data::dataset::Dataset;
use crate::error::Error;
use crate::indicator::definition::Definition;
use crate::indicator::finding::Finding;
use crate::indicator::period::Period;
#[cfg(not(target_arch = "wasm32"))]
use crate::indicator::recent::RecentTrend;
use crate::indicator::region::Region;
use crate::markup::Element;
use crate::request::{Request, View};
use crate::text::narrative::Narrative;
use crate::text::template::{fill, joined};
use crate::text::words::brief::BriefWords;
use crate::view::icons::Icons;

pub(super) struct Brief<'a> {
    words: &'static BriefWords,
    view: View,
    /// What it is of, and the table behind it.
    single: Single<'a>,
    icons: Option<Icons>,
}

impl<'a> Brief<'a> {
    pub(super) fn find(dataset: &'a Dataset, request: &Request) -> Result<Self, Error> {
        let single = Single::find(dataset, request)?;
        let is_dots = request.view == View::Icons;
        let icons = if is_dots { Icons::of(&single.selection) } else { None };
        let words = BriefWords::of(request.language);
        Ok(Self { words, view: request.view, single, icons })
    }
}

impl<'a> Depiction<'a> for Brief<'a> {
    fn refused(&self) -> &[Error] {
        self.single.refused()
    }

    fn own(&self) -> &Region {
        self.single.own()
    }

    fn indicators(&self) -> Vec<(&'a Definition, Period)> {
        self.single.indicators()
    }

    #[cfg(not(target_arch = "wasm32"))]
    fn recent(&self) -> Option<RecentTrend> {
        self.single.recent()
    }

    fn records(&self) -> Vec<Record<'_>> {
        self.single.records()
    }

    fn name(&self) -> String {
        self.single.name()
    }

    fn headline(&self) -> String {
        self.single.headline()
    }

    fn about(&self) -> Vec<String> {
        self.single.about()
    }

    fn narrative(&self) -> Narrative {
        let mut narrative = self.single.narrative();
        if self.view == View::Icons && self.icons.is_none() {
            narrative.lede.push(self.words.no_dots.to_string());
        }
        narrative
    }

    fn method(&self, threshold: f64) -> Vec<String> {
        let definition = self.single.selection.definition;
        let mut said = method::of_intervals(self.words, definition, &self.records());
        said.extend(method::withholding(self.words, definition, threshold));
        said.extend(method::note(self.words, definition));
        said
    }

    fn picture(&self, canvas: Canvas) -> Option<Picture> {
        Some(chart::icons(canvas, self.words, &self.single.selection, self.icons.as_ref()?))
    }

    fn table(&self, heading: &str, annotations: &Annotations) -> Element {
        self.single.table(heading, annotations)
    }

    fn inline(&self) -> Inline {
        let (words, selection) = (self.words, &self.single.selection);
        let is_alone = self.view == View::Value;
        let text = match is_alone {
            true => words.value_alone(selection),
            false => joined(&self.narrative().lede, " "),
        };
        Inline {
            text,
            // Of what is not there nobody asks how old it is.
            year: (is_alone && selection.finding().is_some_and(Finding::says_something))
                .then(|| words.period(selection.period)),
            note: words.note(selection, is_alone),
            ask: fill(words.ask, &[("name", &self.name())]),
        }
    }
}
