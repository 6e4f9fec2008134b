// SPDX-License-Identifier: EUPL-1.2
//! Persons as dots: as many dots as the words say, of the region and of the benchmark out of as many, and
//! none of what is withheld.

use crate::support::fixture::{Cell, Fixture};
use crate::support::{request, svg};
use kansrijke_start::data::dataset::Dataset;
use kansrijke_start::figure::Figure;
use kansrijke_start::markup::Element;
use proptest::prelude::*;

/// A town and its country in one year.
fn file(kind: &'static str, own: Cell) -> Dataset {
    Fixture::new(kind, &["GM9901", "NL01"], 2015..=2015)
        .dataset(|_, region, _| if region == 0 { own } else { Cell::counts(1100, 170_000) })
}

fn with_icons<T>(dataset: &Dataset, width: u32, see: impl FnOnce(&Figure) -> T) -> T {
    let asked = [("indicator", "proef"), ("region", "GM9901"), ("view", "icons")];
    let request = request(&asked, width).unwrap();
    see(&Figure::new(dataset, &request).unwrap())
}

fn picture(dataset: &Dataset, width: u32) -> Element {
    with_icons(dataset, width, |figure| figure.picture("id").unwrap())
}

/// How many dots a dotted line has: its strokes begin at the middle of one and end at that of another.
fn dotted(path: &Element) -> u32 {
    let dashes = path.attribute("stroke-dasharray").unwrap();
    let pitch: f64 = dashes.split(' ').map(|dash| dash.parse::<f64>().unwrap()).sum();
    let strokes = path.attribute("d").unwrap().split('M').skip(1);
    let count = |stroke: &str| {
        let (from, to) = stroke.split_once('H').unwrap();
        let from: f64 = from.split(' ').next().unwrap().parse().unwrap();
        ((to.parse::<f64>().unwrap() - from) / pitch).floor() as u32 + 1
    };
    strokes.map(count).sum()
}

/// The dots of a region: in the figure below its interval, in it within, in part, beyond it, and not in it.
#[derive(Debug, PartialEq)]
struct Drawn {
    certain: u32,
    within: u32,
    part: u32,
    beyond: u32,
    rest: u32,
}

fn drawn(mark: &Element) -> Drawn {
    let mut drawn = Drawn { certain: 0, within: 0, part: 0, beyond: 0, rest: 0 };
    for path in svg::elements(mark).into_iter().filter(|element| element.name == "path") {
        let data = path.attribute("d").unwrap();
        let strokes = || data.split('M').skip(1);
        if path.attribute("stroke-dasharray").is_some() {
            let count =
                if svg::has_class(path, "grid") { &mut drawn.rest } else { &mut drawn.certain };
            *count += dotted(path);
        } else if svg::has_class(path, "area") {
            // The right half of a dot is drawn of those that have both.
            let right = strokes().filter(|stroke| stroke.contains(" 0 0 1 0 ")).count() as u32;
            let level = strokes().filter(|stroke| stroke.ends_with(" 0z")).count() as u32;
            drawn.within += right;
            drawn.part += level;
            drawn.beyond += strokes().count() as u32 - 2 * right - level;
        }
    }
    drawn
}

/// A number that stands in words, such as "3,6" and "1.000".
fn number(text: &str) -> f64 {
    text.replace('.', "").replace(',', ".").parse().unwrap()
}

/// What the words above the dots of each mark say: the figure, out of how many, and its interval.
fn said(picture: &Element) -> Vec<(f64, f64, [f64; 2])> {
    let (mut all, mut text) = (Vec::new(), Vec::new());
    for element in svg::elements(picture) {
        if element.name == "text"
            && (!text.is_empty() || element.attribute("font-weight").is_some())
        {
            text.push(svg::text(element));
        } else if svg::has_class(element, "mark") {
            all.push(figures(&std::mem::take(&mut text).join(" ")));
        }
    }
    all
}

