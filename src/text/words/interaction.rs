// SPDX-License-Identifier: EUPL-1.2
//! The words beside what a reader does by hand: choosing, and taking along. A page fetches them
//! with the script that does it, after the figure.

/// The words of one language.
#[derive(Debug)]
pub struct Interaction {
    /// What a reader chooses besides region and period.
    pub indicator: &'static str,
    /// The period that is shown where none is chosen.
    pub latest: &'static str,
    /// What a search for a region says that finds none.
    pub no_region: &'static str,
    /// A picture as it is, one for sharp screens, one for print, one that is sharp at every size.
    pub pictures: [&'static str; 4],
    /// Rows for machines, and for Excel with Dutch settings.
    pub rows: [&'static str; 2],
    /// Copies the text, and the HTML.
    pub copy: [&'static str; 2],
    /// Said when that is done.
    pub copied: [&'static str; 2],
}
