// SPDX-License-Identifier: EUPL-1.2
//! The figures as rows: for machines, and for a spreadsheet.

use super::Figure;
use super::annotations::Annotations;
use super::record::Record;
use crate::indicator::definition::Definition;
use crate::indicator::finding::{Finding, Outcome};
use crate::sheet::book::{Cell, Shown};
use crate::sheet::formula::is_formula;
use crate::text::number::plain;
use crate::text::value::decimals;
use crate::text::words::Words;
use crate::text::words::file::FileWords;

/// Who reads the rows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Reader {
    /// A program: codes, names of columns in English.
    Machine,
    /// A person with a spreadsheet, from a text.
    Person,
    /// The same, from a workbook: where there is no number, its cell says why.
    Workbook,
}

/// Heads and rows.
pub(super) struct Rows<'a> {
    reader: Reader,
    /// What is said of the findings, in a last column.
    annotations: Option<&'a Annotations<'a>>,
    pub(super) heads: Vec<String>,
    pub(super) rows: Vec<Vec<Cell>>,
}

/// The heads for machines. `linked` says what each is.
const MACHINE: &str =
    "indicator,region,region_name,period,value,lower,upper,numerator,denominator,status";

impl Figure<'_> {
    /// The figures as comma-separated rows for machines: points for decimals, codes, a status
    /// where there is no value.
    pub fn csv(&self) -> String {
        self.rows(Reader::Machine).text(',', '.')
    }

    /// The same for Excel with Dutch settings: headings and names as they stand on the page, with
    /// the codes behind them, a comma for decimals, semicolons between, and the mark by which Excel
    /// knows the encoding.
    pub fn excel(&self) -> String {
        // A spreadsheet with English settings reads what machines do.
        ["\u{feff}", &self.rows(Reader::Person).text(';', ',')].concat()
    }

    /// The figures as rows.
    pub(super) fn rows(&self, reader: Reader) -> Rows<'_> {
        let mut rows = Rows { reader, annotations: None, heads: Vec::new(), rows: Vec::new() };
        let words = FileWords::of(self.request.language);
        rows.heads(rows.pick(MACHINE, words.spreadsheet));
        if !self.annotations.is_empty() && !self.request.view.is_overview() {
            rows.annotations = Some(&self.annotations);
            rows.heads(rows.pick("annotation", self.annotations.title));
        }
        self.depiction.rows(self.words, &mut rows);
        rows
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

/// An indicator as people call it, with its unit.
pub(super) fn named(words: &Words, definition: &Definition) -> String {
    let (name, unit) = (words.pick(&definition.name), words.unit(definition));
    if unit.is_empty() { name.to_string() } else { [name, " (", unit, ")"].concat() }
}

/// How a value of an indicator is shown.
fn shown(definition: &Definition, value: f64) -> Shown {
    let decimals = decimals(definition, value);
    if definition.is_percentage() { Shown::Percent(decimals) } else { Shown::Decimals(decimals) }
}

/// A text; nothing of an empty one.
fn text(text: &str) -> Cell {
    if text.is_empty() { Cell::Empty } else { Cell::Text(text.to_string()) }
}

/// A number of six decimals at most.
fn number(number: f64, shown: Shown) -> Cell {
    plain(number, 6).parse().map_or(Cell::Empty, |number| Cell::Number(number, shown))
}

