// SPDX-License-Identifier: EUPL-1.2
//! Under which names the file of a place is asked for. The element's script writes a name in the
//! same way (`www/element/files.js`), so that the address of a file follows from an attribute.

use crate::prepare::geography::place::{Place, Places};
use std::collections::{BTreeMap, BTreeSet};

/// The name of the file of what a page calls `region`: a code as it is, any other name in small
/// letters and digits, with a hyphen for what lies between them.
pub fn file_of(region: &str) -> String {
    if is_code(region) {
        return region.to_ascii_uppercase();
    }
    let mut name = String::new();
    for letter in region.to_ascii_lowercase().chars() {
        if letter.is_ascii_alphanumeric() {
            name.push(letter);
        } else if !name.ends_with('-') {
            name.push('-');
        }
    }
    name
}

/// Two letters and digits, as CBS writes codes.
fn is_code(region: &str) -> bool {
    let bytes = region.as_bytes();
    let is_letter = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_alphabetic);
    let digits = bytes.get(2..).unwrap_or_default();
    is_letter(0) && is_letter(1) && !digits.is_empty() && digits.iter().all(u8::is_ascii_digit)
}

/// The files that are asked for by names, with the places that bear them. Those of codes are not
/// among them: a code is one place's.
pub fn names(places: &Places) -> BTreeMap<String, Vec<&Place>> {
    let mut files: BTreeMap<String, Vec<&Place>> = BTreeMap::new();
    let codes: BTreeSet<String> = places.iter().map(|place| file_of(&place.code)).collect();
    let by_name = places.iter().map(|place| (place.name.as_str(), place));
    let others = places.sure_aliases().filter_map(|(name, code)| Some((name, places.get(code)?)));
    for (name, place) in by_name.chain(others) {
        let file = file_of(name);
        if codes.contains(&file) {
            continue;
        }
        let bearers = files.entry(file).or_default();
        if !bearers.iter().any(|other| other.code == place.code) {
            bearers.push(place);
        }
    }
    files
}
