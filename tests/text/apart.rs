// SPDX-License-Identifier: EUPL-1.2
//! Intervals and assessments of the published counts, computed apart from the library by formulas
//! written otherwise.

use crate::support::published::Published;
use serde_json::Value;

/// The normal quantile of 95 %.
pub const Z: f64 = 1.959_963_984_540_054;

/// A numerator and a denominator.
pub type Counts = (f64, f64);

/// Wilson's interval of a share.
pub fn wilson((x, n): Counts) -> (f64, f64) {
    let middle = 2.0 * x + Z * Z;
    let half = Z * (Z * Z + 4.0 * x * (1.0 - x / n)).sqrt();
    let limit = |sum: f64| sum / (2.0 * (n + Z * Z));
    (limit(middle - half), limit(middle + half))
}

/// Byar's interval of a rate.
pub fn byar((x, n): Counts) -> (f64, f64) {
    assert!(x >= 10.0, "Byar's approximation is for 10 and more");
    let cube = |x: f64, z: f64| x * (1.0 - 1.0 / (9.0 * x) + z / (3.0 * x.sqrt())).powi(3) / n;
    (cube(x, -Z), cube(x + 1.0, Z))
}

/// How a region stands; the words are those that a visitor reads.
pub const STANDINGS: [&str; 8] = [
    "gunstiger",
    "ongunstiger",
    "lager",
    "hoger",
    "geen duidelijk verschil",
    "niet vergeleken",
    "te weinig kinderen om te tonen",
    "geen cijfer",
];

/// The file of all indicators.
pub struct Figures(pub Published);

impl Figures {
    pub fn shipped() -> Self {
        Self(Published::read(""))
    }

    pub fn definition(&self, indicator: usize) -> &Value {
        &self.0.file["extension"]["definitions"][indicator]
    }

    pub fn name(&self, indicator: usize) -> &str {
        self.definition(indicator)["name"]["nl"].as_str().unwrap()
    }

    pub fn label(&self, region: usize) -> &str {
        let labels = &self.0.file["dimension"]["region"]["category"]["label"];
        labels[&self.0.regions[region]].as_str().unwrap()
    }

    pub fn municipalities(&self) -> impl Iterator<Item = usize> {
        (0..self.0.regions.len()).filter(|at| self.0.regions[*at].starts_with("GM"))
    }

    pub fn benchmark(&self) -> usize {
        self.0.region("NL01")
    }

    /// The number in the one period that an indicator has there.
    fn number(&self, indicator: usize, measure: &str, region: usize) -> Option<f64> {
        let mut periods = 0..self.0.periods.len();
        periods.find_map(|period| self.0.number(indicator, measure, region, period))
    }

    fn status(&self, indicator: usize, region: usize) -> Option<&str> {
        let mut periods = 0..self.0.periods.len();
        periods.find_map(|period| self.0.status(indicator, region, period))
    }

    /// The value, in the unit shown.
    pub fn value(&self, indicator: usize, region: usize) -> Option<f64> {
        let x = self.number(indicator, "numerator", region);
        let n = self.number(indicator, "denominator", region);
        let share = match (self.definition(indicator)["kind"].as_str().unwrap(), x, n) {
            ("share" | "presence", Some(x), Some(n)) => Some(100.0 * x / n),
            ("rate", Some(x), Some(n)) => Some(1000.0 * x / n),
            ("count", x, _) => x,
            _ => None,
        };
        self.number(indicator, "value", region).or(share)
    }

    /// The 95 % interval by the formulas of the methods, in the unit shown.
    fn interval(&self, indicator: usize, region: usize) -> Option<(f64, f64)> {
        let x = self.number(indicator, "numerator", region)?;
        let n = self.number(indicator, "denominator", region)?;
        let (factor, (lower, upper)) = match self.definition(indicator)["kind"].as_str()? {
            "share" => (100.0, wilson((x, n))),
            "rate" => (1000.0, byar((x, n))),
            _ => return None,
        };
        Some((factor * lower, factor * upper))
    }

    /// How a region stands beside the country.
    pub fn standing(&self, indicator: usize, region: usize) -> &'static str {
        match self.status(indicator, region) {
            Some("withheld") => return STANDINGS[6],
            Some(status) if status != "provisional" => return STANDINGS[7],
            _ => {}
        }
        if self.value(indicator, region).is_none()
            && self.number(indicator, "answer", region).is_none()
        {
            return STANDINGS[7];
        }
        let (Some((lower, upper)), Some(benchmark)) =
            (self.interval(indicator, region), self.value(indicator, self.benchmark()))
        else {
            return STANDINGS[5];
        };
        let is_lower = upper < benchmark;
        if !is_lower && lower <= benchmark {
            return STANDINGS[4];
        }
        match (self.definition(indicator)["direction"].as_str().unwrap(), is_lower) {
            ("lower", true) | ("higher", false) => STANDINGS[0],
            ("lower", false) | ("higher", true) => STANDINGS[1],
            (_, true) => STANDINGS[2],
            (_, false) => STANDINGS[3],
        }
    }

    /// The indicators of which any of `regions` has a figure.
    pub fn with_figures(&self, regions: &[usize]) -> Vec<usize> {
        let says = |indicator: usize, region: usize| {
            self.value(indicator, region).is_some()
                || self.number(indicator, "answer", region).is_some()
        };
        let all = 0..self.0.indicators.len();
        all.filter(|i| regions.iter().any(|region| says(*i, *region))).collect()
    }
}
