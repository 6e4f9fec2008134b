// SPDX-License-Identifier: EUPL-1.2
//! The municipal boundaries of a reference year: which municipality of it an older one has become,
//! and for which earlier years one of it can be harmonised exactly from the older ones.
//!
//! Exact is meant of municipalities as wholes: one that merged is in its successor with all that it
//! had. Corrections of a border, by which a strip of land goes to a neighbour and both go on, are
//! not in the table, and no figure is corrected for them. Nearly all move fewer than a hundred
//! inhabitants; the largest from 2018 on moved 1,209, from Nissewaard to Hellevoetsluis (CBS).

use super::change::{Change, Kind};
use super::place::{Place, Places};
use crate::advice::names::{Former, RENAME};
use crate::indicator::period::Period;
use crate::indicator::region::Kind as Sort;
use crate::prepare::message::{Expected, Found};
use crate::prepare::problem::Problem;
use crate::prepare::table::Table;
use std::collections::{BTreeMap, BTreeSet};

/// The changes that lead to the reference year.
#[derive(Clone, Debug, Default)]
pub struct Boundaries {
    changes: Vec<Change>,
    current: BTreeSet<String>,
    /// What each older municipality has become.
    successors: BTreeMap<String, BTreeSet<String>>,
    /// When those came to be that did not always exist: the year, and whether on 1 January.
    made: BTreeMap<String, (i32, bool)>,
    /// When those ended that are no more.
    gone: BTreeMap<String, (i32, bool)>,
    /// What happened after the reference year.
    later: Vec<Change>,
    /// The municipalities that came to be after it, with their names.
    beyond: BTreeMap<String, String>,
}

/// The year of the boundaries that `regions.csv` holds; nothing changed from 2023 to it.
const LATEST: i32 = 2026;

/// The headings of `mergers.csv`.
const HEADINGS: [&str; 7] = ["date", "from", "to", "kind", "name", "province", "corop"];

/// The first year of whose boundaries every municipality is known.
const EARLIEST: i32 = 2010;

impl Boundaries {
    /// Reads `mergers.csv` and puts the places on the boundaries of 1 January of a year.
    ///
    /// # Errors
    /// A date, a kind or a code that means nothing; a year whose boundaries cannot be made.
    pub fn parse(
        mergers: &[u8],
        places: Places,
        year: i32,
    ) -> Result<(Self, Places), Vec<Problem>> {
        let file = "mergers.csv";
        let table = Table::parse(file, mergers, &HEADINGS)?;
        let mut problems = Vec::new();
        let mut changes = Vec::new();
        for row in table.rows() {
            match Change::read(row) {
                Ok(change) => changes.push(change),
                Err(problem) => problems.push(problem),
            }
        }
        if !(EARLIEST..=LATEST).contains(&year) {
            let expected = Expected::ReferenceYear(EARLIEST, LATEST);
            problems.push(Problem::file(
                file,
                Found::Verbatim(format!("division = {year}")),
                expected,
            ));
        }
        if !problems.is_empty() {
            return Err(problems);
        }
        let later: Vec<Change> = changes.extract_if(.., |c| !c.before(year)).collect();
        let whole = Self::new(later, &places);
        let beyond = whole.newcomers(&places);
        let places = if whole.changes.is_empty() { places } else { whole.undo(places) };
        let mut boundaries = Self::new(changes, &places);
        for row in table.rows() {
            let lost = |code: &String| !boundaries.current.contains(code) && !whole.knows(code);
            if boundaries.successors(row.text("to")).iter().any(lost) {
                problems.push(row.problem("to", Expected::LivingMunicipality));
            }
        }
        boundaries.beyond = beyond;
        boundaries.later = whole.changes;
        if problems.is_empty() { Ok((boundaries, places)) } else { Err(problems) }
    }

