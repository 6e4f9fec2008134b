// SPDX-License-Identifier: EUPL-1.2
//! The shipped figures, read and judged apart from the library.

use crate::common;
use serde_json::Value;

/// The normal quantile of 95 %.
const Z: f64 = 1.959963984540054;

/// How a region stands; the words are those that a visitor reads.
pub const STANDINGS: [&str; 8] = [
    "gunstiger",
    "ongunstiger",
    "lager",
    "hoger",
    "niet te onderscheiden",
    "niet vergeleken",
    "te weinig kinderen om te tonen",
    "geen cijfer",
];

pub struct Figures {
    file: Value,
    pub indicators: Vec<String>,
    pub regions: Vec<String>,
    measures: Vec<String>,
    periods: usize,
}

fn codes(file: &Value, dimension: &str) -> Vec<String> {
    let index = file["dimension"][dimension]["category"]["index"].as_array().unwrap();
    index.iter().map(|code| code.as_str().unwrap().to_string()).collect()
}

impl Figures {
    pub fn shipped() -> Self {
        let text = std::fs::read_to_string(common::figures().join("overview.json")).unwrap();
        let file: Value = serde_json::from_str(&text).unwrap();
        Self {
            indicators: codes(&file, "indicator"),
            regions: codes(&file, "region"),
            measures: codes(&file, "measure"),
            periods: codes(&file, "period").len(),
            file,
        }
    }

    pub fn definition(&self, indicator: usize) -> &Value {
        &self.file["extension"]["definitions"][indicator]
    }

    pub fn name(&self, indicator: usize) -> &str {
        self.definition(indicator)["name"]["nl"].as_str().unwrap()
    }

    pub fn label(&self, region: usize) -> &str {
        let labels = &self.file["dimension"]["region"]["category"]["label"];
        labels[&self.regions[region]].as_str().unwrap()
    }

    pub fn municipalities(&self) -> impl Iterator<Item = usize> {
        (0..self.regions.len()).filter(|at| self.regions[*at].starts_with("GM"))
    }

    pub fn benchmark(&self) -> usize {
        self.regions.iter().position(|code| code == "NL01").unwrap()
    }

    fn cell(&self, indicator: usize, measure: &str, region: usize, period: usize) -> Option<usize> {
        let measure = self.measures.iter().position(|m| m == measure)?;
        let at = indicator * self.measures.len() + measure;
        Some((at * self.regions.len() + region) * self.periods + period)
    }

    fn number(&self, indicator: usize, measure: &str, region: usize) -> Option<f64> {
        (0..self.periods).find_map(|period| {
            let cell = self.cell(indicator, measure, region, period)?;
            let values = &self.file["value"];
            values.get(cell).or_else(|| values.get(cell.to_string()))?.as_f64()
        })
    }

    fn status(&self, indicator: usize, region: usize) -> Option<&str> {
        (0..self.periods).find_map(|period| {
            let cell = self.cell(indicator, &self.measures[0], region, period)?;
            self.file["status"].get(cell.to_string())?.as_str()
        })
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
        match self.definition(indicator)["kind"].as_str()? {
            "share" => {
                let middle = 2.0 * x + Z * Z;
                let half = Z * (Z * Z + 4.0 * x * (1.0 - x / n)).sqrt();
                let limit = |sum: f64| 100.0 * sum / (2.0 * (n + Z * Z));
                Some((limit(middle - half), limit(middle + half)))
            }
            "rate" => {
                assert!(x >= 10.0, "Byar's approximation is for 10 and more");
                let y = x + 1.0;
                let lower = x * (1.0 - 1.0 / (9.0 * x) - Z / (3.0 * x.sqrt())).powi(3);
                let upper = y * (1.0 - 1.0 / (9.0 * y) + Z / (3.0 * y.sqrt())).powi(3);
                Some((1000.0 * lower / n, 1000.0 * upper / n))
            }
            _ => None,
        }
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
        let all = 0..self.indicators.len();
        all.filter(|i| regions.iter().any(|region| says(*i, *region))).collect()
    }
}
