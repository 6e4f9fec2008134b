// SPDX-License-Identifier: EUPL-1.2
//! The footer that Dutch readers know: source, reporting year, last update, how often, more.

use crate::data::selection::Selection;
use crate::markup::{Element, element};
use crate::text::words::Words;

/// The source line of a figure.
pub(super) fn footer(words: &Words, selection: &Selection) -> Element {
    let source = &selection.definition.source;
    let mut publication = source.publisher.clone();
    for part in [&source.publication, &selection.definition.licence]
        .into_iter()
        .flatten()
    {
        publication.push_str(", ");
        publication.push_str(part);
    }
    let updated = source.updated.as_deref().map(|date| words.date(date));
    let frequency = source
        .frequency
        .as_ref()
        .map(|text| words.pick(text).to_string());
    let plain = [
        (words.source, Some(publication)),
        (words.reporting_year, Some(words.period(selection.period))),
        (words.updated, updated),
        (words.frequency, frequency),
    ];
    let mut list = element("dl").class("source");
    for (term, text) in plain {
        let text = text.unwrap_or_else(|| words.not_stated.to_string());
        list = list.child(pair(term, element("dd").text(text)));
    }
    if let Some(address) = source.more.as_deref().filter(|a| a.starts_with("https://")) {
        let host = address
            .trim_start_matches("https://")
            .split('/')
            .next()
            .unwrap_or_default();
        let link = element("a")
            .with("href", address.to_string())
            .text(host.to_string());
        list = list.child(pair(words.more, element("dd").child(link)));
    }
    list
}

fn pair(term: &'static str, description: Element) -> Element {
    element("div")
        .child(element("dt").text(term))
        .child(description)
}
