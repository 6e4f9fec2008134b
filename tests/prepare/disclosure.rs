// SPDX-License-Identifier: EUPL-1.2
//! Disclosure control over made-up tables, attacked in ways that it does not use itself.

use super::folder::Folder;
use super::linear::bounds::narrow;
use super::linear::relation::Sums;
use super::shipped;
use super::tables::{self, Table, counted, country, year};
use kansrijke_start::indicator::definition::{Definition, Kind};
use kansrijke_start::indicator::observation::Status;
use kansrijke_start::indicator::period::Period;
use kansrijke_start::prepare::geography::place::Places;
use kansrijke_start::prepare::recipe::catalogue;
use kansrijke_start::prepare::recipe::declared::{Complement, Declared, Denominator};
use kansrijke_start::prepare::record::{Record, Records};
use kansrijke_start::prepare::suppression::builder::Setting;
use kansrijke_start::prepare::suppression::control::control;
use kansrijke_start::prepare::suppression::rule::Rule;
use std::collections::{BTreeMap, BTreeSet};

fn definition(id: &str) -> Definition {
    let entries = catalogue::parse("catalogue.toml", catalogue::SHIPPED, &[]).unwrap();
    entries.into_iter().find(|e| e.definition.id == id).unwrap().definition
}

/// The counts of each municipality and year, with all groups, the country and the pool.
fn table(
    places: &Places,
    counts: &BTreeMap<(String, i32), f64>,
    denominator: f64,
    first: i32,
    last: i32,
) -> Records {
    let mut records = Records::new();
    for place in places.iter() {
        let members: Vec<String> = match place.code.starts_with("GM") {
            true => vec![place.code.clone()],
            false => places.members(&place.code).map(|m| m.code.clone()).collect(),
        };
        let mut put = |period: Period, years: &mut dyn Iterator<Item = i32>| {
            let mut record =
                Record { numerator: Some(0.0), denominator: Some(0.0), ..Record::default() };
            for y in years {
                for member in &members {
                    *record.numerator.as_mut().unwrap() += counts[&(member.clone(), y)];
                    *record.denominator.as_mut().unwrap() += denominator;
                }
            }
            records.insert((place.code.clone(), period), record);
        };
        for y in first..=last {
            put(year(y), &mut std::iter::once(y));
        }
        if last > first {
            put(Period::years(first, last), &mut (first..=last));
        }
    }
    records
}

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

fn controlled(records: Records, places: &Places, threshold: f64) -> Records {
    let definition = definition("tienermoeders");
    let mut all = BTreeMap::from([(definition.id.clone(), records)]);
    let declared = Declared::default();
    let setting = Setting { places, threshold, declared: &declared, earlier: &[] };
    control(&[&definition], &mut all, setting).unwrap();
    all.remove(&definition.id).unwrap()
}

/// Every table of counts that fits what is published, by trying them all: what each withheld
/// cell of a municipality can be. The attacker of the library solves equations; this one counts.
fn possible(
    records: &Records,
    places: &Places,
    years: &[i32],
    most: f64,
) -> BTreeMap<(String, Period), BTreeSet<u64>> {
    let keys: Vec<(String, Period)> = places
        .iter()
        .filter(|p| p.code.starts_with("GM"))
        .flat_map(|p| years.iter().map(|y| (p.code.clone(), year(*y))))
        .collect();
    let mut checks: Vec<(f64, Vec<usize>)> = Vec::new();
    for ((code, period), record) in records {
        let Some(total) = record.numerator else { continue };
        let inside = |key: &(String, Period)| {
            let region = key.0 == *code || places.members(code).any(|m| m.code == key.0);
            region && period.contains(key.1)
        };
        checks.push((total, (0..keys.len()).filter(|i| inside(&keys[*i])).collect()));
    }
    let mut found: BTreeMap<(String, Period), BTreeSet<u64>> = BTreeMap::new();
    let mut counts = vec![0.0; keys.len()];
    fn go(
        at: usize,
        counts: &mut Vec<f64>,
        most: f64,
        checks: &[(f64, Vec<usize>)],
        hit: &mut dyn FnMut(&[f64]),
    ) {
        // A total whose cells are all chosen must be right, and none may be passed.
        for (total, cells) in checks {
            let sum: f64 = cells.iter().filter(|c| **c < at).map(|c| counts[*c]).sum();
            let done = cells.iter().all(|c| *c < at);
            if sum > *total || (done && sum != *total) {
                return;
            }
        }
        if at == counts.len() {
            hit(counts);
            return;
        }
        let mut value = 0.0;
        while value <= most {
            counts[at] = value;
            go(at + 1, counts, most, checks, hit);
            value += 1.0;
        }
    }
    go(0, &mut counts, most, &checks, &mut |counts| {
        for (key, count) in keys.iter().zip(counts) {
            found.entry(key.clone()).or_default().insert(*count as u64);
        }
    });
    found
}

