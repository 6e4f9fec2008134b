// SPDX-License-Identifier: EUPL-1.2
//! Tables of whole numbers that fit what is published, and so show what is possible.

use super::program::{Answer, Local, Program};
use super::range::Range;
use std::collections::BTreeSet;

/// So many steps in a row that show nothing new end the walk.
const IDLE: usize = 5;

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

    /// Notes what a table shows. Whether it was new to a part that is open.
    fn note(&mut self, table: &[f64]) -> bool {
        let mut news = false;
        for part in &mut self.parts {
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

    /// Walks from table to near table, each step pulling every open part up or down.
    pub(super) fn walk(&mut self) {
        let mut idle = 0;
        while idle < IDLE && !self.at.is_empty() && self.parts.iter().any(|p| self.is_open(p)) {
            let reach = (1 << REACHES.get(idle).copied().unwrap_or(0)) as f64;
            let mut aim: Local = Vec::new();
            for i in 0..self.parts.len() {
                let weight = 1.0 + (self.chance() % 1000) as f64 / 1000.0;
                let Some(part) = self.parts.get(i).filter(|p| self.is_open(p)) else { continue };
                let pull = if part.is_up { -weight } else { weight };
                aim.extend(part.terms.iter().map(|(at, times)| (*at, times * pull)));
            }
            let near =
                |(bound, at): (&Range, &f64)| (bound.0.max(at - reach), bound.1.min(at + reach));
            let boxes: Vec<Range> = self.program.bounds.iter().zip(&self.at).map(near).collect();
            let Answer::Whole(table, _) = self.program.least(&aim, &boxes, None) else {
                idle += 1;
                continue;
            };
            idle = if self.note(&table) { 0 } else { idle + 1 };
            self.at = table;
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
                    self.note(&table);
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

    /// The least that a part can be, as far as it is known.
    pub(super) fn floor(&mut self, at: usize) -> f64 {
        let Some(part) = self.parts.get(at) else { return f64::NEG_INFINITY };
        if part.floor.is_finite() {
            return part.floor;
        }
        let terms = part.terms.clone();
        let floor = match self.program.least(&terms, &self.program.bounds, None) {
            Answer::Whole(table, floor) => {
                self.note(&table);
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
