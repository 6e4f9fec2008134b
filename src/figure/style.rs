// SPDX-License-Identifier: EUPL-1.2
//! The figure's one style sheet.

/// The style sheet, for a shadow root (`:host`) as well as for a page that shows the figure
/// without script.
pub const SHEET: &str = include_str!("style.css");
