// SPDX-License-Identifier: EUPL-1.2
//! Leaks that were found by hand, as they were published: both the attacker who tries all
//! tables and the audit must see them.

use super::tables::{
    Table, counted, country, definition, denominator, mirror, period, place, subset, sum, year,
};
use kansrijke_start::indicator::definition::Kind;
use kansrijke_start::indicator::observation::Status;
use kansrijke_start::indicator::period::Period;
use kansrijke_start::prepare::audit::What;
use kansrijke_start::prepare::geography::place::Places;
use kansrijke_start::prepare::record::Record;
use std::collections::BTreeMap;

fn births() -> kansrijke_start::indicator::definition::Definition {
    definition("births", Kind::Count)
}

fn flevoland() -> Places {
    let codes = ["GM0034", "GM0050", "GM0171", "GM0184", "GM0303", "GM0995"];
    let all = codes.iter().map(|c| place(c, &["PV24"], &[]));
    Places::new(
        all.chain([place("PV24", &[], &[]), place("NL01", &[], &[])]).collect(),
        BTreeMap::new(),
    )
}

/// Both find the number, with these values.
fn leaks(table: &Table, id: &str, region: &str, period: Period, what: &What, values: &[i64]) {
    let attack = table.attack().unwrap();
    let name = (id.to_string(), region.to_string(), period, what.clone());
    let found: Vec<i64> = attack.get(&name).into_iter().flatten().copied().collect();
    assert_eq!(found, values, "{attack:?}");
    audited(table, id, region, period, what, values);
}

fn audited(table: &Table, id: &str, region: &str, period: Period, what: &What, values: &[i64]) {
    let audit = table.audit();
    assert_eq!(audit.contradictions, []);
    let narrow = audit
        .narrow
        .iter()
        .find(|n| n.indicator == id && n.region == region && n.period == period && n.what == *what);
    let ends = narrow.map(|n| (n.least as i64, n.most as i64));
    let expected = values.first().zip(values.last()).map(|(a, b)| (*a, *b));
    assert_eq!(ends, expected, "{audit:?}");
}

fn province(urk: Option<Record>) -> Table {
    let mut table = Table::new(vec![births()], flevoland(), &[year(2015)]);
    table.threshold = 10.0;
    let others = [("GM0034", 30.0), ("GM0303", 20.0), ("GM0995", 25.0), ("GM0171", 22.0)];
    for (code, count) in others.into_iter().chain([("GM0050", 15.0), ("PV24", 118.0)]) {
        table.put("births", code, year(2015), counted(count));
    }
    if let Some(record) = urk {
        table.put("births", "GM0184", year(2015), record);
    }
    table
}

#[test]
fn a_secret_that_is_read_as_missing_is_what_the_province_has_left() {
    let table = province(Some(Record::without(Status::Missing)));
    leaks(&table, "births", "GM0184", year(2015), &What::Numerator, &[6]);
}

#[test]
fn a_row_that_is_left_out_is_what_the_province_has_left() {
    leaks(&province(None), "births", "GM0184", year(2015), &What::Numerator, &[6]);
}

#[test]
fn with_one_row_out_and_one_withheld_the_bounds_close() {
    let mut table = province(Some(Record::without(Status::Withheld)));
    table.records.get_mut("births").unwrap().remove(&("GM0034".into(), year(2015)));
    table.put("births", "PV24", year(2015), counted(85.0));
    leaks(&table, "births", "GM0184", year(2015), &What::Numerator, &[0, 1, 2, 3]);
}

#[test]
fn three_quarters_and_their_year_tell_the_fourth() {
    let quarters: Vec<Period> = (1..=4).map(|q| period(&format!("2015KW0{q}"))).collect();
    let mut table = Table::new(vec![births()], country(), &quarters);
    table.threshold = 10.0;
    for (quarter, count) in quarters.iter().zip([15.0, 15.0, 14.0]) {
        table.put("births", "GM9001", *quarter, counted(count));
    }
    table.put("births", "GM9001", quarters[3], Record::without(Status::Withheld));
    table.put("births", "GM9001", year(2015), counted(50.0));
    leaks(&table, "births", "GM9001", quarters[3], &What::Numerator, &[6]);
}

