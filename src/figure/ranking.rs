// SPDX-License-Identifier: EUPL-1.2
//! Regions in the order of their values, or around their average in a funnel.

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
use crate::request::{Request, View};
use crate::text::words::funnel::FunnelWords;
use crate::view::funnel::Funnel;
use crate::view::members::Areas;

pub(super) struct Ranking<'a> {
    words: &'static FunnelWords,
    areas: Areas<'a>,
    /// Where they lie in a funnel; they are ranked otherwise.
    funnel: Option<Funnel>,
}

impl<'a> Ranking<'a> {
    pub(super) fn find(dataset: &'a Dataset, request: &Request) -> Result<Self, Error> {
        let areas = Areas::find(dataset, request)?;
        let funnel = match request.view {
            View::Funnel => Some(Funnel::of(&areas, dataset.threshold)?),
            _ => None,
        };
        Ok(Self { words: FunnelWords::of(request.language), areas, funnel })
    }
}

impl<'a> Depiction<'a> for Ranking<'a> {
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
        match &self.funnel {
            Some(funnel) => self.words.funnel_sentences(&self.areas, funnel),
            None => self.words.areas_sentences(&self.areas),
        }
    }

    fn method(&self, threshold: f64) -> Vec<String> {
        let (words, areas) = (self.words, &self.areas);
        let mut said = members::method(words, areas, threshold);
        let is_cut = match &self.funnel {
            Some(funnel) => {
                said.extend(words.funnel_method(areas, funnel));
                chart::is_cut_funnel(areas, funnel)
            }
            None => {
                said.extend(words.areas_method(areas));
                chart::is_cut_ranking(areas)
            }
        };
        if is_cut {
            said.push(words.axis_not_zero.to_string());
        }
        said.extend(method::note(words, areas.definition));
        said
    }

    fn picture(&self, width: u32, height: Option<f64>, has_marks: bool) -> Option<Element> {
        let (words, areas) = (self.words, &self.areas);
        Some(match &self.funnel {
            Some(funnel) => chart::funnel(words, areas, funnel, width, height, has_marks),
            None => chart::ranking(words, areas, width, height, has_marks),
        })
    }

    fn table(&self, heading: &str) -> Element {
        let (words, areas) = (self.words, &self.areas);
        let Some(funnel) = &self.funnel else {
            return members::verdict_table(words, areas, heading);
        };
        members::table(words, areas, heading, Some(words.average_head), &|area| {
            funnel.point(areas, area).map(|point| words.position(areas, point))
        })
    }
}