#[test]
fn whoever_tries_all_tables_finds_no_withheld_count() {
    let places = country();
    let mut chance = Chance(20_261_122);
    let (mut withheld, mut given_up) = (0, 0);
    for _ in 0..60 {
        let threshold = 3.0;
        let mut counts = BTreeMap::new();
        for place in places.iter().filter(|p| p.code.starts_with("GM")) {
            // Half of them small, so that much must be withheld.
            let most = if chance.below(2) == 0 { 4 } else { 9 };
            counts.insert((place.code.clone(), 2015), chance.below(most) as f64);
        }
        let raw = table(&places, &counts, 100.0, 2015, 2015);
        let out = controlled(raw.clone(), &places, threshold);
        let possible = possible(&out, &places, &[2015], 40.0);
        for (key, record) in &out {
            if record.status != Some(Status::Withheld) {
                assert!(record.numerator.unwrap() >= threshold, "{key:?} is shown");
                continue;
            }
            withheld += 1;
            given_up += usize::from(raw[key].numerator.unwrap() >= threshold);
            if let Some(values) = possible.get(key) {
                assert!(values.len() >= 3, "{key:?} is one of {values:?}\n{counts:?}\n{out:?}");
            }
        }
    }
    assert!(withheld > 100 && given_up > 30, "{withheld} {given_up}: too little to try on");
}

#[test]
fn pools_of_years_give_no_year_away() {
    let places = country();
    let mut chance = Chance(7);
    let definition = definition("tienermoeders");
    let mut needed = 0;
    for round in 0..25 {
        let mut counts = BTreeMap::new();
        for place in places.iter().filter(|p| p.code.starts_with("GM")) {
            for y in 2011..=2015 {
                counts.insert((place.code.clone(), y), chance.below(24) as f64);
            }
        }
        let raw = table(&places, &counts, 500.0, 2011, 2015);
        let out = controlled(raw.clone(), &places, 10.0);
        let sums = Sums::of(&definition, &raw, &places, &Records::new());
        let shown: Vec<Option<f64>> = out.values().map(|r| r.numerator).collect();
        let hidden: Vec<usize> = (0..shown.len()).filter(|c| shown[*c].is_none()).collect();
        assert!(hidden.len() > 10);
        let close = narrow(&sums, &|c| shown[c], &|_| None, &hidden, 10.0);
        assert!(close.is_empty(), "{round}: {close:?}");
        // The test can fail: what was given up was needed. With one of them shown again, a
        // withheld count is determined or too close.
        let given_up = hidden.iter().find(|c| {
            let raw = raw.values().nth(**c).unwrap();
            raw.numerator.unwrap() >= 10.0
        });
        if let Some(again) = given_up {
            let mut told = shown.clone();
            told[*again] = raw.values().nth(*again).unwrap().numerator;
            let still: Vec<usize> = hidden.iter().copied().filter(|c| c != again).collect();
            let found = narrow(&sums, &|c| told[c], &|_| None, &still, 10.0);
            needed += usize::from(!found.is_empty());
        }
    }
    assert!(needed > 5, "{needed}");
}

#[test]
fn nothing_shipped_is_bounded_to_fewer_counts_than_the_threshold() {
    for id in shipped::BIRTHS {
        let places = shipped::places();
        let (data, records) = shipped::indicator(id);
        let as_records: Records = records
            .iter()
            .map(|(key, o)| {
                (
                    key.clone(),
                    Record {
                        numerator: o.numerator,
                        denominator: o.denominator,
                        status: o.status,
                        ..Record::default()
                    },
                )
            })
            .collect();
        let sums = Sums::of(&data.definitions[0], &as_records, &places, &Records::new());
        let hidden: Vec<usize> = as_records
            .values()
            .enumerate()
            .filter(|(_, r)| r.status == Some(Status::Withheld))
            .map(|(at, _)| at)
            .collect();
        assert!(hidden.len() > 20);
        let births = shipped::indicator("levendgeborenen").1;
        let born = |cell: usize| {
            let cell = &sums.cells[cell];
            births.get(&(cell.region.clone(), cell.period)).and_then(|r| r.numerator)
        };
        let counts = |cell: usize| sums.cells[cell].count;
        let narrow = narrow(&sums, &counts, &born, &hidden, 10.0);
        assert!(narrow.is_empty(), "{id}: {narrow:?}");
    }
}

