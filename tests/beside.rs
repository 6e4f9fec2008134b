// SPDX-License-Identifier: EUPL-1.2
//! Regions beside each other: every mark tells how its region compares, words instead of a figure
//! are not crossed by lines, and numbers of persons that are left out are said to be.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test that fails should stop"
)]

mod common;

use kansrijke_start::figure::Figure;
use kansrijke_start::markup::{Element, Node};
use serde_json::Value;

fn with_figure<T>(attributes: &[(&str, &str)], width: u32, see: impl FnOnce(&Figure) -> T) -> T {
    let attributes: Vec<(String, String)> =
        attributes.iter().map(|(name, value)| (name.to_string(), value.to_string())).collect();
    let request = common::request(&attributes, width).unwrap();
    let dataset = common::dataset(&request.indicator).unwrap();
    see(&Figure::new(&dataset, &request).unwrap())
}

fn elements<'e>(element: &'e Element, all: &mut Vec<&'e Element>) {
    all.push(element);
    for child in &element.children {
        if let Node::Element(child) = child {
            elements(child, all);
        }
    }
}

fn text(element: &Element) -> String {
    let said = element.children.iter().map(|child| match child {
        Node::Element(child) => text(child),
        Node::Text(said) => said.to_string(),
    });
    said.collect()
}

/// The labels of the marks by region.
fn labels(figure: &Figure) -> Vec<(String, String)> {
    let tree = figure.tree("beside");
    let mut all = Vec::new();
    elements(&tree, &mut all);
    let attribute = |e: &Element, name| e.attribute(name).map(str::to_string);
    let label = |e: &&Element| Some((attribute(e, "data-region")?, attribute(e, "aria-label")?));
    all.iter().filter(|e| common::is_mark(e)).filter_map(label).collect()
}

/// The published counts of 2015, by region.
fn counts(id: &str, code: &str) -> Option<(f64, f64)> {
    let path = common::figures().join(format!("indicator/{id}.json"));
    let file: Value = serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap();
    let names = |dimension: &str| -> Vec<String> {
        serde_json::from_value(
            file.pointer(&format!("/dimension/{dimension}/category/index")).unwrap().clone(),
        )
        .unwrap()
    };
    let at = |dimension: &str, wanted: &str| {
        names(dimension).iter().position(|name| name == wanted).unwrap()
    };
    let (region, period) = (at("region", code), at("period", "2015"));
    let cell = |measure: &str| {
        let row = at("measure", measure) * names("region").len() + region;
        file.pointer(&format!("/value/{}", row * names("period").len() + period))?.as_f64()
    };
    Some((cell("numerator")?, cell("denominator")?))
}

#[test]
fn every_mark_tells_how_its_region_compares() {
    const Z: f64 = 1.959_963_984_540_054;
    let mut told = [0; 3];
    for region in ["GM0363", "GM0513", "GM0344", "GM0599", "GM1680", "GM0995"] {
        let attributes =
            [("indicator", "eerste-kinderen"), ("region", region), ("view", "compare")];
        let labels = with_figure(&[&attributes[..], &[("period", "2015")]].concat(), 640, labels);
        assert_eq!(labels.len(), 4, "{labels:?}");
        let national = counts("eerste-kinderen", "NL01").map(|(x, n)| x / n).unwrap();
        for (code, label) in labels {
            if code == "NL01" {
                assert!(!label.contains("Dat is"), "{label}");
                continue;
            }
            let (x, n) = counts("eerste-kinderen", &code).unwrap();
            let (middle, z2) = (2.0 * x + Z * Z, Z * Z);
            let half = Z * (z2 + 4.0 * x * (1.0 - x / n)).sqrt();
            let limit = |side: f64| (middle + side * half) / (2.0 * (n + z2));
            let (nth, words) = match (limit(-1.0) > national, limit(1.0) < national) {
                (true, _) => (0, "Dat is hoger dan in Nederland"),
                (_, true) => (1, "Dat is lager dan in Nederland"),
                _ => (2, "Dat is niet te onderscheiden van Nederland"),
            };
            told[nth] += 1;
            assert!(label.contains(words), "{code}: {label}");
        }
    }
    assert!(told.iter().all(|count| *count > 0), "{told:?}");
}

