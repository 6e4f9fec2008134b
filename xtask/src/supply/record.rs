// SPDX-License-Identifier: EUPL-1.2
//! The record of the packages of others that a browser gets, `xtask/shipped.toml`: none is there, and none
//! changes, without somebody who wrote down what for.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;

use anyhow::Result;
use serde::Deserialize;

use crate::project;
use crate::release::parts::{self, Part};

const FILE: &str = "xtask/shipped.toml";

#[derive(Deserialize)]
struct Record {
    package: Vec<Entry>,
}

/// A package as it is in its registry, and why it is there.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Entry {
    name: String,
    version: String,
    /// The hash of the package; none of what comes with the compiler.
    sum: String,
    why: String,
}

/// How the record differs from what a browser gets, a line each.
pub(super) fn wrong() -> Result<Vec<String>> {
    let record: Record = toml::from_str(&fs::read_to_string(project::path(FILE))?)?;
    Ok(differences(&record, &parts::of_cores()?.all))
}

fn differences(record: &Record, parts: &[Part]) -> Vec<String> {
    let mut recorded: BTreeMap<String, &str> = BTreeMap::new();
    let mut wrong = Vec::new();
    for Entry { name, version, sum, why } in &record.package {
        if why.is_empty() || recorded.insert(format!("{name}@{version}"), sum).is_some() {
            wrong.push(format!("{FILE}: {name} stands there twice, or without a reason"));
        }
    }
    let mut shipped = BTreeSet::new();
    // The standard library is of the compiler, which rust-toolchain.toml pins.
    for part in parts.iter().filter(|part| part.registry.is_some()) {
        let named = format!("{}@{}", part.name, part.version);
        let sum = part.hash.as_ref().map(|(_, sum)| sum.as_str()).unwrap_or_default();
        match recorded.get(&named) {
            None => {
                wrong.push(format!("{FILE}: {named} is in a core and not recorded (sum {sum})"))
            }
            Some(other) if *other != sum => {
                wrong.push(format!("{FILE}: {named} has another sum: {sum}"))
            }
            Some(_) => {}
        }
        shipped.insert(named);
    }
    let gone = recorded.keys().filter(|named| !shipped.contains(*named));
    wrong.extend(gone.map(|named| format!("{FILE}: {named} is in no core any more")));
    wrong
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_package_is_recorded_as_it_is() {
        let part = |name: &str, sum: &str| Part {
            id: name.into(),
            name: name.into(),
            version: "1.0.0".into(),
            licence: "MIT".into(),
            registry: Some("cargo"),
            hash: Some(("SHA-256".into(), sum.into())),
            folder: ".".into(),
        };
        let text = "package = [{ name = 'a', version = '1.0.0', sum = '1', why = 'a test' }]";
        let record: Record = toml::from_str(text).expect("a record");
        assert_eq!(differences(&record, &[part("a", "1")]), [""; 0]);
        for (parts, said) in [
            (vec![part("a", "2")], "another sum"),
            (vec![part("a", "1"), part("b", "1")], "b@1.0.0 is in a core"),
            (vec![], "in no core any more"),
        ] {
            let found = differences(&record, &parts);
            assert!(found.len() == 1 && found.iter().all(|line| line.contains(said)), "{found:?}");
        }
    }
}
