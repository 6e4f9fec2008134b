// SPDX-License-Identifier: EUPL-1.2
//! Factsheets: no sentence, table, picture, list or line for machines tells what is withheld.

use crate::support::fixture::{Cell, Fixture, Indicator};
use crate::support::outputs::small;
use kansrijke_start::data::dataset::Dataset;
use kansrijke_start::factsheet::page::Page;
use kansrijke_start::factsheet::setting::{Setting, Styling};
use kansrijke_start::factsheet::template::Template;
use kansrijke_start::indicator::edition::Edition;
use kansrijke_start::request::Language;
use proptest::prelude::*;
use std::collections::BTreeMap;

const IDS: [&str; 3] = ["proef-0", "proef-1", "proef-2"];

/// Pages of the town whose last cell of the first indicator is given, of another, and of the country.
fn pages(hidden: Cell) -> String {
    let mut fixture = Fixture::new("share", &["GM9901", "GM9902", "NL01"], 2013..=2015);
    let indicators = IDS.into_iter().zip(["lower", "higher", "context"]);
    fixture.indicators = indicators
        .map(|(id, direction)| Indicator { direction, ..Indicator::new(id, "share") })
        .collect();
    let dataset: Dataset = fixture.dataset(|indicator, region, year| {
        match (indicator as u32, region as u32, year as u32) {
            (0, 0, 2) => hidden,
            (_, 2, _) => Cell::counts(12_000, 100_000),
            (n, town, year) => Cell::counts(40 + 17 * town + 5 * n + year, 500 + 90 * town),
        }
    });
    let text = format!(
        "[[section]]\nheading = {{ nl = \"Proef\", en = \"Test\" }}\n\
         indicators = {IDS:?}\ntrends = {IDS:?}\n"
    );
    let template = Template::parse("proef.toml", &text, |id| IDS.contains(&id)).unwrap();
    let indicators: BTreeMap<String, Dataset> =
        IDS.map(|id| (id.to_string(), dataset.clone())).into();
    let edition = Edition::parse("2026-11-28");
    let mut all = String::new();
    for language in [Language::Dutch, Language::English] {
        let setting = Setting {
            template: &template,
            logo: None,
            indicators: &indicators,
            language,
            edition: edition.as_ref(),
            base: None,
            styling: Styling::Beside,
            has_pdf: false,
        };
        for region in ["GM9901", "GM9902", "NL01"] {
            all += &Page::of(&setting, &dataset, region).unwrap().html;
        }
    }
    all
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(12))]

    #[test]
    fn no_byte_changes_with_a_number_that_should_not_be_there(one in small(0..5000), other in small(0..5000)) {
        prop_assume!(one.1 > 0 && other.1 > 0);
        let with = |(x, n)| pages(Cell::counts(x, n));
        prop_assert_eq!(with(one), with(other));
    }
}

#[test]
fn withheld_and_missing_are_told_apart_and_a_number_leaves_its_trace() {
    let of = |status| pages(Cell::status(status));
    assert_ne!(of("withheld"), of("missing"));
    assert_ne!(pages(Cell::counts(60, 700)), pages(Cell::counts(61, 700)));
}

#[test]
fn a_region_whose_figures_are_all_withheld_says_so_and_no_more() {
    let with = |x| {
        let fixture = Fixture::new("share", &["GM9901", "NL01"], 2015..=2015);
        let dataset = fixture.dataset(|_, region, _| match region {
            0 => Cell::counts(x, 300),
            _ => Cell::counts(12_000, 100_000),
        });
        let text = "[[section]]\nheading = { nl = \"P\", en = \"T\" }\nindicators = [\"proef\"]\n";
        let template = Template::parse("proef.toml", text, |_| true).unwrap();
        let indicators = BTreeMap::from([("proef".to_string(), dataset.clone())]);
        let setting = Setting {
            template: &template,
            logo: None,
            indicators: &indicators,
            language: Language::Dutch,
            edition: None,
            base: None,
            styling: Styling::Within,
            has_pdf: false,
        };
        Page::of(&setting, &dataset, "GM9901").unwrap().html
    };
    assert_eq!(with(3), with(9));
    assert!(with(3).contains("te weinig kinderen om te tonen"));
    assert!(with(3).contains("Niet getoond: het gaat om te weinig kinderen of ouders."));
    assert_ne!(with(9), with(30));
}
