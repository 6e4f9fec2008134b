// SPDX-License-Identifier: EUPL-1.2
//! Related indicators as one system: their records as facts, what must not be known as targets.

use super::atom::Atoms;
use super::builder::{Builder, Setting, Stated, elsewhere};
use super::count::{Writing, whole};
use super::entry::{Entry, Target};
use super::quantity::{Quantities, is_fraction};
use super::rule::{Key, Rule};
use super::system::System;
use crate::indicator::definition::Definition;
use crate::indicator::observation::Status;
use crate::prepare::message::{Between, Expected, Found, Parts};
use crate::prepare::problem::{Problem, RECIPE};
use crate::prepare::recipe::declared::Declared;
use crate::prepare::record::{Record, Records};
use std::collections::{BTreeMap, BTreeSet};

/// Related indicators.
pub struct Component {
    /// The equations.
    pub system: System,
    /// The records.
    pub entries: Vec<Entry>,
    /// What must not be known.
    pub targets: Vec<Target>,
    /// What contradicts itself.
    pub problems: Vec<Problem>,
    /// How many earlier figures were revised.
    pub revised: usize,
}

impl Component {
    /// Of related indicators.
    pub fn of(
        definitions: &[&Definition],
        records: &BTreeMap<String, Records>,
        writings: &BTreeMap<String, Writing>,
        setting: Setting<'_>,
    ) -> Self {
        let own = |id: &str| records.get(id).into_iter().flatten();
        let mut keys: BTreeSet<Key> =
            definitions.iter().flat_map(|d| own(&d.id).map(|(key, _)| key.clone())).collect();
        // What an earlier edition did not show tells nothing.
        let shown = |record: &&Record| {
            let numbers = [record.numerator, record.denominator, record.value];
            numbers.iter().any(Option::is_some)
        };
        let mine = || {
            definitions.iter().flat_map(|d| {
                let figures = setting.earlier.iter().filter_map(|e| e.get(&d.id)).flatten();
                figures.filter(|(_, record)| shown(record)).map(|(key, record)| (*d, key, record))
            })
        };
        if !keys.is_empty() {
            keys.extend(mine().map(|(_, key, _)| key.clone()));
        }
        let mut builder = Builder {
            quantities: Quantities::of(definitions, setting.declared),
            atoms: Atoms::of(&keys, setting.places),
            constraints: Vec::new(),
            names: BTreeMap::new(),
            setting,
        };
        let mut entries = Vec::new();
        for definition in definitions {
            let writing = writings.get(&definition.id).copied().unwrap_or_default();
            for (key, record) in own(&definition.id) {
                let beside = elsewhere(&definition.id, key, setting.declared, records, writings);
                let mut stated = Stated::of(definition, record, beside, writing);
                // The count tells it already, and goes together with what divides by it.
                let linked =
                    setting.declared.denominators.iter().any(|d| d.of.contains(&definition.id));
                stated.whole = stated.whole.filter(|_| !linked || beside.is_none());
                let mut entry = builder.enter(definition, key, &stated, entries.len());
                let secret = record.status == Some(Status::Withheld);
                entry.rule = secret.then_some((Rule::Source, None));
                entries.push(entry);
            }
        }
        let present = builder.constraints.len();
        let mut revised = 0;
        for (definition, key, figure) in mine() {
            let now = records.get(&definition.id).and_then(|r| r.get(key));
            let differs = |now: Option<f64>, then: Option<f64>| {
                now.zip(then).is_some_and(|(now, then)| now != then)
            };
            if now.is_some_and(|now| {
                differs(now.numerator, figure.numerator)
                    || differs(now.denominator, figure.denominator)
            }) {
                revised += 1;
                continue;
            }
            let writing = writings.get(&definition.id).copied().unwrap_or_default();
            let stated = Stated::of(definition, figure, None, writing);
            builder.tell(&definition.id, key, &stated, None);
        }
        let facts = builder.constraints.len();
        builder.hold_together();
        let unknowns = builder.atoms.number * builder.quantities.number;
        let problems = contradictions(&builder, &entries, present, unknowns);
        link(&mut entries, setting.declared);
        let targets = builder.targets(&entries, facts);
        let mut system = System::new(unknowns, builder.constraints);
        // What was published before and no longer fits was revised.
        let old: Vec<usize> = (present..facts).collect();
        if !old.is_empty() && problems.is_empty() && !system.begin() {
            let fits =
                |nth: &usize| system.constraints().get(*nth).is_some_and(|c| c.terms.len() == 1);
            let sums: Vec<usize> = old.iter().copied().filter(|nth| !fits(nth)).collect();
            revised += sums.len();
            system.set(&sums, false);
        }
        Self { system, entries, targets, problems, revised }
    }
}

