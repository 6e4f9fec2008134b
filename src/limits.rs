// SPDX-License-Identifier: EUPL-1.2
//! What a file may hold: bounds that no real file comes near, and without which a hostile one
//! would block a page, or stop the core that all charts of the page share.
//!
//! The largest file that is shipped has 96,000 cells, 380 regions, texts of 211 bytes and seven
//! levels. What lies beyond a bound is refused as any other mistake in a file: as
//! [`Error::DataMalformed`](crate::error::Error::DataMalformed), with the place.

/// Levels of lists and objects inside each other. The browser's stack ends somewhere above a
/// thousand; what lies deeper than this is not looked at.
pub const DEPTH: u32 = 32;

/// Bytes of any text: of a definition, a note, an address.
pub const TEXT: usize = 1_000;

/// Bytes of what is said of areas that were chosen to stand beside one, and of their codes.
pub const CHOSEN: usize = 10_000;

/// Bytes of a region's name, which a picture writes on one line: of a longer one the code is shown.
pub const NAME: usize = 200;

/// The largest number that is no mistake, of either sign: no count of people in a country, and no
/// mean of anything that is measured of them, comes near it.
pub const NUMBER: f64 = 1e9;

/// Categories of a dimension, members of a list of parents, and shapes of a map. The country has
/// had fewer than 500 municipalities, provinces and health regions at once since 2010.
pub const CATEGORIES: usize = 1_000;

/// Regions times indicators: the cells of a heat map, each of which is a node of the page.
pub const RECORDS: usize = 50_000;

/// Cells of a file, empty ones counted: 17 bytes each.
pub const CELLS: usize = 1_000_000;

/// Points on the borders of all shapes of a map, a line that two share counted twice.
pub const POINTS: usize = 500_000;

/// Years that a figure can be of.
pub const YEARS: std::ops::RangeInclusive<i32> = 1800..=2100;
