// SPDX-License-Identifier: EUPL-1.2
//! A withheld number leaves no trace: in no sentence, order, position, spread, count or file.

use crate::common::outputs::{everything, small};
use crate::made_up::{Cell, dataset};
use kansrijke_start::data::dataset::Dataset;
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
    ] {
        for language in ["nl", "en"] {
            for within in ["NL01", "similar"] {
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
    let shown = |n: u32, town: u32| Cell::Counts(40 + 17 * town + 5 * n, 500 + 90 * town);
    let mut cells: Vec<Vec<Cell>> =
        (0..3).map(|n| (0..8).map(|town| shown(n, town)).collect()).collect();
    cells[0][0] = hidden;
    dataset(&cells)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(12))]

    #[test]
    fn no_byte_changes_with_a_number_that_should_not_be_there(one in small(0..5000), other in small(0..5000)) {
        prop_assume!(one.1 > 0 && other.1 > 0);
        let with = |(x, n)| outputs(&file(Cell::Counts(x, n)));
        prop_assert_eq!(with(one), with(other));
    }
}

#[test]
fn withheld_and_missing_are_told_apart_in_every_form() {
    let [withheld, missing] =
        ["withheld", "missing"].map(|status| outputs(&file(Cell::Status(status))));
    assert_ne!(withheld, missing);
    assert!(withheld.contains("te weinig kinderen om te tonen"));
    assert!(!missing.contains("te weinig kinderen om te tonen"));
    // A number that is there changes what is said: the comparison of bytes above is not idle.
    let other = |x| outputs(&file(Cell::Counts(x, 700)));
    assert_ne!(other(60), other(61));
}