#[test]
fn two_pools_tell_the_year_between_them() {
    let years = [year(2018), year(2019), year(2020)];
    let mut table = Table::new(vec![births()], country(), &years);
    table.threshold = 10.0;
    table.put("births", "GM9001", Period::years(2018, 2019), counted(27.0));
    table.put("births", "GM9001", Period::years(2018, 2020), counted(33.0));
    table.put("births", "GM9001", year(2020), Record::without(Status::Withheld));
    leaks(&table, "births", "GM9001", year(2020), &What::Numerator, &[6]);
}

#[test]
fn a_province_and_one_health_region_tell_the_other() {
    let all = vec![
        place("NL01", &[], &[]),
        place("PV31", &[], &[]),
        place("GG6011", &[], &[]),
        place("GG6106", &[], &[]),
        place("GM0001", &["GG6011", "PV31"], &[]),
        place("GM0002", &["GG6106", "PV31"], &[]),
        place("GM0003", &["GG6106", "PV31"], &[]),
    ];
    let mut table = Table::new(vec![births()], Places::new(all, BTreeMap::new()), &[year(2015)]);
    table.threshold = 10.0;
    table.put("births", "PV31", year(2015), counted(50.0));
    table.put("births", "GG6011", year(2015), counted(44.0));
    table.put("births", "GG6106", year(2015), Record::without(Status::Withheld));
    leaks(&table, "births", "GG6106", year(2015), &What::Numerator, &[6]);
}

fn counts_of(ids: &[&str], counts: &[Option<f64>]) -> Table {
    let definitions = ids.iter().map(|id| definition(id, Kind::Count)).collect();
    let mut table = Table::new(definitions, country(), &[year(2015)]);
    table.threshold = 10.0;
    for (id, count) in ids.iter().zip(counts) {
        let record = count.map_or(Record::without(Status::Withheld), counted);
        table.put(id, "GM9001", year(2015), record);
    }
    table
}

#[test]
fn girls_and_all_tell_the_boys() {
    let mut table = counts_of(&["boys", "girls", "all"], &[None, Some(25.0), Some(31.0)]);
    assert_eq!(table.audit().narrow, [], "without a relation nothing follows");
    table.declared.sums = vec![sum(Some("all"), &["boys", "girls"])];
    leaks(&table, "boys", "GM9001", year(2015), &What::Numerator, &[6]);
}

#[test]
fn classes_of_one_answer_tell_the_last_one() {
    let ids = ["never", "some", "often"];
    let definitions = ids.iter().map(|id| definition(id, Kind::Share)).collect();
    let mut table = Table::new(definitions, country(), &[year(2015)]);
    table.threshold = 10.0;
    table.declared.sums = vec![sum(None, &ids)];
    for (id, x) in [("never", 30.0), ("some", 24.0)] {
        let record = Record { denominator: Some(60.0), ..counted(x) };
        table.put(id, "GM9001", year(2015), record);
    }
    table.put("often", "GM9001", year(2015), Record::without(Status::Withheld));
    leaks(&table, "often", "GM9001", year(2015), &What::Numerator, &[6]);
}

#[test]
fn a_mirror_tells_its_complement() {
    let definitions = vec![definition("late", Kind::Share), definition("early", Kind::Share)];
    let mut table = Table::new(definitions, country(), &[year(2015)]);
    table.threshold = 10.0;
    table.declared.complements = vec![mirror("late", "early")];
    table.put("early", "GM9001", year(2015), Record { denominator: Some(60.0), ..counted(54.0) });
    table.put("late", "GM9001", year(2015), Record::without(Status::Withheld));
    leaks(&table, "late", "GM9001", year(2015), &What::Numerator, &[6]);
    leaks(&table, "early", "GM9001", year(2015), &What::Complement, &[6]);
}

