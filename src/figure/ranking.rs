// SPDX-License-Identifier: EUPL-1.2
//! Regions in the order of their values, or around the benchmark's figure in a funnel.

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
use crate::request::{Request, View};
use crate::text::narrative::Narrative;
use crate::text::words::funnel::FunnelWords;
use crate::view::funnel::Funnel;
#[cfg(feature = "tools")]
use crate::view::insight::Insight;
use crate::view::members::ComparisonSet;

pub(super) struct Ranking<'a> {
    words: &'static FunnelWords,
    set: ComparisonSet<'a>,
    /// Where they lie in a funnel; they are ranked otherwise.
    funnel: Option<Funnel>,
}

impl<'a> Ranking<'a> {
    pub(super) fn find(dataset: &'a Dataset, request: &Request) -> Result<Self, Error> {
        let set = ComparisonSet::find(dataset, request)?;
        let funnel = match request.view {
            View::Funnel => Some(Funnel::of(&set, dataset.threshold)?),
            _ => None,
        };
        #[cfg(feature = "tools")]
        let set = match request.view {
            View::Ranking => Insight::beside(set, dataset, request),
            _ => set,
        };
        #[cfg(feature = "tools")]
        let funnel = funnel.map(|funnel| widened(funnel, dataset, request, set.period));
        Ok(Self { words: FunnelWords::of(request.language), set, funnel })
    }
}

/// The funnel with wider limits beside its own, where it is asked for and areas differ by more than
/// chance.
#[cfg(feature = "tools")]
fn widened(mut funnel: Funnel, dataset: &Dataset, request: &Request, period: Period) -> Funnel {
    let now = Request { period: Some(period), ..request.clone() };
    let found = Insight::apart(dataset, &now).and_then(|insight| insight.dispersion);
    let spread = found.filter(|found| found.is_over());
    funnel.tau2 = spread.map(|found| found.tau2);
    funnel
}

impl<'a> Depiction<'a> for Ranking<'a> {
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
        match &self.funnel {
            Some(funnel) => self.words.funnel_headline(&self.set, funnel),
            None => self.words.members_headline(&self.set),
        }
    }

    fn about(&self) -> Vec<String> {
        self.words.members_about(&self.set)
    }

    fn narrative(&self) -> Narrative {
        match &self.funnel {
            Some(funnel) => self.words.funnel_narrative(&self.set, funnel),
            None => self.words.members_narrative(&self.set),
        }
    }

    fn method(&self, threshold: f64) -> Vec<String> {
        let (words, set) = (self.words, &self.set);
        let mut said = members::method(words, set, threshold);
        let is_cut = match &self.funnel {
            Some(funnel) => {
                said.extend(words.funnel_method(set, funnel));
                chart::is_cut_funnel(words, set, funnel)
            }
            None => {
                said.extend(words.members_method(set));
                chart::is_cut_ranking(words, set)
            }
        };
        if is_cut {
            said.push(words.axis_not_zero.to_string());
        }
        said.extend(method::note(words, set.definition));
        said
    }

    fn picture(&self, canvas: Canvas) -> Option<Picture> {
        let (words, set) = (self.words, &self.set);
        Some(match &self.funnel {
            Some(funnel) => chart::funnel(canvas, words, set, funnel),
            None => chart::ranking(canvas, words, set),
        })
    }

    fn table(&self, heading: &str, annotations: &Annotations) -> Element {
        let (words, set) = (self.words, &self.set);
        let Some(funnel) = &self.funnel else {
            return members::verdict_table(words, set, heading, annotations);
        };
        let head = words.position_head(set, funnel);
        members::table(words, set, heading, annotations, Some(&head), &|member| {
            funnel.point(set, member).map(|point| words.position(set, point))
        })
    }
}