    fn new(changes: Vec<Change>, places: &Places) -> Self {
        let current = places.iter().map(|p| p.code.clone()).collect();
        let mut boundaries = Self { changes, current, ..Self::default() };
        let codes: BTreeSet<&String> = boundaries.changes.iter().map(|c| &c.from).collect();
        let successors =
            codes.into_iter().map(|code| (code.clone(), boundaries.trace(code))).collect();
        boundaries.successors = successors;
        for change in &boundaries.changes {
            let when = (change.year, change.new_year);
            // Of several changes the first one counts.
            let first = |of: &mut BTreeMap<String, (i32, bool)>, code: &String| {
                of.entry(code.clone()).and_modify(|w| *w = (*w).min(when)).or_insert(when);
            };
            first(&mut boundaries.gone, &change.from);
            if matches!(change.kind, Kind::Merge | Kind::Rename) {
                first(&mut boundaries.made, &change.to);
            }
        }
        boundaries
    }

    /// The places before these changes.
    fn undo(&self, places: Places) -> Places {
        let made: BTreeSet<&String> = self
            .changes
            .iter()
            .filter(|c| matches!(c.kind, Kind::Merge | Kind::Rename))
            .map(|c| &c.to)
            .collect();
        // One that was made and ended in between was there in neither year.
        let ended: BTreeMap<&String, &Change> =
            self.changes.iter().filter(|c| !made.contains(&c.from)).map(|c| (&c.from, c)).collect();
        let older = ended.into_iter().filter_map(|(code, change)| {
            let successor = self.successors(code).into_iter().next()?;
            Some(Place {
                code: code.clone(),
                name: change.name.clone(),
                parents: then(&places.get(&successor)?.parents, &change.parents),
                groups: Vec::new(),
            })
        });
        let kept = places.iter().filter(|p| !made.contains(&p.code)).cloned();
        let all: Vec<Place> = kept.chain(older).collect();
        let exists = |code: &String| all.iter().any(|p| p.code == *code);
        let aliases = places.aliases.iter().map(|(alias, codes)| {
            (alias.clone(), codes.iter().filter(|c| exists(c)).cloned().collect())
        });
        let aliases = aliases.filter(|(_, codes): &(_, Vec<_>)| !codes.is_empty()).collect();
        Places::new(all, aliases)
    }

    /// The municipalities that these changes made.
    fn newcomers(&self, places: &Places) -> BTreeMap<String, String> {
        let ended = self.changes.iter().map(|c| (&c.from, &c.name));
        let all = ended.chain(places.iter().map(|p| (&p.code, &p.name)));
        let made = all.filter(|(code, _)| self.made.contains_key(*code));
        made.map(|(code, name)| (code.clone(), name.clone())).collect()
    }

    fn trace(&self, code: &str) -> BTreeSet<String> {
        let mut successors = BTreeSet::new();
        let mut waiting = vec![code];
        let mut seen = BTreeSet::new();
        while let Some(code) = waiting.pop() {
            if !seen.insert(code) {
                continue;
            }
            let before = waiting.len();
            waiting.extend(self.changes.iter().filter(|c| c.from == code).map(|c| c.to.as_str()));
            if waiting.len() == before {
                successors.insert(code.to_string());
            }
        }
        successors
    }

    /// The municipalities of the reference year that a municipality has become; itself where
    /// nothing happened to it.
    pub fn successors(&self, code: &str) -> BTreeSet<String> {
        self.successors.get(code).cloned().unwrap_or_else(|| BTreeSet::from([code.to_string()]))
    }

    /// Whether a municipality is of the reference year or of one before it.
    pub fn knows(&self, code: &str) -> bool {
        self.current.contains(code) || self.successors.contains_key(code)
    }

    /// The municipalities that came to be after the reference year, with their names.
    pub fn beyond(&self) -> &BTreeMap<String, String> {
        &self.beyond
    }

