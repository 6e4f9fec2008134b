// SPDX-License-Identifier: EUPL-1.2
//! A file that was read and found whole: records by indicator, region and period.

use super::geometry::Geometry;
use super::jsonstat::{Category, Extension, FORMAT, JsonStat, MEASURES};
use crate::error::Error;
use crate::indicator::definition::Definition;
use crate::indicator::disclosure::FLOOR;
use crate::indicator::observation::{Answer, Observation, Status};
use crate::indicator::period::Period;
use crate::indicator::region::{COUNTRY, Region};
use crate::limits;

/// A data file whose parts fit together.
#[derive(Clone, Debug)]
pub struct Dataset {
    /// The indicators that it holds.
    pub definitions: Vec<Definition>,
    /// The regions that it knows.
    pub regions: Vec<Region>,
    /// The periods that it holds, in the order of the file.
    pub periods: Vec<Period>,
    /// The disclosure threshold: fewer persons are never shown.
    pub threshold: f64,
    /// Where the regions lie, for those who ask; from a file of its own.
    pub geometry: Option<Geometry>,
    parents: Vec<(String, Vec<String>)>,
    aliases: Vec<(String, String)>,
    values: Vec<Option<f64>>,
    status: Vec<Option<Status>>,
    strides: Strides,
    /// For each of [`MEASURES`] its place in the file.
    measures: [Option<usize>; MEASURES.len()],
}

/// How far apart two neighbours of each dimension lie.
#[derive(Clone, Copy, Debug)]
struct Strides {
    indicator: usize,
    measure: usize,
    region: usize,
    period: usize,
}

impl TryFrom<JsonStat> for Dataset {
    type Error = Error;

    fn try_from(file: JsonStat) -> Result<Self, Error> {
        if file.extension.format != FORMAT {
            return Err(Error::DataVersion { found: file.extension.format, expected: FORMAT });
        }
        if file.class != "dataset" || file.version != "2.0" {
            return Err(Error::malformed("class", &file.class, "a dataset of JSON-stat 2.0"));
        }
        let length = check_size(&file)?;
        let category = |name: &str| -> Result<&Category, Error> {
            let dimension = file.dimension.get(name);
            dimension
                .map(|d| &d.category)
                .ok_or_else(|| Error::malformed("dimension", "nothing", name))
        };
        let same =
            file.extension.definitions.iter().map(|d| &d.id).eq(&category("indicator")?.index);
        if !same {
            return Err(Error::malformed(
                "extension.definitions",
                "other ids",
                "the ids of the dimension indicator",
            ));
        }
        let places = category("region")?;
        let region = |(place, code): (usize, &String)| {
            // A name that no picture has room for is none.
            let name = places.label.near(place, code).filter(|name| name.len() <= limits::NAME);
            let name = name.unwrap_or(code);
            Region { code: code.clone(), name: name.clone() }
        };
        let regions = places.index.iter().enumerate().map(region).collect();
        let mut periods = Vec::new();
        for code in &category("period")?.index {
            match Period::parse(code) {
                // One period has several codes.
                Some(period) if !periods.contains(&period) => periods.push(period),
                _ => {
                    let expected = "2015, 2010-2015 or 2022-07, each once";
                    return Err(Error::malformed("dimension.period", code, expected));
                }
            }
        }
        let found = &category("measure")?.index;
        let measures = MEASURES.map(|measure| found.iter().position(|m| m == measure));
        let strides = Strides {
            indicator: stride(&file, "indicator")?,
            measure: stride(&file, "measure")?,
            region: stride(&file, "region")?,
            period: stride(&file, "period")?,
        };
        let values = file
            .value
            .into_values(length)
            .ok_or_else(|| Error::malformed("value", "cells outside", "as many as size says"))?;
        let mut status = vec![None; length];
        for (index, word) in &file.status.0 {
            let cell = index.parse().ok().and_then(|i: usize| status.get_mut(i));
            match (cell, Status::parse(word)) {
                (Some(cell), known @ Some(_)) => *cell = known,
                _ => {
                    let expected = "withheld, missing, provisional and so on";
                    return Err(Error::malformed("status", word, expected));
                }
            }
        }
        // Where there is nothing to count, nothing is withheld.
        let least = if let [_, None, None, ..] = measures { 0.0 } else { FLOOR };
        Ok(Self {
            definitions: file.extension.definitions,
            regions,
            periods,
            threshold: file.extension.threshold.max(least),
            geometry: None,
            parents: file.extension.parents.0,
            aliases: file.extension.aliases.0,
            values,
            status,
            strides,
            measures,
        })
    }
}

