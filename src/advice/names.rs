// SPDX-License-Identifier: EUPL-1.2
//! The names by which figures are asked for: the file `names.json` of a data folder, which is
//! fetched when a name was not found.

use crate::data::dataset::Dataset;
use crate::indicator::region::Kind;
use crate::json::Value;
use serde::Serialize;

/// A region by its code and its name.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
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

/// What became of a municipality that went on under another name.
pub const RENAME: &str = "rename";

/// A municipality that is no more.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Former {
    /// The code that it had.
    pub code: String,
    /// Its name.
    pub name: String,
    /// The year in which it ended.
    pub year: i32,
    /// `rename` of one that went on by itself, under another name and code.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub kind: Option<&'static str>,
    /// The codes of what it became a part of, which may be no more as well.
    pub into: Vec<String>,
}

/// An indicator by its id and its names.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
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
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
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

    /// Reads the file. What is not in it is left out: it says more about a failure, and no chart
    /// depends on it.
    pub fn read(file: &Value) -> Self {
        let named = |value: &Value| Named { code: text(value, "code"), name: text(value, "name") };
        Self {
            source: text(file, "source"),
            regions: list(file, "regions", &named),
            aliases: list(file, "aliases", &named),
            former: list(file, "former", &|value| Former {
                code: text(value, "code"),
                name: text(value, "name"),
                year: value.get("year").number().unwrap_or_default() as i32,
                kind: value.get("kind").text().map(|_| RENAME),
                into: list(value, "into", &own),
            }),
            indicators: list(file, "indicators", &|value| Subject {
                id: text(value, "id"),
                nl: text(value, "nl"),
                en: text(value, "en"),
                regions: list(value, "regions", &own),
            }),
        }
    }

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

fn own(value: &Value) -> String {
    value.text().unwrap_or_default().to_string()
}

fn text(value: &Value, name: &str) -> String {
    own(value.get(name))
}

fn list<T>(value: &Value, name: &str, read: &dyn Fn(&Value) -> T) -> Vec<T> {
    value.get(name).items().iter().map(read).collect()
}

/// The places in a list, in the order of what stands with them. One for all lists, and not the
/// library's own, which comes anew for each sort of them.
pub(super) fn ordered(mut places: Vec<(usize, usize)>) -> impl Iterator<Item = (usize, usize)> {
    std::iter::from_fn(move || {
        let mut least: Option<usize> = None;
        for (at, place) in places.iter().enumerate() {
            if least.and_then(|least| places.get(least)).is_none_or(|other| place < other) {
                least = Some(at);
            }
        }
        least.map(|at| places.remove(at))
    })
}
