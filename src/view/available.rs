// SPDX-License-Identifier: EUPL-1.2
//! Of which periods and sorts of regions there are figures: that there is one, and never which.

use crate::data::dataset::Dataset;
use crate::indicator::region::Kind;

/// The places of the periods of which a region has a figure of an indicator, or any region.
pub fn periods(dataset: &Dataset, indicator: usize, region: Option<usize>) -> Vec<usize> {
    let here = |place: usize| region.is_none_or(|region| region == place);
    let filled = |period: usize| {
        (0..dataset.regions.len()).any(|p| here(p) && says(dataset, indicator, p, period))
    };
    (0..dataset.periods.len()).filter(|period| filled(*period)).collect()
}

/// The sort of each region that has a figure of an indicator.
pub fn regions(dataset: &Dataset, indicator: usize) -> Vec<Kind> {
    let filled =
        |place: usize| (0..dataset.periods.len()).any(|p| says(dataset, indicator, place, p));
    let places = dataset.regions.iter().enumerate().filter(|(place, _)| filled(*place));
    places.map(|(_, region)| region.kind()).collect()
}

fn says(dataset: &Dataset, indicator: usize, place: usize, period: usize) -> bool {
    dataset.observation(indicator, place, period).is_some_and(|o| o.is_figure())
}
