// SPDX-License-Identifier: EUPL-1.2
//! What more there is to say about a failure than that something is unknown.

use super::names::{Named, Names, Subject, ordered};
use super::place::{Fate, Place, Role};
use super::spelling::is_curly;
use super::word;
use crate::data::dataset::Dataset;
use crate::error::Error;
use crate::indicator::period::Period;
use crate::indicator::region::Kind;
use crate::request::{NEIGHBOURS, PEERS};
use crate::view::available;

/// The sorts of regions that figures are of.
const KINDS: [Kind; 6] = [
    Kind::Municipality,
    Kind::HealthRegion,
    Kind::Province,
    Kind::Corop,
    Kind::Country,
    Kind::Group,
];

/// One thing more.
#[derive(Clone, Debug, PartialEq)]
pub enum Clue {
    /// Quotes of a word processor became a part of the value of an attribute.
    Curly {
        /// The attribute.
        name: String,
        /// What stands there.
        found: String,
    },
    /// The regions that bear the name at an attribute.
    Several(String, Vec<Named>),
    /// The regions whose names come near to what stands at an attribute.
    Near(String, Vec<Named>),
    /// A municipality that is no more, and whose area is in several.
    Former(String, Fate),
    /// A municipality in the place of an area.
    TooSmall(Named),
    /// Nothing says which municipalities border on the region or are like it.
    NoComparators,
    /// The indicators that come near.
    Subjects(Vec<Subject>),
    /// The ids of all indicators with figures.
    AllSubjects(Vec<String>),
    /// The word that comes near at an attribute.
    Word(String, &'static str),
    /// The periods of which there are figures.
    Periods(Vec<Period>),
    /// The sorts of regions that have figures, and whether that of the region is among them.
    Kinds(Vec<Kind>, bool),
}

/// What there is to say about an error, from the attributes that led to it, the names of the
/// folder, and the file where one was read.
pub fn clues(
    error: &Error,
    attribute: impl Fn(&'static str) -> Option<String>,
    names: &Names,
    dataset: Option<&Dataset>,
) -> Vec<Clue> {
    let mut clues = Vec::new();
    let given = |name| attribute(name).unwrap_or_default();
    let mut curly = |name: &str, found: &str| {
        if is_curly(found) {
            clues.push(Clue::Curly { name: name.to_string(), found: found.trim().to_string() });
        }
    };
    match error {
        Error::UnknownRegion { found } => {
            let (name, text, role) = asked(found, &attribute);
            if name == "within" && [NEIGHBOURS, PEERS].contains(&found.as_str()) {
                return vec![Clue::NoComparators];
            }
            curly(name, &text);
            clues.extend(of_place(name, &text, role, names));
        }
        Error::UnknownIndicator { id } => {
            curly("indicator", id);
            clues.extend(of_subject(id, names));
        }
        Error::Attribute { name: "indicator", found, .. } => {
            curly("indicator", found);
            clues.extend(of_subject(found, names));
        }
        Error::Attribute { name, found, expected } => {
            curly(name, found);
            let near = word::near(name, found, expected);
            clues.extend(near.map(|near| Clue::Word((*name).to_string(), near)));
        }
        Error::UnknownPeriod { .. } => {
            let periods = dataset.map(|d| periods(d, &given("indicator"), &given("region")));
            clues.extend(periods.filter(|p| !p.is_empty()).map(Clue::Periods));
        }
        Error::NoFigures { id, .. } => {
            if let Place::TooSmall(region) = names.place(&given("within"), Role::Area) {
                clues.push(Clue::TooSmall(region));
            } else {
                clues.extend(of_kinds(id, &given("region"), names, dataset));
            }
        }
        _ => {}
    }
    clues
}

/// The attribute at which a region stands that is unknown, with all that stands there: a name of
/// several words was taken apart.
fn asked(
    found: &str,
    attribute: &impl Fn(&'static str) -> Option<String>,
) -> (&'static str, String, Role) {
    let stands = |name: &'static str| attribute(name).filter(|text| text.contains(found));
    if let Some(text) = stands("within").filter(|text| text.trim() == found) {
        return ("within", text, Role::Area);
    }
    if let Some(text) = stands("compare")
        && attribute("region").is_none_or(|region| region.trim() != found)
    {
        // One of several names is told by itself.
        let part = text.split([',', ';']).find(|part| part.contains(found)).map(str::to_string);
        return ("compare", part.unwrap_or(text), Role::Own);
    }
    ("region", found.to_string(), Role::Own)
}

fn of_place(name: &str, text: &str, role: Role, names: &Names) -> Option<Clue> {
    let name = name.to_string();
    match names.place(text, role) {
        Place::Several(regions) => Some(Clue::Several(name, regions)),
        Place::Former(fate) => Some(Clue::Former(name, fate)),
        Place::TooSmall(region) => Some(Clue::TooSmall(region)),
        Place::One(region) => Some(Clue::Near(name, vec![region])),
        Place::Unknown => {
            let near = names.near_places(text, role);
            (!near.is_empty()).then_some(Clue::Near(name, near))
        }
    }
}

fn of_subject(text: &str, names: &Names) -> Option<Clue> {
    let near: Vec<Subject> = names.near_subjects(text).into_iter().cloned().collect();
    if !near.is_empty() {
        return Some(Clue::Subjects(near));
    }
    let all: Vec<String> = names.with_figures().into_iter().map(str::to_string).collect();
    (!all.is_empty()).then_some(Clue::AllSubjects(all))
}

/// The periods of which a region has a figure, or any region where that one has none.
fn periods(dataset: &Dataset, indicator: &str, region: &str) -> Vec<Period> {
    let Ok((indicator, _)) = dataset.definition(indicator.trim()) else { return Vec::new() };
    let own = dataset.region(region.trim()).ok().map(|(place, _)| place);
    // Single years first, which are what people look for.
    let order = |period: &Period| {
        let (year, month) = period.start();
        usize::try_from(period.months() * 100_000 + year * 12 + month).unwrap_or_default()
    };
    let of = |own: Option<usize>| -> Vec<(usize, usize)> {
        let filled = available::periods(dataset, indicator, own).into_iter();
        filled.filter_map(|at| Some((order(dataset.periods.get(at)?), at))).collect()
    };
    let mut found = own.map(|own| of(Some(own))).unwrap_or_default();
    if found.is_empty() {
        found = of(None);
    }
    ordered(found).filter_map(|(_, at)| dataset.periods.get(at)).copied().collect()
}

/// The sorts of regions that have figures of an indicator: of those of the folder, else of the file.
fn of_kinds(id: &str, region: &str, names: &Names, dataset: Option<&Dataset>) -> Option<Clue> {
    let has: Vec<Kind> = match names.indicator(id) {
        Some(subject) => subject.regions.iter().map(|letters| Kind::of(letters)).collect(),
        None => {
            let dataset = dataset?;
            let (indicator, _) = dataset.definition(id).ok()?;
            available::regions(dataset, indicator)
        }
    };
    let kinds: Vec<Kind> = KINDS.into_iter().filter(|kind| has.contains(kind)).collect();
    let own = match names.place(region, Role::Own) {
        Place::One(region) => Some(region.kind()),
        _ => None,
    };
    let has_own = own.is_some_and(|own| kinds.contains(&own));
    (!kinds.is_empty()).then_some(Clue::Kinds(kinds, has_own))
}
