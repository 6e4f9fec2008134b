// SPDX-License-Identifier: EUPL-1.2
//! The height that a frame around a figure must have: read from the style sheet, which keeps room
//! for a figure before it is there, or the figure's own where that is more.

use super::Figure;
use super::room::DOWNLOADS;
use super::style::SHEET;
use crate::request::{Details, View};

/// The space around the figure in the page for frames, and in a figure with a theme of its own.
const MARGIN: u32 = 4;
const PADDING: u32 = 16;

/// The height of a choice, and the width from which on they stand beside each other.
const CONTROL: u32 = 80;
const STACKED: f64 = 640.0;

/// A line more than was estimated, where letters run wider.
const LINE: u32 = 24;

/// Pixels to the rem, as browsers have it.
const REM: f64 = 16.0;

/// The most that a table takes, which scrolls in a box of its own, and the text below it.
const TABLE: f64 = 420.0;
const MEANING: f64 = 130.0;

impl Figure<'_> {
    /// How high a frame must be that is as wide as the figure was asked for. `attribute` gives
    /// what stands in the element.
    pub fn frame_height<'t>(&self, attribute: impl Fn(&str) -> Option<&'t str>) -> u32 {
        let is_themed = attribute("theme").is_some_and(|theme| theme != "auto");
        let around = 2 * (MARGIN + if is_themed { PADDING } else { 0 });
        let width = f64::from(self.request.width - around.min(self.request.width));
        let table = if self.request.view == View::Table { TABLE } else { 0.0 };
        let open = match self.request.details {
            Details::Open if table == 0.0 => TABLE + MEANING,
            Details::Open => MEANING,
            Details::Closed | Details::None => 0.0,
        };
        // In a frame a script runs, which offers downloads.
        let text = self.text_height(width) + DOWNLOADS + open;
        let kept = kept(width, &attribute);
        let picture = self.picture_in(Some(kept - text), "", false);
        let picture = picture.and_then(|p| p.attribute("height")?.parse().ok());
        let own = text + picture.unwrap_or(table);
        let around = around + controls(width, attribute("controls"));
        kept.max(own).ceil() as u32 + around + LINE
    }
}

/// The room of what may be chosen, above the figure: in a narrow box below each other.
fn controls(width: f64, controls: Option<&str>) -> u32 {
    let Some(controls) = controls else { return 0 };
    let named = ["region", "indicator", "period"].iter().filter(|name| controls.contains(*name));
    CONTROL * if width > STACKED { 1 } else { named.count().max(1) as u32 }
}

/// The room that the style sheet keeps in a box of this width: of the rules that apply the last.
fn kept<'t>(width: f64, attribute: impl Fn(&str) -> Option<&'t str>) -> f64 {
    let (mut applies, mut kept) = (true, 0.0);
    for line in SHEET.lines() {
        if let Some((_, limit)) = line.split_once("@container (max-width: ") {
            applies = rem(limit).is_some_and(|limit| width <= limit);
        } else if line == "}" {
            applies = true;
        } else if let Some((selector, height)) = line.split_once("{ min-height: ")
            && applies
            && selector.contains(".frame")
            && fits(selector, &attribute)
            && let Some(height) = rem(height)
        {
            kept = height;
        }
    }
    kept
}

fn rem(text: &str) -> Option<f64> {
    text.split_once("rem")?.0.parse::<f64>().ok().map(|rem| rem * REM)
}

/// Whether a selector's conditions on attributes hold; of those in `:is()` one is enough.
fn fits<'t>(selector: &str, attribute: &impl Fn(&str) -> Option<&'t str>) -> bool {
    let holds = |condition: &str| {
        let (name, value) = condition.split_once('=').unwrap_or_default();
        let value = value.trim_matches('"');
        match name.strip_suffix('*') {
            Some(name) => attribute(name).is_some_and(|found| found.contains(value)),
            None => attribute(name) == Some(value),
        }
    };
    let conditions = |part: &str| -> Vec<bool> {
        let after = part.split('[').skip(1);
        after.filter_map(|rest| rest.split_once(']')).map(|(inside, _)| holds(inside)).collect()
    };
    match selector.split_once(":is(") {
        Some((all, any)) => {
            conditions(all).iter().all(|is| *is) && conditions(any).iter().any(|is| *is)
        }
        None => conditions(selector).iter().all(|is| *is),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_sheet_keeps_more_room_in_a_narrow_box_and_for_lines() {
        let plain = |width| kept(width, |_| None);
        let trend = |width| kept(width, |name| (name == "view").then_some("trend"));
        assert!(plain(300.0) > plain(500.0) && plain(500.0) > plain(900.0) && plain(900.0) > 300.0);
        assert!(trend(900.0) > plain(900.0) && trend(300.0) > plain(300.0));
    }

    #[test]
    fn conditions_on_attributes_are_read() {
        let given = |name: &str| match name {
            "view" => Some("trend"),
            "compare" => Some("NL01,PV26"),
            _ => None,
        };
        for (selector, is) in [
            (".frame:not(.failed) ", true),
            (":host([view=\"trend\"]) .frame ", true),
            (":host([view=\"table\"]) .frame ", false),
            (":host([view=\"trend\"]:is([compare*=\",\"], [compare*=\" \"])) .frame ", true),
            (":host([view=\"trend\"]:is([compare*=\";\"], [compare*=\" \"])) .frame ", false),
            (":host(:is([view=\"trend\"], [view=\"map\"])) .frame ", true),
        ] {
            assert_eq!(fits(selector, &given), is, "{selector}");
        }
    }
}
