// SPDX-License-Identifier: EUPL-1.2
//! The page that lists all factsheets, by province.

use super::document::{Document, paragraph, section};
use super::linked::collection;
use super::setting::Setting;
use crate::markup::element;
use crate::text::template::fill;
use std::collections::BTreeMap;

/// The name of its file.
pub const NAME: &str = "index.html";

/// A factsheet in the list.
#[derive(Clone, Debug)]
pub struct Entry {
    /// The code of its region, by which its file is called.
    pub code: String,
    /// The name of the region.
    pub name: String,
    /// The name of its province, where it lies in one.
    pub province: Option<String>,
}

/// The page.
pub fn page(setting: &Setting, entries: &[Entry]) -> String {
    let (words, figures) = (setting.words(), setting.figures());
    let many = figures.count(entries.len() as f64);
    let lede = fill(words.index_lede, &[("many", &many)]);
    let mut provinces: BTreeMap<(bool, &str), Vec<&Entry>> = BTreeMap::new();
    for entry in entries {
        // Those without a province come last.
        let province = entry.province.as_deref();
        let key = (province.is_none(), province.unwrap_or(words.others));
        provinces.entry(key).or_default().push(entry);
    }
    let mut main = vec![paragraph(lede.clone())];
    for (nth, ((_, province), mut entries)) in provinces.into_iter().enumerate() {
        entries.sort_by(|one, other| one.name.cmp(&other.name));
        let items = entries.into_iter().map(|entry| {
            let link = element("a").with("href", [&entry.code, ".html"].concat());
            element("li").child(link.text(entry.name.clone()))
        });
        let id = ["province-", &(nth + 1).to_string()].concat();
        main.push(section(&id, province).child(element("ul").class("list").children(items)));
    }
    let data = collection(setting, NAME, words.index, &lede);
    let document = Document {
        setting,
        file: NAME,
        title: words.index,
        description: &lede,
        data,
        header: vec![element("h1").text(words.index)],
        main,
    };
    document.html()
}
