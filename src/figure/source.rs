// SPDX-License-Identifier: EUPL-1.2
//! The footer that Dutch readers know: source, reporting year, last update, how often, more.

use super::Figure;
use crate::indicator::definition::Definition;
use crate::markup::{Element, element};
use crate::text::words::fill;

impl<'a> Figure<'a> {
    /// The footer's terms with their texts; the address behind the last is `more`.
    fn source_parts(&self) -> Vec<(&'static str, String)> {
        let words = self.words;
        let source = &self.content.definition().source;
        let updated = source.updated.as_deref().map(|date| words.date(date));
        let frequency = source.frequency.as_ref().map(|text| words.pick(text).to_string());
        let unstated = || words.not_stated.to_string();
        let publication = publication(self.content.definition());
        let publication = Some(publication).filter(|text| !text.is_empty());
        vec![
            (words.source, publication.unwrap_or_else(unstated)),
            (words.reporting_year, words.period(self.content.period())),
            (words.updated, updated.unwrap_or_else(unstated)),
            (words.frequency, frequency.unwrap_or_else(unstated)),
        ]
    }

    /// The address of more about the figures, with its host.
    fn more(&self) -> Option<(&'a str, &'a str)> {
        let address = self.content.definition().source.more.as_deref()?;
        let rest = address.strip_prefix("https://")?;
        Some((address, rest.split('/').next().unwrap_or_default()))
    }

    /// The footer as one line of text.
    pub(super) fn source_line(&self) -> String {
        let mut line = String::new();
        for (term, text) in self.source_parts() {
            line.push_str(term);
            line.push_str(": ");
            line.push_str(&text);
            line.push_str("      ");
        }
        if let Some((_, host)) = self.more() {
            line.push_str(self.words.more);
            line.push_str(": ");
            line.push_str(host);
        }
        line
    }

    /// Source and reporting year as sentences, for what leaves the page; last update, and when it
    /// left, where they are known.
    pub(super) fn origin(&self) -> String {
        let is_dated = self.content.definition().source.updated.is_some();
        let mut said = Vec::new();
        for (term, text) in self.source_parts().into_iter().take(if is_dated { 3 } else { 2 }) {
            said.push([term, ": ", &text, "."].concat());
        }
        if let Some(date) = &self.request.date {
            said.push(fill(self.words.made, &[("date", &self.words.date(date))]));
        }
        said.join(" ")
    }

    /// The footer of the figure.
    pub(super) fn footer(&self) -> Element {
        let mut list = element("dl").class("source");
        for (term, text) in self.source_parts() {
            list = list.child(pair(term, element("dd").text(text)));
        }
        if let Some((address, host)) = self.more() {
            let link = element("a").with("href", address.to_string()).text(host.to_string());
            list = list.child(pair(self.words.more, element("dd").child(link)));
        }
        list
    }
}

/// Who published the figures, in what, under which licence.
pub(super) fn publication(definition: &Definition) -> String {
    let mut publication = definition.source.publisher.clone();
    let parts = [&definition.source.publication, &definition.licence];
    for part in parts.into_iter().flatten() {
        publication.push_str(", ");
        publication.push_str(part);
    }
    publication
}

fn pair(term: &'static str, description: Element) -> Element {
    element("div").child(element("dt").text(term)).child(description)
}
