// SPDX-License-Identifier: EUPL-1.2
//! Properties over random tables: after disclosure control no unknown that can be below the
//! threshold has fewer values than the threshold is wide. The same tables check the audit.

use super::tables::{Table, country, definition, denominator, mirror, period, subset, sum, year};
use kansrijke_start::indicator::definition::Kind;
use kansrijke_start::indicator::period::Period;
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::{Config, TestRunner};

/// What the numbers of a random table are made of.
#[derive(Clone, Debug)]
struct Draw {
    counts: Vec<u8>,
    others: Vec<u8>,
    holes: Vec<u8>,
    times: usize,
}

fn draws() -> impl Strategy<Value = Draw> {
    let counts = || prop::collection::vec(0_u8..6, 20);
    // Three of twenty holes are of each kind that matters; the rest are figures.
    let holes = prop::collection::vec(0_u8..20, 200);
    (counts(), counts(), holes, 0_usize..4).prop_map(|(counts, others, holes, times)| Draw {
        counts,
        others,
        holes,
        times,
    })
}

/// Elementary periods and those that have rows.
fn times(which: usize) -> (Vec<Period>, Vec<Period>) {
    let years = |first: i32, last: i32| Period::years(first, last);
    match which {
        0 => (vec![year(2015)], vec![year(2015)]),
        1 => (vec![year(2014), year(2015)], vec![year(2014), year(2015), years(2014, 2015)]),
        // A year without rows, in two pools.
        2 => (
            vec![year(2013), year(2014), year(2015)],
            vec![year(2013), year(2014), years(2013, 2014), years(2013, 2015)],
        ),
        _ => {
            let quarters: Vec<Period> = (1..=4).map(|q| period(&format!("2015KW0{q}"))).collect();
            (quarters.clone(), [quarters, vec![year(2015)]].concat())
        }
    }
}

fn added(one: &[u8], other: &[u8]) -> Vec<u8> {
    one.iter().zip(other).map(|(a, b)| a + b).collect()
}

const SHAPES: [&str; 7] = ["regions", "linked", "mirror", "sum", "subset", "percentage", "rounded"];

/// A table before disclosure control. Which of its indicators there are depends on the shape.
fn table(shape: &str, draw: &Draw) -> Table {
    // Two indicators in two years are too many to try.
    let which = match shape {
        "regions" => draw.times,
        "rounded" => draw.times % 2,
        _ => 0,
    };
    let (elementary, periods) = times(which);
    let size = 5 * elementary.len();
    let (counts, others) = (&draw.counts[..size], &draw.others[..size]);
    let all = added(counts, others);
    let (one, two, three) = (
        definition("one", Kind::Count),
        definition("two", Kind::Count),
        definition("all", Kind::Count),
    );
    let share = |id: &str| definition(id, Kind::Share);
    let definitions = match shape {
        "regions" | "rounded" => vec![one],
        "linked" | "percentage" => vec![share("one"), three],
        "mirror" => vec![share("one"), share("two")],
        "subset" => vec![one, three],
        _ => vec![one, two, three],
    };
    let mut table = Table::new(definitions, country(), &elementary);
    let mut holes = draw.holes.iter().copied();
    match shape {
        "linked" | "percentage" => {
            table.declared.denominators = vec![denominator("all", &["one"])];
            table.fill("all", &periods, &all, &mut holes);
            table.fill("one", &periods, counts, &mut holes);
            table.divide("one", &periods, &all, shape == "percentage");
        }
        "mirror" => {
            table.declared.complements = vec![mirror("one", "two")];
            for (id, counts) in [("one", counts), ("two", others)] {
                table.fill(id, &periods, counts, &mut holes);
                table.divide(id, &periods, &all, false);
            }
        }
        "subset" => {
            table.declared.subsets = vec![subset("all", "one")];
            table.fill("all", &periods, &all, &mut holes);
            table.fill("one", &periods, counts, &mut holes);
        }
        "sum" => {
            table.declared.sums = vec![sum(Some("all"), &["one", "two"])];
            table.fill("all", &periods, &all, &mut holes);
            table.fill("one", &periods, counts, &mut holes);
            table.fill("two", &periods, others, &mut holes);
        }
        _ => {
            if shape == "rounded" {
                table.declared.rounded.insert("one".into(), 5.0);
            }
            table.fill("one", &periods, counts, &mut holes);
        }
    }
    table
}

