// SPDX-License-Identifier: EUPL-1.2
//! Maps within borders: what is named on them at which width, and what lies where.

use crate::support::{svg, with_figure};
use std::collections::BTreeSet;

/// The names on a map, outside its legend, which names regions with what they are and counts.
fn named(within: &str, region: &str, width: u32) -> BTreeSet<String> {
    let attributes =
        [("indicator", "tienermoeders"), ("region", region), ("within", within), ("view", "map")];
    with_figure(&attributes, width, |figure| {
        let picture = figure.picture("map").unwrap();
        let over = svg::elements(&picture)
            .into_iter()
            .find(|element| element.attribute("pointer-events") == Some("none"));
        svg::labels(over.unwrap()).into_iter().map(|label| label.text).collect()
    })
}

#[test]
fn municipalities_of_an_area_are_named_at_every_width() {
    for (within, region, least) in [("PV26", "Utrecht", 6), ("PV31", "Maastricht", 6)] {
        for width in [288, 320, 640, 1200] {
            let names = named(within, region, width);
            assert!(names.contains(region), "{width}: {names:?}");
            assert!(names.len() >= least, "{within} {width}: {names:?}");
        }
    }
}

#[test]
fn provinces_and_large_cities_of_the_country_are_named() {
    for width in [640, 1200] {
        let names = named("", "Utrecht", width);
        for name in ["Amsterdam", "Den Haag", "Utrecht", "Groningen", "Maastricht"] {
            assert!(names.contains(name), "{name}: {names:?}");
        }
        for province in ["Fryslân", "Gelderland", "Limburg", "Zeeland", "Drenthe"] {
            assert!(names.contains(province), "{province}: {names:?}");
        }
        assert!(names.len() >= 20, "{names:?}");
    }
    let narrow = named("", "Rotterdam", 320);
    assert!(narrow.contains("Rotterdam") && narrow.contains("Amsterdam"), "{narrow:?}");
}

#[test]
fn an_area_that_is_drawn_alone_shows_where_it_lies() {
    // Below the map's key, or in a corner of it where nothing lies.
    for (within, has_locator) in [("PV26", true), ("GG7206", true), ("", false)] {
        let attributes = [("indicator", "tienermoeders"), ("within", within), ("view", "map")];
        with_figure(&attributes, 640, |figure| {
            let picture = figure.picture("map").unwrap();
            let areas = svg::elements(&picture).into_iter();
            let mut small = areas.filter(|element| {
                svg::has_class(element, "area") && svg::has_class(element, "muted")
            });
            assert_eq!(small.next().is_some(), has_locator, "{within}");
        });
    }
}
