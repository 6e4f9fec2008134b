// SPDX-License-Identifier: EUPL-1.2
//! The element's attributes as options.

use super::advice::Asked;
use crate::error::Error;
use crate::request::{Request, SHOWN};
use clap::Args;

/// The attributes as they were given.
#[derive(Clone, Debug, Args)]
pub(super) struct Attributes {
    #[arg(long)]
    indicator: Option<String>,
    #[arg(long)]
    region: Option<String>,
    #[arg(long)]
    compare: Option<String>,
    #[arg(long)]
    view: Option<String>,
    #[arg(long)]
    within: Option<String>,
    #[arg(long)]
    map: Option<String>,
    #[arg(long)]
    sort: Option<String>,
    #[arg(long)]
    period: Option<String>,
    #[arg(long)]
    edition: Option<String>,
    #[arg(skip)]
    pub(super) lang: Option<String>,
    #[arg(long)]
    heading: Option<String>,
    #[arg(long)]
    heading_level: Option<String>,
    #[arg(long)]
    theme: Option<String>,
    #[arg(long)]
    details: Option<String>,
    #[arg(long)]
    loading: Option<String>,
    #[arg(long)]
    annotation: Vec<String>,
}

impl Attributes {
    /// What stands at a name.
    pub(super) fn get(&self, name: &str) -> Option<&str> {
        let value = match name {
            "indicator" => &self.indicator,
            "region" => &self.region,
            "compare" => &self.compare,
            "view" => &self.view,
            "within" => &self.within,
            "map" => &self.map,
            "sort" => &self.sort,
            "period" => &self.period,
            "edition" => &self.edition,
            "lang" => &self.lang,
            "heading" => &self.heading,
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
        SHOWN.into_iter().filter_map(|name| Some((name, self.get(name)?)))
    }

    /// The same by their names.
    pub(super) fn asked(&self) -> Asked {
        self.given().map(|(name, value)| (name, value.to_string())).collect()
    }

    /// The same with these values.
    pub(super) fn with(&self, asked: &Asked) -> Self {
        let value = |name| asked.get(name).cloned();
        Self {
            indicator: value("indicator"),
            region: value("region"),
            compare: value("compare"),
            view: value("view"),
            within: value("within"),
            map: value("map"),
            sort: value("sort"),
            period: value("period"),
            edition: value("edition"),
            lang: value("lang"),
            heading: value("heading"),
            heading_level: value("heading-level"),
            theme: value("theme"),
            details: value("details"),
            loading: value("loading"),
            annotation: self.annotation.clone(),
        }
    }

    /// The same, for another indicator.
    pub(super) fn with_indicator(&self, id: &str) -> Self {
        Self { indicator: Some(id.to_string()), ..self.clone() }
    }

    /// The same, for another region.
    pub(super) fn with_region(&self, code: &str) -> Self {
        Self { region: Some(code.to_string()), ..self.clone() }
    }

    /// What they ask for.
    ///
    /// # Errors
    /// As [`Request::parse`].
    pub(super) fn request(&self, width: u32) -> Result<Request, Error> {
        let annotations = || Some(self.annotation.join("\n")).filter(|list| !list.is_empty());
        let given = |name: &str| match name {
            "annotations" => annotations(),
            name => self.get(name).map(str::to_string),
        };
        Request::parse(given, "nl", width)
    }
}
