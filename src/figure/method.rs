// SPDX-License-Identifier: EUPL-1.2
//! How a figure was made, in a line of small print.

use super::Figure;
use super::content::Content;
#[cfg(feature = "regional")]
use super::content::Regions;
use crate::chart;
use crate::indicator::definition::{Counted, Kind};
use crate::indicator::finding::Method;
use crate::indicator::region::COUNTRY;
use crate::request::View;
use crate::stats::trend::Verdict;
use crate::text::number::decimal;
use crate::text::words::fill;

impl Figure<'_> {
    /// How the interval came about, what is withheld and what else must be known, in a line.
    pub(super) fn method(&self) -> String {
        match &self.content {
            #[cfg(feature = "overview")]
            Content::Overview(overview) => {
                let view = self.request.view;
                self.words.overview_method(overview, view, self.threshold).join(" ")
            }
            _ => self.method_of_one(),
        }
    }

    fn method_of_one(&self) -> String {
        let (words, definition) = (self.words, self.content.definition());
        let records = self.content.records();
        let methods = || records.iter().filter_map(|r| r.finding.figure()).map(|f| f.interval);
        let has = |method| methods().flatten().any(|i| i.method == method);
        let mut said = Vec::new();
        if has(Method::Published) {
            said.push(words.method_published.to_string());
        } else if has(Method::Wilson) {
            said.push(words.method_wilson.to_string());
        } else if has(Method::Poisson) {
            said.push(words.method_poisson.to_string());
        } else if definition.counted == Counted::Municipalities {
            said.push(words.method_complete.to_string());
        } else if methods().next().is_some() {
            said.push(words.method_none.to_string());
        }
        if self.content.recent().is_some_and(|r| r.verdict != Verdict::CannotBeCalculated) {
            said.push(words.method_recent.to_string());
        }
        // Figures of one's own without counts cannot be judged, and are not said to be.
        if definition.counted == Counted::Persons && self.threshold > 0.0 {
            let threshold = decimal(words.language, self.threshold, 0);
            said.push(fill(words.method_withheld, &[("threshold", &threshold)]));
        }
        match &self.content {
            #[cfg(feature = "single")]
            Content::Single(selection) => {
                let view = self.request.view;
                if chart::is_cut(words, selection, view) {
                    said.push(words.axis_not_zero.to_string());
                }
                if matches!(view, View::Trend | View::Compare)
                    && definition.kind == Kind::Count
                    && selection.others.iter().any(|series| series.region.code != COUNTRY)
                {
                    said.push(words.counts_alone.to_string());
                }
            }
            #[cfg(feature = "ranked")]
            Content::Regions(Regions::Ranking(areas)) => {
                said.extend(words.areas_method(areas));
                if chart::is_cut_ranking(areas) {
                    said.push(words.axis_not_zero.to_string());
                }
            }
            #[cfg(feature = "ranked")]
            Content::Regions(Regions::Funnel(areas, funnel)) => {
                said.extend(words.funnel_method(areas, funnel));
                if chart::is_cut_funnel(areas, funnel) {
                    said.push(words.axis_not_zero.to_string());
                }
            }
            #[cfg(feature = "mapped")]
            Content::Regions(Regions::Map(areas, map)) => {
                said.extend(words.areas_method(areas));
                said.extend(words.map_method(areas, map));
            }
            #[cfg(feature = "overview")]
            Content::Overview(..) => {}
        }
        if let Some(note) = &definition.note {
            said.push(words.pick(note).to_string());
        }
        said.join(" ")
    }
}
