// SPDX-License-Identifier: EUPL-1.2
//! What was meant where something else was typed: the one place that decides it, for the element,
//! the module, the program, the maker and the frame.
//!
//! Exact codes and names are resolved where figures are read. What is not found there comes here:
//! either it can be read in one way ([`correction`]), and the figure is drawn, or a [`clue`] says
//! more about it than that it is unknown. No core that paints carries any of this.

pub mod spelling;
pub mod names;
pub mod place;
pub mod subject;
pub mod word;
pub mod correction;
pub mod clue;
