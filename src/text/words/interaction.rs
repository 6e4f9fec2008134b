// SPDX-License-Identifier: EUPL-1.2
//! The words of interaction, downloads and paper. A page fetches them with the scripts of those,
//! after the figure.

/// The words of one language.
#[derive(Debug)]
pub struct Interaction {
    /// What a choice of indicator is called: "Topic".
    pub indicator: &'static str,
    /// In the list of periods, what stands for none in particular: "latest figure".
    pub latest: &'static str,
    /// Below the field in which a reader searches for a region, where nothing fits: "No area of
    /// that name found."
    pub no_region: &'static str,
    /// In the menu of downloads: a picture as it is, one for sharp screens, one for print, one that
    /// is sharp at every size.
    pub pictures: [&'static str; 4],
    /// In the menu: rows for machines, and for Excel with Dutch settings; a workbook.
    pub rows: [&'static str; 3],
    /// In the menu: copies the text, and the HTML that embeds the chart.
    pub copy: [&'static str; 2],
    /// Said to a screen reader when either is done.
    pub copied: [&'static str; 2],
    /// In the menu: copies a reference to the chart; gives it as a file for programs.
    pub cite: [&'static str; 3],
    /// Said to a screen reader when the reference is copied.
    pub cited: &'static str,
    /// Below the figure, what unfolds what can be concluded from all areas together.
    pub insight: &'static str,
    /// Said in it where the script that knows cannot be loaded.
    pub unavailable: &'static str,
    /// Below a chart that stays with the figures of an edition, the `{kept}`, where those of the
    /// `{newest}` are others; both are dates.
    pub newer: &'static str,
    /// On paper, below a table of which rows are left out: where all of them are, the `{address}` of
    /// the page.
    pub whole: &'static str,
    /// On paper, where a chart had not come yet when its page was printed.
    pub not_loaded: &'static str,
}
