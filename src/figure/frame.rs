// SPDX-License-Identifier: EUPL-1.2
//! The height that a frame around a figure must have: that of the reserved box, or the figure's own
//! where that is more.

use super::Figure;
use super::reserve;
use super::room::DOWNLOADS;
use crate::chart::canvas::measure;
use crate::request::{Details, View};

/// The space around the figure in the page for frames, and in a figure with a theme of its own.
const MARGIN: u32 = 4;
const PADDING: u32 = 16;

/// The height of a choice, and the width from which on they stand beside each other.
const CONTROL: u32 = 80;
const STACKED: f64 = 640.0;

/// The lines more than were estimated, where letters run wider: one of the heading and one of a
/// sentence.
const LINES: u32 = 49;

/// The most that a table takes, which scrolls in a box of its own, and the text below it.
const TABLE: f64 = 420.0;
const MEANING: f64 = 130.0;

impl Figure<'_> {
    /// How high a frame must be that is as wide as the figure was asked for. `attribute` gives
    /// what stands in the element.
    pub fn frame_height<'t>(&self, attribute: impl Fn(&str) -> Option<&'t str>) -> u32 {
        if self.request.view.is_inline() {
            let lines = measure::wrap(&self.text, 16.0, f64::from(self.request.width)).len() as u32;
            return 2 * MARGIN + (lines + 2) * LINES / 2;
        }
        let is_themed = attribute("theme").is_some_and(|theme| theme != "auto");
        let around = 2 * (MARGIN + if is_themed { PADDING } else { 0 });
        let width = f64::from(self.request.width - around.min(self.request.width));
        let table = if self.request.view == View::Table { TABLE } else { 0.0 };
        let open = match self.request.details {
            Details::Open if table == 0.0 => TABLE + MEANING,
            Details::Open => MEANING,
            Details::Closed | Details::None => 0.0,
        };
        let reserved = reserve::height(width, &attribute);
        let drawn = |room| {
            let Some(picture) = self.picture_in(room, "", false) else { return (table, 0.0) };
            let height = picture.svg.attribute("height").and_then(|height| height.parse().ok());
            (height.unwrap_or_default(), picture.legend_height)
        };
        // In a frame a script runs, which offers downloads.
        let own = self.height(width, DOWNLOADS + open, reserved, drawn);
        let around = around + controls(width, attribute("controls"));
        reserved.max(own).ceil() as u32 + around + LINES
    }
}

/// The room of what may be chosen, above the figure: in a narrow box below each other.
fn controls(width: f64, controls: Option<&str>) -> u32 {
    let Some(controls) = controls else { return 0 };
    let named = ["region", "indicator", "period"].iter().filter(|name| controls.contains(*name));
    CONTROL * if width > STACKED { 1 } else { named.count().max(1) as u32 }
}
