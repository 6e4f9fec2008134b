// SPDX-License-Identifier: EUPL-1.2
//! What complementary suppression takes back: records that turn out to protect nothing.

use super::feasibility::Change;
use super::secondary::{CAPS, Secondary, Seen, Shown, Verdict};
use super::system::{System, Var};
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

/// So many tables are kept beside the one that shows most.
const SPARES: usize = 6;

impl Secondary<'_> {
    /// Forgets the tables that do not fit some facts, where others take their place if there are
    /// any. What was forgotten.
    fn forget(&mut self, facts: &[usize]) -> Vec<(usize, Seen)> {
        let mut forgotten = Vec::new();
        let mut judged: BTreeMap<*const Change, bool> = BTreeMap::new();
        let mut fits = |change: &Rc<Change>| {
            let fits = || facts.iter().all(|fact| fits(self.system, *fact, change));
            *judged.entry(Rc::as_ptr(change)).or_insert_with(fits)
        };
        for (nth, seen) in self.seen.iter_mut().enumerate() {
            if seen.iter().all(|(_, change)| fits(change)) {
                continue;
            }
            forgotten.push((nth, seen.clone()));
            let value = self.values.get(nth).copied().unwrap_or_default();
            let spare = self.spare.get(&nth).cloned().unwrap_or_default();
            for (side, mut spare) in seen.iter_mut().zip(spare) {
                if fits(&side.1) {
                    continue;
                }
                spare.retain(|(_, change)| fits(change));
                let far = |shown: &Shown| (shown.0 - value).abs();
                let spare = spare.into_iter().max_by(|one, other| far(one).total_cmp(&far(other)));
                *side = spare.unwrap_or_else(|| (value, Rc::new(Change::new())));
            }
        }
        forgotten
    }

    /// Keeps tables for a target beside those that show more of it.
    fn spare(&mut self, target: usize, found: Seen) {
        for (list, shown) in self.spare.entry(target).or_default().iter_mut().zip(found) {
            let is_known = list.iter().any(|(_, change)| Rc::ptr_eq(change, &shown.1));
            if shown.1.is_empty() || is_known {
                continue;
            }
            if list.len() == SPARES {
                list.remove(0);
            }
            list.push(shown);
        }
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
        // What refused the last ones most often refuses the next.
        let mut refused: Vec<usize> = Vec::new();
        for (_, group) in groups {
            if self.goes_with(&group) {
                continue;
            }
            let rules: Vec<_> =
                group.iter().map(|nth| self.entries.get(*nth).and_then(|e| e.rule)).collect();
            let facts = self.facts(&group);
            self.system.set(&facts, true);
            let forgotten = self.forget(&facts);
            let causes = rules.iter().flatten().filter_map(|(_, target)| *target);
            let order: Vec<usize> =
                refused.iter().rev().copied().chain(causes).chain(0..self.targets.len()).collect();
            // What one constraint gives away is seen at once.
            let leak = [&[][..], &CAPS].iter().find_map(|caps| {
                let leaks = |target: &usize| {
                    !lost.contains(target) && self.verdict(*target, caps) != Verdict::Safe
                };
                order.iter().copied().find(leaks)
            });
            refused.retain(|target| Some(*target) != leak);
            refused.extend(leak);
            let safe = leak.is_none();
            for (nth, rule) in group.iter().zip(rules) {
                if let Some(entry) = self.entries.get_mut(*nth) {
                    entry.rule = rule.filter(|_| !safe);
                }
            }
            if safe {
                for list in self.spare.values_mut().flatten() {
                    let stays = |fact: &usize, change: &Change| fits(self.system, *fact, change);
                    list.retain(|(_, change)| facts.iter().all(|fact| stays(fact, change)));
                }
                continue;
            }
            self.system.set(&facts, false);
            for (nth, before) in forgotten {
                if let Some(seen) = self.seen.get_mut(nth) {
                    let found = std::mem::replace(seen, before);
                    self.spare(nth, found);
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
