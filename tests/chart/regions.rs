// SPDX-License-Identifier: EUPL-1.2
//! Rankings, funnels and maps at any width, of any region: marks lie on the canvas, labels apart.

use crate::support::svg::{self, Label, Point};
use crate::support::{dataset, dataset_of, request, with_figure};
use kansrijke_start::data::dataset::Dataset;
use kansrijke_start::figure::Figure;
use kansrijke_start::markup::Element;
use kansrijke_start::request::Request;
use proptest::prelude::*;

const INDICATORS: [&str; 6] = [
    "tienermoeders",
    "moeders-35-plus",
    "eerste-kinderen",
    "levendgeborenen",
    "nu-niet-zwanger",
    "vaccinatiegraad-2-jaar",
];

/// Every point of the marks of a picture, with the name of its mark.
fn marks(picture: &Element) -> Vec<(Point, &str)> {
    let mut marks = Vec::new();
    for mark in svg::marks(picture) {
        let name = mark.attribute("aria-label").unwrap();
        let points: Vec<Point> = svg::elements(mark).into_iter().flat_map(svg::points).collect();
        // A mark of words alone is among the labels.
        assert!(!points.is_empty() || !svg::text(mark).is_empty(), "{}", mark.to_html());
        marks.extend(points.into_iter().map(|point| (point, name)));
    }
    marks
}

fn check(dataset: &Dataset, attributes: &[(&str, &str)], width: u32) -> Result<(), TestCaseError> {
    let request = request(attributes, width).unwrap();
    let Ok(figure) = Figure::new(dataset, &request) else { return Ok(()) };
    let picture = figure.picture("test").unwrap();
    let height = svg::number(&picture, "height");
    let width = f64::from(width);
    let labels = svg::labels(&picture);
    prop_assert!(!labels.is_empty(), "{attributes:?}");
    // A picture whose marks are not interactive yet looks the same.
    let deferring = Request { deferred: true, ..request.clone() };
    let deferring = Figure::new(dataset, &deferring).unwrap();
    let (tree, redrawn) = (deferring.tree("test"), deferring.redrawn("test"));
    let of = |tree, name| svg::children(tree).find(|child| child.name == name);
    let deferred = of(&tree, "svg").unwrap();
    let html = deferred.to_html();
    prop_assert!(!html.contains("aria-label=\"") && !html.contains("data-region="), "{html}");
    prop_assert_eq!(svg::looks(deferred), svg::looks(of(&redrawn, "svg").unwrap()));
    prop_assert_eq!(of(&tree, "ul"), of(&redrawn, "ul"));
    // Its legend stands in the page, and says what it says in a picture that leaves the page.
    let letters = |element| svg::text(element).replace(char::is_whitespace, "");
    let within = letters(&picture);
    for entry in of(&redrawn, "ul").into_iter().flat_map(svg::children) {
        let said = letters(entry);
        prop_assert!(within.contains(&said), "{attributes:?} {width}: no {said} in {within}");
    }
    for ((x, y), name) in marks(&picture) {
        let is_inside = (0.0..=width).contains(&x) && (0.0..=height).contains(&y);
        prop_assert!(is_inside, "{attributes:?} {width} × {height}: {name} at {x}, {y}");
    }
    let is_inside = |label: &Label| {
        label.left > -3.0
            && label.right < width + 3.0
            && label.top > -3.0
            && label.bottom < height + 3.0
    };
    for (nth, one) in labels.iter().enumerate() {
        prop_assert!(is_inside(one), "{attributes:?} {width} × {height}: {one:?} is cut off");
        for other in labels.iter().skip(nth + 1) {
            prop_assert!(one.is_apart_from(other), "{attributes:?} {width}: {one:?} {other:?}");
        }
    }
    // The region asked for is named: at its place, or with the reason why it has none.
    let plain = |text: &str| text.to_lowercase().replace(' ', "");
    let json = figure.json();
    let own = plain(json["findings"][0]["name"].as_str().unwrap());
    let own_labels = labels.iter().filter(|label| label.role == "own");
    let named: String = own_labels.map(|label| label.text.as_str()).collect();
    // Where a funnel is narrower than a long name is, only its sentence says it.
    let is_too_narrow = attributes.contains(&("view", "funnel")) && width < 256.0;
    let is_member = matches!(attributes[2].1, "" | "similar" | "neighbours" | "peers")
        && attributes[1].1 != "NL01";
    prop_assert!(
        !is_member || is_too_narrow || plain(&named).contains(&own),
        "{attributes:?} {width}: {own} in {named}"
    );
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn labels_stand_apart_and_marks_on_the_sheet(
        indicator in 0..INDICATORS.len(),
        region in 0_usize..380,
        within in 0_usize..10,
        view in 0_usize..4,
        is_english in any::<bool>(),
        width in 240_u32..=1200,
    ) {
        let dataset = dataset(INDICATORS[indicator]).unwrap();
        let own = &dataset.regions[region % dataset.regions.len()].code;
        let parent = dataset.parents(own).first().cloned().unwrap_or_default();
        let scopes =
            ["", "", "similar", "neighbours", "peers", "PV26", "PV21", "GG2514", &parent, own];
        let within = scopes[within];
        let attributes = [
            ("indicator", INDICATORS[indicator]),
            ("region", own),
            ("within", within),
            ("view", ["ranking", "funnel", "map", "map"][view]),
            ("map", if view == 3 { "tiles" } else { "" }),
            ("lang", if is_english { "en" } else { "nl" }),
        ];
        let dataset = dataset_of(&request(&attributes, width).unwrap()).unwrap();
        check(dataset, &attributes, width)?;
    }
}

