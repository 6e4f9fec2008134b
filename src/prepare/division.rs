// SPDX-License-Identifier: EUPL-1.2
//! Municipalities through time: which of today's an older one has become, and for which years
//! today's can be rebuilt exactly from the older ones.

use super::place::Places;
use super::problem::Problem;
use super::table::Table;
use crate::indicator::period::Period;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

/// One change of one municipality.
#[derive(Clone, Debug)]
struct Change {
    /// The year in which it took effect.
    year: i32,
    /// Whether it took effect on 1 January.
    new_year: bool,
    from: String,
    to: String,
    kind: Kind,
}

/// What happened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    /// Into a municipality that stayed.
    Absorb,
    /// With others into a new one.
    Merge,
    /// The same municipality under another code.
    Rename,
    /// Divided over several.
    Split,
}

/// The changes that lead to the chosen division.
#[derive(Clone, Debug, Default)]
pub struct Division {
    changes: Vec<Change>,
    current: BTreeSet<String>,
}

impl Division {
    /// Reads `mergers.csv` of a folder; the chosen division is that of `places`.
    ///
    /// # Errors
    /// A date, a kind or a code that means nothing.
    pub fn read(folder: &Path, places: &Places) -> Result<Self, Vec<Problem>> {
        let table = Table::read(&folder.join("mergers.csv"), &["date", "from", "to", "kind"])?;
        let mut problems = Vec::new();
        let mut changes = Vec::new();
        for row in table.rows() {
            let date = row.text("date");
            let kind = match row.text("kind") {
                "absorb" => Kind::Absorb,
                "merge" => Kind::Merge,
                "rename" => Kind::Rename,
                "split" => Kind::Split,
                _ => {
                    problems.push(row.problem("kind", "absorb, merge, rename of split"));
                    continue;
                }
            };
            let (year, day) = date.split_at_checked(4).unwrap_or_default();
            let Some(year) = year.parse().ok().filter(|_| day.len() == 6) else {
                problems.push(row.problem("date", "een datum als 2015-01-01"));
                continue;
            };
            changes.push(Change {
                year,
                new_year: day == "-01-01",
                from: row.text("from").into(),
                to: row.text("to").into(),
                kind,
            });
        }
        let current = places.iter().map(|p| p.code.clone()).collect();
        let division = Self { changes, current };
        for row in table.rows() {
            let code = row.text("to");
            if division.heirs(code).iter().any(|c| !division.current.contains(c)) {
                problems.push(row.problem("to", "een gemeente die nu nog bestaat of later opging"));
            }
        }
        if problems.is_empty() { Ok(division) } else { Err(problems) }
    }

    /// The municipalities of the chosen division that a municipality has become; itself where
    /// nothing happened to it.
    pub fn heirs(&self, code: &str) -> BTreeSet<String> {
        let mut heirs = BTreeSet::new();
        let mut waiting = vec![code];
        let mut seen = BTreeSet::new();
        while let Some(code) = waiting.pop() {
            if !seen.insert(code) {
                continue;
            }
            let before = waiting.len();
            waiting.extend(self.changes.iter().filter(|c| c.from == code).map(|c| c.to.as_str()));
            if waiting.len() == before {
                heirs.insert(code.to_string());
            }
        }
        heirs
    }

    /// Whether any municipality of this code was ever heard of.
    pub fn knows(&self, code: &str) -> bool {
        self.current.contains(code) || self.changes.iter().any(|c| c.from == code)
    }

    /// Whether a municipality existed in a year.
    pub fn existed(&self, code: &str, year: i32) -> Existence {
        let made = self
            .changes
            .iter()
            .filter(|c| c.to == code && matches!(c.kind, Kind::Merge | Kind::Rename));
        let gone = self.changes.iter().filter(|c| c.from == code);
        let made = made.map(|c| (c.year, c.new_year)).min();
        let gone = gone.map(|c| (c.year, c.new_year)).min();
        let before = made.is_some_and(|(y, _)| year < y);
        let after = gone.is_some_and(|(y, new)| year > y || (year == y && new));
        let partly = made.is_some_and(|(y, new)| year == y && !new)
            || gone.is_some_and(|(y, new)| year == y && !new);
        if before || after || (gone.is_none() && !self.current.contains(code)) {
            Existence::Never
        } else if partly {
            Existence::Partly
        } else {
            Existence::Whole
        }
    }

    /// Of each municipality of the chosen division the codes that went into it, its own
    /// included.
    pub fn origins(&self) -> BTreeMap<String, BTreeSet<String>> {
        let mut origins: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
        let from = self.changes.iter().map(|c| &c.from);
        for code in from.chain(&self.current) {
            for heir in self.heirs(code) {
                origins.entry(heir).or_default().insert(code.clone());
            }
        }
        origins
    }

    /// Whether a period of today's municipality cannot be rebuilt, because a municipality that
    /// existed then was divided between it and others.
    pub fn broken(&self, code: &str, period: Period) -> bool {
        let (start, _) = period.start();
        self.changes.iter().any(|c| {
            let before = start < c.year || (start == c.year && !c.new_year);
            c.kind == Kind::Split && before && {
                let heirs = self.heirs(&c.from);
                heirs.len() > 1 && heirs.contains(code)
            }
        })
    }
}

/// Whether a municipality existed in a year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Existence {
    /// Not in any part of it.
    Never,
    /// In a part: the publisher may file it under this code or under its successor's.
    Partly,
    /// All of it.
    Whole,
}
