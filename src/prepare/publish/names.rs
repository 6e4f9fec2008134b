// SPDX-License-Identifier: EUPL-1.2
//! The file of the names by which figures are asked for, which is read when a name was not found.

use super::dataset::Publication;
use crate::advice::names::{Named, Names, Subject};

/// Who says which municipalities are no more.
const SOURCE: &str = "CBS, gemeentelijke herindelingen (CC BY 4.0)";

impl Publication<'_> {
    /// The names of the places, and of these indicators.
    pub fn names(&self, indicators: Vec<Subject>) -> Names {
        let named = |code: &str, name: &str| Named { code: code.into(), name: name.into() };
        let aliases = self.places.aliases.iter();
        let aliases =
            aliases.flat_map(|(alias, codes)| codes.iter().map(|code| named(code, alias)));
        Names {
            source: SOURCE.into(),
            regions: self.places.iter().map(|place| named(&place.code, &place.name)).collect(),
            aliases: aliases.collect(),
            former: self.boundaries.ended(),
            indicators,
        }
    }
}
