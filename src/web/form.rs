// SPDX-License-Identifier: EUPL-1.2
//! The forms of a figure that leave the page as text.

use crate::error::Error;
use crate::figure::Figure;
use crate::figure::citation::Style;

/// The figure as a text that leaves the page; `None` for a form that stays in it.
///
/// `Svg` is the picture as a file of its own; `Csv`, rows for machines; `Excel`, rows for Excel
/// with Dutch settings; `Text`, heading, sentences and source in a line each; `Cite`, `Bibtex` and
/// `Csl`, a reference to the figure, which stands at the address `page`.
pub(super) fn text(figure: &Figure, form: &str, page: &str) -> Option<Result<String, Error>> {
    Some(Ok(match form {
        "Cite" => figure.citation(Style::Text, Some(page)),
        "Bibtex" => figure.citation(Style::Bibtex, Some(page)),
        "Csl" => figure.citation(Style::Csl, Some(page)),
        "Svg" => return Some(figure.svg().map(|svg| svg.to_html())),
        "Csv" => figure.csv(),
        "Excel" => figure.excel(),
        "Text" => figure.plain_text(),
        _ => return None,
    }))
}
