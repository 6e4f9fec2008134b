// SPDX-License-Identifier: EUPL-1.2
//! The audit of what is shipped, read back from the files as anyone can.

use super::shipped;
use kansrijke_start::indicator::definition::Definition;
use kansrijke_start::indicator::observation::{Observation, Status};
use kansrijke_start::indicator::period::Period;
use kansrijke_start::prepare::audit::{Audit, Narrow, Published, What, audit};
use kansrijke_start::prepare::recipe::Recipe;
use kansrijke_start::prepare::recipe::catalogue;
use kansrijke_start::prepare::recipe::declared::Declared;
use kansrijke_start::prepare::record::{Record, Records};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

const THRESHOLD: f64 = 10.0;

fn record(observation: &Observation) -> Record {
    Record {
        value: observation.value,
        numerator: observation.numerator,
        denominator: observation.denominator,
        lower: observation.lower,
        upper: observation.upper,
        answer: observation.answer,
        status: observation.status,
        ..Record::default()
    }
}

/// The definitions and records in the files of all indicators.
static SHIPPED: LazyLock<(Vec<Definition>, BTreeMap<String, Records>)> = LazyLock::new(|| {
    let entries = catalogue::read(&shipped::sources().join("catalogue.toml")).unwrap();
    // What is made of released figures is held against them in `births`.
    let own = entries.into_iter().map(|e| e.definition).filter(|d| d.id != "geboortecijfer");
    let definitions: Vec<Definition> = own.collect();
    let read = |definition: &Definition| {
        let (_, observations) = shipped::indicator(&definition.id);
        let records = observations.iter().map(|(key, o)| (key.clone(), record(o))).collect();
        (definition.id.clone(), records)
    };
    let records = definitions.iter().map(read).collect();
    (definitions, records)
});

fn audited(records: &BTreeMap<String, Records>, earlier: &[BTreeMap<String, Records>]) -> Audit {
    let recipe = Recipe::read(&shipped::sources().join("recipe.toml")).unwrap();
    let catalogue = std::fs::read_to_string(shipped::sources().join("catalogue.toml")).unwrap();
    let mut declared = Declared::parse("catalogue.toml", &catalogue).unwrap();
    declared.extend(recipe.declared());
    let definitions: Vec<&Definition> = SHIPPED.0.iter().collect();
    let places = shipped::places();
    audit(&Published {
        definitions: &definitions,
        records,
        places: &places,
        declared: &declared,
        earlier,
        threshold: THRESHOLD,
    })
}

fn name(narrow: &Narrow) -> String {
    let Narrow { indicator, region, period, what, least, most, .. } = narrow;
    format!("{indicator} {region} {} {what:?}: {least}-{most}", period.code())
}

#[test]
fn nothing_shipped_is_narrow() {
    let withheld = |r: &&Record| r.status == Some(Status::Withheld);
    let hidden = SHIPPED.1.values().flat_map(BTreeMap::values).filter(withheld).count();
    assert!(hidden > 1000, "only {hidden} cells are withheld");
    let found = audited(&SHIPPED.1, &[]);
    let names: Vec<String> = found.narrow.iter().map(name).collect();
    assert!(found.passed(), "{names:#?} {:#?}", found.contradictions);
}

/// The edition with the years 2010-2015, from which nothing can be taken back, beside what is shipped.
#[test]
fn nothing_shipped_is_narrow_beside_the_earlier_edition() {
    let raw = shipped::raw_records();
    let of = |(id, keys): (String, BTreeSet<(String, Period)>)| {
        let records = keys.into_iter().map(|key| (key.clone(), raw[&id][&key].clone())).collect();
        (id, records)
    };
    let earlier: BTreeMap<String, Records> = shipped::earlier().into_iter().map(of).collect();
    let found = audited(&SHIPPED.1, &[earlier]);
    let names: Vec<String> = found.narrow.iter().map(name).collect();
    assert!(found.passed(), "{names:#?} {:#?}", found.contradictions);
}

/// The audit can fail: with one cell published again that was given up for another, it does.
#[test]
fn a_complementary_cell_that_is_published_again_is_noticed() {
    let raw = shipped::raw_records();
    let id = "levendgeborenen";
    let withheld = |key: &(String, Period)| {
        SHIPPED.1[id].get(key).is_some_and(|record| record.status == Some(Status::Withheld))
    };
    let large = |r: &Record| r.numerator.is_some_and(|x| x >= THRESHOLD);
    let places = shipped::places();
    // One of two of its health region and year, of which the other is small.
    let hides_one = |(code, period): &(String, Period)| {
        let others = |group: &String| {
            let members = places.members(group).filter(|place| place.code != *code);
            members.filter(|place| withheld(&(place.code.clone(), *period))).count()
        };
        places.parents(places.get(code).unwrap()).iter().any(|group| others(group) == 1)
    };
    let given_up =
        raw[id].iter().find(|(key, r)| withheld(key) && large(r) && hides_one(key)).unwrap();
    let mut records = SHIPPED.1[id].clone();
    records.insert(given_up.0.clone(), given_up.1.clone());
    let found = audited(&BTreeMap::from([(id.to_owned(), records)]), &[]);
    assert_eq!(found.contradictions, []);
    assert!(
        found.narrow.iter().any(|n| n.indicator == id && n.what == What::Numerator),
        "{given_up:?}"
    );
}