/// Every shape is tried on so many tables.
const CASES: u32 = 8;

fn runner(cases: u32) -> TestRunner {
    let config =
        Config { cases, failure_persistence: None, max_shrink_iters: 10, ..Config::default() };
    TestRunner::new_with_rng(
        config,
        proptest::test_runner::TestRng::deterministic_rng(
            proptest::test_runner::RngAlgorithm::ChaCha,
        ),
    )
}

fn controlled_tables_keep_their_secrets(shape: &str) {
    let outcome = runner(CASES).run(&draws(), |draw| {
        let mut table = table(shape, &draw);
        table.control();
        let found = table.attack();
        prop_assert!(found.is_some(), "no table fits what is published");
        let found = found.unwrap();
        prop_assert!(found.is_empty(), "narrow: {found:?}");
        Ok(())
    });
    if let Err(error) = outcome {
        panic!("{shape}: {error}");
    }
}

#[test]
fn regions_and_periods_keep_their_secrets() {
    controlled_tables_keep_their_secrets("regions");
}

#[test]
fn linked_denominators_keep_their_secrets() {
    controlled_tables_keep_their_secrets("linked");
}

#[test]
fn complements_keep_their_secrets() {
    controlled_tables_keep_their_secrets("mirror");
}

#[test]
fn sums_of_indicators_keep_their_secrets() {
    controlled_tables_keep_their_secrets("sum");
}

#[test]
fn subsets_keep_their_secrets() {
    controlled_tables_keep_their_secrets("subset");
}

#[test]
fn percentages_keep_their_secrets() {
    controlled_tables_keep_their_secrets("percentage");
}

#[test]
fn rounded_counts_keep_their_secrets() {
    controlled_tables_keep_their_secrets("rounded");
}

/// An edition that was published and controlled, and a later one with another year and pool.
#[test]
fn editions_keep_their_secrets() {
    let outcome = runner(CASES).run(&draws(), |draw| {
        let draw = Draw { times: 1, ..draw };
        let mut now = table("regions", &draw);
        let mut before = table("regions", &draw);
        let pool = Period::years(2014, 2015);
        before.records.get_mut("one").unwrap().retain(|(_, p), _| *p != pool);
        before.control();
        now.earlier = vec![before.records.clone()];
        now.control();
        let found = now.attack().unwrap();
        prop_assert!(found.is_empty(), "narrow: {found:?}");
        Ok(())
    });
    if let Err(error) = outcome {
        panic!("{error}");
    }
}

/// On tables as they are, with every fourth row more left out, the audit and the attacker must
/// say the same. Control or none: what they find does not depend on it.
#[test]
fn the_audit_misses_nothing_that_trying_all_tables_finds() {
    let (mut narrow, mut wide, mut more, mut undecided) = (0, 0, 0, 0);
    for shape in SHAPES {
        let mut sampler = runner(3 * CASES);
        for case in 0..3 * CASES {
            let mut draw = draws().new_tree(&mut sampler).unwrap().current();
            for hole in draw.holes.iter_mut().step_by(if case % 2 == 0 { 3 } else { 200 }) {
                *hole = 0;
            }
            let table = table(shape, &draw);
            let Some((attack, open)) = table.attack_all() else {
                assert!(!table.audit().contradictions.is_empty(), "{shape} {table:?}");
                continue;
            };
            let audit = table.audit();
            assert_eq!(audit.contradictions, [], "{shape} {table:?}");
            let (missed, invented) = table.differences(&attack, &open, &audit);
            assert!(missed.is_empty(), "{shape}: the audit misses {missed:#?}\n{table:?}");
            narrow += attack.len();
            more += invented.len();
            undecided += open.len();
            wide += usize::from(attack.is_empty());
            for found in invented {
                eprintln!("{shape}: only the audit finds {found}");
            }
        }
    }
    eprintln!(
        "{narrow} narrow numbers, {more} that only the audit finds, {undecided} undecided; \
         {wide} tables without"
    );
    assert!(narrow > 500, "{narrow}: too little to try on");
    assert!(more * 50 <= narrow, "the audit reports {more} numbers beyond {narrow}");
    assert!(undecided * 10 <= narrow, "{undecided} undecided beside {narrow}");
}
