// SPDX-License-Identifier: EUPL-1.2
//! The views of many indicators: no sentence, order, position, spread, count or file tells.

use crate::support::fixture::{Cell, Fixture, Indicator};
use crate::support::outputs::{everything, small};
use kansrijke_start::data::comparators::Chosen;
use kansrijke_start::data::dataset::Dataset;
use kansrijke_start::json::Value;
use proptest::prelude::*;

/// Everything that can come out of both views, in one text: of the town whose figure is withheld
/// and of another one beside it, in the order by the indicator in question.
fn outputs(dataset: &Dataset) -> String {
    let mut all = String::new();
    for (view, region, width) in [
        ("profile", "GM9901", 640),
        ("profile", "GM9904", 288),
        ("heatmap", "GM9901", 640),
        ("heatmap", "NL01", 288),
        ("story", "GM9901", 640),
        ("story", "GM9904", 288),
    ] {
        for language in ["nl", "en"] {
            let chosen = ["neighbours", "peers"].into_iter().filter(|_| region == "GM9901");
            for within in ["NL01", "similar"].into_iter().chain(chosen) {
                let attributes = [
                    ("view", view),
                    ("region", region),
                    ("lang", language),
                    ("within", within),
                    ("sort", "proef-0"),
                ];
                all += &everything(dataset, &attributes, width);
            }
        }
    }
    all
}

/// Eight towns by three indicators; the first town's cell of the first indicator is given.
fn file(hidden: Cell) -> Dataset {
    let towns = (1..=8).map(|nth| format!("GM990{nth}"));
    let regions: Vec<String> = towns.chain(["NL01".to_string()]).collect();
    let regions: Vec<&str> = regions.iter().map(String::as_str).collect();
    let mut fixture = Fixture::new("share", &regions, 2015..=2015);
    let indicators = [("proef-0", "lower"), ("proef-1", "higher"), ("proef-2", "context")];
    fixture.indicators = indicators
        .map(|(id, direction)| Indicator { direction, ..Indicator::new(id, "share") })
        .into();
    let mut dataset =
        fixture.dataset(|indicator, region, _| match (indicator as u32, region as u32) {
            (0, 0) => hidden,
            (_, 8) => Cell::counts(12_000, 100_000),
            (n, town) => Cell::counts(40 + 17 * town + 5 * n, 500 + 90 * town),
        });
    dataset.chosen = Chosen::read(&Value::from(BESIDE));
    assert!(dataset.chosen.is_some());
    dataset
}

/// The town whose figure is withheld, beside some others.
const BESIDE: &str = "GM9901 GM9902 GM9905\nde stad en die\nZo gekozen.\n";

proptest! {
    #![proptest_config(ProptestConfig::with_cases(12))]

    #[test]
    fn no_byte_changes_with_a_number_that_should_not_be_there(one in small(0..5000), other in small(0..5000)) {
        prop_assume!(one.1 > 0 && other.1 > 0);
        let with = |(x, n)| outputs(&file(Cell::counts(x, n)));
        prop_assert_eq!(with(one), with(other));
    }
}

#[test]
fn withheld_and_missing_are_told_apart_in_every_form() {
    let [withheld, missing] =
        ["withheld", "missing"].map(|status| outputs(&file(Cell::status(status))));
    assert_ne!(withheld, missing);
    assert!(withheld.contains("te weinig kinderen om te tonen"));
    assert!(!missing.contains("te weinig kinderen om te tonen"));
    // A number that is there changes what is said: the comparison of bytes above is not idle.
    let other = |x| outputs(&file(Cell::counts(x, 700)));
    assert_ne!(other(60), other(61));
}
