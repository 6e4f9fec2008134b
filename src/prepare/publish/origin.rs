// SPDX-License-Identifier: EUPL-1.2
//! Whose the figures in a file are, where some of an indicator were added from another source: the
//! definition in each file tells of those that are in that file.

use super::dataset::Publication;
use super::joining::Origin;
use super::measure::cells;
use crate::indicator::definition::Definition;
use crate::indicator::period::Period;
use std::borrow::Cow;
use std::collections::BTreeSet;

/// So many regions are named, and so many periods.
const NAMED: usize = 3;

impl Publication<'_> {
    /// A definition with the sources of its figures in these regions.
    pub(super) fn told<'d>(
        &self,
        definition: &'d Definition,
        codes: &BTreeSet<&str>,
    ) -> Cow<'d, Definition> {
        let id = &definition.id;
        let shown = || {
            let records = self.records.get(id).into_iter().flatten();
            records
                .filter(|((code, _), record)| {
                    codes.contains(code.as_str()) && cells(record).iter().any(Option::is_some)
                })
                .map(|(key, _)| key)
        };
        let mut others = Vec::new();
        let mut count = 0;
        for addition in self.joining.added.values() {
            let Some(origin) = addition.sources.get(id) else { continue };
            let keys: BTreeSet<(String, Period)> = addition.of(id).map(|(key, _)| key).collect();
            let own: Vec<&(String, Period)> = shown().filter(|key| keys.contains(*key)).collect();
            if !own.is_empty() {
                count += own.len();
                others.push((origin, own));
            }
        }
        let Some((first, _)) = others.first() else { return Cow::Borrowed(definition) };
        let mut told = definition.clone();
        if others.len() == 1 && count == shown().count() {
            told.source = first.source.clone();
            told.licence.clone_from(&first.licence);
            return Cow::Owned(told);
        }
        let mut said: Vec<String> = told.source.publication.take().into_iter().collect();
        said.extend(told.licence.take());
        let mut all = vec![said.join(", ")];
        for (Origin { source, licence }, own) in others {
            let parts = [Some(&source.publisher), source.publication.as_ref(), licence.as_ref()];
            let parts: Vec<&str> = parts.into_iter().flatten().map(String::as_str).collect();
            all.push(format!("{} ({})", parts.join(", "), self.where_and_when(&own)));
            // The newest date is that of all.
            told.source.updated = told.source.updated.max(source.updated.clone());
        }
        all.retain(|part| !part.is_empty());
        told.source.publication = Some(all.join("; "));
        Cow::Owned(told)
    }

    /// The regions and periods of figures, as a line of small print has room for.
    fn where_and_when(&self, keys: &[&(String, Period)]) -> String {
        let codes: BTreeSet<&str> = keys.iter().map(|(code, _)| code.as_str()).collect();
        let places = codes.iter().take(NAMED).map(|code| (*code, self.places.get(code)));
        let mut said: Vec<&str> =
            places.map(|(code, place)| place.map_or(code, |place| &place.name)).collect();
        if codes.len() > NAMED {
            said.push("…");
        }
        let mut periods: Vec<Period> = keys.iter().map(|(_, period)| *period).collect();
        periods.sort_by_key(|period| (period.end(), period.months()));
        periods.dedup();
        let when = match periods.as_slice() {
            [first, .., last] if periods.len() > NAMED => {
                format!("{} … {}", first.code(), last.code())
            }
            some => some.iter().map(|p| p.code()).collect::<Vec<_>>().join(", "),
        };
        said.push(&when);
        said.join(", ")
    }
}
