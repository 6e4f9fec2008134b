// SPDX-License-Identifier: EUPL-1.2
//! What a figure means: the catalogue's entry for one indicator.

use super::bilingual::Bilingual;
use super::period::Period;
use super::source::Source;
use crate::error::{Error, HAS_WORDS, Published, kept};
use crate::json::{self, Value};
use serde::Serialize;
use serde::de::{Deserialize, Deserializer, Error as _};

/// What sort of number an indicator is, and so how it is computed and shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    /// Part of a whole, in per cent; Wilson's interval.
    Share,
    /// Events per 1.000; exact and Byar's interval.
    Rate,
    /// A number of persons; the Poisson interval of the count.
    Count,
    /// An average; no interval but a published one.
    Mean,
    /// Yes, in preparation or no for a municipality; the share of municipalities that say
    /// yes for a group of them.
    Presence,
    /// A lower and an upper value with no point between them, of a number of persons, or of a
    /// share where the unit is `%`; never judged and never compared.
    Range,
}

impl Kind {
    /// What a fraction is multiplied with to be shown.
    pub fn factor(self) -> f64 {
        match self {
            Self::Share | Self::Presence => 100.0,
            Self::Rate => 1000.0,
            Self::Count | Self::Mean | Self::Range => 1.0,
        }
    }
}

/// Which way is better.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Direction {
    /// Lower is better.
    Lower,
    /// Higher is better.
    Higher,
    /// Neither: never coloured or worded as good or bad.
    Context,
}

/// Where in the first 1000 days an indicator belongs: the order of every Kansrijke Start page.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Phase {
    /// VOOR de zwangerschap.
    Before,
    /// TIJDENS de zwangerschap.
    During,
    /// NA de geboorte.
    After,
    /// The programme as a whole.
    Programme,
}

/// What is counted, and so whether small counts must be withheld.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Counted {
    /// People: disclosure control applies.
    Persons,
    /// Organisations: nothing to withhold.
    Municipalities,
}

/// Where figures are that are not here.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Availability {
    /// The source publishes them.
    Elsewhere,
    /// Nobody is known to publish them.
    Nowhere,
    /// Here, and of the country alone.
    National,
}

/// A change of definition: figures before and after it are not one series.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Break {
    /// The first period of the new definition.
    pub at: String,
    /// What changed.
    pub reason: Bilingual,
}

/// A value that somebody wants to reach. Never a benchmark.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Target {
    /// Whose target it is.
    pub region: String,
    /// In the unit shown.
    pub value: f64,
    /// In words.
    pub label: Bilingual,
    /// By when, where that was said.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub year: Option<i32>,
}

/// Sentences for the answers of one municipality.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Presence {
    /// It has it.
    pub yes: Bilingual,
    /// It is making it.
    pub preparation: Bilingual,
    /// It has it not.
    pub no: Bilingual,
}

/// One indicator of the catalogue.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Definition {
    /// The name in addresses and attributes.
    pub id: String,
    /// Before, during or after the pregnancy.
    pub phase: Phase,
    /// What sort of number it is.
    pub kind: Kind,
    /// Which way is better.
    pub direction: Direction,
    /// Whether persons are counted.
    pub counted: Counted,
    /// Decimals shown.
    pub decimals: u8,
    /// What a mean or a count is measured in ("jaar", "kinderen"), or a rate that is not of the
    /// 1,000 that its sentence names ("per 1.000 inwoners").
    #[serde(skip_serializing_if = "Option::is_none")]
    pub unit: Option<Bilingual>,
    /// The official short name.
    pub name: Bilingual,
    /// What there is more or less of, in the middle of a heading: "kinderen van tienermoeders".
    #[serde(skip_serializing_if = "Option::is_none")]
    pub subject: Option<Bilingual>,
    /// What it is, in plain words.
    pub definition: Bilingual,
    /// What is counted.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub numerator: Option<Bilingual>,
    /// Out of what.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub denominator: Option<Bilingual>,
    /// The figure as a sentence, with `{region}`, `{period}` and `{value}`.
    pub sentence: Bilingual,
    /// Where the figures come from.
    pub source: Source,
    /// Under which licence.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub licence: Option<String>,
    /// Where its figures are, of an indicator that has none here, or of the country alone.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub availability: Option<Availability>,
    /// What every reader must know beside the figure.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<Bilingual>,
    /// Changes of definition.
    #[serde(rename = "break", skip_serializing_if = "Vec::is_empty")]
    pub breaks: Vec<Break>,
    /// Values to reach.
    #[serde(rename = "target", skip_serializing_if = "Vec::is_empty")]
    pub targets: Vec<Target>,
    /// Sentences for the answers of a municipality.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub presence: Option<Presence>,
}

