// SPDX-License-Identifier: EUPL-1.2
//! Datasets that do not exist: made-up regions, years and counts, for what no shipped figures hold.

use kansrijke_start::data::dataset::Dataset;
use kansrijke_start::data::geometry::Geometry;
use kansrijke_start::data::jsonstat::JsonStat;
use kansrijke_start::json;
use serde_json::{Map, Value, json};

/// What a file holds of an indicator in a region and period.
#[derive(Clone, Copy, Debug, Default)]
pub struct Cell {
    /// Numerator and denominator.
    pub counts: Option<(u32, u32)>,
    /// The word for why there is no number, or of what sort it is.
    pub status: Option<&'static str>,
}

impl Cell {
    /// A numerator of a denominator.
    pub fn counts(numerator: u32, denominator: u32) -> Self {
        Self { counts: Some((numerator, denominator)), status: None }
    }

    /// A status without a number.
    pub fn status(word: &'static str) -> Self {
        Self { counts: None, status: Some(word) }
    }

    /// Numbers that should not be there: the status says so.
    pub fn with_status(self, word: &'static str) -> Self {
        Self { status: Some(word), ..self }
    }
}

/// An indicator: what of its definition makes a difference to a picture or a sentence.
#[derive(Clone, Debug)]
pub struct Indicator {
    pub id: String,
    pub name: String,
    pub phase: &'static str,
    pub kind: &'static str,
    pub direction: &'static str,
    /// The periods from which another definition holds.
    pub breaks: Vec<&'static str>,
}

impl Indicator {
    /// A share or rate that is better when lower.
    pub fn new(id: &str, kind: &'static str) -> Self {
        let (id, name) = (id.to_string(), "tekst".to_string());
        Self { id, name, phase: "after", kind, direction: "lower", breaks: Vec::new() }
    }

    fn definition(&self) -> Value {
        let text = json!({"nl": "tekst", "en": "text"});
        let breaks: Vec<Value> =
            self.breaks.iter().map(|at| json!({"at": at, "reason": text})).collect();
        json!({
            "id": self.id, "phase": self.phase, "kind": self.kind, "direction": self.direction,
            "counted": "persons", "decimals": 1, "name": {"nl": self.name, "en": self.name},
            "definition": text, "break": breaks, "source": {"publisher": "niemand"},
            "sentence": {
                "nl": "In {region} was het {period} {value}.", "en": "{region} {period} {value}.",
            },
        })
    }
}

/// A dataset in the making: what it is about. What it holds is given to [`Fixture::dataset`].
#[derive(Clone, Debug)]
pub struct Fixture {
    pub indicators: Vec<Indicator>,
    /// Codes, each with a name; an empty name stands for the code.
    pub regions: Vec<(String, String)>,
    pub periods: Vec<String>,
}

impl Fixture {
    /// The indicator `proef` of these regions, which have no names but their codes, and years.
    pub fn new(kind: &'static str, regions: &[&str], years: std::ops::RangeInclusive<i32>) -> Self {
        Self {
            indicators: vec![Indicator::new("proef", kind)],
            regions: regions.iter().map(|code| (code.to_string(), String::new())).collect(),
            periods: years.map(|year| year.to_string()).collect(),
        }
    }

    /// The dataset with what `cell` says of an indicator, a region and a period, by their places.
    /// Its disclosure threshold is ten, and it has a map of tiles.
    pub fn dataset(&self, cell: impl Fn(usize, usize, usize) -> Cell) -> Dataset {
        let (mut values, mut status) = (Vec::new(), Map::new());
        for indicator in 0..self.indicators.len() {
            for measure in 0..2 {
                for region in 0..self.regions.len() {
                    for period in 0..self.periods.len() {
                        let cell = cell(indicator, region, period);
                        // JSON-stat says it of the first measure.
                        if let (Some(word), 0) = (cell.status, measure) {
                            status.insert(values.len().to_string(), json!(word));
                        }
                        values.push(cell.counts.map(|(x, n)| if measure == 0 { x } else { n }));
                    }
                }
            }
        }
        let ids: Vec<&String> = self.indicators.iter().map(|indicator| &indicator.id).collect();
        let codes: Vec<&String> = self.regions.iter().map(|(code, _)| code).collect();
        let names = self.regions.iter().filter(|(_, name)| !name.is_empty());
        let names: Map<String, Value> =
            names.map(|(code, name)| (code.clone(), json!(name))).collect();
        let definitions: Vec<Value> = self.indicators.iter().map(Indicator::definition).collect();
        let file = json!({
            "version": "2.0", "class": "dataset",
            "id": ["indicator", "measure", "region", "period"],
            "size": [ids.len(), 2, codes.len(), self.periods.len()],
            "dimension": {
                "indicator": {"category": {"index": ids}},
                "measure": {"category": {"index": ["numerator", "denominator"]}},
                "region": {"category": {"index": codes, "label": names}},
                "period": {"category": {"index": self.periods}},
            },
            "value": values, "status": status,
            "extension": {"format": 1, "threshold": 10, "definitions": definitions},
        });
        let mut dataset = Dataset::try_from(JsonStat::read(&parsed(file)).unwrap()).unwrap();
        dataset.geometry = Some(Geometry::read(&parsed(self.tiles())).unwrap());
        dataset
    }

    /// A map on which each region is a tile of one size, eight in a row.
    fn tiles(&self) -> Value {
        let tiles = self.regions.iter().zip(0..).map(|((code, _), nth)| {
            json!({"type": "Point", "id": code, "coordinates": [nth % 8, nth / 8 * 2 + nth % 2]})
        });
        json!({"extension": {"format": 1, "kind": "tiles"},
            "transform": {"scale": [0.866, 0.5], "translate": [0, 0]},
            "objects": {"regions": {"geometries": tiles.collect::<Vec<_>>()}}})
    }
}

/// As the library reads it.
fn parsed(file: Value) -> json::Value {
    serde_json::from_value(file).unwrap()
}
