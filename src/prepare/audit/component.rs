// SPDX-License-Identifier: EUPL-1.2
//! What is left open, without rows that say nothing new, in parts that have nothing to do with
//! each other.

use super::range::TOLERANCE;
use super::system::{Row, System, Unknown};
use std::collections::BTreeMap;

/// Unknowns that rows tie together.
#[derive(Debug, Default)]
pub(super) struct Component {
    pub unknowns: Vec<Unknown>,
    pub rows: Vec<Row>,
}

/// 2³¹ − 1: a prime whose squares fit.
const PRIME: u64 = (1 << 31) - 1;

fn inverse(value: u64) -> u64 {
    let (mut base, mut exponent, mut result) = (value, PRIME - 2, 1);
    while exponent > 0 {
        if exponent & 1 == 1 {
            result = result * base % PRIME;
        }
        base = base * base % PRIME;
        exponent >>= 1;
    }
    result
}

/// The right-hand side, as the last of all unknowns.
const KNOWN: Unknown = Unknown::MAX;

/// Equations in a prime field, to see which of them follow from others. The first unknown of
/// each is its pivot.
#[derive(Default)]
struct Basis {
    rows: BTreeMap<Unknown, BTreeMap<Unknown, u64>>,
}

impl Basis {
    /// Takes an equation in. Whether it says something new, which a contradiction does.
    fn take(&mut self, row: &Row) -> bool {
        let residue = |times: f64| times.rem_euclid(PRIME as f64) as u64;
        let terms = row.terms.iter().copied().chain([(KNOWN, -row.least.round())]);
        let mut left: BTreeMap<Unknown, u64> = BTreeMap::new();
        for (unknown, times) in terms {
            let slot = left.entry(unknown).or_insert(0);
            *slot = (*slot + residue(times)) % PRIME;
        }
        let mut from = 0;
        while let Some((unknown, value)) = left.range(from..KNOWN).next().map(|(u, v)| (*u, *v)) {
            from = unknown + 1;
            let Some(row) = self.rows.get(&unknown) else {
                continue;
            };
            for (other, times) in row {
                let slot = left.entry(*other).or_insert(0);
                *slot = (*slot + (PRIME - value) * times) % PRIME;
            }
        }
        left.retain(|_, value| *value != 0);
        let Some((pivot, value)) = left.first_key_value().map(|(u, v)| (*u, *v)) else {
            return false;
        };
        if pivot != KNOWN {
            let inverse = inverse(value);
            for times in left.values_mut() {
                *times = *times * inverse % PRIME;
            }
            self.rows.insert(pivot, left);
        }
        true
    }
}

/// The rows as the bounds leave them: without what is known, and without those that say nothing
/// that the bounds or shorter rows do not say.
fn open_rows(system: &System) -> Vec<Row> {
    let mut rows = Vec::new();
    for row in &system.rows {
        let mut open = Row { terms: Vec::new(), ..row.clone() };
        for (unknown, times) in &row.terms {
            let (least, most) = system.bound(*unknown);
            if least == most {
                open.least -= times * least;
                open.most -= times * least;
            } else {
                open.terms.push((*unknown, *times));
            }
        }
        let reach = system.reach(&open.terms);
        let says = reach.0 < open.least - TOLERANCE || reach.1 > open.most + TOLERANCE;
        if says && !open.terms.is_empty() {
            rows.push(open);
        }
    }
    rows.sort_by_key(|row| row.terms.len());
    let mut basis = Basis::default();
    rows.retain(|row| {
        let mut numbers = row.terms.iter().map(|(_, times)| times).chain([&row.least]);
        let is_whole = numbers.all(|number| number.fract() == 0.0);
        !(row.is_equal() && is_whole) || basis.take(row)
    });
    rows
}

/// The components of what is open.
pub(super) fn components(system: &System) -> Vec<Component> {
    let rows = open_rows(system);
    let mut parents: Vec<usize> = (0..system.bounds.len()).collect();
    fn root(parents: &mut [usize], mut at: usize) -> usize {
        while let Some(next) = parents.get(at).copied().filter(|next| *next != at) {
            let above = parents.get(next).copied().unwrap_or(next);
            if let Some(slot) = parents.get_mut(at) {
                *slot = above;
            }
            at = next;
        }
        at
    }
    for row in &rows {
        for pair in row.terms.windows(2) {
            let [(one, _), (other, _)] = pair else { continue };
            let (one, other) = (root(&mut parents, *one), root(&mut parents, *other));
            if let Some(slot) = parents.get_mut(one) {
                *slot = other;
            }
        }
    }
    let mut all: BTreeMap<usize, Component> = BTreeMap::new();
    for (unknown, (least, most)) in system.bounds.iter().enumerate() {
        if least < most {
            let head = root(&mut parents, unknown);
            all.entry(head).or_default().unknowns.push(unknown);
        }
    }
    for row in rows {
        if let Some((first, _)) = row.terms.first() {
            let head = root(&mut parents, *first);
            all.entry(head).or_default().rows.push(row);
        }
    }
    all.into_values().collect()
}
