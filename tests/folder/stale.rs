// SPDX-License-Identifier: EUPL-1.2
//! Files of several versions beside each other.

use super::{fetched, support};
use kansrijke_start::data::dataset::Dataset;
use kansrijke_start::data::jsonstat::FORMAT;
use kansrijke_start::error::Error;

#[test]
fn a_file_of_a_place_is_of_this_version() {
    let [country, region] = fetched::of_place("tienermoeders", "GM0344", false);
    for found in [0, FORMAT - 1, FORMAT + 1] {
        let mut place = fetched::file(support::figures(), &region);
        place.extension.format = found;
        let mut dataset = Dataset::try_from(fetched::file(support::figures(), &country)).unwrap();
        let refused = dataset.join(place).unwrap_err();
        assert!(matches!(refused, Error::DataVersion { found: f, expected: FORMAT } if f == found));
    }
}

#[test]
fn a_whole_file_of_the_first_version_is_still_read() {
    for (format, is_read) in [(0, false), (1, true), (FORMAT, true), (FORMAT + 1, false)] {
        let mut file = fetched::file(support::figures(), "indicator/tienermoeders.json");
        file.extension.format = format;
        assert_eq!(Dataset::try_from(file).is_ok(), is_read, "{format}");
    }
}

#[test]
fn a_file_of_a_place_says_nothing_by_itself() {
    let [_, region] = fetched::of_place("tienermoeders", "GM0344", false);
    assert!(Dataset::try_from(fetched::file(support::figures(), &region)).is_err());
}
