// SPDX-License-Identifier: EUPL-1.2
//! One pass of disclosure control over all indicators together: what is too small by itself, then
//! what would give that away.

use super::builder::{Setting, elsewhere, tells};
use super::component::Component;
use super::count::{Writing, too_small};
use super::entry::suppress_group;
use super::quantity::{is_fraction, related};
use super::rule::{Key, Rule, Suppressed};
use super::secondary::Secondary;
use crate::indicator::definition::{Counted, Definition};
use crate::indicator::observation::Status;
use crate::prepare::message::{Expected, Found};
use crate::prepare::problem::{MOST_PROBLEMS, Problem, RECIPE};
use crate::prepare::recipe::declared::Declared;
use crate::prepare::record::{Record, Records};
use crate::prepare::warning::Warning;
use std::collections::{BTreeMap, BTreeSet};

/// What was suppressed, and what a person should know of it.
#[derive(Clone, Debug, Default)]
pub struct Controlled {
    /// What is suppressed, by indicator.
    pub suppressed: BTreeMap<String, Vec<Suppressed>>,
    /// What is no reason to refuse.
    pub warnings: Vec<Warning>,
    /// Of what counts can no longer be hidden, by indicator: what a warning tells of them.
    pub exposed: BTreeMap<String, BTreeSet<Key>>,
}

/// How the figures of each indicator are written.
pub fn writings(
    records: &BTreeMap<String, Records>,
    declared: &Declared,
) -> BTreeMap<String, Writing> {
    let of = |(id, of): (&String, &Records)| {
        (id.clone(), Writing::of(of.values(), declared.rounded.get(id).copied()))
    };
    records.iter().map(of).collect()
}

/// A record: its indicator, region and period.
pub type Cell = (String, Key);

/// Suppresses what must be in all indicators, with the cells that are `given` up as well.
///
/// # Errors
/// Totals that are not the sum of their parts, where nothing explains it.
pub fn pass(
    definitions: &[&Definition],
    records: &mut BTreeMap<String, Records>,
    setting: Setting<'_>,
    given: &BTreeSet<Cell>,
) -> Result<Controlled, Vec<Problem>> {
    let mut done = Controlled::default();
    let writings = writings(records, setting.declared);
    bare(definitions, records, setting, &writings, &mut done);
    // What must not be shown is decided for all before anything is taken away.
    let mut problems = Vec::new();
    let mut found: Vec<(String, Key, Suppressed)> = Vec::new();
    let with: Vec<&Definition> =
        definitions.iter().copied().filter(|d| records.contains_key(&d.id)).collect();
    for related in related(&with, setting.declared) {
        let mut component = Component::of(&related, records, &writings, setting);
        if !component.problems.is_empty() {
            problems.append(&mut component.problems);
            continue;
        }
        if component.revised > 0 {
            let id = related.first().map(|d| d.id.clone()).unwrap_or_default();
            done.warnings.push(Warning::Revised(id, component.revised));
        }
        if !component.system.begin() {
            let ids: Vec<&str> = related.iter().map(|d| d.id.as_str()).collect();
            problems.push(Problem::file(
                RECIPE,
                Found::CountsApart(ids.join(", ")),
                Expected::PartsOfTotalsInSchema,
            ));
            continue;
        }
        primary(&related, records, &writings, setting, &mut component, given);
        let Component { mut system, mut entries, targets, .. } = component;
        let facts: Vec<usize> = entries
            .iter()
            .filter(|e| e.rule.is_some())
            .flat_map(|e| e.facts.iter().copied())
            .collect();
        system.set(&facts, false);
        let lost = Secondary::new(&mut system, &mut entries, &targets, setting.threshold).protect();
        if !lost.is_empty() {
            let cells: BTreeSet<Key> =
                lost.iter().filter_map(|nth| Some(targets.get(*nth)?.key.clone())).collect();
            let keys: BTreeSet<String> = lost
                .iter()
                .filter_map(|nth| targets.get(*nth))
                .map(|t| format!("{} {}", t.key.0, t.key.1.code()))
                .collect();
            let some: Vec<&str> = keys.iter().take(5).map(String::as_str).collect();
            let id = related.first().map(|d| d.id.clone()).unwrap_or_default();
            done.warnings.push(Warning::Exposed(id.clone(), keys.len(), some.join(", ")));
            done.exposed.entry(id).or_default().extend(cells);
        }
        for entry in entries {
            let Some((rule, protects)) = entry.rule else { continue };
            let protects = protects.and_then(|nth| targets.get(nth)).map(|t| t.key.clone());
            let key = entry.key;
            let suppressed = Suppressed { key: key.clone(), rule, protects };
            found.push((entry.id, key, suppressed));
        }
    }
    problems.truncate(MOST_PROBLEMS);
    if !problems.is_empty() {
        return Err(problems);
    }
    for (id, key, suppressed) in found {
        if let Some(record) = records.get_mut(&id).and_then(|r| r.get_mut(&key)) {
            *record = Record::without(Status::Withheld);
            done.suppressed.entry(id).or_default().push(suppressed);
        }
    }
    Ok(done)
}

