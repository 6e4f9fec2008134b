// SPDX-License-Identifier: EUPL-1.2
//! The footer that Dutch readers know: source, reporting year, last update, how often, more.

use super::Figure;
use crate::indicator::definition::Definition;
use crate::markup::{Element, element};
use crate::text::words::fill;

impl<'a> Figure<'a> {
    /// The footer's terms with their texts; the addresses behind them are `more`.
    fn source_parts(&self) -> Vec<(&'static str, String)> {
        let words = self.words;
        let updated = |d: &Definition| Some(words.date(d.source.updated.as_deref()?));
        let frequency = |d: &Definition| Some(words.pick(d.source.frequency.as_ref()?).to_string());
        vec![
            (words.source, self.publications()),
            (words.reporting_year, self.years()),
            (words.updated, self.shared(&updated)),
            (words.frequency, self.shared(&frequency)),
        ]
    }

    /// Who published the figures: each publication once.
    pub(super) fn publications(&self) -> String {
        let publications =
            distinct(self.content.definitions().into_iter().map(publication).collect());
        let publications = publications.join("; ");
        if publications.is_empty() { self.words.not_stated.to_string() } else { publications }
    }

    /// The periods that the figures are of.
    pub(super) fn years(&self) -> String {
        let periods = self.content.periods().into_iter();
        distinct(periods.map(|period| self.words.period(period)).collect()).join(", ")
    }

    /// What all indicators share; that they differ, or that it is not stated.
    fn shared(&self, of: &dyn Fn(&Definition) -> Option<String>) -> String {
        let unstated = || self.words.not_stated.to_string();
        let all = self.content.definitions().into_iter();
        let mut all = distinct(all.map(|d| of(d).unwrap_or_else(unstated)).collect());
        let last = all.pop().unwrap_or_default();
        #[cfg(feature = "overview")]
        if !all.is_empty() {
            return self.words.of_overview().differs.to_string();
        }
        last
    }

    /// Addresses of more about the figures, with their hosts: one for each host.
    fn more(&self) -> Vec<(&'a str, &'a str)> {
        let mut more: Vec<(&str, &str)> = Vec::new();
        for definition in self.content.definitions() {
            let address = definition.source.more.as_deref().unwrap_or_default();
            let Some(rest) = address.strip_prefix("https://") else { continue };
            let host = rest.split('/').next().unwrap_or_default();
            if more.iter().all(|(_, other)| *other != host) {
                more.push((address, host));
            }
        }
        more
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
        for (nth, (_, host)) in self.more().into_iter().enumerate() {
            line.push_str(if nth == 0 { self.words.more } else { "," });
            line.push_str(if nth == 0 { ": " } else { " " });
            line.push_str(host);
        }
        line
    }

    /// Source and reporting year as sentences, for what leaves the page; last update, and when it
    /// left, where they are known.
    pub(super) fn origin(&self) -> String {
        let definitions = self.content.definitions();
        let is_dated = definitions.iter().any(|d| d.source.updated.is_some());
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
        let mut links = element("dd");
        for (nth, (address, host)) in self.more().into_iter().enumerate() {
            if nth > 0 {
                links = links.text(", ");
            }
            let link = element("a").with("href", address.to_string()).text(host.to_string());
            links = links.child(link);
        }
        if !links.children.is_empty() {
            list = list.child(pair(self.words.more, links));
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

/// What occurs, each once.
fn distinct(values: Vec<String>) -> Vec<String> {
    let mut all = Vec::new();
    for value in values {
        if !all.contains(&value) {
            all.push(value);
        }
    }
    all
}