#[test]
fn the_own_name_stands_apart_from_the_name_beyond_the_axis() {
    // Where it found no room it stood in the corner in which Amsterdam's 9,673 is told.
    let of = |region| {
        [("indicator", "levendgeborenen"), ("region", region), ("within", ""), ("view", "ranking")]
    };
    for region in ["Utrecht", "Rotterdam", "'s-Gravenhage", "Eindhoven"] {
        let dataset = dataset("levendgeborenen").unwrap();
        for width in (240..=1200).step_by(40) {
            check(dataset, &of(region), width).unwrap();
        }
    }
}

#[test]
fn a_region_beyond_the_axis_has_a_sign_that_no_verdict_has() {
    // Goirle, 37.8: an arrow of its size would be one more triangle of "hoger".
    for width in [288, 640, 1160] {
        with_figure(
            &[("indicator", "tienermoeders"), ("region", "Utrecht"), ("view", "ranking")],
            width,
            |figure| {
                let picture = figure.picture("test").unwrap();
                let lines = svg::elements(&picture).into_iter().filter(|element| {
                    svg::has_class(element, "line") && svg::has_class(element, "worse")
                });
                let strokes: Vec<Vec<Point>> = lines.flat_map(svg::strokes_of).collect();
                let chevrons = strokes.iter().filter(|stroke| stroke.len() == 3).count();
                assert_eq!(chevrons, 2, "{width}: {strokes:?}");
                if width > 600 {
                    // Of the 33 municipalities that are higher all but Goirle, and the legend's.
                    assert_eq!(svg::strokes(&picture, "area worse").len(), 33, "{width}");
                }
            },
        );
    }
}

#[test]
fn a_stabilised_figure_stands_beside_each_own_one() {
    // Rows, columns, columns with one beyond the axis; the third differ by no more than chance. On a map
    // and in a profile some have no figure of their own, and so no other.
    for (view, indicator, within, widths, least) in [
        ("ranking", "tienermoeders", "PV26", [320, 640], 12),
        ("ranking", "tienermoeders", "", [640, 1200], 170),
        ("ranking", "moeders-35-plus", "peers", [320, 1000], 16),
        ("map", "tienermoeders", "PV26", [320, 1000], 12),
        ("profile", "", "", [320, 1000], 8),
    ] {
        for width in widths {
            let asked = [
                ("indicator", indicator),
                ("region", "GM0344"),
                ("within", within),
                ("view", view),
            ];
            let mut request = request(&asked, width).unwrap();
            let drawn = |request: &Request| {
                let dataset = dataset_of(request).unwrap();
                let figure = Figure::new(dataset, request).unwrap();
                let picture = figure.picture("proef").unwrap();
                let marks = svg::marks(&picture).into_iter();
                let label = |mark: &Element| mark.attribute("aria-label").unwrap().to_string();
                let labels = marks.map(label).collect::<Vec<_>>();
                let is_dot =
                    |e: &&Element| e.attribute("class").is_some_and(|c| c.starts_with("dot text"));
                (labels, svg::elements(&picture).into_iter().filter(is_dot).count())
            };
            let (without, dots_before) = drawn(&request);
            request.insight = true;
            let (with, dots) = drawn(&request);
            assert_eq!(with.len(), without.len());
            let mut modelled = 0;
            for (with, without) in with.iter().zip(&without) {
                // The own figure, its verdict and its place in the order stay as they are.
                let Some((own, model)) = with.split_once("; geschat met een model: ") else {
                    assert_eq!(with, without);
                    assert!(
                        view != "ranking" && (view == "profile" || !with.contains("marge")),
                        "{with}"
                    );
                    continue;
                };
                assert_eq!(own, without);
                assert!(
                    own.contains("marge") && model.ends_with(')') && model.contains(" tot "),
                    "{with}"
                );
                modelled += 1;
            }
            assert!(modelled >= least, "{modelled} in a {view}");
            // Areas of a map are no dots; the legend has one.
            assert_eq!(dots > dots_before, view != "map", "{view} at {width}");
        }
    }
}
