// SPDX-License-Identifier: EUPL-1.2
//! The views of many indicators: sentences agree with verdicts that were computed apart.

use crate::apart::{Figures, STANDINGS};
use crate::support::{self, dataset, svg};
use kansrijke_start::figure::Figure;
use kansrijke_start::request::Request;
use kansrijke_start::view::overview::Overview;
use kansrijke_start::view::spread::Spread;
use std::collections::BTreeMap;

fn request(view: &str, more: &[(&str, &str)]) -> Request {
    support::request(&[&[("view", view)], more].concat(), 640).unwrap()
}

fn said(view: &str, more: &[(&str, &str)]) -> Vec<String> {
    Figure::new(dataset("").unwrap(), &request(view, more)).unwrap().sentences()
}

/// How the sentence begins that lists what came out in each of the first six ways.
const LISTINGS: [&str; 6] = [
    "Gunstiger dan in Nederland: ",
    "Ongunstiger dan in Nederland: ",
    "Lager dan in Nederland, en dat is niet goed of slecht: ",
    "Hoger dan in Nederland, en dat is niet goed of slecht: ",
    "Het verschil met Nederland kan toeval zijn: ",
    "Niet vergeleken: ",
];

/// Whether a sentence lists exactly these names.
fn lists(sentence: &str, names: &[&str]) -> bool {
    sentence.matches('‘').count() == names.len()
        && names.iter().all(|name| sentence.contains(&format!("‘{name}’")))
}

#[test]
fn every_profile_lists_what_was_judged_apart() {
    let figures = Figures::shipped();
    let all: Vec<usize> = figures.municipalities().collect();
    assert_eq!(all.len(), 342);
    let indicators = figures.with_figures(&all);
    let mut seen = BTreeMap::new();
    for region in &all {
        let mut names: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
        let mut is_judged = false;
        for indicator in &indicators {
            let standing = figures.standing(*indicator, *region);
            names.entry(standing).or_default().push(figures.name(*indicator));
            *seen.entry(standing).or_insert(0) += 1;
            let context = figures.definition(*indicator)["direction"] == "context";
            is_judged |= !context && STANDINGS[..5].contains(&standing);
        }
        let code = &figures.0.regions[*region];
        let mut said = said("profile", &[("region", code)]).into_iter();
        let of = |nth: usize| names.get(STANDINGS[nth]).map(Vec::as_slice).unwrap_or_default();
        let first = match () {
            () if (0..5).all(|nth| of(nth).is_empty()) => "geen cijfers die met Nederland te",
            () if is_judged && of(0).is_empty() && of(1).is_empty() => "Geen enkel cijfer van",
            () => "De tekens tonen per onderwerp",
        };
        let lede = said.next().unwrap();
        assert!(lede.contains(first), "{code}: {lede}, not {first}");
        let counted = |count: usize, one: &str, many: &str| match count {
            1 => one.to_string(),
            _ => many.replace('#', &count.to_string()),
        };
        if !of(6).is_empty() {
            let phrase = counted(
                of(6).len(),
                "Er is 1 cijfer niet te tonen",
                "Er zijn # cijfers niet te tonen",
            );
            assert!(said.next().unwrap().starts_with(&phrase), "{code}: {phrase}");
        }
        for (nth, beginning) in LISTINGS.iter().enumerate() {
            if !of(nth).is_empty() {
                let sentence = said.next().unwrap();
                let is_right = sentence.starts_with(beginning) && lists(&sentence, of(nth));
                assert!(is_right, "{code}: {sentence}, not {beginning} {:?}", of(nth));
            }
        }
        if !of(7).is_empty() {
            let phrase = counted(
                of(7).len(),
                "Over 1 onderwerp is er geen",
                "Over # onderwerpen zijn er geen",
            );
            assert!(said.next().unwrap().starts_with(&phrase), "{code}: {phrase}");
        }
        assert_eq!(said.next(), None, "{code}");
    }
    assert_eq!(seen.len(), STANDINGS.len(), "a case that never occurs is not tested: {seen:?}");
}

/// A number as a sentence has it: with a point between thousands.
fn grouped(number: usize) -> String {
    match (number / 1000, number % 1000) {
        (0, rest) => rest.to_string(),
        (thousands, rest) => format!("{thousands}.{rest:03}"),
    }
}

