// SPDX-License-Identifier: EUPL-1.2
//! What each file holds: no more than the charts that ask for it need.

use super::dataset::{Part, Publication, Said};
use super::measure::cells;
use crate::data::jsonstat::JsonStat;
use crate::indicator::definition::Definition;
use crate::indicator::observation::Status;
use crate::indicator::period::Period;
use crate::indicator::region::{COUNTRY, Kind};
use crate::prepare::geography::place::Place;
use crate::prepare::recipe::catalogue::Entry;
use crate::prepare::record::Record;
use std::collections::{BTreeMap, BTreeSet};

impl Publication<'_> {
    /// The file of one indicator: all regions and periods.
    pub fn indicator(&self, entry: &Entry) -> JsonStat {
        let places: Vec<&Place> = self.places.iter().collect();
        self.of_one(&entry.definition, &places, &|_, _, _| true)
    }

    /// What a place is set beside by one indicator where nothing else is asked for: the country, in
    /// all periods. The file of the place stands beside it.
    pub fn country(&self, entry: &Entry) -> JsonStat {
        self.of_kinds(entry, |kind| kind == Kind::Country)
    }

    /// All that a place may be compared with by one indicator: the country and all that lies between
    /// it and a municipality, in all periods.
    pub fn benchmark(&self, entry: &Entry) -> JsonStat {
        self.of_kinds(entry, |kind| kind != Kind::Municipality)
    }

    fn of_kinds(&self, entry: &Entry, has: impl Fn(Kind) -> bool) -> JsonStat {
        let places: Vec<&Place> = self.places.iter().filter(|place| has(place.kind())).collect();
        self.of_one(&entry.definition, &places, &|_, _, _| true)
    }

    /// All regions by one indicator in the periods in which any of them are set beside each other
    /// where none is asked for; `None` where nothing can be.
    pub fn ranking(&self, entry: &Entry) -> Option<JsonStat> {
        let periods = self.usual(&entry.definition.id);
        let places: Vec<&Place> = self.places.iter().collect();
        let has = |_: &Definition, _: &str, period: Period| periods.contains(&period);
        (!periods.is_empty()).then(|| self.of_one(&entry.definition, &places, &has))
    }

    fn of_one(
        &self,
        definition: &Definition,
        places: &[&Place],
        has: &dyn Fn(&Definition, &str, Period) -> bool,
    ) -> JsonStat {
        let label = &definition.name.nl;
        self.dataset(&Part {
            label,
            definitions: &[definition],
            said: Said::Definitions,
            places,
            chosen: None,
            has,
        })
    }

    /// The file of one place: every indicator of which it has a record, in all periods. What they
    /// mean, the files of the indicators say.
    pub fn region(&self, place: &Place) -> JsonStat {
        self.of_places(&[place], Said::Names, &|code| code == place.code)
    }

    /// The file of all places that a page may call by one name. The figures are those of the
    /// municipality, which is meant where there is one, else those of the larger ones; of the
    /// country they stand in the files beside it.
    pub fn named(&self, places: &[&Place]) -> JsonStat {
        let is_municipality = |code: &str| Kind::of(code) == Kind::Municipality;
        let is_one_meant = places.iter().any(|place| is_municipality(&place.code));
        self.of_places(places, Said::Ids, &|code| {
            code != COUNTRY
                && is_municipality(code) == is_one_meant
                && places.iter().any(|place| place.code == code)
        })
    }

    fn of_places(&self, places: &[&Place], said: Said, has: &dyn Fn(&str) -> bool) -> JsonStat {
        let is_told = |definition: &&Definition| {
            let records = self.records.get(&definition.id);
            records.is_some_and(|records| records.keys().any(|(code, _)| has(code)))
        };
        let definitions = self.catalogue.iter().map(|entry| &entry.definition);
        let definitions: Vec<&Definition> = definitions.filter(is_told).collect();
        let names: Vec<&str> = places.iter().map(|place| place.name.as_str()).collect();
        self.dataset(&Part {
            label: &names.join(", "),
            definitions: &definitions,
            said,
            places,
            chosen: None,
            has: &|_, code, _| has(code),
        })
    }

    /// The period of which most municipalities have a figure, then most other parts of the
    /// country; the latest among equals.
    pub(super) fn widest(&self, id: &str) -> Option<Period> {
        let mut counts: BTreeMap<Period, (usize, usize)> = BTreeMap::new();
        for ((code, period), record) in self.records.get(id)? {
            match Kind::of(code) {
                Kind::Country => {}
                Kind::Municipality if says(record) => counts.entry(*period).or_default().0 += 1,
                _ if says(record) => counts.entry(*period).or_default().1 += 1,
                _ => {}
            }
        }
        latest_of_most(counts)
    }

    /// The periods that views of the members of a comparison set choose, for any set: each time
    /// the one of which most members have a figure. Where all that there is is withheld, a period
    /// in which it is, so that they can say so.
    fn usual(&self, id: &str) -> BTreeSet<Period> {
        let mut counts: BTreeMap<(&str, Kind), BTreeMap<Period, usize>> = BTreeMap::new();
        let mut withheld: BTreeMap<(&str, Kind), Period> = BTreeMap::new();
        let parents: BTreeMap<&str, Vec<String>> =
            self.places.iter().map(|p| (p.code.as_str(), self.places.parents(p))).collect();
        for ((code, period), record) in self.records.get(id).into_iter().flatten() {
            let kind = Kind::of(code);
            let above = parents.get(code.as_str()).into_iter().flatten().map(String::as_str);
            for scope in above.chain([COUNTRY]).filter(|_| kind != Kind::Country) {
                if says(record) {
                    let counts = counts.entry((scope, kind)).or_default();
                    *counts.entry(*period).or_default() += 1;
                } else if record.status == Some(Status::Withheld) {
                    withheld.insert((scope, kind), *period);
                }
            }
        }
        let mut periods: BTreeSet<Period> =
            counts.values().filter_map(|counts| latest_of_most(counts.clone())).collect();
        if !periods.is_empty() {
            withheld.retain(|set, _| !counts.contains_key(set));
            periods.extend(withheld.values());
        }
        periods
    }
}

/// Whether a record has a figure or an answer.
pub(super) fn says(record: &Record) -> bool {
    cells(record).iter().any(Option::is_some)
}

/// The period with the greatest count; the latest among equals.
fn latest_of_most<N: Copy + Ord>(counts: BTreeMap<Period, N>) -> Option<Period> {
    let of = |(period, count): &(Period, N)| {
        let (end, months) = period.recency();
        (*count, (-end, -months))
    };
    counts.into_iter().max_by_key(of).map(|(period, _)| period)
}
