// SPDX-License-Identifier: EUPL-1.2
//! How the municipalities were chosen that one is set beside, and why each of them.

use super::template::{fill, listed};
use super::words::comparators::ComparatorWords;
use std::collections::BTreeSet;

impl ComparatorWords {
    /// What a place and so many neighbours are called together.
    pub fn name_with_neighbours(&self, place: &str, count: usize) -> String {
        let template = match count {
            0 => self.name_alone,
            1 => self.name_neighbour,
            _ => self.name_neighbours,
        };
        fill(template, &[("place", place), ("count", &count.to_string())])
    }

    /// What a place and so many peers are called together.
    pub fn name_with_peers(&self, place: &str, count: usize) -> String {
        fill(self.name_peers, &[("place", place), ("count", &count.to_string())])
    }

    /// Who the neighbours of a place are, of which there are some or not, by whose borders.
    pub fn neighbours(&self, place: &str, has_any: bool, source: Option<&str>) -> String {
        match source {
            _ if !has_any => fill(self.alone, &[("place", place)]),
            Some(source) => fill(self.neighbours_by, &[("place", place), ("source", source)]),
            None => fill(self.neighbours, &[("place", place)]),
        }
    }

    /// How so many peers of a place were chosen, by which characteristics, figures of which years.
    pub fn chosen(&self, place: &str, count: usize, by: &[usize], years: &BTreeSet<i32>) -> String {
        let years = listed(years.iter().map(i32::to_string).collect(), self.and);
        let names = [
            ("place", place),
            ("count", &*count.to_string()),
            ("characteristics", &self.characteristics(by)),
            ("years", &years),
        ];
        fill(self.chosen, &names)
    }

    /// What was left out, because an indicator counts it, too.
    pub fn counted(&self, characteristics: &[usize]) -> String {
        fill(self.counted, &[("characteristics", &self.characteristics(characteristics))])
    }

    /// What was left out, because it is not known of a place.
    pub fn dropped(&self, place: &str, characteristics: &[usize]) -> String {
        let characteristics = self.characteristics(characteristics);
        fill(self.dropped, &[("place", place), ("characteristics", &characteristics)])
    }

    /// How many municipalities were not compared.
    pub fn incomparable(&self, count: usize) -> String {
        let template = if count == 1 { self.incomparable_one } else { self.incomparable };
        fill(template, &[("count", &count.to_string())])
    }

    /// Why one is a peer of a place: what it is alike in, and what it differs in, with whether it has
    /// more of it.
    pub fn peer(
        &self,
        name: &str,
        place: &str,
        alike: &[usize],
        different: &[(usize, bool)],
    ) -> String {
        let template = match (alike.is_empty(), different.is_empty()) {
            (false, false) => self.peer,
            (false, true) => self.peer_alike,
            (true, _) => self.peer_different,
        };
        let list = |names: Vec<Option<&&str>>| {
            listed(names.into_iter().flatten().map(ToString::to_string).collect(), self.and)
        };
        let differs = |(nth, is_more): &(usize, bool)| match is_more {
            true => self.more.get(*nth),
            false => self.less.get(*nth),
        };
        let names = [
            ("name", name),
            ("place", place),
            ("alike", &*list(alike.iter().map(|nth| self.short.get(*nth)).collect())),
            ("different", &list(different.iter().map(differs).collect())),
        ];
        fill(template, &names)
    }

    fn characteristics(&self, all: &[usize]) -> String {
        let names = all.iter().filter_map(|nth| self.characteristics.get(*nth));
        listed(names.map(ToString::to_string).collect(), self.and)
    }
}
