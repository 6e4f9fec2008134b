// SPDX-License-Identifier: EUPL-1.2
//! Disclosure control of one indicator: what is withheld, before anything is written.
//!
//! Primary: a record with fewer persons than the threshold inside or outside the numerator.
//! Secondary: whatever would let a withheld count be computed from what is published, or be
//! bounded more closely than the threshold.

use super::bounds::narrow;
use super::elimination::determined;
use super::place::Places;
use super::record::Records;
use super::relation::{Cell, Relation, Sums};
use super::rule::{Key, Rule, Withheld};
use crate::indicator::definition::{Counted, Definition, Kind};
use crate::indicator::disclosure::too_small;
use crate::indicator::observation::Status;
use std::collections::{BTreeMap, BTreeSet};

/// What must be withheld of one indicator, `forced` included.
pub(super) fn withhold(
    definition: &Definition,
    records: &Records,
    places: &Places,
    threshold: f64,
    forced: &BTreeMap<Key, Rule>,
    denominators: &Records,
) -> Vec<Withheld> {
    if definition.counted == Counted::Municipalities {
        return Vec::new();
    }
    let sums = Sums::of(definition, records, places, denominators);
    let mut protection = Protection::of(&sums, threshold);
    for (cell, (key, record)) in records.iter().enumerate() {
        let mut observation = record.observation(&key.0, key.1);
        observation.numerator = sums.cells.get(cell).and_then(|c| c.count);
        let known = denominators.get(key).and_then(|r| r.numerator);
        observation.denominator = observation
            .denominator
            .or(known.filter(|_| matches!(definition.kind, Kind::Share | Kind::Rate)));
        if record.status == Some(Status::Withheld) {
            protection.withhold(cell, Rule::Source, None);
        } else if too_small(definition, &observation, threshold) {
            protection.withhold(cell, Rule::Primary, None);
        } else if let Some(rule) = forced.get(key)
            && observation.numerator.is_some()
        {
            protection.withhold(cell, *rule, None);
        }
    }
    while protection.mend_totals() || protection.mend_combinations() || protection.mend_bounds() {}
    let key = |cell: Cell| sums.cells.get(cell).map(|c| (c.region.clone(), c.period));
    let rules = protection.rules.iter().enumerate();
    rules
        .filter_map(|(cell, rule)| {
            let (rule, protects) = (*rule)?;
            Some(Withheld { key: key(cell)?, rule, protects: protects.and_then(key) })
        })
        .collect()
}

/// The sums of one indicator, and what is given up so that they tell nothing withheld.
struct Protection<'a> {
    sums: &'a Sums,
    threshold: f64,
    /// The rule by which each cell is withheld, and the cell for whose sake.
    rules: Vec<Option<(Rule, Option<Cell>)>>,
    /// The regions that lost a cell: they are asked to give up more before others are.
    losers: BTreeSet<&'a str>,
}

impl<'a> Protection<'a> {
    fn of(sums: &'a Sums, threshold: f64) -> Self {
        Self { sums, threshold, rules: vec![None; sums.cells.len()], losers: BTreeSet::new() }
    }

    fn withhold(&mut self, cell: Cell, rule: Rule, protects: Option<Cell>) {
        if let (Some(slot), Some(count)) = (self.rules.get_mut(cell), self.sums.cells.get(cell)) {
            slot.get_or_insert((rule, protects));
            self.losers.insert(&count.region);
        }
    }

    fn count(&self, cell: Cell) -> Option<f64> {
        self.sums.cells.get(cell)?.count
    }

    fn withheld(&self, cell: Cell) -> bool {
        self.rules.get(cell).is_some_and(Option::is_some)
    }

    fn published(&self, cell: Cell) -> bool {
        !self.withheld(cell) && self.count(cell).is_some()
    }

    /// What of a total its published parts do not explain.
    fn rest(&self, relation: &Relation) -> Option<f64> {
        let known = relation.parts.iter().filter(|p| self.published(**p));
        let known: f64 = known.filter_map(|p| self.count(*p)).sum();
        let total = self.count(relation.total).filter(|_| self.published(relation.total));
        total.map(|total| total - known)
    }

