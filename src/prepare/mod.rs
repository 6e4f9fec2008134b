// SPDX-License-Identifier: EUPL-1.2
//! From official files to published figures: reading, harmonising on one year's municipalities,
//! summing, disclosure control, writing. Native only; knows nothing of views, charts and figures
//! on a page.

pub mod message;
pub mod problem;
pub mod warning;
pub mod library;
pub mod folder;
pub mod table;
pub mod cell;
pub mod workbook;
pub mod record;
pub mod recipe;
pub mod sourced;
pub mod geography;
pub mod read;
pub mod audit;
pub mod suppression;
pub mod geometry;
pub mod comparators;
pub mod publish;
pub mod join;
pub mod run;
pub mod guess;
pub mod fetch;
pub mod update;

pub use run::{Summary, run};
