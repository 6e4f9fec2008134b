// SPDX-License-Identifier: EUPL-1.2
//! What is withheld, and by which rule.

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
        Kind::HealthRegion => 4,
        _ => 6,
    };
    level + u8::from(period.months() > 12)
}

/// Why a record is withheld.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Rule {
    /// The publisher withholds it.
    Source,
    /// Too few persons.
    Primary,
    /// Its denominator is withheld as an indicator of its own.
    Denominator,
    /// Its complement is withheld.
    Mirror,
    /// A total would give a withheld record away.
    Total,
    /// Several totals together would.
    Combination,
    /// Totals would bound a withheld record to fewer counts than the threshold.
    Bounds,
}

impl Say for Rule {
    fn say(&self, language: Language) -> String {
        match language {
            Language::Dutch => match self {
                Self::Source => "door de bron achtergehouden",
                Self::Primary => "te weinig personen",
                Self::Denominator => "de noemer is achtergehouden",
                Self::Mirror => "het spiegelbeeld is achtergehouden",
                Self::Total => "opgeofferd: een totaal verraadt anders een achtergehouden cijfer",
                Self::Combination => {
                    "opgeofferd: totalen samen verraden anders een achtergehouden cijfer"
                }
                Self::Bounds => {
                    "opgeofferd: totalen sluiten een achtergehouden cijfer anders te nauw in"
                }
            },
            Language::English => match self {
                Self::Source => "suppressed by the source",
                Self::Primary => "too few persons",
                Self::Denominator => "the denominator is suppressed",
                Self::Mirror => "the complement is suppressed",
                Self::Total => "complementary: a total would disclose a suppressed figure",
                Self::Combination => {
                    "complementary: totals together would disclose a suppressed figure"
                }
                Self::Bounds => "complementary: totals would bound a suppressed figure too closely",
            },
        }
        .into()
    }
}

/// One withheld record and the rule.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Withheld {
    /// Its region and period.
    pub key: Key,
    /// Why.
    pub rule: Rule,
    /// For whose sake it was given up: one of the records that it protects.
    pub protects: Option<Key>,
}
