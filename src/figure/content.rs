// SPDX-License-Identifier: EUPL-1.2
//! What a figure is made of: one region through time, or the regions of an area beside each
//! other, for one indicator or for many.

#[cfg(feature = "regional")]
use crate::data::areas::{Area, Areas};
use crate::data::dataset::Dataset;
#[cfg(feature = "single")]
use crate::data::selection::Selection;
use crate::error::Error;
use crate::indicator::definition::Definition;
use crate::indicator::finding::Finding;
use crate::indicator::period::Period;
use crate::indicator::recent::Recent;
use crate::indicator::region::Region;
use crate::request::{Request, View};

#[derive(Debug)]
pub(super) enum Content<'a> {
    /// One region, and those beside it.
    #[cfg(feature = "single")]
    Single(Selection<'a>),
    /// The regions of an area.
    #[cfg(feature = "regional")]
    Areas(Areas<'a>),
    /// The same for many indicators, never none.
    #[cfg(feature = "regional")]
    Overview(Areas<'a>, Vec<Areas<'a>>),
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
            #[cfg(feature = "regional")]
            View::Profile | View::Heatmap => {
                let mut all = Areas::all(dataset, request)?;
                let first = all.remove(0);
                Ok(Self::Overview(first, all))
            }
            #[cfg(feature = "regional")]
            View::Ranking | View::Funnel | View::Map => {
                Areas::find(dataset, request).map(Self::Areas)
            }
            #[cfg(feature = "single")]
            View::Number | View::Trend | View::Compare | View::Table => {
                Selection::find(dataset, request).map(Self::Single)
            }
            #[cfg(not(all(feature = "single", feature = "regional")))]
            _ => Err(Error::NoPicture),
        }
    }

    pub(super) fn refused(&self) -> &[Error] {
        match self {
            #[cfg(feature = "single")]
            Self::Single(selection) => &selection.refused,
            #[cfg(feature = "regional")]
            Self::Areas(areas) | Self::Overview(areas, _) => &areas.refused,
        }
    }

    /// The region asked for.
    pub(super) fn own(&self) -> &Region {
        match self {
            #[cfg(feature = "single")]
            Self::Single(selection) => &selection.own.region,
            #[cfg(feature = "regional")]
            Self::Areas(areas) | Self::Overview(areas, _) => &areas.own.region,
        }
    }

    /// The first indicator; the only one, but in an overview.
    pub(super) fn definition(&self) -> &'a Definition {
        match self {
            #[cfg(feature = "single")]
            Self::Single(selection) => selection.definition,
            #[cfg(feature = "regional")]
            Self::Areas(areas) | Self::Overview(areas, _) => areas.definition,
        }
    }

    /// Every indicator.
    pub(super) fn definitions(&self) -> Vec<&'a Definition> {
        #[cfg_attr(not(feature = "regional"), expect(unused_mut, reason = "one is all"))]
        let mut all = vec![self.definition()];
        #[cfg(feature = "regional")]
        if let Self::Overview(_, rest) = self {
            all.extend(rest.iter().map(|areas| areas.definition));
        }
        all
    }

    /// The period that the sentences speak of; of an overview the first indicator's.
    pub(super) fn period(&self) -> Period {
        match self {
            #[cfg(feature = "single")]
            Self::Single(selection) => selection.period,
            #[cfg(feature = "regional")]
            Self::Areas(areas) | Self::Overview(areas, _) => areas.period,
        }
    }

    /// How the region's figure moved, where that is said.
    pub(super) fn recent(&self) -> Option<Recent> {
        match self {
            #[cfg(feature = "single")]
            Self::Single(selection) => selection.recent,
            #[cfg(feature = "regional")]
            Self::Areas(_) | Self::Overview(..) => None,
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
            Self::Areas(areas) => of_areas(areas),
            #[cfg(feature = "regional")]
            Self::Overview(first, rest) => {
                std::iter::once(first).chain(rest).flat_map(of_areas).collect()
            }
        }
    }
}

#[cfg(feature = "regional")]
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
