// SPDX-License-Identifier: EUPL-1.2
//! The story of a region: phases in the order of time, what is withheld and what is missing in words,
//! and no place on a scale that means nothing.

use crate::support::fixture::{Cell, Fixture, Indicator};
use crate::support::svg;
use crate::support::{dataset_of, request};
use kansrijke_start::data::dataset::Dataset;
use kansrijke_start::data::jsonstat::Told;
use kansrijke_start::figure::Figure;
use kansrijke_start::indicator::definition::Counted;
use kansrijke_start::markup::Element;

const PHASES: [&str; 4] = ["programme", "after", "during", "before"];

/// The indicators `proef-0` and on, one of each phase, the last one first, of a town and its country
/// over four years.
fn file(cell: impl Fn(usize, usize) -> Cell) -> Dataset {
    let mut fixture = Fixture::new("share", &["GM9901", "NL01"], 2012..=2015);
    let indicator = |(nth, phase): (usize, &'static str)| Indicator {
        phase,
        name: format!("Onderwerp {nth}"),
        ..Indicator::new(&format!("proef-{nth}"), "share")
    };
    fixture.indicators = PHASES.into_iter().enumerate().map(indicator).collect();
    fixture.dataset(|indicator, region, period| match region {
        1 => Cell::counts(12_000 + period as u32, 100_000),
        _ => cell(indicator, period),
    })
}

fn shown(_: usize, period: usize) -> Cell {
    Cell::counts(200 + period as u32, 1000)
}

/// What a story of the town is drawn from, in this language and width.
fn with_story<T>(dataset: &Dataset, width: u32, see: impl FnOnce(&Figure) -> T) -> T {
    let request = request(&[("view", "story"), ("region", "GM9901")], width).unwrap();
    see(&Figure::new(dataset, &request).unwrap())
}

fn picture(dataset: &Dataset, width: u32) -> Element {
    with_story(dataset, width, |figure| figure.picture("id").unwrap())
}

/// The texts of a picture, from top to bottom.
fn texts(picture: &Element) -> Vec<String> {
    let mut labels = svg::labels(picture);
    labels.sort_by(|one, other| one.bottom.total_cmp(&other.bottom));
    labels.into_iter().map(|label| label.text).collect()
}

fn place(texts: &[String], wanted: &str) -> usize {
    texts.iter().position(|text| text == wanted).unwrap_or_else(|| panic!("{wanted}: {texts:?}"))
}

#[test]
fn phases_stand_in_the_order_of_time() {
    for width in [240, 288, 640, 1200] {
        let texts = texts(&picture(&file(shown), width));
        let heads = [
            "Voor de zwangerschap",
            "Tijdens de zwangerschap",
            "Na de geboorte",
            "2 jaar",
            "Het programma als geheel",
        ];
        let places = heads.map(|head| place(&texts, head));
        assert!(places.is_sorted(), "{places:?} {texts:?}");
        let subjects = [3, 2, 1, 0].map(|nth| place(&texts, &format!("Onderwerp {nth}")));
        assert!(subjects.is_sorted(), "{subjects:?} {texts:?}");
    }
}

#[test]
fn what_is_withheld_and_what_is_missing_is_said() {
    let data = file(|indicator, period| match indicator {
        1 => Cell::status("withheld"),
        2 => Cell::default(),
        3 => Cell::status("border-change"),
        _ => shown(indicator, period),
    });
    let texts = texts(&picture(&data, 640)).join(" ");
    assert!(texts.contains("te weinig kinderen of ouders om te tonen"), "{texts}");
    assert!(texts.contains("Geen cijfer van GM9901: Onderwerp 2."), "{texts}");
    assert!(texts.contains("omdat de gemeentegrens is veranderd"), "{texts}");
    with_story(&data, 640, |figure| {
        let lede = figure.lede();
        assert!(lede.contains("Bij 1 onderwerp zijn er te weinig"), "{lede}");
        assert!(figure.says_anything());
        let table = figure.details(false).to_html();
        for word in ["te weinig kinderen om te tonen", "geen cijfer", "gemeentegrens veranderd"] {
            assert!(table.contains(word), "{word}: {table}");
        }
    });
}

/// Whether anything stands on a scale around the country's value, which is an upright line.
fn has_row(dataset: &Dataset) -> bool {
    let lines = svg::strokes(&picture(dataset, 640), "line reference");
    lines.iter().any(|line| line.iter().all(|point| point.0 == line[0].0))
}

#[test]
fn without_a_verdict_and_a_spread_there_is_no_position() {
    // All were counted, so there is no interval to judge by.
    let data = |told: bool| {
        let fixture = Fixture::new("share", &["GM9901", "NL01"], 2015..=2015);
        let mut data = fixture.dataset(|_, region, _| match region {
            1 => Cell::counts(12_000, 100_000),
            _ => Cell::counts(200, 1000),
        });
        data.definitions[0].counted = Counted::Municipalities;
        if told {
            data.spreads.push(Told {
                indicator: "proef".into(),
                kind: "GM".into(),
                period: "2015".into(),
                count: 9,
                values: [5.0, 10.0, 20.0, 30.0],
            });
        }
        data
    };
    assert!(!has_row(&data(false)), "a figure without an interval has no verdict");
    assert!(has_row(&data(true)), "the spread gives its distance from the country a meaning");
    assert!(has_row(&file(shown)), "and so does a verdict");
}

#[test]
fn a_single_figure_has_no_line() {
    let years = |only: bool| {
        let data = file(|indicator, period| match only && period < 3 {
            true => Cell::default(),
            false => shown(indicator, period),
        });
        texts(&picture(&data, 640)).iter().filter(|text| *text == "2012").count()
    };
    assert_eq!((years(false), years(true)), (4, 0));
}

#[test]
fn all_regions_lie_on_the_canvas_at_all_widths() {
    for (nth, region) in
        ["Utrecht", "Ameland", "PV26", "GG2514", "CR17", "NL01", "Gelderland"].iter().enumerate()
    {
        for width in [240, 288, 600, 860, 1200] {
            let width = width + nth as u32 % 2 * 13;
            let width = width.min(1200);
            let request = request(&[("view", "story"), ("region", region)], width).unwrap();
            let data = dataset_of(&request).unwrap();
            let picture = Figure::new(data, &request).unwrap().picture("id").unwrap();
            let (width, height) = (f64::from(width), svg::number(&picture, "height"));
            for element in svg::elements(&picture) {
                for (x, y) in svg::points(element) {
                    let fits =
                        (-1.5..=width + 1.5).contains(&x) && (-1.5..=height + 1.5).contains(&y);
                    assert!(fits, "{x} {y} is not on {width} {height}: {}", element.to_html());
                }
            }
            let labels = svg::labels(&picture);
            assert!(labels.iter().all(|l| l.left >= -1.5 && l.bottom <= height + 1.5));
            assert!(!svg::marks(&picture).is_empty(), "{region}");
        }
    }
}
