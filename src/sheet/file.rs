// SPDX-License-Identifier: EUPL-1.2
//! The file of a workbook (`.xlsx`). The same book gives the same bytes, whenever and wherever.

use super::book::{Book, Cell, Page, Shown};
use super::formula::is_formula;
use crate::error::Error;
use rust_xlsxwriter::{
    DocProperties, ExcelDateTime, Format, FormatAlign, Workbook, Worksheet, XlsxError,
};

/// The width of a column, in letters: of one with figures, and of one with sentences.
const WIDTHS: [usize; 2] = [9, 64];
const SENTENCE: usize = 96;

/// The height of a line, in points. A row of sentences is given as many as these may take: Excel finds
/// that by itself, and LibreOffice does not.
const LINE: u32 = 15;

/// The most letters that a cell holds, as UTF-16 counts them.
const LONGEST: usize = 32_767;

/// The day of a book that knows none: the first that an archive can say.
const NO_DAY: (u16, u8, u8) = (1980, 1, 1);

/// The bytes of the file.
///
/// # Errors
/// [`Error::DataMalformed`] for a book that no workbook can hold: more rows than there are, a name
/// that no sheet may have.
pub fn write(book: &Book) -> Result<Vec<u8>, Error> {
    written(book).map_err(|error| Error::malformed("xlsx", &error.to_string(), "a workbook"))
}

fn written(book: &Book) -> Result<Vec<u8>, XlsxError> {
    let mut workbook = Workbook::new();
    let (year, month, day) = day(&book.day).unwrap_or(NO_DAY);
    let made = ExcelDateTime::from_ymd(year, month, day)?;
    let properties = DocProperties::new()
        .set_title(clean(&book.title))
        .set_author(clean(&book.author))
        .set_creation_datetime(&made);
    workbook.set_properties(&properties);
    let mut formats = Formats::new();
    for page in &book.pages {
        formats.fill(workbook.add_worksheet(), page)?;
    }
    workbook.save_to_buffer()
}

/// How cells look.
struct Formats {
    head: Format,
    term: Format,
    /// Of a text, and of one that begins as a formula does: in a column of figures, and as a sentence.
    texts: [[Format; 2]; 2],
    numbers: Vec<(Shown, Format)>,
}

impl Formats {
    fn new() -> Self {
        let text = Format::new().set_align(FormatAlign::Top);
        let both = |text: Format| [text.clone(), text.set_quote_prefix()];
        Self {
            head: Format::new().set_bold(),
            term: text.clone().set_bold(),
            texts: [both(text.clone()), both(text.set_text_wrap())],
            numbers: Vec::new(),
        }
    }

    fn number(&mut self, shown: Shown) -> Format {
        if let Some((_, format)) = self.numbers.iter().find(|(other, _)| *other == shown) {
            return format.clone();
        }
        let format = Format::new().set_align(FormatAlign::Top).set_num_format(shown.format());
        self.numbers.push((shown, format.clone()));
        format
    }

    fn fill(&mut self, sheet: &mut Worksheet, page: &Page) -> Result<(), XlsxError> {
        sheet.set_name(&page.name)?;
        let top = u32::from(!page.heads.is_empty());
        for (column, text) in (0..).zip(&page.heads) {
            sheet.write_string_with_format(0, column, clean(text), &self.head)?;
        }
        if top > 0 {
            sheet.set_freeze_panes(top, 0)?;
            sheet.set_repeat_rows(0, 0)?;
        }
        for (row, cells) in (top..).zip(&page.rows) {
            for (column, cell) in (0..).zip(cells) {
                self.write(sheet, (row, column), cell, top == 0)?;
            }
            if top == 0 {
                sheet.set_row_height(row, LINE * lines(cells))?;
            }
        }
        for (column, width) in (0..).zip(widths(page)) {
            sheet.set_column_width(column, u32::try_from(width).unwrap_or_default())?;
        }
        Ok(())
    }

