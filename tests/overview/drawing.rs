// SPDX-License-Identifier: EUPL-1.2
//! Whatever the figures and the width, everything lies on the sheet.

use crate::common;
use crate::made_up::{Cell, dataset};
use kansrijke_start::data::dataset::Dataset;
use kansrijke_start::figure::Figure;
use kansrijke_start::markup::{Element, Node};
use proptest::prelude::*;

/// Everything in `element` lies on a sheet of this size, and its marks have what readers need.
fn assert_inside(element: &Element, width: f64, height: f64) {
    let number = |name: &str| element.attribute(name).and_then(|v| v.parse::<f64>().ok());
    let inside = |x: f64, y: f64| {
        let fits = (-15.0..=width + 15.0).contains(&x) && (-15.0..=height + 15.0).contains(&y);
        assert!(fits, "{x} {y} is not on {width} {height}: {}", element.to_html());
    };
    for (x, y) in common::places(element) {
        inside(x, y);
    }
    if let (Some(x), Some(y)) = (number("x"), number("y")) {
        inside(x, y);
    }
    if common::is_mark(element) {
        assert!(element.attribute("aria-label").is_some_and(|label| label.contains(": ")));
        assert!(element.attribute("data-region").is_some());
        // The names of a heat map may stand above what they are of.
        if let Some(y) = number("data-y") {
            inside(0.0, y);
        }
    }
    for child in &element.children {
        if let Node::Element(child) = child {
            assert_inside(child, width, height);
        }
    }
}

/// How many marks a view has, all of them on the sheet.
fn marks(dataset: &Dataset, attributes: &[(&str, &str)], width: u32) -> usize {
    let attributes: Vec<(String, String)> =
        attributes.iter().map(|(n, v)| ((*n).to_string(), (*v).to_string())).collect();
    let request = common::request(&attributes, width).unwrap();
    let picture = Figure::new(dataset, &request).unwrap().picture("id").unwrap();
    let mut size = picture.attribute("viewBox").unwrap().split(' ').skip(2);
    let mut side = || size.next().unwrap().parse::<f64>().unwrap();
    let (width, height) = (side(), side());
    assert_inside(&picture, width, height);
    picture.to_html().matches("data-region=").count()
}

fn cell() -> impl Strategy<Value = Cell> {
    prop_oneof![
        6 => (10_u32..400, 0_u32..4000).prop_map(|(x, rest)| Cell::Counts(x, x + 10 + rest)),
        1 => Just(Cell::Status("withheld")),
        1 => Just(Cell::Status("missing")),
        1 => Just(Cell::Status("border-change")),
        1 => Just(Cell::Empty),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]

    #[test]
    fn whatever_the_figures_and_the_width(
        cells in prop::collection::vec(prop::collection::vec(cell(), 1..40), 1..24),
        width in 240_u32..1200,
        own in 9901_u32..9941,
        sort in prop::option::of(0_u32..30),
    ) {
        // A country without any figure has no chart.
        let is_shown = |cell: &Cell| matches!(cell, Cell::Counts(..));
        prop_assume!(cells.iter().flatten().any(is_shown));
        let towns = cells.iter().map(Vec::len).max().unwrap_or_default() as u32;
        let data = dataset(&cells);
        let own = format!("GM{}", own.min(9900 + towns));
        let sort = sort.map(|n| format!("proef-{n}")).unwrap_or_default();
        let rows = marks(&data, &[("view", "heatmap"), ("region", &own), ("sort", &sort)], width);
        // Every town, and the reader's own at the top as well.
        prop_assert_eq!(rows, towns as usize + 1);
        let rows = marks(&data, &[("view", "profile"), ("region", &own)], width);
        prop_assert!(rows <= cells.len());
    }
}

#[test]
fn shipped_regions_of_all_sorts_at_all_widths() {
    let dataset = common::dataset("").unwrap();
    // All sorts of regions, the smallest and the largest municipality among them.
    let codes = ["GM0096", "GM0599", "GM0344", "GM0060"];
    let is_tried =
        |nth: usize, code: &str| nth < 20 || nth.is_multiple_of(7) || codes.contains(&code);
    for (nth, region) in dataset.regions.iter().enumerate() {
        if !is_tried(nth, &region.code) {
            continue;
        }
        let width = 240 + (nth as u32 * 37) % 960;
        assert!(marks(&dataset, &[("view", "profile"), ("region", &region.code)], width) > 0);
    }
    for within in ["NL01", "PV26", "GG2514", "similar"] {
        for width in [240, 288, 320, 640, 1200] {
            let attributes = [("view", "heatmap"), ("region", "Leiden"), ("within", within)];
            assert!(marks(&dataset, &attributes, width) > 0);
        }
    }
}

#[test]
fn a_region_from_elsewhere_stands_above_the_members() {
    let attributes = |region: &str, within: &str| {
        [("view", "heatmap"), ("region", region), ("within", within)]
            .map(|(name, value)| (name.to_string(), value.to_string()))
    };
    let dataset = common::dataset("").unwrap();
    let drawn = |region: &str, within: &str| {
        let request = common::request(&attributes(region, within), 640).unwrap();
        let figure = Figure::new(&dataset, &request).unwrap();
        let said = figure.sentences().join(" ");
        (figure.picture("id").unwrap().to_html(), figure.tree("id").to_html(), said)
    };
    let own = "data-region=\"GM0344\"";
    // Twice where it is a member, once where it is not, each time first; nothing of the rest moves.
    let (member, _, _) = drawn("Utrecht", "PV26");
    assert_eq!(member.matches(own).count(), 2);
    let (guest, page, said) = drawn("Utrecht", "PV28");
    assert_eq!(guest.matches(own).count(), 1);
    let (home, _, _) = drawn("Gouda", "PV28");
    assert_eq!(guest.matches("data-region=").count(), home.matches("data-region=").count());
    assert!(guest.find(own) < guest.find("data-region=\"GM0482\""), "its row is not the first");
    assert!(said.contains("Voor Utrecht: 1 keer gunstiger"), "{said}");
    let rows = page.split("<tbody>").nth(1).unwrap();
    assert!(rows.starts_with("<tr><th scope=\"row\">Utrecht</th>"), "{rows:.80}");
    // Only members are counted: the same numbers with either.
    let counts = |said: &str| {
        said.split_once("vergelijkingen: ").unwrap().1.chars().take(40).collect::<String>()
    };
    assert_eq!(counts(&said), counts(&drawn("Gouda", "PV28").2));
    // The benchmark has no row: it is what all others are compared with.
    assert_eq!(drawn("NL01", "PV28").0.matches("data-region=\"NL01\"").count(), 0);
}
