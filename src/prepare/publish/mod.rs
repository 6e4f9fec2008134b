// SPDX-License-Identifier: EUPL-1.2
//! Released records to the files that are served, and back: writes them, reads an earlier edition,
//! compares the two. It publishes what it is given: what may be shown was decided before.

pub mod measure;
pub mod joining;
pub mod dataset;
mod origin;
pub mod dcat;
pub mod files;
pub mod edition;
pub mod changes;