    fn write(
        &mut self,
        sheet: &mut Worksheet,
        (row, column): (u32, u16),
        cell: &Cell,
        is_sentence: bool,
    ) -> Result<(), XlsxError> {
        let [[text_format, quoted], [wrapped, wrapped_quoted]] = &self.texts;
        let (plain, quoted) =
            if is_sentence { (wrapped, wrapped_quoted) } else { (text_format, quoted) };
        let (text, format) = match cell {
            Cell::Empty => return Ok(()),
            Cell::Number(number, _) if !number.is_finite() => return Ok(()),
            Cell::Number(number, shown) => {
                let format = self.number(*shown);
                sheet.write_number_with_format(row, column, *number, &format)?;
                return Ok(());
            }
            Cell::Term(text) => (text, &self.term),
            Cell::Text(text) if is_formula(&clean(text)) => (text, quoted),
            Cell::Text(text) => (text, plain),
        };
        // Never through `write`, which reads some texts as formulas, numbers or links.
        sheet.write_string_with_format(row, column, clean(text), format)?;
        Ok(())
    }
}

/// The widths of the columns, by what stands in them; sentences that are longer are wrapped.
fn widths(page: &Page) -> Vec<usize> {
    let [narrowest, widest] = WIDTHS;
    let widest = if page.heads.is_empty() { SENTENCE } else { widest };
    let mut widths: Vec<usize> = Vec::new();
    let mut widen = |column: usize, letters: usize| {
        if widths.len() <= column {
            widths.resize(column + 1, narrowest);
        }
        if let Some(width) = widths.get_mut(column) {
            *width = (*width).max(letters + 1).min(widest);
        }
    };
    for (column, head) in page.heads.iter().enumerate() {
        widen(column, head.chars().count());
    }
    for (column, cell) in page.rows.iter().flat_map(|cells| cells.iter().enumerate()) {
        match cell {
            Cell::Text(text) | Cell::Term(text) => widen(column, text.chars().count()),
            // Where a number is wider than its column a spreadsheet shows signs in its place.
            Cell::Number(number, shown) => {
                let digits = format!("{number:.0}").len();
                let more = match shown {
                    Shown::Year => 0,
                    Shown::Decimals(more) | Shown::Percent(more) => {
                        digits / 3 + usize::from(*more) + 2
                    }
                };
                widen(column, digits + more);
            }
            Cell::Empty => {}
        }
    }
    widths
}

/// How many lines the longest text of a row may take.
fn lines(cells: &[Cell]) -> u32 {
    let lines = cells.iter().map(|cell| match cell {
        Cell::Text(text) => 1 + text.chars().count() / (SENTENCE - 6),
        Cell::Empty | Cell::Term(_) | Cell::Number(..) => 1,
    });
    u32::try_from(lines.max().unwrap_or(1).min(20)).unwrap_or(1)
}

/// A text as a cell holds it: of signs that XML knows, and not too long.
fn clean(text: &str) -> String {
    let mut left = LONGEST;
    let is_known = |c: &char| !matches!(c, '\u{0}'..='\u{8}' | '\u{b}' | '\u{c}' | '\u{e}'..='\u{1f}' | '\u{fffe}' | '\u{ffff}');
    let fits = |c: &char| {
        left = left.saturating_sub(c.len_utf16());
        left > 0
    };
    text.chars().filter(is_known).take_while(fits).collect()
}

/// Year, month and day of one that an archive can say.
fn day(text: &str) -> Option<(u16, u8, u8)> {
    let mut parts = text.split('-');
    let (year, month, day) = (parts.next()?, parts.next()?, parts.next()?);
    let (year, month, day) = (year.parse().ok()?, month.parse().ok()?, day.parse().ok()?);
    ExcelDateTime::from_ymd(year, month, day).ok().map(|_| (year, month, day))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cell_holds_what_excel_can() {
        assert_eq!(clean("a\u{0}b\u{ffff}\nc"), "ab\nc");
        assert_eq!(clean(&"\u{1f476}".repeat(40_000)).encode_utf16().count(), 32_766);
    }

    #[test]
    fn a_day_is_one_of_the_calendar() {
        assert_eq!(day("2026-11-28"), Some((2026, 11, 28)));
        for other in ["", "2026", "2026-13-01", "2026-02-30", "x-y-z"] {
            assert_eq!(day(other), None, "{other}");
        }
    }
}
