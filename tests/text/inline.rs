// SPDX-License-Identifier: EUPL-1.2
//! Figures amid somebody's text: words that a sentence can go on after, in elements that a paragraph may
//! hold, with their year and source for whoever asks.

use crate::support::fixture::{Cell, Fixture};
use crate::support::{request, svg};
use kansrijke_start::data::dataset::Dataset;
use kansrijke_start::figure::Figure;
use kansrijke_start::markup::{Element, Node};

fn file(kind: &'static str, own: Cell) -> Dataset {
    Fixture::new(kind, &["GM9901", "NL01"], 2015..=2015)
        .dataset(|_, region, _| if region == 0 { own } else { Cell::counts(1100, 170_000) })
}

/// What a reader in this year is given, in the page and without a script.
fn drawn(dataset: &Dataset, view: &str, lang: &str, today: Option<&str>) -> (Element, Element) {
    let asked = [("indicator", "proef"), ("region", "GM9901"), ("view", view), ("lang", lang)];
    let mut request = request(&asked, 640).unwrap();
    request.date = today.map(str::to_string);
    let figure = Figure::new(dataset, &request).unwrap();
    (figure.tree("id"), figure.in_element(asked))
}

/// The text outside the note and its button.
fn amid(tree: &Element) -> String {
    let parts = tree.children.iter().filter_map(|node| match node {
        Node::Text(text) => Some(text.to_string()),
        Node::Element(child) if child.name == "span" && child.attribute("popover").is_none() => {
            Some(svg::text(child))
        }
        Node::Element(_) => None,
    });
    parts.collect()
}

#[test]
fn a_value_is_a_number_that_the_sentence_goes_on_after() {
    let own = Cell::counts(18, 4981);
    assert_eq!(amid(&drawn(&file("rate", own), "value", "nl", None).0), "3,6");
    assert_eq!(amid(&drawn(&file("rate", own), "value", "en", None).0), "3.6");
    let share = Cell::counts(2384, 4981);
    assert_eq!(amid(&drawn(&file("share", share), "value", "nl", None).0), "47,9%");
    let said = |status| amid(&drawn(&file("share", Cell::status(status)), "value", "nl", None).0);
    assert_eq!(said("withheld"), "(te weinig kinderen om te tonen)");
    assert_eq!(said("missing"), "(geen cijfer)");
}

#[test]
fn an_old_figure_says_its_year() {
    let file = file("rate", Cell::counts(18, 4981));
    let on = |today| amid(&drawn(&file, "value", "nl", Some(today)).0);
    assert_eq!(on("2017-12-31"), "3,6");
    assert_eq!(on("2018-01-01"), "3,6 (2015)");
    let withheld = self::file("rate", Cell::status("withheld"));
    let said = amid(&drawn(&withheld, "value", "nl", Some("2018-01-01")).0);
    // Of what is not there the note alone says the year.
    assert_eq!(said, "(te weinig kinderen om te tonen)");
}

#[test]
fn whoever_asks_is_told_year_margin_and_source() {
    let file = file("rate", Cell::counts(18, 4981));
    for view in ["value", "sentence"] {
        let (tree, written) = drawn(&file, view, "nl", None);
        let button = svg::elements(&tree).into_iter().find(|e| e.name == "button").unwrap();
        let note =
            svg::elements(&tree).into_iter().find(|e| e.attribute("popover").is_some()).unwrap();
        assert_eq!(button.attribute("popovertarget"), note.attribute("id"));
        assert!(button.attribute("aria-label").unwrap().contains("tekst, "));
        // Of which year it is, the sentence says itself.
        for text in [svg::text(&tree), svg::text(&written)] {
            for part in ["2015", "marge (95%): 2,1 tot 5,7", "18 van de 4.981", "bron: niemand"] {
                assert!(text.contains(part), "{view}: {part} is not in {text}");
            }
        }
    }
}

#[test]
fn no_element_of_it_ends_a_paragraph() {
    let file = file("share", Cell::counts(2384, 4981));
    for view in ["value", "sentence"] {
        let (tree, written) = drawn(&file, view, "nl", Some("2026-11-29"));
        for element in svg::elements(&tree).into_iter().chain(svg::elements(&written)) {
            let is_phrasing = ["span", "button", "a", "kansrijke-start"].contains(&element.name);
            assert!(is_phrasing, "{view}: <{}>", element.name);
        }
        assert!(svg::elements(&written).iter().all(|e| e.attribute("class").is_none()));
    }
}
