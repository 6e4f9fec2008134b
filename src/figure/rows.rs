// SPDX-License-Identifier: EUPL-1.2
//! The figures as rows: for machines, and for a spreadsheet.

use super::Figure;
use super::content::Record;
use crate::indicator::finding::Outcome;
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
enum Cell<'t> {
    Text(&'t str),
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
            let (definition, region) = (record.definition, record.region);
            let period = record.finding.period.code();
            let codes: [&str; 4] = [&definition.id, &region.code, &region.name, &period];
            self.row(&record, &codes, &MACHINE, &mut out);
        }
        out
    }

    /// The same for Excel with Dutch settings: headings and names as they stand on the page, a
    /// comma for decimals, semicolons between, and the mark by which Excel knows the encoding.
    pub fn excel(&self) -> String {
        let words = self.words;
        let mut out = String::from("\u{feff}");
        let [lower, upper] = words.limits;
        let heads = [
            words.indicator,
            words.region,
            words.period,
            words.value,
            lower,
            upper,
            words.numerator,
            words.denominator,
            words.remark,
        ];
        DUTCH.write(heads.map(Cell::Text), &mut out);
        for record in self.content.records() {
            let name = words.pick(&record.definition.name);
            let unit = words.unit(record.definition);
            let name = match unit {
                "" => name.to_string(),
                unit => [name, " (", unit, ")"].concat(),
            };
            let region = words.place_label(record.region);
            let period = words.period(record.finding.period);
            self.row(&record, &[&name, &region, &period], &DUTCH, &mut out);
        }
        out
    }

    fn row(&self, record: &Record, texts: &[&str], sheet: &Sheet, out: &mut String) {
        let outcome = &record.finding.outcome;
        let figure = record.finding.figure();
        let interval = figure.and_then(|f| f.interval);
        let numbers = [
            figure.map(|f| f.value),
            interval.map(|i| i.lower),
            interval.map(|i| i.upper),
            figure.and_then(|f| f.numerator),
            figure.and_then(|f| f.denominator),
        ];
        let texts = texts.iter().map(|text| Cell::Text(text));
        let cells = texts.chain(numbers.map(Cell::Number));
        sheet.write(cells.chain([Cell::Text(remark(self.words, outcome))]), out);
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
    fn write<'t>(&self, cells: impl IntoIterator<Item = Cell<'t>>, out: &mut String) {
        for (nth, cell) in cells.into_iter().enumerate() {
            if nth > 0 {
                out.push(self.separator);
            }
            match cell {
                Cell::Number(Some(number)) => {
                    let point = |c| if c == '.' { self.point } else { c };
                    out.extend(plain(number, 6).chars().map(point));
                }
                Cell::Number(None) => {}
                Cell::Text(text) => self.quote(text, out),
            }
        }
        out.push('\n');
    }

    /// A text, quoted where it must be, and made harmless where a spreadsheet would take it for
    /// a formula.
    fn quote(&self, text: &str, out: &mut String) {
        let is_formula = text.starts_with(['=', '+', '-', '@', '\t', '\r']);
        if is_formula || text.contains(['"', self.separator, '\n', '\r']) {
            out.push('"');
            if is_formula {
                out.push('\'');
            }
            out.push_str(&text.replace('"', "\"\""));
            out.push('"');
        } else {
            out.push_str(text);
        }
    }
}
