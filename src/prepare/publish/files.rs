// SPDX-License-Identifier: EUPL-1.2
//! The files of the folder that is served.

use super::address;
use super::compress;
use super::dataset::Publication;
use super::dcat::DCAT;
use super::feed;
use super::imprint::{Imprint, hexadecimal};
use super::joining::JOINING;
use super::news::{self, News};
use super::overview;
use super::story;
use crate::advice::names::{Names, Subject};
use crate::data::cells::{Cells, Members};
use crate::data::jsonstat::{Dimension, Extension, FORMAT, JsonStat};
use crate::indicator::bilingual::Bilingual;
use crate::indicator::definition::Phase;
use crate::prepare::comparators;
use crate::prepare::folder::{Claim, Kind, file, integrity};
use crate::prepare::geometry::{self, atlas};
use crate::prepare::problem::Problem;
use crate::prepare::record::Records;
use serde::Serialize;
use serde_json::Value;
use sha2::{Digest, Sha256};
use std::collections::BTreeSet;
use std::fs;
use std::io;
use std::path::Path;

/// The JSON Schema of `extension`, written beside the files that have one.
pub const EXTENSION_SCHEMA: &str = include_str!("extension.schema.json");

/// The index: a collection of JSON-stat.
#[derive(Serialize)]
struct Collection<'a> {
    version: &'static str,
    class: &'static str,
    label: &'static str,
    link: Link,
    extension: CollectionExtension<'a>,
}

#[derive(Serialize)]
struct CollectionExtension<'a> {
    format: u32,
    /// The version of the program that wrote it.
    program: &'static str,
    edition: Option<&'a Imprint>,
}

#[derive(Serialize)]
struct Link {
    item: Vec<Item>,
}

/// One file of the collection.
#[derive(Serialize)]
struct Item {
    class: &'static str,
    href: String,
    label: String,
    extension: ItemExtension,
}

#[derive(Serialize)]
struct ItemExtension {
    version: u32,
    sha256: String,
    /// How many cells have a number, so that a list of choices can leave out what is empty.
    figures: usize,
    /// Of an indicator's file: its names, its phase and whose figures they are.
    #[serde(flatten)]
    indicator: Option<Indicator>,
}

#[derive(Serialize)]
struct Indicator {
    name: Bilingual,
    phase: Phase,
    /// The sets of the catalogue that it belongs to.
    sets: Vec<String>,
    /// The sorts of regions that have a number, as the first letters of their codes: `GM`, `PV`.
    regions: BTreeSet<String>,
}

impl Indicator {
    fn of(file: &JsonStat, sets: &[String]) -> Option<Self> {
        let [one] = file.extension.definitions.as_slice() else { return None };
        let [.., places, periods] = *file.size.as_slice() else { return None };
        let codes = &file.dimension.get("region")?.category.index;
        let filled = file.value.filled();
        let with_number = filled.filter_map(|cell| codes.get(cell / periods % places));
        let regions = with_number.filter_map(|code| code.get(..2)).map(str::to_string).collect();
        Some(Self { name: one.name.clone(), phase: one.phase, sets: sets.to_vec(), regions })
    }
}

/// A dataset as it is written: where many cells have a status they stand in a list, which
/// compressed takes a third less room than an object by index.
#[derive(Serialize)]
struct Written<'a> {
    version: &'a str,
    class: &'a str,
    label: &'a str,
    source: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    updated: &'a Option<String>,
    id: &'a [String],
    size: &'a [usize],
    role: &'a Members<Vec<String>>,
    dimension: &'a Members<Dimension>,
    value: &'a Cells,
    status: Statuses<'a>,
    extension: &'a Extension,
}

