// SPDX-License-Identifier: EUPL-1.2
//! The figures as rows: for machines, and for a spreadsheet.

use super::Figure;
use super::annotations::Annotations;
use super::record::Record;
use crate::indicator::finding::{Finding, Outcome};
use crate::text::number::plain;
use crate::text::words::Words;
use crate::text::words::file::FileWords;

/// How rows are written.
pub(super) struct RowFormat<'a> {
    separator: char,
    point: char,
    /// What is said of the findings, in a last column.
    annotations: Option<&'a Annotations<'a>>,
}

const MACHINE: RowFormat<'static> = RowFormat { separator: ',', point: '.', annotations: None };

/// As a spreadsheet with Dutch settings reads it. One with English settings reads what machines do.
const DUTCH: RowFormat<'static> = RowFormat { separator: ';', point: ',', annotations: None };

impl Figure<'_> {
    /// The figures as comma-separated rows for machines: points for decimals, codes, a status
    /// where there is no value.
    pub fn csv(&self) -> String {
        let heads =
            "indicator,region,region_name,period,value,lower,upper,numerator,denominator,status";
        self.rows(&MACHINE, heads.into())
    }

    /// The same for Excel with Dutch settings: headings and names as they stand on the page, a
    /// comma for decimals, semicolons between, and the mark by which Excel knows the encoding.
    pub fn excel(&self) -> String {
        self.rows(&DUTCH, ["\u{feff}", FileWords::of(self.request.language).spreadsheet].concat())
    }

    /// Rows below the heads in `out`.
    fn rows(&self, format: &RowFormat, mut out: String) -> String {
        let is_annotated = !self.annotations.is_empty() && !self.request.view.is_overview();
        if is_annotated {
            out.push(format.separator);
            out.push_str(format.pick("annotation", self.annotations.title));
        }
        let annotations = Some(&self.annotations).filter(|_| is_annotated);
        self.depiction.rows(self.words, &RowFormat { annotations, ..*format }, &mut out);
        out
    }
}

/// What is said instead of a number, or beside it.
fn remark(words: &Words, finding: &Finding) -> &'static str {
    match &finding.outcome {
        Outcome::Shown(_) | Outcome::Between(_) => words.firmness(finding).unwrap_or_default(),
        Outcome::Answered(answer) => words.answer(*answer),
        other => words.reason(other).unwrap_or_default(),
    }
}

impl RowFormat<'_> {
    /// The one of two texts that is for a reader of these rows: a machine, or a person.
    pub(super) fn pick<'t>(&self, machine: &'t str, person: &'t str) -> &'t str {
        if self.separator == ',' { machine } else { person }
    }

    /// Ends a row after its last cell.
    pub(super) fn end(out: &mut String) {
        out.pop();
        out.push('\n');
    }

    /// A row for each finding, below the heads in `out`.
    pub(super) fn records(&self, words: &Words, records: &[Record], out: &mut String) {
        out.push('\n');
        for record in records {
            self.record(words, record, out);
            Self::end(out);
        }
    }

    /// The cells of a finding: what it is of, by codes or as people call it, and what it says.
    pub(super) fn record(&self, words: &Words, record: &Record, out: &mut String) {
        let Record { definition, region, finding, .. } = record;
        if self.separator == ',' {
            self.text(&definition.id, out);
            self.text(&region.code, out);
            self.text(&region.name, out);
            self.text(&finding.period.code(), out);
        } else {
            let (name, unit) = (words.pick(&definition.name), words.unit(definition));
            if unit.is_empty() {
                self.text(name, out);
            } else {
                self.text(&[name, " (", unit, ")"].concat(), out);
            }
            self.text(&words.name(region), out);
            self.text(&words.period(finding.period), out);
        }
        self.finding(words, finding, out);
        if let Some(annotations) = self.annotations {
            self.text(&annotations.of_finding(region, finding), out);
        }
    }

    /// A finding's cells: numbers, and what is said.
    fn finding(&self, words: &Words, finding: &Finding, out: &mut String) {
        let estimate = finding.estimate();
        let interval = estimate.and_then(|f| f.interval).map(|i| (i.lower, i.upper));
        let ends = interval.or(finding.range().map(|range| (range.lower, range.upper)));
        let numbers = [
            estimate.map(|f| f.value),
            ends.map(|(lower, _)| lower),
            ends.map(|(_, upper)| upper),
            estimate.and_then(|f| f.numerator),
            estimate.and_then(|f| f.denominator),
        ];
        for number in numbers {
            self.number(number, out);
        }
        self.text(remark(words, finding), out);
    }

    pub(super) fn number(&self, number: Option<f64>, out: &mut String) {
        if let Some(number) = number {
            let point = |c| if c == '.' { self.point } else { c };
            out.extend(plain(number, 6).chars().map(point));
        }
        out.push(self.separator);
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
