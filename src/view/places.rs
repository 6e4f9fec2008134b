// SPDX-License-Identifier: EUPL-1.2
//! Which regions lie in a scope, and of which period most of them have a figure.

use crate::data::dataset::Dataset;
use crate::indicator::observation::Status;
use crate::indicator::period::Period;
use crate::indicator::region::{Kind, Region};

/// The regions that lie in `scope` and are of the sort of `own`: municipalities, where `own` is
/// the scope itself, the country or a group.
pub(super) fn members(dataset: &Dataset, own: &Region, scope: &Region) -> (Kind, Vec<usize>) {
    let of = |kind: Kind| -> Vec<usize> {
        let all = dataset.regions.iter().enumerate().filter(|(_, region)| region.kind() == kind);
        let inside = |region: &Region| {
            scope.kind() == Kind::Country || dataset.parents(&region.code).contains(&scope.code)
        };
        all.filter(|(_, region)| inside(region)).map(|(place, _)| place).collect()
    };
    let kind = match own.kind() {
        kind @ (Kind::HealthRegion | Kind::Corop | Kind::Province) if own.code != scope.code => {
            kind
        }
        _ => Kind::Municipality,
    };
    let places = of(kind);
    match places.is_empty() {
        true => (Kind::Municipality, of(Kind::Municipality)),
        false => (kind, places),
    }
}

/// The period asked for, if any of the regions has a record of it; else the one of which most
/// of them have a figure, the latest among equals.
pub(super) fn period(
    dataset: &Dataset,
    indicator: usize,
    places: &[usize],
    own: usize,
    wanted: Option<Period>,
) -> Option<usize> {
    let says = |place: usize, period: usize| {
        dataset.observation(indicator, place, period).is_some_and(|o| o.is_figure())
    };
    let count = |period: usize| places.iter().filter(|place| says(**place, period)).count();
    let mut best: Option<(usize, usize, (i32, i32))> = None;
    for (at, period) in dataset.periods.iter().enumerate() {
        if let Some(wanted) = wanted {
            if *period == wanted && (count(at) > 0 || says(own, at)) {
                return Some(at);
            }
            continue;
        }
        let (figures, recency) = (count(at), period.recency());
        let is_better = best
            .is_none_or(|(_, most, latest)| figures > most || figures == most && recency < latest);
        if figures > 0 && is_better {
            best = Some((at, figures, recency));
        }
    }
    best.map(|(at, ..)| at)
}

/// Whether a record of any of the regions is withheld, in the period asked for or in any.
pub(super) fn is_withheld(
    dataset: &Dataset,
    indicator: usize,
    places: &[usize],
    wanted: Option<Period>,
) -> bool {
    let periods = dataset.periods.iter().enumerate();
    let mut periods = periods.filter(|(_, period)| wanted.is_none_or(|w| w == **period));
    let status = |place: usize, at| dataset.observation(indicator, place, at)?.status;
    periods.any(|(at, _)| places.iter().any(|place| status(*place, at) == Some(Status::Withheld)))
}
