// SPDX-License-Identifier: EUPL-1.2
//! What the pages of the benchmark show.

use std::fs;

use anyhow::{Context, Result, ensure};
use serde::Serialize;
use serde_json::{Value, json};

use crate::project;
use kansrijke_start::data::dataset::Dataset;
use kansrijke_start::data::jsonstat::JsonStat;
use kansrijke_start::figure::Figure;
use kansrijke_start::request::Request;

/// The number of indicators in the heat map. No source has figures on so many for every
/// municipality, so the figures of one indicator stand in for all, shifted by some rows for each.
const INDICATORS: usize = 20;

/// The period of the ranking and the heat map.
const PERIOD: &str = "2010-2015";

/// What a page shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Scenario {
    /// One region through the years.
    One,
    /// Forty of them.
    Forty,
    /// Every municipality in order, with its interval.
    Ranking,
    /// Every municipality by `INDICATORS`.
    Heatmap,
}

impl Scenario {
    /// Every scenario.
    pub const ALL: [Self; 4] = [Self::One, Self::Forty, Self::Ranking, Self::Heatmap];

    /// Its name in addresses.
    pub fn word(self) -> &'static str {
        match self {
            Self::One => "one",
            Self::Forty => "forty",
            Self::Ranking => "ranking",
            Self::Heatmap => "heatmap",
        }
    }

    /// Its title in the report.
    pub fn title(self) -> &'static str {
        match self {
            Self::One => "one chart",
            Self::Forty => "forty charts",
            Self::Ranking => "a ranking of all municipalities",
            Self::Heatmap => "a heat map of all municipalities by 20 indicators",
        }
    }

    /// The folder with the scripts by which the libraries draw it.
    pub fn folder(self) -> &'static str {
        match self {
            Self::One | Self::Forty => "trend",
            _ => self.word(),
        }
    }

    /// The box of a chart, for the page's style sheet.
    pub fn style(self) -> &'static str {
        match self {
            Self::One | Self::Forty => {
                "main { grid-template-columns: repeat(2, 36rem) } .chart { width: 36rem; height: 20rem }"
            }
            Self::Ranking => ".chart { width: 72rem; height: 30rem }",
            Self::Heatmap => ".chart { width: 72rem; height: 400rem }",
        }
    }

    /// The attributes of the elements that show it.
    fn attributes<'t>(
        self,
        indicator: &'t str,
        regions: &'t [String],
    ) -> Vec<Vec<(&'static str, &'t str)>> {
        let eager = ("loading", "eager");
        let trend =
            |region| vec![eager, ("view", "trend"), ("indicator", indicator), ("region", region)];
        let ranking = [eager, ("view", "ranking"), ("indicator", indicator), ("period", PERIOD)];
        let heatmap = [eager, ("view", "heatmap"), ("src", "/bench/data/")];
        match self {
            Self::One | Self::Forty => self.regions(regions).iter().map(|r| trend(r)).collect(),
            Self::Ranking => vec![ranking.to_vec()],
            Self::Heatmap => vec![heatmap.to_vec()],
        }
    }

    /// The elements that show it, as an editor pastes them.
    pub fn elements(self, indicator: &str, regions: &[String]) -> String {
        let attribute = |(name, value): &(&str, &str)| format!(" {name}=\"{value}\"");
        let all = self.attributes(indicator, regions);
        let element = |given: &Vec<(&'static str, &str)>| {
            let attributes: String = given.iter().map(attribute).collect();
            format!("<kansrijke-start{attributes}></kansrijke-start>")
        };
        all.iter().map(element).collect()
    }

    /// The same elements with the static figure in each, as a site writes them into its pages.
    pub fn static_elements(
        self,
        indicator: &str,
        regions: &[String],
        data: &Value,
    ) -> Result<String> {
        let file = if self == Self::Heatmap { overview(data)? } else { data.clone() };
        let dataset = Dataset::try_from(serde_json::from_value::<JsonStat>(file)?)?;
        let mut written = String::new();
        for given in self.attributes(indicator, regions) {
            let attribute = |name: &str| {
                let found = given.iter().find(|(known, _)| *known == name);
                found.map(|(_, value)| (*value).to_owned())
            };
            let request = Request::parse(attribute, "nl", self.width())?;
            let figure = Figure::new(&dataset, &request)?;
            written += &figure.in_element(given).to_html();
        }
        Ok(written)
    }

    /// The width of the box of a chart, in pixels.
    fn width(self) -> u32 {
        match self {
            Self::One | Self::Forty => 576,
            Self::Ranking | Self::Heatmap => 1152,
        }
    }

    /// The attributes from which the libraries' scripts read what to draw.
    pub fn dataset(self, indicator: &str, regions: &[String]) -> String {
        let regions = self.regions(regions).join(" ");
        format!(
            "data-indicator=\"{indicator}\" data-period=\"{PERIOD}\" data-regions=\"{regions}\""
        )
    }

    fn regions(self, all: &[String]) -> &[String] {
        let count = if self == Self::Forty { 40 } else { 1 };
        all.get(..count).unwrap_or(all)
    }
}

