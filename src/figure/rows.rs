// SPDX-License-Identifier: EUPL-1.2
//! The figures as rows: for machines, and for a spreadsheet.

use super::Figure;
use super::content::Record;
use crate::indicator::finding::{Finding, Outcome};
use crate::text::number::plain;
use crate::text::words::Words;

/// How rows are written.
struct Sheet {
    separator: char,
    point: char,
}

const MACHINE: Sheet = Sheet { separator: ',', point: '.' };

/// As a spreadsheet with Dutch settings reads it. One with English settings reads what machines do.
const DUTCH: Sheet = Sheet { separator: ';', point: ',' };

/// A cell of a row.
pub(super) enum Cell {
    Text(String),
    Number(Option<f64>),
}

impl Figure<'_> {
    /// The figures as comma-separated rows for machines: points for decimals, codes, a status
    /// where there is no value.
    pub fn csv(&self) -> String {
        let mut out = String::from(
            "indicator,region,region_name,period,value,lower,upper,numerator,denominator,status\n",
        );
        for record in self.content.records() {
            let Record { definition, region, finding, .. } = &record;
            MACHINE.text(&definition.id, &mut out);
            MACHINE.text(&region.code, &mut out);
            MACHINE.text(&region.name, &mut out);
            MACHINE.text(&finding.period.code(), &mut out);
            MACHINE.finding(self.words, finding, &mut out);
        }
        out
    }

    /// The same for Excel with Dutch settings: headings and names as they stand on the page, a
    /// comma for decimals, semicolons between, and the mark by which Excel knows the encoding.
    pub fn excel(&self) -> String {
        let words = self.words;
        let mut out = String::from("\u{feff}");
        out.push_str(words.spreadsheet);
        out.push('\n');
        for record in self.content.records() {
            let name = words.pick(&record.definition.name);
            let unit = words.unit(record.definition);
            if unit.is_empty() {
                DUTCH.text(name, &mut out);
            } else {
                DUTCH.text(&[name, " (", unit, ")"].concat(), &mut out);
            }
            DUTCH.text(&words.place_label(record.region), &mut out);
            DUTCH.text(&words.period(record.finding.period), &mut out);
            DUTCH.finding(words, record.finding, &mut out);
        }
        out
    }
}

/// What is said instead of a number, or beside it.
fn remark(words: &Words, outcome: &Outcome) -> &'static str {
    match outcome {
        Outcome::Shown(figure) if figure.provisional => words.provisional_short,
        Outcome::Answered(answer) => words.answer(*answer),
        other => words.silence(other).unwrap_or_default(),
    }
}

impl Sheet {
    /// The last cells of a row: numbers, and what is said.
    fn finding(&self, words: &Words, finding: &Finding, out: &mut String) {
        let figure = finding.figure();
        let interval = figure.and_then(|f| f.interval);
        let numbers = [
            figure.map(|f| f.value),
            interval.map(|i| i.lower),
            interval.map(|i| i.upper),
            figure.and_then(|f| f.numerator),
            figure.and_then(|f| f.denominator),
        ];
        for number in numbers {
            if let Some(number) = number {
                let point = |c| if c == '.' { self.point } else { c };
                out.extend(plain(number, 6).chars().map(point));
            }
            out.push(self.separator);
        }
        self.text(remark(words, &finding.outcome), out);
        out.pop();
        out.push('\n');
    }

    /// A text, quoted where it must be, and made harmless where a spreadsheet would take it for
    /// a formula.
    fn text(&self, text: &str, out: &mut String) {
        let is_formula = text.starts_with(['=', '+', '-', '@', '\t', '\r']);
        let is_quoted = is_formula || text.contains(['"', self.separator, '\n', '\r']);
        if is_quoted {
            out.push('"');
        }
        if is_formula {
            out.push('\'');
        }
        for c in text.chars() {
            if c == '"' {
                out.push('"');
            }
            out.push(c);
        }
        if is_quoted {
            out.push('"');
        }
        out.push(self.separator);
    }
}
