// SPDX-License-Identifier: EUPL-1.2
//! Disclosure control: what is withheld, before anything is written.
//!
//! Primary: a record with fewer persons than the threshold inside or outside the numerator.
//! Secondary: whatever would let a withheld count be computed from what is published, or be
//! bounded more closely than the threshold.

use super::elimination::determined;
use super::place::Places;
use super::record::{Record, Records};
use super::relation::{Cell, Relation, Sums};
use crate::indicator::definition::{Counted, Definition};
use crate::indicator::disclosure::too_small;
use crate::indicator::observation::Status;
use crate::indicator::period::Period;
use std::collections::BTreeSet;

/// Why a record is withheld.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Rule {
    /// Too few persons.
    Primary,
    /// Its denominator is withheld elsewhere.
    Denominator,
    /// A total would give a withheld record away.
    Total,
    /// Several totals together would.
    Combination,
}

/// One withheld record and the rule.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Withheld {
    /// The region's code.
    pub region: String,
    /// The period.
    pub period: Period,
    /// Why.
    pub rule: Rule,
}

/// Withholds what must be. `denominators` are the regions and periods whose denominator is
/// withheld as an indicator of its own.
pub fn control(
    definition: &Definition,
    records: &mut Records,
    places: &Places,
    threshold: f64,
    denominators: &BTreeSet<(String, Period)>,
) -> Vec<Withheld> {
    if definition.counted == Counted::Municipalities {
        return Vec::new();
    }
    let sums = Sums::of(records, places);
    let mut state = State::of(&sums, threshold);
    for (cell, ((region, period), record)) in records.iter().enumerate() {
        if too_small(definition, &record.observation(region, *period), threshold) {
            state.withhold(cell, Rule::Primary);
        } else if record.numerator.is_some() && denominators.contains(&(region.clone(), *period)) {
            state.withhold(cell, Rule::Denominator);
        }
    }
    while state.mend_totals() || state.mend_combinations() {}

    let mut withheld = Vec::new();
    for (((region, period), record), rule) in records.iter_mut().zip(&state.rules) {
        if let Some(rule) = rule {
            *record = Record::without(Status::Withheld);
            withheld.push(Withheld { region: region.clone(), period: *period, rule: *rule });
        }
    }
    withheld
}

struct State<'a> {
    sums: &'a Sums,
    threshold: f64,
    /// The rule by which each cell is withheld.
    rules: Vec<Option<Rule>>,
    /// How many cells of each region are withheld: one that already lost some is given up first.
    losses: std::collections::BTreeMap<&'a str, usize>,
}

impl<'a> State<'a> {
    fn of(sums: &'a Sums, threshold: f64) -> Self {
        Self {
            sums,
            threshold,
            rules: vec![None; sums.cells.len()],
            losses: std::collections::BTreeMap::new(),
        }
    }

    fn withhold(&mut self, cell: Cell, rule: Rule) {
        if let (Some(slot), Some(count)) = (self.rules.get_mut(cell), self.sums.cells.get(cell)) {
            slot.get_or_insert(rule);
            *self.losses.entry(&count.region).or_default() += 1;
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
        self.published(relation.total)
            .then(|| self.count(relation.total).map(|total| total - known))
            .flatten()
    }

    /// Whether a total gives one of its withheld parts away, or a withheld total follows from
    /// its parts.
    fn leaks(&self, relation: &Relation) -> bool {
        let mut cells = relation.parts.iter().chain([&relation.total]);
        let hidden: Vec<Cell> = cells.by_ref().copied().filter(|c| !self.published(*c)).collect();
        if !hidden.iter().any(|c| self.withheld(*c)) {
            return false;
        }
        hidden.len() == 1 || self.rest(relation).is_some_and(|rest| rest < self.threshold)
    }

    /// Gives up cells until no single total leaks. Whether anything changed.
    fn mend_totals(&mut self) -> bool {
        let mut changed = false;
        loop {
            let leaking = self.sums.relations.iter().find(|r| self.leaks(r));
            let Some(relation) = leaking else {
                return changed;
            };
            let cells = relation.parts.iter().chain([&relation.total]).copied();
            match self.cheapest(cells) {
                Some(cell) => self.withhold(cell, Rule::Total),
                None => return changed,
            }
            changed = true;
        }
    }

    /// Gives up cells until no combination of totals determines a withheld cell. Whether
    /// anything changed.
    fn mend_combinations(&mut self) -> bool {
        let equations: Vec<Vec<(usize, i8)>> = self
            .sums
            .relations
            .iter()
            .map(|r| {
                let parts = r.parts.iter().map(|p| (*p, 1));
                let cells = parts.chain([(r.total, -1)]);
                cells.filter(|(c, _)| !self.published(*c)).collect()
            })
            .collect();
        let mut changed = false;
        for (cell, used) in determined(&equations) {
            if !self.withheld(cell) {
                continue;
            }
            let used = used.iter().filter_map(|r| self.sums.relations.get(*r));
            let totals: Vec<Cell> = used.clone().map(|r| r.total).collect();
            let parts: Vec<Cell> = used.flat_map(|r| r.parts.iter().copied()).collect();
            // A part of one total protects it only if the others do not cancel it; a total does.
            let sacrifice =
                self.cheapest(totals.into_iter()).or_else(|| self.cheapest(parts.into_iter()));
            if let Some(sacrifice) = sacrifice {
                self.withhold(sacrifice, Rule::Combination);
                changed = true;
                // One at a time: a sacrifice often saves several cells.
                break;
            }
        }
        changed
    }

    /// The published cell whose loss hurts least.
    fn cheapest(&self, cells: impl Iterator<Item = Cell>) -> Option<Cell> {
        let ranked = cells.filter(|c| self.published(*c)).filter_map(|cell| {
            let rank = self.sums.rank(cell)?;
            let region = &self.sums.cells.get(cell)?.region;
            let untouched = !self.losses.contains_key(region.as_str());
            Some((rank, untouched, self.count(cell)?, cell))
        });
        let least = ranked.min_by(|a, b| {
            (a.0, a.1).cmp(&(b.0, b.1)).then(a.2.total_cmp(&b.2)).then(a.3.cmp(&b.3))
        });
        least.map(|(_, _, _, cell)| cell)
    }
}
