// SPDX-License-Identifier: EUPL-1.2
//! What is counted: the persons inside an indicator, outside it, and all of them together; and
//! which of these are one and the same, or add up, by what the catalogue and the recipe declare.

use crate::indicator::definition::{Counted, Definition, Kind};
use crate::prepare::recipe::declared::Declared;
use std::collections::{BTreeMap, BTreeSet};

/// Which of an indicator's persons.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Role {
    /// The numerator; of a mean the persons that it is of.
    Inside,
    /// The complement.
    Outside,
    /// The denominator.
    Whole,
}

/// A count, by its place in the list of counts.
pub type Quantity = usize;

/// A count that is the sum of others in every region and period.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Relation {
    /// The sum.
    pub total: Quantity,
    /// What is summed.
    pub parts: Vec<Quantity>,
    /// Whether persons are left who have no name here.
    pub rest: bool,
}

/// The counts of indicators that are related to each other.
#[derive(Clone, Debug, Default)]
pub struct Quantities {
    by_name: BTreeMap<(String, Role), Quantity>,
    /// How many counts there are.
    pub number: usize,
    /// Those that are persons whom nobody may single out: all but the denominators.
    pub persons: BTreeSet<Quantity>,
    /// What adds up.
    pub relations: Vec<Relation>,
}

/// Sets of things that turn out to be one.
#[derive(Default)]
struct Same {
    parent: Vec<usize>,
}

impl Same {
    fn add(&mut self) -> usize {
        self.parent.push(self.parent.len());
        self.parent.len() - 1
    }

    fn root(&self, mut at: usize) -> usize {
        while let Some(up) = self.parent.get(at).copied().filter(|up| *up != at) {
            at = up;
        }
        at
    }

    fn join(&mut self, one: usize, other: usize) {
        let (one, other) = (self.root(one), self.root(other));
        if let Some(parent) = self.parent.get_mut(one) {
            *parent = other;
        }
    }
}

/// Whether an indicator tells of persons out of a whole.
pub fn is_fraction(definition: &Definition) -> bool {
    matches!(definition.kind, Kind::Share | Kind::Rate)
}

/// The indicators of persons, put together where something declared relates them.
pub fn related<'d>(
    definitions: &[&'d Definition],
    declared: &Declared,
) -> Vec<Vec<&'d Definition>> {
    let persons: Vec<&Definition> =
        definitions.iter().copied().filter(|d| d.counted == Counted::Persons).collect();
    let mut same = Same::default();
    for _ in &persons {
        same.add();
    }
    let at = |id: &str| persons.iter().position(|d| d.id == id);
    let groups = declared.denominators.iter().map(|d| d.of.iter().chain([&d.count]).collect());
    let complements = declared.complements.iter().map(|m| vec![&m.one, &m.other]);
    let sums = declared.sums.iter().map(|s| s.parts.iter().chain(&s.total).collect());
    let subsets = declared.subsets.iter().map(|s| vec![&s.whole, &s.part]);
    for group in groups.chain(complements).chain(sums).chain(subsets) {
        let known: Vec<usize> = group.iter().filter_map(|id: &&String| at(id)).collect();
        for pair in known.windows(2) {
            if let [one, other] = pair {
                same.join(*one, *other);
            }
        }
    }
    let mut sets: BTreeMap<usize, Vec<&Definition>> = BTreeMap::new();
    for (nth, definition) in persons.iter().enumerate() {
        sets.entry(same.root(nth)).or_default().push(definition);
    }
    sets.into_values().collect()
}

impl Quantities {
    /// The counts of some indicators.
    pub fn of(definitions: &[&Definition], declared: &Declared) -> Self {
        let mut same = Same::default();
        let mut names: BTreeMap<(String, Role), usize> = BTreeMap::new();
        for definition in definitions {
            names.insert((definition.id.clone(), Role::Inside), same.add());
            if is_fraction(definition) {
                names.insert((definition.id.clone(), Role::Outside), same.add());
                names.insert((definition.id.clone(), Role::Whole), same.add());
            }
        }
        let name = |id: &str, role: Role| names.get(&(id.to_string(), role)).copied();
        let mut join = |one: Option<usize>, other: Option<usize>| {
            if let Some((one, other)) = one.zip(other) {
                same.join(one, other);
            }
        };
        for link in &declared.denominators {
            for id in &link.of {
                join(name(id, Role::Whole), name(&link.count, Role::Inside));
            }
        }
        for complement in &declared.complements {
            let (one, other) = (complement.one.as_str(), complement.other.as_str());
            join(name(one, Role::Inside), name(other, Role::Outside));
            join(name(one, Role::Outside), name(other, Role::Inside));
            join(name(one, Role::Whole), name(other, Role::Whole));
        }
        for sum in declared.sums.iter().filter(|s| s.total.is_none()) {
            for pair in sum.parts.windows(2) {
                if let [one, other] = pair {
                    join(name(one, Role::Whole), name(other, Role::Whole));
                }
            }
        }
        let roots: BTreeSet<usize> = names.values().map(|at| same.root(*at)).collect();
        let order: BTreeMap<usize, Quantity> =
            roots.iter().enumerate().map(|(nth, root)| (*root, nth)).collect();
        let by_name: BTreeMap<(String, Role), Quantity> = names
            .iter()
            .filter_map(|(name, at)| Some((name.clone(), *order.get(&same.root(*at))?)))
            .collect();
        let persons =
            by_name.iter().filter(|((_, role), _)| *role != Role::Whole).map(|(_, q)| *q).collect();
        let mut quantities = Self { by_name, number: order.len(), persons, relations: Vec::new() };
        quantities.relate(definitions, declared);
        quantities
    }

    /// A count by the name of an indicator.
    pub fn get(&self, id: &str, role: Role) -> Option<Quantity> {
        self.by_name.get(&(id.to_string(), role)).copied()
    }

    fn relate(&mut self, definitions: &[&Definition], declared: &Declared) {
        let mut relations = BTreeSet::new();
        // A complement that no indicator counts has no name: it is what is left.
        let named: BTreeSet<Quantity> = self
            .by_name
            .iter()
            .filter(|((_, role), _)| *role == Role::Inside)
            .map(|(_, q)| *q)
            .collect();
        for definition in definitions.iter().filter(|d| is_fraction(d)) {
            let of = |role: Role| self.get(&definition.id, role);
            let all = of(Role::Whole).zip(of(Role::Inside)).zip(of(Role::Outside));
            if let Some(((total, inside), outside)) = all {
                let rest = !named.contains(&outside);
                let mut parts = vec![inside];
                parts.extend((!rest).then_some(outside));
                parts.sort_unstable();
                relations.insert(Relation { total, parts, rest });
            }
        }
        for sum in &declared.sums {
            let parts: Vec<_> =
                sum.parts.iter().filter_map(|id| self.get(id, Role::Inside)).collect();
            let total = match &sum.total {
                Some(id) => self.get(id, Role::Inside),
                None => sum.parts.iter().find_map(|id| self.get(id, Role::Whole)),
            };
            if let Some(total) = total.filter(|_| !parts.is_empty()) {
                // A part without any figure is still a part.
                let rest = parts.len() < sum.parts.len();
                relations.insert(Relation { total, parts, rest });
            }
        }
        for subset in &declared.subsets {
            let whole = self.get(&subset.whole, Role::Inside);
            if let Some((total, part)) = whole.zip(self.get(&subset.part, Role::Inside)) {
                relations.insert(Relation { total, parts: vec![part], rest: true });
            }
        }
        self.relations = relations.into_iter().collect();
    }
}
