// SPDX-License-Identifier: EUPL-1.2
//! Disclosure control: the only door from raw counts to what may be shown.

use super::definition::{Counted, Definition, Kind};
use super::finding::{Absence, Estimate, Finding, Interval, Method, Outcome};
use super::observation::{Observation, Status};
use crate::error::Error;
use crate::stats::{proportion, rate};

/// Fewer persons than this are withheld: the rule of RIVM.
pub const THRESHOLD: f64 = 10.0;

/// The confidence of every interval shown.
const CONFIDENCE: f64 = 0.95;

/// Whether a record must be withheld whole: fewer than `threshold` persons in the numerator,
/// or fewer outside it (zero included).
pub fn too_small(definition: &Definition, observation: &Observation, threshold: f64) -> bool {
    if definition.counted == Counted::Municipalities {
        return false;
    }
    let Some(x) = observation.numerator else {
        return false;
    };
    x < threshold
        || (matches!(definition.kind, Kind::Share | Kind::Rate)
            && observation.denominator.is_some_and(|n| n - x < threshold))
}

/// What may be said of a record.
///
/// # Errors
/// [`Error::Undisclosed`] for a record that should have been withheld when the file was made;
/// [`Error::Argument`] for counts that contradict each other. The first tells no number.
///
/// ```
/// use kansrijke_start::indicator::{definition::Definition, disclosure, observation::Observation};
/// use kansrijke_start::indicator::{finding::Outcome, period::Period};
///
/// let share: Definition = serde_json::from_str(r#"{
///     "id": "big2", "phase": "after", "kind": "share", "direction": "lower",
///     "counted": "persons", "decimals": 1, "name": {"nl": "BIG2", "en": "BIG2"},
///     "definition": {"nl": "", "en": ""}, "sentence": {"nl": "", "en": ""},
///     "source": {"publisher": "Perined"}
/// }"#).unwrap();
/// let mut record = Observation {
///     region: "GM9999".into(), period: Period::years(2015, 2015), value: None,
///     numerator: Some(30.0), denominator: Some(200.0), lower: None, upper: None,
///     answer: None, status: None,
/// };
/// // 200 births and 15 %: the interval that methods.md gives.
/// let finding = disclosure::release(&share, &record, 10.0).unwrap();
/// let Outcome::Shown(estimate) = finding.outcome else { panic!() };
/// let interval = estimate.interval.unwrap();
/// assert_eq!((estimate.value, (interval.lower * 10.0).round(), (interval.upper * 10.0).round()),
///     (15.0, 107.0, 206.0));
///
/// record.numerator = Some(9.0);
/// assert!(disclosure::release(&share, &record, 10.0).is_err());
/// ```
pub fn release(
    definition: &Definition,
    observation: &Observation,
    threshold: f64,
) -> Result<Finding, Error> {
    let period = observation.period;
    let outcome = match observation.status {
        Some(Status::Withheld) => Outcome::Withheld,
        Some(Status::Missing) => Outcome::Absent(Absence::Missing),
        Some(Status::BorderChange) => Outcome::Absent(Absence::BorderChange),
        Some(Status::Incomplete) => Outcome::Absent(Absence::Incomplete),
        Some(Status::NotApplicable) => Outcome::Absent(Absence::NotApplicable),
        None | Some(Status::Provisional) => {
            if too_small(definition, observation, threshold) {
                return Err(Error::Undisclosed {
                    region: observation.region.clone(),
                    period: period.code(),
                });
            }
            match (observation.answer, estimate(definition, observation)?) {
                (Some(answer), _) => Outcome::Answered(answer),
                (None, Some(estimate)) => Outcome::Shown(estimate),
                (None, None) => Outcome::Absent(Absence::Missing),
            }
        }
    };
    Ok(Finding { period, outcome })
}

fn estimate(definition: &Definition, record: &Observation) -> Result<Option<Estimate>, Error> {
    let factor = definition.kind.factor();
    let (estimate, method) = match (definition.kind, record.numerator, record.denominator) {
        (Kind::Share | Kind::Presence, Some(x), Some(n)) => {
            (Some(proportion::wilson(x, n, CONFIDENCE)?), Method::Wilson)
        }
        (Kind::Rate, Some(x), Some(n)) => (Some(rate::poisson(x, n, CONFIDENCE)?), Method::Poisson),
        (Kind::Count, Some(x), _) => (Some(rate::poisson(x, 1.0, CONFIDENCE)?), Method::Poisson),
        _ => (None, Method::Published),
    };
    let published = record.lower.zip(record.upper);
    let interval = match (published, estimate) {
        (Some((lower, upper)), _) => Some(Interval { lower, upper, method: Method::Published }),
        // Of all municipalities together there is no chance left for an interval to measure.
        (None, Some(_)) if definition.counted == Counted::Municipalities => None,
        (None, Some(e)) => {
            Some(Interval { lower: e.lower * factor, upper: e.upper * factor, method })
        }
        (None, None) => None,
    };
    let value = record.value.or(estimate.map(|e| e.value * factor));
    Ok(value.map(|value| Estimate {
        value,
        interval,
        numerator: record.numerator,
        denominator: record.denominator,
        provisional: record.status == Some(Status::Provisional),
    }))
}
