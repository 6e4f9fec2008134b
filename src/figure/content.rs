// SPDX-License-Identifier: EUPL-1.2
//! What a figure is made of: one region through time, or the regions of an area beside each
//! other, for one indicator or for many.

use crate::data::dataset::Dataset;
use crate::error::Error;
use crate::indicator::definition::Definition;
use crate::indicator::finding::Finding;
use crate::indicator::period::Period;
use crate::indicator::recent::Recent;
use crate::indicator::region::Region;
use crate::request::{Request, View};
#[cfg(feature = "ranked")]
use crate::view::funnel::Funnel;
#[cfg(feature = "mapped")]
use crate::view::map::Map;
#[cfg(feature = "areas")]
use crate::view::members::{Area, Areas};
#[cfg(feature = "overview")]
use crate::view::overview::Overview;
#[cfg(feature = "single")]
use crate::view::single::Selection;

#[derive(Debug)]
pub(super) enum Content<'a> {
    /// One region, and those beside it.
    #[cfg(feature = "single")]
    Single(Selection<'a>),
    /// The regions of an area.
    #[cfg(feature = "regional")]
    Regions(Regions<'a>),
    /// The same for many indicators.
    #[cfg(feature = "overview")]
    Overview(Overview<'a>),
}

/// How the regions of an area stand beside each other.
#[cfg(feature = "regional")]
#[derive(Debug)]
pub(super) enum Regions<'a> {
    /// In the order of their values.
    #[cfg(feature = "ranked")]
    Ranking(Areas<'a>),
    /// Around their average.
    #[cfg(feature = "ranked")]
    Funnel(Areas<'a>, Funnel),
    /// Where they lie.
    #[cfg(feature = "mapped")]
    Map(Areas<'a>, Map<'a>),
}

#[cfg(feature = "regional")]
impl<'a> Regions<'a> {
    pub(super) fn areas(&self) -> &Areas<'a> {
        match self {
            #[cfg(feature = "ranked")]
            Self::Ranking(areas) | Self::Funnel(areas, _) => areas,
            #[cfg(feature = "mapped")]
            Self::Map(areas, _) => areas,
        }
    }
}

/// One finding, whose it is, and the benchmark's findings that it may be compared with.
pub(super) struct Record<'f> {
    pub(super) definition: &'f Definition,
    pub(super) region: &'f Region,
    pub(super) finding: &'f Finding,
    pub(super) benchmark: &'f [Finding],
}

impl<'a> Content<'a> {
    pub(super) fn find(dataset: &'a Dataset, request: &Request) -> Result<Self, Error> {
        match request.view {
            #[cfg(feature = "overview")]
            View::Profile | View::Heatmap => Overview::find(dataset, request).map(Self::Overview),
            #[cfg(feature = "ranked")]
            View::Ranking => Ok(Self::Regions(Regions::Ranking(Areas::find(dataset, request)?))),
            #[cfg(feature = "ranked")]
            View::Funnel => {
                let areas = Areas::find(dataset, request)?;
                let funnel = Funnel::of(&areas, dataset.threshold)?;
                Ok(Self::Regions(Regions::Funnel(areas, funnel)))
            }
            #[cfg(feature = "mapped")]
            View::Map => {
                let areas = Areas::find(dataset, request)?;
                let map = Map::of(dataset, &areas)?;
                Ok(Self::Regions(Regions::Map(areas, map)))
            }
            #[cfg(feature = "single")]
            View::Number | View::Trend | View::Compare | View::Table => {
                Selection::find(dataset, request).map(Self::Single)
            }
            #[cfg(not(feature = "default"))]
            _ => Err(Error::NoPicture),
        }
    }

    pub(super) fn refused(&self) -> &[Error] {
        match self {
            #[cfg(feature = "single")]
            Self::Single(selection) => &selection.refused,
            #[cfg(feature = "regional")]
            Self::Regions(regions) => &regions.areas().refused,
            #[cfg(feature = "overview")]
            Self::Overview(overview) => &overview.refused,
        }
    }

    /// The region asked for.
    pub(super) fn own(&self) -> &Region {
        match self {
            #[cfg(feature = "single")]
            Self::Single(selection) => &selection.own.region,
            #[cfg(feature = "regional")]
            Self::Regions(regions) => &regions.areas().own.region,
            #[cfg(feature = "overview")]
            Self::Overview(overview) => &overview.first().own.region,
        }
    }

    /// The first indicator; the only one, but in an overview.
    pub(super) fn definition(&self) -> &'a Definition {
        match self {
            #[cfg(feature = "single")]
            Self::Single(selection) => selection.definition,
            #[cfg(feature = "regional")]
            Self::Regions(regions) => regions.areas().definition,
            #[cfg(feature = "overview")]
            Self::Overview(overview) => overview.first().definition,
        }
    }

    /// Every indicator.
    pub(super) fn definitions(&self) -> Vec<&'a Definition> {
        match self {
            #[cfg(feature = "overview")]
            Self::Overview(overview) => overview.iter().map(|areas| areas.definition).collect(),
            _ => vec![self.definition()],
        }
    }

    /// The period that the sentences speak of; of an overview the first indicator's.
    pub(super) fn period(&self) -> Period {
        match self {
            #[cfg(feature = "single")]
            Self::Single(selection) => selection.period,
            #[cfg(feature = "regional")]
            Self::Regions(regions) => regions.areas().period,
            #[cfg(feature = "overview")]
            Self::Overview(overview) => overview.first().period,
        }
    }

    /// Every period, by indicator.
    pub(super) fn periods(&self) -> Vec<Period> {
        match self {
            #[cfg(feature = "overview")]
            Self::Overview(overview) => overview.iter().map(|areas| areas.period).collect(),
            _ => vec![self.period()],
        }
    }

    /// How the region's figure moved, where that is said.
    pub(super) fn recent(&self) -> Option<Recent> {
        match self {
            #[cfg(feature = "single")]
            Self::Single(selection) => selection.recent,
            _ => None,
        }
    }

    /// Every finding that the figure shows, the region's own first, the benchmark's last.
    pub(super) fn records(&self) -> Vec<Record<'_>> {
        match self {
            #[cfg(feature = "single")]
            Self::Single(selection) => {
                let benchmark = selection.benchmark();
                let all = std::iter::once(&selection.own).chain(&selection.others);
                all.flat_map(|series| {
                    let beside = benchmark.filter(|b| b.region != series.region);
                    let benchmark = beside.map_or(&[][..], |b| &b.findings);
                    series.findings.iter().map(move |finding| Record {
                        definition: selection.definition,
                        region: &series.region,
                        finding,
                        benchmark,
                    })
                })
                .collect()
            }
            #[cfg(feature = "regional")]
            Self::Regions(regions) => of_areas(regions.areas()),
            #[cfg(feature = "overview")]
            Self::Overview(overview) => overview.iter().flat_map(of_areas).collect(),
        }
    }
}

#[cfg(feature = "areas")]
fn of_areas<'f>(areas: &'f Areas<'_>) -> Vec<Record<'f>> {
    let benchmark = areas.benchmark.as_ref();
    let beside = benchmark.map_or(&[][..], |b| std::slice::from_ref(&b.finding));
    let record = |area: &'f Area, benchmark| Record {
        definition: areas.definition,
        region: &area.region,
        finding: &area.finding,
        benchmark,
    };
    let is_other = |area: &&Area| !areas.is_own(area) && !areas.is_benchmark(area);
    let mut records = Vec::new();
    if !areas.is_benchmark(&areas.own) {
        records.push(record(&areas.own, beside));
    }
    records.extend(areas.members.iter().filter(is_other).map(|area| record(area, beside)));
    records.extend(benchmark.map(|area| record(area, &[])));
    records
}
