// SPDX-License-Identifier: EUPL-1.2
//! Charts of how the youngest children of a Dutch municipality start in life, next to the national
//! benchmark: the statistics, the disclosure control, the words and the pictures. One crate draws
//! in a browser (as WebAssembly, behind the element `<kansrijke-start>`) and in the program
//! `kansrijke-start`, and both give the same bytes.
//!
//! # Types
//!
//! - [`data::dataset::Dataset`]: a JSON-stat file of indicators, regions and periods, read and
//!   found whole.
//! - [`request::Request`]: what to show of it, parsed from attributes such as `region` and `view`.
//! - [`figure::Figure`]: heading, sentences, picture, table, method and source of a request, to be
//!   had as SVG, HTML, JSON, CSV or text.
//! - [`indicator::finding::Finding`]: what may be said of one region and period. Disclosure control
//!   makes it from a record; pictures, sentences and tables are made from findings.
//! - [`error::Error`]: what was refused, where, what was found and what was expected.
//!
//! The statistics in [`stats`] are functions of numbers and stand on their own.
//!
//! # A chart from a file
//!
//! ```
//! use kansrijke_start::data::{dataset::Dataset, jsonstat::JsonStat};
//! use kansrijke_start::{figure::Figure, request::Request};
//!
//! let file: JsonStat = serde_json::from_str(r#"{
//!     "version": "2.0", "class": "dataset",
//!     "id": ["indicator", "measure", "region", "period"], "size": [1, 2, 2, 1],
//!     "dimension": {
//!         "indicator": {"category": {"index": ["eerste-kinderen"]}},
//!         "measure": {"category": {"index": ["numerator", "denominator"]}},
//!         "region": {"category": {"index": ["GM0344", "NL01"],
//!             "label": {"GM0344": "Utrecht", "NL01": "Nederland"}}},
//!         "period": {"category": {"index": ["2015"]}}
//!     },
//!     "value": [2384, 77666, 4981, 170510],
//!     "extension": {"format": 1, "threshold": 10, "definitions": [{
//!         "id": "eerste-kinderen", "phase": "after", "kind": "share", "direction": "context",
//!         "counted": "persons", "decimals": 1,
//!         "name": {"nl": "Eerste kinderen", "en": "First-born children"},
//!         "definition": {"nl": "Kinderen die het eerste kind van hun moeder zijn.",
//!             "en": "Children who are their mother's first."},
//!         "sentence": {"nl": "In {region} was {period} {value} een eerste kind.",
//!             "en": "In {region}, {value} were a first child {period}."},
//!         "source": {"publisher": "CBS"}
//!     }]}
//! }"#)?;
//! let dataset = Dataset::try_from(file)?;
//! let attribute = |name: &str| match name {
//!     "indicator" => Some("eerste-kinderen".to_string()),
//!     "region" => Some("Utrecht".to_string()),
//!     _ => None,
//! };
//! // CBS, table 37201. In Dutch, 640 pixels wide.
//! let request = Request::parse(attribute, "nl", 640)?;
//! let figure = Figure::new(&dataset, &request)?;
//! assert!(figure.sentences()[0].starts_with("In Utrecht was in 2015 47,9% een eerste kind."));
//! let svg = figure.svg()?.to_html();
//! assert!(svg.starts_with("<svg xmlns="));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! # Floors
//!
//! The order of the modules below is the architecture: a file may name only modules above its
//! own. `tests/layers.rs` reads the sources and fails where one looks down. `DESIGN.md` says why
//! things are as they are, `CONTRIBUTING.md` where to add to them.

// A core of the browser has some of the views. What it does not use of the rest is left out when
// it is linked.
#![cfg_attr(not(feature = "default"), allow(dead_code, reason = "only the whole uses everything"))]

pub mod error;
pub mod limits;
pub mod stats;
pub mod json;
pub mod indicator;
pub mod request;
pub mod data;
pub mod view;
pub mod advice;
pub mod text;
pub mod markup;
pub mod sheet;
pub mod chart;
pub mod figure;
#[cfg(target_arch = "wasm32")]
pub mod web;
#[cfg(not(target_arch = "wasm32"))]
pub mod prepare;
#[cfg(not(target_arch = "wasm32"))]
pub mod factsheet;
#[cfg(not(target_arch = "wasm32"))]
pub mod program;
