// SPDX-License-Identifier: EUPL-1.2
//! The statistics as JavaScript functions, in a page and in Node alike.

use crate::error::Error;
use crate::indicator::comparison::Verdict;
use crate::stats::interval::Estimate;
use crate::stats::rank::Kind;
use crate::stats::trend::{self, Year};
use crate::stats::{dispersion, proportion, rate};
use crate::web::object::{member, number, object, range_error, with_numbers};
use js_sys::Array;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

/// The confidence when none is given.
const CONFIDENCE: f64 = 0.95;

fn estimate(estimate: Estimate) -> JsValue {
    with_numbers(object(&[]), &parts(estimate))
}

fn parts(estimate: Estimate) -> [(&'static str, f64); 3] {
    [("value", estimate.value), ("lower", estimate.lower), ("upper", estimate.upper)]
}

/// Wilson's interval of a proportion: `{value, lower, upper}`, fractions.
#[wasm_bindgen(js_name = proportion)]
pub fn js_proportion(
    numerator: f64,
    denominator: f64,
    confidence: Option<f64>,
) -> Result<JsValue, JsValue> {
    proportion::wilson(numerator, denominator, confidence.unwrap_or(CONFIDENCE))
        .map(estimate)
        .map_err(range_error)
}

/// The Poisson interval of a rate: `{value, lower, upper}` per unit of exposure.
#[wasm_bindgen(js_name = rate)]
pub fn js_rate(events: f64, exposure: f64, confidence: Option<f64>) -> Result<JsValue, JsValue> {
    rate::poisson(events, exposure, confidence.unwrap_or(CONFIDENCE))
        .map(estimate)
        .map_err(range_error)
}

/// A proportion beside a benchmark: `{numerator, denominator, benchmark, confidence}` gives
/// `{verdict, value, lower, upper}`.
#[wasm_bindgen(js_name = compare)]
pub fn js_compare(input: &JsValue) -> Result<JsValue, JsValue> {
    let confidence = match member(input, "confidence") {
        value if value.is_undefined() || value.is_null() => CONFIDENCE,
        value => value.as_f64().unwrap_or(f64::NAN),
    };
    let (numerator, denominator) = (number(input, "numerator"), number(input, "denominator"));
    let share = proportion::wilson(numerator, denominator, confidence).map_err(range_error)?;
    let benchmark = number(input, "benchmark");
    if !(0.0..=1.0).contains(&benchmark) {
        let allowed = "a fraction from 0 to 1";
        return Err(range_error(Error::Argument { name: "benchmark", found: benchmark, allowed }));
    }
    let verdict = match Verdict::of(share.lower, share.upper, benchmark) {
        Verdict::Lower => "lower",
        Verdict::Similar => "similar",
        Verdict::Higher => "higher",
    };
    Ok(with_numbers(object(&[("verdict", verdict.into())]), &parts(share)))
}

/// The recent trend of `[{year, numerator, denominator}, …]`: `{verdict, chiSquared}`.
#[wasm_bindgen(js_name = recentTrend)]
pub fn js_recent_trend(years: &Array) -> Result<JsValue, JsValue> {
    let years: Vec<Year> = years
        .iter()
        .map(|year| Year {
            year: number(&year, "year"),
            numerator: number(&year, "numerator"),
            denominator: number(&year, "denominator"),
        })
        .collect();
    let trend = trend::recent(&years).map_err(range_error)?;
    let said = object(&[("verdict", trend.verdict.word().into()), ("chiSquared", JsValue::NULL)]);
    let tested = trend.chi_squared.map(|chi_squared| ("chiSquared", chi_squared));
    Ok(with_numbers(said, tested.as_slice()))
}

/// The control limits of a funnel plot: `{lower95, upper95, lower998, upper998}`, fractions; wider ones
/// with the variance between areas in `options.tau2`.
#[wasm_bindgen(js_name = funnelLimits)]
pub fn js_funnel_limits(
    average: f64,
    denominator: f64,
    options: &JsValue,
) -> Result<JsValue, JsValue> {
    let tau2 = match member(options, "tau2") {
        value if value.is_undefined() || value.is_null() => 0.0,
        value => value.as_f64().unwrap_or(f64::NAN),
    };
    let limits =
        dispersion::widened(Kind::Share, average, denominator, tau2).map_err(range_error)?;
    let members = [
        ("lower95", limits.lower95),
        ("upper95", limits.upper95),
        ("lower998", limits.lower998),
        ("upper998", limits.upper998),
    ];
    Ok(with_numbers(object(&[]), &members))
}