#[test]
fn a_withheld_region_says_nothing_of_how_it_compares() {
    let attributes = [("indicator", "tienermoeders"), ("region", "Rozendaal"), ("view", "compare")];
    let labels = with_figure(&attributes, 640, labels);
    let (_, own) = labels.first().unwrap();
    assert_eq!(own, "Rozendaal: te weinig kinderen om te tonen");
}

#[test]
fn words_instead_of_a_figure_are_not_crossed_by_lines() {
    for width in [300, 640, 1200] {
        let attributes =
            [("indicator", "tienermoeders"), ("region", "Rozendaal"), ("view", "compare")];
        with_figure(&attributes, width, |figure| {
            let tree = figure.tree("beside");
            let mut all = Vec::new();
            elements(&tree, &mut all);
            let number = |e: &Element, name| e.attribute(name).unwrap().parse::<f64>().unwrap();
            let words = all.iter().find(|e| e.name == "text" && text(e).contains("te weinig"));
            let y = number(words.unwrap(), "y");
            let mut lines = 0;
            for line in all.iter().filter(|e| {
                let class = e.attribute("class").unwrap_or_default();
                class == "line grid" || class == "line reference"
            }) {
                for stroke in line.attribute("d").unwrap().split('M').skip(1) {
                    let ends = stroke.split('L').map(|end| end.split_once(' ').unwrap().1);
                    let ends: Vec<f64> = ends.map(|y| y.parse().unwrap()).collect();
                    let [one, other] = ends.as_slice() else { panic!("{stroke}") };
                    lines += 1;
                    assert!((one < &y) == (other < &y), "{width}: {stroke} crosses {y}");
                }
            }
            assert!(lines > 4, "{width}: {lines}");
        });
    }
}

#[test]
fn a_count_says_that_other_regions_are_left_out() {
    const SAID: &str = "Andere gebieden staan niet in de grafiek";
    for (view, compare, is_said) in [
        ("trend", "NL01", false),
        ("trend", "NL01,GM0599", true),
        ("trend", "GM0599", true),
        ("compare", "NL01", true),
        ("number", "NL01,GM0599", false),
        ("table", "NL01,GM0599", false),
    ] {
        let attributes = [
            ("indicator", "levendgeborenen"),
            ("region", "Utrecht"),
            ("view", view),
            ("compare", compare),
        ];
        let told = with_figure(&attributes, 640, |figure| text(&figure.tree("beside")));
        assert_eq!(told.contains(SAID), is_said, "{view} {compare}");
    }
    let attributes =
        [("indicator", "tienermoeders"), ("region", "Utrecht"), ("compare", "NL01,GM0599")];
    let told =
        with_figure(&[&attributes[..], &[("view", "trend")]].concat(), 640, |f| text(&f.tree("x")));
    assert!(!told.contains(SAID));
}

#[test]
fn last_values_say_of_when_they_are_where_that_is_not_the_period_of_the_sentence() {
    for (indicator, region, compare, values) in [
        ("moeders-35-plus", "Gouda", "NL01", &["24,4%", "24,2%"][..]),
        // The sentence is about all years together.
        ("moeders-35-plus", "Rozendaal", "NL01", &["24,2% (2015)"]),
        ("moeders-35-plus", "Rozendaal", "NL01,GM0202", &["24,2% (2015)", "26,1%", "(2015)"]),
        // The country goes on where the province ends.
        ("eerste-kinderen", "PV26", "NL01", &["46,0% (2023)", "44,2% (2015)"]),
    ] {
        let attributes =
            [("indicator", indicator), ("region", region), ("view", "trend"), ("compare", compare)];
        with_figure(&attributes, 640, |figure| {
            let picture = figure.picture("beside").unwrap();
            let mut all = Vec::new();
            elements(&picture, &mut all);
            let said: Vec<String> =
                all.iter().filter(|e| e.name == "text").map(|e| text(e)).collect();
            for value in values {
                let ends = |text: &String| text == value || text.ends_with(&format!(" {value}"));
                assert!(said.iter().any(ends), "{region} {value}: {said:?}");
            }
            let is_dated = values.iter().any(|value| value.contains('('));
            assert_eq!(said.iter().any(|text| text.contains("(20")), is_dated, "{said:?}");
        });
    }
}
