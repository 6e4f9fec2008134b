// SPDX-License-Identifier: EUPL-1.2
//! What a figure shows, whichever view it is of. A family of views implements this once, in the
//! file of its name.

use super::annotations::Annotations;
#[cfg(feature = "brief")]
use super::inline::Inline;
use super::record::Record;
use super::rows::Rows;
use crate::chart::canvas::{Canvas, Picture};
use crate::error::Error;
use crate::indicator::definition::Definition;
use crate::indicator::period::Period;
#[cfg(not(target_arch = "wasm32"))]
use crate::indicator::recent::RecentTrend;
use crate::indicator::region::Region;
use crate::markup::Element;
use crate::text::narrative::Narrative;
use crate::text::words::Words;

/// What one view found for a request, and how it puts that into words, a picture and a table.
///
/// What only one form of a figure needs does not belong here.
pub(super) trait Depiction<'a> {
    /// Records that the file should not have held.
    fn refused(&self) -> &[Error];

    /// The region asked for.
    fn own(&self) -> &Region;

    /// Every indicator with its period. The first is the only one, but in an overview; the
    /// sentences speak of its period.
    fn indicators(&self) -> Vec<(&'a Definition, Period)>;

    /// How the region's figure moved, where that is said.
    #[cfg(not(target_arch = "wasm32"))]
    fn recent(&self) -> Option<RecentTrend> {
        None
    }

    /// Every finding that the figure shows, the region's own first, the benchmark's last.
    fn records(&self) -> Vec<Record<'_>>;

    /// What names the figure: the indicator and the place.
    fn name(&self) -> String;

    /// What the figure shows, in at most twelve words.
    fn headline(&self) -> String;

    /// What the figure is of, below the headline: name, unit, members, period. Parts may be empty.
    fn about(&self) -> Vec<String>;

    /// What the figure says.
    fn narrative(&self) -> Narrative;

    /// How it was made, and what else must be known; fewer persons than `threshold` are withheld.
    fn method(&self, threshold: f64) -> Vec<String>;

    /// The picture on a canvas; `None` for a view that is all text.
    fn picture(&self, canvas: Canvas) -> Option<Picture>;

    /// The same as rows and columns, in a box of this name, with what is said of each where there is
    /// a row for a finding.
    fn table(&self, heading: &str, annotations: &Annotations) -> Element;

    /// What the footer says instead of what is not the same of all indicators.
    fn differs(&self) -> &'static str {
        ""
    }

    /// Who made what the picture is drawn on, beside those of the figures.
    fn ground(&self) -> Option<String> {
        None
    }

    /// Its words amid somebody's text, of a view that is nothing else.
    #[cfg(feature = "brief")]
    fn inline(&self) -> Inline {
        Inline::default()
    }

    /// What chooses the order of what is shown, where a reader can. `id` begins every id in it.
    fn order(&self, _id: &str) -> Option<Element> {
        None
    }

    /// Adds the findings as rows, and to the heads what these lack.
    fn rows(&self, words: &Words, rows: &mut Rows) {
        rows.records(words, &self.records());
    }
}
