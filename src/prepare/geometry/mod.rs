// SPDX-License-Identifier: EUPL-1.2
//! Where regions lie, as the files that maps are drawn from: borders, those that come with the
//! program or those of a file, and tiles. Reads such files, writes none, and knows no figures.

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
mod cities;
mod regions;
mod order;
mod outline;
pub mod borders;
pub mod atlas;

pub use atlas::Atlas;
pub use written::{Geometry, SCHEMA};