/// Suppresses with each record those that would give it away: what divides by it,
/// and its complement.
fn link(entries: &mut [Entry], declared: &Declared) {
    let at: BTreeMap<(String, Key), usize> =
        entries.iter().enumerate().map(|(nth, e)| ((e.id.clone(), e.key.clone()), nth)).collect();
    for entry in entries {
        let mut with = |id: &String, rule: Rule| {
            entry.with.extend(at.get(&(id.clone(), entry.key.clone())).map(|nth| (*nth, rule)));
        };
        for link in declared.denominators.iter().filter(|d| d.count == entry.id) {
            link.of.iter().for_each(|id| with(id, Rule::Denominator));
        }
        for complement in &declared.complements {
            if complement.one == entry.id {
                with(&complement.other, Rule::Complement);
            } else if complement.other == entry.id {
                with(&complement.one, Rule::Complement);
            }
        }
    }
}

/// What is declared, without the links between a count and denominators that are other numbers.
pub fn sound(
    declared: &Declared,
    definitions: &[&Definition],
    records: &BTreeMap<String, Records>,
    writings: &BTreeMap<String, Writing>,
) -> Declared {
    let mut declared = declared.clone();
    let known = declared.clone();
    for link in &mut declared.denominators {
        link.of.retain(|id| {
            let writing = writings.get(id).copied().unwrap_or_default();
            let fraction = definitions.iter().any(|d| d.id == *id && is_fraction(d));
            let mut own = records.get(id).into_iter().flatten();
            fraction
                && own.all(|(key, record)| {
                    let own = record.denominator.and_then(|_| whole(record, None, writing));
                    let beside = elsewhere(id, key, &known, records, writings);
                    own.zip(beside)
                        .is_none_or(|(own, beside)| own.0 <= beside.1 && beside.0 <= own.1)
                })
        });
    }
    declared
}

/// Totals that their parts do not make, and that nothing explains.
fn contradictions(
    builder: &Builder<'_>,
    entries: &[Entry],
    present: usize,
    unknowns: usize,
) -> Vec<Problem> {
    let mut bounds = vec![(0.0_f64, f64::INFINITY); unknowns];
    let facts = builder.constraints.get(..present).unwrap_or_default();
    for constraint in facts {
        if let [(var, _)] = constraint.terms.as_slice()
            && let Some(slot) = bounds.get_mut(*var)
        {
            *slot = (slot.0.max(constraint.least), slot.1.min(constraint.most));
        }
    }
    let mut problems = Vec::new();
    for constraint in facts.iter().filter(|c| c.terms.len() > 1) {
        let parts = constraint.terms.iter().filter_map(|(v, _)| bounds.get(*v));
        let (least, most) = parts.fold((0.0, 0.0), |sum, part| (sum.0 + part.0, sum.1 + part.1));
        let Some(entry) = constraint.record.and_then(|nth| entries.get(nth)) else { continue };
        if least <= constraint.most && most >= constraint.least {
            continue;
        }
        let (region, period) = &entry.key;
        let sum = match most.is_finite() {
            true => Parts::Together(Between(least, most)),
            false => Parts::AtLeast(Between(least, least)),
        };
        let total = Between(constraint.least, constraint.most);
        let record = format!("{}, {region}, {}", entry.id, period.code());
        let found = Found::SumApart(record, total, sum);
        let expected = Expected::SumOfParts;
        problems.push(Problem::file(RECIPE, found, expected));
    }
    problems
}