#[test]
fn the_heat_map_shows_what_was_judged_apart() {
    let figures = Figures::shipped();
    let all: Vec<usize> = figures.municipalities().collect();
    let is_compared =
        |i: &usize| all.iter().any(|r| STANDINGS[..5].contains(&figures.standing(*i, *r)));
    let indicators: Vec<usize> =
        figures.with_figures(&all).into_iter().filter(is_compared).collect();
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for (indicator, region) in indicators.iter().flat_map(|i| all.iter().map(move |r| (i, r))) {
        *counts.entry(figures.standing(*indicator, *region)).or_default() += 1;
    }
    let text = said("heatmap", &[]).join(" ");
    assert!(
        text.contains(&format!(
            "342 gemeenten in Nederland naast Nederland, voor {} onderwerpen",
            indicators.len()
        )),
        "{text}"
    );
    assert!(
        text.contains(&format!("Er zijn {} cijfers niet te tonen", grouped(counts[STANDINGS[6]])))
    );
    assert!(text.contains(&format!("Er ontbreken {} cijfers", grouped(counts[STANDINGS[7]]))));
    assert!(!text.contains(" keer "), "subjects are not added up: {text}");

    // The picture has a cell for each, and one in the key.
    let request = request("heatmap", &[]);
    let figure = Figure::new(dataset("").unwrap(), &request).unwrap();
    let picture = figure.picture("id").unwrap();
    for (class, steps, standings) in [
        ("area better", 2, &STANDINGS[..1]),
        ("area worse", 2, &STANDINGS[1..2]),
        ("area other", 1, &STANDINGS[2..5]),
        ("line withheld", 1, &STANDINGS[6..7]),
    ] {
        let strokes = svg::strokes(&picture, class).len();
        let expected: usize = standings.iter().map(|s| counts[s] + 1).sum();
        assert_eq!(strokes, steps * expected, "{class}");
    }
}

#[test]
fn each_row_of_the_heat_map_is_named_and_told() {
    let figures = Figures::shipped();
    let request = request("heatmap", &[("region", "Utrecht"), ("within", "PV26")]);
    let figure = Figure::new(dataset("").unwrap(), &request).unwrap();
    let picture = figure.picture("id").unwrap();
    let teens = figures.0.indicators.iter().position(|id| id == "tienermoeders").unwrap();
    let marks = svg::marks(&picture);
    assert_eq!(marks.len(), 26, "one for each municipality, the one asked for in its place");
    for mark in &marks {
        let region = figures.0.region(mark.attribute("data-region").unwrap());
        let label = mark.attribute("aria-label").unwrap();
        assert!(label.starts_with(&format!("{}: ", figures.label(region))), "{label}");
        let standing = figures.standing(teens, region);
        let told = match standing {
            "gunstiger" | "ongunstiger" | "te weinig kinderen om te tonen" => {
                label.contains(&format!("{standing}: {}", figures.name(teens)))
            }
            _ => label.contains(standing) && !label.contains(figures.name(teens)),
        };
        assert!(told, "{standing}: {label}");
    }
}

#[test]
fn the_spread_is_that_of_the_numbers_that_may_be_shown() {
    let figures = Figures::shipped();
    let request = request("profile", &[("region", "Utrecht")]);
    let overview = Overview::find(dataset("").unwrap(), &request).unwrap();
    let mut compared = 0;
    for areas in overview.iter() {
        let at = figures.0.indicators.iter().position(|id| *id == areas.definition.id).unwrap();
        let mut values: Vec<f64> =
            figures.municipalities().filter_map(|region| figures.value(at, region)).collect();
        values.sort_by(f64::total_cmp);
        let Some(Spread { count, lowest, lower, upper, highest }) = areas.spread() else {
            assert!(values.len() < 5, "{}", areas.definition.id);
            continue;
        };
        compared += 1;
        let quartile = |p: f64| {
            let h = (values.len() - 1) as f64 * p;
            let (one, next) = (values[h.floor() as usize], values[h.ceil() as usize]);
            one * (1.0 - h.fract()) + next * h.fract()
        };
        assert_eq!(count, values.len());
        for (one, other) in [
            (lowest, values[0]),
            (lower, quartile(0.25)),
            (upper, quartile(0.75)),
            (highest, values[values.len() - 1]),
        ] {
            assert!((one - other).abs() < 1e-9, "{}: {one} {other}", areas.definition.id);
        }
    }
    assert!(compared >= 4, "only {compared} spreads");
}
