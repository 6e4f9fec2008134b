// SPDX-License-Identifier: EUPL-1.2
//! The statistics of many areas together as JavaScript functions, in a page and in Node alike.

use super::to_js;
use crate::error::Error;
use crate::stats::discovery;
use crate::stats::dispersion::{self, Counts};
use crate::stats::exact::Benchmark;
use crate::stats::gap::{self, Outcome};
use crate::stats::rank::{self, First, Kind, Place};
use crate::stats::stabilised::{Prior, prior};
use crate::stats::{proportion, rate, replay as chance};
use crate::web::object::{member, number, object, range_error, text, with_numbers};
use js_sys::Array;
use serde::Serialize;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

/// The confidence of every interval.
const CONFIDENCE: f64 = 0.95;

/// A number that may be left out.
fn number_or(input: &JsValue, name: &str, otherwise: f64) -> f64 {
    match member(input, name) {
        value if value.is_undefined() || value.is_null() => otherwise,
        value => value.as_f64().unwrap_or(f64::NAN),
    }
}

/// One of two words, the first where none is given.
fn word(input: &JsValue, name: &'static str, words: [&str; 2]) -> Result<bool, JsValue> {
    let found = member(input, name);
    let is = |word: &str| found.as_string().as_deref() == Some(word);
    if found.is_undefined() || is(words[0]) {
        return Ok(true);
    }
    if is(words[1]) {
        return Ok(false);
    }
    let found = found.as_string().unwrap_or_else(|| "undefined".to_string());
    let said = [name, " is ", &found, "; allowed: '", words[0], "' or '", words[1], "'"].concat();
    Err(js_sys::RangeError::new(&said).into())
}

fn kind(input: &JsValue) -> Result<Kind, JsValue> {
    Ok(if word(input, "kind", ["share", "rate"])? { Kind::Share } else { Kind::Rate })
}

/// A whole number of 0 or more.
fn whole(input: &JsValue, name: &'static str, otherwise: f64) -> Result<u32, JsValue> {
    let found = number_or(input, name, otherwise);
    if found >= 0.0 && found <= f64::from(u32::MAX) && found.fract() == 0.0 {
        return Ok(found as u32);
    }
    let allowed = "a whole number of 0 or more";
    Err(range_error(Error::Argument { name, found, allowed }))
}

