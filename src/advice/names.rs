// SPDX-License-Identifier: EUPL-1.2
//! The names by which figures are asked for: the file `names.json` of a data folder, which is
//! fetched when a name was not found.

use crate::data::dataset::Dataset;
use crate::indicator::region::Kind;
use serde::{Deserialize, Serialize};

/// A region by its code and its name.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Named {
    /// Its code.
    pub code: String,
    /// Its name, or another one that it has.
    pub name: String,
}

impl Named {
    /// What sort of region it is.
    pub fn kind(&self) -> Kind {
        Kind::of(&self.code)
    }
}

/// A municipality that is no more.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Former {
    /// The code that it had.
    pub code: String,
    /// Its name.
    pub name: String,
    /// The year in which it ended.
    pub year: i32,
    /// Whether it went on under another name and code, with nobody else.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub renamed: bool,
    /// The codes of what it became a part of, which may be no more as well.
    pub into: Vec<String>,
}

/// An indicator by its id and its names.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Subject {
    /// Its id.
    pub id: String,
    /// Its name in Dutch.
    pub nl: String,
    /// Its name in English.
    pub en: String,
    /// The sorts of regions that have a number, as the first letters of their codes.
    pub regions: Vec<String>,
}

/// All of them.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Names {
    /// Who says which municipalities are no more.
    pub source: String,
    /// The regions, in the order of the files.
    pub regions: Vec<Named>,
    /// Other names of regions; one of several regions stands there once for each.
    pub aliases: Vec<Named>,
    /// The municipalities that are no more.
    pub former: Vec<Former>,
    /// The indicators, in the order of the catalogue.
    pub indicators: Vec<Subject>,
}

impl Names {
    /// The name of the file.
    pub const FILE: &'static str = "names.json";

    /// With the regions and indicators of a file of figures where there are none: a folder of an
    /// earlier version has no names, and figures of a page's own have no folder.
    #[must_use]
    pub fn or_of(mut self, dataset: &Dataset) -> Self {
        if self.regions.is_empty() {
            let named = |code: &str, name: &str| Named { code: code.into(), name: name.into() };
            self.regions = dataset.regions.iter().map(|r| named(&r.code, &r.name)).collect();
            self.aliases = dataset.aliases().map(|(alias, code)| named(code, alias)).collect();
        }
        self
    }

    /// A region by its code.
    pub fn region(&self, code: &str) -> Option<&Named> {
        self.regions.iter().find(|region| region.code == code)
    }

    /// Whether a region is found as it stands, without any of what is done here.
    pub fn is_exact(&self, text: &str) -> bool {
        let text = text.trim();
        let fits = |other: &str| other.eq_ignore_ascii_case(text);
        let mut aliases = self.aliases.iter().filter(|alias| fits(&alias.name));
        let is_alias = aliases.next().is_some() && aliases.next().is_none();
        is_alias || self.regions.iter().any(|region| fits(&region.code) || fits(&region.name))
    }

    /// An indicator by its id.
    pub fn indicator(&self, id: &str) -> Option<&Subject> {
        self.indicators.iter().find(|subject| subject.id == id)
    }
}
