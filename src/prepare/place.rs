// SPDX-License-Identifier: EUPL-1.2
//! The places of the chosen division: country, provinces, health regions, municipalities.

use super::problem::Problem;
use super::table::Table;
use crate::indicator::region::{COUNTRY, Kind};
use std::collections::BTreeMap;
use std::path::Path;

/// One place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// Its code.
    pub code: String,
    /// The name for readers.
    pub name: String,
    /// The codes of the groups that it lies in: of a municipality the health region and the
    /// province.
    pub parents: Vec<String>,
}

impl Place {
    /// What sort of place it is.
    pub fn kind(&self) -> Kind {
        Kind::of(&self.code)
    }
}

/// All places, in the order of the published files.
#[derive(Clone, Debug, Default)]
pub struct Places {
    all: Vec<Place>,
    by_code: BTreeMap<String, usize>,
    /// Other names, each of exactly one place.
    pub aliases: BTreeMap<String, String>,
}

impl Places {
    /// Reads `regions.csv` and `aliases.csv` of a folder.
    ///
    /// # Errors
    /// A code twice, a parent or an alias of a place that does not exist, no country.
    pub fn read(folder: &Path) -> Result<Self, Vec<Problem>> {
        let table = Table::read(&folder.join("regions.csv"), &["code", "name", "ggd", "province"])?;
        let mut all = Vec::new();
        let mut problems = Vec::new();
        for row in table.rows() {
            let parents = [row.text("ggd"), row.text("province")];
            let code = row.text("code").to_string();
            if all.iter().any(|p: &Place| p.code == code) {
                problems.push(row.problem("code", "elke code eenmaal"));
            }
            all.push(Place {
                code,
                name: row.text("name").into(),
                parents: parents
                    .iter()
                    .filter(|p| !p.is_empty())
                    .map(ToString::to_string)
                    .collect(),
            });
        }
        let codes: Vec<String> = all.iter().map(|p| p.code.clone()).collect();
        for (row, place) in table.rows().zip(&all) {
            if place.parents.iter().any(|p| !codes.contains(p)) {
                problems.push(row.problem("ggd", "een code die zelf in de tabel staat"));
            }
        }
        if !codes.iter().any(|c| c == COUNTRY) {
            problems.push(Problem::file(&table.file, "geen land", COUNTRY));
        }
        let named = Table::read(&folder.join("aliases.csv"), &["alias", "code"])?;
        let mut aliases: BTreeMap<String, Vec<String>> = BTreeMap::new();
        for row in named.rows() {
            let code = row.text("code");
            if !codes.iter().any(|c| c == code) {
                problems.push(row.problem("code", "een code uit regions.csv"));
            }
            aliases.entry(row.text("alias").into()).or_default().push(code.into());
        }
        if !problems.is_empty() {
            return Err(problems);
        }
        // A name of two places finds neither: "Bergen" lies in Noord-Holland and in Limburg.
        let aliases = aliases
            .into_iter()
            .filter_map(|(alias, mut codes)| {
                Some((alias, codes.pop()?)).filter(|_| codes.is_empty())
            })
            .collect();
        Ok(Self::new(all, aliases))
    }

    /// The places in the order of the published files.
    pub fn new(mut all: Vec<Place>, aliases: BTreeMap<String, String>) -> Self {
        all.sort_by_key(|p| {
            let order = match p.kind() {
                Kind::Country => 0,
                Kind::Province => 1,
                Kind::HealthRegion => 2,
                Kind::Group => 3,
                Kind::Municipality => 4,
            };
            (order, p.code.clone())
        });
        let by_code = all.iter().enumerate().map(|(i, p)| (p.code.clone(), i)).collect();
        Self { all, by_code, aliases }
    }

    /// Every place.
    pub fn iter(&self) -> impl Iterator<Item = &Place> {
        self.all.iter()
    }

    /// How many places there are.
    pub fn count(&self, kind: Kind) -> usize {
        self.iter().filter(|p| p.kind() == kind).count()
    }

    /// The place of a code.
    pub fn get(&self, code: &str) -> Option<&Place> {
        self.all.get(*self.by_code.get(code)?)
    }

    /// The municipalities that lie in a group.
    pub fn members<'a>(&'a self, group: &'a str) -> impl Iterator<Item = &'a Place> {
        self.iter().filter(move |p| {
            p.kind() == Kind::Municipality
                && (group == COUNTRY || p.parents.iter().any(|parent| parent == group))
        })
    }

    /// The groups that a place lies in wholly: of a municipality its parents, of a health
    /// region the province of all its municipalities.
    pub fn parents(&self, place: &Place) -> Vec<String> {
        if place.kind() != Kind::HealthRegion {
            return place.parents.clone();
        }
        let mut above = self.members(&place.code).map(|m| {
            let province = m.parents.iter().find(|p| Kind::of(p) == Kind::Province);
            province.cloned()
        });
        let first = above.next().flatten();
        first.filter(|f| above.all(|p| p.as_ref() == Some(f))).into_iter().collect()
    }
}
