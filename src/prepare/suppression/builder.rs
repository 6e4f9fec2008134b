// SPDX-License-Identifier: EUPL-1.2
//! What the records of related indicators state, as equations over unknowns and target cells.

use super::atom::Atoms;
use super::count::{Range, Writing, inside, whole};
use super::entry::{Entry, Target};
use super::quantity::{Quantities, Quantity, Role, is_fraction};
use super::rule::{Key, Rule, rank};
use super::system::{Constraint, Var};
use crate::indicator::definition::Definition;
use crate::indicator::period::Period;
use crate::indicator::region::{COUNTRY, Kind as Sort};
use crate::prepare::geography::place::Places;
use crate::prepare::recipe::declared::Declared;
use crate::prepare::record::{Record, Records};
use std::collections::{BTreeMap, BTreeSet};

/// What the control of several indicators is about.
#[derive(Clone, Copy)]
pub struct Setting<'a> {
    /// The places.
    pub places: &'a Places,
    /// Fewer persons are suppressed.
    pub threshold: f64,
    /// What adds up.
    pub declared: &'a Declared,
    /// What was published before.
    pub earlier: &'a [BTreeMap<String, Records>],
}

/// The range that an indicator's denominator has elsewhere: as a count of its own.
pub fn elsewhere(
    id: &str,
    key: &Key,
    declared: &Declared,
    records: &BTreeMap<String, Records>,
    writings: &BTreeMap<String, Writing>,
) -> Option<Range> {
    let links = declared.denominators.iter().filter(|d| d.of.iter().any(|of| of == id));
    links
        .filter_map(|link| {
            let record = records.get(&link.count)?.get(key)?;
            let slack = writings.get(&link.count).copied().unwrap_or_default().slack;
            let count = record.numerator.or(record.value)?;
            Some(((count - slack).max(0.0), count + slack))
        })
        .next()
}

/// Whether a record has figures.
pub fn tells(record: &Record) -> bool {
    let numbers = [record.value, record.numerator, record.denominator, record.lower];
    numbers.iter().any(Option::is_some)
}

pub(super) struct Builder<'a> {
    pub(super) quantities: Quantities,
    pub(super) atoms: Atoms,
    pub(super) constraints: Vec<Constraint>,
    /// The smallest record that each unknown is a part of.
    pub(super) names: BTreeMap<Var, (usize, Key)>,
    pub(super) setting: Setting<'a>,
}

/// Unknowns and how often each is in a count; whole, so that counts can be compared.
type Form = Vec<(Var, i8)>;

/// The ranges that a record states.
pub(super) struct Stated {
    pub(super) inside: Option<Range>,
    pub(super) whole: Option<Range>,
}

impl Stated {
    pub(super) fn of(
        definition: &Definition,
        record: &Record,
        beside: Option<Range>,
        writing: Writing,
    ) -> Self {
        let all = whole(record, beside, writing);
        let own = record.denominator.filter(|_| is_fraction(definition));
        Self {
            inside: inside(definition, record, all, writing),
            whole: own.and_then(|_| whole(record, None, writing)),
        }
    }
}

