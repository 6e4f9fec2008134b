// SPDX-License-Identifier: EUPL-1.2
//! Tables of whole numbers that fit what is published, and so show what is possible.

use super::program::{Answer, Local, Program, places};
use super::range::Range;
use std::collections::{BTreeMap, BTreeSet};

/// So many steps in a row that show nothing new end the walk.
const IDLE: usize = 5;

/// About so many unknowns move in walks nearby, which cost little, or are looked at for a floor.
pub(super) const NEAR: [usize; 2] = [150, 600];

/// A sum of unknowns of one component, and the values that it was seen to have.
#[derive(Debug, Default)]
pub(super) struct Part {
    pub terms: Local,
    pub values: BTreeSet<i64>,
    /// It is not below this.
    pub floor: f64,
    /// Whether all values were looked for, from the least up, until there were enough.
    is_searched: bool,
    /// Which way the walk pulls it.
    is_up: bool,
}

/// How far a step may go, as powers of two: farther, the longer nothing new was seen.
const REACHES: [u32; IDLE] = [1, 0, 3, 6, 10];

/// One component with what was found in it.
pub(super) struct Search {
    program: Program,
    pub parts: Vec<Part>,
    enough: usize,
    at: Vec<f64>,
    random: u64,
}

fn sum(terms: &[(usize, f64)], values: &[f64]) -> f64 {
    terms.iter().filter_map(|(i, times)| Some(values.get(*i)? * times)).sum()
}

impl Search {
    /// Begins a search. `None` if nothing fits.
    pub(super) fn new(program: Program, enough: usize) -> Option<Self> {
        let mut search = Self {
            at: program.bounds.iter().map(|b| b.0).collect(),
            program,
            parts: Vec::new(),
            enough,
            random: 0x9e37_79b9_7f4a_7c15,
        };
        if search.program.has_rows() {
            match search.program.least(&[], &search.program.bounds, None) {
                Answer::Whole(values, _) => search.at = values,
                Answer::Nothing => return None,
                // Without a first table every target here stays unproved.
                Answer::Unknown(_) => search.at.clear(),
            }
        }
        Some(search)
    }

    /// The number of a sum of unknowns.
    pub(super) fn part(&mut self, terms: Local) -> usize {
        if let Some(at) = self.parts.iter().position(|p| p.terms == terms) {
            return at;
        }
        let mut part = Part { floor: f64::NEG_INFINITY, is_up: true, ..Part::default() };
        if !self.at.is_empty() {
            part.values.insert(sum(&terms, &self.at) as i64);
        }
        part.terms = terms;
        self.parts.push(part);
        self.parts.len() - 1
    }

    fn is_open(&self, part: &Part) -> bool {
        part.values.len() < self.enough && !part.is_searched
    }

    /// Notes what a table shows of these parts. Whether it was new to one that is open.
    fn note(&mut self, table: &[f64], parts: impl Iterator<Item = usize>) -> bool {
        let mut news = false;
        for at in parts {
            let Some(part) = self.parts.get_mut(at) else { continue };
            if part.values.len() < self.enough {
                let is_new = part.values.insert(sum(&part.terms, table) as i64);
                news |= is_new && !part.is_searched;
                part.is_up ^= !is_new;
            }
        }
        news
    }

    /// Any spread will do: Xorshift.
    fn chance(&mut self) -> u64 {
        self.random ^= self.random << 13;
        self.random ^= self.random >> 7;
        self.random ^= self.random << 17;
        self.random
    }

    /// Walks from table to near table: around each open part first, where a step costs little,
    /// and then over everything.
    pub(super) fn walk(&mut self) {
        if self.at.is_empty() {
            return;
        }
        let mut touching: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
        for (part, Part { terms, .. }) in self.parts.iter().enumerate() {
            for (unknown, _) in terms {
                touching.entry(*unknown).or_default().push(part);
            }
        }
        for cap in NEAR {
            // What did not move with all that it consists of does not move by starting there.
            let mut tried: BTreeSet<usize> = BTreeSet::new();
            for at in 0..self.parts.len() {
                let open = self.parts.get(at).filter(|p| self.is_open(p) && !tried.contains(&at));
                let Some(part) = open else { continue };
                let own = self.program.near(&part.terms, cap);
                if own.len() == self.at.len() {
                    continue;
                }
                let parts = own.iter().filter_map(|unknown| touching.get(unknown)).flatten();
                let parts: BTreeSet<usize> = parts.copied().collect();
                let moves = |(u, _): &(usize, f64)| own.binary_search(u).is_ok();
                let is_inside = |p: &Part| p.terms.iter().all(moves);
                let inside: Vec<usize> = parts
                    .iter()
                    .copied()
                    .filter(|p| self.parts.get(*p).is_some_and(is_inside))
                    .collect();
                self.walk_within(&own, &parts, &inside);
                tried.extend(inside);
            }
        }
        let all: Vec<usize> = (0..self.at.len()).collect();
        let parts: Vec<usize> = (0..self.parts.len()).collect();
        self.walk_within(&all, &BTreeSet::new(), &parts);
    }