/// The words of a file.
const PHASES: [(&str, Phase); 4] = [
    ("before", Phase::Before),
    ("during", Phase::During),
    ("after", Phase::After),
    ("programme", Phase::Programme),
];
const KINDS: [(&str, Kind); 6] = [
    ("share", Kind::Share),
    ("rate", Kind::Rate),
    ("count", Kind::Count),
    ("mean", Kind::Mean),
    ("presence", Kind::Presence),
    ("range", Kind::Range),
];
const DIRECTIONS: [(&str, Direction); 3] =
    [("lower", Direction::Lower), ("higher", Direction::Higher), ("context", Direction::Context)];
const AVAILABILITIES: [(&str, Availability); 3] = [
    ("elsewhere", Availability::Elsewhere),
    ("nowhere", Availability::Nowhere),
    ("national", Availability::National),
];
const COUNTED: [(&str, Counted); 2] =
    [("persons", Counted::Persons), ("municipalities", Counted::Municipalities)];

impl<'de> Deserialize<'de> for Definition {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Self::read(&Value::deserialize(deserializer)?).map_err(D::Error::custom)
    }
}

impl Definition {
    /// Reads a definition as the catalogue and the data files have it.
    ///
    /// # Errors
    /// [`Error::DataMalformed`] names the first member that is absent or means nothing.
    pub fn read(value: &Value) -> Result<Self, Error> {
        json::read(value, |value| {
            let text = |name| Bilingual::read(value.get(name));
            let optional = |name| value.optional(name).map(Bilingual::read);
            let breaks = value.list("break");
            let targets = value.list("target");
            Self {
                id: value.text("id"),
                phase: value.word("phase", &PHASES, Phase::Programme),
                kind: value.word("kind", &KINDS, Kind::Share),
                direction: value.word("direction", &DIRECTIONS, Direction::Context),
                counted: value.word("counted", &COUNTED, Counted::Persons),
                decimals: value.number("decimals") as u8,
                unit: optional("unit"),
                name: text("name"),
                subject: optional("subject"),
                definition: text("definition"),
                numerator: optional("numerator"),
                denominator: optional("denominator"),
                sentence: text("sentence"),
                source: Source::read(value.get("source")),
                licence: value.optional_text("licence"),
                availability: value
                    .optional("availability")
                    .map(|_| value.word("availability", &AVAILABILITIES, Availability::Nowhere)),
                note: optional("note"),
                breaks: breaks
                    .map(|b| Break { at: b.text("at"), reason: Bilingual::read(b.get("reason")) })
                    .collect(),
                targets: targets
                    .map(|t| Target {
                        region: t.text("region"),
                        value: t.number("value"),
                        label: Bilingual::read(t.get("label")),
                        year: t.value().get("year").number().map(|year| year as i32),
                    })
                    .collect(),
                presence: value.optional("presence").map(|presence| Presence {
                    yes: Bilingual::read(presence.get("yes")),
                    preparation: Bilingual::read(presence.get("preparation")),
                    no: Bilingual::read(presence.get("no")),
                }),
            }
        })
    }

    /// Whether its figures are per cent.
    pub fn is_percentage(&self) -> bool {
        match self.kind {
            Kind::Share | Kind::Presence => true,
            Kind::Range => self.unit.as_ref().is_some_and(|unit| unit.nl == "%"),
            _ => false,
        }
    }

    /// Whether its figures are numbers of persons, which depend on how large a place is.
    pub fn is_count(&self) -> bool {
        match self.kind {
            Kind::Count => true,
            Kind::Range => !self.is_percentage(),
            _ => false,
        }
    }

    /// That there are no figures of it here, and where there are.
    pub fn without_figures(&self) -> Error {
        let published = match self.availability {
            None | Some(Availability::National) => Published::Unsaid,
            Some(_) if !HAS_WORDS => Published::Unsaid,
            Some(Availability::Nowhere) => Published::Nowhere,
            Some(Availability::Elsewhere) => {
                let mut by = self.source.publisher.clone();
                if let Some(host) = self.source.host() {
                    by = [&by, " (", host, ")"].concat();
                }
                Published::By(by)
            }
        };
        Error::NoFigures { id: kept(&self.id), published }
    }

    /// The latest break that `period` lies behind; two figures are of one definition when
    /// this is the same for both. `None` before the first break.
    pub fn break_before(&self, period: Period) -> Option<&Break> {
        self.breaks
            .iter()
            .filter_map(|b| Some((Period::parse(&b.at)?, b)))
            .filter(|(at, _)| period.starts_from(*at))
            .max_by_key(|(at, _)| *at)
            .map(|(_, b)| b)
    }

    /// Whether the figures of two periods are of one definition.
    pub fn same_definition(&self, one: Period, other: Period) -> bool {
        self.break_before(one) == self.break_before(other)
    }

    /// The target of a region.
    pub fn target_of(&self, region: &str) -> Option<&Target> {
        self.targets.iter().find(|t| t.region == region)
    }
}
