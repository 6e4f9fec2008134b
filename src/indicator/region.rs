// SPDX-License-Identifier: EUPL-1.2
//! Places that have figures.

use super::letter::plain;

/// The code of the country, the benchmark where nothing else is asked for.
pub const COUNTRY: &str = "NL01";

/// What sort of place a code names. The order is the order of preference when one name fits
/// several places: "Utrecht" is the municipality before it is the province.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// `GM0344`.
    Municipality,
    /// `GG2514`: the area of a municipal health service.
    HealthRegion,
    /// `PV26`.
    Province,
    /// `CR17`: a COROP region, a part of a province for research.
    Corop,
    /// `NL01`.
    Country,
    /// Any other code: a group that the data define.
    Group,
}

impl Kind {
    /// All of them, in that order.
    pub const ALL: [Self; 6] = [
        Self::Municipality,
        Self::HealthRegion,
        Self::Province,
        Self::Corop,
        Self::Country,
        Self::Group,
    ];

    /// What programs call one of them, and several; nothing for a group of the data's own.
    pub fn words(self) -> Option<[&'static str; 2]> {
        Some(match self {
            Self::Municipality => ["municipality", "municipalities"],
            Self::HealthRegion => ["health region", "health regions"],
            Self::Province => ["province", "provinces"],
            Self::Corop => ["COROP region", "COROP regions"],
            Self::Country => ["country", "countries"],
            Self::Group => return None,
        })
    }

    /// The kind that a CBS code's letters say.
    ///
    /// ```
    /// use kansrijke_start::indicator::region::Kind;
    /// assert_eq!(Kind::of("GG2514"), Kind::HealthRegion);
    /// ```
    pub fn of(code: &str) -> Self {
        match code.get(..2) {
            Some("GM") => Self::Municipality,
            Some("GG") => Self::HealthRegion,
            Some("PV") => Self::Province,
            Some("CR") => Self::Corop,
            Some("NL") => Self::Country,
            _ => Self::Group,
        }
    }
}

/// A place: its code and the name by which readers know it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Region {
    /// The CBS code, or a code of the data's own for a group.
    pub code: String,
    /// The name for readers ("Den Haag").
    pub name: String,
}

impl Region {
    /// What sort of place this is.
    pub fn kind(&self) -> Kind {
        Kind::of(&self.code)
    }
}

impl Region {
    /// Whether its name comes before another's in the alphabet: by letters and blanks, without
    /// accents, so that 's-Hertogenbosch stands among the S.
    ///
    /// ```
    /// use kansrijke_start::indicator::region::Region;
    ///
    /// let region = |name: &str| Region { code: "GM9999".into(), name: name.into() };
    /// assert!(region("Schouwen-Duiveland").precedes(&region("'s-Hertogenbosch")));
    /// assert!(region("Súdwest-Fryslân").precedes(&region("Terneuzen")));
    /// assert!(!region("Ede").precedes(&region("Ede")));
    /// ```
    pub fn precedes(&self, other: &Self) -> bool {
        letters(&self.name).lt(letters(&other.name))
    }
}

fn letters(name: &str) -> impl Iterator<Item = char> {
    name.chars().map(plain).filter(|c| matches!(c, 'a'..='z' | ' '))
}