    /// The withheld cell that a total gives away, or bounds too closely; or a withheld total
    /// that follows from its parts.
    fn leak(&self, relation: &Relation) -> Option<Cell> {
        let mut cells = relation.parts.iter().chain([&relation.total]);
        let hidden: Vec<Cell> = cells.by_ref().copied().filter(|c| !self.published(*c)).collect();
        let victim = hidden.iter().copied().find(|c| self.withheld(*c))?;
        let close = || self.rest(relation).is_some_and(|rest| rest < self.threshold);
        (hidden.len() == 1 || close()).then_some(victim)
    }

    /// Gives up cells until no single total leaks. Whether anything changed.
    fn mend_totals(&mut self) -> bool {
        let mut changed = false;
        loop {
            let mut found = false;
            for relation in &self.sums.relations {
                let Some(victim) = self.leak(relation) else {
                    continue;
                };
                let cells = relation.parts.iter().chain([&relation.total]).copied();
                if let Some(cell) = self.cheapest(cells) {
                    self.withhold(cell, Rule::Total, Some(victim));
                    found = true;
                }
            }
            if !found {
                return changed;
            }
            changed = true;
        }
    }

    /// Gives up a cell if a combination of totals determines a withheld one. Whether it did:
    /// one sacrifice often saves several cells.
    fn mend_combinations(&mut self) -> bool {
        let equation = |r: &Relation| -> Vec<(usize, i8)> {
            let cells = r.parts.iter().map(|p| (*p, 1)).chain([(r.total, -1)]);
            cells.filter(|(c, _)| !self.published(*c)).collect()
        };
        let equations: Vec<_> = self.sums.relations.iter().map(equation).collect();
        for (victim, used) in determined(&equations) {
            if !self.withheld(victim) {
                continue;
            }
            let used = used.iter().filter_map(|r| self.sums.relations.get(*r));
            let totals: Vec<Cell> = used.clone().map(|r| r.total).collect();
            let parts: Vec<Cell> = used.flat_map(|r| r.parts.iter().copied()).collect();
            // A part of one total protects only if the others do not cancel it; a total does.
            let sacrifice =
                self.cheapest(totals.into_iter()).or_else(|| self.cheapest(parts.into_iter()));
            if let Some(sacrifice) = sacrifice {
                self.withhold(sacrifice, Rule::Combination, Some(victim));
                return true;
            }
        }
        false
    }

    /// Gives up a cell if a withheld one is bounded too closely. Whether it did.
    fn mend_bounds(&mut self) -> bool {
        let hidden: Vec<Cell> = (0..self.rules.len()).filter(|c| self.withheld(*c)).collect();
        let denominator = |cell: Cell| {
            let denominator = self.sums.cells.get(cell)?.denominator;
            // One below the threshold is withheld itself, and known to nobody.
            denominator.filter(|n| *n >= self.threshold)
        };
        let published = |cell: Cell| self.count(cell).filter(|_| self.published(cell));
        let narrow = narrow(self.sums, &published, &denominator, &hidden, self.threshold);
        for (victim, ..) in narrow {
            if let Some(sacrifice) = self.nearest(victim) {
                self.withhold(sacrifice, Rule::Bounds, Some(victim));
                return true;
            }
        }
        false
    }

    /// The published cell to give up in the sums around a cell, or in the sums around those.
    fn nearest(&self, victim: Cell) -> Option<Cell> {
        let cells =
            |r: &Relation| -> Vec<Cell> { r.parts.iter().chain([&r.total]).copied().collect() };
        let mut known = BTreeSet::from([victim]);
        loop {
            let around =
                self.sums.relations.iter().filter(|r| {
                    known.contains(&r.total) || r.parts.iter().any(|p| known.contains(p))
                });
            let wider: BTreeSet<Cell> = around.flat_map(cells).collect();
            if let Some(cell) = self.cheapest(wider.iter().copied()) {
                return Some(cell);
            }
            if wider.len() <= known.len() {
                return None;
            }
            known = wider;
        }
    }

    /// The published cell whose loss hurts least.
    fn cheapest(&self, cells: impl Iterator<Item = Cell>) -> Option<Cell> {
        let ranked = cells.filter(|c| self.published(*c)).filter_map(|cell| {
            let rank = self.sums.rank(cell)?;
            let region = &self.sums.cells.get(cell)?.region;
            let untouched = !self.losers.contains(region.as_str());
            Some((rank, untouched, self.count(cell)?, cell))
        });
        let least = ranked.min_by(|a, b| {
            (a.0, a.1).cmp(&(b.0, b.1)).then(a.2.total_cmp(&b.2)).then(a.3.cmp(&b.3))
        });
        least.map(|(_, _, _, cell)| cell)
    }
}
