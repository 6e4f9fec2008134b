// SPDX-License-Identifier: EUPL-1.2
//! Disclosure control: the only door from raw counts to what may be shown.

use super::definition::{Counted, Definition, Kind};
use super::finding::{Absence, Estimate, Finding, Firmness, Interval, Method, Outcome, Range};
use super::observation::{Observation, Status};
use super::region;
use crate::error::Error;
use crate::limits::NUMBER;
use crate::stats::{proportion, rate};

/// Fewer persons than this are withheld: the rule of RIVM.
pub const THRESHOLD: f64 = 10.0;

/// Fewer persons than this are never shown, whatever threshold a file names.
pub const FLOOR: f64 = 5.0;

/// As many municipalities as the country can have had in a year with figures, and as many as a
/// province can: there were 418 in 2011, 72 of them in Zuid-Holland. That a file counts
/// municipalities is believed of no more than these.
const COUNTRY: f64 = 500.0;
const PROVINCE: f64 = 80.0;

/// The confidence of every interval shown.
const CONFIDENCE: f64 = 0.95;

/// Whether a record must be withheld whole: fewer than `threshold` persons in the numerator,
/// in the denominator, or outside the numerator (zero included). A percentage of a known number
/// of persons tells the numerator, and a count that is given as a value is one. A range of persons
/// counts by its lower end, which may be all there are.
pub fn too_small(definition: &Definition, observation: &Observation, threshold: f64) -> bool {
    if are_municipalities(definition, observation) {
        return false;
    }
    let is_part = matches!(definition.kind, Kind::Share | Kind::Rate);
    let n = known(observation.denominator);
    let mut x = known(observation.numerator);
    if definition.kind == Kind::Range {
        x = if definition.is_count() { known(observation.lower) } else { f64::NAN };
    } else if observation.numerator.is_none() && (is_part || definition.kind == Kind::Count) {
        let whole = if is_part { n } else { 1.0 };
        x = known(observation.value) * whole / definition.kind.factor();
    }
    x < threshold || n < threshold || is_part && n - x < threshold
}

/// A number, or one that is neither below nor above any where there is none.
fn known(number: Option<f64>) -> f64 {
    number.unwrap_or(f64::NAN)
}

/// Whether a record counts municipalities. That a definition says so is not enough, or a file
/// could have persons counted as municipalities: a municipality is none of several, and of a
/// larger area there are no more than it can have.
fn are_municipalities(definition: &Definition, observation: &Observation) -> bool {
    let most = match region::Kind::of(&observation.region) {
        region::Kind::Municipality => 1.0,
        region::Kind::Country => COUNTRY,
        _ => PROVINCE,
    };
    let is_more = known(observation.denominator) > most || known(observation.numerator) > most;
    definition.counted == Counted::Municipalities && !is_more
}

/// Refuses numbers that cannot be: negative ones but of a mean, a part above its whole, more than
/// the unit allows, and limits on the wrong side of the value.
fn check(definition: &Definition, record: &Observation) -> Result<(), Error> {
    let (least, most) = match definition.kind {
        Kind::Mean => (-NUMBER, NUMBER),
        Kind::Range if definition.is_percentage() => (0.0, 100.0),
        Kind::Count | Kind::Range => (0.0, NUMBER),
        kind => (0.0, kind.factor()),
    };
    let (value, x, n) = (known(record.value), known(record.numerator), known(record.denominator));
    let (lower, upper) = (known(record.lower), known(record.upper));
    let is_part = most < NUMBER;
    // Poisson's interval of a rate can end above the whole.
    let highest = if definition.kind == Kind::Rate { NUMBER } else { most };
    // What is not there is NaN, and beyond nothing.
    let is_beyond = |count: f64| !count.is_nan() && !(0.0..=NUMBER).contains(&count);
    let (name, found) = if is_beyond(n) {
        ("denominator", n)
    } else if is_beyond(x) || is_part && x > n {
        ("numerator", x)
    } else if value < least || value > most || lower < least || upper > highest {
        ("value", value)
    } else if lower > value || value > upper || lower > upper {
        ("lower", lower)
    } else {
        return Ok(());
    };
    Err(Error::Argument { name, found, allowed: "what the other numbers allow" })
}

/// What may be said of a record. A `threshold` below [`FLOOR`] counts as that.
///
/// # Errors
/// [`Error::Argument`] for numbers that cannot be, or that contradict each other;
/// [`Error::Undisclosed`] for a record that should have been withheld when the file was made,
/// which tells no number.
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
/// // 30 of 200 births: by Wilson 10.7 % to 20.6 %.
/// let finding = disclosure::release(&share, &record, 10.0).unwrap();
/// let Outcome::Shown(estimate) = finding.outcome else { panic!() };
/// let interval = estimate.interval.unwrap();
/// assert_eq!((estimate.value, (interval.lower * 10.0).round(), (interval.upper * 10.0).round()),
///     (15.0, 107.0, 206.0));
///
/// record.numerator = Some(9.0);
/// assert!(disclosure::release(&share, &record, 10.0).is_err());
///
/// // No file switches this off.
/// record.numerator = Some(4.0);
/// assert!(disclosure::release(&share, &record, 0.0).is_err());
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
        Some(Status::NotFetched) => Outcome::Absent(Absence::NotFetched),
        None | Some(Status::Provisional | Status::Estimate) => {
            // First of all: what cannot be true is not reported as too few.
            check(definition, observation)?;
            if too_small(definition, observation, threshold.max(FLOOR)) {
                return Err(Error::Undisclosed {
                    region: observation.region.clone(),
                    period: period.code(),
                });
            }
            if let Some(answer) = observation.answer {
                Outcome::Answered(answer)
            } else if definition.kind == Kind::Range {
                range(observation).map_or(Outcome::Absent(Absence::Missing), Outcome::Between)
            } else {
                let estimate = estimate(definition, observation)?;
                estimate.map_or(Outcome::Absent(Absence::Missing), Outcome::Shown)
            }
        }
    };
    Ok(Finding { period, outcome })
}

fn firmness(record: &Observation) -> Firmness {
    match record.status {
        Some(Status::Provisional) => Firmness::Provisional,
        Some(Status::Estimate) => Firmness::Estimated,
        _ => Firmness::Final,
    }
}

fn range(record: &Observation) -> Option<Range> {
    let (lower, upper) = record.lower.zip(record.upper)?;
    Some(Range { lower, upper, firmness: firmness(record) })
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
        firmness: firmness(record),
    }))
}
