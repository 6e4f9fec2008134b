// SPDX-License-Identifier: EUPL-1.2
//! Tables of whole numbers that show how far targets go, kept for all of them: what one program
//! finds for one target often shows enough of others.

use super::feasibility::{Change, Neighbourhood, neighbourhood, pulled};
use super::secondary::{CAPS, Secondary};
use super::system::{System, Var};
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

impl Secondary<'_> {
    /// Whether tables show enough values of a target.
    pub(super) fn wide(&self, target: usize) -> bool {
        let width = self.seen.get(target).map(|[low, high]| high.0 - low.0 + 1.0);
        width.is_some_and(|width| width >= self.threshold)
    }

    /// Whether the nearest unknowns let a target be enough values, when all that is not yet shown
    /// around it is pulled up together: a few programs then serve the whole neighbourhood.
    pub(super) fn widens(&mut self, target: usize, open: &[(Var, f64)]) -> bool {
        let [_, wider, _] = CAPS;
        let near = neighbourhood(self.system, open, wider);
        let around = near.free.iter().filter_map(|var| self.of_var.get(var)).flatten();
        let mut narrow: BTreeSet<usize> = around.map(|(nth, _)| *nth).collect();
        narrow.retain(|nth| !self.is_shown(*nth) && !self.wide(*nth));
        // Nothing is pulled farther than a target needs, so that many can be at once.
        let enough = self.threshold - 1.0;
        for (up, reach) in [(true, (f64::INFINITY, enough)), (false, (enough, f64::INFINITY))] {
            self.pull(&near, &mut narrow, up, reach);
        }
        self.wide(target)
    }

    /// Pulls all these targets up, or down, as long as that shows some of them to be wide.
    fn pull(
        &mut self,
        near: &Neighbourhood,
        narrow: &mut BTreeSet<usize>,
        up: bool,
        reach: (f64, f64),
    ) {
        loop {
            let mut aim: BTreeMap<Var, f64> = BTreeMap::new();
            for nth in &*narrow {
                // Different weights, so that the least of them decide between themselves.
                let weight = 1.0 + (nth * 7919 % 1000) as f64 / 1000.0;
                let pull = if up { weight } else { -weight };
                for (var, times) in self.targets.get(*nth).into_iter().flat_map(|t| &t.terms) {
                    *aim.entry(*var).or_insert(0.0) += times * pull;
                }
            }
            if let Some(change) = pulled(self.system, near, &aim, reach) {
                self.learn(change);
            }
            let before = narrow.len();
            narrow.retain(|nth| !self.wide(*nth));
            if narrow.is_empty() || narrow.len() == before {
                return;
            }
        }
    }

    /// Keeps a table for every target that it takes further than any before; what moves in it
    /// independently of the rest is a table as well, and outlives more of what is published again.
    pub(super) fn learn(&mut self, change: Change) {
        let parts = apart(self.system, &change);
        if parts.len() > 1 {
            parts.into_iter().for_each(|part| self.keep(part));
        }
        self.keep(change);
    }

    fn keep(&mut self, change: Change) {
        let change = Rc::new(change);
        let mut by: BTreeMap<usize, f64> = BTreeMap::new();
        for (var, more) in change.iter() {
            for (target, times) in self.of_var.get(var).into_iter().flatten() {
                *by.entry(*target).or_insert(0.0) += times * more;
            }
        }
        for (target, more) in by {
            let Some(value) = self.values.get(target).map(|value| value + more) else { continue };
            let Some([low, high]) = self.seen.get_mut(target) else { continue };
            if value < low.0 {
                *low = (value, change.clone());
            }
            if value > high.0 {
                *high = (value, change.clone());
            }
        }
    }
}

/// A change as changes that no constraint ties to each other.
fn apart(system: &System, change: &Change) -> Vec<Change> {
    let mut parents: Vec<usize> = (0..change.len()).collect();
    let root = |parents: &[usize], mut at: usize| {
        while let Some(up) = parents.get(at).copied().filter(|up| *up != at) {
            at = up;
        }
        at
    };
    let mut first: BTreeMap<usize, usize> = BTreeMap::new();
    for (place, (var, _)) in change.iter().enumerate() {
        for constraint in system.around(*var) {
            let other = *first.entry(constraint).or_insert(place);
            let (one, other) = (root(&parents, place), root(&parents, other));
            if let Some(parent) = parents.get_mut(one.max(other)) {
                *parent = one.min(other);
            }
        }
    }
    let mut parts: BTreeMap<usize, Change> = BTreeMap::new();
    for (place, moved) in change.iter().enumerate() {
        parts.entry(root(&parents, place)).or_default().push(*moved);
    }
    parts.into_values().collect()
}
