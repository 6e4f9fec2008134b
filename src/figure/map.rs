// SPDX-License-Identifier: EUPL-1.2
//! Regions where they lie.

use super::annotations::Annotations;
use super::depiction::Depiction;
use super::record::Record;
use super::{members, method};
use crate::chart;
use crate::chart::canvas::{Canvas, Picture};
use crate::data::dataset::Dataset;
use crate::error::Error;
use crate::indicator::definition::Definition;
use crate::indicator::period::Period;
use crate::indicator::region::Region;
use crate::markup::Element;
use crate::request::Request;
use crate::text::narrative::Narrative;
use crate::text::words::map::MapWords;
#[cfg(feature = "tools")]
use crate::view::insight::Insight;
use crate::view::map;
use crate::view::members::ComparisonSet;

pub(super) struct Map<'a> {
    words: &'static MapWords,
    set: ComparisonSet<'a>,
    map: map::Map<'a>,
}

impl<'a> Map<'a> {
    pub(super) fn find(dataset: &'a Dataset, request: &Request) -> Result<Self, Error> {
        let set = ComparisonSet::find(dataset, request)?;
        #[cfg(feature = "tools")]
        let set = Insight::beside(set, dataset, request);
        let map = map::Map::of(dataset, &set)?;
        Ok(Self { words: MapWords::of(request.language), set, map })
    }
}

impl<'a> Depiction<'a> for Map<'a> {
    fn refused(&self) -> &[Error] {
        &self.set.refused
    }

    fn own(&self) -> &Region {
        self.set.own.region
    }

    fn indicators(&self) -> Vec<(&'a Definition, Period)> {
        vec![(self.set.definition, self.set.period)]
    }

    fn records(&self) -> Vec<Record<'_>> {
        members::records(&self.set)
    }

    fn name(&self) -> String {
        self.words.members_heading(&self.set)
    }

    fn headline(&self) -> String {
        self.words.members_headline(&self.set)
    }

    fn about(&self) -> Vec<String> {
        self.words.members_about(&self.set)
    }

    fn narrative(&self) -> Narrative {
        self.words.members_narrative(&self.set)
    }

    fn method(&self, threshold: f64) -> Vec<String> {
        let (words, set) = (self.words, &self.set);
        let mut said = members::method(words, set, threshold);
        said.extend(words.members_method(set));
        said.extend(words.map_method(set, &self.map));
        said.extend(method::note(words, set.definition));
        said
    }

    fn ground(&self) -> Option<String> {
        self.words.ground(&self.map)
    }

    fn picture(&self, canvas: Canvas) -> Option<Picture> {
        Some(chart::map(canvas, self.words, &self.set, &self.map))
    }

    fn table(&self, heading: &str, annotations: &Annotations) -> Element {
        members::verdict_table(self.words, &self.set, heading, annotations)
    }
}
