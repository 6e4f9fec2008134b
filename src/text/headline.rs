// SPDX-License-Identifier: EUPL-1.2
//! What the heading of one region's figure says: its message, in at most twelve words.

use super::template::fill;
use super::value::capital;
use super::words::Words;
use super::words::headline::HeadlineWords;
use crate::indicator::comparison::{Comparison, Verdict};
use crate::indicator::definition::{Definition, Kind};
use crate::indicator::finding::{Finding, Outcome};
use crate::stats::trend;
use crate::view::single::Selection;

impl Words {
    /// The message of one region's figure: how it compares with the benchmark; where there is none,
    /// how it changed; or else the figure itself, or why there is none.
    pub fn headline(&self, selection: &Selection) -> String {
        let (words, definition) = (HeadlineWords::of(self.language), selection.definition);
        let estimate = selection.finding().and_then(Finding::estimate);
        let changed = selection.recent.filter(|_| estimate.is_some()).map(|recent| recent.verdict);
        let (templates, is_higher) = match (selection.comparison(), changed) {
            (Some(Comparison::Compared(Verdict::Similar, _)), _) => (&words.similar, false),
            (Some(Comparison::Compared(verdict, _)), _) => {
                (&words.beside, verdict == Verdict::Higher)
            }
            (_, Some(trend::Verdict::Increasing)) => (&words.since, true),
            (_, Some(trend::Verdict::Decreasing)) => (&words.since, false),
            _ => (&words.said, false),
        };
        let benchmark = selection.benchmark().map(|b| self.place(b.region)).unwrap_or_default();
        let first = selection.recent.map(|recent| recent.span.start().0.to_string());
        let names = [
            ("region", &*self.name(selection.own.region)),
            ("subject", definition.subject.as_ref().map_or("", |subject| self.pick(subject))),
            ("comparative", self.comparative(definition, is_higher)),
            ("benchmark", &*benchmark),
            ("first", first.as_deref().unwrap_or_default()),
            ("said", &*self.said(definition, selection.finding())),
        ];
        fill(templates.get(nth(definition)).copied().unwrap_or_default(), &names)
    }

    /// A figure alone, or why there is none; of a count with what is counted.
    fn said(&self, definition: &Definition, finding: Option<&Finding>) -> String {
        let Some(finding) = finding else {
            return self.missing_short.to_string();
        };
        let figure = match &finding.outcome {
            Outcome::Shown(estimate) => self.value(definition, estimate.value),
            Outcome::Answered(answer) => return self.answer(*answer).to_string(),
            outcome => match self.reason(outcome) {
                Some(reason) => return reason.to_string(),
                None => self.figure(definition, finding).unwrap_or_default(),
            },
        };
        match &definition.subject {
            Some(subject) if definition.is_count() => [&figure, " ", self.pick(subject)].concat(),
            _ => figure,
        }
    }

    /// What the catalogue calls what is counted, at the beginning of a line; its name where it does
    /// not say.
    pub fn subject(&self, definition: &Definition) -> String {
        capital(self.pick(definition.subject.as_ref().unwrap_or(&definition.name)))
    }

    /// "minder" or "meer", as the kind of the indicator has it.
    pub fn comparative(&self, definition: &Definition, is_higher: bool) -> &'static str {
        let pair = self.comparatives.get(nth(definition)).copied();
        let [lower, higher] = pair.unwrap_or_default();
        if is_higher { higher } else { lower }
    }
}

/// The place of an indicator among texts: by its kind, and last where its subject has no name.
fn nth(definition: &Definition) -> usize {
    match (&definition.subject, definition.kind) {
        (None, _) => 3,
        (_, Kind::Share | Kind::Presence) => 0,
        (_, Kind::Rate) => 1,
        (_, Kind::Count | Kind::Mean | Kind::Range) => 2,
    }
}