/// The built file of an indicator.
pub fn figures(indicator: &str) -> Result<Value> {
    let file = project::pkg().join(format!("data/indicator/{indicator}.json"));
    let text = fs::read_to_string(&file).with_context(|| format!("no {}", file.display()))?;
    let data: Value = serde_json::from_str(&text)?;
    ensure!(
        data.get("id") == Some(&json!(["indicator", "measure", "region", "period"])),
        "other dimensions"
    );
    Ok(data)
}

/// The categories of a dimension.
pub fn codes(data: &Value, dimension: &str) -> Vec<String> {
    let index = data.pointer(&format!("/dimension/{dimension}/category/index"));
    let index = index.and_then(Value::as_array).into_iter().flatten();
    index.filter_map(|code| code.as_str().map(str::to_owned)).collect()
}

/// The number in a cell; `value` is a list, or an object with the cells that have one.
pub fn number(data: &Value, cell: usize) -> Option<f64> {
    let values = data.get("value")?;
    values.get(cell).or_else(|| values.get(cell.to_string())).and_then(Value::as_f64)
}

/// A file of `INDICATORS` indicators, made of one, for the heat map.
pub fn overview(data: &Value) -> Result<Value> {
    let (measures, regions, periods) =
        (codes(data, "measure"), codes(data, "region"), codes(data, "period"));
    let period = periods.iter().position(|code| code == PERIOD).context("no such period")?;
    let ids: Vec<String> = (1..=INDICATORS).map(|n| format!("proef-{n}")).collect();
    let moving: Vec<usize> = (0..regions.len())
        .filter(|at| regions.get(*at).is_some_and(|r| r.starts_with("GM")))
        .collect();
    let mut values = Vec::new();
    let mut status = serde_json::Map::new();
    for nth in 0..INDICATORS {
        for measure in 0..measures.len() {
            for region in 0..regions.len() {
                let own = moving.iter().position(|at| *at == region);
                let from = own.and_then(|at| moving.get((at + nth * 17) % moving.len()));
                let from = from.copied().unwrap_or(region);
                let cell = (measure * regions.len() + from) * periods.len() + period;
                if let Some(word) = data.pointer(&format!("/status/{cell}")) {
                    status.insert(values.len().to_string(), word.clone());
                }
                values.push(number(data, cell));
            }
        }
    }
    let mut out = data.clone();
    let definition = data.pointer("/extension/definitions/0").context("no definition")?;
    let definitions = ids.iter().map(|id| {
        let mut definition = definition.clone();
        put(&mut definition, "/id", json!(id));
        definition
    });
    put(&mut out, "/extension/definitions", definitions.collect());
    put(&mut out, "/extension/cells", json!({}));
    put(&mut out, "/dimension/indicator/category", json!({"index": ids}));
    put(&mut out, "/dimension/period/category", json!({"index": [PERIOD]}));
    put(&mut out, "/size", json!([INDICATORS, measures.len(), regions.len(), 1]));
    put(&mut out, "/value", json!(values));
    put(&mut out, "/status", Value::Object(status));
    Ok(out)
}

/// Replaces the value at a pointer, if there is one.
fn put(value: &mut Value, pointer: &str, new: Value) {
    if let Some(old) = value.pointer_mut(pointer) {
        *old = new;
    }
}
