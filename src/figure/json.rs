// SPDX-License-Identifier: EUPL-1.2
//! The findings behind a figure, for programs.

use super::Figure;
use super::record::Record;
use super::rows::Cell;
use super::source::publication;
use crate::indicator::comparison::{self, Comparison, Verdict};
use crate::indicator::finding::{Absence, Method, Outcome};
use crate::text::number::plain;

/// The members of a finding, in order.
const MEMBERS: [&str; 14] = [
    "indicator",
    "region",
    "name",
    "period",
    "status",
    "answer",
    "method",
    "verdict",
    "source",
    "value",
    "lower",
    "upper",
    "numerator",
    "denominator",
];

impl Figure<'_> {
    /// What is said, and every finding: `{heading, sentences, indicator, period, findings:
    /// […]}`, each with `MEMBERS`, those that are there. Values are in the unit shown; what is
    /// withheld has no number. Besides, `recentTrend: {from, to, verdict}`, or null where nothing
    /// is said of it.
    #[cfg(not(target_arch = "wasm32"))]
    pub fn json(&self) -> serde_json::Value {
        let findings: Vec<serde_json::Value> = self
            .depiction
            .records()
            .iter()
            .map(|record| {
                let said = MEMBERS.iter().zip(self.finding(record)).filter_map(|(name, cell)| {
                    let value = match cell {
                        Cell::Text(text) if text.is_empty() => return None,
                        Cell::Text(text) => text.into(),
                        Cell::Number(number) => number?.into(),
                    };
                    Some(((*name).to_string(), value))
                });
                serde_json::Value::Object(said.collect())
            })
            .collect();
        serde_json::json!({
            "heading": self.heading,
            "sentences": self.sentences,
            "indicator": self.indicator(),
            "period": self.period(),
            "recentTrend": self.recent(),
            "findings": findings,
        })
    }

    #[cfg(not(target_arch = "wasm32"))]
    fn recent(&self) -> Option<serde_json::Value> {
        let recent = self.depiction.recent()?;
        let ((from, _), (to, _)) = (recent.span.start(), recent.span.end());
        Some(serde_json::json!({ "from": from, "to": to, "verdict": recent.verdict.word() }))
    }

    /// The findings for the script, which names the members: a line each, its cells split by
    /// control characters, with up to nine decimals.
    pub fn findings(&self) -> String {
        let mut out = String::new();
        for record in self.depiction.records() {
            for cell in self.finding(&record) {
                match cell {
                    Cell::Text(text) => out.extend(text.chars().filter(|c| *c >= ' ')),
                    Cell::Number(number) => {
                        out.push_str(&number.map(|n| plain(n, 9)).unwrap_or_default());
                    }
                }
                out.push('\u{1}');
            }
            out.push('\n');
        }
        out
    }

    fn finding(&self, record: &Record) -> [Cell; MEMBERS.len()] {
        let finding = record.finding;
        let estimate = finding.estimate();
        let interval = estimate.and_then(|f| f.interval);
        let compared = comparison::compare(record.definition, finding, record.benchmark);
        let text = |text: &str| Cell::Text(text.to_string());
        [
            text(&record.definition.id),
            text(&record.region.code),
            text(&record.region.name),
            Cell::Text(finding.period.code()),
            text(status(&finding.outcome)),
            text(match finding.outcome {
                Outcome::Answered(answer) => self.words.answer(answer),
                _ => "",
            }),
            text(interval.map_or("", |i| method(i.method))),
            text(match compared {
                Comparison::Compared(verdict, _) => word(verdict),
                Comparison::NotCompared(_) => "",
            }),
            Cell::Text(publication(record.definition)),
            Cell::Number(estimate.map(|f| f.value)),
            Cell::Number(interval.map(|i| i.lower)),
            Cell::Number(interval.map(|i| i.upper)),
            Cell::Number(estimate.and_then(|f| f.numerator)),
            Cell::Number(estimate.and_then(|f| f.denominator)),
        ]
    }
}

fn status(outcome: &Outcome) -> &'static str {
    match outcome {
        Outcome::Shown(estimate) if estimate.provisional => "provisional",
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
