// SPDX-License-Identifier: EUPL-1.2
//! From official files to published figures: reading, rebuilding on one division, summing,
//! disclosure control, writing. Native only.

pub mod problem;
pub mod table;
pub mod catalogue;
pub mod place;
pub mod division;
pub mod record;
pub mod published;
pub mod births;
pub mod rebuild;
pub mod relation;
pub mod elimination;
pub mod control;
pub mod publish;
pub mod files;
pub mod shipped;

pub use shipped::{Summary, run};
