// SPDX-License-Identifier: EUPL-1.2
//! The records of a file, read without the part of the program that lets none of them out but
//! through disclosure control.
#![allow(clippy::unwrap_used, reason = "a test that fails should stop")]

use kansrijke_start::data::jsonstat::JsonStat;
use kansrijke_start::indicator::observation::{Answer, Observation, Status};
use kansrijke_start::indicator::period::Period;
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

pub type Published = BTreeMap<(String, Period), Observation>;

/// Every record of a file's `indicator`, by region and period.
pub fn records(path: &Path, indicator: &str) -> Published {
    let file: JsonStat = serde_json::from_str(&fs::read_to_string(path).unwrap()).unwrap();
    let categories = |name: &str| &file.dimension.get(name).unwrap().category.index;
    let values = file.value.clone().into_values(file.size.iter().product()).unwrap();
    let cell = |names: [(&str, &str); 4]| {
        let mut cell = 0;
        for (id, size) in file.id.iter().zip(&file.size) {
            let name = names.iter().find(|(dimension, _)| dimension == id).unwrap().1;
            cell = cell * size + categories(id).iter().position(|code| code == name)?;
        }
        Some(cell)
    };
    let mut all = Published::new();
    for region in categories("region") {
        for code in categories("period") {
            let at = |measure: &str| {
                let place = [("indicator", indicator), ("region", region), ("period", code)];
                let [one, two, three] = place;
                cell([one, two, three, ("measure", measure)])
            };
            let value = |measure| at(measure).and_then(|cell| *values.get(cell).unwrap());
            let status = |measure: &String| {
                let word = file.status.get(&at(measure)?.to_string())?;
                Some(Status::parse(word).unwrap())
            };
            let record = Observation {
                region: region.clone(),
                period: Period::parse(code).unwrap(),
                value: value("value"),
                numerator: value("numerator"),
                denominator: value("denominator"),
                lower: value("lower"),
                upper: value("upper"),
                answer: value("answer").and_then(Answer::from_number),
                status: categories("measure").iter().find_map(status),
            };
            let numbers = ["value", "numerator", "denominator", "answer"].map(value);
            if record.status.is_some() || numbers.iter().any(Option::is_some) {
                all.insert((region.clone(), record.period), record);
            }
        }
    }
    all
}
