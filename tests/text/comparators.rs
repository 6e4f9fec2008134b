// SPDX-License-Identifier: EUPL-1.2
//! A region beside its neighbours or its peers: what is said of them, and what of a region of which
//! nothing is known by which to choose.

use crate::support::fixture::{Cell, Fixture};
use crate::support::request;
use kansrijke_start::data::comparators::Chosen;
use kansrijke_start::data::dataset::Dataset;
use kansrijke_start::error::Error;
use kansrijke_start::figure::Figure;
use kansrijke_start::json::Value;
use kansrijke_start::request::Language;
use kansrijke_start::text::words::comparators::ComparatorWords;

/// Four towns, the first beside these, with these figures; and a country, if it has one.
fn file(beside: &str, cells: [Cell; 4], country: Cell) -> Dataset {
    let codes = ["GM9901", "GM9902", "GM9903", "GM9904", "NL01"];
    let mut dataset = Fixture::new("share", &codes, 2015..=2015)
        .dataset(|_, region, _| cells.get(region).copied().unwrap_or(country));
    let chosen = format!("GM9901 {beside}\nZulk en die erbij horen\nZo gekozen.\n");
    dataset.chosen = Chosen::read(&Value::Text(chosen));
    dataset
}

fn many() -> Cell {
    Cell::counts(40, 500)
}

fn drawn(dataset: &Dataset, region: &str, within: &str, view: &str) -> Result<String, Error> {
    let asked = [("indicator", "proef"), ("region", region), ("within", within), ("view", view)];
    let request = request(&asked, 640).unwrap();
    Figure::new(dataset, &request).map(|figure| figure.tree("proef").to_html())
}

#[test]
fn they_stand_there_with_how_they_were_chosen() {
    let dataset = file("GM9902 GM9903", [many(); 4], Cell::counts(9000, 100_000));
    for within in ["neighbours", "peers"] {
        for view in ["ranking", "funnel", "heatmap"] {
            let html = drawn(&dataset, "GM9901", within, view).unwrap();
            assert!(html.contains("Zulk en die erbij horen") && html.contains("Zo gekozen."));
            assert!(html.contains("GM9903") && !html.contains("GM9904"), "{html}");
        }
    }
}

#[test]
fn a_region_of_which_nothing_is_known_has_none() {
    let dataset = file("GM9902", [many(); 4], Cell::counts(9000, 100_000));
    let mut without = dataset.clone();
    without.chosen = None;
    for (dataset, region) in [(&dataset, "GM9902"), (&dataset, "NL01"), (&without, "GM9901")] {
        for view in ["ranking", "heatmap"] {
            let refused = drawn(dataset, region, "neighbours", view);
            let is_refused = matches!(refused, Err(Error::UnknownRegion { .. }));
            assert!(is_refused, "{region} {view}: {refused:?}");
        }
        assert!(drawn(dataset, region, "NL01", "ranking").is_ok());
    }
}

#[test]
fn those_of_whom_nothing_may_be_said_are_no_figure() {
    let country = Cell::counts(9000, 100_000);
    let none = Cell::status("missing");
    let few = Cell::counts(3, 500);
    for view in ["ranking", "heatmap"] {
        let missing = file("GM9902", [none, none, many(), many()], country);
        let refused = drawn(&missing, "GM9901", "neighbours", view);
        assert!(matches!(refused, Err(Error::NoFigures { .. })), "{view}: {refused:?}");
    }
    let withheld = file("GM9902", [few, few, many(), many()], country);
    let refused = drawn(&withheld, "GM9901", "neighbours", "ranking");
    assert!(matches!(refused, Err(Error::AllWithheld { .. })), "{refused:?}");
}

#[test]
fn no_mean_is_made_of_them() {
    let without = file("GM9902 GM9903", [many(); 4], Cell::status("missing"));
    for within in ["neighbours", "peers"] {
        let refused = drawn(&without, "GM9901", within, "funnel");
        assert!(matches!(refused, Err(Error::NoFunnel { .. })), "{within}: {refused:?}");
    }
    assert!(drawn(&without, "GM9901", "NL01", "funnel").is_ok());
}

#[test]
fn words_fit_how_many_there_are() {
    let words = ComparatorWords::of(Language::Dutch);
    assert_eq!(words.name_with_neighbours("Utrecht", 9), "Utrecht en de 9 buurgemeenten");
    assert_eq!(words.name_with_neighbours("Urk", 1), "Urk en de enige buurgemeente");
    assert_eq!(words.name_with_neighbours("Texel", 0), "Texel, zonder buurgemeenten");
    assert_eq!(
        words.neighbours("Texel", false, Some("CBS")),
        "Texel grenst aan geen andere gemeente."
    );
    assert_eq!(
        words.peer("Delft", "Leiden", &[0, 1], &[(2, false), (4, true)]),
        "Delft lijkt op Leiden in inwoners en inwoners per km², en heeft naar verhouding minder jonge \
         kinderen en naar verhouding meer eenoudergezinnen."
    );
}