#[test]
fn a_lone_small_municipality_takes_another_with_it() {
    let places = country();
    let counts = BTreeMap::from_iter(
        [("GM9001", 4.0), ("GM9002", 31.0), ("GM9003", 42.0), ("GM9004", 53.0), ("GM9005", 64.0)]
            .map(|(code, n)| ((code.to_string(), 2015), n)),
    );
    let out = controlled(table(&places, &counts, 500.0, 2015, 2015), &places, 10.0);
    let hidden = |code: &str| out[&(code.to_string(), year(2015))].status == Some(Status::Withheld);
    assert!(hidden("GM9001") && hidden("GM9002"), "its health region has only these two");
    assert!(!hidden("NL01") && !hidden("PV91") && !hidden("PV92"));
}

#[test]
fn the_complement_counts_too() {
    let places = country();
    let mut counts = BTreeMap::from_iter(
        ["GM9001", "GM9002", "GM9003", "GM9004", "GM9005"]
            .map(|code| ((code.to_string(), 2015), 40.0)),
    );
    counts.insert(("GM9003".into(), 2015), 95.0);
    let out = controlled(table(&places, &counts, 100.0, 2015, 2015), &places, 10.0);
    assert_eq!(out[&("GM9003".into(), year(2015))], Record::without(Status::Withheld));
}

#[test]
fn mirrors_and_denominators_lose_the_same_cells() {
    let places = country();
    let (late, early) = (definition("late-begeleiding"), definition("vroege-begeleiding"));
    let births = definition("levendgeborenen");
    let of = |counts: [f64; 5]| {
        let codes = ["GM9001", "GM9002", "GM9003", "GM9004", "GM9005"];
        let cells = codes.iter().zip(counts).map(|(code, n)| ((code.to_string(), 2015), n));
        table(&places, &cells.collect(), 0.0, 2015, 2015)
    };
    // Only four births in GM9004, of which nobody asked more.
    let mut born: Records = of([500.0, 500.0, 500.0, 4.0, 500.0])
        .into_iter()
        .map(|(key, r)| (key, Record { denominator: None, ..r }))
        .collect();
    let mut one = of([24.0, 31.0, 42.0, 0.0, 64.0]);
    one.retain(|(region, _), _| region != "GM9004");
    for (key, record) in &mut one {
        record.denominator = born[key].numerator;
    }
    let other: Records = one
        .iter()
        .map(|(key, r)| {
            let numerator = r.denominator.zip(r.numerator).map(|(n, x)| n - x);
            (key.clone(), Record { numerator, ..r.clone() })
        })
        .collect();
    // The publisher withholds another one, which would be told as a denominator.
    born.insert(("GM9003".into(), year(2015)), Record::without(Status::Withheld));
    let mut all = BTreeMap::from([
        (late.id.clone(), one),
        (early.id.clone(), other),
        (births.id.clone(), born),
    ]);
    let mirror = Complement { one: late.id.clone(), other: early.id.clone() };
    let denominator =
        Denominator { count: births.id.clone(), of: vec![late.id.clone(), early.id.clone()] };
    let declared = Declared {
        denominators: vec![denominator],
        complements: vec![mirror],
        ..Declared::default()
    };
    let setting = Setting { places: &places, threshold: 10.0, declared: &declared, earlier: &[] };
    let lost = control(&[&late, &early, &births], &mut all, setting).unwrap().suppressed;
    let cells =
        |id: &str| -> BTreeSet<String> { lost[id].iter().map(|w| w.key.0.clone()).collect() };
    assert_eq!(cells(&late.id), cells(&early.id));
    let mut born = cells(&births.id);
    assert!(born.remove("GM9004") && !born.is_empty());
    assert!(cells(&late.id).is_superset(&born));
    let mut rules = lost[&late.id].iter().chain(&lost[&early.id]).map(|w| w.rule);
    assert!(rules.any(|rule| rule == Rule::Denominator), "{lost:?}");
    for (key, record) in &all[&births.id] {
        if record.status == Some(Status::Withheld) {
            let late = all[&late.id].get(key);
            assert_eq!(late.and_then(|record| record.denominator), None);
        }
    }
}

