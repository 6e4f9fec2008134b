// SPDX-License-Identifier: EUPL-1.2
//! The words of a reference to a figure.

/// The words of one language. In the templates `{…}` names what is filled in.
#[derive(Debug)]
pub struct CitationWords {
    /// The edition of the figures by its `{date}`, after what they are in: "edition of 28 November
    /// 2026".
    pub edition: &'static str,
    /// Where the day of the edition would stand, and none is known: "n.d."
    pub undated: &'static str,
    /// Before the name of what the figure is in: "In".
    pub within: &'static str,
    /// When the page was read, by its `{date}`: "accessed 28 November 2026".
    pub accessed: &'static str,
    /// The language as BibTeX names it.
    pub bibtex: &'static str,
}
