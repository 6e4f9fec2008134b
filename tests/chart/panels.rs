// SPDX-License-Identifier: EUPL-1.2
//! Several regions through the years: a panel each, one scale for all, nothing over each other,
//! whatever the figures are. The figures of most tests are made up.

use crate::support::fixture::{Cell, Fixture, Indicator};
use crate::support::svg::{self, Label, Point, labels, strokes};
use crate::support::{dataset, request};
use kansrijke_start::data::dataset::Dataset;
use kansrijke_start::figure::Figure;
use kansrijke_start::markup::Element;
use proptest::prelude::*;

fn picture(dataset: &Dataset, attributes: &[(&str, &str)], width: u32) -> Element {
    let request = request(attributes, width).unwrap();
    Figure::new(dataset, &request).unwrap().picture("proef").unwrap()
}

fn births(region: &str, compare: &str, width: u32) -> Element {
    let dataset = dataset("tienermoeders").unwrap();
    let attributes = [
        ("indicator", "tienermoeders"),
        ("region", region),
        ("compare", compare),
        ("view", "trend"),
    ];
    picture(dataset, &attributes, width)
}

/// The lines of the benchmark, not its sample in the key.
fn references(svg: &Element) -> Vec<Vec<Point>> {
    strokes(svg, "line reference").into_iter().filter(|points| points.len() > 2).collect()
}

#[test]
fn every_region_has_a_panel_and_the_own_one_comes_first() {
    for (width, columns) in [(1160, 4), (800, 2), (560, 2), (288, 1)] {
        let svg = births("Utrecht", "NL01,GM0599,GM0518,GG2514", width);
        let labels = labels(&svg);
        let names = ["Utrecht", "Rotterdam", "Den Haag", "GGD Regio Utrecht"];
        let titles: Vec<&Label> =
            names.iter().map(|name| labels.iter().find(|l| l.text == *name).unwrap()).collect();
        for (nth, title) in titles.iter().enumerate() {
            assert_eq!(title.role == "own", nth == 0, "{title:?}");
            let same_row = titles.iter().filter(|other| other.top == title.top).count();
            assert_eq!(same_row, columns, "at {width}");
        }
        let order: Vec<(f64, f64)> = titles.iter().map(|t| (t.top, t.left)).collect();
        assert!(order.is_sorted_by(|a, b| a < b), "{order:?}");
        // The benchmark is in every panel and is named once.
        assert_eq!(references(&svg).len(), names.len());
        assert_eq!(labels.iter().filter(|l| l.text.contains("Nederland")).count(), 1);
        assert_eq!(strokes(&svg, "line own").iter().filter(|s| s.len() == 6).count(), 1);
    }
}

#[test]
fn the_scales_are_the_same_in_every_panel() {
    for width in [1160, 560, 288] {
        let svg = births("Utrecht", "NL01,GM0599,GM0518,GG2514", width);
        let lines = references(&svg);
        let relative = |line: &[Point]| {
            let (x, y) = line.first().copied().unwrap();
            line.iter().map(|p| ((p.0 - x), (p.1 - y))).collect::<Vec<_>>()
        };
        let first = relative(lines.first().unwrap());
        for line in &lines {
            for (a, b) in relative(line).iter().zip(&first) {
                assert!((a.0 - b.0).abs() < 0.21 && (a.1 - b.1).abs() < 0.21, "{a:?} {b:?}");
            }
        }
    }
}

#[test]
fn one_benchmark_alone_is_one_chart() {
    let one = births("Utrecht", "NL01", 640);
    for same in ["NL01,NL01", "NL01,GM0344", "NL01 nl01"] {
        assert_eq!(births("Utrecht", same, 640), one, "{same}");
    }
    assert_eq!(references(&one).len(), 1);
    assert_eq!(references(&births("Utrecht", "GG2514", 640)).len(), 1);
    // Numbers of children of places of other sizes do not belong on one scale.
    let dataset = dataset("levendgeborenen").unwrap();
    let count = |compare: &str| {
        let attributes = [
            ("indicator", "levendgeborenen"),
            ("region", "GM0344"),
            ("compare", compare),
            ("view", "trend"),
        ];
        picture(dataset, &attributes, 640)
    };
    assert_eq!(count("NL01,GM0599"), count("NL01"));
}

