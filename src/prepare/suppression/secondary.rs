// SPDX-License-Identifier: EUPL-1.2
//! Complementary suppression: which records are suppressed so that no target cell is known too
//! well, and which of them turn out not to be needed.

use super::entry::{Entry, Target, cost, suppress_group};
use super::feasibility::{Change, at_least, extreme, neighbourhood};
use super::repair::{Goal, Repair, repair};
use super::rule::Rule;
use super::system::{System, Var};
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

/// What is known of a target.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Verdict {
    /// It can be enough values, or is not below the threshold.
    Safe,
    /// It follows from one constraint, from several, or is closed in by them.
    Leak(Rule),
}

/// So many unknowns move at most in the first searches, and in the last.
pub(super) const CAPS: [usize; 3] = [40, 160, usize::MAX];

/// Whole numbers are searched for among so many unknowns at most.
const MOST: usize = 160;

/// So many unknowns and known ones may depart in a search for what to suppress.
const REPAIRS: [usize; 2] = [150, 600];

/// What a target is in a table of whole numbers, and that table.
pub(super) type Shown = (f64, Rc<Change>);

/// The least and the most that whole tables give a target, and those tables.
pub(super) type Seen = [Shown; 2];

/// The search.
pub struct Secondary<'a> {
    pub(super) system: &'a mut System,
    pub(super) entries: &'a mut Vec<Entry>,
    pub(super) targets: &'a [Target],
    pub(super) threshold: f64,
    pub(super) seen: Vec<Seen>,
    /// Other tables on either side, by target, for when those can be no more.
    pub(super) spare: BTreeMap<usize, [Vec<Shown>; 2]>,
    pub(super) of_var: BTreeMap<Var, Vec<(usize, f64)>>,
    pub(super) values: Vec<f64>,
    /// The targets that are shown to be large, whatever else is published.
    large: BTreeSet<usize>,
    touched: BTreeSet<String>,
    pub(super) groups: Vec<(usize, Vec<usize>)>,
}

impl<'a> Secondary<'a> {
    /// Over a system in which all that is suppressed for itself is suppressed already.
    pub fn new(
        system: &'a mut System,
        entries: &'a mut Vec<Entry>,
        targets: &'a [Target],
        threshold: f64,
    ) -> Self {
        let none = Rc::new(Change::new());
        let start = |target: &Target| {
            let value = system.sum(&target.terms);
            [(value, none.clone()), (value, none.clone())]
        };
        let seen = targets.iter().map(start).collect();
        let mut of_var: BTreeMap<Var, Vec<(usize, f64)>> = BTreeMap::new();
        for (nth, target) in targets.iter().enumerate() {
            for (var, times) in &target.terms {
                of_var.entry(*var).or_default().push((nth, *times));
            }
        }
        let lost = entries.iter().filter(|e| e.rule.is_some());
        let touched = lost.map(|e| e.key.0.clone()).collect();
        let values = targets.iter().map(|t| system.sum(&t.terms)).collect();
        Self {
            system,
            entries,
            targets,
            threshold,
            seen,
            spare: BTreeMap::new(),
            of_var,
            values,
            large: BTreeSet::new(),
            touched,
            groups: Vec::new(),
        }
    }

    /// Gives up records until every target is safe, and takes back those that protect nothing.
    /// The targets that nothing can protect.
    pub fn protect(mut self) -> BTreeSet<usize> {
        let mut lost = BTreeSet::new();
        loop {
            let before = self.groups.len();
            // What one constraint gives away comes first: what it hides bounds others.
            for target in (0..self.targets.len()).filter(|t| !lost.contains(t)).collect::<Vec<_>>()
            {
                while let Verdict::Leak(rule) = self.verdict(target, &[]) {
                    if !self.suppress(target, rule) {
                        lost.insert(target);
                        break;
                    }
                }
            }
            for target in 0..self.targets.len() {
                while let Verdict::Leak(rule) = self.verdict(target, &CAPS) {
                    if lost.contains(&target) || !self.suppress(target, rule) {
                        lost.insert(target);
                        break;
                    }
                }
            }
            if self.groups.len() == before {
                break;
            }
        }
        self.take_back(&lost);
        lost
    }

    /// Whether a target's own record is published: the primary rule found it large enough, or
    /// wide enough.
    pub(super) fn is_shown(&self, target: usize) -> bool {
        let record = self.targets.get(target).and_then(|t| t.record);
        let entry = record.and_then(|nth| self.entries.get(nth));
        entry.is_some_and(|e| e.rule.is_none() && !e.facts.is_empty())
    }

