// SPDX-License-Identifier: EUPL-1.2
//! What the tests of several subjects share: the shipped figures, requests, the gallery, one maker
//! of datasets (`fixture`), one reader of pictures (`svg`) and one of published files
//! (`published`). A subject takes it in by `#[path = "../support/mod.rs"] mod support;`.
#![allow(dead_code, reason = "each test binary uses a part of it")]

pub mod fixture;
pub mod folder;
pub mod outputs;
pub mod published;
pub mod svg;

use kansrijke_start::data::dataset::Dataset;
use kansrijke_start::error::Error;
use kansrijke_start::figure::Figure;
use kansrijke_start::prepare::geometry::atlas;
use kansrijke_start::request::{NEIGHBOURS, PEERS, Request, View};
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, OnceLock};

/// The project's folder.
pub fn project() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// The folder of the shipped figures. The first test binary prepares it from their sources, while
/// others wait; these take it over where neither a source nor the library, which the program
/// holds, has changed since.
pub fn figures() -> &'static Path {
    static FOLDER: OnceLock<PathBuf> = OnceLock::new();
    FOLDER.get_or_init(|| {
        let sources = project().join("www/figures");
        let at = |name: &str| Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
        let (key, folder) = (at("figures-made-of"), at("figures-shipped"));
        // Released when it is dropped, also by a test binary that ends.
        let lock = fs::File::create(at("figures-lock")).and_then(|file| file.lock().map(|()| file));
        assert!(lock.is_ok(), "the figures cannot be locked: {lock:?}");
        let made_of = made_of(&sources);
        if folder.is_dir() && fs::read_to_string(&key).is_ok_and(|known| known == made_of) {
            return folder;
        }
        let _ = fs::remove_file(&key);
        let made = kansrijke_start::prepare::run(&sources, &folder);
        assert!(made.is_ok(), "the figures cannot be made: {made:?}");
        assert!(fs::write(&key, made_of).is_ok(), "what the figures are made of cannot be written");
        folder
    })
}

/// When the program was built, and each source was changed.
fn made_of(sources: &Path) -> String {
    let files = fs::read_dir(sources).into_iter().flatten().flatten().map(|entry| entry.path());
    let program = PathBuf::from(env!("CARGO_BIN_EXE_kansrijke-start"));
    let mut all: Vec<String> = files
        .chain([program])
        .map(|path| {
            let about = fs::metadata(&path).map(|about| (about.len(), about.modified().ok()));
            format!("{} {about:?}", path.display())
        })
        .collect();
    all.sort();
    all.join("\n")
}

/// A shipped indicator, or all of them for an empty id. Each file is read once.
pub fn dataset(indicator: &str) -> Result<&'static Dataset, Error> {
    static READ: Mutex<BTreeMap<String, &Dataset>> = Mutex::new(BTreeMap::new());
    let folder = figures();
    let mut read = READ.lock().unwrap_or_else(|poisoned| poisoned.into_inner());
    if let Some(dataset) = read.get(indicator) {
        return Ok(dataset);
    }
    let dataset = &*Box::leak(Box::new(kansrijke_start::program::read(folder, indicator)?));
    read.insert(indicator.to_string(), dataset);
    Ok(dataset)
}

/// What a figure of shipped data is drawn from: an indicator's file, that of many, those of a
/// story, and what a map is drawn from.
pub fn dataset_of(request: &Request) -> Result<&'static Dataset, Error> {
    static READ: Mutex<BTreeMap<(String, String), &Dataset>> = Mutex::new(BTreeMap::new());
    let file = match request.view {
        View::Story => Some(request.region.clone()),
        _ if matches!(request.within.as_deref(), Some(NEIGHBOURS | PEERS)) => {
            let (file, language) = (atlas::file_of(request), request.language.tag());
            Some(format!("{file:?} {:?} {} {language}", request.within, request.region))
        }
        _ => atlas::file_of(request),
    };
    let Some(file) = file else { return dataset(&request.indicator) };
    let key = (request.indicator.clone(), file);
    let mut read = READ.lock().unwrap_or_else(|poisoned| poisoned.into_inner());
    if let Some(dataset) = read.get(&key) {
        return Ok(dataset);
    }
    let dataset = &*Box::leak(Box::new(kansrijke_start::program::read_for(figures(), request)?));
    read.insert(key, dataset);
    Ok(dataset)
}

/// A request from attributes, drawn `width` pixels wide.
pub fn request<N: AsRef<str>, V: AsRef<str>>(
    attributes: &[(N, V)],
    width: u32,
) -> Result<Request, Error> {
    let value = |name: &str| {
        let attribute = attributes.iter().find(|(n, _)| n.as_ref() == name);
        attribute.map(|(_, value)| value.as_ref().to_string())
    };
    Request::parse(value, "nl", width)
}

/// What `see` makes of the figure of shipped data that these attributes ask for.
pub fn with_figure<T>(
    attributes: &[(&str, &str)],
    width: u32,
    see: impl FnOnce(&Figure) -> T,
) -> T {
    let request = request(attributes, width).unwrap();
    see(&Figure::new(dataset_of(&request).unwrap(), &request).unwrap())
}

/// An element of the gallery page.
#[derive(Debug)]
pub struct Scenario {
    /// Its attributes, in the order of the page.
    pub attributes: Vec<(String, String)>,
    /// Whether it stands in the section of what goes wrong.
    pub is_refused: bool,
}

impl Scenario {
    /// The value of an attribute.
    pub fn attribute(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(n, _)| n == name).map(|(_, value)| &**value)
    }
}

/// The elements of the gallery page, in order.
pub fn gallery() -> Vec<Scenario> {
    let page = std::fs::read_to_string(project().join("www/index.html")).unwrap();
    let (charts, refused) = page.split_once("<section id=\"errors\">").unwrap();
    let elements = |part: &str, is_refused: bool| -> Vec<Scenario> {
        let tags = part.split("<kansrijke-start ").skip(1);
        tags.map(|tag| Scenario { attributes: attributes(tag), is_refused }).collect()
    };
    let mut scenarios = elements(charts, false);
    scenarios.extend(elements(refused, true));
    scenarios
}

/// The attributes with which a tag begins, each with a value in double quotes; and `annotations`,
/// where items of a list inside the element are.
pub fn attributes(tag: &str) -> Vec<(String, String)> {
    let mut attributes = listed(tag);
    let items = tag.split("</kansrijke-start>").next().unwrap_or_default().split("<li ").skip(1);
    let line = |item: &str| {
        let given = listed(item);
        let of = |name: &str| given.iter().find(|(n, _)| n == name).map_or("", |(_, value)| value);
        let text = item.split('>').nth(1).and_then(|text| text.split('<').next());
        format!("{}|{}|{}", of("data-period"), of("data-region"), text.unwrap_or_default())
    };
    let lines: Vec<String> = items.map(line).collect();
    if !lines.is_empty() {
        attributes.push(("annotations".into(), lines.join("\n")));
    }
    attributes
}

fn listed(tag: &str) -> Vec<(String, String)> {
    let mut attributes = Vec::new();
    let mut rest = tag.split('>').next().unwrap_or_default();
    while let Some((name, after)) = rest.split_once("=\"") {
        let (value, tail) = after.split_once('"').unwrap_or((after, ""));
        attributes.push((name.trim().to_string(), value.to_string()));
        rest = tail;
    }
    attributes
}
