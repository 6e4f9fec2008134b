// SPDX-License-Identifier: EUPL-1.2
//! What stands above the picture: short, and true of every figure.

use crate::support::{self, dataset};
use kansrijke_start::figure::Figure;
use kansrijke_start::prepare::recipe::catalogue;

/// The most words of a heading.
const HEADING: usize = 12;

/// A country, a large municipality, a small one, a province with a name of two words.
const REGIONS: [&str; 4] = ["NL01", "Utrecht", "Ameland", "PV30"];

/// The most words of the sentences above a picture.
const LEDE: usize = 35;

fn words(text: &str) -> usize {
    text.split_whitespace().count()
}

#[test]
fn heading_and_sentences_above_every_picture_are_short() {
    let catalogue = catalogue::parse("catalogue.toml", catalogue::SHIPPED, &[]).unwrap();
    let ids = catalogue.iter().map(|entry| &*entry.definition.id);
    let views = ["number", "trend", "compare", "table", "ranking", "funnel"];
    let mut cases: Vec<(&str, &str)> =
        ids.flat_map(|id| views.iter().map(move |view| (id, *view))).collect();
    cases.extend([("", "profile"), ("", "heatmap"), ("", "story")]);
    let mut long = Vec::new();
    let mut drawn = 0;
    for (id, view) in cases {
        let dataset = dataset(id).unwrap();
        for region in REGIONS {
            let attributes = [("indicator", id), ("region", region), ("view", view)];
            let request = support::request(&attributes, 640).unwrap();
            let Ok(figure) = Figure::new(dataset, &request) else { continue };
            drawn += 1;
            let (heading, lede) = (figure.heading(), figure.lede());
            if !(2..=HEADING).contains(&words(heading)) || heading.contains(['{', '}']) {
                long.push(format!("{view} {id}: {heading}"));
            }
            if words(lede) > LEDE || lede.contains(['{', '}']) {
                long.push(format!("{view} {id}, {} words: {lede}", words(lede)));
            }
        }
    }
    assert!(long.is_empty(), "{long:#?}");
    assert!(drawn > 1000, "{drawn}");
}

#[test]
fn a_heading_is_the_message_the_name_or_a_text() {
    let dataset = dataset("tienermoeders").unwrap();
    let drawn = |heading: &str| {
        let attributes = [
            ("indicator", "tienermoeders"),
            ("region", "Utrecht"),
            ("period", "2015"),
            ("heading", heading),
        ];
        let request = support::request(&attributes, 640).unwrap();
        let figure = Figure::new(dataset, &request).unwrap();
        (figure.heading().to_string(), figure.about().to_string())
    };
    let (message, about) = drawn("message");
    assert_eq!(message, "Utrecht: minder kinderen van tienermoeders dan Nederland");
    assert!(about.ends_with(", per 1.000, 2015"), "{about}");
    let (name, about) = drawn("name");
    assert!(name.ends_with(", Utrecht"), "{name}");
    assert_eq!(about, "per 1.000, 2015");
    let (own, about) = drawn("Jong <b>moeder</b>");
    assert_eq!(own, "Jong <b>moeder</b>");
    assert_eq!(about, [&name, ", per 1.000, 2015"].concat());
}

#[test]
fn old_figures_say_how_old_they_are() {
    let dataset = dataset("tienermoeders").unwrap();
    let drawn = |view: &str, today: Option<&str>| {
        let attributes = [
            ("indicator", "tienermoeders"),
            ("region", "Zwolle"),
            ("view", view),
            ("period", "2015"),
        ];
        let mut request = support::request(&attributes, 640).unwrap();
        request.date = today.map(str::to_string);
        Figure::new(dataset, &request).unwrap().tree("id").to_html()
    };
    let age = "Deze cijfers zijn van 2015, 11 jaar geleden.";
    assert!(drawn("number", Some("2026-11-28")).contains(age));
    assert!(drawn("ranking", Some("2026-11-28")).contains(age));
    // Of Zwolle there are later figures that were not fetched.
    let newer = "CBS heeft nieuwere cijfers; die zijn hier nog niet opgehaald.";
    for today in [Some("2026-11-28"), Some("2016-01-01"), None] {
        assert!(drawn("number", today).contains(newer), "{today:?}");
    }
    let request = support::request(&[("indicator", "tienermoeders"), ("region", "NL01")], 640);
    let mut request = request.unwrap();
    request.date = Some("2031-01-01".to_string());
    let latest = Figure::new(dataset, &request).unwrap().tree("id").to_html();
    assert!(latest.contains("Nieuwere cijfers van Nederland zijn er hier niet."), "{latest}");
    assert!(!latest.contains("nog niet opgehaald"), "{latest}");
    for (today, is_said) in [("2017-12-31", false), ("2018-01-01", true)] {
        assert_eq!(drawn("number", Some(today)).contains("jaar geleden"), is_said, "{today}");
    }
    assert!(!drawn("number", None).contains("jaar geleden"));
}
