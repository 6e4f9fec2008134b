// SPDX-License-Identifier: EUPL-1.2
//! The addresses of all pages, as search engines read them (sitemaps.org, version 0.9).

use super::address::Address;
use super::index;
use crate::indicator::edition::Edition;
use crate::markup::element;

/// The name of its file.
pub const NAME: &str = "sitemap.xml";

/// The sitemap of the pages of these regions, and of the page that lists them. Addresses in it are
/// whole ones, so it needs that of the folder.
///
/// ```
/// use kansrijke_start::factsheet::{address::Address, sitemap};
///
/// let base = Address::parse("https://www.example.nl/factsheets").unwrap();
/// let map = sitemap::of(&base, ["GM0344"].into_iter(), None);
/// assert!(map.contains("<loc>https://www.example.nl/factsheets/GM0344.html</loc>"));
/// ```
pub fn of<'c>(
    base: &Address,
    codes: impl Iterator<Item = &'c str>,
    edition: Option<&Edition>,
) -> String {
    let files =
        std::iter::once(index::NAME.to_string()).chain(codes.map(|code| [code, ".html"].concat()));
    let entries = files.map(|file| {
        let mut entry = element("url").child(element("loc").text(base.file(&file)));
        if let Some(edition) = edition {
            entry = entry.child(element("lastmod").text(edition.day().to_string()));
        }
        entry.to_xml() + "\n"
    });
    let entries: String = entries.collect();
    [
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
         <urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n",
        &entries,
        "</urlset>\n",
    ]
    .concat()
}
