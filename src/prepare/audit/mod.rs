// SPDX-License-Identifier: EUPL-1.2
//! The audit of feasibility intervals: what anyone can work out from what is published. Works on
//! records in memory, and touches no file.
//!
//! It stands apart from what chooses the cells to suppress and shares nothing with it but what
//! is declared to add up. Its model: every record is the sum of atoms, which are the classes of
//! municipalities that no row tells apart in the shortest stretches of time that the rows tell
//! apart. What is published, now or before, is a row over atoms; whatever is not is unknown,
//! whatever the reason. Numerators and denominators are layers of the same atoms, linked by what
//! is declared. A number of persons that may be below the threshold passes if tables of whole
//! numbers are shown that fit everything published and give it as many different values as the
//! threshold is wide. What cannot be shown is reported.
//!
//! ```
//! use kansrijke_start::indicator::{definition::Definition, period::Period};
//! use kansrijke_start::prepare::audit::{Published, What, audit};
//! use kansrijke_start::prepare::recipe::declared::Declared;
//! use kansrijke_start::prepare::geography::place::{Place, Places};
//! use kansrijke_start::prepare::record::Record;
//! use std::collections::BTreeMap;
//!
//! let definition: Definition = serde_json::from_str(r#"{
//!     "id": "births", "phase": "after", "kind": "count", "direction": "context",
//!     "counted": "persons", "decimals": 0, "name": {"nl": "", "en": ""},
//!     "definition": {"nl": "", "en": ""}, "sentence": {"nl": "", "en": ""},
//!     "source": {"publisher": "CBS"}
//! }"#).unwrap();
//! let codes = ["GM0034", "GM0050", "GM0171", "GM0184", "GM0303", "GM0995"];
//! let place = |code: &str, parents: &[&str]| Place {
//!     code: code.into(), name: code.into(),
//!     parents: parents.iter().map(|p| p.to_string()).collect(), groups: vec![],
//! };
//! let all = codes.iter().map(|c| place(c, &["PV24"])).chain([place("PV24", &[])]).collect();
//! let places = Places::new(all, BTreeMap::new());
//! let year = Period::years(2015, 2015);
//! let find = |counts: &[(&str, f64)]| {
//!     let record = |(code, count): &(&str, f64)| (
//!         (code.to_string(), year), Record { numerator: Some(*count), ..Record::default() },
//!     );
//!     let records = BTreeMap::from([("births".into(), counts.iter().map(record).collect())]);
//!     audit(&Published {
//!         definitions: &[&definition], records: &records, places: &places,
//!         declared: &Declared::default(), earlier: &[], threshold: 10.0,
//!     }).narrow
//! };
//! // Urk has no row. What the province has beyond the others is Urk's: 118 - 112 = 6.
//! let others = [("GM0034", 30.0), ("GM0303", 20.0), ("GM0995", 25.0), ("GM0171", 22.0)];
//! let found = find(&[&others[..], &[("GM0050", 15.0), ("PV24", 118.0)]].concat());
//! assert_eq!(found.len(), 1);
//! assert_eq!((found[0].region.as_str(), &found[0].what), ("GM0184", &What::Numerator));
//! assert_eq!((found[0].least, found[0].most), (6.0, 6.0));
//! // Without the row of Zeewolde Urk can be anything from 0 to 21.
//! assert!(find(&[&others[..], &[("PV24", 118.0)]].concat()).is_empty());
//! ```

mod finding;
mod range;
mod layer;
mod atom;
mod statement;
mod system;
mod model;
mod settle;
mod component;
mod program;
mod witness;
mod verdict;

pub use finding::{Audit, Contradiction, Narrow, Published, What};

/// Looks for every number of persons that may be below the threshold and that what is published
/// bounds to fewer values than the threshold is wide. Records are audited as they are given: a
/// published count below the threshold, or outside the numerator, is one of them.
///
/// Indicators that count organisations are exempt.
pub fn audit(published: &Published<'_>) -> Audit {
    let layers = layer::Layers::of(published);
    let mut audit = Audit::default();
    for group in layers.groups() {
        let found = verdict::group(published, &layers, &group);
        audit.narrow.extend(found.narrow);
        audit.contradictions.extend(found.contradictions);
    }
    audit
}
