// SPDX-License-Identifier: EUPL-1.2
//! The words of a map.

use super::members::MemberWords;
use std::ops::Deref;

/// The words of one language. In the templates `{…}` names what is filled in.
#[derive(Debug)]
pub struct MapWords {
    /// The words of views that set regions beside each other.
    pub members: &'static MemberWords,
    /// Above the key of a map of verdicts; `{verdict}` is [`MemberWords::verdict_head`] and
    /// `{kind}` what is counted below: "Compared with the Netherlands, number of municipalities".
    pub class_head: &'static str,
    /// A line of that key, a `{class}` with its `{count}`: "lower (better): 9".
    pub class_count: &'static str,
    /// A line of a key without anything above it, so with the `{kind}`: "120 to 340: 57
    /// municipalities".
    pub class_count_kind: &'static str,
    /// The class of values below the first break, `{to}`: "less than 120".
    pub class_below: &'static str,
    /// A class of values `{from}` one break `{to}` the next: "120 to 340".
    pub class_between: &'static str,
    /// The class of values from the last break on: "900 or more".
    pub class_from: &'static str,
    /// In the small print, where each `{kind}` is a tile: that these are no borders.
    pub tiles: &'static str,
    /// The same, where the tiles of one `{kind}` are joined.
    pub tiles_of: &'static str,
    /// After the sources of the figures: who made the borders, the `{source}` that their file names.
    pub borders: &'static str,
    /// In the small print: the `{names}` of members that the file of borders has not.
    pub no_place: &'static str,
}

impl Deref for MapWords {
    type Target = MemberWords;

    fn deref(&self) -> &MemberWords {
        self.members
    }
}
