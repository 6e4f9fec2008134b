// SPDX-License-Identifier: EUPL-1.2
//! The words of a map.

use super::members::MemberWords;
use std::ops::Deref;

/// The words of one language. In the templates `{…}` names what is filled in.
#[derive(Debug)]
pub struct MapWords {
    /// The words of views that set regions beside each other.
    pub members: &'static MemberWords,
    /// Above the classes of verdicts: `{verdict}`, `{kind}`.
    pub class_head: &'static str,
    /// A class of a map: `{class}`, `{count}`.
    pub class_count: &'static str,
    /// The same where nothing stands above: `{class}`, `{count}`, `{kind}`.
    pub class_count_kind: &'static str,
    /// A class of values below the first break: `{to}`.
    pub class_below: &'static str,
    /// Between two breaks: `{from}`, `{to}`.
    pub class_between: &'static str,
    /// From the last break on: `{from}`.
    pub class_from: &'static str,
    /// What tiles are: `{kind}`.
    pub tiles: &'static str,
    /// The same where several make up a member: `{kind}`.
    pub tiles_of: &'static str,
    /// Who made the borders: `{source}`.
    pub borders: &'static str,
    /// Members without a place: `{names}`.
    pub no_place: &'static str,
}

impl Deref for MapWords {
    type Target = MemberWords;

    fn deref(&self) -> &MemberWords {
        self.members
    }
}
