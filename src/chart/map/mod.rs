// SPDX-License-Identifier: EUPL-1.2
//! Regions where they lie, each filled by its class, with a legend. Knows no other view.

mod shape;
mod frame;
mod key;
mod tiles;
mod name;
mod locator;
mod borders;

use crate::chart::scene::{MapScene, Scene};
use crate::view::map::Map;
use frame::{Frame, extent_of, mean_radius};
use key::Key;

/// From this width the key stands beside the map, below it above.
const WIDE: f64 = 560.0;

/// The least and the most room of the key beside the map, and the space between the two.
const KEY: f64 = 220.0;
const KEYS: f64 = 400.0;
const GAP: f64 = 36.0;

/// The height of the map where nothing is said, and the least and the most of it.
const HEIGHT: f64 = 600.0;
const HEIGHTS: (f64, f64) = (400.0, 700.0);

/// The largest radius of a tile: larger ones say no more.
const RADIUS: f64 = 34.0;

/// The circle around a dot that says a value, in mean radii of a region, and its largest radius.
const DOT: f64 = 1.4;
const DOTS: f64 = 14.0;

/// Draws it; returns where it ends.
pub(super) fn draw(scene: &MapScene, map: &Map) -> f64 {
    let Scene { canvas, found: set, .. } = *scene;
    let width = canvas.width;
    let is_wide = width >= WIDE && !canvas.has_column();
    let key_width = if is_wide { KEY } else { width };
    let mut key = Key::of(scene, map, key_width);
    if is_wide {
        canvas.keep_none();
    }
    let room = if is_wide { width - KEY - GAP } else { width };
    let top = if is_wide { 2.0 } else { key.height() + 14.0 };
    let [x0, y0, x1, y1] = extent_of(map);
    let most = canvas.room().map_or(HEIGHT, |height| height - top).clamp(HEIGHTS.0, HEIGHTS.1);
    let mut scale = ((room - 4.0) / (x1 - x0)).min(most / (y1 - y0));
    if map.geometry.is_tiled {
        let tile = map.shapes().next().map_or(1.0, |shape| shape.radius);
        scale = scale.min(RADIUS / tile);
    }
    let dot = match map.geometry.is_tiled {
        true => key::SAMPLE,
        false => (mean_radius(map) * scale * DOT).min(DOTS),
    };
    // With nothing beside it, it stands in the middle.
    let aside = if canvas.has_column() { (room - 4.0 - (x1 - x0) * scale) / 2.0 } else { 0.0 };
    let frame = Frame { left: 2.0 + aside, top, scale, origin: (x0, y0), dot };
    let mut bottom = top + (y1 - y0) * scale + 4.0;
    let left = if is_wide { (x1 - x0) * scale + GAP } else { 0.0 };
    if canvas.has_legend() {
        key = Key::of(scene, map, (width - left).min(KEYS));
    }
    let key_top = if is_wide { top + 4.0 } else { 0.0 };
    if map.geometry.is_tiled {
        tiles::draw(scene, map, &frame);
    } else {
        // Beside the map there is room below the key.
        let beside = (left, key_top + key.height());
        let corner = ((x1 - x0) * scale + 2.0 + 2.0 * aside, bottom);
        let beside = Some(beside).filter(|_| is_wide && canvas.has_legend());
        bottom = bottom.max(borders::draw(scene, map, &frame, corner, beside));
    }
    key.draw(canvas, (set, map), (left, key_top), dot);
    if is_wide { bottom.max(key.height()) } else { bottom }
}
