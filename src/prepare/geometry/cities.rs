// SPDX-License-Identifier: EUPL-1.2
//! The cities that are named on the country's map: the largest by inhabitants (CBS, 1 January 2024),
//! and the capitals of provinces, the most important first. Of suburbs and of municipalities that
//! are no city a reader finds nothing by its name.

const CITIES: [&str; 24] = [
    "GM0363", // Amsterdam
    "GM0599", // Rotterdam
    "GM0518", // Den Haag
    "GM0344", // Utrecht
    "GM0014", // Groningen
    "GM0772", // Eindhoven
    "GM0935", // Maastricht
    "GM0153", // Enschede
    "GM0193", // Zwolle
    "GM0080", // Leeuwarden
    "GM0268", // Nijmegen
    "GM0758", // Breda
    "GM0855", // Tilburg
    "GM0687", // Middelburg
    "GM0202", // Arnhem
    "GM0034", // Almere
    "GM0796", // 's-Hertogenbosch
    "GM0106", // Assen
    "GM0200", // Apeldoorn
    "GM0114", // Emmen
    "GM0983", // Venlo
    "GM0361", // Alkmaar
    "GM0307", // Amersfoort
    "GM0995", // Lelystad
];

/// Its place among them, from 1.
pub(super) fn rank(code: &str) -> Option<usize> {
    CITIES.iter().position(|city| *city == code).map(|at| at + 1)
}
