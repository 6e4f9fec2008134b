// SPDX-License-Identifier: EUPL-1.2
//! Scales that do not mislead: axes begin at zero or show their break, what has no place on an
//! axis stands in words, and a line is drawn only where there is one.

use crate::support::fixture::{Cell, Fixture};
use crate::support::published::Published;
use crate::support::svg::{self, labels, strokes};
use crate::support::{request, with_figure};
use kansrijke_start::data::dataset::Dataset;
use kansrijke_start::data::jsonstat::JsonStat;
use kansrijke_start::figure::Figure;
use kansrijke_start::markup::Element;
use serde_json::json;

/// What stands in a picture, label after label.
fn written(picture: &Element) -> Vec<String> {
    labels(picture).into_iter().map(|label| label.text).collect()
}

fn drawn(attributes: &[(&str, &str)], width: u32) -> (Element, Vec<String>, String) {
    with_figure(attributes, width, |figure| {
        let picture = figure.picture("proef").unwrap();
        let words = written(&picture);
        (picture, words, figure.sentences().join(" "))
    })
}

/// Whether an axis has a zigzag: four points before its other end.
fn has_break(picture: &Element) -> bool {
    strokes(picture, "line axis").iter().any(|stroke| stroke.len() == 5)
}

#[test]
fn rates_and_shares_of_regions_beside_each_other_begin_at_zero() {
    // 3.6 in Utrecht, 4.7 in its province and 6.5 in the country: from 2 on the one would seem
    // a third of the other.
    for (indicator, region, first) in
        [("tienermoeders", "Utrecht", "0"), ("moeders-35-plus", "Ede", "0%")]
    {
        for width in [288, 568, 1160] {
            let asked = [("indicator", indicator), ("region", region), ("view", "compare")];
            let (picture, words, _) = drawn(&asked, width);
            assert!(words.iter().any(|word| word == first), "{indicator} {width}: {words:?}");
            assert!(!has_break(&picture), "{indicator} {width}");
        }
    }
}

#[test]
fn an_axis_that_does_not_begin_at_zero_shows_its_break() {
    // 89 %, 90 % and 91 % would cover each other (RIVM, 2021); nobody is of no age.
    for (indicator, region, gone) in
        [("vaccinatiegraad-2-jaar", "Den Haag", "0%"), ("leeftijd-eerste-kind", "NL01", "0")]
    {
        for width in [288, 568, 1160] {
            let asked = [("indicator", indicator), ("region", region), ("view", "compare")];
            let (picture, words, _) = drawn(&asked, width);
            let is_cut = !words.iter().any(|word| word == gone);
            assert_eq!(has_break(&picture), is_cut, "{indicator} {width}: {words:?}");
            assert!(is_cut || indicator != "vaccinatiegraad-2-jaar", "{words:?}");
        }
    }
}

#[test]
fn a_row_of_a_profile_without_spread_or_verdict_has_no_position() {
    // 1.2 % of the inhabitants of Rozendaal and 3.8 % of the country (CBS, 2022): there is no
    // interval, and no other municipality.
    for (width, language, reason) in [
        (640, "nl", "niet vergeleken: of het toeval is"),
        (640, "en", "not compared: whether it is chance"),
        (288, "nl", "niet vergeleken: of het toeval is"),
    ] {
        let asked = [("region", "Rozendaal"), ("view", "profile"), ("lang", language)];
        with_figure(&asked, width, |figure| {
            let picture = figure.picture("proef").unwrap();
            let marks = svg::marks(&picture);
            let value = if language == "nl" { "1,2%" } else { "1.2%" };
            let label = |mark: &&&Element| {
                mark.attribute("aria-label").is_some_and(|label| label.contains(value))
            };
            let mark = marks.iter().find(label).unwrap();
            // A wrapped line leaves no space behind.
            let said = svg::text(mark).replace(' ', "");
            assert!(said.contains(&reason.replace(' ', "")), "{width}: {said}");
            let shapes = svg::elements(mark).into_iter().filter(|e| e.name == "path").count();
            assert_eq!(shapes, 0, "{width}: {}", mark.to_html());
            assert!(written(&picture).iter().any(|word| word == value), "{width}");
        });
    }
}

