// SPDX-License-Identifier: EUPL-1.2
//! Which families of views there are. A core of the browser has one of them, so this is the one
//! place that asks for features: what is not constructed here is left out when it is linked.

use super::depiction::Depiction;
use crate::data::dataset::Dataset;
use crate::error::Error;
use crate::request::{Family, Request};

/// Finds what a request asks for.
///
/// # Errors
/// What it asks for is not in the data, or contradicts itself there; [`Error::NoPicture`] for a
/// view that this core does not have.
pub(super) fn find<'a>(
    dataset: &'a Dataset,
    request: &'a Request,
) -> Result<Box<dyn Depiction<'a> + 'a>, Error> {
    match request.view.family() {
        #[cfg(feature = "single")]
        Family::Single => Ok(Box::new(super::single::Single::find(dataset, request)?)),
        #[cfg(feature = "ranking")]
        Family::Ranking => Ok(Box::new(super::ranking::Ranking::find(dataset, request)?)),
        #[cfg(feature = "map")]
        Family::Map => Ok(Box::new(super::map::Map::find(dataset, request)?)),
        #[cfg(feature = "overview")]
        Family::Overview => Ok(Box::new(super::overview::Overview::find(dataset, request)?)),
        #[cfg(not(feature = "default"))]
        _ => Err(Error::NoPicture),
    }
}
