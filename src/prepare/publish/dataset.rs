// SPDX-License-Identifier: EUPL-1.2
//! Records to JSON-stat 2.0.

use super::joining::Joining;
use super::measure::{LABELS, cells};
use super::origins::Origins;
use crate::data::cells::{Cells, Members};
use crate::data::jsonstat::{
    Category, Dimension, Extension, FORMAT, JsonStat, MEASURES, StatusLabels,
};
use crate::indicator::definition::{Availability, Definition};
use crate::indicator::observation::Status;
use crate::indicator::period::Period;
use crate::indicator::region::COUNTRY;
use crate::prepare::comparators::Comparators;
use crate::prepare::geography::boundaries::Boundaries;
use crate::prepare::geography::place::{Place, Places};
use crate::prepare::geometry::Atlas;
use crate::prepare::recipe::catalogue::Entry;
use crate::prepare::record::{Record, Records, of_region};
use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

/// Everything that is published, and under which threshold it was controlled.
pub struct Publication<'a> {
    /// The indicators.
    pub catalogue: &'a [Entry],
    /// The places.
    pub places: &'a Places,
    /// The boundaries that they are on.
    pub boundaries: &'a Boundaries,
    /// The released records by indicator.
    pub records: &'a BTreeMap<String, Records>,
    /// The disclosure threshold.
    pub threshold: f64,
    /// Where the places lie.
    pub atlas: &'a Atlas,
    /// Which municipalities are set beside one.
    pub comparators: &'a Comparators,
    /// What was added, and what a later run must know to add figures.
    pub joining: &'a Joining,
    /// The address at which the folder is to stand, where that is said.
    pub base: Option<&'a str>,
}

/// What a file says of its indicators.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Said {
    /// Their ids alone, for charts, which have the rest from a file beside it.
    Ids,
    /// Their names, too, for other readers.
    Names,
    /// Their definitions.
    Definitions,
}

/// What one file holds of a publication.
pub(super) struct Part<'p> {
    /// What it is called, in Dutch.
    pub(super) label: &'p str,
    /// The indicators.
    pub(super) definitions: &'p [&'p Definition],
    /// What is said of them.
    pub(super) said: Said,
    /// The places.
    pub(super) places: &'p [&'p Place],
    /// The one period of each indicator, where many are set beside each other: it takes no
    /// dimension, and what views of them tell nothing of is not there.
    pub(super) chosen: Option<&'p BTreeMap<&'p str, Period>>,
    /// Whether it has an indicator's figure of a region, by its code, and a period.
    pub(super) has: &'p dyn Fn(&Definition, &str, Period) -> bool,
}

