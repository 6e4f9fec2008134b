// SPDX-License-Identifier: EUPL-1.2
//! What is suppressed, and by which rule.

use crate::indicator::period::Period;
use crate::indicator::region::{COUNTRY, Kind};
use crate::prepare::message::Say;
use crate::request::Language;
use serde::Serialize;

/// A record's region and period.
pub type Key = (String, Period);

/// How much the loss of a record hurts: the wider the region and the longer the period, the more.
pub fn rank((region, period): &Key) -> u8 {
    let level = match Kind::of(region) {
        _ if region == COUNTRY => 8,
        Kind::Municipality => 0,
        Kind::Group => 2,
        Kind::Corop => 3,
        Kind::HealthRegion => 4,
        _ => 6,
    };
    level + u8::from(period.months() > 12)
}

/// Why a record is suppressed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Rule {
    /// The publisher suppresses it.
    Source,
    /// Too few persons.
    Primary,
    /// Its denominator is suppressed as an indicator of its own.
    Denominator,
    /// Its complement is suppressed.
    #[serde(rename = "mirror")]
    Complement,
    /// A total would give a suppressed record away.
    Total,
    /// Several totals together would.
    Combination,
    /// Totals would bound a suppressed record to fewer counts than the threshold.
    Bounds,
}

impl Say for Rule {
    fn say(&self, language: Language) -> String {
        let (dutch, english) = match self {
            Self::Source => ("door de bron achtergehouden", "suppressed by the source"),
            Self::Primary => ("te weinig personen", "too few persons"),
            Self::Denominator => ("de noemer is achtergehouden", "the denominator is suppressed"),
            Self::Complement => {
                ("het spiegelbeeld is achtergehouden", "the complement is suppressed")
            }
            Self::Total => (
                "opgeofferd: een totaal verraadt anders een achtergehouden cijfer",
                "complementary: a total would disclose a suppressed figure",
            ),
            Self::Combination => (
                "opgeofferd: totalen samen verraden anders een achtergehouden cijfer",
                "complementary: totals together would disclose a suppressed figure",
            ),
            Self::Bounds => (
                "opgeofferd: totalen sluiten een achtergehouden cijfer anders te nauw in",
                "complementary: totals would bound a suppressed figure too closely",
            ),
        };
        language.either(dutch, english).into()
    }
}

/// One suppressed record and the rule.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Suppressed {
    /// Its region and period.
    pub key: Key,
    /// Why.
    pub rule: Rule,
    /// For whose sake it was suppressed: one of the records that it protects.
    pub protects: Option<Key>,
}
