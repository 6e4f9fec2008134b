// SPDX-License-Identifier: EUPL-1.2
//! Disclosure control over all indicators together: what one loses, another that tells the same
//! must lose too.

use super::place::Places;
use super::protection::withhold;
use super::recipe::{Denominator, Mirror};
use super::record::{Record, Records};
use super::rule::{Key, Rule, Withheld};
use crate::indicator::definition::Definition;
use crate::indicator::observation::Status;
use std::collections::BTreeMap;

/// Withholds what must be in all indicators. Returns what is withheld, by indicator.
pub fn control(
    definitions: &[&Definition],
    records: &mut BTreeMap<String, Records>,
    places: &Places,
    threshold: f64,
    denominators: &[Denominator],
    mirrors: &[Mirror],
) -> BTreeMap<String, Vec<Withheld>> {
    let mut lost: BTreeMap<String, Vec<Withheld>> = BTreeMap::new();
    let none = Records::new();
    // What many divide by comes first: the others follow it.
    let mut definitions = definitions.to_vec();
    definitions.sort_by_key(|d| !denominators.iter().any(|other| other.count == d.id));
    // What one indicator loses, another may have to lose too, until nothing changes.
    loop {
        let before: usize = lost.values().map(Vec::len).sum();
        for definition in &definitions {
            let Some(of) = records.get(&definition.id) else {
                continue;
            };
            let mut forced: BTreeMap<Key, Rule> = BTreeMap::new();
            let mut force = |id: &str, rule: Rule| {
                for withheld in lost.get(id).into_iter().flatten() {
                    forced.entry(withheld.key.clone()).or_insert(rule);
                }
            };
            force(&definition.id, Rule::Total);
            for denominator in denominators.iter().filter(|d| d.of.contains(&definition.id)) {
                force(&denominator.count, Rule::Denominator);
            }
            for mirror in mirrors {
                if mirror.one == definition.id {
                    force(&mirror.other, Rule::Mirror);
                } else if mirror.other == definition.id {
                    force(&mirror.one, Rule::Mirror);
                }
            }
            let known = lost.get(&definition.id).map_or(0, Vec::len);
            if known > 0 && forced.keys().filter(|key| of.contains_key(*key)).count() == known {
                continue;
            }
            let earlier: BTreeMap<Key, Withheld> = lost
                .remove(&definition.id)
                .into_iter()
                .flatten()
                .map(|w| (w.key.clone(), w))
                .collect();
            let divides = denominators.iter().find(|d| d.of.contains(&definition.id));
            let divides = divides.and_then(|d| records.get(&d.count)).unwrap_or(&none);
            let mut found = withhold(definition, of, places, threshold, &forced, divides);
            for withheld in &mut found {
                if let Some(first) = earlier.get(&withheld.key) {
                    *withheld = first.clone();
                }
            }
            if !found.is_empty() {
                lost.insert(definition.id.clone(), found);
            }
        }
        if lost.values().map(Vec::len).sum::<usize>() == before {
            break;
        }
    }
    for (id, withheld) in &lost {
        let Some(records) = records.get_mut(id) else {
            continue;
        };
        for Withheld { key, .. } in withheld {
            if let Some(record) = records.get_mut(key) {
                *record = Record::without(Status::Withheld);
            }
        }
    }
    lost
}
