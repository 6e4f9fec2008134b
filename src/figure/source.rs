// SPDX-License-Identifier: EUPL-1.2
//! The footer that Dutch readers know: source, reporting year, last update, how often, more.

use super::Figure;
use super::depiction::Depiction;
use crate::indicator::definition::Definition;
use crate::indicator::period::Period;
use crate::markup::{Element, element};
use crate::text::template::{fill, joined};
use crate::text::words::Words;
use crate::text::words::file::FileWords;

/// Where the figures come from.
#[derive(Debug)]
pub(super) struct Source<'a> {
    /// Terms with their texts: publication, reporting year; last update and frequency where they
    /// are known.
    terms: Vec<(&'static str, String)>,
    /// Whether the third is the last update.
    is_dated: bool,
    /// Addresses of more about the figures, with their hosts: one for each host.
    more: Vec<(&'a str, &'a str)>,
}

impl<'a> Source<'a> {
    /// Of the `indicators` of a depiction with their periods. How often figures come is not said of
    /// `old` ones: they came no more.
    pub(super) fn of(
        words: &Words,
        indicators: &[(&'a Definition, Period)],
        depiction: &dyn Depiction<'a>,
        old: bool,
    ) -> Self {
        let differs = depiction.differs();
        let mut sources = occurring(indicators, &|(d, _)| Some(publication(d)));
        // Other pictures are drawn on nothing that somebody made.
        if cfg!(feature = "map") {
            sources.extend(depiction.ground());
        }
        let publications = joined(&sources, "; ");
        let years =
            joined(&occurring(indicators, &|(_, period)| Some(words.period(*period))), ", ");
        // What all indicators share; that they differ, or that it is not stated.
        let shared = |of: &Part| {
            let mut all = occurring(indicators, of);
            let last = all.pop().unwrap_or_default();
            if all.is_empty() { last } else { differs.to_string() }
        };
        let updated = shared(&|(d, _)| Some(words.date(d.source.updated.as_deref()?)));
        let frequency =
            shared(&|(d, _)| Some(words.pick(d.source.frequency.as_ref()?).to_string()));
        let is_dated = indicators.iter().any(|(d, _)| d.source.updated.is_some());
        let is_frequent = !old && indicators.iter().any(|(d, _)| d.source.frequency.is_some());
        let source = if publications.is_empty() { words.not_stated.into() } else { publications };
        let mut terms = vec![(words.source, source), (words.reporting_year, years)];
        if is_dated {
            terms.push((words.updated, updated));
        }
        if is_frequent {
            terms.push((words.frequency, frequency));
        }
        Self { terms, is_dated, more: more(indicators) }
    }

    /// Terms and texts of when the figures are of and how often they come.
    pub(super) fn dates(&self) -> impl Iterator<Item = (&'static str, &str)> {
        self.terms.iter().skip(1).map(|(term, text)| (*term, text.as_str()))
    }

    /// Addresses of more about the figures, with their hosts.
    pub(super) fn addresses(&self) -> &[(&'a str, &'a str)] {
        &self.more
    }

    /// The footer as one line of text.
    pub(super) fn line(&self, words: &Words) -> String {
        let mut line = String::new();
        for (term, text) in &self.terms {
            line.push_str(term);
            line.push_str(": ");
            line.push_str(text);
            line.push_str("      ");
        }
        for (nth, (_, host)) in self.more.iter().enumerate() {
            line.push_str(if nth == 0 { words.more } else { "," });
            line.push_str(if nth == 0 { ": " } else { " " });
            line.push_str(host);
        }
        line
    }

    /// The footer of the figure.
    pub(super) fn footer(&self, words: &Words) -> Element {
        let mut list = element("dl").class("source");
        for (term, text) in &self.terms {
            list = list.child(pair(term, element("dd").text(text.clone())));
        }
        let mut links = element("dd");
        for (nth, (address, host)) in self.more.iter().enumerate() {
            if nth > 0 {
                links = links.text(", ");
            }
            let link = element("a").with("href", address.to_string()).text(host.to_string());
            links = links.child(link);
        }
        if !links.children.is_empty() {
            list = list.child(pair(words.more, links));
        }
        list
    }
}

impl Figure<'_> {
    /// Source and reporting year as sentences, for what leaves the page; last update, and when it
    /// left, where they are known.
    pub(super) fn origin(&self) -> String {
        let mut said = Vec::new();
        for (term, text) in self.source.terms.iter().take(if self.source.is_dated { 3 } else { 2 })
        {
            said.push([term, ": ", text, "."].concat());
        }
        if let Some(date) = &self.request.date {
            said.push(fill(
                FileWords::of(self.request.language).made,
                &[("date", &self.words.date(date))],
            ));
        }
        joined(&said, " ")
    }
}

fn more<'a>(indicators: &[(&'a Definition, Period)]) -> Vec<(&'a str, &'a str)> {
    let mut more: Vec<(&str, &str)> = Vec::new();
    for (definition, _) in indicators {
        let Some((host, address)) = definition.source.host().zip(definition.source.more.as_deref())
        else {
            continue;
        };
        if more.iter().all(|(_, other)| *other != host) {
            more.push((address, host));
        }
    }
    more
}

/// Who published the figures, in what, under which licence.
pub(crate) fn publication(definition: &Definition) -> String {
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

/// What is said of an indicator and its period, where it is known. Of one parameter, as other calls
/// through a table are: functions of a type that no such call has are left out of a core.
pub(super) type Part<'p> = dyn Fn(&(&Definition, Period)) -> Option<String> + 'p;

/// What occurs among the indicators, each once; an empty text where it is not known.
pub(super) fn occurring(indicators: &[(&Definition, Period)], of: &Part) -> Vec<String> {
    let mut all = Vec::new();
    for indicator in indicators {
        let value = of(indicator).unwrap_or_default();
        if !all.contains(&value) {
            all.push(value);
        }
    }
    all
}
