// SPDX-License-Identifier: EUPL-1.2
//! What the element fetches, put together as its core does.

use kansrijke_start::data::dataset::Dataset;
use kansrijke_start::data::geometry::Geometry;
use kansrijke_start::data::jsonstat::JsonStat;
use kansrijke_start::error::Error;
use kansrijke_start::json::Value;
use kansrijke_start::prepare::publish::address;
use std::fs;
use std::path::Path;

pub fn file(folder: &Path, name: &str) -> JsonStat {
    let bytes = fs::read(folder.join(name)).unwrap_or_else(|e| panic!("{name}: {e}"));
    serde_json::from_slice(&bytes).unwrap_or_else(|e| panic!("{name}: {e}"))
}

/// The names of the files of a chart of one place, alone with the country or beside larger ones.
pub fn of_place(indicator: &str, region: &str, is_beside: bool) -> [String; 2] {
    let is_large = |place: &str| ["PV", "CR", "GG"].iter().any(|kind| place.starts_with(kind));
    let is_beside = is_beside || is_large(region);
    let folder = if is_beside { "benchmark" } else { "country" };
    [format!("{folder}/{indicator}.json"), format!("region/{}.json", address::file_of(region))]
}

/// What the core makes of them.
pub fn place(
    folder: &Path,
    indicator: &str,
    region: &str,
    is_beside: bool,
) -> Result<Dataset, Error> {
    let [beside, region] = of_place(indicator, region, is_beside);
    let mut dataset = Dataset::try_from(file(folder, &beside))?;
    dataset.join(file(folder, &region))?;
    Ok(dataset)
}

/// What the core makes of the file of regions beside each other.
pub fn ranking(folder: &Path, indicator: &str) -> Result<Dataset, Error> {
    let mut dataset = Dataset::try_from(file(folder, &format!("ranking/{indicator}.json")))?;
    let places: Value =
        serde_json::from_slice(&fs::read(folder.join("geometry.json")).unwrap()).unwrap();
    dataset.geometry = Some(Geometry::read(&places)?);
    Ok(dataset)
}

/// The folder of the parts of many indicators, and the names of those for regions of the country.
pub const AREAS: &str = "overview";

/// What the core makes of the file of many indicators of an area, which its definitions stand
/// beside unless it has them.
pub fn many(folder: &Path, area: &str) -> Result<Dataset, Error> {
    let part = |name: &str| file(folder, &format!("{AREAS}/{name}.json"));
    let regions = part(area);
    match regions.extension.definitions.is_empty() {
        true => Dataset::try_from(regions.defined_by(&part("definitions"))),
        false => Dataset::try_from(regions),
    }
}
