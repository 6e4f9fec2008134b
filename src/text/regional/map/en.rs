// SPDX-License-Identifier: EUPL-1.2
//! English.

use super::Map;

/// English.
pub const EN: Map = Map {
    class_head: "{verdict}, number of {kind}",
    class_count: "{class}: {count}",
    class_count_kind: "{class}: {count} {kind}",
    class_below: "less than {to}",
    class_between: "{from} to {to}",
    class_from: "{from} or more",
    tiles: "Each tile is a municipality, about where it lies and drawn as large as the others: these are not the real borders.",
    tiles_of: "Each tile is a municipality, about where it lies and drawn as large as the others; tiles of the same {kind} are joined. These are not the real borders.",
    borders: "Borders: {source}.",
    no_place: "Not on the map: {names}.",
};