/// The two forms of statuses.
#[derive(Serialize)]
#[serde(untagged)]
enum Statuses<'a> {
    List(Vec<Option<&'a str>>),
    ByIndex(&'a Members<String>),
}

impl<'a> Written<'a> {
    fn of(file: &'a JsonStat) -> Self {
        let cells: usize = file.size.iter().product();
        let status = if file.status.0.len() * 5 > cells {
            let mut list = vec![None; cells];
            for (index, word) in &file.status.0 {
                let slot = index.parse().ok().and_then(|i: usize| list.get_mut(i));
                if let Some(slot) = slot {
                    *slot = Some(word.as_str());
                }
            }
            Statuses::List(list)
        } else {
            Statuses::ByIndex(&file.status)
        };
        Self {
            version: &file.version,
            class: &file.class,
            label: &file.label,
            source: &file.source,
            updated: &file.updated,
            id: &file.id,
            size: &file.size,
            role: &file.role,
            dimension: &file.dimension,
            value: &file.value,
            status,
            extension: &file.extension,
        }
    }
}

/// The folder of figures.
pub const KIND: Kind = Kind { name: "cijfers", former };

/// The files of a folder that an earlier version made, which put no list into it: those that its
/// index has the hash of, and those that were in each.
fn former(folder: &Path) -> Option<BTreeSet<String>> {
    let index: Value = serde_json::from_slice(&file::read(&folder.join(INDEX)).ok()?).ok()?;
    index.get("extension")?.get("format")?.as_u64()?;
    let mut files: BTreeSet<String> = ALWAYS.into_iter().map(str::to_string).collect();
    for item in index.get("link")?.get("item")?.as_array()? {
        let href = item.get("href")?.as_str()?;
        let known = item.get("extension")?.get("sha256")?.as_str()?;
        // Another hash is a file that somebody changed.
        if file::read(&folder.join(href)).is_ok_and(|bytes| sha256(&bytes) == known) {
            files.insert(href.into());
        }
    }
    Some(files)
}

const INDEX: &str = "index.json";
const GEOMETRY_SCHEMA: &str = "geometry.schema.json";
const COMPARATORS_SCHEMA: &str = "comparators.schema.json";
const SCHEMA: &str = "extension.schema.json";

/// The files that do not stand in the index.
const ALWAYS: [&str; 13] = [
    INDEX,
    integrity::LIST,
    Names::FILE,
    JOINING,
    DCAT,
    atlas::COUNTRY,
    atlas::TILES,
    GEOMETRY_SCHEMA,
    COMPARATORS_SCHEMA,
    SCHEMA,
    news::FILE,
    news::SCHEMA_FILE,
    feed::FILE,
];

/// Writes all files to a folder, which then holds nothing else; with `is_compressed`, each under
/// brotli beside itself, too. Where anything fails, what was there stays as it was. How many files.
///
/// # Errors
/// What the system answered, with the path.
pub fn write(
    publication: &Publication<'_>,
    news: &News,
    claim: Claim<'_>,
    is_compressed: bool,
) -> Result<usize, Problem> {
    claim.replace(|new| {
        let count = fill(publication, news, new)?;
        Ok(if is_compressed { count + compress::beside_all(new)? } else { count })
    })
}

fn sha256(bytes: &[u8]) -> String {
    hexadecimal(&Sha256::digest(bytes))
}

fn fill(publication: &Publication<'_>, news: &News, folder: &Path) -> io::Result<usize> {
    for kind in ["indicator", "country", "benchmark", "region", overview::FOLDER] {
        fs::create_dir_all(folder.join(kind))?;
    }
    let mut items = Vec::new();
    let mut parts = 0;
    let write = |href: &str, file: &JsonStat| -> io::Result<String> {
        let bytes = serde_json::to_vec(&Written::of(file))?;
        fs::write(folder.join(href), &bytes)?;
        Ok(sha256(&bytes))
    };
    let mut put = |href: String, file: &JsonStat, sets: &[String]| -> io::Result<()> {
        let sha256 = write(&href, file)?;
        let is_indicator = href.starts_with("indicator/");
        items.push(Item {
            class: "dataset",
            href,
            label: file.label.clone(),
            extension: ItemExtension {
                version: FORMAT,
                sha256,
                figures: file.value.filled().count(),
                indicator: Indicator::of(file, sets).filter(|_| is_indicator),
            },
        });
        Ok(())
    };
    for entry in publication.catalogue {
        let id = &entry.definition.id;
        put(format!("indicator/{id}.json"), &publication.indicator(entry), &entry.sets)?;
        // The index names what is whole; these are parts of the same figures.
        write(&format!("country/{id}.json"), &publication.country(entry))?;
        write(&format!("benchmark/{id}.json"), &publication.benchmark(entry))?;
        parts += 2;
        if let Some(ranking) = publication.ranking(entry) {
            fs::create_dir_all(folder.join("ranking"))?;
            write(&format!("ranking/{id}.json"), &ranking)?;
            parts += 1;
        }
    }
    for place in publication.places.iter() {
        let name = address::file_of(&place.code);
        put(format!("region/{name}.json"), &publication.region(place), &[])?;
    }
    for (name, bearers) in address::names(publication.places) {
        write(&format!("region/{name}.json"), &publication.named(&bearers))?;
        parts += 1;
    }
    put("overview.json".into(), &publication.overview(), &[])?;
    for (name, part) in publication.overviews() {
        write(&format!("{}/{name}.json", overview::FOLDER), &part)?;
        parts += 1;
    }
    for (name, geometry) in publication.atlas.files(publication.places) {
        if name.contains('/') {
            fs::create_dir_all(folder.join(atlas::AREAS))?;
            parts += 1;
        }
        fs::write(folder.join(name), geometry.bytes()?)?;
    }
    let is_local = |records: &Records| records.keys().any(|(region, _)| region.starts_with("GM"));
    let local = publication.records.iter().filter(|(_, records)| is_local(records));
    let ids: Vec<&str> = local.map(|(id, _)| id.as_str()).collect();
    for (name, file) in publication.comparators.files(publication.places, &ids)? {
        fs::create_dir_all(folder.join(comparators::FOLDER))?;
        fs::write(folder.join(name), file)?;
        parts += 1;
    }
    write(story::FILE, &publication.story())?;
    parts += 1;
    let count = items.len() + parts + ALWAYS.len();
    fs::write(folder.join(DCAT), serde_json::to_vec(&publication.dcat())?)?;
    fs::write(folder.join(JOINING), serde_json::to_vec(publication.joining)?)?;
    fs::write(folder.join(GEOMETRY_SCHEMA), geometry::SCHEMA)?;
    fs::write(folder.join(COMPARATORS_SCHEMA), comparators::SCHEMA)?;
    fs::write(folder.join(SCHEMA), EXTENSION_SCHEMA)?;
    fs::write(folder.join(news::FILE), serde_json::to_vec(news)?)?;
    fs::write(folder.join(news::SCHEMA_FILE), news::SCHEMA)?;
    fs::write(folder.join(feed::FILE), feed::feed(news))?;
    let subjects = publication.catalogue.iter().zip(&items).filter_map(|(entry, item)| {
        let Indicator { name, regions, .. } = item.extension.indicator.as_ref()?;
        let (id, nl, en) = (entry.definition.id.clone(), name.nl.clone(), name.en.clone());
        Some(Subject { id, nl, en, regions: regions.iter().cloned().collect() })
    });
    let names = publication.names(subjects.collect());
    fs::write(folder.join(Names::FILE), serde_json::to_vec(&names)?)?;
    let index = Collection {
        version: "2.0",
        class: "collection",
        label: "Kansrijke Start: indicatoren van de eerste 1000 dagen",
        link: Link { item: items },
        extension: CollectionExtension {
            format: FORMAT,
            program: env!("CARGO_PKG_VERSION"),
            edition: news.imprint(),
        },
    };
    fs::write(folder.join(INDEX), serde_json::to_vec(&index)?)?;
    integrity::pin(folder)?;
    Ok(count)
}