impl Rows<'_> {
    /// The one of two texts that is for a reader of these rows: a machine, or a person.
    pub(super) fn pick<'t>(&self, machine: &'t str, person: &'t str) -> &'t str {
        if self.reader == Reader::Machine { machine } else { person }
    }

    /// Adds the heads of columns, with what stands between cells between them.
    pub(super) fn heads(&mut self, list: &str) {
        let sign = if self.reader == Reader::Machine { ',' } else { ';' };
        self.heads.extend(list.split(sign).map(str::to_string));
    }

    /// A row for each finding.
    pub(super) fn records(&mut self, words: &Words, records: &[Record]) {
        for record in records {
            self.record(words, record);
        }
    }

    /// The row of a finding: what it is of, by codes or as people call it, and what it says.
    pub(super) fn record(&mut self, words: &Words, record: &Record) {
        let Record { definition, region, finding, .. } = record;
        let (id, code) = (text(&definition.id), text(&region.code));
        let mut row;
        if self.reader == Reader::Machine {
            row = vec![id, code, text(&region.name), text(&finding.period.code())];
            self.finding(words, record, &mut row);
        } else {
            let period = words.period(finding.period);
            // A year is a number where numbers are told from texts.
            let year = period.parse().map(|year| Cell::Number(year, Shown::Year));
            row = vec![
                text(&named(words, definition)),
                text(&words.name(region)),
                year.unwrap_or(Cell::Text(period)),
            ];
            self.finding(words, record, &mut row);
            row.extend([id, code]);
        }
        if let Some(annotations) = self.annotations {
            row.push(text(&annotations.of_finding(region, finding)));
        }
        self.rows.push(row);
    }

    /// A finding's cells: numbers, and what is said.
    fn finding(&self, words: &Words, record: &Record, row: &mut Vec<Cell>) {
        let Record { definition, finding, .. } = record;
        let estimate = finding.estimate();
        let interval = estimate.and_then(|f| f.interval).map(|i| (i.lower, i.upper));
        let range = finding.range().map(|range| (range.lower, range.upper));
        let ends = interval.or(range);
        let remark = text(remark(words, finding));
        let value = |value: Option<f64>| {
            value.map_or(Cell::Empty, |value| number(value, shown(definition, value)))
        };
        row.push(match estimate {
            // An empty cell counts as zero in a sum of somebody's own.
            None if self.reader == Reader::Workbook && range.is_none() => remark.clone(),
            estimate => value(estimate.map(|f| f.value)),
        });
        row.extend([value(ends.map(|(lower, _)| lower)), value(ends.map(|(_, upper)| upper))]);
        let counts = estimate.map_or([None; 2], |f| [f.numerator, f.denominator]);
        row.extend(
            counts.map(|count| count.map_or(Cell::Empty, |n| number(n, Shown::Decimals(0)))),
        );
        row.push(remark);
    }

    /// Adds numbers to the last row: how many there are, and values of an indicator.
    pub(super) fn beside(
        &mut self,
        definition: &Definition,
        count: Option<f64>,
        values: [Option<f64>; 4],
    ) {
        let Some(row) = self.rows.last_mut() else { return };
        row.push(count.map_or(Cell::Empty, |count| number(count, Shown::Decimals(0))));
        row.extend(values.map(|value| {
            value.map_or(Cell::Empty, |value| number(value, shown(definition, value)))
        }));
    }

    /// The rows as a text, with a sign between cells and one for decimals.
    fn text(&self, separator: char, point: char) -> String {
        let mut out = self.heads.join(&separator.to_string());
        out.push('\n');
        for row in &self.rows {
            for (nth, cell) in row.iter().enumerate() {
                if nth > 0 {
                    out.push(separator);
                }
                match cell {
                    Cell::Empty => {}
                    Cell::Text(text) | Cell::Term(text) => quoted(text, separator, &mut out),
                    Cell::Number(number, _) => {
                        let pointed = |c| if c == '.' { point } else { c };
                        out.extend(plain(*number, 6).chars().map(pointed));
                    }
                }
            }
            out.push('\n');
        }
        out
    }
}

/// A text, quoted where it must be, and made harmless where a spreadsheet would take it for a
/// formula.
fn quoted(text: &str, separator: char, out: &mut String) {
    // Whoever opens it with the settings of another country has cells that end where others begin.
    let is_part = |at: usize| {
        let before = text.get(..at).unwrap_or_default();
        let part = text.get(at..).unwrap_or_default();
        (before.is_empty() || before.ends_with([',', ';'])) && is_formula(part)
    };
    let is_quoted = is_part(0) || text.contains(['"', separator, '\n', '\r']);
    if is_quoted {
        out.push('"');
    }
    for (at, c) in text.char_indices() {
        if is_part(at) {
            out.push('\'');
        }
        if c == '"' {
            out.push('"');
        }
        out.push(c);
    }
    if is_quoted {
        out.push('"');
    }
}

#[cfg(test)]
mod tests {
    use super::quoted;

    #[test]
    fn no_cell_is_a_formula_whatever_separates_cells() {
        let of = |text: &str, separator| {
            let mut out = String::new();
            quoted(text, separator, &mut out);
            out
        };
        for (text, harmless) in [
            ("=1+1", "\"'=1+1\""),
            ("\u{a0}=1+1", "\"'\u{a0}=1+1\""),
            ("＝1+1", "\"'＝1+1\""),
            ("a; =1+1", "\"a;' =1+1\""),
            ("\u{a0}Ede", "\u{a0}Ede"),
            ("'s-Gravenhage", "'s-Gravenhage"),
        ] {
            assert_eq!(of(text, ';'), harmless);
        }
        assert_eq!(of("a;@b", ','), "a;'@b");
        assert_eq!(of("a,@b", ';'), "a,'@b");
        assert_eq!(of("0-4 jaar, 5-9 jaar", ';'), "0-4 jaar, 5-9 jaar");
    }
}
