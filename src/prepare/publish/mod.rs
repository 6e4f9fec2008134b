// SPDX-License-Identifier: EUPL-1.2
//! Released records to the files that are served, and back: writes them, reads an earlier edition,
//! compares the two, tells what changed and keeps what was. It publishes what it is given: what may be shown was decided before.

pub mod measure;
mod origins;
pub mod joining;
pub mod dataset;
mod origin;
mod parts;
mod overview;
mod story;
mod names;
pub mod address;
pub mod compress;
pub mod changes;
pub mod imprint;
mod linked;
mod lines;
pub mod news;
pub mod feed;
pub mod dcat;
pub mod files;
pub mod edition;
pub mod kept;
