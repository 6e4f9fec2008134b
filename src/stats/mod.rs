// SPDX-License-Identifier: EUPL-1.2
//! Pure functions of numbers: the statistics of `DESIGN.md`, each with its source. Know nothing of
//! what the numbers count.

pub mod normal;
pub mod gamma;
pub mod interval;
pub mod proportion;
pub mod rate;
pub mod trend;
pub mod funnel;
pub mod quantile;
pub mod exact;
pub mod gap;
mod density;
pub mod tails;
mod incomplete;
pub mod rank;
pub mod dispersion;
pub mod discovery;
pub mod stabilised;
pub mod peers;
pub mod replay;