    /// The names of older municipalities with their codes.
    pub fn former(&self) -> impl Iterator<Item = (&str, &str)> {
        let named = self.changes.iter().filter(|c| !c.name.is_empty());
        named.map(|c| (c.name.as_str(), c.from.as_str()))
    }

    /// The municipalities that are no more in the reference year, in the order of the table: what each
    /// became a part of first, which may be no more as well.
    pub fn ended(&self) -> Vec<Former> {
        let mut all: Vec<Former> = Vec::new();
        for change in &self.changes {
            match all.iter_mut().find(|former| former.code == change.from) {
                Some(former) => former.into.push(change.to.clone()),
                None => all.push(Former {
                    code: change.from.clone(),
                    name: change.name.clone(),
                    year: change.year,
                    kind: (change.kind == Kind::Rename).then_some(RENAME),
                    into: vec![change.to.clone()],
                }),
            }
        }
        all
    }

    /// Whether a municipality existed in a year.
    pub fn existed(&self, code: &str, year: i32) -> Existence {
        let (made, gone) = (self.made.get(code).copied(), self.gone.get(code).copied());
        let before = made.is_some_and(|(y, _)| year < y);
        let after = gone.is_some_and(|(y, new)| year > y || (year == y && new));
        let partly = [made, gone].into_iter().flatten().any(|(y, new)| year == y && !new);
        if before || after || (gone.is_none() && !self.current.contains(code)) {
            Existence::Never
        } else if partly {
            Existence::Partly
        } else {
            Existence::Whole
        }
    }

    /// Whether a region had other land in a period than in the reference year: a municipality that
    /// existed then lay in another region than what it has become, or was divided between regions.
    /// Of one that ended within the year the figures stand under its successor.
    pub fn redrawn(&self, region: &str, period: Period, places: &Places) -> bool {
        let members: BTreeSet<String> = places.members(region).map(|m| m.code.clone()).collect();
        let (year, _) = period.start();
        let gone = self.changes.iter().filter(|c| self.existed(&c.from, year) == Existence::Whole);
        let mut gone = gone.map(|change| (self.successors(&change.from), &change.parents));
        gone.any(|(successors, parents)| {
            let other = parents.iter().find(|parent| Sort::of(parent) == Sort::of(region));
            let (all, none) = (successors.is_subset(&members), successors.is_disjoint(&members));
            match other {
                Some(other) if other == region => !all,
                Some(_) => !none,
                None => !all && !none,
            }
        })
    }

    /// Of each municipality of the reference year the codes that went into it, its own
    /// included.
    pub fn origins(&self) -> BTreeMap<String, BTreeSet<String>> {
        let mut origins: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
        let current = self.current.iter().filter(|c| Sort::of(c) == Sort::Municipality);
        for code in self.successors.keys().chain(current) {
            for successor in self.successors(code) {
                origins.entry(successor).or_default().insert(code.clone());
            }
        }
        origins
    }

    /// Whether a period of a municipality cannot be harmonised: a municipality that existed then was
    /// divided between it and others, or what it was is by then a part of another.
    pub fn broken(&self, code: &str, period: Period) -> bool {
        let (start, _) = period.start();
        let divided = self.changes.iter().any(|c| {
            c.kind == Kind::Split && (start < c.year || (start == c.year && !c.new_year)) && {
                let successors = self.successors(&c.from);
                successors.len() > 1 && successors.contains(code)
            }
        });
        let moved = |c: &Change| {
            let here = c.to == code || c.from == code;
            here && c.kind != Kind::Rename && period.end().0 >= c.year
        };
        divided || self.later.iter().any(moved)
    }
}

/// The regions that a municipality lay in: those of its successor, but for the `other` ones.
fn then(successor: &[String], other: &[String]) -> Vec<String> {
    let of = |parent: &String| {
        let same = other.iter().find(|o| Sort::of(o) == Sort::of(parent));
        same.unwrap_or(parent).clone()
    };
    successor.iter().map(of).collect()
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
