// SPDX-License-Identifier: EUPL-1.2
//! The element's attributes as options.

use crate::error::Error;
use crate::request::{Language, Request};
use clap::Args;

/// The attributes as they were given.
#[derive(Clone, Debug, Args)]
pub(super) struct Attributes {
    /// The indicator's id, such as big2.
    #[arg(long)]
    indicator: Option<String>,
    /// A CBS code, or a name.
    #[arg(long)]
    region: Option<String>,
    /// Codes of the regions beside it; the first is the benchmark.
    #[arg(long)]
    compare: Option<String>,
    /// number, trend, compare, table, ranking, funnel, profile, heatmap or map.
    #[arg(long)]
    view: Option<String>,
    /// The area whose regions are set beside each other: a code, a name, or similar.
    #[arg(long)]
    within: Option<String>,
    /// The indicator that puts the rows of a heat map in order.
    #[arg(long)]
    sort: Option<String>,
    /// 2015, 2010-2015 or 2022-07.
    #[arg(long)]
    period: Option<String>,
    /// nl or en.
    #[arg(long)]
    lang: Option<String>,
    /// 1 to 6.
    #[arg(long)]
    heading_level: Option<String>,
    /// auto, light or dark.
    #[arg(long)]
    theme: Option<String>,
    /// closed, open or none.
    #[arg(long)]
    details: Option<String>,
    /// lazy or eager.
    #[arg(long)]
    loading: Option<String>,
}

/// The names, in the order in which they are written.
const NAMES: [&str; 12] = [
    "indicator",
    "region",
    "compare",
    "view",
    "within",
    "sort",
    "period",
    "lang",
    "heading-level",
    "theme",
    "details",
    "loading",
];

impl Attributes {
    /// What stands at a name.
    pub(super) fn get(&self, name: &str) -> Option<&str> {
        let value = match name {
            "indicator" => &self.indicator,
            "region" => &self.region,
            "compare" => &self.compare,
            "view" => &self.view,
            "within" => &self.within,
            "sort" => &self.sort,
            "period" => &self.period,
            "lang" => &self.lang,
            "heading-level" => &self.heading_level,
            "theme" => &self.theme,
            "details" => &self.details,
            "loading" => &self.loading,
            _ => &None,
        };
        value.as_deref()
    }

    /// Names and values of those that were given.
    pub(super) fn given(&self) -> impl Iterator<Item = (&'static str, &str)> {
        NAMES.into_iter().filter_map(|name| Some((name, self.get(name)?)))
    }

    /// The same, for another indicator.
    pub(super) fn with_indicator(&self, id: &str) -> Self {
        Self { indicator: Some(id.to_string()), ..self.clone() }
    }

    /// The same, for another region.
    pub(super) fn with_region(&self, code: &str) -> Self {
        Self { region: Some(code.to_string()), ..self.clone() }
    }

    /// The language of what is said about them.
    pub(super) fn language(&self) -> Language {
        self.get("lang").and_then(Language::parse).unwrap_or_default()
    }

    /// What they ask for.
    ///
    /// # Errors
    /// As [`Request::parse`].
    pub(super) fn request(&self, width: u32) -> Result<Request, Error> {
        Request::parse(|name| self.get(name).map(str::to_string), "nl", width)
    }
}
