// SPDX-License-Identifier: EUPL-1.2
//! What the heading of one region's figure says: its message, in at most twelve words.

use super::template::fill;
use super::value::capital;
use super::words::Words;
use crate::indicator::comparison::{self, Comparison, Verdict};
use crate::indicator::definition::{Definition, Kind};
use crate::indicator::finding::Outcome;
use crate::stats::trend;
use crate::view::single::Selection;

impl Words {
    /// The message of one region's figure: how it compares with the benchmark; where there is none,
    /// how it changed; or else the figure itself, or why there is none.
    pub fn headline(&self, selection: &Selection) -> String {
        let (words, definition) = (&self.headline, selection.definition);
        let region = &*self.name(selection.own.region);
        let subject = definition.subject.as_ref().map(|subject| self.pick(subject));
        let said = |said: &str| fill(words.said, &[("region", region), ("said", said)]);
        let Some(finding) = selection.finding() else {
            return said(self.missing_short);
        };
        let estimate = match &finding.outcome {
            Outcome::Shown(estimate) => estimate,
            Outcome::Between(_) => {
                return said(&self.figure(definition, finding).unwrap_or_default());
            }
            Outcome::Answered(answer) => return said(self.answer(*answer)),
            other => return said(self.reason(other).unwrap_or_default()),
        };
        let message = |named: &str, unnamed: &str, is_higher: bool, names: &[(&str, &str)]| {
            let kind = if subject.is_some() { nth(definition) } else { MEAN };
            let template = if subject.is_some() { named } else { unnamed };
            let mut all = vec![
                ("region", region),
                ("subject", subject.unwrap_or_default()),
                ("comparative", comparative(words.comparatives, kind, is_higher)),
            ];
            all.extend(names);
            fill(template, &all)
        };
        let of = |templates: [&'static str; 3]| templates.get(nth(definition)).copied();
        if let Some(benchmark) = selection.benchmark() {
            let compared = comparison::compare(definition, finding, &benchmark.findings);
            if let Comparison::Compared(verdict, _) = compared {
                let place = self.place(benchmark.region);
                let names = [("benchmark", &*place)];
                let (named, unnamed) = match verdict {
                    Verdict::Similar => (words.similar, words.similar_unnamed),
                    _ => (of(words.beside).unwrap_or_default(), words.beside_unnamed),
                };
                return message(named, unnamed, verdict == Verdict::Higher, &names);
            }
        }
        let is_higher = selection.recent.and_then(|recent| match recent.verdict {
            trend::Verdict::Increasing => Some((true, recent)),
            trend::Verdict::Decreasing => Some((false, recent)),
            trend::Verdict::NoChange | trend::Verdict::CannotBeCalculated => None,
        });
        if let Some((is_higher, recent)) = is_higher {
            let first = recent.span.start().0.to_string();
            let named = of(words.since).unwrap_or_default();
            return message(named, words.since_unnamed, is_higher, &[("first", &first)]);
        }
        match (definition.kind, subject) {
            (Kind::Count, Some(subject)) => {
                let value = self.bare(definition, estimate.value);
                let names = [("region", region), ("value", &*value), ("subject", subject)];
                fill(words.counted, &names)
            }
            _ => said(&self.value(definition, estimate.value)),
        }
    }

    /// What the catalogue calls what is counted, at the beginning of a line; its name where it does
    /// not say.
    pub fn subject(&self, definition: &Definition) -> String {
        capital(self.pick(definition.subject.as_ref().unwrap_or(&definition.name)))
    }

    /// "minder" or "meer", as the kind of the indicator has it.
    pub fn comparative(&self, definition: &Definition, is_higher: bool) -> &'static str {
        comparative(self.headline.comparatives, nth(definition), is_higher)
    }
}

/// The place of means in an array for shares, rates and means.
const MEAN: usize = 2;

/// The place of an indicator's kind in it.
fn nth(definition: &Definition) -> usize {
    match definition.kind {
        Kind::Share | Kind::Presence => 0,
        Kind::Rate => 1,
        Kind::Count | Kind::Mean | Kind::Range => MEAN,
    }
}

fn comparative(all: [[&'static str; 2]; 3], kind: usize, is_higher: bool) -> &'static str {
    let pair = all.get(kind).copied().unwrap_or_default();
    let [lower, higher] = pair;
    if is_higher { higher } else { lower }
}
