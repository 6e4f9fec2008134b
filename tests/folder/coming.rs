// SPDX-License-Identifier: EUPL-1.2
//! As many figures as there could be: those of births in fourteen years for all regions, forty
//! regions more, and each indicator again until there are a hundred and fifty.

use super::support;
use kansrijke_start::indicator::definition::Definition;
use kansrijke_start::indicator::period::Period;
use kansrijke_start::prepare::folder::Claim;
use kansrijke_start::prepare::geography::place::{Place, Places};
use kansrijke_start::prepare::publish::dataset::Publication;
use kansrijke_start::prepare::publish::files;
use kansrijke_start::prepare::read::input::Progress;
use kansrijke_start::prepare::recipe::catalogue::Entry;
use kansrijke_start::prepare::record::{Record, Records};
use kansrijke_start::prepare::run::prepare;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

const INDICATORS: usize = 150;
/// So many of them have figures of every municipality and year.
const LOCAL: usize = 16;
const BIRTHS: [&str; 4] =
    ["eerste-kinderen", "moeders-35-plus", "tienermoeders", "levendgeborenen"];

/// Numbers that look like chance, and are the same each time.
struct Chance(u64);

impl Chance {
    /// From -1 to 1.
    fn next(&mut self) -> f64 {
        self.0 =
            self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 40) as f64 / f64::from(1 << 23) - 1.0
    }
}

/// The places with forty regions more, in which the municipalities lie.
fn places(shipped: &Places) -> Places {
    let mut all: Vec<Place> = shipped.iter().cloned().collect();
    let code = |nth: usize| format!("CR{:02}", nth % 40 + 1);
    for (nth, place) in all.iter_mut().filter(|p| p.code.starts_with("GM")).enumerate() {
        place.parents.push(code(nth / 9));
    }
    all.extend((0..40).map(|nth| Place {
        code: code(nth),
        name: format!("Agglomeratie nummer {nth}"),
        parents: Vec::new(),
        groups: Vec::new(),
    }));
    Places::new(all, shipped.aliases.clone())
}

/// The records of a series from 2010 to 2023 that begins as another one's, of all places.
fn long(
    shipped: &Records,
    places: &Places,
    denominators: &mut BTreeMap<(String, Period), f64>,
    chance: &mut Chance,
) -> Records {
    let mut records = Records::new();
    for place in places.iter() {
        let of = |year| shipped.get(&(place.code.clone(), Period::years(year, year)));
        let first =
            Record { numerator: Some(4321.0), denominator: Some(9876.0), ..Record::default() };
        let first = of(2015).or(of(2014)).unwrap_or(&first);
        for year in 2010..=2023 {
            let mut record = of(year).unwrap_or(first).clone();
            let key = (place.code.clone(), Period::years(year, year));
            let moved = |n: f64, chance: &mut Chance| (n * (1.0 + chance.next() / 10.0)).round();
            record.numerator = record.numerator.map(|n| moved(n, chance));
            // Indicators of one subject are of the same children.
            if let Some(denominator) = record.denominator {
                let known = denominators.entry(key.clone());
                record.denominator = Some(*known.or_insert_with(|| moved(denominator, chance)));
            }
            records.insert(key, record);
        }
    }
    records
}

/// The folder of them, made anew.
pub fn folder() -> PathBuf {
    let sources = support::project().join("www/figures/recipe.toml");
    let figures = prepare(&sources, &Progress::default()).unwrap_or_else(|_| panic!("refused"));
    let places = places(&figures.places);
    let (mut chance, mut denominators) = (Chance(1), BTreeMap::new());
    let mut catalogue: Vec<Entry> = Vec::new();
    let mut records: BTreeMap<String, Records> = BTreeMap::new();
    for nth in 0..INDICATORS {
        let of_births = BIRTHS[nth % BIRTHS.len()];
        let entry = match nth < LOCAL {
            true => figures.catalogue.iter().find(|e| e.definition.id == of_births).unwrap(),
            false => &figures.catalogue[nth % figures.catalogue.len()],
        };
        let id = format!("{}-nummer-{nth}", entry.definition.id);
        let own = figures.records.get(&entry.definition.id).cloned().unwrap_or_default();
        if nth % BIRTHS.len() == 0 {
            denominators.clear();
        }
        let own = match nth < LOCAL {
            true => long(&own, &places, &mut denominators, &mut chance),
            false => own,
        };
        records.insert(id.clone(), own);
        let definition = Definition { id, ..entry.definition.clone() };
        catalogue.push(Entry { definition, ..entry.clone() });
    }
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("figures-to-come");
    let publication = Publication {
        catalogue: &catalogue,
        places: &places,
        records: &records,
        threshold: figures.threshold,
        geometry: &figures.geometry,
    };
    let claim = Claim::of(&folder, files::KIND, &[]).unwrap();
    files::write(&publication, claim, false).unwrap();
    folder
}