    /// Walks with these unknowns alone, each step pulling every open part of those inside up or
    /// down. The unknowns touch other parts, too.
    fn walk_within(&mut self, own: &[usize], touched: &BTreeSet<usize>, inside: &[usize]) {
        let program = self.program.within(own, Some(&self.at));
        let places = places(own);
        let mut idle = 0;
        while idle < IDLE
            && inside.iter().any(|p| self.parts.get(*p).is_some_and(|p| self.is_open(p)))
        {
            let reach = (1 << REACHES.get(idle).copied().unwrap_or(0)) as f64;
            let mut aim: Local = Vec::new();
            for part in inside {
                let weight = 1.0 + (self.chance() % 1000) as f64 / 1000.0;
                let Some(part) = self.parts.get(*part).filter(|p| self.is_open(p)) else {
                    continue;
                };
                let pull = if part.is_up { -weight } else { weight };
                let moving = |(at, times): &(usize, f64)| Some((*places.get(at)?, times * pull));
                aim.extend(part.terms.iter().filter_map(moving));
            }
            let near = |(bound, unknown): (&Range, &usize)| {
                let at = self.at.get(*unknown).copied().unwrap_or_default();
                (bound.0.max(at - reach), bound.1.min(at + reach))
            };
            let boxes: Vec<Range> = program.bounds.iter().zip(own).map(near).collect();
            let Answer::Whole(table, _) = program.least(&aim, &boxes, None) else {
                idle += 1;
                continue;
            };
            for (unknown, value) in own.iter().zip(table) {
                if let Some(slot) = self.at.get_mut(*unknown) {
                    *slot = value;
                }
            }
            let at = std::mem::take(&mut self.at);
            self.note(&at, touched.iter().copied().filter(|p| inside.binary_search(p).is_err()));
            idle = if self.note(&at, inside.iter().copied()) { 0 } else { idle + 1 };
            self.at = at;
        }
    }

    /// Looks for the values of one part from the least up, until there are enough or no more.
    pub(super) fn search(&mut self, at: usize) {
        let mut above = None;
        loop {
            let Some(part) = self.parts.get(at).filter(|p| self.is_open(p)) else { return };
            let terms = part.terms.clone();
            let bounds = &self.program.bounds;
            let answer = self.program.least(&terms, bounds, above.map(|a| (&terms, a)));
            let floor = match &answer {
                Answer::Whole(_, floor) | Answer::Unknown(floor) => *floor,
                Answer::Nothing => f64::NEG_INFINITY,
            };
            let found = match answer {
                Answer::Whole(table, _) => {
                    self.note(&table, 0..self.parts.len());
                    Some(sum(&terms, &table))
                }
                _ => None,
            };
            let Some(part) = self.parts.get_mut(at) else { return };
            if above.is_none() {
                part.floor = floor;
            }
            match found {
                Some(value) => above = Some(value + 1.0),
                None => {
                    part.is_searched = true;
                    return;
                }
            }
        }
    }

    /// What a part cannot be below, by what is around it alone.
    pub(super) fn floor_near(&self, at: usize, cap: usize) -> f64 {
        let part = self.parts.get(at);
        part.map_or(f64::NEG_INFINITY, |part| self.program.floor_near(&part.terms, cap))
    }

    /// The least that a part can be, as far as it is known.
    pub(super) fn floor(&mut self, at: usize) -> f64 {
        let Some(part) = self.parts.get(at) else { return f64::NEG_INFINITY };
        if part.floor.is_finite() {
            return part.floor;
        }
        let terms = part.terms.clone();
        let floor = match self.program.least(&terms, &self.program.bounds, None) {
            Answer::Whole(table, floor) => {
                self.note(&table, 0..self.parts.len());
                floor
            }
            Answer::Unknown(floor) => floor,
            Answer::Nothing => f64::NEG_INFINITY,
        };
        if let Some(part) = self.parts.get_mut(at) {
            part.floor = floor;
        }
        floor
    }
}
