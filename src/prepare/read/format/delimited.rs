// SPDX-License-Identifier: EUPL-1.2
//! Tables of text with a sign between the columns: one reader with the habits of each maker.

use super::{Format, Sink, ahead};
use crate::prepare::cell::number::{Decimal, trim};
use crate::prepare::message::{Expected, Found};
use crate::prepare::problem::Problem;
use crate::prepare::read::input::Input;
use std::ops::ControlFlow;

/// A kind of table.
pub struct Delimited {
    name: &'static str,
    recognises: fn(&Lines<'_>) -> bool,
    decimal: Option<Decimal>,
    /// Whether a title and several lines of headings stand above the rows.
    stacked: bool,
}

/// OData v4 in bulk: one row for each measure.
pub const BULK: Delimited = Delimited {
    name: "odata-v4-csv",
    recognises: |lines| {
        ["Measure", "Value"].iter().all(|h| lines.headings().iter().any(|x| x == h))
    },
    decimal: Some(Decimal::Point),
    stacked: false,
};

/// StatLine's "ruwe data", typed or untyped: a column for each measure, numbered.
pub const UNTYPED: Delimited = Delimited {
    name: "odata-v3-csv",
    recognises: |lines| {
        let headings = lines.headings();
        headings.first().is_some_and(|h| h == "ID") && headings.iter().any(|h| stem(h) != h)
    },
    decimal: Some(Decimal::Point),
    stacked: false,
};

/// The export that StatLine once made: a title, then headings over several lines.
pub const STATLINE_OLD: Delimited = Delimited {
    name: "statline-old",
    recognises: |lines| {
        let mut rows = lines.rows.iter();
        rows.next().is_some_and(|title| title.len() == 1)
            && rows.any(|row| row.first().is_some_and(String::is_empty) && row.len() > 1)
    },
    decimal: None,
    stacked: true,
};

/// The export that StatLine makes.
pub const STATLINE: Delimited = Delimited {
    name: "statline",
    recognises: |lines| {
        let headings = lines.headings();
        headings.len() > 1 && headings.iter().any(|h| h == "Perioden" || h == "Regio's")
    },
    decimal: None,
    stacked: false,
};

/// What R writes: a first column without a name, of row numbers.
pub const WRITE_CSV: Delimited = Delimited {
    name: "write-csv",
    recognises: |lines| {
        let headings = lines.headings();
        headings.len() > 1 && headings.first().is_some_and(|h| h.is_empty() || h == "X")
    },
    decimal: None,
    stacked: false,
};

/// One line of headings, then rows.
pub const TIDY: Delimited = Delimited {
    name: "tidy",
    recognises: |lines| {
        let headings = lines.headings();
        headings.len() > 1 && headings.iter().all(|h| !h.is_empty())
    },
    decimal: None,
    stacked: false,
};

/// A table of one column: never recognised, only asked for.
pub const ONE_COLUMN: Delimited =
    Delimited { name: "one-column", recognises: |_| false, decimal: None, stacked: false };

impl Format for Delimited {
    fn name(&self) -> &'static str {
        self.name
    }

    fn recognises(&self, head: &Lines<'_>) -> bool {
        !head.text.trim_start().starts_with(['{', '[', '<']) && (self.recognises)(head)
    }

    fn decimal(&self, input: &Input) -> Option<Decimal> {
        // CBS writes one and the same table with commas and points, or semicolons and commas.
        let is_bulk = self.name == BULK.name;
        self.decimal.filter(|_| !is_bulk || separator(&input.head) == b',')
    }

    fn read(&self, input: &Input, sink: &mut dyn Sink) -> Result<Option<String>, Problem> {
        if !input.ended {
            return Err(Problem::file(&input.name, Found::NoLineEnd, Expected::LineEnd));
        }
        let builder = builder(separator(&input.head), input.buffer());
        let mut headings: Option<Vec<String>> = None;
        let mut above: Vec<Vec<String>> = Vec::new();
        ahead::each_row(input, &builder, |line, record| {
            if let Some(headings) = &headings {
                return row(input, headings, line, record, sink);
            }
            let fields: Vec<String> = record.iter().map(|f| trim(f).to_string()).collect();
            let is_above = match fields.as_slice() {
                [first, rest @ ..] => rest.is_empty() || first.is_empty(),
                [] => false,
            };
            if self.stacked && is_above {
                above.push(fields);
                return ControlFlow::Continue(());
            }
            let names = if self.stacked { stack(&above, fields) } else { fields };
            let flow = sink.headings(&names);
            headings = Some(names);
            flow
        })?;
        if headings.is_none() {
            return Err(Problem::file(&input.name, Found::NoHeadings, Expected::LineOfHeadings));
        }
        Ok(None)
    }
}

