// SPDX-License-Identifier: EUPL-1.2
//! The figure as a workbook: its figures on one sheet, what they are on another.

use super::Figure;
use super::citation::Style;
use super::rows::{Reader, named};
use super::source::{Part, occurring, publication};
#[cfg(not(target_arch = "wasm32"))]
use crate::error::Error;
use crate::indicator::definition::Definition;
use crate::indicator::period::Period;
use crate::sheet::book::{Book, Cell, Page};
#[cfg(not(target_arch = "wasm32"))]
use crate::sheet::file;
use crate::text::template::{fill, joined};
use crate::text::words::file::FileWords;

impl Figure<'_> {
    /// The figure as a workbook; it stands at an `address` of the web, where that is known.
    pub fn book(&self, address: Option<&str>) -> Book {
        let words = FileWords::of(self.request.language);
        let rows = self.rows(Reader::Workbook);
        let [figures, about] = words.sheets.map(String::from);
        Book {
            title: self.name().to_string(),
            author: joined(&self.each(&|(d, _)| Some(d.source.publisher.clone())), "; "),
            day: self.day().to_string(),
            pages: vec![
                Page { name: figures, heads: rows.heads, rows: rows.rows },
                Page { name: about, heads: Vec::new(), rows: self.explained(words, address) },
            ],
        }
    }

    /// The file of that workbook.
    ///
    /// # Errors
    /// As [`file::write`].
    #[cfg(not(target_arch = "wasm32"))]
    pub fn xlsx(&self, address: Option<&str>) -> Result<Vec<u8>, Error> {
        file::write(&self.book(address))
    }

    /// The day on which the figure was as it is: that of its edition, or else today.
    fn day(&self) -> &str {
        let edition = self.request.edition.as_ref().map(|edition| edition.day());
        edition.or(self.request.date.as_deref()).unwrap_or_default()
    }

    fn definitions(&self) -> impl Iterator<Item = &Definition> {
        self.indicators.iter().map(|(definition, _)| *definition)
    }

    /// What is said of the indicators, each once, where it is known.
    fn each(&self, of: &Part) -> Vec<String> {
        let mut all = occurring(&self.indicators, of);
        all.retain(|text| !text.is_empty());
        all
    }

    /// What the figures are, in terms and texts.
    fn explained(&self, here: &FileWords, address: Option<&str>) -> Vec<Vec<Cell>> {
        let words = self.words;
        let mut rows = Vec::new();
        let mut say = |term: &str, text: &str| {
            if !text.is_empty() {
                let term = term.trim_end_matches(['.', ':']).to_string();
                rows.push(vec![Cell::Term(term), Cell::Text(text.to_string())]);
            }
        };
        say(here.figure, self.name());
        for sentence in self.sentences() {
            say(here.said, &sentence);
        }
        let are_many = self.indicators.len() > 1;
        for definition in self.definitions() {
            say(here.subject, &[&named(words, definition), " [", &definition.id, "]"].concat());
            say(words.definition, words.pick(&definition.definition));
            let terms = [
                (words.numerator, &definition.numerator),
                (words.denominator, &definition.denominator),
                // Of a single one the line on the method says it.
                (here.note, if are_many { &definition.note } else { &None }),
            ];
            for (term, text) in terms {
                say(term, text.as_ref().map_or("", |text| words.pick(text)));
            }
            for change in &definition.breaks {
                let at = Period::parse(&change.at);
                let at = at.map_or_else(|| change.at.clone(), |at| words.period(at));
                let reason = words.pick(&change.reason);
                say(here.change, &fill(here.since, &[("period", &at), ("reason", reason)]));
            }
        }
        say(here.method, &self.method);
        for source in self.each(&|(d, _)| Some(publication(d))) {
            say(words.source, &source);
        }
        for (term, text) in self.source.dates() {
            say(term, text);
        }
        say(here.licence, &joined(&self.each(&|(d, _)| d.licence.clone()), "; "));
        if let Some(edition) = &self.request.edition {
            say(here.edition, edition.id());
        }
        say(here.citation, self.citation(Style::Text, address).trim_end());
        for (address, _) in self.source.addresses() {
            say(words.more, address);
        }
        if let Some(date) = &self.request.date {
            say(here.day, &words.date(date));
        }
        rows
    }
}
