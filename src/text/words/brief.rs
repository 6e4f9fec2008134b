// SPDX-License-Identifier: EUPL-1.2
//! The words of figures without axes: amid somebody's text, and as dots.

use super::Words;
use std::ops::Deref;

/// The words of one language. In the templates `{…}` names what is filled in.
#[derive(Debug)]
pub struct BriefWords {
    /// The words of views of one place.
    pub words: &'static Words,
    /// In the place of a number that is not there, amid a sentence that goes on: why, the `{reason}`.
    pub unshown: &'static str,
    /// What the button is called that opens the note with period, interval and source; `{name}` is the
    /// indicator and the place.
    pub ask: &'static str,
    /// Who published the figure, in a note: `{source}`.
    pub by: &'static str,
    /// A number of dots: `{dots}` out of the `{whole}`, both written as numbers.
    pub of_whole: &'static str,
    /// In the legend: what a dot is, one of the `{whole}`.
    pub each: &'static str,
    /// In the legend: a dot that belongs to the figure and lies below its margin.
    pub certain: &'static str,
    /// A dot that belongs to the figure and lies within its margin.
    pub within: &'static str,
    /// A dot beyond the figure, within its margin.
    pub beyond: &'static str,
    /// A dot of which a part belongs to the figure.
    pub part: &'static str,
    /// A dot that does not belong to it.
    pub rest: &'static str,
    /// In the sentences: why there are no dots.
    pub no_dots: &'static str,
}

impl Deref for BriefWords {
    type Target = Words;

    fn deref(&self) -> &Words {
        self.words
    }
}
