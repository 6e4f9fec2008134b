// SPDX-License-Identifier: EUPL-1.2
//! Figures that a page brings along, as rows or as a JSON-stat dataset of any publisher, made into
//! a file and drawn as such.

use super::datasets;
use kansrijke_start::data::custom::{self, Cube, Described, Row};
use serde::Deserialize;
use serde_json::Value;

/// Whether they became a file that was drawn. The input has the `data` and the `options` that a page
/// calls the tools with, and what is `asked`.
pub fn run(bytes: &[u8]) -> bool {
    let Ok(given) = serde_json::from_slice::<Value>(bytes) else { return false };
    let member = |name: &str| given.get(name).cloned().unwrap_or_default();
    let Ok(described) = Described::deserialize(member("options")) else { return false };
    let made = match member("data") {
        Value::Array(rows) => {
            // As in a page: what is no row at all says nothing.
            let rows = rows.into_iter().map(|row| Row::deserialize(row).unwrap_or_default());
            custom::of_rows(&rows.collect::<Vec<_>>(), &described)
        }
        data => match Cube::deserialize(data) {
            Ok(cube) => custom::of_cube(&cube, &described),
            Err(_) => return false,
        },
    };
    match made {
        // What was made of them has to be a file that every core reads.
        Ok(file) => {
            let mut file = serde_json::to_value(&file).unwrap();
            file["asked"] = member("asked");
            datasets::run(&serde_json::to_vec(&file).unwrap())
        }
        Err(problems) => {
            assert!(!problems.is_empty());
            false
        }
    }
}
