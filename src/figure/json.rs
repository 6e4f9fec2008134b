// SPDX-License-Identifier: EUPL-1.2
//! The findings behind a figure, for programs.

use super::Figure;
use crate::data::selection::Series;
use crate::indicator::comparison::{self, Comparison, Verdict};
use crate::indicator::finding::{Finding, Method, Outcome};
use serde_json::{Value, json};

impl Figure<'_> {
    /// What is said, and every finding: `{heading, sentences, indicator, findings: [{region,
    /// name, period, status, value, lower, upper, method, numerator, denominator, verdict}]}`.
    /// Besides, `recentTrend: {from, to, verdict}`, or null where nothing is said of it.
    /// Values are in the unit shown; what is withheld has nothing but its status.
    pub fn json(&self) -> Value {
        let all = std::iter::once(&self.selection.own).chain(&self.selection.others);
        let findings: Vec<Value> = all
            .flat_map(|series| series.findings.iter().map(|f| self.finding(series, f)))
            .collect();
        json!({
            "heading": self.heading(),
            "sentences": self.sentences(),
            "indicator": self.selection.definition.id,
            "period": self.selection.period.code(),
            "recentTrend": self.recent(),
            "findings": findings,
        })
    }

    fn recent(&self) -> Option<Value> {
        let recent = self.selection.recent?;
        let ((from, _), (to, _)) = (recent.span.start(), recent.span.end());
        Some(json!({ "from": from, "to": to, "verdict": recent.verdict.word() }))
    }

    fn finding(&self, series: &Series, finding: &Finding) -> Value {
        let mut out = json!({
            "region": series.region.code,
            "name": series.region.name,
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
            let benchmark = self.selection.benchmark();
            if let Some(benchmark) = benchmark.filter(|b| b.region != series.region) {
                let compared =
                    comparison::compare(self.selection.definition, finding, &benchmark.findings);
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
