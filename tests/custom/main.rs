// SPDX-License-Identifier: EUPL-1.2
//! Custom data: rows and datasets of other publishers become files like ours, and what cannot be
//! true is named by row.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that fails should stop")]

use kansrijke_start::data::custom::{self, Described, Row};
use kansrijke_start::data::dataset::Dataset;
use kansrijke_start::data::jsonstat::JsonStat;
use kansrijke_start::error::Error;
use kansrijke_start::figure::Figure;
use kansrijke_start::figure::json::FindingRow;
use kansrijke_start::request::Request;
use serde_json::{Value, json};

fn rows(rows: Value, described: Value) -> Result<JsonStat, Vec<Error>> {
    let rows: Vec<Row> = serde_json::from_value(rows).unwrap();
    let described: Described = serde_json::from_value(described).unwrap();
    custom::of_rows(&rows, &described)
}

fn cube(cube: Value, described: Value) -> Result<JsonStat, Vec<Error>> {
    let described: Described = serde_json::from_value(described).unwrap();
    custom::of_cube(&serde_json::from_value(cube).unwrap(), &described)
}

/// What is refused: row, name, what stands there, what may.
fn refused(result: Result<JsonStat, Vec<Error>>) -> Vec<(u32, String, String, String)> {
    let errors = result.map(|_| ()).unwrap_err().into_iter().map(|error| match error {
        Error::Row { row, name, found, expected } => (row, name, found, expected),
        other => panic!("{other}"),
    });
    errors.collect()
}

fn one(given: Value, described: Value) -> (u32, String, String, String) {
    let mut all = refused(rows(json!([given]), described));
    assert_eq!(all.len(), 1, "{all:?}");
    all.remove(0)
}

fn told(row: u32, name: &str, found: &str, expected: &str) -> (u32, String, String, String) {
    (row, name.into(), found.into(), expected.into())
}

#[test]
fn rows_become_a_file_that_is_read_like_ours() {
    let file = rows(
        json!([
            {"region": "Leiden", "period": 2020, "numerator": "30", "denominator": 200},
            {"region": "Den Haag", "period": "2021-Q2", "numerator": 9, "denominator": 200},
            {"region": "Nederland", "period": "2020", "value": 11.1, "status": "provisional"},
        ]),
        json!({"name": "Honden", "source": "Zelf", "direction": "higher"}),
    );
    let file = file.unwrap();
    let regions = &file.dimension.get("region").unwrap().category;
    assert_eq!(regions.index, ["Leiden", "Den-Haag", "NL01"]);
    assert_eq!(regions.label.get("Den-Haag").unwrap(), "Den Haag");
    assert_eq!(file.dimension.get("period").unwrap().category.index, ["2020", "2021KW02"]);
    assert_eq!(file.extension.threshold, 10.0);
    assert_eq!(file.extension.aliases.get("Nederland").unwrap(), "NL01");
    // Whatever a core reads of it as JavaScript, it reads of the same as JSON.
    let again: JsonStat = serde_json::from_str(&serde_json::to_string(&file).unwrap()).unwrap();
    let dataset = Dataset::try_from(again).unwrap();
    let attribute = |name: &str| match name {
        "indicator" => Some("eigen-cijfers".to_string()),
        "region" => Some("Leiden".to_string()),
        _ => None,
    };
    let request = Request::parse(attribute, "nl", 640).unwrap();
    let figure = Figure::new(&dataset, &request).unwrap();
    assert!(figure.sentences()[0].starts_with("Leiden in 2020: 15,0%."), "{figure:?}");
}

