// SPDX-License-Identifier: EUPL-1.2
//! The figures of a recipe and those of a folder put together, and which of them are whose.

use super::agreement::{self, Outcome, says};
use super::base::Base;
use crate::indicator::observation::Status;
use crate::indicator::source::Source;
use crate::prepare::message::{Expected, Found};
use crate::prepare::problem::{MOST_PROBLEMS, Problem, RECIPE};
use crate::prepare::publish::joining::{Addition, Before, Joining, Listed, Origin};
use crate::prepare::recipe::catalogue::Entry;
use crate::prepare::recipe::declared::Declared;
use crate::prepare::recipe::{Group, Publisher};
use crate::prepare::record::{Record, Records};
use crate::prepare::suppression::quantity::related;
use crate::prepare::suppression::rule::Key;
use crate::prepare::warning::Warning;
use std::collections::{BTreeMap, BTreeSet};

/// What a recipe has, before disclosure control.
pub struct Own<'a> {
    /// The name of the recipe.
    pub recipe: &'a str,
    /// The indicators: those of the folder as the recipe has them, and others.
    pub catalogue: &'a [Entry],
    /// The ids of the indicators that the recipe defines itself.
    pub named: BTreeSet<String>,
    /// The records.
    pub records: BTreeMap<String, Records>,
    /// What it declares.
    pub declared: Declared,
    /// Its groups, with those of the folder.
    pub groups: &'a [Group],
    /// Whose the figures are, where no indicator says another.
    pub publisher: Option<&'a Publisher>,
}

/// Both together.
pub struct Joined {
    /// All indicators, each with the source that the folder has.
    pub catalogue: Vec<Entry>,
    /// All records. Of those that can be related to the recipe's, what the folder withholds is
    /// merely unknown: why it is withheld nobody can read there.
    pub records: BTreeMap<String, Records>,
    /// Those of the folder.
    shipped: BTreeMap<String, Records>,
    /// The keys of the recipe's records.
    own: BTreeMap<String, BTreeSet<Key>>,
    /// What the folder says of itself from now on.
    pub joining: Joining,
    /// What a person should know.
    pub warnings: Vec<Warning>,
}

impl Joined {
    /// Of a folder and a recipe.
    ///
    /// # Errors
    /// What both say and say differently, up to twenty of it.
    pub fn of(base: Base, own: Own<'_>) -> Result<Self, Vec<Problem>> {
        let origins: BTreeMap<String, Origin> =
            agreement::definitions(&base, own.catalogue)?.into_iter().collect();
        let mut addition = Addition::default();
        let mut problems = Vec::new();
        let mut added: BTreeMap<String, Records> = BTreeMap::new();
        let mut warnings = Vec::new();
        for (id, records) in &own.records {
            let entry = own.catalogue.iter().find(|entry| entry.definition.id == *id);
            let Some(definition) = entry.map(|entry| &entry.definition) else { continue };
            problems.extend(agreement::rounding(&base, &own.declared, id));
            for (key, record) in records {
                let there = base.records.get(id).and_then(|records| records.get(key));
                match agreement::compare(definition, record, there) {
                    Outcome::Known => {}
                    Outcome::Added { before } => {
                        addition.note(id, key, there.filter(|_| before).map(Before::of));
                        added.entry(id.clone()).or_default().insert(key.clone(), record.clone());
                    }
                    Outcome::Conflict => {
                        let cell = format!("{id}, {}, {}", key.0, key.1.code());
                        let told = agreement::told;
                        let there = there.map(told).unwrap_or_default();
                        let found = Found::FigureApart(cell, told(record), there);
                        let expected = Expected::OwnIndicator(id.clone());
                        problems.push(Problem::file(RECIPE, found, expected));
                    }
                }
            }
        }
        problems.truncate(MOST_PROBLEMS);
        if !problems.is_empty() {
            return Err(problems);
        }
        for (id, records) in &mut added {
            let Some(shipped) = base.origin(id) else { continue };
            let whose = origins.get(id).cloned().or_else(|| {
                let publisher = own.publisher?;
                let source = Source {
                    publisher: publisher.name.clone(),
                    more: publisher.address.clone(),
                    ..Source::default()
                };
                Some(Origin { source, licence: None })
            });
            let Some(whose) = whose else {
                warnings.push(Warning::OtherSource(id.clone(), shipped.source.publisher));
                continue;
            };
            let Source { publisher, publication, more, .. } = &whose.source;
            let named = || match publication {
                Some(publication) => format!("{publisher}, {publication}"),
                None => publisher.clone(),
            };
            for record in records.values_mut().filter(|record| says(record)) {
                let address = record.source.take().or_else(|| more.clone());
                record.source = Some(address.unwrap_or_else(named));
            }
            addition.sources.insert(id.clone(), whose);
        }
        Ok(Self::put(base, &own, added, addition, warnings))
    }

