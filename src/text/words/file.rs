// SPDX-License-Identifier: EUPL-1.2
//! The words of files to keep, which no core that paints needs.

/// The words of one language.
#[derive(Debug)]
pub struct FileWords {
    /// Of which `{year}` the latest figures are, where nobody knows when they will be read: "These
    /// figures are of 2015."
    pub year: &'static str,
    /// The heads of a spreadsheet's nine columns, with semicolons between:
    /// "Indicator;Area;Period;…"
    pub spreadsheet: &'static str,
    /// When a picture left the page, in the small print of the file; `{date}` is written out: "Made
    /// on 22 November 2026."
    pub made: &'static str,
    /// What the column of annotations is called in a table: "Note".
    pub annotations: &'static str,
}
