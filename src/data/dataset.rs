// SPDX-License-Identifier: EUPL-1.2
//! A file that was read and found whole: records by indicator, region and period.

use super::comparators::Chosen;
use super::geometry::Geometry;
#[cfg(feature = "story")]
use super::jsonstat::Told;
use super::jsonstat::{Category, FORMAT, JsonStat, MEASURES, is_read};
use super::periods;
use super::size::{cells_of, stride};
use crate::error::{Error, kept};
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
    /// Beside what one of them is set, where that was asked for; from a file of its own.
    #[cfg(any(feature = "ranking", feature = "map", feature = "overview"))]
    pub chosen: Option<Chosen>,
    /// How far regions lie apart that the file has not.
    #[cfg(feature = "story")]
    pub spreads: Vec<Told>,
    parents: Vec<(String, Vec<String>)>,
    aliases: Vec<(String, String)>,
    /// A file of places that was put beside this one.
    places: Option<Box<Dataset>>,
    /// The ids of the indicators, and how many regions and periods there are, in the file itself.
    ids: Vec<String>,
    own: (usize, usize),
    /// For each indicator the place of its period, in a file that has one of each.
    only: Vec<usize>,
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
        let ids = file.extension.definitions.iter().map(|d| &d.id);
        let same = file.dimension.get("indicator").is_none_or(|d| ids.eq(&d.category.index));
        if is_read(file.extension.format) && !same {
            return Err(Error::malformed(
                "extension.definitions",
                "other ids",
                "the ids of the dimension indicator",
            ));
        }
        Self::of(file)
    }
}

impl Dataset {
    /// A file whose indicators need not be defined.
    fn of(file: JsonStat) -> Result<Self, Error> {
        if !is_read(file.extension.format) {
            return Err(Error::DataVersion { found: file.extension.format, expected: FORMAT });
        }
        if file.class != "dataset" || file.version != "2.0" {
            return Err(Error::malformed("class", &file.class, "a dataset of JSON-stat 2.0"));
        }
        let length = cells_of(&file)?;
        let category = |name: &str| -> Result<&Category, Error> {
            let dimension = file.dimension.get(name);
            dimension
                .map(|d| &d.category)
                .ok_or_else(|| Error::malformed("dimension", "nothing", name))
        };
        let ids = category("indicator")?.index.clone();
        let places = category("region")?;
        let region = |(place, code): (usize, &String)| {
            // A name that no picture has room for is none.
            let name = places.label.near(place, code).filter(|name| name.len() <= limits::NAME);
            let name = name.unwrap_or(code);
            Region { code: code.clone(), name: name.clone() }
        };
        let regions: Vec<Region> = places.index.iter().enumerate().map(region).collect();
        let (periods, only) = periods::of(&file, &ids)?;
        let found = &category("measure")?.index;
        let measures = MEASURES.map(|measure| found.iter().position(|m| m == measure));
        let strides = Strides {
            indicator: stride(&file, "indicator")?,
            measure: stride(&file, "measure")?,
            region: stride(&file, "region")?,
            // Its one period takes an indicator no room.
            period: match cfg!(feature = "overview") && !only.is_empty() {
                true => 0,
                false => stride(&file, "period")?,
            },
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
            own: (regions.len(), periods.len()),
            ids,
            only,
            places: None,
            regions,
            periods,
            threshold: file.extension.threshold.max(least),
            geometry: None,
            #[cfg(any(feature = "ranking", feature = "map", feature = "overview"))]
            chosen: None,
            #[cfg(feature = "story")]
            spreads: file.extension.spreads,
            parents: file.extension.parents.0,
            aliases: file.extension.aliases.0,
            values,
            status,
            strides,
            measures,
        })
    }
}

impl Dataset {
    /// Puts a file of places beside this one, which defines what the figures are of: its regions
    /// and periods come after those that are here.
    ///
    /// # Errors
    /// [`Error::DataVersion`] of another version than this one, which such files need; and as any
    /// file that means nothing.
    pub fn join(&mut self, file: JsonStat) -> Result<(), Error> {
        if file.extension.format != FORMAT {
            return Err(Error::DataVersion { found: file.extension.format, expected: FORMAT });
        }
        let mut places = Self::of(file)?;
        for region in &places.regions {
            if !self.regions.iter().any(|known| known.code == region.code) {
                self.regions.push(region.clone());
            }
        }
        for period in &places.periods {
            if !self.periods.contains(period) {
                self.periods.push(*period);
            }
        }
        self.parents.append(&mut places.parents);
        self.aliases.append(&mut places.aliases);
        self.threshold = self.threshold.max(places.threshold);
        self.places = Some(Box::new(places));
        Ok(())
    }

    /// The definition of an indicator with its place in the file.
    ///
    /// # Errors
    /// [`Error::UnknownIndicator`].
    pub fn definition(&self, id: &str) -> Result<(usize, &Definition), Error> {
        let mut all = self.definitions.iter().enumerate();
        all.find(|(_, d)| d.id == id).ok_or_else(|| Error::UnknownIndicator { id: kept(id) })
    }

    /// A region by code, name or alias, in letters of either case. Where several places bear
    /// one name, a municipality wins over a health region over a province over a COROP region.
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
            .or_else(by_alias)
            .or_else(by_name)
            .ok_or_else(|| Error::UnknownRegion { found: kept(wanted) })
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

    /// Beside what a region of this code is set, where that was asked for and is known.
    pub fn chosen_for(&self, code: &str) -> Option<&Chosen> {
        #[cfg(any(feature = "ranking", feature = "map", feature = "overview"))]
        let chosen = self.chosen.as_ref();
        #[cfg(not(any(feature = "ranking", feature = "map", feature = "overview")))]
        let chosen: Option<&Chosen> = None;
        chosen.filter(|chosen| chosen.is_for(code))
    }

    /// Other names of regions, each with the code of the region.
    pub fn aliases(&self) -> impl Iterator<Item = (&str, &str)> {
        self.aliases.iter().map(|(alias, code)| (alias.as_str(), code.as_str()))
    }

    /// The codes of the health region, the COROP region and the province that a region lies in.
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
        let own = self.own_observation(indicator, region, period);
        // Only views of one place are of two files.
        if !cfg!(any(feature = "single", feature = "story", feature = "brief")) {
            return own;
        }
        let Some(places) = self.places.as_ref().filter(|_| own.is_none()) else { return own };
        let (id, code) = (self.ids.get(indicator)?, &self.regions.get(region)?.code);
        let period = self.periods.get(period)?;
        places.own_observation(
            places.ids.iter().position(|other| other == id)?,
            places.regions.iter().position(|other| other.code == *code)?,
            places.periods.iter().position(|other| other == period)?,
        )
    }

    /// The same of the file itself.
    fn own_observation(
        &self,
        indicator: usize,
        region: usize,
        period: usize,
    ) -> Option<Observation> {
        if region >= self.own.0 || period >= self.own.1 {
            return None;
        }
        let is_other = self.only.get(indicator).is_some_and(|only| *only != period);
        if cfg!(feature = "overview") && is_other {
            return None;
        }
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
