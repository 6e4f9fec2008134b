// SPDX-License-Identifier: EUPL-1.2
//! Regions where they lie.

use super::depiction::Depiction;
use super::record::Record;
use super::{members, method};
use crate::chart;
use crate::data::dataset::Dataset;
use crate::error::Error;
use crate::indicator::definition::Definition;
use crate::indicator::period::Period;
use crate::indicator::region::Region;
use crate::markup::Element;
use crate::request::Request;
use crate::text::words::map::MapWords;
use crate::view::map;
use crate::view::members::Areas;

pub(super) struct Map<'a> {
    words: &'static MapWords,
    areas: Areas<'a>,
    map: map::Map<'a>,
}

impl<'a> Map<'a> {
    pub(super) fn find(dataset: &'a Dataset, request: &Request) -> Result<Self, Error> {
        let areas = Areas::find(dataset, request)?;
        let map = map::Map::of(dataset, &areas)?;
        Ok(Self { words: MapWords::of(request.language), areas, map })
    }
}

impl<'a> Depiction<'a> for Map<'a> {
    fn refused(&self) -> &[Error] {
        &self.areas.refused
    }

    fn own(&self) -> &Region {
        self.areas.own.region
    }

    fn indicators(&self) -> Vec<(&'a Definition, Period)> {
        vec![(self.areas.definition, self.areas.period)]
    }

    fn records(&self) -> Vec<Record<'_>> {
        members::records(&self.areas)
    }

    fn heading(&self) -> String {
        self.words.areas_heading(&self.areas)
    }

    fn sentences(&self) -> Vec<String> {
        self.words.areas_sentences(&self.areas)
    }

    fn method(&self, threshold: f64) -> Vec<String> {
        let (words, areas) = (self.words, &self.areas);
        let mut said = members::method(words, areas, threshold);
        said.extend(words.areas_method(areas));
        said.extend(words.map_method(areas, &self.map));
        said.extend(method::note(words, areas.definition));
        said
    }

    fn picture(&self, width: u32, height: Option<f64>, has_marks: bool) -> Option<Element> {
        Some(chart::map(self.words, &self.areas, &self.map, width, height, has_marks))
    }

    fn table(&self, heading: &str) -> Element {
        members::verdict_table(self.words, &self.areas, heading)
    }
}
