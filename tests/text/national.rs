// SPDX-License-Identifier: EUPL-1.2
//! A subject of which only the country has figures says so of every other region.

use crate::support::figures;
use crate::support::published::Published;
use crate::support::{dataset_of, request, with_figure};
use kansrijke_start::error::Error;
use kansrijke_start::figure::Figure;
use std::collections::BTreeSet;

const SAID: [(&str, &str); 2] = [
    ("nl", "Voor Utrecht is er geen cijfer, alleen voor heel Nederland."),
    ("en", "There is no figure for Utrecht, only for the Netherlands as a whole."),
];

/// The regions of which the shipped file of an indicator has a number, or says that it has one and
/// does not show it.
fn told(published: &Published) -> BTreeSet<&str> {
    let measures = &published.measures;
    let of = |region: usize, period: usize| {
        measures.iter().any(|m| published.number(0, m, region, period).is_some())
            || published.status(0, region, period).is_some_and(|status| status != "missing")
    };
    let regions = published.regions.iter().enumerate();
    let told = regions.filter(|(r, _)| (0..published.periods.len()).any(|p| of(*r, p)));
    told.map(|(_, code)| code.as_str()).collect()
}

#[test]
fn only_the_country_has_figures_is_said_where_it_is_so() {
    let mut national = 0;
    for entry in std::fs::read_dir(figures().join("indicator")).unwrap() {
        let path = entry.unwrap().path();
        let id = path.file_stem().unwrap().to_str().unwrap();
        let published = Published::read(id);
        let told = told(&published);
        if told.is_empty() {
            continue;
        }
        let is_national = told == BTreeSet::from(["NL01"]);
        national += usize::from(is_national);
        for (lang, said) in SAID {
            for view in ["number", "trend", "compare"] {
                let tag = [("indicator", id), ("region", "GM0344"), ("view", view), ("lang", lang)];
                let request = request(&tag, 640).unwrap();
                // Of neither the municipality nor the country there may be any.
                match Figure::new(dataset_of(&request).unwrap(), &request) {
                    Ok(figure) => {
                        let text = figure.sentences().join(" ");
                        assert_eq!(text.contains(said), is_national, "{tag:?}: {text}");
                    }
                    Err(error) => {
                        assert!(matches!(error, Error::NoFigures { .. }), "{tag:?}: {error:?}");
                        assert!(!is_national, "{tag:?}");
                    }
                }
            }
        }
        if !told.contains("NL01") {
            continue;
        }
        let tag = [("indicator", id), ("region", "NL01")];
        let text = with_figure(&tag, 640, |figure| figure.sentences().join(" "));
        assert!(!text.contains("alleen voor heel Nederland"), "{id}: {text}");
    }
    assert!(national > 5, "{national} of the shipped subjects are national");
}
