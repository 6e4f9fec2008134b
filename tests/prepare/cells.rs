// SPDX-License-Identifier: EUPL-1.2
//! What is made of a cell is what the maker makes of it: `tests/node/cells.test.mjs` holds the page to
//! the same list.

use kansrijke_start::prepare::cell::number::{self, Decimal, Refusal};
use kansrijke_start::prepare::cell::sign::{self, Sign};
use kansrijke_start::prepare::cell::when;
use serde_json::{Value, json};

#[test]
fn cells_are_read_as_the_maker_reads_them() {
    let list = include_str!("../cells.json");
    let list: Value = serde_json::from_str(list).expect("JSON");
    let entries = |name: &str| list[name].as_object().expect("an object").clone();
    for (text, expected) in entries("periods") {
        let found =
            when::read(&text).map(|(period, provisional)| json!([period.code(), provisional]));
        assert_eq!(found.unwrap_or(Value::Null), expected, "{text}");
    }
    for (text, expected) in entries("signs") {
        let found = sign::of(&text).map(|sign| match sign {
            Sign::Secret => "secret",
            Sign::Missing => "missing",
            Sign::Either => "either",
        });
        assert_eq!(json!(found), expected, "{text}");
    }
    for case in list["numbers"].as_array().expect("a list") {
        let decimal = match case[1].as_str() {
            Some(",") => Some(Decimal::Comma),
            Some(_) => Some(Decimal::Point),
            None => None,
        };
        let found = match number::read(case[0].as_str().expect("a text"), decimal) {
            Ok(number) => json!(number),
            Err(Refusal::Ambiguous) => json!("open"),
            Err(Refusal::NotANumber) => Value::Null,
        };
        let expected = case[2].as_f64().map_or(case[2].clone(), |number| json!(number));
        assert_eq!(found, expected, "{case}");
    }
}
