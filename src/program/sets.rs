// SPDX-License-Identifier: EUPL-1.2
//! `sets`: the indicators of a set as a list for a page: which have figures here, which are
//! published elsewhere, and which nobody is known to publish.

use super::advice::{self, Asked, Refused};
use super::message::Line;
use super::read;
use crate::data::dataset::Dataset;
use crate::error::{Error, Published};
use crate::figure::Figure;
use crate::indicator::bilingual::Bilingual;
use crate::indicator::definition::Definition;
use crate::indicator::region::COUNTRY;
use crate::markup::{Element, Node, element};
use crate::prepare::message::Say;
use crate::prepare::recipe::catalogue::SETS;
use crate::request::{Language, Request};
use clap::Args;
use clap::builder::{PossibleValuesParser, RangedI64ValueParser};
use serde_json::Value;
use std::path::{Path, PathBuf};

/// Lists a set.
#[derive(Debug, Args)]
pub(super) struct Sets {
    #[arg(long, value_parser = PossibleValuesParser::new(SETS))]
    set: String,
    #[arg(long, default_value = COUNTRY)]
    region: String,
    #[arg(long, default_value = "pkg/data")]
    src: PathBuf,
    #[arg(long, default_value_t = 3, value_parser = RangedI64ValueParser::<u8>::new().range(1..=6))]
    heading_level: u8,
}

/// A width that no word of a list depends on.
const WIDTH: u32 = 640;

/// The three groups of a list, in order.
#[derive(Clone, Copy, PartialEq)]
enum Group {
    Here,
    Elsewhere,
    Nowhere,
}

impl Sets {
    /// The list, for standard output.
    ///
    /// # Errors
    /// As [`list`].
    pub(super) fn run(&self, language: Language) -> Result<String, Box<Refused>> {
        let asked = Asked::from([("region", self.region.clone())]);
        let (text, read) = advice::answer(&self.src, language, &asked, |asked| {
            let region = asked.get("region").map(String::as_str).unwrap_or_default();
            list(&self.src, &self.set, region, self.heading_level, language)
        })?;
        if let Some(told) = advice::told(language, &read) {
            eprintln!("{told}");
        }
        Ok(text)
    }
}

/// The indicators of a set with the figures of a region, as HTML; `heading_level` is that of the
/// groups.
///
/// # Errors
/// Files that cannot be read, or that do not know the region.
pub fn list(
    folder: &Path,
    set: &str,
    region: &str,
    heading_level: u8,
    language: Language,
) -> Result<String, Error> {
    let mut items = Vec::new();
    for id in members(folder, set)? {
        items.push(item(&read(folder, &id)?, &id, region, language)?);
    }
    let count = |group: Group| items.iter().filter(|(one, _)| *one == group).count();
    let [here, elsewhere, nowhere] = [Group::Here, Group::Elsewhere, Group::Nowhere].map(count);
    let counts = Line::SetCounts(items.len(), here, elsewhere, nowhere).say(language);
    let mut list = vec![element("p").text(counts)];
    let groups = [
        (Group::Here, Line::SetHere),
        (Group::Elsewhere, Line::SetElsewhere),
        (Group::Nowhere, Line::SetNowhere),
    ];
    for (group, line) in groups.into_iter().filter(|(group, _)| count(*group) > 0) {
        let entries = items.iter().filter(|(one, _)| *one == group);
        list.push(element(heading(heading_level)).text(line.say(language)));
        list.push(element("ul").children(entries.map(|(_, entry)| entry.clone())));
    }
    Ok(list.iter().map(|part| part.to_html() + "\n").collect())
}

fn heading(level: u8) -> &'static str {
    let names = ["h1", "h2", "h3", "h4", "h5", "h6"];
    names.get(usize::from(level.saturating_sub(1))).copied().unwrap_or("h6")
}

/// One indicator: its group, and what is said of it.
fn item(
    dataset: &Dataset,
    id: &str,
    region: &str,
    language: Language,
) -> Result<(Group, Element), Error> {
    let attribute = |name: &str| match name {
        "indicator" => Some(id.to_string()),
        "region" => Some(region.to_string()),
        _ => None,
    };
    let request = Request::parse(attribute, language.tag(), WIDTH)?;
    let (_, definition) = dataset.definition(id)?;
    let pick = |text: &Bilingual| language.either(&text.nl, &text.en).clone();
    let entry = element("li").child(element("strong").text(pick(&definition.name))).text(": ");
    match Figure::new(dataset, &request) {
        Ok(figure) => {
            let said = figure.sentences().first().cloned().unwrap_or_default();
            Ok((Group::Here, entry.text(said + " ").child(source(definition))))
        }
        // The region has none, and others have.
        Err(Error::NoFigures { published: Published::Unsaid, .. })
            if !dataset.periods.is_empty() =>
        {
            let said = Line::SetOtherRegions.say(language) + " ";
            Ok((Group::Here, entry.text(said).child(source(definition))))
        }
        Err(Error::NoFigures { published, .. }) => {
            let entry = entry.text(pick(&definition.definition) + " ");
            Ok(match published {
                Published::Nowhere => (Group::Nowhere, entry),
                _ => (Group::Elsewhere, entry.child(source(definition))),
            })
        }
        Err(error) => Err(error),
    }
}

/// Whose figures they are, linked to more about them where that has an address.
fn source(definition: &Definition) -> Node {
    let source = &definition.source;
    let mut text = source.publisher.clone();
    if let Some(publication) = &source.publication {
        text = text + ", " + publication;
    }
    let address = source.more.clone().filter(|_| source.host().is_some());
    let named = match address {
        Some(address) => element("a").with("href", address).text(text),
        None => element("span").text(text),
    };
    Node::Element(element("small").child(named))
}

/// The ids of the indicators of a set, in the order of the catalogue.
fn members(folder: &Path, set: &str) -> Result<Vec<String>, Error> {
    let path = folder.join("index.json");
    let address = path.display().to_string();
    let bytes = std::fs::read(&path).map_err(|error| Error::DataUnreachable {
        address: address.clone(),
        found: error.to_string(),
    })?;
    let index: Value = serde_json::from_slice(&bytes)
        .map_err(|error| Error::malformed(&address, &error.to_string(), "JSON"))?;
    let items = index.pointer("/link/item").and_then(Value::as_array);
    let items = items.ok_or_else(|| Error::malformed(&address, "nothing", "link.item"))?;
    let is_member = |item: &&Value| {
        let sets = item.pointer("/extension/sets").and_then(Value::as_array);
        sets.is_some_and(|sets| sets.iter().any(|one| one.as_str() == Some(set)))
    };
    let id = |item: &Value| {
        let href = item.get("href")?.as_str()?;
        Some(href.strip_prefix("indicator/")?.strip_suffix(".json")?.to_string())
    };
    Ok(items.iter().filter(is_member).filter_map(id).collect())
}
