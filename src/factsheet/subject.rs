// SPDX-License-Identifier: EUPL-1.2
//! One indicator of a region: its figure beside those of the health region and the country, or why
//! there is none.

use super::setting::Setting;
use crate::data::dataset::Dataset;
use crate::error::{Error, Published};
use crate::indicator::comparison::Comparison;
use crate::indicator::definition::Definition;
use crate::indicator::finding::{Finding, Outcome};
use crate::indicator::region::{COUNTRY, Kind, Region};
use crate::request::{OLD, View};
use crate::view::single::{Selection, Series};

/// What there is of an indicator.
#[derive(Debug)]
pub(super) enum State<'a> {
    /// A record of the region: a figure, or why it is not shown.
    Known(Selection<'a>),
    /// Nothing of the region; what there is of the country.
    Others(Option<Selection<'a>>),
    /// No figures at all, and who has them.
    Nothing(Published),
}

/// One indicator of a region.
#[derive(Debug)]
pub(super) struct Subject<'a> {
    pub(super) definition: &'a Definition,
    pub(super) dataset: &'a Dataset,
    pub(super) state: State<'a>,
}

impl<'a> Subject<'a> {
    /// Finds an indicator; `None` of one that there is no file of.
    ///
    /// # Errors
    /// Counts that contradict each other.
    pub(super) fn find(
        setting: &Setting<'a>,
        id: &str,
        region: &str,
    ) -> Result<Option<Self>, Error> {
        let Some(dataset) = setting.indicators.get(id) else { return Ok(None) };
        let (_, definition) = dataset.definition(id)?;
        let select = |region: &str| {
            let others = health_region(dataset, region);
            let others: Vec<&str> = others.into_iter().map(|other| other.code.as_str()).collect();
            let request = setting.request(View::Number, id, region, &others)?;
            match Selection::find(dataset, &request) {
                Ok(selection) => Ok(Ok(selection)),
                Err(Error::NoFigures { published, .. }) => Ok(Err(published)),
                // A file that has periods, and nothing in them of this region and those beside it.
                Err(Error::UnknownPeriod { .. } | Error::UnknownRegion { .. }) => {
                    Ok(Err(Published::Unsaid))
                }
                Err(error) => Err(error),
            }
        };
        let is_said = |selection: &Selection| {
            selection.finding().is_some_and(|finding| !finding.outcome.is_missing())
        };
        let state = match select(region)? {
            Ok(selection) if is_said(&selection) => State::Known(selection),
            Err(published) if dataset.periods.is_empty() => State::Nothing(published),
            _ => State::Others(select(COUNTRY)?.ok().filter(is_said)),
        };
        Ok(Some(Self { definition, dataset, state }))
    }

    /// What is known of the region.
    pub(super) fn known(&self) -> Option<&Selection<'a>> {
        match &self.state {
            State::Known(selection) => Some(selection),
            _ => None,
        }
    }

    /// The region's figure, or why it is not shown.
    pub(super) fn finding(&self) -> Option<&Finding> {
        self.known()?.finding()
    }

    /// Whether there is a figure of the region to show.
    pub(super) fn is_shown(&self) -> bool {
        self.finding().is_some_and(Finding::says_something)
    }

    /// Whether it is withheld.
    pub(super) fn is_withheld(&self) -> bool {
        self.finding().is_some_and(|finding| finding.outcome.is_withheld())
    }

    /// Why there is no figure, where it is neither withheld nor simply not there.
    pub(super) fn reason(&self) -> Option<&Outcome> {
        let finding = self.finding().filter(|finding| !finding.says_something())?;
        Some(&finding.outcome).filter(|outcome| !outcome.is_withheld())
    }

    /// Whether it is better than in the country, where the two differ by more than chance.
    pub(super) fn better(&self) -> Option<bool> {
        match self.known()?.comparison()? {
            Comparison::Compared(verdict, _) => verdict.better(self.definition.direction),
            Comparison::NotCompared(_) => None,
        }
    }

    /// The health region and the country, where they stand beside it.
    pub(super) fn beside(&self, kind: Kind) -> Option<&Series<'a>> {
        let mut others = self.known()?.others.iter();
        others.find(|series| series.region.kind() == kind)
    }

    /// How old the figure is, in years, where it is old.
    pub(super) fn age(&self) -> Option<i32> {
        let selection = self.known().filter(|_| self.is_shown())?;
        selection.year.map(|year| year - selection.period.end().0).filter(|age| *age >= OLD)
    }
}

/// The health region that a region lies in, where the file has it.
fn health_region<'a>(dataset: &'a Dataset, region: &str) -> Option<&'a Region> {
    let (_, own) = dataset.region(region).ok()?;
    let mut parents = dataset.parents(&own.code).iter();
    let code = parents.find(|code| Kind::of(code) == Kind::HealthRegion)?;
    dataset.region(code).ok().map(|(_, region)| region)
}