fn counts(areas: &Array) -> Vec<Counts> {
    let of = |area: JsValue| Counts {
        numerator: number(&area, "numerator"),
        denominator: number(&area, "denominator"),
    };
    areas.iter().map(of).collect()
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct JsGap {
    reason: Option<&'static str>,
    number: Option<i64>,
    lower: Option<i64>,
    upper: Option<i64>,
    per_year: Option<i64>,
}

/// The gap to a benchmark as a number of persons: `{kind, numerator, denominator, benchmark, years,
/// step}` gives `{reason, number, lower, upper, perYear}`.
#[wasm_bindgen(js_name = gap)]
pub fn js_gap(input: &JsValue) -> Result<JsValue, JsValue> {
    let kind = kind(input)?;
    let (x, n) = (number(input, "numerator"), number(input, "denominator"));
    let limits = match kind {
        Kind::Share => proportion::wilson(x, n, CONFIDENCE),
        Kind::Rate => rate::poisson(x, n, CONFIDENCE).map_err(|error| match error {
            // They are named as they are here.
            Error::Argument { name: "events", found, allowed } => {
                Error::Argument { name: "numerator", found, allowed }
            }
            Error::Argument { found, allowed, .. } => {
                Error::Argument { name: "denominator", found, allowed }
            }
            other => other,
        }),
    };
    let limits = limits.map_err(range_error)?;
    let benchmark = Benchmark::published(number(input, "benchmark"), 1.0).map_err(range_error)?;
    let (years, step) = (whole(input, "years", 1.0)?, whole(input, "step", 1.0)?);
    let counts = gap::Counts { numerator: x, denominator: n, years, step };
    let found = gap::gap(counts, limits, benchmark).map_err(range_error)?;
    let none = |reason| JsGap {
        reason: Some(reason),
        number: None,
        lower: None,
        upper: None,
        per_year: None,
    };
    to_js(&match found {
        Outcome::Given(gap) => JsGap {
            reason: None,
            number: Some(gap.number),
            lower: Some(gap.lower),
            upper: Some(gap.upper),
            per_year: gap.per_year,
        },
        Outcome::Similar => none("similar"),
        Outcome::TooCoarse => none("benchmark-coarse"),
    })
}

/// The ranks that areas can have: `[{numerator, denominator}, …]` with `{kind, first, unknown}` gives
/// `[{best, worst}, …]`, `null` for one whose place is unknown.
#[wasm_bindgen(js_name = rankSets)]
pub fn js_rank_sets(areas: &Array, options: &JsValue) -> Result<JsValue, JsValue> {
    let kind = kind(options)?;
    let is_lowest = word(options, "first", ["lowest", "highest"])?;
    let first = if is_lowest { First::Lowest } else { First::Highest };
    let mut unknown = whole(options, "unknown", 0.0)? as usize;
    let (mut places, mut whose) = (Vec::new(), Vec::new());
    let areas = counts(areas);
    for (nth, area) in areas.iter().enumerate() {
        let place = Place::of_counts(kind, area.numerator, area.denominator);
        match place.map_err(range_error)? {
            Some(place) => {
                places.push(place);
                whose.push(nth);
            }
            None => unknown += 1,
        }
    }
    let mut rows = vec![None; areas.len()];
    for (nth, set) in whose.into_iter().zip(rank::simultaneous(&places, unknown, first)) {
        if let Some(row) = rows.get_mut(nth) {
            *row = Some(crate::figure::insight::RankRow::from(set));
        }
    }
    to_js(&rows)
}

/// Whether areas differ by more than chance: `[{numerator, denominator}, …]` around `average`, with
/// `{kind, threshold}`, gives `{areas, phi, statistic, critical, isOver, tau2}`, or `null`.
#[wasm_bindgen(js_name = overdispersion)]
pub fn js_overdispersion(
    areas: &Array,
    average: f64,
    options: &JsValue,
) -> Result<JsValue, JsValue> {
    let kind = kind(options)?;
    let least = dispersion::least_expected(f64::from(whole(options, "threshold", 10.0)?));
    let found = dispersion::overdispersion(kind, average, &counts(areas), least);
    let Some(found) = found.map_err(range_error)? else { return Ok(JsValue::NULL) };
    let numbers = [
        ("areas", found.areas as f64),
        ("phi", found.phi),
        ("statistic", found.statistic),
        ("critical", found.critical),
        ("tau2", found.tau2),
    ];
    Ok(with_numbers(object(&[("isOver", found.is_over().into())]), &numbers))
}

#[derive(Serialize)]
struct JsDiscoveries {
    areas: usize,
    expected: f64,
    adjusted: Vec<f64>,
    holds: Vec<bool>,
}

/// What is left of p values when their number is corrected for: `{areas, expected, adjusted, holds}`.
#[wasm_bindgen(js_name = discoveries)]
pub fn js_discoveries(p_values: &Array, options: &JsValue) -> Result<JsValue, JsValue> {
    let withheld = whole(options, "withheld", 0.0)? as usize;
    let p: Vec<f64> = p_values.iter().map(|p| p.as_f64().unwrap_or(f64::NAN)).collect();
    let found = discovery::discoveries(&p, withheld).map_err(range_error)?;
    to_js(&JsDiscoveries {
        areas: found.areas,
        expected: found.expected,
        adjusted: found.adjusted,
        holds: found.holds,
    })
}

/// A stabilised figure: `{kind, numerator, denominator, mean, size}` gives `{value, lower, upper,
/// weight}`. With `areas` and a `threshold` in the place of `size` the prior is that of the areas;
/// where there is none `null`, and where they do not differ by more than chance without limits.
#[wasm_bindgen(js_name = stabilise)]
pub fn js_stabilise(input: &JsValue) -> Result<JsValue, JsValue> {
    let (kind, mean) = (kind(input)?, number(input, "mean"));
    let areas = member(input, "areas");
    let given = match areas.is_undefined() || areas.is_null() {
        true => {
            let size = number(input, "size");
            Some(Prior { kind, mean, size, spread: f64::NAN, areas: 0 })
        }
        false => {
            let threshold = f64::from(whole(input, "threshold", 10.0)?);
            let least = dispersion::least_expected(threshold);
            prior(kind, mean, &counts(&Array::from(&areas)), least).map_err(range_error)?
        }
    };
    let Some(given) = given else { return Ok(JsValue::NULL) };
    let (x, n) = (number(input, "numerator"), number(input, "denominator"));
    let found = given.stabilise(x, n).map_err(range_error)?;
    let limits = object(&[("lower", JsValue::NULL), ("upper", JsValue::NULL)]);
    let limits = match found.interval {
        Some(i) => with_numbers(limits, &[("lower", i.lower), ("upper", i.upper)]),
        None => limits,
    };
    Ok(with_numbers(limits, &[("value", found.value), ("weight", found.weight)]))
}

/// Chance replayed: `{kind, numerator, denominator, indicator, region, period, benchmark}` gives
/// `{draws, lower, equal, higher}`, or `null` where there is too little to draw from.
#[wasm_bindgen(js_name = replay)]
pub fn js_replay(input: &JsValue) -> Result<JsValue, JsValue> {
    let kind = kind(input)?;
    let [indicator, region, period] = ["indicator", "region", "period"].map(|n| text(input, n));
    let seed = chance::seed(&indicator, &region, &period);
    let (x, n) = (number(input, "numerator"), number(input, "denominator"));
    let Some(found) = chance::replay(kind, x, n, seed).map_err(range_error)? else {
        return Ok(JsValue::NULL);
    };
    let drawn = object(&[("draws", to_js(&found.draws)?)]);
    let benchmark = member(input, "benchmark");
    if benchmark.is_undefined() || benchmark.is_null() {
        return Ok(drawn);
    }
    let benchmark = Benchmark::published(number(input, "benchmark"), 1.0).map_err(range_error)?;
    let [lower, equal, higher] = found.beside(n, benchmark).unwrap_or_default().map(|n| n as f64);
    Ok(with_numbers(drawn, &[("lower", lower), ("equal", equal), ("higher", higher)]))
}