#[test]
fn what_a_source_withheld_by_halves_is_caught_again() {
    // The source withholds one municipality of a province and shows all others and the total.
    let mut file = String::from("regio;jaar;x;n\n");
    let places = shipped::places();
    let mut total = (0, 0);
    for (at, member) in places.members("PV24").enumerate() {
        let x = 20 + at * 7;
        total = (total.0 + x, total.1 + 400);
        let shown = if at == 0 { "<10;400".to_string() } else { format!("{x};400") };
        file.push_str(&format!("{};2023;{shown}\n", member.code));
    }
    file.push_str(&format!("PV24;2023;{};{}\n", total.0, total.1));
    let recipe = "[[file]]\npath = \"t.csv\"\nregion = \"regio\"\nperiod = \"jaar\"\n[[file.series]]\nindicator = \"big2\"\nnumerator = \"x\"\ndenominator = \"n\"\n";
    let figures = Folder::with(&[("t.csv", file.as_bytes())]).prepare(recipe).unwrap();
    let rules: Vec<Rule> = figures.summary.suppressed["big2"].iter().map(|w| w.rule).collect();
    assert_eq!(rules.iter().filter(|r| **r == Rule::Source).count(), 1);
    assert_eq!(rules.iter().filter(|r| **r == Rule::Total).count(), 1, "{rules:?}");
    assert_eq!(
        figures.records["big2"][&("PV24".into(), year(2023))].numerator,
        Some(total.0 as f64)
    );
}

#[test]
fn a_percentage_with_its_denominator_tells_a_count() {
    let file = b"regio;jaar;p;n\nGM0344;2023;2,0;200\nGM0307;2023;15,0;200\n";
    let recipe = "[[file]]\npath = \"t.csv\"\nregion = \"regio\"\nperiod = \"jaar\"\n[[file.series]]\nindicator = \"big2\"\nvalue = \"p\"\ndenominator = \"n\"\n";
    let figures = Folder::with(&[("t.csv", file)]).prepare(recipe).unwrap();
    let status = |code: &str| figures.records["big2"][&(code.to_string(), year(2023))].status;
    assert_eq!((status("GM0344"), status("GM0307")), (Some(Status::Withheld), None));
}

#[test]
fn a_percentage_of_a_count_that_is_published_elsewhere_tells_a_count_too() {
    let recipe = "[[file]]\npath = \"t.csv\"\nregion = \"regio\"\nperiod = \"jaar\"\n\
        [[file.series]]\nindicator = \"tienermoeders\"\nvalue = \"p\"\n\
        [[file.series]]\nindicator = \"levendgeborenen\"\nnumerator = \"n\"\n";
    let linked =
        format!("{recipe}[[denominator]]\ncount = \"levendgeborenen\"\nof = [\"tienermoeders\"]\n");
    let file = b"regio;jaar;p;n\nGM0344;2023;2,1;2000\nGM0307;2023;15,0;2000\n";
    // The catalogue says so already; a recipe may say it again.
    for (recipe, expected) in
        [(recipe, Some(Status::Withheld)), (linked.as_str(), Some(Status::Withheld))]
    {
        let figures = Folder::with(&[("t.csv", file)]).prepare(recipe).unwrap();
        let status =
            |code: &str| figures.records["tienermoeders"][&(code.to_string(), year(2023))].status;
        // 2,1 of 1.000 of 2.000 is four children.
        assert_eq!((status("GM0344"), status("GM0307")), (expected, None));
    }
}

#[test]
fn the_report_names_what_was_given_up_and_for_whom() {
    let report = shipped::report();
    let json = serde_json::to_value(report).unwrap();
    let given_up = json["withheld"]["levendgeborenen"]
        .as_array()
        .unwrap()
        .iter()
        .find(|l| l["rule"] == "total")
        .unwrap();
    // Scherpenzeel has births enough; in its health region only Rozendaal has not.
    assert!(given_up["protects"].is_array());
    assert_eq!(
        json["inexact"]["GM0796"],
        serde_json::json!(["2010", "2010-2015", "2011", "2012", "2013", "2014"])
    );
    let text = report.text();
    assert!(text.contains("te weinig personen") && text.contains("beschermt"));
}

#[test]
fn what_an_earlier_edition_tells_is_told_no_closer() {
    let mut table =
        Table::new(vec![tables::definition("one", Kind::Count)], country(), &[year(2015)]);
    let mut before = Records::new();
    for (region, count) in [("GM9002", 5.0), ("PV91", 6.0)] {
        before.insert((region.into(), year(2015)), counted(count));
        table.put("one", region, year(2015), counted(count));
    }
    // One person is left for two municipalities. With a health region it would be seen for which.
    table.earlier = vec![BTreeMap::from([("one".into(), before)])];
    table.put("one", "GG9001", year(2015), counted(6.0));
    table.control();
    assert_eq!(
        table.records["one"][&("GG9001".into(), year(2015))],
        Record::without(Status::Withheld)
    );
}
