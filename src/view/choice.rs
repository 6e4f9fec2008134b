// SPDX-License-Identifier: EUPL-1.2
//! Which indicators of a file a view of many is about.

use crate::data::dataset::Dataset;
use crate::error::Error;

/// The places of the indicators of a list, each once and in its order; of an empty one all.
///
/// # Errors
/// [`Error::UnknownIndicator`].
pub(super) fn indicators(dataset: &Dataset, list: &str) -> Result<Vec<usize>, Error> {
    let mut wanted = Vec::new();
    for id in list.split([',', ' ']).filter(|id| !id.is_empty()) {
        let (indicator, _) = dataset.definition(id)?;
        if !wanted.contains(&indicator) {
            wanted.push(indicator);
        }
    }
    if wanted.is_empty() {
        wanted = (0..dataset.definitions.len()).collect();
    }
    Ok(wanted)
}
