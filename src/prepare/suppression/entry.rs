// SPDX-License-Identifier: EUPL-1.2
//! Records as what can be published or suppressed, and the target cells that they must not disclose.

use super::rule::{Key, Rule};
use super::system::Var;
use std::collections::BTreeSet;

/// A record as something that can be published or suppressed.
#[derive(Clone, Debug)]
pub struct Entry {
    /// The indicator.
    pub id: String,
    /// The region and the period.
    pub key: Key,
    /// What it tells: numbers of constraints.
    pub facts: Vec<usize>,
    /// The records that go with it, and by which rule.
    pub with: Vec<(usize, Rule)>,
    /// How much its loss hurts: the lower, the sooner it is suppressed.
    pub rank: u8,
    /// Its count, the lower the sooner.
    pub count: f64,
    /// Why it is suppressed, and for which target.
    pub rule: Option<(Rule, Option<usize>)>,
}

/// A count of persons that must not be known too well unless it is large.
#[derive(Clone, Debug)]
pub struct Target {
    /// What it is the sum of.
    pub terms: Vec<(Var, f64)>,
    /// Where.
    pub key: Key,
    /// The record that tells it, if it is published.
    pub record: Option<usize>,
    /// Whether its publisher keeps it secret: then it is, however large.
    pub secret: bool,
}

/// How much the loss of a record hurts: the wider the region, the longer the period and the
/// more persons, the more; what goes with it, too.
pub(super) fn cost(entry: &Entry, touched: &BTreeSet<String>) -> f64 {
    let untouched = if touched.contains(&entry.key.0) { 1.0 } else { 1.2 };
    let level = 3_f64.powi(i32::from(entry.rank));
    level * untouched * (1.0 + entry.with.len() as f64) * (1.0 + entry.count / 1000.0)
}

/// Suppresses an entry with all that go with it. Those that were published until now.
pub fn suppress_group(
    entries: &mut [Entry],
    entry: usize,
    rule: Rule,
    target: Option<usize>,
) -> Vec<usize> {
    let mut group = Vec::new();
    let mut queue = vec![(entry, rule)];
    while let Some((nth, rule)) = queue.pop() {
        let tells = |e: &&mut Entry| e.rule.is_none() && !e.facts.is_empty();
        let Some(entry) = entries.get_mut(nth).filter(tells) else { continue };
        entry.rule = Some((rule, target));
        group.push(nth);
        queue.extend(entry.with.iter().copied());
    }
    group
}
