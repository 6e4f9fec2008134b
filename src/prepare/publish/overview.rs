// SPDX-License-Identifier: EUPL-1.2
//! The files of many indicators beside each other: all regions in one, and the parts of it that
//! the regions of an area need. What a part shows is what the whole one shows of them.

use super::dataset::{Part, Publication, Said};
use super::parts::says;
use crate::data::jsonstat::JsonStat;
use crate::indicator::definition::Definition;
use crate::indicator::period::Period;
use crate::indicator::region::{COUNTRY, Kind};
use crate::prepare::geography::place::Place;
use crate::prepare::recipe::catalogue::{Entry, PROGRAMME};
use std::collections::{BTreeMap, BTreeSet};

/// What the parts lie in.
pub(super) const FOLDER: &str = "overview";
/// The name of the part that has the definitions of those that have none.
const DEFINITIONS: &str = "definitions";
/// The name of that of all regions between a municipality and the country.
const LARGER: &str = "larger";

/// Indicators with the one period of each.
type Chosen<'p> = Vec<(&'p Definition, Period)>;

impl Publication<'_> {
    /// The file of many indicators: all regions, every indicator of which a part of the country
    /// has a figure, each in the one period of which most municipalities have one.
    pub fn overview(&self) -> JsonStat {
        let places: Vec<&Place> = self.places.iter().collect();
        self.of_many("Alle indicatoren, alle regio's", &self.chosen(), Said::Definitions, &places)
    }

    /// The parts of it, by their names: the definitions; all municipalities, and all regions that are
    /// larger, each with the country; and the regions in each area with the area and the country,
    /// which are read with the definitions. Whatever else bears the name of one of these stands
    /// there, too: a region that is called by its name is the same one everywhere.
    pub fn overviews(&self) -> Vec<(String, JsonStat)> {
        let all = self.chosen();
        let is_larger = |place: &Place| {
            matches!(place.kind(), Kind::Province | Kind::Corop | Kind::HealthRegion)
        };
        let is_country = |place: &Place| place.code == COUNTRY;
        let country: Vec<&Place> = self.places.iter().filter(|place| is_country(place)).collect();
        let definitions = self.of_many("Alle indicatoren", &all, Said::Definitions, &country);
        let beside = |label: &str, said, area: &str, is_member: &dyn Fn(&Place) -> bool| {
            let is_meant = |p: &&Place| is_member(p) || is_country(p) || p.code == area;
            let meant = self.places.iter().filter(is_meant);
            let names: BTreeSet<String> = meant.map(|p| p.name.to_ascii_lowercase()).collect();
            // All of the country are asked for where a page names no larger region, or these alone.
            let is_area = area != COUNTRY;
            let is_there =
                |p: &&Place| is_meant(p) || is_area && names.contains(&p.name.to_ascii_lowercase());
            let places: Vec<&Place> = self.places.iter().filter(is_there).collect();
            let members = places.iter().filter(|place| is_member(place));
            let members: BTreeSet<&str> = members.map(|place| place.code.as_str()).collect();
            let mut chosen = all.clone();
            chosen.retain(|(definition, period)| {
                let records = self.records.get(&definition.id).into_iter().flatten();
                let mut own = records
                    .filter(|((code, of), _)| of == period && members.contains(code.as_str()));
                own.any(|(_, record)| says(record))
            });
            self.of_many(label, &chosen, said, &places)
        };
        let whole = Said::Definitions;
        let is_municipality = |place: &Place| place.kind() == Kind::Municipality;
        let mut files = vec![
            (DEFINITIONS.into(), definitions),
            (COUNTRY.into(), beside("Alle gemeenten", whole, COUNTRY, &is_municipality)),
            (LARGER.into(), beside("Alle grotere regio's", whole, COUNTRY, &is_larger)),
        ];
        let parents: BTreeMap<&str, Vec<String>> =
            self.places.iter().map(|p| (p.code.as_str(), self.places.parents(p))).collect();
        for area in self.places.iter().filter(|place| is_larger(place)) {
            let lies_in = |place: &Place| {
                parents.get(place.code.as_str()).is_some_and(|above| above.contains(&area.code))
            };
            files.push((area.code.clone(), beside(&area.name, Said::Ids, &area.code, &lies_in)));
        }
        files
    }

    fn of_many(&self, label: &str, all: &Chosen<'_>, said: Said, places: &[&Place]) -> JsonStat {
        let definitions: Vec<&Definition> = all.iter().map(|(definition, _)| *definition).collect();
        let periods: BTreeMap<&str, Period> =
            all.iter().map(|(definition, period)| (definition.id.as_str(), *period)).collect();
        self.dataset(&Part {
            label,
            definitions: &definitions,
            said,
            places,
            chosen: Some(&periods),
            has: &|definition, _, period| periods.get(definition.id.as_str()) == Some(&period),
        })
    }

    /// The indicators that are set beside each other.
    pub(super) fn chosen(&self) -> Chosen<'_> {
        // What the programme says of itself is told by itself, and not set beside other figures.
        let is_own = |entry: &&Entry| entry.sets.iter().all(|set| set == PROGRAMME);
        let definitions = self.catalogue.iter().filter(|entry| !is_own(entry));
        let definitions = definitions.map(|entry| &entry.definition);
        definitions.filter_map(|d| Some((d, self.widest(&d.id)?))).collect()
    }
}