impl Builder<'_> {
    pub(super) fn var(&self, quantity: Quantity, atom: usize) -> Var {
        atom * self.quantities.number + quantity
    }

    pub(super) fn terms(&self, quantity: Quantity, (region, period): &Key) -> Vec<(Var, f64)> {
        let atoms = self.atoms.sum(region, *period).into_iter();
        atoms.map(|atom| (self.var(quantity, atom), 1.0)).collect()
    }

    pub(super) fn tell(
        &mut self,
        id: &str,
        key: &Key,
        stated: &Stated,
        record: Option<usize>,
    ) -> Vec<usize> {
        let mut facts = Vec::new();
        let others =
            Sort::of(&key.0) != Sort::Municipality && self.setting.declared.residual.contains(id);
        for (role, range) in [(Role::Inside, stated.inside), (Role::Whole, stated.whole)] {
            let Some((quantity, (least, most))) = self.quantities.get(id, role).zip(range) else {
                continue;
            };
            let terms = self.terms(quantity, key);
            if terms.is_empty() {
                continue;
            }
            // Persons of no municipality are in the total, and nobody knows how many.
            let least = if others { 0.0 } else { least };
            facts.push(self.constraints.len());
            self.constraints.push(Constraint { terms, least, most, record });
        }
        facts
    }

    pub(super) fn enter(
        &mut self,
        definition: &Definition,
        key: &Key,
        stated: &Stated,
        nth: usize,
    ) -> Entry {
        if let Some(quantity) = self.quantities.get(&definition.id, Role::Inside) {
            let terms = self.terms(quantity, key);
            for (var, _) in &terms {
                let known = self.names.get(var).map_or(usize::MAX, |(size, _)| *size);
                if terms.len() < known {
                    self.names.insert(*var, (terms.len(), key.clone()));
                }
            }
        }
        let facts = self.tell(&definition.id, key, stated, Some(nth));
        Entry {
            id: definition.id.clone(),
            key: key.clone(),
            facts,
            with: Vec::new(),
            rank: rank(key),
            count: stated.inside.map_or(0.0, |(least, _)| least),
            rule: None,
        }
    }

    /// What adds up in each atom: of what has figures at all.
    pub(super) fn hold_together(&mut self) {
        let touched: BTreeSet<Var> =
            self.constraints.iter().flat_map(|c| &c.terms).map(|(v, _)| *v).collect();
        for relation in self.quantities.relations.clone() {
            for atom in 0..self.atoms.number {
                let total = self.var(relation.total, atom);
                let parts = relation.parts.iter().map(|p| self.var(*p, atom));
                let parts: Vec<Var> = parts.filter(|p| touched.contains(p)).collect();
                if !touched.contains(&total) || parts.is_empty() {
                    continue;
                }
                let rest = relation.rest || parts.len() < relation.parts.len();
                let mut terms = vec![(total, 1.0)];
                terms.extend(parts.into_iter().map(|p| (p, -1.0)));
                let most = if rest { f64::INFINITY } else { 0.0 };
                self.constraints.push(Constraint { terms, least: 0.0, most, record: None });
            }
        }
    }

    /// Every count of persons that somebody could want to know: of each atom, of each record,
    /// and of who is left.
    pub(super) fn targets(&self, entries: &[Entry], facts: usize) -> Vec<Target> {
        let mut forms: BTreeMap<Form, (Key, Option<usize>)> = BTreeMap::new();
        let country = (COUNTRY.to_string(), Period::years(0, 0));
        let name = |var: Var| self.names.get(&var).map_or(&country, |(_, key)| key).clone();
        let stated = self.constraints.get(..facts).unwrap_or_default();
        let touched: BTreeSet<Var> =
            stated.iter().flat_map(|c| &c.terms).map(|(v, _)| *v).collect();
        for var in touched.iter().copied() {
            if self.quantities.persons.contains(&(var % self.quantities.number.max(1))) {
                forms.entry(vec![(var, 1)]).or_insert_with(|| (name(var), None));
            }
        }
        for (nth, entry) in entries.iter().enumerate() {
            let here = (entry.key.clone(), Some(nth));
            if let Some(quantity) = self.quantities.get(&entry.id, Role::Inside) {
                let terms = self.terms(quantity, &entry.key);
                let form: Vec<_> = terms.into_iter().map(|(v, _)| (v, 1)).collect();
                forms.insert(form, here.clone());
            }
            for relation in self.quantities.relations.iter().filter(|r| r.rest) {
                let own = self.quantities.get(&entry.id, Role::Inside);
                if !relation.parts.iter().any(|p| Some(*p) == own) {
                    continue;
                }
                let mut form = Form::new();
                let plus = self.terms(relation.total, &entry.key).into_iter();
                form.extend(plus.map(|(v, _)| (v, 1)));
                for part in &relation.parts {
                    let minus = self.terms(*part, &entry.key).into_iter();
                    form.extend(minus.map(|(v, _)| (v, -1)));
                }
                // The record tells its own complement; who else is left, it does not.
                let own = self.quantities.get(&entry.id, Role::Whole) == Some(relation.total);
                forms.insert(form, (entry.key.clone(), here.1.filter(|_| own)));
            }
        }
        for constraint in self.constraints.get(facts..).unwrap_or_default() {
            if constraint.most.is_infinite() {
                let form: Vec<_> =
                    constraint.terms.iter().map(|(v, times)| (*v, *times as i8)).collect();
                let part = form.last().map_or(0, |(v, _)| *v);
                forms.entry(form).or_insert_with(|| (name(part), None));
            }
        }
        forms
            .into_iter()
            .filter(|(form, _)| !form.is_empty())
            .filter(|(form, _)| form.iter().all(|(v, _)| touched.contains(v)))
            .map(|(form, (key, record))| Target {
                terms: form.into_iter().map(|(v, times)| (v, f64::from(times))).collect(),
                key,
                record,
                secret: record
                    .and_then(|nth| entries.get(nth))
                    .is_some_and(|e| e.rule == Some((Rule::Source, None))),
            })
            .collect()
    }
}