#[test]
fn what_cannot_be_true_is_refused_by_row() {
    let none = || json!({});
    let row = |changes: Value| {
        let mut row =
            json!({"region": "Leiden", "period": 2020, "numerator": 30, "denominator": 200});
        let members = row.as_object_mut().unwrap();
        members.extend(changes.as_object().unwrap().clone());
        row
    };
    let value = |changes: Value| {
        let mut row = json!({"region": "Leiden", "period": 2020});
        row.as_object_mut().unwrap().extend(changes.as_object().unwrap().clone());
        row
    };
    for (given, described, name, found, expected) in [
        (row(json!({"denominator": 20})), none(), "numerator", "30", "≤ denominator"),
        (row(json!({"numerator": 0, "denominator": 0})), none(), "denominator", "0", "> 0"),
        (row(json!({"numerator": 10.5})), none(), "numerator", "10.5", "0, 1, 2, …"),
        (row(json!({"numerator": -1})), none(), "numerator", "-1", "0, 1, 2, …"),
        (row(json!({"numerator": "dertig"})), none(), "numerator", "dertig", "12.5"),
        (row(json!({"numerator": true})), none(), "numerator", "true", "12.5"),
        (value(json!({"value": "12,5"})), none(), "value", "12,5", "12.5"),
        (value(json!({"value": 120})), json!({"unit": "%"}), "value", "120", "0 – 100"),
        (row(json!({"value": 25})), none(), "value", "25", "100 × numerator / denominator"),
        (
            value(json!({"value": 20, "lower": 21, "upper": 30})),
            none(),
            "lower, upper",
            "21 – 30",
            "lower ≤ value ≤ upper",
        ),
        (
            row(json!({"period": "2020-13"})),
            none(),
            "period",
            "2020-13",
            "2015, 2010-2015, 2022-07",
        ),
        (
            row(json!({"period": "2021-2020"})),
            none(),
            "period",
            "2021-2020",
            "2015, 2010-2015, 2022-07",
        ),
        (row(json!({"region": " "})), none(), "region", "", "Utrecht, GM0344"),
        (
            row(json!({"status": "geheim"})),
            none(),
            "status",
            "geheim",
            "provisional, estimate, withheld, missing, border-change, incomplete, not-applicable, not-fetched",
        ),
    ] {
        assert_eq!(one(given, described), told(1, name, found, expected));
    }
    let twice = refused(rows(json!([row(none()), row(none())]), none()));
    assert_eq!(twice, [told(2, "region, period", "Leiden 2020", "1×")]);
    let nothing = told(0, "data", "", "[{ region, period, value }]");
    assert_eq!(refused(rows(json!([]), none())), std::slice::from_ref(&nothing));
    assert_eq!(refused(cube(json!({"class": "dataset"}), none())), [nothing]);
    let many: Vec<Value> =
        (1990..2020).map(|year| row(json!({"period": year, "denominator": 1}))).collect();
    assert_eq!(refused(rows(Value::from(many), none())).len(), 10);
}

#[test]
fn a_description_that_means_nothing_is_named() {
    let given = json!([{"region": "Leiden", "period": 2020, "value": 1}]);
    let errors = rows(given, json!({"direction": "sideways"})).map(|_| ()).unwrap_err();
    assert!(
        matches!(&*errors, [Error::DataMalformed { at, .. }] if at == "direction"),
        "{errors:?}"
    );
}

/// As the statistical office of the European Union answers: no roles, sparse cells, flags.
fn eurostat() -> Value {
    json!({
        "label": "Proef", "source": "ESTAT", "updated": "2026-03-01T23:00:00+0100",
        "value": {"0": 12.5, "1": 13, "3": 9.5, "4": 9.75, "5": 10},
        "status": {"1": "b", "2": "c", "5": "p"},
        "id": ["freq", "unit", "geo", "time"], "size": [1, 1, 2, 3],
        "dimension": {
            "freq": {"category": {"index": {"A": 0}, "label": {"A": "Annual"}}},
            "unit": {"category": {"index": {"PC": 0}, "label": {"PC": "Percentage"}}},
            "geo": {"category": {"index": {"BE": 0, "NL": 1},
                "label": {"BE": "Belgium", "NL": "Netherlands"}}},
            "time": {"category": {"index": {"2019": 0, "2020": 1, "2021": 2}}},
        },
        "extension": {"status": {"label": {"b": "break in time series"}}},
    })
}

