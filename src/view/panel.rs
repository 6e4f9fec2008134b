// SPDX-License-Identifier: EUPL-1.2
//! Any regions in any periods: a table of findings, released by disclosure control.

use super::{choice, places, single};
use crate::data::dataset::Dataset;
use crate::error::Error;
use crate::indicator::definition::Definition;
use crate::indicator::period::Period;
use crate::indicator::region::{Kind, Region};
use crate::request::{CHOSEN, Request};
use single::Series;

/// What stands for all regions, or for all periods.
const ALL: &str = "all";

/// The findings of one indicator.
#[derive(Clone, Debug)]
pub struct Part<'a> {
    /// The indicator.
    pub definition: &'a Definition,
    /// The regions, each with a finding of every period.
    pub series: Vec<Series<'a>>,
    /// What they are compared with, where it is known.
    pub benchmark: Option<Series<'a>>,
}

/// The findings of every indicator that is asked for: nothing here is withheld.
#[derive(Clone, Debug)]
pub struct Panel<'a> {
    /// One indicator after another.
    pub parts: Vec<Part<'a>>,
    /// Records that the file should not have held, and that are not shown.
    pub refused: Vec<Error>,
}

impl<'a> Panel<'a> {
    /// Finds regions by their codes, names or sorts (`provinces`, `all`), inside the scope of the
    /// request where it has one, in periods by their codes, or `all` of which the file has a record.
    /// Without any it is the period of the request, or the one of which most of them have a figure.
    ///
    /// # Errors
    /// An unknown indicator, region, scope or period, or counts that contradict each other.
    pub fn find(
        dataset: &'a Dataset,
        request: &Request,
        regions: &[String],
        periods: &[String],
    ) -> Result<Self, Error> {
        let places = places(dataset, request.within.as_deref(), regions)?;
        let benchmark = match request.compare.first() {
            Some(code) => dataset.compared(code)?,
            None => None,
        };
        let (mut parts, mut refused) = (Vec::new(), Vec::new());
        for indicator in choice::indicators(dataset, &request.indicator)? {
            let Some(definition) = dataset.definitions.get(indicator) else { continue };
            let times = times(dataset, indicator, &places, request.period, periods)?;
            let mut series =
                |place| single::released(dataset, indicator, place, &times, &mut refused);
            let benchmark = benchmark.map(&mut series).transpose()?;
            let series = places.iter().map(|place| series(*place)).collect::<Result<_, _>>()?;
            parts.push(Part { definition, series, benchmark });
        }
        Ok(Self { parts, refused })
    }
}

/// The sort of regions that a word stands for.
pub fn kind_of(word: &str) -> Option<Kind> {
    let is_word = |name: &str| name.eq_ignore_ascii_case(word);
    let is_named = |kind: &Kind| kind.words().is_some_and(|names| names.into_iter().any(is_word));
    Kind::ALL.into_iter().find(is_named)
}

/// Whether a word stands for several regions.
pub fn is_sort(word: &str) -> bool {
    word == ALL || kind_of(word).is_some()
}

/// The places of regions, each once, in the order in which they are asked for.
fn places(
    dataset: &Dataset,
    within: Option<&str>,
    regions: &[String],
) -> Result<Vec<usize>, Error> {
    let scope = match within {
        Some(chosen) if CHOSEN.contains(&chosen) => {
            let found = || Some(chosen.to_string());
            return Err(Error::attribute("within", found, "NL01, PV26, GG2514, CR17"));
        }
        Some(scope) => Some(dataset.region(scope)?.1),
        None => None,
    };
    let is_inside = |region: &Region| {
        let lies_in = |scope: &Region| {
            scope.kind() == Kind::Country || dataset.parents(&region.code).contains(&scope.code)
        };
        scope.is_none_or(lies_in)
    };
    let mut places = Vec::new();
    for wanted in regions {
        let wanted = wanted.trim();
        let found: Vec<usize> = if is_sort(wanted) {
            let kind = kind_of(wanted);
            let all = dataset.regions.iter().enumerate();
            let of_kind = all.filter(|(_, region)| kind.is_none_or(|kind| region.kind() == kind));
            of_kind.map(|(place, _)| place).collect()
        } else {
            vec![dataset.region(wanted)?.0]
        };
        for place in found {
            let is_in = dataset.regions.get(place).is_some_and(is_inside);
            if is_in && !places.contains(&place) {
                places.push(place);
            }
        }
    }
    Ok(places)
}

/// The places of periods, earliest first.
fn times(
    dataset: &Dataset,
    indicator: usize,
    places: &[usize],
    asked: Option<Period>,
    periods: &[String],
) -> Result<Vec<usize>, Error> {
    let recorded = single::periods(dataset, indicator, places);
    if periods.iter().any(|period| period.trim() == ALL) {
        return Ok(recorded);
    }
    let mut wanted: Vec<Period> = Vec::new();
    for code in periods {
        let unknown =
            || Error::attribute("period", || Some(code.clone()), "2015, 2010-2015, 2022-07");
        wanted.push(Period::parse(code.trim()).ok_or_else(unknown)?);
    }
    wanted.extend(asked.filter(|_| periods.is_empty()));
    if wanted.is_empty() {
        let usual = places::period(dataset, indicator, places, usize::MAX, None);
        return Ok(usual.or(recorded.last().copied()).into_iter().collect());
    }
    if let Some(strange) = wanted.iter().find(|period| !dataset.periods.contains(period)) {
        return Err(Error::UnknownPeriod { found: strange.code() });
    }
    let mut sorted = wanted;
    sorted.sort_by_key(|period| period.recency());
    sorted.dedup();
    let place = |period: &Period| dataset.periods.iter().position(|other| other == period);
    Ok(sorted.iter().rev().filter_map(place).collect())
}
