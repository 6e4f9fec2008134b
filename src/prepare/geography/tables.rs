// SPDX-License-Identifier: EUPL-1.2
//! The tables of places and of their changes that come with the program.

/// The tables of places that come with the program.
pub const REGIONS: &str = include_str!("../../../www/figures/regions.csv");

/// Their other names.
pub const ALIASES: &str = include_str!("../../../www/figures/aliases.csv");

/// The changes of municipalities.
pub const MERGERS: &str = include_str!("../../../www/figures/mergers.csv");
