// SPDX-License-Identifier: EUPL-1.2
//! The numbers of a record as they are published.

use crate::data::jsonstat::MEASURES;
use crate::indicator::observation::Answer;
use crate::prepare::record::Record;

/// What the numbers are called, in the order of [`MEASURES`].
pub(super) const LABELS: [&str; MEASURES.len()] = [
    "Waarde",
    "Teller",
    "Noemer",
    "Ondergrens",
    "Bovengrens",
    "Antwoord (2 ja, 1 in voorbereiding, 0 nee)",
];

/// The numbers of a record in the order of [`MEASURES`]. A value that follows from its counts is
/// left to the reader: written beside them it takes half as much room again.
pub fn cells(record: &Record) -> [Option<f64>; MEASURES.len()] {
    [
        record.value,
        record.numerator,
        record.denominator,
        record.lower,
        record.upper,
        record.answer.map(Answer::number),
    ]
}
