// SPDX-License-Identifier: EUPL-1.2
//! The findings behind a figure, for programs.

use super::Figure;
use super::content::Record;
use super::source::publication;
use crate::indicator::comparison::{self, Comparison, Verdict};
use crate::indicator::finding::{Absence, Method, Outcome};
use crate::json::Value;

impl Figure<'_> {
    /// What is said, and every finding: `{heading, sentences, indicator, period, findings:
    /// [{indicator, region, name, period, status, value, lower, upper, method, numerator,
    /// denominator, verdict, source}]}`. Values are in the unit shown; what is withheld has
    /// nothing but its status and its source.
    pub fn json(&self) -> Value {
        let findings = self.content.records().iter().map(|record| self.finding(record)).collect();
        let sentences = self.sentences().into_iter().map(Value::Text).collect();
        object([
            ("heading", Value::Text(self.heading())),
            ("sentences", Value::List(sentences)),
            ("indicator", text(&self.content.definition().id)),
            ("period", Value::Text(self.content.period().code())),
            ("findings", Value::List(findings)),
        ])
    }

    fn finding(&self, record: &Record) -> Value {
        let finding = record.finding;
        let figure = finding.figure();
        let interval = figure.and_then(|f| f.interval);
        let number = |number: Option<f64>| number.map_or(Value::Null, Value::Number);
        let answer = match finding.outcome {
            Outcome::Answered(answer) => text(self.words.answer(answer)),
            _ => Value::Null,
        };
        let compared = comparison::compare(record.definition, finding, record.benchmark);
        let verdict = match compared {
            Comparison::Compared(verdict, _) => text(word(verdict)),
            Comparison::NotCompared(_) => Value::Null,
        };
        object([
            ("indicator", text(&record.definition.id)),
            ("region", text(&record.region.code)),
            ("name", text(&record.region.name)),
            ("period", Value::Text(finding.period.code())),
            ("status", text(status(&finding.outcome))),
            ("answer", answer),
            ("value", number(figure.map(|f| f.value))),
            ("lower", number(interval.map(|i| i.lower))),
            ("upper", number(interval.map(|i| i.upper))),
            ("method", interval.map_or(Value::Null, |i| text(method(i.method)))),
            ("numerator", number(figure.and_then(|f| f.numerator))),
            ("denominator", number(figure.and_then(|f| f.denominator))),
            ("verdict", verdict),
            ("source", Value::Text(publication(record.definition))),
        ])
    }
}

/// The members that are something.
fn object<const N: usize>(members: [(&str, Value); N]) -> Value {
    let said = members.into_iter().filter(|(_, value)| *value != Value::Null);
    Value::Object(said.map(|(name, value)| (name.to_string(), value)).collect())
}

fn text(text: &str) -> Value {
    Value::Text(text.to_string())
}

fn status(outcome: &Outcome) -> &'static str {
    match outcome {
        Outcome::Shown(figure) if figure.provisional => "provisional",
        Outcome::Shown(_) => "shown",
        Outcome::Answered(_) => "answered",
        Outcome::Withheld => "withheld",
        Outcome::Absent(Absence::Missing) => "missing",
        Outcome::Absent(Absence::BorderChange) => "border-change",
        Outcome::Absent(Absence::Incomplete) => "incomplete",
        Outcome::Absent(Absence::NotApplicable) => "not-applicable",
    }
}

fn method(method: Method) -> &'static str {
    match method {
        Method::Wilson => "wilson",
        Method::Poisson => "poisson",
        Method::Published => "published",
    }
}

/// The word of the public interface.
fn word(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Lower => "lower",
        Verdict::Similar => "similar",
        Verdict::Higher => "higher",
    }
}
