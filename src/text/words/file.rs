// SPDX-License-Identifier: EUPL-1.2
//! The words of files to keep, which no core that paints needs.

/// The words of one language.
#[derive(Debug)]
pub struct FileWords {
    /// Of which `{year}` the latest figures are, where nobody knows when they will be read: "These
    /// figures are of 2015."
    pub year: &'static str,
    /// The heads of a spreadsheet's eleven columns, with semicolons between:
    /// "Indicator;Area;Period;…"
    pub spreadsheet: &'static str,
    /// When a picture left the page, in the small print of the file; `{date}` is written out: "Made
    /// on 22 November 2026."
    pub made: &'static str,
    /// The sheets of a workbook: of figures, and of what they are.
    pub sheets: [&'static str; 2],
    /// On the second sheet, what each row says: the figure's name.
    pub figure: &'static str,
    /// What the figure says, in a sentence.
    pub said: &'static str,
    /// An indicator.
    pub subject: &'static str,
    /// What must be known of it besides.
    pub note: &'static str,
    /// A change of definition.
    pub change: &'static str,
    /// When and why, from which `{period}` on and for what `{reason}`: "From 2016 on: …"
    pub since: &'static str,
    /// How it was made.
    pub method: &'static str,
    /// Under which licence the figures may be used.
    pub licence: &'static str,
    /// Which edition they are of.
    pub edition: &'static str,
    /// How they are referred to.
    pub citation: &'static str,
    /// When the file was made.
    pub day: &'static str,
    /// What the column of annotations is called in a table: "Note".
    pub annotations: &'static str,
}