/// A municipality that says no, is preparing it and says yes, and the share of all.
fn answers() -> Dataset {
    let text = json!({"nl": "tekst", "en": "text"});
    let file = json!({
        "version": "2.0", "class": "dataset",
        "id": ["indicator", "measure", "region", "period"], "size": [1, 2, 2, 3],
        "dimension": {
            "indicator": {"category": {"index": ["proef"]}},
            "measure": {"category": {"index": ["value", "answer"]}},
            "region": {"category": {"index": ["GM9901", "NL01"]}},
            "period": {"category": {"index": ["2020", "2021", "2022"]}},
        },
        "value": [null, null, null, 20, 50, 80, 0, 1, 2, null, null, null],
        "extension": {"format": 1, "threshold": 10, "definitions": [{
            "id": "proef", "phase": "programme", "kind": "presence", "direction": "higher",
            "counted": "municipalities", "decimals": 0, "name": text, "definition": text,
            "sentence": text, "source": {"publisher": "niemand"},
        }]},
    });
    let file = serde_json::from_value(file).unwrap();
    Dataset::try_from(JsonStat::read(&file).unwrap()).unwrap()
}

#[test]
fn answers_of_yes_and_no_have_no_percentages_beside_them() {
    let dataset = answers();
    for view in ["compare", "number", "trend"] {
        let asked = [("indicator", "proef"), ("region", "GM9901"), ("view", view)];
        let request = request(&asked, 640).unwrap();
        let picture = Figure::new(&dataset, &request).unwrap().picture("proef").unwrap();
        let words = written(&picture);
        assert!(words.iter().any(|word| word == "ja"), "{view}: {words:?}");
        // The country's share has its dot; the answer has none.
        let dots = svg::elements(&picture).into_iter().filter(|e| svg::has_class(e, "dot"));
        assert_eq!(dots.count(), usize::from(view == "compare"), "{view}");
    }
}

#[test]
fn a_trend_without_a_line_is_a_number_that_says_so() {
    let reason = "Er is geen lijn: te weinig cijfers.";
    // Withheld in every year; borders that changed; one answer.
    for (indicator, region) in [
        ("tienermoeders", "Ameland"),
        ("tienermoeders", "GM0796"),
        ("nu-niet-zwanger", "Rotterdam"),
    ] {
        for width in [288, 640] {
            let of = |view: &'static str| {
                drawn(&[("indicator", indicator), ("region", region), ("view", view)], width)
            };
            let ((trend, _, said), (number, _, alone)) = (of("trend"), of("number"));
            assert_eq!(trend.to_html(), number.to_html(), "{indicator} {region}");
            assert!(said.contains(reason) && !alone.contains(reason), "{said}");
        }
    }
    let (_, words, said) =
        drawn(&[("indicator", "tienermoeders"), ("region", "Ede"), ("view", "trend")], 640);
    assert!(!said.contains(reason) && words.iter().any(|word| word == "2011"), "{words:?}");
    // Of others there are lines.
    let fixture = Fixture::new("share", &["GM9901", "GM9902", "NL01"], 2018..=2022);
    let dataset = fixture.dataset(|_, region, _| match region {
        0 => Cell::status("withheld"),
        _ => Cell::counts(100, 1000),
    });
    let asked = [
        ("indicator", "proef"),
        ("region", "GM9901"),
        ("compare", "NL01,GM9902"),
        ("view", "trend"),
    ];
    let request = request(&asked, 640).unwrap();
    let figure = Figure::new(&dataset, &request).unwrap();
    assert!(!figure.sentences().join(" ").contains(reason));
    assert!(!strokes(&figure.picture("proef").unwrap(), "line other").is_empty());
}

#[test]
fn a_region_of_the_same_municipalities_as_another_has_no_second_row() {
    let published = Published::read("eerste-kinderen");
    let period = published.period("2015").unwrap();
    let counts = |code: &str| published.counts(0, published.region(code), period).unwrap();
    // Drenthe is a province and a health region; the province of Utrecht is one, too.
    assert_eq!(counts("GG0706"), counts("PV22"));
    assert_ne!(counts("GG4506"), counts("PV28"));
    for (region, compare, rows) in [
        ("Assen", "NL01", vec!["Assen", "Provincie Drenthe", "Nederland"]),
        (
            "Gouda",
            "NL01",
            vec!["Gouda", "GGD Hollands-Midden", "Provincie Zuid-Holland", "Nederland"],
        ),
        ("GG0706", "NL01", vec!["GGD Drenthe", "Nederland"]),
        ("Assen", "NL01,GG0706", vec!["Assen", "GGD Drenthe", "Provincie Drenthe", "Nederland"]),
    ] {
        let asked = [
            ("indicator", "eerste-kinderen"),
            ("region", region),
            ("view", "compare"),
            ("compare", compare),
            ("period", "2015"),
        ];
        let (_, words, _) = drawn(&asked, 640);
        let names = ["Provincie", "GGD", "Corop", "COROP", "Nederland", "Assen", "Gouda"];
        let is_name = |word: &&String| names.iter().any(|name| word.starts_with(name));
        let found: Vec<&String> = words.iter().filter(is_name).collect();
        assert_eq!(found, rows, "{region} {compare}");
    }
}