    fn put(
        base: Base,
        own: &Own<'_>,
        added: BTreeMap<String, Records>,
        mut addition: Addition,
        warnings: Vec<Warning>,
    ) -> Self {
        let Base { mut catalogue, records: shipped, mut joining, .. } = base;
        let known: BTreeSet<String> =
            catalogue.iter().map(|entry| entry.definition.id.clone()).collect();
        for entry in own.catalogue {
            let id = &entry.definition.id;
            if !known.contains(id) && (own.named.contains(id) || added.contains_key(id)) {
                addition.defined.insert(id.clone());
                joining.indicators.push(Listed { id: id.clone(), sets: entry.sets.clone() });
                catalogue.push(entry.clone());
            }
        }
        let is_known = |group: &&Group| joining.groups.contains(group);
        let groups: Vec<Group> =
            own.groups.iter().filter(|group| !is_known(group)).cloned().collect();
        addition.groups = groups.iter().map(|group| group.code.clone()).collect();
        joining.groups.extend(groups);
        addition.declared = own.declared.clone();
        for (id, of) in &addition.sources {
            let entry = catalogue.iter().find(|entry| entry.definition.id == *id);
            if let Some(definition) = entry.map(|entry| &entry.definition) {
                let (source, licence) = (definition.source.clone(), definition.licence.clone());
                let origin = Origin { source, licence };
                if origin != *of {
                    joining.sources.insert(id.clone(), origin);
                }
            }
        }
        let own_keys =
            |(id, records): (&String, &Records)| (id.clone(), records.keys().cloned().collect());
        let keys = added.iter().map(own_keys).collect();
        if addition != Addition::default() {
            joining.added.insert(own.recipe.to_string(), addition);
        }
        let mut records = shipped.clone();
        for (id, own) in added {
            records.entry(id).or_default().extend(own);
        }
        let mut joined = Self { catalogue, records, shipped, own: keys, joining, warnings };
        joined.open();
        joined
    }

    /// What the folder withholds, as something unknown.
    fn open(&mut self) {
        for (id, records) in &self.shipped {
            for (key, _) in records.iter().filter(|(_, r)| r.status == Some(Status::Withheld)) {
                if !self.is_own(id, key)
                    && let Some(record) = self.records.get_mut(id).and_then(|r| r.get_mut(key))
                {
                    *record = Record::without(Status::Missing);
                }
            }
        }
    }

    /// Whether a record is the recipe's.
    pub fn is_own(&self, id: &str, key: &Key) -> bool {
        self.own.get(id).is_some_and(|keys| keys.contains(key))
    }

    /// Whether any of these is of a time that a record of the recipe is of.
    pub fn is_near(&self, id: &str, keys: &BTreeSet<Key>) -> bool {
        let mut own = self.own.get(id).into_iter().flatten();
        own.any(|(_, own)| {
            keys.iter().any(|(_, period)| own.contains(*period) || period.contains(*own))
        })
    }

    /// The indicators that anything of the recipe's could tell about.
    pub fn touched(&self) -> BTreeSet<String> {
        let definitions: Vec<_> = self.catalogue.iter().map(|entry| &entry.definition).collect();
        let groups = related(&definitions, &self.joining.declared());
        let touched = groups.into_iter().filter(|g| g.iter().any(|d| self.own.contains_key(&d.id)));
        let ids = touched.flatten().map(|d| d.id.clone());
        ids.chain(self.own.keys().cloned()).collect()
    }

    /// The records as they are published after disclosure control: the folder's as they were.
    pub fn finish(self, controlled: BTreeMap<String, Records>) -> BTreeMap<String, Records> {
        let mut records = self.shipped;
        for (id, keys) in self.own {
            let done = controlled.get(&id);
            for key in keys {
                if let Some(record) = done.and_then(|done| done.get(&key)) {
                    records.entry(id.clone()).or_default().insert(key, record.clone());
                }
            }
        }
        records
    }
}