fn figures(text: &str) -> (f64, f64, [f64; 2]) {
    let (_, figure) = text.split_once(": ").unwrap();
    let (value, rest) = figure.split_once(" van de ").unwrap();
    let (whole, rest) = rest.split_once(" marge (95%): ").unwrap();
    let (lower, upper) = rest.split_once(" tot ").unwrap();
    (number(value), number(whole), [number(lower), number(upper)])
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]

    #[test]
    fn there_are_as_many_dots_as_the_words_say(
        (x, n) in (10_u32..4000).prop_flat_map(|x| (Just(x), x + 10..40_000)),
        kind in prop_oneof![Just("share"), Just("rate")],
        width in prop_oneof![Just(240), Just(320), Just(640), Just(1200)],
    ) {
        let picture = picture(&file(kind, Cell::counts(x, n)), width);
        let marks = svg::marks(&picture);
        prop_assert_eq!(marks.len(), 2);
        let mut wholes = Vec::new();
        for (mark, (value, whole, [lower, upper])) in marks.into_iter().zip(said(&picture)) {
            let dots = drawn(mark);
            let filled = value.floor() as u32;
            prop_assert_eq!(dots.certain + dots.within, filled, "{:?} of {}", dots, value);
            prop_assert_eq!(dots.part, u32::from(value.fract() > 0.0));
            prop_assert_eq!(dots.certain, (lower.floor() as u32).min(filled));
            let end = (upper.ceil() as u32).max(filled + dots.part);
            prop_assert_eq!(filled + dots.part + dots.beyond, end.min(whole as u32));
            prop_assert_eq!(filled + dots.rest, whole as u32);
            wholes.push(whole);
        }
        prop_assert_eq!(wholes[0], wholes[1], "two denominators");
    }
}

#[test]
fn what_is_written_as_zero_has_no_dot() {
    let picture = picture(&file("rate", Cell::counts(12, 400_000)), 640);
    let own = svg::marks(&picture)[0];
    let (value, whole, [_, upper]) = said(&picture)[0];
    assert_eq!((value, whole), (0.0, 10_000.0));
    let dots = drawn(own);
    assert_eq!((dots.certain, dots.within, dots.part, dots.rest), (0, 0, 0, 10_000));
    assert_eq!(f64::from(dots.beyond), upper.ceil());
}

#[test]
fn what_is_rare_is_out_of_ten_thousand_for_both() {
    let picture = picture(&file("rate", Cell::counts(12, 20_000)), 640);
    for (mark, (_, whole, _)) in svg::marks(&picture).into_iter().zip(said(&picture)) {
        assert_eq!(whole, 10_000.0);
        let dots = drawn(mark);
        assert_eq!(dots.certain + dots.within + dots.rest, 10_000);
    }
}

#[test]
fn what_is_withheld_or_missing_has_no_dots_and_says_so() {
    for (status, word) in
        [("withheld", "te weinig kinderen om te tonen"), ("missing", "geen cijfer")]
    {
        let picture = picture(&file("share", Cell::status(status)), 640);
        assert!(svg::text(&picture).contains(word), "{status}");
        let marks = svg::marks(&picture);
        let dots: Vec<Drawn> = marks
            .iter()
            .filter(|mark| mark.attribute("data-region") == Some("GM9901"))
            .map(|mark| drawn(mark))
            .collect();
        assert!(dots.iter().all(|dots| dots.rest + dots.certain + dots.within == 0), "{dots:?}");
        let benchmark = marks.iter().find(|mark| mark.attribute("data-region") == Some("NL01"));
        assert!(drawn(benchmark.unwrap()).rest > 0, "the benchmark has its dots");
    }
}

#[test]
fn where_a_dot_would_be_no_person_there_is_none() {
    for kind in ["mean", "count"] {
        with_icons(&file(kind, Cell::counts(400, 4000)), 640, |figure| {
            assert!(figure.picture("id").is_none(), "{kind}");
            assert!(figure.lede().contains("niet in stippen te tekenen"), "{}", figure.lede());
            assert!(figure.tree("id").to_html().contains("<table"), "{kind}");
        });
    }
}
