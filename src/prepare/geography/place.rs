// SPDX-License-Identifier: EUPL-1.2
//! The places of a reference year: country, provinces, COROP regions, health regions, groups,
//! municipalities.

use crate::indicator::region::{COUNTRY, Kind};
use crate::prepare::message::{Expected, Found};
use crate::prepare::problem::Problem;
use crate::prepare::recipe::Group;
use crate::prepare::table::Table;
use std::collections::BTreeMap;

/// One place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// Its code.
    pub code: String,
    /// The name for readers.
    pub name: String,
    /// Of a municipality its health region, its COROP region and its province.
    pub parents: Vec<String>,
    /// Of a municipality the groups of the recipe that it lies in.
    pub groups: Vec<String>,
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
    /// Other names, with the codes of all that bear them.
    pub aliases: BTreeMap<String, Vec<String>>,
}

impl Places {
    /// Reads `regions.csv` and `aliases.csv`.
    ///
    /// # Errors
    /// A code twice, a parent or an alias of a place that does not exist, no country.
    pub fn parse(regions: &[u8], aliases: &[u8]) -> Result<Self, Vec<Problem>> {
        let table =
            Table::parse("regions.csv", regions, &["code", "name", "ggd", "corop", "province"])?;
        let mut all = Vec::new();
        let mut problems = Vec::new();
        for row in table.rows() {
            let parents = [row.text("ggd"), row.text("corop"), row.text("province")];
            let code = row.text("code").to_string();
            if all.iter().any(|p: &Place| p.code == code) {
                problems.push(row.problem("code", Expected::CodeOnce));
            }
            let parents = parents.iter().filter(|p| !p.is_empty());
            all.push(Place {
                code,
                name: row.text("name").into(),
                parents: parents.map(ToString::to_string).collect(),
                groups: Vec::new(),
            });
        }
        let codes: Vec<String> = all.iter().map(|p| p.code.clone()).collect();
        for (row, place) in table.rows().zip(&all) {
            if place.parents.iter().any(|p| !codes.contains(p)) {
                problems.push(row.problem("ggd", Expected::CodeOfTable));
            }
        }
        if !codes.iter().any(|c| c == COUNTRY) {
            problems.push(Problem::file(
                &table.file,
                Found::NoCountry,
                Expected::Verbatim(COUNTRY.into()),
            ));
        }
        let named = Table::parse("aliases.csv", aliases, &["alias", "code"])?;
        let mut aliases: BTreeMap<String, Vec<String>> = BTreeMap::new();
        for row in named.rows() {
            let code = row.text("code");
            if !codes.iter().any(|c| c == code) {
                problems.push(row.problem("code", Expected::CodeOfRegions));
            }
            aliases.entry(row.text("alias").into()).or_default().push(code.into());
        }
        if problems.is_empty() { Ok(Self::new(all, aliases)) } else { Err(problems) }
    }

    /// The places in the order of the published files.
    pub fn new(mut all: Vec<Place>, aliases: BTreeMap<String, Vec<String>>) -> Self {
        all.sort_by_key(|p| {
            let order = match p.kind() {
                Kind::Country => 0,
                Kind::Province => 1,
                Kind::Corop => 2,
                Kind::HealthRegion => 3,
                Kind::Group => 4,
                Kind::Municipality => 5,
            };
            (order, p.code.clone())
        });
        let by_code = all.iter().enumerate().map(|(i, p)| (p.code.clone(), i)).collect();
        Self { all, by_code, aliases }
    }

    /// With the groups of a recipe.
    ///
    /// # Errors
    /// A group under a code that is taken or that CBS could give, a member that is no
    /// municipality, a group of fewer than two.
    pub fn with_groups(mut self, groups: &[Group], file: &str) -> Result<Self, Vec<Problem>> {
        let mut problems = Vec::new();
        for group in groups {
            let plain = |c: char| c.is_ascii_alphanumeric() || c == '-';
            let usual = Kind::of(&group.code) != Kind::Group || self.get(&group.code).is_some();
            if usual || group.code.is_empty() || !group.code.chars().all(plain) {
                let found = Found::Group(group.code.clone());
                problems.push(Problem::file(file, found, Expected::GroupCode));
            }
            if group.members.len() < 2 {
                let found = Found::SmallGroup(group.code.clone(), group.members.len());
                problems.push(Problem::file(file, found, Expected::TwoMunicipalities));
            }
            for code in &group.members {
                match self.all.iter_mut().find(|p| p.code == *code) {
                    Some(place) if place.kind() == Kind::Municipality => {
                        place.groups.push(group.code.clone());
                    }
                    _ => {
                        let found = Found::GroupMember(group.code.clone(), code.clone());
                        problems.push(Problem::file(file, found, Expected::MunicipalityCode));
                    }
                }
            }
        }
        let added = groups.iter().map(|g| Place {
            code: g.code.clone(),
            name: g.name.clone(),
            parents: Vec::new(),
            groups: Vec::new(),
        });
        let all = self.all.into_iter().chain(added).collect();
        if problems.is_empty() { Ok(Self::new(all, self.aliases)) } else { Err(problems) }
    }

    /// Every place.
    pub fn iter(&self) -> impl Iterator<Item = &Place> {
        self.all.iter()
    }

    /// The place of a code.
    pub fn get(&self, code: &str) -> Option<&Place> {
        self.all.get(*self.by_code.get(code)?)
    }

    /// The municipalities that lie in a group.
    pub fn members<'a>(&'a self, group: &'a str) -> impl Iterator<Item = &'a Place> {
        self.iter().filter(move |p| {
            let mut above = p.parents.iter().chain(&p.groups);
            p.kind() == Kind::Municipality && (group == COUNTRY || above.any(|g| g == group))
        })
    }

    /// The places that a place lies in wholly: of a municipality its parents, of a health region or
    /// a COROP region the province of all its municipalities.
    pub fn parents(&self, place: &Place) -> Vec<String> {
        if !matches!(place.kind(), Kind::HealthRegion | Kind::Corop) {
            return place.parents.clone();
        }
        let mut above = self.members(&place.code).map(|m| {
            let province = m.parents.iter().find(|p| Kind::of(p) == Kind::Province);
            province.cloned()
        });
        let first = above.next().flatten();
        first.filter(|f| above.all(|p| p.as_ref() == Some(f))).into_iter().collect()
    }

    /// The other names that find one place. A name of two finds neither: "Bergen" lies in
    /// Noord-Holland and in Limburg.
    pub fn sure_aliases(&self) -> impl Iterator<Item = (&str, &str)> {
        self.aliases.iter().filter_map(|(alias, codes)| match codes.as_slice() {
            [code] => Some((alias.as_str(), code.as_str())),
            _ => None,
        })
    }
}
