// SPDX-License-Identifier: EUPL-1.2
//! The folder that figures are added to, without those that the same recipe added before.

use crate::data::jsonstat;
use crate::indicator::definition::Availability;
use crate::indicator::period::Period;
use crate::prepare::folder::file;
use crate::prepare::geography::place::Places;
use crate::prepare::library;
use crate::prepare::message::{Expected, Found};
use crate::prepare::problem::{Problem, RECIPE};
use crate::prepare::publish::edition;
use crate::prepare::publish::joining::{Addition, Joining, Origin};
use crate::prepare::recipe::Recipe;
use crate::prepare::recipe::catalogue::{self, Entry};
use crate::prepare::record::Records;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

/// What the folder holds.
pub struct Base {
    /// Its indicators.
    pub catalogue: Vec<Entry>,
    /// Its records, without those that the recipe added before.
    pub records: BTreeMap<String, Records>,
    /// All its records: they are published.
    pub published: BTreeMap<String, Records>,
    /// What it says of itself, without what the recipe added before.
    pub joining: Joining,
    /// Its regions, by code with their names.
    regions: BTreeMap<String, String>,
}

impl Base {
    /// Reads a folder, and leaves out what the recipe of this name added to it.
    ///
    /// # Errors
    /// A file of the folder that is absent or none of ours.
    pub fn read(folder: &Path, recipe: &str) -> Result<Self, Problem> {
        let mut joining = Joining::read(folder)?;
        let former = joining.added.remove(recipe).unwrap_or_default();
        let mut base = Self {
            catalogue: Vec::new(),
            records: BTreeMap::new(),
            published: BTreeMap::new(),
            joining: Joining::default(),
            regions: BTreeMap::new(),
        };
        for listed in &joining.indicators {
            let path = folder.join("indicator").join([&listed.id, ".json"].concat());
            let bytes = bytes(&path)?;
            let dataset = edition::dataset(&path, &bytes)?;
            edition::add(&dataset, &mut base.published);
            base.notes(&bytes, &listed.id);
            base.regions.extend(dataset.regions.into_iter().map(|r| (r.code, r.name)));
            if former.defined.contains(&listed.id) {
                continue;
            }
            for mut definition in dataset.definitions {
                // Whether there are others is seen again when they are written.
                if definition.availability == Some(Availability::National) {
                    definition.availability = None;
                }
                // Beside the figures of another source its own is told with that one.
                if let Some(origin) = joining.sources.get(&definition.id).cloned() {
                    (definition.source, definition.licence) = (origin.source, origin.licence);
                }
                base.catalogue.push(Entry { sets: listed.sets.clone(), rivm: None, definition });
            }
        }
        base.records.clone_from(&base.published);
        base.take_back(&former);
        let is_added = |id: &String| former.defined.contains(id);
        joining.indicators.retain(|listed| !is_added(&listed.id));
        joining.groups.retain(|group| !former.groups.contains(&group.code));
        base.regions.retain(|code, _| !former.groups.contains(code));
        let beside: BTreeSet<&String> =
            joining.added.values().flat_map(|added| added.sources.keys()).collect();
        joining.sources.retain(|id, _| beside.contains(id));
        base.joining = joining;
        Ok(base)
    }

    /// Leaves out what was added.
    fn take_back(&mut self, former: &Addition) {
        for id in former.figures.keys() {
            let Some(records) = self.records.get_mut(id) else { continue };
            for (key, before) in former.of(id) {
                match before {
                    Some(before) => records.insert(key, before.record()),
                    None => records.remove(&key),
                };
            }
        }
        self.records.retain(|id, records| !records.is_empty() && !former.defined.contains(id));
    }

    /// The remarks on single figures, which no chart asks for.
    fn notes(&mut self, file: &[u8], id: &str) {
        let Ok(file) = serde_json::from_slice::<Value>(file) else { return };
        let codes = |name: &str| -> Vec<String> {
            let index = file.pointer(&format!("/dimension/{name}/category/index"));
            index.and_then(|index| serde_json::from_value(index.clone()).ok()).unwrap_or_default()
        };
        let (regions, periods) = (codes("region"), codes("period"));
        let origins = file.pointer("/extension/origins").cloned().unwrap_or_default();
        let origins: Vec<jsonstat::Origin> = serde_json::from_value(origins).unwrap_or_default();
        for jsonstat::Origin { source, note, cells } in origins {
            for cell in cells.into_iter().flat_map(|(first, last)| first..=last) {
                let at = cell.checked_div(periods.len()).and_then(|place| {
                    let region = regions.get(place)?;
                    let period = periods.get(cell.checked_rem(periods.len())?)?;
                    Some((region.clone(), Period::parse(period)?))
                });
                let record = at.and_then(|key| self.published.get_mut(id)?.get_mut(&key));
                if let Some(record) = record {
                    (record.source, record.note) = (source.clone(), note.clone());
                }
            }
        }
    }