/// What is suppressed for itself: by the publisher, or for its size; and what goes with it.
fn primary(
    related: &[&Definition],
    records: &BTreeMap<String, Records>,
    writings: &BTreeMap<String, Writing>,
    setting: Setting<'_>,
    component: &mut Component,
    given: &BTreeSet<Cell>,
) {
    let threshold = setting.threshold;
    let mut first: Vec<(usize, Rule)> = Vec::new();
    for (nth, entry) in component.entries.iter().enumerate() {
        let Some(definition) = related.iter().find(|d| d.id == entry.id) else { continue };
        let Some(record) = records.get(&entry.id).and_then(|r| r.get(&entry.key)) else {
            continue;
        };
        let writing = writings.get(&entry.id).copied().unwrap_or_default();
        let beside = elsewhere(&entry.id, &entry.key, setting.declared, records, writings);
        if record.status == Some(Status::Withheld) {
            first.push((nth, Rule::Source));
        } else if tells(record)
            && too_small(definition, (&entry.key.0, record), beside, writing, threshold)
        {
            first.push((nth, Rule::Primary));
        } else if given.contains(&(entry.id.clone(), entry.key.clone())) {
            first.push((nth, Rule::Combination));
        }
    }
    for (nth, rule) in &first {
        if let Some(entry) = component.entries.get_mut(*nth) {
            entry.rule = Some((*rule, None));
        }
    }
    for (nth, _) in first {
        let with = component.entries.get(nth).map(|e| e.with.clone()).unwrap_or_default();
        for (other, rule) in with {
            suppress_group(&mut component.entries, other, rule, None);
        }
    }
}

/// Takes away numerators that nobody knows the denominator of: whether too few are left outside
/// them cannot be seen.
fn bare(
    definitions: &[&Definition],
    records: &mut BTreeMap<String, Records>,
    setting: Setting<'_>,
    writings: &BTreeMap<String, Writing>,
    done: &mut Controlled,
) {
    let mut all: Vec<(String, Key)> = Vec::new();
    for definition in definitions {
        if definition.counted != Counted::Persons || !is_fraction(definition) {
            continue;
        }
        for (key, record) in records.get(&definition.id).into_iter().flatten() {
            let known = record.denominator.is_some()
                || elsewhere(&definition.id, key, setting.declared, records, writings).is_some();
            if record.numerator.is_some() && !known {
                all.push((definition.id.clone(), key.clone()));
            }
        }
    }
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    for (id, key) in all {
        if let Some(record) = records.get_mut(&id).and_then(|r| r.get_mut(&key)) {
            match record.value {
                Some(_) => record.numerator = None,
                None => *record = Record::without(Status::Incomplete),
            }
            *counts.entry(id).or_default() += 1;
        }
    }
    for (id, number) in counts {
        done.warnings.push(Warning::BareNumerators(id, number));
    }
}
