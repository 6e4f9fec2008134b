// SPDX-License-Identifier: EUPL-1.2
//! Workbooks that are made to be imported into Swing, in which GGDs and municipalities keep their
//! figures. They say themselves what is in them: names, units, formulas, thresholds, sources. So
//! they need no recipe, and their indicators are made from them.

mod formula;
mod records;
mod meaning;
mod place;
mod long;
mod total;
mod cube;
mod figures;
mod book;

pub use book::{Swing, is_swing};
pub use formula::{Formula, parse as formula};