/// Gives a row below the headings to who wants it.
fn row(
    input: &Input,
    headings: &[String],
    line: u64,
    record: &csv::StringRecord,
    sink: &mut dyn Sink,
) -> ControlFlow<()> {
    if record.len() == headings.len() && !is_source(record) {
        return sink.row(line, record);
    }
    if is_source(record) || record.iter().all(|f| trim(f).is_empty()) {
        return ControlFlow::Continue(());
    }
    sink.problem(Problem::row(
        &input.name,
        line,
        Found::Columns(record.len()),
        Expected::ColumnsAsHeadings(headings.len()),
    ))
}

/// "Bron: CBS" below the rows.
fn is_source(record: &csv::StringRecord) -> bool {
    let first = record.get(0).map_or("", trim);
    (first.starts_with("Bron:") || first.starts_with('©'))
        && record.iter().skip(1).all(|field| trim(field).is_empty())
}

/// The headings of a stacked table: of each column what stands above it, then its unit.
fn stack(above: &[Vec<String>], units: Vec<String>) -> Vec<String> {
    let headings = above.iter().rev().find(|row| row.len() > 2);
    let name = |(at, unit): (usize, String)| {
        let heading = headings.and_then(|h| h.get(at)).filter(|h| !h.is_empty());
        match heading {
            Some(heading) => format!("{} ({unit})", heading.replace('|', "/")),
            None => unit,
        }
    };
    units.into_iter().enumerate().map(name).collect()
}

/// A heading of OData v3 without the number of its column: `Levendgeborenen_2`.
pub fn stem(heading: &str) -> &str {
    match heading.rsplit_once('_') {
        Some((stem, digits))
            if !digits.is_empty() && digits.bytes().all(|b| b.is_ascii_digit()) =>
        {
            stem
        }
        _ => heading,
    }
}

/// Enough for the first lines of most tables.
const LINE: usize = 1 << 10;

fn builder(separator: u8, buffer: usize) -> csv::ReaderBuilder {
    let mut builder = csv::ReaderBuilder::new();
    builder.delimiter(separator).has_headers(false).flexible(true).comment(Some(b'#'));
    builder.buffer_capacity(buffer);
    builder
}

/// The sign between the columns: the one that divides the first lines most, and alike.
fn separator(head: &str) -> u8 {
    const SIGNS: [u8; 3] = [b',', b'\t', b';'];
    let mut lines = vec![[1_usize; SIGNS.len()]];
    let (mut quoted, mut remark, mut fresh) = (false, false, true);
    for byte in head.bytes() {
        match byte {
            b'\n' if !quoted => {
                if !remark && !fresh {
                    if lines.len() > 12 {
                        break;
                    }
                    lines.push([1; SIGNS.len()]);
                }
                (remark, fresh) = (false, true);
                continue;
            }
            b'#' if fresh && !quoted => remark = true,
            b'"' if !remark => quoted = !quoted,
            _ if quoted || remark => {}
            byte => {
                let widths = lines.last_mut().into_iter().flatten();
                if let Some((width, _)) = widths.zip(SIGNS).find(|(_, sign)| *sign == byte) {
                    *width += 1;
                }
            }
        }
        fresh = false;
    }
    let score = |at: usize| {
        let widths = || lines.iter().filter_map(|line| line.get(at).copied());
        let widest = widths().max().unwrap_or(1);
        // The last line may be cut off by the end of the head, a title is narrow.
        let alike = widths().filter(|w| *w == widest).count();
        if widest > 1 { (alike, widest) } else { (0, 0) }
    };
    SIGNS.into_iter().enumerate().max_by_key(|(at, _)| score(*at)).map_or(b',', |(_, sign)| sign)
}

/// The first lines of a file, taken apart.
pub struct Lines<'a> {
    /// As they stand there.
    pub text: &'a str,
    rows: Vec<Vec<String>>,
}

impl<'a> Lines<'a> {
    /// Of the first part of a file.
    pub fn of(head: &'a str) -> Self {
        let reader = builder(separator(head), LINE).from_reader(head.as_bytes());
        let rows = reader
            .into_records()
            .take(8)
            .map_while(Result::ok)
            .map(|r| r.iter().map(|f| trim(f).to_string()).collect());
        Self { text: head, rows: rows.collect() }
    }

    /// The first line.
    pub(super) fn headings(&self) -> &[String] {
        self.rows.first().map_or(&[], Vec::as_slice)
    }
}
