// SPDX-License-Identifier: EUPL-1.2
//! Whether what a recipe says agrees with what the folder says already.

use super::base::Base;
use crate::indicator::definition::Definition;
use crate::prepare::message::{Expected, Found};
use crate::prepare::problem::{Problem, RECIPE};
use crate::prepare::publish::joining::Origin;
use crate::prepare::publish::measure::cells;
use crate::prepare::recipe::catalogue::Entry;
use crate::prepare::recipe::declared::Declared;
use crate::prepare::record::Record;

/// What becomes of a record of the recipe.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Outcome {
    /// It is new, or tells what the folder did not, which had a record before.
    Added {
        /// Whether it had.
        before: bool,
    },
    /// The folder says as much already.
    Known,
    /// The folder has another number.
    Conflict,
}

/// Whether a record has a number or an answer.
pub(super) fn says(record: &Record) -> bool {
    cells(record).iter().any(Option::is_some)
}

/// Compares a record with the one of the folder.
pub(super) fn compare(definition: &Definition, own: &Record, there: Option<&Record>) -> Outcome {
    let Some(there) = there else { return Outcome::Added { before: false } };
    if !says(own) {
        return Outcome::Known;
    }
    if !says(there) {
        return Outcome::Added { before: true };
    }
    let pairs = || cells(own).into_iter().zip(cells(there));
    let differs = pairs().any(|(own, there)| own.zip(there).is_some_and(|(o, t)| o != t));
    // What follows from the counts is no other number.
    let mut more = pairs().enumerate().filter(|(_, (own, there))| own.is_some() && there.is_none());
    let adds = more.any(|(nth, _)| nth != 0 || !follows(definition, own.value, there));
    if differs || adds { Outcome::Conflict } else { Outcome::Known }
}

/// Whether a value is that of the counts, as far as it is written.
fn follows(definition: &Definition, value: Option<f64>, counts: &Record) -> bool {
    let whole = counts.numerator.zip(counts.denominator).filter(|(_, whole)| *whole > 0.0);
    value.zip(whole).is_some_and(|(value, (part, whole))| {
        let half = 0.5 / 10_f64.powi(i32::from(definition.decimals));
        (part / whole * definition.kind.factor() - value).abs() <= half + 1e-9
    })
}

/// A record as a message tells it.
pub(super) fn told(record: &Record) -> String {
    let words = ["", "", "/", "", "-"];
    let numbers = cells(record).into_iter().zip(words.into_iter().chain(["", ""]));
    let said: Vec<String> =
        numbers.filter_map(|(number, word)| Some(format!("{word}{}", number?))).collect();
    said.join(" ")
}

/// The definitions of a recipe beside those of the folder: the source of each whose figures have
/// another one.
pub(super) fn definitions(
    base: &Base,
    catalogue: &[Entry],
) -> Result<Vec<(String, Origin)>, Vec<Problem>> {
    let mut problems = Vec::new();
    let mut origins = Vec::new();
    for Entry { definition: own, .. } in catalogue {
        let Some(there) = base.entry(&own.id).map(|entry| &entry.definition) else { continue };
        if own == there {
            continue;
        }
        let keys = keys(own, there);
        if keys.is_empty() {
            let origin = Origin { source: own.source.clone(), licence: own.licence.clone() };
            origins.push((own.id.clone(), origin));
            continue;
        }
        let found = Found::OtherDefinition(own.id.clone(), keys.join(", "));
        problems.push(Problem::file(RECIPE, found, Expected::OwnIndicator(own.id.clone())));
    }
    if problems.is_empty() { Ok(origins) } else { Err(problems) }
}

/// The keys in which two definitions differ, but for whose the figures are.
fn keys(own: &Definition, there: &Definition) -> Vec<String> {
    let table = |definition: &Definition| match toml::Value::try_from(definition) {
        Ok(toml::Value::Table(table)) => table,
        _ => toml::Table::new(),
    };
    let (own, there) = (table(own), table(there));
    let mut keys: Vec<String> = own
        .keys()
        .chain(there.keys())
        .filter(|key| !["source", "licence"].contains(&key.as_str()))
        .filter(|key| own.get(*key) != there.get(*key))
        .cloned()
        .collect();
    keys.sort();
    keys.dedup();
    keys
}

/// Whether counts were rounded in the same way and are of the same persons.
pub(super) fn rounding(base: &Base, declared: &Declared, id: &str) -> Option<Problem> {
    let known = base.joining.declared();
    let is_same = known.rounded.get(id) == declared.rounded.get(id)
        && (known.residual.contains(id) || !declared.residual.contains(id));
    let has = base.records.get(id).is_some_and(|records| !records.is_empty());
    (has && !is_same).then(|| {
        let found = Found::OtherRounding(id.to_string());
        Problem::file(RECIPE, found, Expected::OwnIndicator(id.to_string()))
    })
}
