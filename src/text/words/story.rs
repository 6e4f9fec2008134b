// SPDX-License-Identifier: EUPL-1.2
//! The words of the story of one region.

use super::Words;
use super::overview::Counted;
use std::ops::Deref;

/// The words of one language. In the templates `{…}` names what is filled in; `{place}` is the region
/// in a sentence and `{benchmark}` the country.
#[derive(Debug)]
pub struct StoryWords {
    /// The words of views of one place.
    pub words: &'static Words,
    /// Above the indicators of each phase: before, during and after the pregnancy, the programme.
    pub phases: [&'static str; 4],
    /// Where on the way these begin, counted from the birth: "9 months before the birth", and an empty
    /// text where that is not known.
    pub moments: [&'static str; 4],
    /// Where the way ends: "2 years".
    pub end: &'static str,
    /// The regions of each sort: municipalities, health regions, provinces, COROP regions.
    pub kinds: [&'static str; 4],
    /// What names the figure.
    pub name: &'static str,
    /// Its message; `{place}` is the name of the region.
    pub headline: &'static str,
    /// The same of the country itself.
    pub headline_alone: &'static str,
    /// What the signs mean.
    pub reading: &'static str,
    /// Of a region, none of whose figures can be compared.
    pub none_compared: &'static str,
    /// Of the country itself.
    pub alone: &'static str,
    /// Of how many subjects the figure is withheld.
    pub withheld: Counted,
    /// Which subjects of a phase have no figure: `{names}`, separated by semicolons.
    pub missing: &'static str,
    /// How many subjects more than the picture has room for stand in the table: `{count}`.
    pub rest: &'static str,
    /// In the legend: the region's line.
    pub key_line: &'static str,
    /// The row of marks, amid the `{kinds}`.
    pub key_spread: &'static str,
    /// The sign of a figure that has no verdict.
    pub not_compared: &'static str,
    /// In the table, the head of the column of indicators.
    pub indicator: &'static str,
    /// The head of the column of phases.
    pub phase: &'static str,
    /// The head of the column of sentences.
    pub said: &'static str,
    /// In the small print: how margins came about.
    pub margins: &'static str,
    /// In the small print: how lines and spreads are drawn.
    pub method: &'static str,
    /// In the footer, instead of what is not the same of all indicators.
    pub differs: &'static str,
}

impl Deref for StoryWords {
    type Target = Words;

    fn deref(&self) -> &Words {
        self.words
    }
}
