// SPDX-License-Identifier: EUPL-1.2
//! Every region of an area in the order of its value, with its interval.

use super::marker;
use super::role::Role;
use super::scale::Scale;
use super::sheet::{Sheet, Type};
use crate::data::areas::Areas;
use crate::text::words::Words;

/// From one row to the next.
const ROW: f64 = 22.0;

pub(super) fn draw(words: &Words, areas: &Areas, width: f64) -> Sheet {
    let ranked = areas.ranked();
    let values = ranked.iter().filter_map(|a| a.figure()).flat_map(|f| {
        let interval = f.interval.map_or([f.value; 2], |i| [i.lower, i.upper]);
        [f.value, interval[0], interval[1]]
    });
    let scale = Scale::of(areas.definition, values, 6, true);
    let height = ranked.len() as f64 * ROW + 30.0;
    let sheet = Sheet::new(width, height);
    let frame = sheet.frame(scale.low..scale.high, 0.0..1.0, (180.0, 0.0), (width, height - 30.0));
    for (nth, area) in ranked.into_iter().enumerate() {
        let Some(figure) = area.figure() else { continue };
        let y = nth as f64 * ROW + ROW / 2.0;
        let role = marker::role(area.verdict(), areas.definition.direction);
        let at = (frame.at(figure.value, 0.0).0, y);
        sheet.mark(&area.region.code, words.area_label(areas, area), at, |sheet| {
            if let Some(i) = figure.interval {
                let ends = [i.lower, i.upper].map(|v| (frame.at(v, 0.0).0, y));
                sheet.line(role, 2.0, &ends);
            }
            marker::draw(sheet, role, area.verdict(), at, 9.0);
        });
        sheet.text(Type::of(Role::Text), (0.0, y), &words.place_label(&area.region));
    }
    sheet
}