/// The number of cells, after checking that `id`, `size` and the categories agree, that each
/// category is there once, and that there are not too many.
fn check_size(file: &JsonStat) -> Result<usize, Error> {
    let disagree = || Error::malformed("size", "other numbers", "the numbers of categories");
    if file.id.len() != file.size.len() {
        return Err(disagree());
    }
    let many = || Error::malformed("size", "too many", "fewer");
    let mut length: usize = 1;
    for (id, size) in file.id.iter().zip(&file.size) {
        let Category { index, label } =
            file.dimension.get(id).map(|d| &d.category).ok_or_else(disagree)?;
        if index.len() != *size {
            return Err(disagree());
        }
        // Each is bounded by itself, so that no product overflows.
        length *= *size;
        if length > limits::CELLS || label.0.len().max(*size) > limits::CATEGORIES {
            return Err(many());
        }
        // Of two records of one region neither is known to be true. Codes differ at their ends.
        let is_twice = |(at, one): (usize, &String)| {
            let one = one.bytes().rev();
            index.iter().take(at).any(|other| other.bytes().rev().eq(one.clone()))
        };
        if index.iter().enumerate().any(is_twice) {
            return Err(Error::malformed(id, "one twice", "each once"));
        }
    }
    let Extension { parents, definitions, .. } = &file.extension;
    let records =
        definitions.len() * file.dimension.get("region").map_or(0, |d| d.category.index.len());
    if parents.0.len() > limits::CATEGORIES || records > limits::RECORDS {
        return Err(many());
    }
    Ok(length)
}

fn stride(file: &JsonStat, name: &str) -> Result<usize, Error> {
    let at = file.id.iter().position(|id| id == name);
    let at = at.ok_or_else(|| Error::malformed("id", "nothing", name))?;
    Ok(file.size.iter().skip(at + 1).product())
}

impl Dataset {
    /// The definition of an indicator with its place in the file.
    ///
    /// # Errors
    /// [`Error::UnknownIndicator`].
    pub fn definition(&self, id: &str) -> Result<(usize, &Definition), Error> {
        let mut all = self.definitions.iter().enumerate();
        all.find(|(_, d)| d.id == id).ok_or_else(|| Error::UnknownIndicator { id: id.to_string() })
    }

    /// A region by code, name or alias, in letters of either case. Where several places bear
    /// one name, a municipality wins over a health region over a province.
    ///
    /// # Errors
    /// [`Error::UnknownRegion`].
    pub fn region(&self, wanted: &str) -> Result<(usize, &Region), Error> {
        let fits = |text: &str| text.eq_ignore_ascii_case(wanted);
        let by_name = || {
            let named = self.regions.iter().enumerate().filter(|(_, r)| fits(&r.name));
            named.min_by_key(|(_, r)| r.kind())
        };
        let by_alias = || {
            let (_, code) = self.aliases.iter().find(|(alias, _)| fits(alias))?;
            self.regions.iter().enumerate().find(|(_, r)| r.code == *code)
        };
        let by_code = self.regions.iter().enumerate().find(|(_, r)| fits(&r.code));
        by_code
            .or_else(by_name)
            .or_else(by_alias)
            .ok_or_else(|| Error::UnknownRegion { found: wanted.to_string() })
    }

    /// The place of a region to compare with. The country is compared with wherever the data
    /// have it: `None` where they have not.
    ///
    /// # Errors
    /// [`Error::UnknownRegion`].
    pub fn compared(&self, wanted: &str) -> Result<Option<usize>, Error> {
        match self.region(wanted) {
            Ok((place, _)) => Ok(Some(place)),
            Err(_) if wanted == COUNTRY => Ok(None),
            Err(error) => Err(error),
        }
    }

    /// The codes of the health region and the province that a region lies in.
    pub fn parents(&self, code: &str) -> &[String] {
        self.parents.iter().find(|(c, _)| c == code).map_or(&[], |(_, parents)| parents)
    }

    /// The record of an indicator, a region and a period by their places in the file; `None`
    /// where the file says nothing about it.
    pub(crate) fn observation(
        &self,
        indicator: usize,
        region: usize,
        period: usize,
    ) -> Option<Observation> {
        let s = self.strides;
        let cell = indicator * s.indicator + region * s.region + period * s.period;
        let index = |measure: Option<usize>| measure.map(|m| cell + m * s.measure);
        let [value, numerator, denominator, lower, upper, answer] = self
            .measures
            .map(|measure| index(measure).and_then(|i| self.values.get(i).copied().flatten()));
        let at = |measure: &Option<usize>| self.status.get(index(*measure)?).copied().flatten();
        let status = self.measures.iter().find_map(at);
        let observation = Observation {
            region: self.regions.get(region)?.code.clone(),
            period: *self.periods.get(period)?,
            value,
            numerator,
            denominator,
            lower,
            upper,
            answer: answer.and_then(Answer::from_number),
            status,
        };
        let any = denominator.is_some() || observation.is_figure();
        (any || status.is_some()).then_some(observation)
    }
}