impl Publication<'_> {
    /// A part as a dataset.
    pub(super) fn dataset(&self, part: &Part<'_>) -> JsonStat {
        let Part { label, definitions, places: regions, .. } = *part;
        let is_overview = part.chosen.is_some();
        let codes: BTreeSet<&str> = regions.iter().map(|p| p.code.as_str()).collect();
        // Files of one overview are put together, and tell the same of an indicator.
        let of_all: BTreeSet<&str> = self.places.iter().map(|p| p.code.as_str()).collect();
        let of_told = if is_overview { &of_all } else { &codes };
        let told: Vec<Cow<'_, Definition>> =
            definitions.iter().map(|definition| self.told(definition, of_told)).collect();
        let definitions: &[&Definition] = &told.iter().map(AsRef::as_ref).collect::<Vec<_>>();
        let records = |definition: &Definition| {
            let records = self.records.get(&definition.id).into_iter();
            let of_places =
                records.flat_map(|records| codes.iter().flat_map(|code| of_region(records, code)));
            let is_there =
                |(code, period): &(String, Period)| (part.has)(definition, code, *period);
            of_places.filter(|(key, _)| is_there(key)).collect::<Vec<_>>()
        };
        let mut periods: Vec<Period> =
            definitions.iter().flat_map(|d| records(d)).map(|((_, period), _)| *period).collect();
        periods.sort_by_key(|p| (p.end(), p.months()));
        periods.dedup();
        let written: Vec<(&&Definition, Vec<_>)> = definitions
            .iter()
            .map(|d| (d, records(d).into_iter().map(|(k, r)| (k, cells(r), r)).collect()))
            .collect();
        let occurs = |at: usize| {
            let mut all = written.iter().flat_map(|(_, records)| records);
            all.any(|(_, cells, _)| cells.get(at).is_some_and(Option::is_some))
        };
        let mut measures: Vec<usize> = (0..MEASURES.len()).filter(|at| occurs(*at)).collect();
        if measures.is_empty() {
            measures.push(0);
        }

        let along = if is_overview { 1 } else { periods.len() };
        let mut values = vec![None; definitions.len() * measures.len() * regions.len() * along];
        let mut status = Vec::new();
        let mut origins = Origins::default();
        let region_at: BTreeMap<&str, usize> =
            regions.iter().enumerate().map(|(i, p)| (p.code.as_str(), i)).collect();
        for (i, (_, records)) in written.iter().enumerate() {
            for ((code, period), numbers, record) in records {
                let at = region_at.get(code.as_str()).copied();
                let p =
                    if is_overview { Some(0) } else { periods.iter().position(|p| p == period) };
                let Some((r, p)) = at.zip(p) else { continue };
                let cell = |m: usize| ((i * measures.len() + m) * regions.len() + r) * along + p;
                for (m, measure) in measures.iter().enumerate() {
                    if let Some(slot) = values.get_mut(cell(m)) {
                        *slot = numbers.get(*measure).copied().flatten();
                    }
                }
                if let Some(word) = record.status {
                    status.push((cell(0), word.word().to_string()));
                }
                if !is_overview {
                    origins.add(cell(0), record);
                }
            }
        }
        status.sort_unstable();
        // Charts have words of their own for measures and statuses, and know the dimensions.
        let is_for_others = part.said != Said::Ids;
        let used: BTreeSet<&str> = status.iter().map(|(_, word)| word.as_str()).collect();
        let labels: Vec<(String, String)> = STATUSES
            .iter()
            .filter(|(status, _)| is_for_others && used.contains(status.word()))
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
        let named = |definition: &&Definition| {
            let name = Some(&definition.name.nl).filter(|_| part.said >= Said::Names);
            (definition.id.clone(), name.cloned())
        };
        let mut dimensions = vec![
            ("indicator", dimension("Indicator", definitions.iter().map(named).collect())),
            (
                "measure",
                dimension(
                    "Maat",
                    measures
                        .iter()
                        .filter_map(|m| Some((MEASURES.get(*m)?, LABELS.get(*m)?)))
                        .map(|(code, label)| {
                            ((*code).into(), is_for_others.then(|| (*label).into()))
                        })
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
        ];
        let strings = |s: &[&str]| s.iter().map(ToString::to_string).collect::<Vec<_>>();
        let mut role =
            vec![("geo".into(), strings(&["region"])), ("metric".into(), strings(&["measure"]))];
        let mut one_of_each = Vec::new();
        if let Some(chosen) = part.chosen {
            let period = |d: &&Definition| Some((d.id.clone(), chosen.get(&*d.id)?.code()));
            one_of_each = definitions.iter().filter_map(period).collect();
        } else {
            let codes = periods.iter().map(|p| (p.code(), None)).collect();
            dimensions.push(("period", dimension("Periode", codes)));
            role.insert(0, ("time".into(), strings(&["period"])));
        }
        let is_told = |code: &String| !is_overview || codes.contains(code.as_str());
        let parents = regions
            .iter()
            .map(|p| (p.code.clone(), self.places.parents(p)))
            .map(|(code, parents)| (code, parents.into_iter().filter(is_told).collect::<Vec<_>>()))
            .filter(|(_, parents)| !parents.is_empty())
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
        let defined = definitions.iter().filter(|_| part.said == Said::Definitions);
        JsonStat {
            version: "2.0".into(),
            class: "dataset".into(),
            label: label.into(),
            source: sources(definitions),
            updated,
            id: dimensions.iter().map(|(id, _)| (*id).to_string()).collect(),
            size: dimensions.iter().map(|(_, d)| d.category.index.len()).collect(),
            role: Members(if is_for_others { role } else { Vec::new() }),
            dimension: Members(dimensions.into_iter().map(|(id, d)| (id.to_string(), d)).collect()),
            value: Cells::of(values),
            status: Members(status.into_iter().map(|(at, word)| (at.to_string(), word)).collect()),
            extension: Extension {
                format: FORMAT,
                threshold: self.threshold,
                definitions: defined.map(|d| self.defined(d, is_overview)).collect(),
                periods: Members(one_of_each),
                parents: Members(parents),
                aliases: Members(aliases),
                status: StatusLabels { label: Members(labels) },
                origins: origins.listed(),
                spreads: Vec::new(),
            },
        }
    }

    /// A definition as a file has it: beside others nobody is told of answers in sentences, of
    /// breaks within a series or of targets. Whether only the country has figures no chart of one
    /// place can tell from the files that it reads.
    fn defined(&self, definition: &Definition, is_overview: bool) -> Definition {
        let mut defined = definition.clone();
        if is_overview {
            (defined.presence, defined.breaks, defined.targets) = (None, Vec::new(), Vec::new());
        }
        let records = self.records.get(&definition.id).into_iter().flatten();
        let mut said = records.filter(|(_, record)| !is_absent(record)).peekable();
        if said.peek().is_some() && said.all(|((code, _), _)| code == COUNTRY) {
            defined.availability = defined.availability.or(Some(Availability::National));
        }
        defined
    }

    /// How many records have a figure or an answer.
    pub fn shown(&self) -> usize {
        let says = |r: &&Record| r.is_figure();
        self.records.values().flat_map(BTreeMap::values).filter(says).count()
    }
}

/// Whether a record says that there is no figure, and not why: neither withheld nor elsewhere.
fn is_absent(record: &Record) -> bool {
    !record.is_figure() && matches!(record.status, None | Some(Status::Missing))
}

const STATUSES: [(Status, &str); 8] = [
    (Status::Provisional, "voorlopig cijfer"),
    (Status::Estimate, "schatting"),
    (Status::Withheld, "niet getoond: te weinig personen, of geheim volgens de bron"),
    (Status::Missing, "geen cijfer"),
    (Status::BorderChange, "geen cijfer: de gemeentegrens is veranderd"),
    (Status::Incomplete, "geen cijfer: een deel van de som ontbreekt"),
    (Status::NotApplicable, "niet van toepassing"),
    (Status::NotFetched, "geen cijfer: de uitgever heeft het, hier is het nog niet opgehaald"),
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
