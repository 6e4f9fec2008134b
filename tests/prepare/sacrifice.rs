// SPDX-License-Identifier: EUPL-1.2
//! Utility: how many cells are given up for others, against the fewest that would do.

use super::tables::{Table, counted, country, definition, year};
use kansrijke_start::indicator::definition::Kind;
use kansrijke_start::indicator::observation::Status;
use kansrijke_start::prepare::record::Record;
use std::collections::BTreeMap;

/// Numbers that look like chance and are the same every time.
struct Chance(u64);

impl Chance {
    fn below(&mut self, most: u64) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0 % most
    }
}

fn full(chance: &mut Chance) -> Table {
    let mut table = Table::new(vec![definition("one", Kind::Count)], country(), &[year(2015)]);
    let counts: Vec<u8> = (0..5)
        .map(|_| {
            // Half of them small, so that much must be withheld.
            let most = if chance.below(2) == 0 { 4 } else { 9 };
            chance.below(most) as u8
        })
        .collect();
    table.fill("one", &[year(2015)], &counts, &mut std::iter::empty());
    table
}

fn withhold(table: &mut Table, region: &str) {
    table.put("one", region, year(2015), Record::without(Status::Withheld));
}

/// The fewest cells that must be given up, the country never; `None` if all of them are too few.
fn fewest(table: &Table, cells: &[String]) -> Option<u32> {
    let mut sets: Vec<u32> = (0..1 << cells.len()).collect();
    sets.sort_by_key(|set| set.count_ones());
    let safe = |set: &u32| {
        let mut tried = Table::new(table.definitions.clone(), table.places.clone(), &[year(2015)]);
        tried.records.clone_from(&table.records);
        for (_, cell) in cells.iter().enumerate().filter(|(i, _)| set >> i & 1 == 1) {
            withhold(&mut tried, cell);
        }
        tried.attack().is_some_and(|found| found.is_empty())
    };
    sets.into_iter().find(safe).map(u32::count_ones)
}

#[test]
fn few_more_cells_are_given_up_than_must_be() {
    let mut chance = Chance(20_261_128);
    let (mut given_up, mut needed, mut unsafe_, mut tables) = (0, 0, 0, 0);
    while tables < 60 {
        let raw = full(&mut chance);
        let mut controlled = Table::new(raw.definitions.clone(), country(), &[year(2015)]);
        controlled.records.clone_from(&raw.records);
        controlled.control();
        let records = |table: &Table| -> BTreeMap<String, Record> {
            table.records["one"].iter().map(|((code, _), r)| (code.clone(), r.clone())).collect()
        };
        let mut primary = Table::new(raw.definitions.clone(), country(), &[year(2015)]);
        primary.records.clone_from(&raw.records);
        let mut large = Vec::new();
        for (code, record) in records(&raw) {
            if record.numerator.is_some_and(|x| x < raw.threshold) {
                withhold(&mut primary, &code);
            } else if code != "NL01" {
                large.push(code);
            }
        }
        // Where the whole country is small nothing can be given up that helps.
        if primary.records["one"][&("NL01".into(), year(2015))] != counted_of(&raw, "NL01") {
            continue;
        }
        let Some(fewest) = fewest(&primary, &large) else { continue };
        tables += 1;
        let lost = records(&controlled);
        given_up += large.iter().filter(|c| lost[*c].status == Some(Status::Withheld)).count();
        needed += fewest as usize;
        unsafe_ += usize::from(!controlled.attack().unwrap().is_empty());
    }
    eprintln!("{tables} tables: {given_up} cells given up, {needed} needed; {unsafe_} tables leak");
    assert!(needed > 20, "{needed}: too little to compare");
    assert_eq!(unsafe_, 0, "tables that leak have given up too little");
    assert!(4 * given_up <= 5 * needed, "{given_up} cells for {needed}");
}

fn counted_of(table: &Table, region: &str) -> Record {
    counted(table.records["one"][&(region.into(), year(2015))].numerator.unwrap())
}
