// SPDX-License-Identifier: EUPL-1.2
//! What a figure says amid somebody's text, who says so, and how many dots it is.

use super::number::decimal;
use super::overview::join;
use super::template::fill;
use super::words::brief::BriefWords;
use crate::indicator::definition::Definition;
use crate::indicator::finding::{Finding, Outcome};
use crate::view::icons::{Dots, Icons};
use crate::view::single::Selection;

impl BriefWords {
    /// The number alone, with the per cent sign and no other unit, which the sentence around it has:
    /// "3,6", "14,8%", "29,7"; an answer; or why there is none, in brackets, so that the sentence can
    /// go on.
    pub fn value_alone(&self, selection: &Selection) -> String {
        let finding = selection.finding();
        let reason = match finding.map(|finding| &finding.outcome) {
            Some(Outcome::Answered(answer)) => return self.answer(*answer).to_string(),
            Some(outcome) => self.reason(outcome),
            None => None,
        };
        match finding.and_then(|finding| self.figure(selection.definition, finding)) {
            Some(figure) => figure,
            None => fill(self.unshown, &[("reason", reason.unwrap_or(self.missing_short))]),
        }
    }

    /// What whoever asks must know of a figure, in a line: where the
    /// value stood alone (`is_alone`) its period and unit, interval, counts, how firm it is, who published it.
    pub fn note(&self, selection: &Selection, is_alone: bool) -> String {
        let definition = selection.definition;
        let mut note = if is_alone { self.unit(definition).to_string() } else { String::new() };
        if let Some(estimate) = selection.finding().and_then(Finding::estimate) {
            if let Some(interval) = estimate.interval {
                let range = self.range(definition, &interval);
                note = join(&note, "; ", &fill(self.interval, &[("range", &range)]));
            }
            note = join(&note, "; ", &self.counts(estimate).unwrap_or_default());
        }
        let firmness = selection.finding().and_then(|finding| self.firmness(finding));
        note = join(&note, "; ", firmness.unwrap_or_default());
        if is_alone {
            note = join(&self.period(selection.period), "; ", &note);
        }
        let publisher = &definition.source.publisher;
        let source = if publisher.is_empty() { self.not_stated } else { publisher };
        join(&note, "; ", &fill(self.by, &[("source", source)]))
    }

    /// A number of dots out of all: "3,6 van de 1.000".
    pub fn dots(&self, definition: &Definition, icons: &Icons, dots: f64) -> String {
        let number = decimal(self.language, dots, icons.decimals(definition));
        fill(self.of_whole, &[("dots", &number), ("whole", &self.count(icons.whole.into()))])
    }

    /// The interval of a number of dots: "marge (95%): 2,4 tot 5,4"; empty where there is none.
    pub fn dots_interval(&self, definition: &Definition, icons: &Icons, dots: &Dots) -> String {
        let Some([lower, upper]) = dots.interval else { return String::new() };
        let number = |end| decimal(self.language, end, icons.decimals(definition));
        let range = fill(self.range, &[("lower", &number(lower)), ("upper", &number(upper))]);
        fill(self.interval, &[("range", &range)])
    }
}
