// SPDX-License-Identifier: EUPL-1.2
//! How the youngest children of a Dutch municipality start in life, next to the national
//! benchmark: the statistics, the disclosure control, the words and the charts.
//!
//! The order of the modules below is the architecture: a file may name only modules above its
//! own. `tests/layers.rs` reads the sources and fails where one looks down.
//!
//! One value's way through them: attributes (`request`) pick a record (`data`), which disclosure
//! control turns into a [`indicator::finding::Finding`]; a `chart` draws findings, a `figure`
//! puts heading, sentence, chart, table and source into one tree of `markup`.
//!
//! ```
//! use kansrijke_start::stats::proportion;
//!
//! // 81 of 263: Newcombe (1998), table I, method 3.
//! let share = proportion::wilson(81.0, 263.0, 0.95).unwrap();
//! assert!((share.lower - 0.2553).abs() < 5e-5 && (share.upper - 0.3662).abs() < 5e-5);
//! ```

// A core of the browser has some of the views. What it does not use of the rest is left out when
// it is linked.
#![cfg_attr(
    not(feature = "default"),
    allow(
        dead_code,
        unreachable_patterns,
        unused_imports,
        unused_variables,
        reason = "only the whole has a use for everything"
    )
)]

pub mod error;
pub mod limits;
pub mod stats;
pub mod json;
pub mod indicator;
pub mod request;
pub mod data;
pub mod text;
pub mod markup;
pub mod chart;
pub mod figure;
#[cfg(target_arch = "wasm32")]
pub mod web;
#[cfg(not(target_arch = "wasm32"))]
pub mod prepare;
#[cfg(not(target_arch = "wasm32"))]
pub mod program;