    pub(super) fn verdict(&mut self, target: usize, caps: &[usize]) -> Verdict {
        if self.wide(target) || self.large.contains(&target) {
            return Verdict::Safe;
        }
        let Some(Target { terms, secret, .. }) = self.targets.get(target) else {
            return Verdict::Safe;
        };
        let secret = *secret;
        if self.is_shown(target) {
            return Verdict::Safe;
        }
        let open: Vec<(Var, f64)> =
            terms.iter().copied().filter(|(v, _)| !self.system.is_fixed(*v)).collect();
        let value = self.values.get(target).copied().unwrap_or_default();
        if open.is_empty() {
            return if value >= self.threshold && !secret {
                Verdict::Safe
            } else {
                Verdict::Leak(Rule::Total)
            };
        }
        let known = value - self.system.sum(&open);
        let reach = match open.as_slice() {
            [(var, times)] if *times > 0.0 => self.system.closed_in(*var),
            _ => self.system.reach(&open),
        };
        if reach.0 + known >= self.threshold && !secret {
            return Verdict::Safe;
        }
        if reach.1 - reach.0 + 1.0 < self.threshold && (value < self.threshold || secret) {
            return Verdict::Leak(Rule::Total);
        }
        let is_large = value >= self.threshold && !secret;
        // That a count can be many different ones shows in few unknowns, that it cannot be small
        // only in many.
        if !caps.is_empty() && self.widens(target, &open) {
            return Verdict::Safe;
        }
        let shown_large = |cap: &usize| {
            let least = at_least(self.system, &open, *cap);
            least.is_some_and(|least| least + known > self.threshold - 1.0 + 1e-6)
        };
        if !caps.is_empty() && is_large && REPAIRS.iter().any(shown_large) {
            self.large.insert(target);
            return Verdict::Safe;
        }
        for cap in caps {
            // A count that is small can only be shown to be wide, which its surroundings do.
            if *cap == usize::MAX && (value < self.threshold || secret) {
                break;
            }
            let near = neighbourhood(self.system, &open, *cap);
            let mut bounds = [f64::NEG_INFINITY, f64::INFINITY];
            for whole_numbers in [false, true] {
                if whole_numbers && near.free.len() > MOST {
                    break;
                }
                for (bound, up) in bounds.iter_mut().zip([false, true]) {
                    let Some(found) = extreme(self.system, &near, &open, up, whole_numbers) else {
                        continue;
                    };
                    if !whole_numbers {
                        *bound = found.bound;
                    }
                    if let Some(change) = found.change {
                        self.learn(change);
                    }
                }
                if self.wide(target) {
                    return Verdict::Safe;
                }
                let [least, most] = bounds;
                if near.whole && !secret && least + known > self.threshold - 1.0 + 1e-6 {
                    return Verdict::Safe;
                }
                // Whole numbers cannot be wider than these: only where they are is it asked.
                if most - least + 1.0 < self.threshold - 1e-6 {
                    break;
                }
            }
            if near.whole {
                let [least, most] = bounds;
                let one = most - least < 0.5;
                return Verdict::Leak(if one { Rule::Combination } else { Rule::Bounds });
            }
        }
        if caps.is_empty() { Verdict::Safe } else { Verdict::Leak(Rule::Bounds) }
    }

    /// Gives up the records that hurt least, so that a target can be as far from what it is as
    /// it must. Whether that is possible: what was published before cannot be taken back.
    fn suppress(&mut self, target: usize, rule: Rule) -> bool {
        let value = self.values.get(target).copied().unwrap_or_default();
        let seen = self.seen.get(target).map(|[low, high]| (low.0, high.0));
        let (low, high) = seen.unwrap_or((value, value));
        let need = self.threshold - 1.0;
        if self.go(target, rule, low + need - value) {
            return true;
        }
        // Not far enough up: as far as it goes, and the rest down.
        let far = |goal: Goal| {
            let terms = self.targets.get(target).map(|t| t.terms.as_slice()).unwrap_or_default();
            let widest = REPAIRS.last().copied().unwrap_or_default();
            let found = repair(self.system, terms, goal, widest, &|_| 0.0);
            found.map_or(0.0, |found| (found.reached + 1e-6).floor())
        };
        let up = far(Goal::Up).max(high - value).min(need);
        let down = far(Goal::Down).min(low - value);
        if up - down < need {
            return false;
        }
        let more = up > high - value && self.go(target, rule, up);
        let less = up - need < low - value && self.go(target, rule, up - need);
        more || less
    }

    /// Lets a target be so much more, or less, than it is, at the least cost. Whether it can.
    fn go(&mut self, target: usize, rule: Rule, by: f64) -> bool {
        if by == 0.0 {
            return false;
        }
        let Some(Target { terms, .. }) = self.targets.get(target) else { return false };
        let mut best: Option<Repair> = None;
        for cap in REPAIRS {
            let entries = &*self.entries;
            let touched = &self.touched;
            let cost = |nth: usize| entries.get(nth).map_or(1e6, |entry| cost(entry, touched));
            // The wider one looks, the less it costs.
            best = repair(self.system, terms, Goal::By(by), cap, &cost).or(best);
            if best.as_ref().is_some_and(|b| b.records.is_empty()) {
                break;
            }
        }
        let Some(Repair { records, change, .. }) = best else { return false };
        let nothing = records.is_empty();
        for record in records {
            let group = self.suppress_group(record, rule, target);
            self.groups.push((record, group));
        }
        let fits = change.filter(|change| self.system.fits(change));
        let found = fits.is_some();
        if let Some(change) = fits {
            self.learn(change);
        }
        !nothing || found
    }

    /// Suppresses a record with all that go with it; those that were published until now.
    fn suppress_group(&mut self, entry: usize, rule: Rule, target: usize) -> Vec<usize> {
        let group = suppress_group(self.entries, entry, rule, Some(target));
        self.large.clear();
        let facts = self.facts(&group);
        self.system.set(&facts, false);
        let lost = group.iter().filter_map(|nth| self.entries.get(*nth));
        self.touched.extend(lost.map(|e| e.key.0.clone()));
        group
    }

    pub(super) fn facts(&self, group: &[usize]) -> Vec<usize> {
        group
            .iter()
            .filter_map(|nth| self.entries.get(*nth))
            .flat_map(|e| e.facts.clone())
            .collect()
    }
}
