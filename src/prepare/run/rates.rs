// SPDX-License-Identifier: EUPL-1.2
//! Indicators that are made of released ones and of counts: their denominators come from another
//! file. They tell no more persons than what they are made of, and are made after disclosure
//! control.

use crate::indicator::bilingual::Bilingual;
use crate::indicator::definition::{Counted, Definition, Direction, Kind, Phase};
use crate::indicator::observation::Status;
use crate::indicator::period::Period;
use crate::indicator::source::Source;
use crate::prepare::recipe::Rate;
use crate::prepare::record::{Record, Records};
use std::collections::BTreeMap;

/// What a count is to those who read files: an indicator that is not published.
pub(super) fn count(name: &str) -> Definition {
    Definition {
        id: name.into(),
        phase: Phase::Programme,
        kind: Kind::Count,
        direction: Direction::Context,
        counted: Counted::Persons,
        decimals: 0,
        unit: None,
        name: Bilingual::default(),
        subject: None,
        definition: Bilingual::default(),
        numerator: None,
        denominator: None,
        sentence: Bilingual::default(),
        source: Source::default(),
        licence: None,
        availability: None,
        note: None,
        breaks: Vec::new(),
        targets: Vec::new(),
        presence: None,
    }
}

/// Adds what the rates make to the released records.
pub(super) fn derive(
    rates: &[Rate],
    counts: &BTreeMap<String, Records>,
    records: &mut BTreeMap<String, Records>,
) {
    for rate in rates {
        let parts = records.get(&rate.numerator).zip(counts.get(&rate.denominator));
        let Some((numerators, counts)) = parts else { continue };
        let made: Records = numerators
            .iter()
            .filter_map(|(key, record)| Some((key.clone(), one(rate, key, record, counts)?)))
            .collect();
        records.insert(rate.indicator.clone(), made);
    }
}

/// One record of a rate; `None` where nobody counted what it divides by.
fn one(
    rate: &Rate,
    (region, period): &(String, Period),
    numerator: &Record,
    counts: &Records,
) -> Option<Record> {
    let denominator = exposure(rate, region, *period, counts)?;
    let status = numerator.status.filter(|status| *status != Status::Provisional);
    Some(match (status, numerator.numerator.or(numerator.value), denominator) {
        (Some(status), ..) | (None, Some(_), Err(status)) => Record::without(status),
        (None, None, _) => Record::without(Status::Missing),
        (None, Some(born), Ok(denominator)) => Record {
            numerator: Some(born),
            denominator: Some(denominator),
            status: numerator.status,
            ..Record::default()
        },
    })
}

/// The denominator of some years together, or why there is none.
fn exposure(
    rate: &Rate,
    region: &str,
    period: Period,
    counts: &Records,
) -> Option<Result<f64, Status>> {
    let ((first, month), (last, _)) = (period.start(), period.end());
    if month != 1 || period.months() % 12 != 0 {
        return None;
    }
    let mut sum = 0.0;
    for year in first..=last {
        let at = if rate.mean { vec![year, year + 1] } else { vec![year] };
        let share = 1.0 / at.len() as f64;
        for year in at {
            let record = counts.get(&(region.to_string(), Period::years(year, year)))?;
            match record.numerator {
                Some(count) => sum += share * count,
                None => return Some(Err(record.status.unwrap_or(Status::Missing))),
            }
        }
    }
    Some(Ok(sum))
}

/// Earlier editions without what is made of others: of a rate they tell the numerator, which is
/// another indicator's.
pub(super) fn told_by(rates: &[Rate], edition: &mut BTreeMap<String, Records>) {
    for rate in rates {
        for (key, record) in edition.remove(&rate.indicator).unwrap_or_default() {
            let Some(count) = record.numerator else { continue };
            let known = edition.entry(rate.numerator.clone()).or_default().entry(key).or_default();
            known.numerator.get_or_insert(count);
        }
    }
}
