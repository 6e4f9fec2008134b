// SPDX-License-Identifier: EUPL-1.2
//! The findings behind a figure, for programs.

use super::Figure;
use super::content::Record;
use crate::indicator::comparison::{self, Comparison, Verdict};
use crate::indicator::finding::{Method, Outcome};
use serde_json::{Value, json};

impl Figure<'_> {
    /// What is said, and every finding: `{heading, sentences, indicator, findings: [{indicator,
    /// region, name, period, status, value, lower, upper, method, numerator, denominator, verdict}]}`.
    /// Besides, `recentTrend: {from, to, verdict}`, or null where nothing is said of it.
    /// Values are in the unit shown; what is withheld has nothing but its status.
    pub fn json(&self) -> Value {
        let findings: Vec<Value> =
            self.content.records().iter().map(|record| self.finding(record)).collect();
        json!({
            "heading": self.heading(),
            "sentences": self.sentences(),
            "indicator": self.content.definition().id,
            "period": self.content.period().code(),
            "recentTrend": self.recent(),
            "findings": findings,
        })
    }

    fn recent(&self) -> Option<Value> {
        let recent = self.content.recent()?;
        let ((from, _), (to, _)) = (recent.span.start(), recent.span.end());
        Some(json!({ "from": from, "to": to, "verdict": recent.verdict.word() }))
    }

    fn finding(&self, record: &Record) -> Value {
        let finding = record.finding;
        let mut out = json!({
            "indicator": record.definition.id,
            "region": record.region.code,
            "name": record.region.name,
            "period": finding.period.code(),
            "status": status(&finding.outcome),
        });
        let Some(object) = out.as_object_mut() else {
            return out;
        };
        if let Outcome::Answered(answer) = finding.outcome {
            object.insert("answer".into(), self.words.answer(answer).into());
        }
        if let Some(figure) = finding.figure() {
            object.insert("value".into(), figure.value.into());
            if let Some(interval) = figure.interval {
                object.insert("lower".into(), interval.lower.into());
                object.insert("upper".into(), interval.upper.into());
                object.insert("method".into(), method(interval.method).into());
            }
            if let Some(numerator) = figure.numerator {
                object.insert("numerator".into(), numerator.into());
            }
            if let Some(denominator) = figure.denominator {
                object.insert("denominator".into(), denominator.into());
            }
            if !record.benchmark.is_empty() {
                let compared = comparison::compare(record.definition, finding, record.benchmark);
                if let Comparison::Compared(verdict, _) = compared {
                    object.insert("verdict".into(), word(verdict).into());
                }
            }
        }
        out
    }
}

fn status(outcome: &Outcome) -> &'static str {
    use crate::indicator::finding::Absence;
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