#[test]
fn the_arrow_points_where_the_value_went_and_says_better_by_its_shape() {
    let down = |svg: &Element| {
        let better = strokes(svg, "area better");
        let arrow = better.first().unwrap();
        assert_eq!(better.len(), 1);
        let tip = arrow.first().unwrap().1;
        assert!(arrow.iter().all(|p| p.1 <= tip), "{arrow:?}");
    };
    let number = |indicator: &str, region: &str| {
        let dataset = dataset(indicator).unwrap();
        picture(dataset, &[("indicator", indicator), ("region", region)], 500)
    };
    // Falling and better: filled, downwards; in each view once.
    down(&number("tienermoeders", "Rotterdam"));
    down(&births("Rotterdam", "NL01", 640));
    down(&births("Rotterdam", "NL01,GM0344,GM0518", 640));
    // Rising, and neither good nor bad: strokes that end above where they began, no colour.
    let rising = number("moeders-35-plus", "Eindhoven");
    assert!(strokes(&rising, "area better").is_empty());
    assert!(strokes(&rising, "line worse").is_empty());
    let shaft = strokes(&rising, "line muted").first().unwrap().clone();
    assert!(shaft.first().unwrap().1 > shaft.last().unwrap().1, "{shaft:?}");
    // No change: a word beside a figure, and nothing at the end of a line.
    let steady = number("tienermoeders", "Utrecht");
    assert!(labels(&steady).iter().any(|l| l.text.starts_with("geen duidelijke verandering")));
    assert!(strokes(&births("Almere", "NL01", 640), "line muted").is_empty());
    // Nothing to say: no arrow.
    let silent = number("tienermoeders", "Veendam");
    assert!(strokes(&silent, "line muted").is_empty());
    assert!(strokes(&silent, "area better").is_empty());
}

/// What a made-up region has in a year.
fn cell() -> impl Strategy<Value = Cell> {
    let status = prop_oneof![
        Just("withheld"),
        Just("missing"),
        Just("border-change"),
        Just("incomplete"),
        Just("not-applicable"),
    ];
    prop_oneof![
        4 => (10_u32..3000, 10_u32..20_000).prop_map(|(x, rest)| Cell::counts(x, x + rest)),
        1 => status.prop_map(Cell::status),
    ]
}

const NAMES: [&str; 10] = [
    "Ee",
    "Krimpenerwaard",
    "Hendrik-Ido-Ambacht",
    "Gooise Meren",
    "Bergen (Noord-Holland)",
    "GGD Noord- en Oost-Gelderland",
    "Veiligheids- en Gezondheidsregio Gelderland-Midden",
    "Nuenen, Gerwen en Nederwetten",
    "Ee",
    "Nederland",
];

/// A file of made-up regions, the last of them the country.
fn file(kind: &'static str, rows: &[Vec<Cell>], broken: bool) -> Dataset {
    let breaks = if broken { vec!["2013"] } else { vec![] };
    let last = rows.len() - 1;
    let code = |at: usize| if at == last { "NL01".into() } else { format!("GM990{at}") };
    let years = i32::try_from(rows[0].len()).unwrap();
    let fixture = Fixture {
        indicators: vec![Indicator { breaks, ..Indicator::new("proef", kind) }],
        regions: (0..=last).map(code).zip(NAMES.map(str::to_string)).collect(),
        periods: (2015 - years..2015).map(|year| (year + 1).to_string()).collect(),
    };
    fixture.dataset(|_, region, period| rows[region][period])
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(100))]

    /// Whatever the figures, every label stands on the sheet and apart from the others, and every
    /// mark within the sheet.
    #[test]
    fn nothing_lies_over_another_thing(
        rows in (2_usize..=9, 1_usize..=12).prop_flat_map(|(regions, years)| {
            prop::collection::vec(prop::collection::vec(cell(), years), regions)
        }),
        kind in prop_oneof![Just("share"), Just("rate")],
        width in 240_u32..=1200,
        height in prop::option::of(200_u32..1500),
        broken in any::<bool>(),
        seen in prop::option::of(2014_i32..2040),
    ) {
        let dataset = file(kind, &rows, broken);
        let compare: Vec<String> = std::iter::once("NL01".to_string())
            .chain((1..rows.len() - 1).map(|at| format!("GM990{at}")))
            .collect();
        let attributes = [
            ("indicator", "proef"), ("region", "GM9900"), ("view", "trend"),
            ("compare", &*compare.join(",")),
        ];
        let mut request = request(&attributes, width).unwrap();
        request.height = height;
        request.date = seen.map(|year| format!("{year}-06-01"));
        let figure = Figure::new(&dataset, &request).unwrap();
        let svg = figure.picture("proef").unwrap();
        let right = f64::from(width);
        let bottom = svg.attribute("height").unwrap().parse::<f64>().unwrap();

        let labels = labels(&svg);
        prop_assert!(labels.len() >= rows.len() - 1);
        for (nth, label) in labels.iter().enumerate() {
            prop_assert!(
                label.left >= -0.5 && label.right <= right + 0.5
                    && label.top >= -0.5 && label.bottom <= bottom + 0.5,
                "{label:?} leaves {right} by {bottom}"
            );
            for other in labels.iter().skip(nth + 1) {
                prop_assert!(label.is_apart_from(other), "{label:?} and {other:?}");
            }
        }
        for element in svg::elements(&svg) {
            for (x, y) in svg::points(element) {
                prop_assert!(
                    x >= -0.5 && x <= right + 0.5 && y >= -0.5 && y <= bottom + 0.5,
                    "{x} {y}: {}", element.to_html()
                );
            }
        }
        prop_assert!(!svg.to_html().contains("NaN"));
    }
}
