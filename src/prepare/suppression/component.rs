// SPDX-License-Identifier: EUPL-1.2
//! Related indicators as one system: their records as facts, what must not be known as targets.

use super::atom::Atoms;
use super::count::{Range, Writing, inside, whole};
use super::quantity::{Quantities, Quantity, Role, is_fraction};
use super::rule::{Key, Rule, rank};
use super::secondary::{Entry, Target};
use super::system::{Constraint, System, Var};
use crate::indicator::definition::Definition;
use crate::indicator::observation::Status;
use crate::indicator::period::Period;
use crate::indicator::region::{COUNTRY, Kind as Sort};
use crate::prepare::geography::place::Places;
use crate::prepare::message::{Between, Expected, Found, Parts};
use crate::prepare::problem::{Problem, RECIPE};
use crate::prepare::recipe::declared::Declared;
use crate::prepare::record::{Record, Records};
use std::collections::{BTreeMap, BTreeSet};

/// What the control of several indicators is about.
#[derive(Clone, Copy)]
pub struct Setting<'a> {
    /// The places.
    pub places: &'a Places,
    /// Fewer persons are withheld.
    pub threshold: f64,
    /// What adds up.
    pub declared: &'a Declared,
    /// What was published before.
    pub earlier: &'a [BTreeMap<String, Records>],
}

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
    record.value.is_some() || record.numerator.is_some() || record.denominator.is_some()
}

struct Builder<'a> {
    quantities: Quantities,
    atoms: Atoms,
    constraints: Vec<Constraint>,
    /// The smallest record that each unknown is a part of.
    names: BTreeMap<Var, (usize, Key)>,
    setting: Setting<'a>,
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
                let mut told = Told::of(definition, record, beside, writing);
                // The count tells it already, and goes together with what divides by it.
                let linked =
                    setting.declared.denominators.iter().any(|d| d.of.contains(&definition.id));
                told.whole = told.whole.filter(|_| !linked || beside.is_none());
                let mut entry = builder.enter(definition, key, &told, entries.len());
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
            let told = Told::of(definition, figure, None, writing);
            builder.tell(&definition.id, key, &told, None);
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

/// Unknowns and how often each is in a count; whole, so that counts can be compared.
type Form = Vec<(Var, i8)>;

/// The ranges that a record tells.
struct Told {
    inside: Option<Range>,
    whole: Option<Range>,
}

impl Told {
    fn of(
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
    fn var(&self, quantity: Quantity, atom: usize) -> Var {
        atom * self.quantities.number + quantity
    }

    fn terms(&self, quantity: Quantity, (region, period): &Key) -> Vec<(Var, f64)> {
        let atoms = self.atoms.sum(region, *period).into_iter();
        atoms.map(|atom| (self.var(quantity, atom), 1.0)).collect()
    }

    fn tell(&mut self, id: &str, key: &Key, told: &Told, record: Option<usize>) -> Vec<usize> {
        let mut facts = Vec::new();
        let others =
            Sort::of(&key.0) != Sort::Municipality && self.setting.declared.residual.contains(id);
        for (role, range) in [(Role::Inside, told.inside), (Role::Whole, told.whole)] {
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

    fn enter(&mut self, definition: &Definition, key: &Key, told: &Told, nth: usize) -> Entry {
        if let Some(quantity) = self.quantities.get(&definition.id, Role::Inside) {
            let terms = self.terms(quantity, key);
            for (var, _) in &terms {
                let known = self.names.get(var).map_or(usize::MAX, |(size, _)| *size);
                if terms.len() < known {
                    self.names.insert(*var, (terms.len(), key.clone()));
                }
            }
        }
        let facts = self.tell(&definition.id, key, told, Some(nth));
        Entry {
            id: definition.id.clone(),
            key: key.clone(),
            facts,
            with: Vec::new(),
            rank: rank(key),
            count: told.inside.map_or(0.0, |(least, _)| least),
            rule: None,
        }
    }

    /// What adds up in each atom: of what has figures at all.
    fn hold_together(&mut self) {
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
    fn targets(&self, entries: &[Entry], facts: usize) -> Vec<Target> {
        let mut forms: BTreeMap<Form, (Key, Option<usize>)> = BTreeMap::new();
        let country = (COUNTRY.to_string(), Period::years(0, 0));
        let name = |var: Var| self.names.get(&var).map_or(&country, |(_, key)| key).clone();
        let told = self.constraints.get(..facts).unwrap_or_default();
        let touched: BTreeSet<Var> = told.iter().flat_map(|c| &c.terms).map(|(v, _)| *v).collect();
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

/// Withholds with each record those that would give it away: what divides by it, what mirrors it.
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
        for mirror in &declared.mirrors {
            if mirror.one == entry.id {
                with(&mirror.other, Rule::Mirror);
            } else if mirror.other == entry.id {
                with(&mirror.one, Rule::Mirror);
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
            false => Parts::AtLeast(least.to_string()),
        };
        let total = Between(constraint.least, constraint.most);
        let (id, region) = (entry.id.clone(), region.clone());
        let found = Found::SumApart(id, region, period.code(), total, sum);
        let expected = Expected::SumOfParts;
        problems.push(Problem::file(RECIPE, found, expected));
    }
    problems
}
