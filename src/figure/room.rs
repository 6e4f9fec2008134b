// SPDX-License-Identifier: EUPL-1.2
//! How much of a figure's box its text leaves for the picture.
//!
//! A page keeps a box for a figure before anything of it is there. The picture is drawn as high
//! as fills that box, so that what stands below does not move. The sizes are those of the style
//! sheet; a font that runs wider makes the estimate too high by a line at worst, which leaves a
//! little white.

use super::Figure;
use crate::chart::canvas::measure;
use crate::request::{Details, View};

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
    /// The height that is left for the picture; `None` where no box was given.
    pub(super) fn room(&self) -> Option<f64> {
        let width = f64::from(self.request.width);
        Some(f64::from(self.request.height?) - self.text_height(width))
    }

    /// What the line on age may take besides, where nobody knows yet on which day a reader looks.
    #[cfg(not(target_arch = "wasm32"))]
    pub(super) fn later_age(&self, width: f64) -> f64 {
        if self.request.date.is_some() {
            return 0.0;
        }
        let now = self.head.age.as_deref();
        let then = [self.words.age, " ", now.unwrap_or(self.words.no_newer)].concat();
        SENTENCE.height(&then, width) - now.map_or(0.0, |age| SENTENCE.height(age, width))
    }

    /// The height of everything but the picture in a box of this width, the table folded away.
    pub(super) fn text_height(&self, width: f64) -> f64 {
        let age = self.head.age.as_deref().map_or(0.0, |age| SENTENCE.height(age, width));
        let text = HEADING.height(&self.head.heading, width)
            + ABOUT.height(&self.head.about, width)
            + SENTENCE.height(&self.text, width)
            + age
            + SOURCE.height(&self.source.line(self.words), width);
        let summary = match self.request.details {
            Details::None => METHOD.height(&self.method, width),
            _ => SUMMARY,
        };
        let annotations: f64 =
            self.annotations.lines().iter().map(|line| SENTENCE.height(line, width)).sum();
        let downloads = if self.request.downloads { DOWNLOADS } else { 0.0 };
        let order = if self.request.view == View::Heatmap { ORDER } else { 0.0 };
        text + annotations + order + summary + downloads + BELOW_PICTURE
    }
}
