// SPDX-License-Identifier: EUPL-1.2
//! The figures as rows: for machines, and for a spreadsheet.

use super::Figure;
#[cfg(feature = "overview")]
use super::content::Content;
use crate::indicator::definition::Definition;
use crate::indicator::finding::{Finding, Outcome};
use crate::indicator::region::Region;
#[cfg(feature = "overview")]
use crate::request::View;
use crate::text::number::plain;
use crate::text::value::capital;
use crate::text::words::Words;
#[cfg(feature = "overview")]
use crate::view::overview::Overview;

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
        let heads =
            "indicator,region,region_name,period,value,lower,upper,numerator,denominator,status";
        self.rows(&MACHINE, heads.into())
    }

    /// The same for Excel with Dutch settings: headings and names as they stand on the page, a
    /// comma for decimals, semicolons between, and the mark by which Excel knows the encoding.
    pub fn excel(&self) -> String {
        self.rows(&DUTCH, ["\u{feff}", self.words.spreadsheet].concat())
    }

    /// Rows below the heads in `out`. Beside the region of a profile the others are shown as their
    /// spread alone, and stand there as that.
    fn rows(&self, sheet: &Sheet, mut out: String) -> String {
        #[cfg(feature = "overview")]
        if let Some(overview) = self.profile() {
            out.push_str(match sheet.separator {
                ',' => ",regions,lowest,lower_quartile,upper_quartile,highest",
                _ => self.words.of_overview().spreadsheet,
            });
            out.push('\n');
            for areas in overview.iter() {
                let definition = areas.definition;
                let numbers = areas.spread().map_or([None; 5], |s| {
                    [s.count as f64, s.lowest, s.lower, s.upper, s.highest].map(Some)
                });
                let benchmark = areas.benchmark.as_ref().filter(|area| !areas.is_own(area));
                for area in [Some(&areas.own), benchmark].into_iter().flatten() {
                    self.finding_of(definition, &area.region, &area.finding, sheet, &mut out);
                    for number in numbers {
                        sheet.number(number, &mut out);
                    }
                    end(&mut out);
                }
            }
            return out;
        }
        out.push('\n');
        for record in self.content.records() {
            self.finding_of(record.definition, record.region, record.finding, sheet, &mut out);
            end(&mut out);
        }
        out
    }

    /// The cells of a finding: what it is of, by codes or as people call it, and what it says.
    fn finding_of(
        &self,
        definition: &Definition,
        region: &Region,
        finding: &Finding,
        sheet: &Sheet,
        out: &mut String,
    ) {
        let words = self.words;
        if sheet.separator == ',' {
            sheet.text(&definition.id, out);
            sheet.text(&region.code, out);
            sheet.text(&region.name, out);
            sheet.text(&finding.period.code(), out);
        } else {
            let (name, unit) = (words.pick(&definition.name), words.unit(definition));
            if unit.is_empty() {
                sheet.text(name, out);
            } else {
                sheet.text(&[name, " (", unit, ")"].concat(), out);
            }
            sheet.text(&capital(&words.place_label(region)), out);
            sheet.text(&words.period(finding.period), out);
        }
        sheet.finding(words, finding, out);
    }

    /// What a profile shows.
    #[cfg(feature = "overview")]
    fn profile(&self) -> Option<&Overview<'_>> {
        match &self.content {
            Content::Overview(overview) if self.request.view == View::Profile => Some(overview),
            _ => None,
        }
    }
}

/// Ends a row after its last cell.
fn end(out: &mut String) {
    out.pop();
    out.push('\n');
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
    /// A finding's cells: numbers, and what is said.
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
            self.number(number, out);
        }
        self.text(remark(words, &finding.outcome), out);
    }

    fn number(&self, number: Option<f64>, out: &mut String) {
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
