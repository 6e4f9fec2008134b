// SPDX-License-Identifier: EUPL-1.2
//! The figure's one style sheet.

use super::reserve;

/// What is written by hand.
const SHEET: &str = include_str!("style.css");

/// Stands in the sheet for the rules that are made.
const HEIGHTS: &str = "/* The heights that are reserved for figures: reserve.rs. */\n";

/// The style sheet, for a shadow root (`:host`). The picture is drawn to fill the height that it
/// reserves.
pub fn sheet() -> String {
    SHEET.replace(HEIGHTS, &reserve::rules())
}
