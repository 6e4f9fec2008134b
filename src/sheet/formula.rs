// SPDX-License-Identifier: EUPL-1.2
//! Texts that a spreadsheet may take for a formula.

/// What a formula begins with, also in the wide forms that some spreadsheets read alike.
const SIGNS: [char; 8] = ['=', '+', '-', '@', '＝', '＋', '－', '＠'];

/// Whether a spreadsheet may compute what stands in a cell: behind blanks as well.
///
/// ```
/// use kansrijke_start::sheet::formula::is_formula;
///
/// assert!(is_formula("=1+1") && is_formula("\u{a0} ＝1+1") && is_formula("\t1"));
/// assert!(!is_formula("1+1") && !is_formula("'s-Gravenhage"));
/// ```
pub fn is_formula(text: &str) -> bool {
    text.starts_with(['\t', '\r', '\n']) || text.trim_start().starts_with(SIGNS)
}
