// SPDX-License-Identifier: EUPL-1.2
//! Dutch.

use super::Map;

/// Dutch.
pub const NL: Map = Map {
    class_head: "{verdict}, aantal {kind}",
    class_count: "{class}: {count}",
    class_count_kind: "{class}: {count} {kind}",
    class_below: "minder dan {to}",
    class_between: "{from} tot {to}",
    class_from: "{from} of meer",
    tiles: "Elk vakje is een gemeente, ongeveer op haar plaats en even groot getekend als de andere: het zijn niet de echte grenzen.",
    tiles_of: "Elk vakje is een gemeente, ongeveer op haar plaats en even groot getekend als de andere; vakjes van dezelfde {kind} vormen een geheel. Het zijn niet de echte grenzen.",
    borders: "Grenzen: {source}.",
    no_place: "Niet op de kaart: {names}.",
};
