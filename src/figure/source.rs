// SPDX-License-Identifier: EUPL-1.2
//! The footer that Dutch readers know: source, reporting year, last update, how often, more.

use super::Figure;
use crate::markup::{Element, element};

impl<'a> Figure<'a> {
    /// The footer's terms with their texts; the address behind the last is `more`.
    fn source_parts(&self) -> Vec<(&'static str, String)> {
        let words = self.words;
        let source = &self.content.definition().source;
        let updated = source.updated.as_deref().map(|date| words.date(date));
        let frequency = source.frequency.as_ref().map(|text| words.pick(text).to_string());
        let unstated = || words.not_stated.to_string();
        vec![
            (words.source, self.publication()),
            (words.reporting_year, words.period(self.content.period())),
            (words.updated, updated.unwrap_or_else(unstated)),
            (words.frequency, frequency.unwrap_or_else(unstated)),
        ]
    }

    /// Who published the figures, in what, under which licence.
    pub(super) fn publication(&self) -> String {
        let definition = self.content.definition();
        let mut publication = definition.source.publisher.clone();
        let parts = [&definition.source.publication, &definition.licence];
        for part in parts.into_iter().flatten() {
            publication.push_str(", ");
            publication.push_str(part);
        }
        publication
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

fn pair(term: &'static str, description: Element) -> Element {
    element("div").child(element("dt").text(term)).child(description)
}
