// SPDX-License-Identifier: EUPL-1.2
//! The births of all municipalities, by themselves and per 1,000 inhabitants.

use super::shipped::{BIRTHS, YEARS, indicator, raw, sources};
use kansrijke_start::indicator::observation::{Observation, Status};
use kansrijke_start::indicator::period::Period;
use std::collections::BTreeMap;
use std::fs;

const RATE: &str = "geboortecijfer";

fn year(year: i32) -> Period {
    Period::years(year, year)
}

/// Inhabitants on 1 January, as the table has them.
fn inhabitants() -> BTreeMap<(String, i32), f64> {
    let text = fs::read_to_string(sources().join("population.csv")).unwrap();
    let lines = text.lines().filter(|l| !l.starts_with('#')).skip(1);
    let row = |line: &str| {
        let fields: Vec<&str> = line.split(',').collect();
        ((fields[0].to_string(), fields[1].parse().unwrap()), fields[2].parse().unwrap())
    };
    lines.map(row).collect()
}

#[test]
fn utrecht_has_the_births_of_the_source() {
    let (_, births) = indicator(BIRTHS[0]);
    let of = |y| births[&("GM0344".to_string(), year(y))].numerator;
    assert_eq!((of(2015), of(2023)), (Some(4981.0), Some(4145.0)));
}

/// Of a year; of two islands with few children of five years together.
#[test]
fn every_municipality_has_recent_births() {
    let (data, births) = indicator(BIRTHS[0]);
    let mut few = Vec::new();
    for place in data.regions.iter().filter(|place| place.code.starts_with("GM")) {
        let born = |period: Period| births[&(place.code.clone(), period)].numerator;
        if [2022, 2023].map(year).into_iter().all(|period| born(period).is_none()) {
            assert!(born(Period::years(2019, 2023)).is_some(), "{}", place.name);
            few.push(place.name.as_str());
        }
    }
    assert_eq!(few, ["Schiermonnikoog", "Vlieland"]);
}

#[test]
fn births_per_inhabitant_are_those_of_cbs() {
    let (_, rates) = indicator(RATE);
    let (raw, inhabitants) = (raw(), inhabitants());
    let mut compared = 0;
    for ((code, y), counts) in &raw {
        let Some(found) = rates.get(&(code.clone(), year(*y))) else { continue };
        let on = |y: i32| inhabitants.get(&(code.clone(), y)).copied();
        let Some(mean) = on(*y).zip(on(y + 1)).map(|(now, next)| (now + next) / 2.0) else {
            continue;
        };
        // One that others went into, then or in the year after, has theirs besides.
        if let Some(born) = found.numerator.filter(|born| Some(*born) == counts[0]) {
            let denominator = found.denominator.unwrap();
            if denominator == mean {
                compared += 1;
                continue;
            }
            assert!(denominator > mean, "{code} {y}: {born} of {denominator}, not {mean}");
        }
    }
    assert!(compared > 4200, "{compared}");
    // Of the country: 184,397 of 16,615,394, and so on.
    let national = |y| {
        let found = &rates[&("NL01".to_string(), year(y))];
        (found.numerator.unwrap() / found.denominator.unwrap() * 10_000.0).round() / 10.0
    };
    assert_eq!([2010, 2020, 2023].map(national), [11.1, 9.7, 9.2]);
}

#[test]
fn a_rate_tells_what_its_births_tell_and_nothing_else() {
    let (_, births) = indicator(BIRTHS[0]);
    let (_, rates) = indicator(RATE);
    let mut withheld = 0;
    for (key, rate) in &rates {
        let born = &births[key];
        assert_eq!((rate.numerator, rate.status), (born.numerator, born.status), "{key:?}");
        if rate.status == Some(Status::Withheld) {
            let Observation { value, denominator, lower, upper, .. } = rate;
            assert_eq!([value, denominator, lower, upper], [&None; 4], "{key:?}");
            withheld += 1;
        }
    }
    assert!(rates.len() > 5000 && withheld > 20, "{} {withheld}", rates.len());
    let mut years = YEARS;
    assert!(years.all(|y| rates.contains_key(&("GM0344".to_string(), year(y)))));
}

/// What was not fetched is named so, and not called missing.
#[test]
fn what_was_not_fetched_says_so() {
    let raw = raw();
    for (nth, id) in BIRTHS.iter().enumerate().skip(1) {
        let (data, records) = indicator(id);
        let mut elsewhere = 0;
        for place in data.regions.iter().filter(|place| place.code.starts_with("GM")) {
            let found = records[&(place.code.clone(), year(2023))].status;
            let fetched = raw[&(place.code.clone(), 2023)][nth].is_some();
            assert_eq!(found == Some(Status::NotFetched), !fetched, "{id} {}", place.name);
            elsewhere += usize::from(!fetched);
        }
        assert_eq!(elsewhere, 342 - 94, "{id}");
        assert!(data.regions.iter().filter(|place| place.code.starts_with("CR")).all(|place| {
            records[&(place.code.clone(), year(2023))].status != Some(Status::NotFetched)
        }));
    }
}
