// SPDX-License-Identifier: EUPL-1.2
//! The file that a story of one region needs besides the file of the region: what the indicators mean,
//! the country through the years, and how far the regions of each sort lie apart.

use super::dataset::{Part, Publication, Said};
use crate::data::dataset::Dataset;
use crate::data::jsonstat::{JsonStat, Told};
use crate::indicator::definition::Definition;
use crate::indicator::finding::Finding;
use crate::indicator::period::Period;
use crate::indicator::region::COUNTRY;
use crate::prepare::geography::place::Place;
use crate::prepare::recipe::catalogue::Entry;
use crate::request::Request;
use crate::view::members::ComparisonSet;
use crate::view::single::Selection;
use std::collections::BTreeSet;

/// The name of the file.
pub(super) const FILE: &str = "story.json";

/// The sorts of regions that have a spread, by the first letters of their codes.
const KINDS: [&str; 4] = ["GM", "GG", "PV", "CR"];

/// Decimals of a quartile beyond those of the indicator: a mark moves by less than can be seen.
const DECIMALS: i32 = 2;

impl Publication<'_> {
    /// The file: every indicator of which a part of the country has a figure.
    pub fn story(&self) -> JsonStat {
        let chosen = self.chosen();
        let definitions: Vec<&Definition> = chosen.iter().map(|(d, _)| *d).collect();
        let country: Vec<&Place> = self.places.iter().filter(|p| p.code == COUNTRY).collect();
        let mut file = self.dataset(&Part {
            label: "Alle indicatoren door de jaren",
            definitions: &definitions,
            said: Said::Definitions,
            places: &country,
            chosen: None,
            has: &|_, _, _| true,
        });
        let is_told = |entry: &&Entry| definitions.iter().any(|d| d.id == entry.definition.id);
        let told = self.catalogue.iter().filter(is_told);
        file.extension.spreads = told.flat_map(|entry| self.spreads(entry)).collect();
        file
    }

    /// The spreads by one indicator, in the periods that the story of any region speaks of.
    fn spreads(&self, entry: &Entry) -> Vec<Told> {
        let id = &entry.definition.id;
        let Ok(dataset) = Dataset::try_from(self.indicator(entry)) else { return Vec::new() };
        let mut told = Vec::new();
        for kind in KINDS {
            let codes: Vec<&str> =
                self.places.iter().map(|p| &*p.code).filter(|c| c.starts_with(kind)).collect();
            let Some(first) = codes.first() else { continue };
            let periods: BTreeSet<Period> =
                codes.iter().filter_map(|code| newest(&dataset, id, code)).collect();
            for period in periods {
                let spread = asked(id, first, "ranking", &period.code())
                    .and_then(|request| ComparisonSet::find(&dataset, &request).ok())
                    .and_then(|set| set.spread());
                let Some(spread) = spread else { continue };
                let scale = 10_f64.powi(i32::from(entry.definition.decimals) + DECIMALS);
                let values = [spread.lowest, spread.lower, spread.upper, spread.highest];
                told.push(Told {
                    indicator: id.clone(),
                    kind: kind.into(),
                    period: period.code(),
                    count: u32::try_from(spread.count).unwrap_or(u32::MAX),
                    values: values.map(|value| (value * scale).round() / scale),
                });
            }
        }
        told
    }
}

/// The period that the story of a region speaks of, where it has a number then.
fn newest(dataset: &Dataset, id: &str, code: &str) -> Option<Period> {
    let selection = Selection::find(dataset, &asked(id, code, "trend", "")?).ok()?;
    selection.finding().and_then(Finding::estimate).map(|_| selection.period)
}

fn asked(id: &str, code: &str, view: &str, period: &str) -> Option<Request> {
    let attributes = [("indicator", id), ("region", code), ("view", view), ("period", period)];
    let attribute = |name: &str| {
        let (_, value) = attributes.iter().find(|(known, _)| *known == name)?;
        Some((*value).to_string())
    };
    Request::parse(attribute, "nl", 640).ok()
}
