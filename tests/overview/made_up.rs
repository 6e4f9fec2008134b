// SPDX-License-Identifier: EUPL-1.2
//! Regions and figures that do not exist, for layouts that no shipped figures have yet.

use kansrijke_start::data::dataset::Dataset;
use kansrijke_start::data::jsonstat::JsonStat;
use kansrijke_start::json::Value;
use serde_json::json;

/// A cell: numerator and denominator, or a status, or nothing.
#[derive(Clone, Debug)]
pub enum Cell {
    Counts(u32, u32),
    Status(&'static str),
    Empty,
}

/// Towns GM9901 and on in a made-up country, with its benchmark; `cells` by indicator and town.
pub fn dataset(cells: &[Vec<Cell>]) -> Dataset {
    let towns = cells.iter().map(Vec::len).max().unwrap_or_default();
    let mut regions: Vec<String> = (0..towns).map(|n| format!("GM{}", 9901 + n)).collect();
    regions.push("NL01".into());
    let labels: serde_json::Map<String, serde_json::Value> = regions
        .iter()
        .enumerate()
        .map(|(nth, code)| (code.clone(), json!(format!("Verzonnen-aan-Zee {nth}"))))
        .collect();
    let (mut values, mut status) = (Vec::new(), serde_json::Map::new());
    for row in cells {
        for measure in 0..2 {
            for town in 0..=towns {
                let country = Cell::Counts(12_000, 100_000);
                let cell =
                    if town == towns { &country } else { row.get(town).unwrap_or(&Cell::Empty) };
                if let (Cell::Status(word), 0) = (cell, measure) {
                    status.insert(values.len().to_string(), json!(word));
                }
                values.push(match cell {
                    Cell::Counts(x, n) => Some(if measure == 0 { *x } else { *n }),
                    _ => None,
                });
            }
        }
    }
    let (phases, directions) =
        (["before", "during", "after", "programme"], ["lower", "higher", "context"]);
    let ids: Vec<String> = (0..cells.len()).map(|n| format!("proef-{n}")).collect();
    let text = json!({"nl": "tekst", "en": "text"});
    let definitions: Vec<serde_json::Value> = ids
        .iter()
        .enumerate()
        .map(|(nth, id)| {
            let name = format!("Een verzonnen onderwerp met een vrij lange naam, het {nth}e");
            json!({
                "id": id, "phase": phases[nth % 4], "kind": if nth % 5 == 4 { "rate" } else { "share" },
                "direction": directions[nth % 3], "counted": "persons", "decimals": 1,
                "name": {"nl": name, "en": name}, "definition": text, "sentence": text,
                "source": {"publisher": "niemand"},
            })
        })
        .collect();
    let category = |codes: &[String]| json!({"category": {"index": codes}});
    let file = json!({
        "version": "2.0", "class": "dataset",
        "id": ["indicator", "measure", "region", "period"],
        "size": [cells.len(), 2, regions.len(), 1],
        "dimension": {
            "indicator": category(&ids),
            "measure": {"category": {"index": ["numerator", "denominator"]}},
            "region": {"category": {"index": regions, "label": labels}},
            "period": {"category": {"index": ["2015"]}},
        },
        "value": values, "status": status,
        "extension": {"format": 1, "threshold": 10, "definitions": definitions},
    });
    let value: Value = serde_json::from_value(file).unwrap();
    Dataset::try_from(JsonStat::read(&value).unwrap()).unwrap()
}
