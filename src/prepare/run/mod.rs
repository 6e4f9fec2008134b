// SPDX-License-Identifier: EUPL-1.2
//! From a recipe to the folder to serve, and the report of it: the room that calls all others in
//! their order. It decides nothing about figures itself.

mod precedence;
mod figures;
mod rates;
mod ledger;
mod uncontrolled;
mod preparation;
mod joined;
pub mod report;

pub use figures::{Figures, Summary, write};
pub use joined::join;
pub use preparation::{LOWEST, Options, prepare, prepare_with, run};
pub use uncontrolled::{Uncontrolled, uncontrolled};
