// SPDX-License-Identifier: EUPL-1.2
//! Which region a shape in a file is.

use super::feature::Feature;
use crate::prepare::geography::gazetteer::{Found, Gazetteer};
use crate::prepare::geography::place::Places;
use crate::prepare::recipe::level::Level;

/// Where files write a code, and where a name; the surest first.
const CODES: [&str; 7] =
    ["statcode", "gm_code", "gemeentecode", "regiocode", "code", "identificatie", "id"];
const NAMES: [&str; 6] = ["statnaam", "gm_naam", "gemeentenaam", "regionaam", "naam", "name"];

/// The water of a municipality, in files that have it beside the land.
const WATER: (&str, &str) = ("h2o", "JA");

/// The code of the region that a shape is, if it is one of `places` and no water: of a municipality
/// that is a part of another by now, that one's.
pub(super) fn code(feature: &Feature, gazetteer: &Gazetteer, places: &Places) -> Option<String> {
    if feature.property(WATER.0) == Some(WATER.1) {
        return None;
    }
    let known = |found: Found| match found {
        Found::Code(code) => gazetteer.successor(code).filter(|code| places.get(code).is_some()),
        _ => None,
    };
    let codes = CODES.iter().filter_map(|name| feature.property(name));
    let mut codes = codes.filter_map(|text| known(gazetteer.find(text, None)));
    codes.next().or_else(|| {
        let names = NAMES.iter().filter_map(|name| feature.property(name));
        let municipality = |text| known(gazetteer.find(text, Some(Level::Municipality)));
        let mut names = names
            .filter_map(|text| municipality(text).or_else(|| known(gazetteer.find(text, None))));
        names.next()
    })
}
