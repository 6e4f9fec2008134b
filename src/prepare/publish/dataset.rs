// SPDX-License-Identifier: EUPL-1.2
//! Records to JSON-stat 2.0: one file for each indicator, one for each region, one
//! of all, and an index.

use super::measure::{LABELS, cells};
use crate::data::cells::{Cells, Members};
use crate::data::jsonstat::{
    Category, CellNote, Dimension, Extension, FORMAT, JsonStat, MEASURES, StatusLabels,
};
use crate::indicator::definition::Definition;
use crate::indicator::observation::Status;
use crate::indicator::period::Period;
use crate::indicator::region::{COUNTRY, Kind};
use crate::prepare::geography::place::{Place, Places};
use crate::prepare::geometry::Geometry;
use crate::prepare::recipe::catalogue::{Entry, PROGRAMME};
use crate::prepare::record::{Record, Records};
use std::collections::{BTreeMap, BTreeSet};

/// Everything that is published, and under which threshold it was controlled.
pub struct Publication<'a> {
    /// The indicators.
    pub catalogue: &'a [Entry],
    /// The places.
    pub places: &'a Places,
    /// The released records by indicator.
    pub records: &'a BTreeMap<String, Records>,
    /// The disclosure threshold.
    pub threshold: f64,
    /// Where the places lie.
    pub geometry: &'a Geometry,
}