    /// The recipe on the division, threshold and groups of the folder.
    ///
    /// # Errors
    /// A recipe that asks for others.
    pub fn ground(&self, mut recipe: Recipe) -> Result<Recipe, Vec<Problem>> {
        let mut problems = Vec::new();
        let mut differs = |text: String, there: String| {
            let found = Found::Verbatim(text);
            problems.push(Problem::file(RECIPE, found, Expected::AsInFolder(there)));
        };
        let Joining { division, threshold, .. } = &self.joining;
        if let Some(own) = recipe.reference_year.filter(|own| own != division) {
            differs(format!("division = {own}"), format!("division = {division}"));
        }
        if let Some(own) = recipe.threshold.filter(|own| own != threshold) {
            differs(format!("threshold = {own}"), format!("threshold = {threshold}"));
        }
        recipe.reference_year = Some(*division);
        recipe.threshold = Some(*threshold);
        let own = std::mem::take(&mut recipe.group);
        recipe.group.clone_from(&self.joining.groups);
        // The same group said twice is one.
        recipe.group.extend(own.into_iter().filter(|own| !self.joining.groups.contains(own)));
        if problems.is_empty() { Ok(recipe) } else { Err(problems) }
    }

    /// The indicators of the folder and those of a catalogue that it has not, each as the recipe
    /// has it.
    ///
    /// # Errors
    /// A definition that is not whole.
    pub fn catalogue(
        &self,
        name: &str,
        text: &str,
        recipe: &Recipe,
    ) -> Result<Vec<Entry>, Vec<Problem>> {
        let others = catalogue::parse(name, text, &[])?;
        let (known, new): (Vec<Entry>, Vec<Entry>) =
            others.into_iter().partition(|entry| self.entry(&entry.definition.id).is_some());
        let mut own = Vec::new();
        if recipe.catalogue.is_some() {
            own.extend(catalogue::tables(&known));
        }
        own.extend(recipe.indicator.iter().cloned());
        let all: Vec<Entry> = self.catalogue.iter().cloned().chain(new).collect();
        catalogue::upon(name, &all, &own)
    }

    /// Whether the places are those of the folder, but for groups that the recipe adds.
    ///
    /// # Errors
    /// Places that one of both has not, or calls otherwise.
    pub fn same_places(&self, places: &Places) -> Result<(), Vec<Problem>> {
        let groups: BTreeSet<&String> = self.joining.groups.iter().map(|g| &g.code).collect();
        let is_own = |code: &str| {
            let group = crate::indicator::region::Kind::Group;
            crate::indicator::region::Kind::of(code) == group && !groups.contains(&code.to_string())
        };
        let here = places.iter().filter(|p| !is_own(&p.code));
        let here: BTreeMap<&str, &str> = here.map(|p| (&*p.code, &*p.name)).collect();
        let there: BTreeMap<&str, &str> =
            self.regions.iter().map(|(code, name)| (&**code, &**name)).collect();
        let codes: BTreeSet<&&str> = here.keys().chain(there.keys()).collect();
        let other: Vec<String> = codes
            .into_iter()
            .filter(|code| here.get(*code) != there.get(*code))
            .take(5)
            .map(ToString::to_string)
            .collect();
        match other.as_slice() {
            [] => Ok(()),
            _ => {
                let found = Found::OtherPlaces(other.join(", "));
                Err(vec![Problem::file(RECIPE, found, Expected::PlacesOfFolder)])
            }
        }
    }

    /// The definition of an indicator as the folder has it.
    pub fn entry(&self, id: &str) -> Option<&Entry> {
        self.catalogue.iter().find(|entry| entry.definition.id == id)
    }

    /// The source of an indicator as the folder has it.
    pub(super) fn origin(&self, id: &str) -> Option<Origin> {
        let definition = &self.entry(id)?.definition;
        Some(Origin { source: definition.source.clone(), licence: definition.licence.clone() })
    }
}

fn bytes(path: &Path) -> Result<Vec<u8>, Problem> {
    file::read(path).map_err(|e| {
        Problem::file(&path.to_string_lossy(), library::io(&e), Expected::FolderToJoin)
    })
}
