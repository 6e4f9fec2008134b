// SPDX-License-Identifier: EUPL-1.2
//! Everything that is published as equations over whole numbers, and one table that fits them
//! all: the truth wherever it is known.

use std::collections::{BTreeMap, BTreeSet};

/// More unknowns than this in one constraint close none of them in.
const MANY: usize = 64;

/// An unknown: one count of one atom.
pub type Var = usize;

/// A sum that lies between two numbers.
#[derive(Clone, Debug)]
pub struct Constraint {
    /// The unknowns and what each is multiplied with.
    pub terms: Vec<(Var, f64)>,
    /// The least that the sum can be.
    pub least: f64,
    /// The most that it can be.
    pub most: f64,
    /// The record that publishes it; `None` for what holds by itself or was published before.
    pub record: Option<usize>,
}

/// What of a constraint is left when all that is known has been filled in.
#[derive(Clone, Debug, Default)]
pub struct Left {
    /// The unknowns.
    pub terms: Vec<(Var, f64)>,
    /// The least that their sum can be.
    pub least: f64,
    /// The most that it can be.
    pub most: f64,
    /// What it is in the table.
    pub sum: f64,
}

/// The equations and the table.
#[derive(Clone, Debug, Default)]
pub struct System {
    constraints: Vec<Constraint>,
    active: Vec<bool>,
    left: Vec<Left>,
    of_var: Vec<Vec<(usize, f64)>>,
    bounds: Vec<(f64, f64)>,
    /// More than anything can be.
    pub ceiling: f64,
    /// A table of whole numbers that fits everything.
    pub table: Vec<f64>,
}

impl System {
    /// A system of so many unknowns in which nothing is suppressed yet.
    pub fn new(unknowns: usize, constraints: Vec<Constraint>) -> Self {
        let mut of_var = vec![Vec::new(); unknowns];
        for (nth, constraint) in constraints.iter().enumerate() {
            for (var, times) in &constraint.terms {
                if let Some(list) = of_var.get_mut(*var) {
                    list.push((nth, *times));
                }
            }
        }
        let most = constraints.iter().map(|c| c.most).filter(|m| m.is_finite());
        let ceiling = most.fold(1.0, f64::max) + 1000.0;
        let mut system = Self {
            ceiling,
            active: vec![true; constraints.len()],
            left: vec![Left::default(); constraints.len()],
            bounds: vec![(0.0, f64::INFINITY); unknowns],
            table: vec![0.0; unknowns],
            constraints,
            of_var,
        };
        system.fill();
        system
    }

    /// The constraints.
    pub fn constraints(&self) -> &[Constraint] {
        &self.constraints
    }

    /// How many unknowns there are.
    pub fn unknowns(&self) -> usize {
        self.bounds.len()
    }

    /// Whether a constraint is known to everybody.
    pub fn is_active(&self, nth: usize) -> bool {
        self.active.get(nth).copied().unwrap_or(false)
    }

    /// The constraints that an unknown stands in.
    pub fn around(&self, var: Var) -> impl Iterator<Item = usize> {
        self.with(var).map(|(nth, _)| nth)
    }

    /// The constraints that an unknown stands in, and what it is multiplied with there.
    pub fn with(&self, var: Var) -> impl Iterator<Item = (usize, f64)> {
        let all = self.of_var.get(var).into_iter().flatten().copied();
        all.filter(|(nth, _)| self.is_active(*nth))
    }

    /// What is left of a constraint.
    pub fn left(&self, nth: usize) -> Option<&Left> {
        self.left.get(nth).filter(|_| self.is_active(nth))
    }

    /// The bounds of an unknown that something published sets to it alone.
    pub fn bounds(&self, var: Var) -> (f64, f64) {
        self.bounds.get(var).copied().unwrap_or((0.0, 0.0))
    }

    /// Whether an unknown is known.
    pub fn is_fixed(&self, var: Var) -> bool {
        let (least, most) = self.bounds(var);
        least >= most
    }

    /// The number of an unknown in the table.
    pub fn value(&self, var: Var) -> f64 {
        self.table.get(var).copied().unwrap_or(0.0)
    }

    /// The value of a sum in the table.
    pub fn sum(&self, terms: &[(Var, f64)]) -> f64 {
        terms.iter().map(|(var, times)| times * self.value(*var)).sum()
    }

