// SPDX-License-Identifier: EUPL-1.2
//! Where regions lie, as the file that maps are drawn from: tiles, or borders from a file.

mod written;
pub mod tiles;
mod feature;
mod plane;
mod geojson;
mod topojson;
mod matching;
mod topology;
mod simplify;
mod middle;
mod outline;
pub mod borders;

pub use written::{Geometry, SCHEMA};
