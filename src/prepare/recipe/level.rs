// SPDX-License-Identifier: EUPL-1.2
//! What the names in a column are of, where a municipality and a province share one.

use crate::indicator::region::Kind;
use serde::Deserialize;

/// What sort of place a column of names holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Level {
    /// Municipalities.
    Municipality,
    /// Health regions.
    Ggd,
    /// COROP regions.
    Corop,
    /// Provinces.
    Province,
    /// The country.
    Country,
}

impl Level {
    /// As a kind of region.
    pub(in crate::prepare) fn kind(self) -> Kind {
        match self {
            Self::Municipality => Kind::Municipality,
            Self::Ggd => Kind::HealthRegion,
            Self::Corop => Kind::Corop,
            Self::Province => Kind::Province,
            Self::Country => Kind::Country,
        }
    }
}