#[test]
fn a_dataset_of_another_publisher_is_read_as_it_comes() {
    let file = cube(eurostat(), json!({"region": "BE"})).unwrap();
    assert_eq!(file.dimension.get("region").unwrap().category.index, ["BE", "NL01"]);
    let statuses: Vec<_> = file.status.0.iter().map(|(cell, word)| (&**cell, &**word)).collect();
    assert_eq!(statuses, [("2", "withheld"), ("5", "provisional")]);
    let [definition] = &*file.extension.definitions else { panic!("one definition") };
    assert_eq!((&*definition.name.nl, &*definition.breaks[0].at), ("Proef", "2020"));
    assert_eq!(definition.source.updated.as_deref(), Some("2026-03-01"));
    // In the standard's other shapes the same.
    let mut lists = eurostat();
    lists["value"] = json!([12.5, 13, null, 9.5, 9.75, 10]);
    lists["status"] = json!(["", "b", "c", "", "", "p"]);
    lists["dimension"]["time"] = json!({"category": {"index": ["2019", "2020", "2021"]}});
    let other = cube(lists, json!({"region": "BE"})).unwrap();
    assert_eq!(format!("{other:?}"), format!("{file:?}"));
}

#[test]
fn of_more_categories_than_one_a_choice_must_be_made() {
    let mut data = eurostat();
    data["size"] = json!([1, 2, 2, 3]);
    data["value"] = json!({"6": 1, "9": 2});
    data["dimension"]["unit"]["category"] = json!({"index": {"PC": 0, "NR": 1}});
    let all = refused(cube(data.clone(), json!({})));
    assert_eq!(all, [told(0, "where.unit", "", "PC, NR")]);
    let file = cube(data, json!({"where": {"unit": "NR"}})).unwrap();
    assert_eq!(
        file.value,
        kansrijke_start::data::cells::Cells::Dense(vec![
            Some(1.0),
            None,
            None,
            Some(2.0),
            None,
            None,
        ])
    );
    let mut lost = eurostat();
    lost["id"] = json!(["freq", "unit", "plaats", "time"]);
    assert_eq!(refused(cube(lost, json!({})))[0].1, "role.geo");
}

#[test]
fn a_finding_has_the_members_that_the_types_say() {
    let finding = FindingRow {
        indicator: "big2",
        region: "GM0344",
        name: "Utrecht",
        period: "2015".into(),
        status: "shown",
        answer: Some("ja"),
        method: Some("wilson"),
        verdict: Some("lower"),
        source: "Zelf".into(),
        value: Some(1.0),
        lower: Some(1.0),
        upper: Some(1.0),
        numerator: Some(1.0),
        denominator: Some(1.0),
    };
    let written = serde_json::to_value(finding).unwrap();
    let mut members: Vec<&str> = written.as_object().unwrap().keys().map(String::as_str).collect();
    // The module says besides where the region belongs.
    members.extend(["level", "parents"]);
    let types = include_str!("../../pkg/kansrijke-start.d.ts");
    let (_, finding) = types.split_once("export interface Finding {").unwrap();
    let (finding, _) = finding.split_once("\n}").unwrap();
    let member = |line: &'static str| {
        let (name, _) = line.strip_prefix("  ")?.split_once(':')?;
        let name = name.trim_end_matches('?');
        name.bytes().all(|byte| byte.is_ascii_lowercase()).then_some(name)
    };
    let mut declared: Vec<&str> = finding.lines().filter_map(member).collect();
    members.sort_unstable();
    declared.sort_unstable();
    assert_eq!(members, declared);
}

/// A range of custom data: its rows, and how the page describes it.
fn range(rows_given: Value, unit: &str) -> Result<JsonStat, Vec<Error>> {
    rows(rows_given, json!({"name": "Proef", "kind": "range", "unit": unit, "source": "Zelf"}))
}