    /// Publishes or suppresses constraints.
    pub fn set(&mut self, which: &[usize], active: bool) {
        let mut changed: BTreeSet<usize> = BTreeSet::new();
        for nth in which {
            if let Some(slot) = self.active.get_mut(*nth) {
                *slot = active;
            }
            changed.insert(*nth);
            let Some(constraint) = self.constraints.get(*nth) else { continue };
            if let [(var, _)] = constraint.terms.as_slice() {
                let var = *var;
                self.bind(var);
                changed.extend(self.of_var.get(var).into_iter().flatten().map(|(nth, _)| *nth));
            }
        }
        for nth in changed {
            self.reduce(nth);
        }
    }

    /// Works out all bounds and all that is left.
    fn fill(&mut self) {
        for var in 0..self.bounds.len() {
            self.bind(var);
        }
        for nth in 0..self.constraints.len() {
            self.reduce(nth);
        }
    }

    /// Puts numbers in the table.
    pub fn put(&mut self, values: impl Iterator<Item = (Var, f64)>) {
        let mut changed: BTreeSet<usize> = BTreeSet::new();
        for (var, value) in values {
            if let Some(slot) = self.table.get_mut(var) {
                *slot = value;
            }
            changed.extend(self.of_var.get(var).into_iter().flatten().map(|(nth, _)| *nth));
        }
        for nth in changed {
            self.reduce(nth);
        }
    }

    fn bind(&mut self, var: Var) {
        let mut bounds = (0.0_f64, f64::INFINITY);
        for nth in self.around(var) {
            let Some(constraint) = self.constraints.get(nth) else { continue };
            if let [(_, times)] = constraint.terms.as_slice()
                && *times > 0.0
            {
                bounds = (bounds.0.max(constraint.least), bounds.1.min(constraint.most));
            }
        }
        if let Some(slot) = self.bounds.get_mut(var) {
            *slot = bounds;
        }
    }

    fn reduce(&mut self, nth: usize) {
        let Some(constraint) = self.constraints.get(nth) else { return };
        let mut left = Left { least: constraint.least, most: constraint.most, ..Left::default() };
        for (var, times) in &constraint.terms {
            if self.is_fixed(*var) {
                let known = times * self.bounds(*var).0;
                left.least -= known;
                left.most -= known;
            } else {
                left.terms.push((*var, *times));
                left.sum += times * self.value(*var);
            }
        }
        if let Some(slot) = self.left.get_mut(nth) {
            *slot = left;
        }
    }

    /// What a sum can be by the bounds of each unknown in it.
    pub fn reach(&self, terms: &[(Var, f64)]) -> (f64, f64) {
        terms.iter().fold((0.0, 0.0), |(least, most), (var, times)| {
            let (from, to) = self.bounds(*var);
            let (from, to) =
                if *times < 0.0 { (times * to, times * from) } else { (times * from, times * to) };
            (least + from, most + to)
        })
    }

    /// What an unknown can be by each constraint that it stands in, taken one by one.
    pub fn closed_in(&self, var: Var) -> (f64, f64) {
        let mut bounds = self.bounds(var);
        let around = self.around(var).filter_map(|nth| self.left(nth));
        // A sum of very many bounds none of them.
        for left in around.filter(|left| left.terms.len() <= MANY) {
            let Some((_, own)) = left.terms.iter().find(|(v, _)| *v == var) else { continue };
            let mut others = (0.0, 0.0);
            for (other, times) in left.terms.iter().filter(|(v, _)| *v != var) {
                let (from, to) = self.reach(&[(*other, *times)]);
                others = (others.0 + from, others.1 + to);
                if others == (f64::NEG_INFINITY, f64::INFINITY) {
                    break;
                }
            }
            let (from, to) = ((left.least - others.1) / own, (left.most - others.0) / own);
            let (from, to) = if *own < 0.0 { (to, from) } else { (from, to) };
            bounds = (bounds.0.max(from), bounds.1.min(to));
        }
        bounds
    }

    /// Whether a changed table still fits all that is known.
    pub fn fits(&self, change: &[(Var, f64)]) -> bool {
        let mut by: BTreeMap<usize, f64> = BTreeMap::new();
        for (var, more) in change {
            let (least, most) = self.bounds(*var);
            if !(least..=most).contains(&(self.value(*var) + more)) {
                return false;
            }
            for (nth, times) in self.with(*var) {
                *by.entry(nth).or_insert(0.0) += times * more;
            }
        }
        by.into_iter().all(|(nth, more)| {
            self.left(nth).is_none_or(|left| (left.least..=left.most).contains(&(left.sum + more)))
        })
    }
}
