// SPDX-License-Identifier: EUPL-1.2
//! How much of a figure's box its text leaves for the picture.
//!
//! A page keeps a box for a figure before anything of it is there. The picture is drawn as high
//! as fills that box, so that what stands below does not move. In a wide box the text stands left
//! of the picture. The sizes are those of the style sheet; a font that runs wider makes the estimate
//! too high by a line at worst, which leaves a little white.

use super::Figure;
use crate::chart::canvas::{COLUMN, LegendPlace, measure};
use crate::request::{Details, View};

/// In a box wider than this the text stands left of the picture, in a column of its own.
const WIDE: f64 = 960.0;

/// From that column to the picture.
const GUTTER: f64 = 32.0;

/// The room for a picture: its width, the height to fill where there is one, where its legend stands.
pub(super) struct Room {
    pub(super) width: f64,
    pub(super) height: Option<f64>,
    pub(super) legend: LegendPlace,
}

/// A block of text in the style sheet: type size, height of a line, widest in ems, margin below.
struct Block {
    size: f64,
    line: f64,
    widest: f64,
    below: f64,
}

const HEADING: Block = Block { size: 20.0, line: 25.0, widest: f64::INFINITY, below: 4.0 };
const SENTENCE: Block = Block { size: 16.0, line: 24.0, widest: 40.0, below: 12.0 };
const ABOUT: Block = Block { size: 14.0, line: 20.0, widest: f64::INFINITY, below: 4.0 };
const METHOD: Block = Block { size: 14.0, line: 21.0, widest: 48.0, below: 12.0 };
const SOURCE: Block = Block { size: 14.0, line: 23.0, widest: f64::INFINITY, below: 9.0 };

/// The line that opens the table, and the margin below the picture.
const SUMMARY: f64 = 44.0;
const BELOW_PICTURE: f64 = 8.0;

/// The list that puts the rows of a heat map in order.
const ORDER: f64 = 80.0;

/// The line that opens the downloads.
pub(super) const DOWNLOADS: f64 = 28.0;

/// Text breaks earlier than its mean width says, and headings are bold.
const TIGHT: f64 = 0.92;

impl Block {
    fn height(&self, text: &str, width: f64) -> f64 {
        let room = width.min(self.widest * self.size);
        measure::wrap(text, self.size, room * TIGHT).len() as f64 * self.line + self.below
    }
}

impl Figure<'_> {
    /// Whether the text stands left of the picture in a box of this width: not of a picture that is
    /// much higher than the text.
    fn is_beside(&self, width: f64) -> bool {
        let is_short = !self.request.view.is_overview() && self.request.view != View::Table;
        is_short && width > WIDE
    }

    /// The width of the picture, and the height that is left for it where a box was given. A page
    /// with our style sheet has the text beside it; `is_styled` says whether this is such a one.
    pub(super) fn room(&self, is_styled: bool) -> Room {
        let whole = f64::from(self.request.width);
        let given = self.request.height.map(f64::from);
        if is_styled {
            return self.room_in(whole, given, self.above(whole), self.below(whole));
        }
        let height = given.map(|height| height - self.above(whole) - self.below(whole));
        Room { width: whole, height, legend: LegendPlace::Within }
    }

    /// The same in a box of a page with our style sheet, with this much text above the picture, where
    /// it is not beside it, and below it.
    fn room_in(&self, whole: f64, given: Option<f64>, above: f64, below: f64) -> Room {
        if self.is_beside(whole) {
            let (width, height) = (whole - COLUMN - GUTTER, given.map(|height| height - below));
            return Room { width, height, legend: LegendPlace::Column };
        }
        let height = given.map(|height| height - above - below);
        Room { width: whole, height, legend: LegendPlace::Above }
    }

    /// What the line on age may take besides, where nobody knows yet on which day a reader looks.
    #[cfg(any(not(target_arch = "wasm32"), feature = "tools"))]
    pub(super) fn later_age(&self, width: f64) -> f64 {
        if self.request.date.is_some() {
            return 0.0;
        }
        let now = self.head.age.as_deref();
        let then = [self.words.age, " ", now.unwrap_or(self.words.no_newer)].concat();
        SENTENCE.height(&then, width) - now.map_or(0.0, |age| SENTENCE.height(age, width))
    }

    /// The height of what stands above the picture, or left of it.
    fn above(&self, width: f64) -> f64 {
        let age = self.head.age.as_deref().map_or(0.0, |age| SENTENCE.height(age, width));
        let order = if self.request.view == View::Heatmap { ORDER } else { 0.0 };
        HEADING.height(&self.head.heading, width)
            + ABOUT.height(&self.head.about, width)
            + SENTENCE.height(&self.text, width)
            + age
            + order
    }

    /// The height of what stands below the picture, the table folded away.
    fn below(&self, width: f64) -> f64 {
        let summary = match self.request.details {
            Details::None => METHOD.height(&self.method, width),
            _ => SUMMARY,
        };
        let annotations: f64 =
            self.annotations.lines().iter().map(|line| SENTENCE.height(line, width)).sum();
        let downloads = if self.request.downloads { DOWNLOADS } else { 0.0 };
        SOURCE.height(&self.source.line(self.words), width)
            + annotations
            + summary
            + downloads
            + BELOW_PICTURE
    }

    /// The height of the figure in a box of this width: `drawn` tells how high the picture becomes in
    /// the room that it has, or the table in its place, and how high its legend.
    #[cfg(any(not(target_arch = "wasm32"), feature = "tools"))]
    pub(super) fn height(
        &self,
        width: f64,
        more: f64,
        room: f64,
        drawn: impl FnOnce(Room) -> (f64, f64),
    ) -> f64 {
        let is_beside = self.is_beside(width);
        let text = if is_beside { COLUMN } else { width };
        let above = self.above(text) + self.later_age(text);
        let below = self.below(width) + more;
        let (drawn, explained) = drawn(self.room_in(width, Some(room), above, below));
        let above = above + explained;
        below + if is_beside { above.max(drawn) } else { above + drawn }
    }
}