impl Publication<'_> {
    /// The file of one indicator: all regions.
    pub fn indicator(&self, entry: &Entry) -> JsonStat {
        let regions: Vec<&Place> = self.places.iter().collect();
        self.dataset(&entry.definition.name.nl, &[&entry.definition], &regions, &BTreeMap::new())
    }

    /// The file of many indicators: all regions, every indicator of which a part of the country
    /// has a figure, each in the one period of which most municipalities have one.
    pub fn overview(&self) -> JsonStat {
        let regions: Vec<&Place> = self.places.iter().collect();
        let mut definitions: Vec<&Definition> = Vec::new();
        let mut periods: BTreeMap<&str, Period> = BTreeMap::new();
        // What the programme says of itself is told by itself, and not set beside other figures.
        let is_own = |entry: &&Entry| entry.sets.iter().all(|set| set == PROGRAMME);
        for entry in self.catalogue.iter().filter(|entry| !is_own(entry)) {
            if let Some(period) = self.widest(&entry.definition.id) {
                definitions.push(&entry.definition);
                periods.insert(&entry.definition.id, period);
            }
        }
        self.dataset("Alle indicatoren, alle regio's", &definitions, &regions, &periods)
    }

    /// The period of which most municipalities have a figure, then most other parts of the
    /// country; the latest among equals.
    fn widest(&self, id: &str) -> Option<Period> {
        let mut counts: BTreeMap<Period, (usize, usize)> = BTreeMap::new();
        for ((code, period), record) in self.records.get(id)? {
            let says = cells(record).iter().any(Option::is_some);
            match Kind::of(code) {
                Kind::Country => {}
                Kind::Municipality if says => counts.entry(*period).or_default().0 += 1,
                _ if says => counts.entry(*period).or_default().1 += 1,
                _ => {}
            }
        }
        let of = |(period, counts): &(Period, (usize, usize))| {
            let (end, months) = period.recency();
            (*counts, (-end, -months))
        };
        counts.into_iter().max_by_key(of).map(|(period, _)| period)
    }

    /// The file of one region: with the groups that it lies in and the country, every indicator
    /// of which any of them has a record.
    pub fn region(&self, place: &Place) -> JsonStat {
        let parents = self.places.parents(place);
        let codes: Vec<&str> =
            [COUNTRY, &place.code].into_iter().chain(parents.iter().map(String::as_str)).collect();
        let regions: Vec<&Place> =
            self.places.iter().filter(|p| codes.contains(&p.code.as_str())).collect();
        let definitions: Vec<&Definition> = self
            .catalogue
            .iter()
            .map(|e| &e.definition)
            .filter(|d| {
                let records = self.records.get(&d.id);
                records.is_some_and(|r| r.keys().any(|(code, _)| codes.contains(&code.as_str())))
            })
            .collect();
        self.dataset(&place.name, &definitions, &regions, &BTreeMap::new())
    }

    /// `only` holds the indicators of which no more than one period is written.
    fn dataset(
        &self,
        label: &str,
        definitions: &[&Definition],
        regions: &[&Place],
        only: &BTreeMap<&str, Period>,
    ) -> JsonStat {
        let codes: BTreeSet<&str> = regions.iter().map(|p| p.code.as_str()).collect();
        let records = |definition: &Definition| {
            let records = self.records.get(&definition.id).into_iter().flatten();
            let only = only.get(definition.id.as_str()).copied();
            records
                .filter(|((code, _), _)| codes.contains(code.as_str()))
                .filter(move |((_, period), _)| only.is_none_or(|only| only == *period))
        };
        let mut periods: Vec<Period> =
            definitions.iter().flat_map(|d| records(d).map(|((_, period), _)| *period)).collect();
        periods.sort_by_key(|p| (p.end(), p.months()));
        periods.dedup();
        let written: Vec<(&&Definition, Vec<_>)> = definitions
            .iter()
            .map(|d| (d, records(d).map(|(k, r)| (k, cells(r), r)).collect()))
            .collect();
        let occurs = |at: usize| {
            let mut all = written.iter().flat_map(|(_, records)| records);
            all.any(|(_, cells, _)| cells.get(at).is_some_and(Option::is_some))
        };
        let mut measures: Vec<usize> = (0..MEASURES.len()).filter(|at| occurs(*at)).collect();
        if measures.is_empty() {
            measures.push(0);
        }

        let mut values =
            vec![None; definitions.len() * measures.len() * regions.len() * periods.len()];
        let mut status = Vec::new();
        let mut notes = Vec::new();
        let region_at: BTreeMap<&str, usize> =
            regions.iter().enumerate().map(|(i, p)| (p.code.as_str(), i)).collect();
        for (i, (_, records)) in written.iter().enumerate() {
            for ((code, period), numbers, record) in records {
                let at = region_at.get(code.as_str()).copied();
                let Some((r, p)) = at.zip(periods.iter().position(|p| p == period)) else {
                    continue;
                };
                let cell =
                    |m: usize| ((i * measures.len() + m) * regions.len() + r) * periods.len() + p;
                for (m, measure) in measures.iter().enumerate() {
                    if let Some(slot) = values.get_mut(cell(m)) {
                        *slot = numbers.get(*measure).copied().flatten();
                    }
                }
                if let Some(word) = record.status {
                    status.push((cell(0), word.word().to_string()));
                }
                if record.source.is_some() || record.note.is_some() {
                    let note =
                        CellNote { source: record.source.clone(), note: record.note.clone() };
                    notes.push((cell(0), note));
                }
            }
        }
        status.sort_unstable();
        notes.sort_by_key(|(cell, _)| *cell);
        let used: BTreeSet<&str> = status.iter().map(|(_, word)| word.as_str()).collect();
        let labels: Vec<(String, String)> = STATUSES
            .iter()
            .filter(|(status, _)| used.contains(status.word()))
            .map(|(status, label)| (status.word().to_string(), (*label).to_string()))
            .collect();

        let dimension = |label: &str, categories: Vec<(String, Option<String>)>| Dimension {
            label: label.into(),
            category: Category {
                index: categories.iter().map(|(code, _)| code.clone()).collect(),
                label: Members(
                    categories
                        .into_iter()
                        .filter_map(|(code, label)| Some((code, label?)))
                        .collect(),
                ),
            },
        };
        let dimensions = vec![
            (
                "indicator",
                dimension(
                    "Indicator",
                    definitions.iter().map(|d| (d.id.clone(), Some(d.name.nl.clone()))).collect(),
                ),
            ),
            (
                "measure",
                dimension(
                    "Maat",
                    measures
                        .iter()
                        .filter_map(|m| Some((MEASURES.get(*m)?, LABELS.get(*m)?)))
                        .map(|(code, label)| ((*code).into(), Some((*label).into())))
                        .collect(),
                ),
            ),
            (
                "region",
                dimension(
                    "Regio",
                    regions.iter().map(|p| (p.code.clone(), Some(p.name.clone()))).collect(),
                ),
            ),
            ("period", dimension("Periode", periods.iter().map(|p| (p.code(), None)).collect())),
        ];
        let strings = |s: &[&str]| s.iter().map(ToString::to_string).collect::<Vec<_>>();
        let parents = regions
            .iter()
            .map(|p| (p.code.clone(), self.places.parents(p)))
            .map(|(code, parents)| {
                (code, parents.into_iter().filter(|p| codes.contains(p.as_str())).collect())
            })
            .filter(|(_, parents): &(_, Vec<_>)| !parents.is_empty())
            .collect();
        let aliases = self
            .places
            .sure_aliases()
            .filter(|(_, code)| codes.contains(code))
            .map(|(alias, code)| (alias.to_string(), code.to_string()))
            .collect();
        let updated: BTreeSet<&String> =
            definitions.iter().filter_map(|d| d.source.updated.as_ref()).collect();
        let updated = match definitions {
            [_] => updated.first().map(ToString::to_string),
            _ => None,
        };
        JsonStat {
            version: "2.0".into(),
            class: "dataset".into(),
            label: label.into(),
            source: sources(definitions),
            updated,
            id: dimensions.iter().map(|(id, _)| (*id).to_string()).collect(),
            size: dimensions.iter().map(|(_, d)| d.category.index.len()).collect(),
            role: Members(vec![
                ("time".into(), strings(&["period"])),
                ("geo".into(), strings(&["region"])),
                ("metric".into(), strings(&["measure"])),
            ]),
            dimension: Members(dimensions.into_iter().map(|(id, d)| (id.to_string(), d)).collect()),
            value: Cells::of(values),
            status: Members(status.into_iter().map(|(at, word)| (at.to_string(), word)).collect()),
            extension: Extension {
                format: FORMAT,
                threshold: self.threshold,
                definitions: definitions.iter().map(|d| (*d).clone()).collect(),
                parents: Members(parents),
                aliases: Members(aliases),
                status: StatusLabels { label: Members(labels) },
                cells: Members(
                    notes.into_iter().map(|(at, note)| (at.to_string(), note)).collect(),
                ),
            },
        }
    }

    /// How many records have a figure or an answer.
    pub fn shown(&self) -> usize {
        let says = |r: &&Record| r.is_figure();
        self.records.values().flat_map(BTreeMap::values).filter(says).count()
    }
}

const STATUSES: [(Status, &str); 7] = [
    (Status::Provisional, "voorlopig cijfer"),
    (Status::Estimate, "schatting"),
    (Status::Withheld, "niet getoond: te weinig personen, of geheim volgens de bron"),
    (Status::Missing, "geen cijfer"),
    (Status::BorderChange, "geen cijfer: de gemeentegrens is veranderd"),
    (Status::Incomplete, "geen cijfer: een deel van de som ontbreekt"),
    (Status::NotApplicable, "niet van toepassing"),
];

/// Who published the figures, each once.
fn sources(definitions: &[&Definition]) -> String {
    let mut named: Vec<String> = Vec::new();
    for definition in definitions {
        let source = &definition.source;
        let name = match (&source.publication, definitions) {
            (Some(publication), [_]) => format!("{}, {publication}", source.publisher),
            _ => source.publisher.clone(),
        };
        if !named.contains(&name) {
            named.push(name);
        }
    }
    named.join("; ")
}
