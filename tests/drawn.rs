// SPDX-License-Identifier: EUPL-1.2
//! Rankings, funnels and maps at any width, of any region: marks lie on the sheet, labels beside each
//! other.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test that fails should stop")]

mod common;

use kansrijke_start::chart::canvas::measure;
use kansrijke_start::data::dataset::Dataset;
use kansrijke_start::figure::Figure;
use kansrijke_start::markup::{Element, Node};
use kansrijke_start::request::Request;
use proptest::prelude::*;
use std::sync::OnceLock;

const INDICATORS: [&str; 6] = [
    "tienermoeders",
    "moeders-35-plus",
    "eerste-kinderen",
    "levendgeborenen",
    "nu-niet-zwanger",
    "vaccinatiegraad-2-jaar",
];

fn datasets() -> &'static [Dataset] {
    static DATASETS: OnceLock<Vec<Dataset>> = OnceLock::new();
    DATASETS.get_or_init(|| INDICATORS.iter().map(|id| common::dataset(id).unwrap()).collect())
}

/// Room for the fonts that run wider is no overlap.
const ALLOWANCE: f64 = 1.15;

/// A label's box on the sheet, in pixels, with its text.
type Label = (f64, f64, f64, f64, String);

fn number(element: &Element, name: &str) -> f64 {
    element.attribute(name).and_then(|n| n.parse::<f64>().ok()).unwrap()
}

fn text(element: &Element) -> String {
    element.children.iter().map(text_of).collect()
}

fn text_of(node: &Node) -> String {
    match node {
        Node::Element(element) => text(element),
        Node::Text(text) => text.to_string(),
    }
}

/// Every label and every mark of a picture.
fn walk(element: &Element, labels: &mut Vec<Label>, marks: &mut Vec<(f64, f64, String)>) {
    if element.name == "text" {
        let (x, y) = (number(element, "x") / 10.0, number(element, "y") / 10.0);
        let size = number(element, "font-size") / 10.0;
        let text = text(element);
        let width = match element.attribute("font-weight") {
            Some(_) => measure::bold_width(&text, size),
            None => measure::width(&text, size),
        } / ALLOWANCE;
        let left = match element.attribute("text-anchor") {
            Some("middle") => x - width / 2.0,
            Some("end") => x - width,
            _ => x,
        };
        labels.push((left, y - size * 0.72, left + width, y + size * 0.2, text));
    }
    if common::is_mark(element) {
        let label = element.attribute("aria-label").unwrap().to_string();
        let mut places = common::places(element);
        for child in &element.children {
            if let Node::Element(child) = child {
                places.extend(common::places(child));
            }
        }
        // A mark of words alone is among the labels.
        let has_words = element.children.iter().any(|child| !text_of(child).is_empty());
        assert!(!places.is_empty() || has_words, "{}", element.to_html());
        marks.extend(places.iter().map(|(x, y)| (x / 10.0, y / 10.0, label.clone())));
    }
    for child in &element.children {
        if let Node::Element(child) = child {
            walk(child, labels, marks);
        }
    }
}

/// What is seen of a picture, in order: every stroke, every filled shape and every text with its
/// look, whichever elements they are in.
fn looks(element: &Element) -> Vec<String> {
    let is_mark = |name: &str| ["data-region", "aria-label"].contains(&name);
    let mut looks = Vec::new();
    for child in &element.children {
        let Node::Element(child) = child else { continue };
        let attributes = child.attributes.iter().filter(|(name, _)| *name != "d" && !is_mark(name));
        let look: String =
            attributes.map(|(name, value)| format!("{name}={value} ")).collect::<String>();
        let look = look.replace(" mark ", " ");
        match child.name {
            "g" => looks.extend(self::looks(child)),
            "path" => {
                let data = child.attribute("d").unwrap();
                looks.extend(data.split_inclusive('Z').flat_map(|part| {
                    part.split('M')
                        .filter(|part| !part.is_empty())
                        .map(|part| format!("{look}{part}"))
                }));
            }
            _ => looks.push(format!("{look}{}", text(child))),
        }
    }
    looks
}

/// The texts in the colour of the region asked for.
fn highlighted(element: &Element, texts: &mut String) {
    if element.attribute("class") == Some("label own") {
        texts.push_str(&text(element));
    }
    for child in &element.children {
        if let Node::Element(child) = child {
            highlighted(child, texts);
        }
    }
}

fn check(dataset: &Dataset, attributes: &[(&str, &str)], width: u32) -> Result<(), TestCaseError> {
    let attributes: Vec<(String, String)> =
        attributes.iter().map(|(n, v)| (n.to_string(), v.to_string())).collect();
    let request = common::request(&attributes, width).unwrap();
    let Ok(figure) = Figure::new(dataset, &request) else { return Ok(()) };
    let picture = figure.picture("test").unwrap();
    let height = number(&picture, "height");
    let width = f64::from(width);
    let (mut labels, mut marks) = (Vec::new(), Vec::new());
    walk(&picture, &mut labels, &mut marks);
    prop_assert!(!labels.is_empty(), "{attributes:?}");
    // A picture that comes before its marks can be told apart looks the same.
    let folding = Request { folds: true, ..request.clone() };
    let tree = Figure::new(dataset, &folding).unwrap().tree("test");
    let folded = tree.children.iter().find_map(|child| match child {
        Node::Element(element) if element.name == "svg" => Some(element),
        _ => None,
    });
    let html = folded.unwrap().to_html();
    prop_assert!(!html.contains("aria-label=\"") && !html.contains("data-region="), "{html}");
    prop_assert_eq!(looks(folded.unwrap()), looks(&picture));
    for (x, y, label) in &marks {
        let is_inside = (0.0..=width).contains(x) && (0.0..=height).contains(y);
        prop_assert!(is_inside, "{attributes:?} {width} × {height}: {label} at {x}, {y}");
    }
    for (nth, one) in labels.iter().enumerate() {
        let is_inside = one.0 > -3.0 && one.2 < width + 3.0 && one.1 > -3.0 && one.3 < height + 3.0;
        prop_assert!(is_inside, "{attributes:?} {width} × {height}: {one:?} is cut off");
        for other in labels.iter().skip(nth + 1) {
            let is_apart =
                one.2 <= other.0 || other.2 <= one.0 || one.3 <= other.1 || other.3 <= one.1;
            prop_assert!(is_apart, "{attributes:?} {width}: {one:?} meets {other:?}");
        }
    }
    // The region asked for is named: at its place, or with the reason why it has none.
    let plain = |text: &str| text.to_lowercase().replace(' ', "");
    let json = figure.json();
    let own = plain(json["findings"][0]["name"].as_str().unwrap());
    let mut named = String::new();
    highlighted(&picture, &mut named);
    let is_member = matches!(attributes[2].1.as_str(), "" | "similar") && attributes[1].1 != "NL01";
    prop_assert!(
        !is_member || plain(&named).contains(&own),
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
        within in 0_usize..8,
        view in 0_usize..3,
        is_english in any::<bool>(),
        width in 240_u32..=1200,
    ) {
        let dataset = &datasets()[indicator];
        let own = &dataset.regions[region % dataset.regions.len()].code;
        let parent = dataset.parents(own).first().cloned().unwrap_or_default();
        let within = ["", "", "similar", "PV26", "PV21", "GG2514", &parent, own][within];
        let attributes = [
            ("indicator", INDICATORS[indicator]),
            ("region", own),
            ("within", within),
            ("view", ["ranking", "funnel", "map"][view]),
            ("lang", if is_english { "en" } else { "nl" }),
        ];
        check(dataset, &attributes, width)?;
    }
}
