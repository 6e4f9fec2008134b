// SPDX-License-Identifier: EUPL-1.2
//! What whoever placed the chart says of its figures: numbered, with a flag in the picture, and read
//! below it, in the table and in what leaves the page.

use super::table;
use crate::chart::canvas::flag::Target;
use crate::data::dataset::Dataset;
use crate::indicator::finding::Finding;
use crate::indicator::region::Region;
use crate::markup::{Element, element};
use crate::request::{Annotation, Request};
use crate::text::words::Words;
use crate::text::words::file::FileWords;

/// An annotation with what it is about.
#[derive(Debug)]
struct Placed<'a> {
    annotation: &'a Annotation,
    target: Target,
    /// Period and region in words, as far as they are given.
    about: String,
}

/// The annotations of a figure, in the order of their numbers from 1 on.
#[derive(Debug)]
pub(super) struct Annotations<'a> {
    placed: Vec<Placed<'a>>,
    pub(super) title: &'static str,
}

impl<'a> Annotations<'a> {
    pub(super) fn of(request: &'a Request, dataset: &Dataset, words: &Words, own: &Region) -> Self {
        let find = |wanted: &str| dataset.region(wanted).ok().map(|(_, region)| region);
        let place = |annotation: &'a Annotation| {
            let wanted = annotation.region.as_deref();
            let region = wanted.map_or(Some(own), find);
            let period = annotation.period.map(|period| words.period(period));
            // Of a region that the figure does not show, what is given is all that is known.
            let name = wanted.map(|name| find(name).map_or(name.to_string(), |r| words.name(r)));
            let about: Vec<String> = period.into_iter().chain(name).collect();
            let code = region.map_or_else(String::new, |region| region.code.clone());
            let target = Target { code, period: annotation.period };
            Placed { annotation, target, about: about.join(", ") }
        };
        let placed = request.annotations.iter().map(place).collect();
        Self { placed, title: FileWords::of(request.language).annotations }
    }

    pub(super) fn is_empty(&self) -> bool {
        self.placed.is_empty()
    }

    /// Where their flags go.
    pub(super) fn targets(&self) -> impl Iterator<Item = Target> {
        self.placed.iter().map(|placed| placed.target.clone())
    }

    /// Each in a line with its number.
    pub(super) fn lines(&self) -> Vec<String> {
        let line = |(nth, placed): (usize, &Placed)| {
            let number = [&(nth + 1).to_string(), ". "].concat();
            let about = if placed.about.is_empty() { "" } else { ": " };
            [&number, &placed.about, about, &placed.annotation.text].concat()
        };
        self.placed.iter().enumerate().map(line).collect()
    }

    /// The list below the picture. A script that takes over reads them from it again.
    pub(super) fn list(&self, id: &str) -> Element {
        let item = |Placed { annotation, target, about }: &Placed| {
            let mut item = element("li");
            if let Some(period) = annotation.period {
                item = item.with("data-period", period.code());
            }
            let given = annotation.region.as_ref();
            let region = given.map(|name| if target.code.is_empty() { name } else { &target.code });
            if let Some(region) = region {
                item = item.with("data-region", region.clone());
            }
            if !about.is_empty() {
                item = item.child(element("strong").text(about.clone())).text(" ");
            }
            item.child(element("span").text(annotation.text.clone()))
        };
        element("ol")
            .class("annotations")
            .with("id", [id, "-annotations"].concat())
            .children(self.placed.iter().map(item))
    }

    /// The head of their column in a table.
    pub(super) fn head(&self) -> Option<Element> {
        (!self.is_empty()).then(|| table::head(self.title))
    }

    /// The cell of a finding in it.
    pub(super) fn cell(&self, region: &Region, finding: &Finding) -> Option<Element> {
        (!self.is_empty()).then(|| element("td").text(self.of_finding(region, finding)))
    }

    /// What is said of the finding of a region.
    pub(super) fn of_finding(&self, region: &Region, finding: &Finding) -> String {
        let is_of = |placed: &&Placed| {
            placed.target.code == region.code
                && placed.target.period.is_none_or(|period| period == finding.period)
        };
        let texts = self.placed.iter().filter(is_of).map(|placed| placed.annotation.text.as_str());
        texts.collect::<Vec<_>>().join("; ")
    }
}
