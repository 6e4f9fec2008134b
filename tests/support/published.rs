// SPDX-License-Identifier: EUPL-1.2
//! The shipped files as anybody may read them, without the library: what tests compute from them
//! is computed apart.

use super::figures;
use serde_json::Value;

/// A published file.
pub struct Published {
    pub file: Value,
    pub indicators: Vec<String>,
    pub measures: Vec<String>,
    pub regions: Vec<String>,
    pub periods: Vec<String>,
}

impl Published {
    /// The file of an indicator, or that of all of them for an empty id.
    pub fn read(indicator: &str) -> Self {
        let path = match indicator {
            "" => figures().join("overview.json"),
            id => figures().join(format!("indicator/{id}.json")),
        };
        let file: Value = serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap();
        let codes = |dimension: &str| -> Vec<String> {
            let index = file.pointer(&format!("/dimension/{dimension}/category/index")).unwrap();
            serde_json::from_value(index.clone()).unwrap()
        };
        let (indicators, measures) = (codes("indicator"), codes("measure"));
        // Each of many indicators has its one period, whichever that is.
        let is_one_of_each = file.pointer("/extension/periods").is_some();
        let periods = if is_one_of_each { vec![String::new()] } else { codes("period") };
        let regions = codes("region");
        Self { indicators, measures, regions, periods, file }
    }

    /// The place of a region, by its code.
    pub fn region(&self, code: &str) -> usize {
        self.regions.iter().position(|region| region == code).unwrap()
    }

    /// The place of a period, where the file has it.
    pub fn period(&self, code: &str) -> Option<usize> {
        self.periods.iter().position(|period| period == code)
    }

    fn cell(&self, indicator: usize, measure: &str, region: usize, period: usize) -> Option<usize> {
        let measure = self.measures.iter().position(|m| m == measure)?;
        let at = indicator * self.measures.len() + measure;
        Some((at * self.regions.len() + region) * self.periods.len() + period)
    }

    /// What stands at a cell of `value` or `status`: a list of all, or the few that there are by
    /// their places.
    fn at(&self, member: &str, cell: usize) -> Option<&Value> {
        let member = self.file.get(member)?;
        member.get(cell).or_else(|| member.get(cell.to_string()))
    }

    /// The number of a measure.
    pub fn number(
        &self,
        indicator: usize,
        measure: &str,
        region: usize,
        period: usize,
    ) -> Option<f64> {
        self.at("value", self.cell(indicator, measure, region, period)?)?.as_f64()
    }

    /// Numerator and denominator, where both are there.
    pub fn counts(&self, indicator: usize, region: usize, period: usize) -> Option<(f64, f64)> {
        let number = |measure| self.number(indicator, measure, region, period);
        Some((number("numerator")?, number("denominator")?))
    }

    /// The status of an indicator in a region and period, which stands at its first measure.
    pub fn status(&self, indicator: usize, region: usize, period: usize) -> Option<&str> {
        let measure = self.measures.first()?;
        self.at("status", self.cell(indicator, measure, region, period)?)?.as_str()
    }
}