#[test]
fn a_whole_and_its_part_tell_the_rest() {
    let mut table = counts_of(&["before-37", "32-to-36"], &[Some(40.0), Some(37.0)]);
    table.declared.subsets = vec![subset("before-37", "32-to-36")];
    let what = What::Rest("32-to-36".into());
    leaks(&table, "before-37", "GM9001", year(2015), &what, &[3]);
}

fn percentage(value: f64, births: Option<f64>) -> Table {
    let definitions = vec![definition("teens", Kind::Share), definition("births", Kind::Count)];
    let mut table = Table::new(definitions, country(), &[year(2015)]);
    table.threshold = 10.0;
    table.declared.denominators = vec![denominator("births", &["teens"])];
    let record = Record { value: Some(value), ..Record::default() };
    table.put("teens", "GM9001", year(2015), record);
    if let Some(births) = births {
        table.put("births", "GM9001", year(2015), counted(births));
    }
    table
}

#[test]
fn a_percentage_of_a_published_count_tells_the_count() {
    let leak = |value, what: &What, values: &[i64]| {
        let mut table = percentage(value, Some(60.0));
        leaks(&table, "teens", "GM9001", year(2015), what, values);
        table.declared.denominators.clear();
        assert!(table.audit().passed(), "of an unknown number nothing follows");
    };
    leak(6.7, &What::Numerator, &[4]);
    leak(0.0, &What::Numerator, &[0]);
    leak(100.0, &What::Complement, &[0]);
    audited(&percentage(1.3, Some(300.0)), "teens", "GM9001", year(2015), &What::Numerator, &[4]);
}

#[test]
fn published_limits_tell_the_count() {
    let mut table = percentage(1.3, None);
    assert!(table.audit().passed());
    let record =
        Record { value: Some(1.3), lower: Some(0.5), upper: Some(3.4), ..Record::default() };
    table.put("teens", "GM9001", year(2015), record);
    audited(&table, "teens", "GM9001", year(2015), &What::Numerator, &[4]);
}

#[test]
fn an_earlier_edition_stays_known_and_a_revised_one_does_not() {
    let mut table = province(None);
    table.records.get_mut("births").unwrap().remove(&("GM0050".into(), year(2015)));
    assert!(table.audit().passed());
    let before = |count| {
        BTreeMap::from([(
            "births".into(),
            BTreeMap::from([(("GM0050".into(), year(2015)), counted(count))]),
        )])
    };
    table.earlier = vec![before(15.0)];
    leaks(&table, "births", "GM0184", year(2015), &What::Numerator, &[6]);
    // More than the province has left: the province was revised, and the old figure with it.
    table.earlier = vec![before(40.0)];
    assert!(table.audit().passed(), "{:?}", table.audit());
}

#[test]
fn totals_that_contradict_each_other_are_told_and_do_not_pass() {
    let mut table = province(None);
    table.put("births", "PV24", year(2015), counted(90.0));
    let audit = table.audit();
    assert!(!audit.passed());
    assert_eq!(audit.contradictions[0].indicators, ["births"]);
    assert_eq!(table.attack(), None);
    // Rounded to tens, a total of 110 has parts of 112 and more.
    let mut table = province(Some(counted(20.0)));
    table.put("births", "PV24", year(2015), counted(110.0));
    assert!(!table.audit().passed());
    table.declared.rounded.insert("births".into(), 10.0);
    assert!(table.audit().passed(), "{:?}", table.audit());
    // Persons of no municipality are in the totals alone.
    let mut table = province(Some(counted(20.0)));
    table.put("births", "PV24", year(2015), counted(140.0));
    assert!(!table.audit().passed());
    table.declared.residual.insert("births".into());
    assert!(table.audit().passed(), "{:?}", table.audit());
}