/// Every finding of the only region, with the sentences.
fn told_of(file: JsonStat, view: &str) -> (Value, Vec<String>) {
    let dataset = Dataset::try_from(file).unwrap();
    let attribute = |name: &str| match name {
        "indicator" => Some("eigen-cijfers".to_string()),
        "region" => Some("NL01".to_string()),
        "view" => Some(view.to_string()),
        _ => None,
    };
    let request = Request::parse(attribute, "nl", 640).unwrap();
    let figure = Figure::new(&dataset, &request).unwrap();
    let findings = serde_json::to_value(figure.findings()).unwrap();
    (findings, figure.sentences().to_vec())
}

#[test]
fn a_range_has_two_ends_no_value_and_no_verdict() {
    let given = json!([
        {"region": "NL01", "period": 2016, "lower": 0.25, "upper": 1},
        {"region": "NL01", "period": 2017, "lower": 0.5, "upper": 1, "status": "estimate"},
    ]);
    for view in ["number", "trend", "compare", "table"] {
        let (findings, sentences) = told_of(range(given.clone(), "%").unwrap(), view);
        let last = &findings[1];
        assert_eq!((&last["lower"], &last["upper"]), (&json!(0.5), &json!(1.0)), "{view}");
        assert_eq!(
            (&last["status"], &findings[0]["status"]),
            (&json!("estimate"), &json!("shown"))
        );
        for absent in ["value", "verdict", "method", "numerator"] {
            assert!(last.get(absent).is_none(), "{view}: {absent}");
        }
        let (first, earlier) = sentences.split_at(2);
        assert_eq!(first, ["Nederland in 2017: 0,5 tot 1%.", "Het cijfer is een schatting."]);
        // A trend names the first of what it draws as well.
        let is_trend = view == "trend";
        assert_eq!(earlier, if is_trend { &["Nederland: 0,3 tot 1% (2016)."][..] } else { &[] });
    }
}

#[test]
fn a_range_is_refused_beside_a_value_and_without_an_end() {
    for wrong in [
        json!({"value": 1, "lower": 0.5, "upper": 2}),
        json!({"lower": 0.5}),
        json!({"lower": 2, "upper": 1}),
        json!({"lower": 20, "upper": 30, "denominator": 100}),
    ] {
        let mut row = wrong.clone();
        row["region"] = json!("NL01");
        row["period"] = json!(2017);
        let all = refused(range(json!([row]), "%"));
        assert_eq!((all.len(), &*all[0].1, &*all[0].3), (1, "lower, upper", "lower ≤ upper"));
    }
    // Without a value limits are no figure of any other kind.
    let row = json!([{"region": "NL01", "period": 2017, "lower": 1, "upper": 2}]);
    assert_eq!(refused(rows(row, json!({"name": "Proef"})))[0].3, "lower ≤ value ≤ upper");
}

#[test]
fn a_range_of_persons_that_begins_below_the_threshold_is_withheld() {
    let of = |lower: u32| {
        let row = json!([{"region": "NL01", "period": 2017, "lower": lower, "upper": 1700}]);
        told_of(range(row, "kinderen").unwrap(), "number").0
    };
    assert_eq!((&of(10)[0]["status"], &of(10)[0]["upper"]), (&json!("shown"), &json!(1700.0)));
    assert_eq!(of(9)[0]["status"], "withheld");
    assert!(of(9)[0].get("lower").is_none() && of(9)[0].get("upper").is_none());
}

#[test]
fn a_number_of_persons_below_the_threshold_is_withheld_also_as_a_value() {
    for name in ["value", "numerator"] {
        let of = |number: u32| {
            let mut row = json!({"region": "NL01", "period": 2017});
            row[name] = json!(number);
            let described = json!({"name": "Proef", "kind": "count", "source": "Zelf"});
            told_of(rows(json!([row]), described).unwrap(), "number").0
        };
        assert_eq!((&of(10)[0]["status"], &of(10)[0]["value"]), (&json!("shown"), &json!(10.0)));
        assert_eq!(of(9)[0]["status"], "withheld", "{name}");
        assert!(of(9)[0].get("value").is_none() && of(9)[0].get("numerator").is_none());
    }
}
