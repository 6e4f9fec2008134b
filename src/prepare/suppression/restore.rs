// SPDX-License-Identifier: EUPL-1.2
//! What complementary suppression takes back: records that turn out to protect nothing.

use super::feasibility::Change;
use super::secondary::{CAPS, Secondary, Seen, Verdict};
use super::system::{System, Var};
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

impl Secondary<'_> {
    /// Forgets the tables that do not fit some facts. What was forgotten.
    fn forget(&mut self, facts: &[usize]) -> Vec<(usize, Seen)> {
        let mut forgotten = Vec::new();
        let mut judged: BTreeMap<*const Change, bool> = BTreeMap::new();
        for (nth, seen) in self.seen.iter_mut().enumerate() {
            let before = seen.clone();
            let mut lost = false;
            for side in seen.iter_mut() {
                let fits = *judged
                    .entry(Rc::as_ptr(&side.1))
                    .or_insert_with(|| facts.iter().all(|fact| fits(self.system, *fact, &side.1)));
                if !fits {
                    let terms = self.targets.get(nth).map(|t| t.terms.as_slice());
                    *side = (self.system.sum(terms.unwrap_or_default()), Rc::new(Change::new()));
                    lost = true;
                }
            }
            if lost {
                forgotten.push((nth, before));
            }
        }
        forgotten
    }

    /// Whether a record of a group goes with one that stays suppressed: it would tell that one's
    /// count as its own denominator, or is its complement.
    fn goes_with(&self, group: &[usize]) -> bool {
        let entries = self.entries.iter().enumerate();
        let mut stay = entries.filter(|(nth, e)| e.rule.is_some() && !group.contains(nth));
        stay.any(|(_, e)| e.with.iter().any(|(other, _)| group.contains(other)))
    }

    /// Publishes again what protects nothing, the dearest first.
    pub(super) fn take_back(&mut self, lost: &BTreeSet<usize>) {
        let mut groups = std::mem::take(&mut self.groups);
        groups.sort_by_key(|(nth, _)| {
            let entry = self.entries.get(*nth);
            std::cmp::Reverse(entry.map_or((0, 0), |e| (e.rank, e.count as i64)))
        });
        for (_, group) in groups {
            if self.goes_with(&group) {
                continue;
            }
            let rules: Vec<_> =
                group.iter().map(|nth| self.entries.get(*nth).and_then(|e| e.rule)).collect();
            let facts = self.facts(&group);
            self.system.set(&facts, true);
            let forgotten = self.forget(&facts);
            let safe = (0..self.targets.len()).all(|target| {
                lost.contains(&target) || self.verdict(target, &CAPS) == Verdict::Safe
            });
            for (nth, rule) in group.iter().zip(rules) {
                if let Some(entry) = self.entries.get_mut(*nth) {
                    entry.rule = rule.filter(|_| !safe);
                }
            }
            if !safe {
                self.system.set(&facts, false);
                for (nth, before) in forgotten {
                    if let Some(seen) = self.seen.get_mut(nth) {
                        *seen = before;
                    }
                }
            }
        }
    }
}

fn fits(system: &System, fact: usize, change: &Change) -> bool {
    let Some(constraint) = system.constraints().get(fact) else { return true };
    let of = |var: Var| {
        let at = change.binary_search_by_key(&var, |(v, _)| *v).ok()?;
        change.get(at).map(|(_, by)| *by)
    };
    let moved: f64 = constraint.terms.iter().filter_map(|(v, t)| Some(t * of(*v)?)).sum();
    if moved == 0.0 {
        return true;
    }
    let sum = system.sum(&constraint.terms) + moved;
    (constraint.least..=constraint.most).contains(&sum)
}
