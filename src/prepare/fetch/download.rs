// SPDX-License-Identifier: EUPL-1.2
//! Downloads a table of CBS or RIVM, page by page, into files that `prepare` reads.

use super::address::Hosts;
use super::client::{Client, Failure, Patience, written};
use crate::prepare::folder::{Claim, Kind, file};
use crate::prepare::library;
use crate::prepare::message::{Expected, Found};
use crate::prepare::problem::Problem;
use serde::Deserialize;
use serde::de::IgnoredAny;
use serde_json::Value;
use sha2::{Digest, Sha256};
use std::collections::HashSet;
use std::fs;
use std::path::{Path, PathBuf};

/// Where the tables of a publisher are.
#[derive(Clone, Debug)]
pub struct Catalog {
    /// OData version 4: `{four}/{table}/Observations`.
    pub four: String,
    /// OData version 3: `{three}/{table}/TypedDataSet`.
    pub three: String,
}

impl Catalog {
    /// By its short name, or by the address of an OData version 4 service.
    pub fn named(name: &str) -> Self {
        match name {
            "CBS" => Self {
                four: "https://datasets.cbs.nl/odata/v1/CBS".into(),
                // The other service of version 3, ODataApi, refuses what has more than 10,000 rows.
                three: "https://opendata.cbs.nl/ODataFeed/odata".into(),
            },
            "RIVM" => Self {
                // CBS serves the tables of other publishers, most of them in version 3 alone.
                four: "https://datasets.cbs.nl/odata/v1/RIVM".into(),
                three: "https://dataderden.cbs.nl/ODataFeed/odata".into(),
            },
            address => {
                let address = address.trim_end_matches('/').to_string();
                Self { four: address.clone(), three: address }
            }
        }
    }
}

/// What was fetched.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fetched {
    /// The version of OData that answered.
    pub version: u8,
    /// Pages of figures in the folder.
    pub pages: usize,
    /// Pages that an earlier attempt had left there.
    pub kept: usize,
}

/// The folder of a table.
pub(super) const KIND: Kind = Kind::listed("een tabel van fetch");

/// Fetches a table into a folder, which is put in its place when it is whole. An attempt that broke
/// off goes on where it ended, for a day: pages that are whole are not asked for again; a finished
/// download is made anew. `progress` is called with the number of every page.
///
/// # Errors
/// What the server answered, after the last try, and a folder that is not ours to write.
pub fn fetch(
    table: &str,
    catalog: &Catalog,
    folder: &Path,
    patience: &Patience,
    progress: &dyn Fn(usize),
) -> Result<Fetched, Problem> {
    checked(table)?;
    let hosts = Hosts::of(&[&catalog.four, &catalog.three]).map_err(|address| {
        let expected = Expected::WebAddress;
        Problem::file("fetch", Found::Address(address), expected)
    })?;
    let key = [&catalog.four, " ", &catalog.three, " ", table].concat();
    let filling = Claim::of(folder, KIND, &[])?.begin(&key)?;
    let half = filling.folder();
    let client = Client::new(patience, hosts);
    let mut job = Job::new(&client, &half, patience, progress);
    let (error, address) = match job.table(table, catalog) {
        Ok(fetched) => return filling.finish().map(|()| fetched),
        Err(failed) => failed,
    };
    // What the server said wrong once is of no use another time.
    let goes_on = matches!(error, Failure::Lost(_)) && job.pages > 0;
    let mut problem = error.problem(&address);
    if goes_on {
        problem.expected = Box::new(Expected::GoesOn(problem.expected));
        filling.keep();
    }
    Err(problem)
}

/// Refuses what is no code of a table.
pub(super) fn checked(table: &str) -> Result<(), Problem> {
    let plain = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '_';
    match !table.is_empty() && table.chars().all(plain) {
        true => Ok(()),
        false => Err(Problem::file("fetch", Found::Quoted(table.into()), Expected::TableCode)),
    }
}

/// How pages are called, of version 4 and of version 3.
const OBSERVATIONS: &str = "observations";
const TYPED: &str = "typed";

/// Removes the pages from a number on that an earlier attempt left.
fn clear(folder: &Path, stem: &str, first: usize) {
    for number in first.. {
        if fs::remove_file(folder.join(format!("{stem}-{number}.json"))).is_err() {
            break;
        }
    }
}

/// What must be known of a page; the rest is kept as it came.
#[derive(Deserialize)]
struct Page {
    value: Vec<IgnoredAny>,
    #[serde(rename = "@odata.nextLink", alias = "odata.nextLink")]
    next: Option<String>,
}

impl Page {
    fn read(text: &str) -> Result<Self, Found> {
        serde_json::from_str(text).map_err(|e| Found::PageIsNoTable(Box::new(library::json(e))))
    }
}

pub(super) struct Job<'a> {
    client: &'a Client<'a>,
    folder: &'a Path,
    most: usize,
    progress: &'a dyn Fn(usize),
    /// Pages in the folder.
    pages: usize,
    kept: usize,
    /// The addresses and the contents of pages.
    seen: HashSet<Vec<u8>>,
}

impl<'a> Job<'a> {
    pub(super) fn new(
        client: &'a Client<'a>,
        folder: &'a Path,
        patience: &Patience,
        progress: &'a dyn Fn(usize),
    ) -> Self {
        let most = patience.bounds.pages;
        Self { client, folder, most, progress, pages: 0, kept: 0, seen: HashSet::new() }
    }

    /// All of a table, or why not and of what address.
    fn table(&mut self, table: &str, catalog: &Catalog) -> Result<Fetched, (Failure, String)> {
        let four = format!("{}/{table}", catalog.four);
        match self.four(&four, "") {
            Ok(pages) => {
                self.optional(&format!("{four}/PeriodenCodes"), "codes-Perioden.json");
                self.optional(&format!("{four}/MeasureCodes"), "measure-codes.json");
                Ok(Fetched { version: 4, pages, kept: self.kept })
            }
            // A table that is not there in version 4 may be in version 3.
            Err(Failure::Refused(_)) => {
                (self.pages, self.kept) = (0, 0);
                let three = format!("{}/{table}", catalog.three);
                let pages = self.three(&three, "").map_err(|failure| (failure, three))?;
                Ok(Fetched { version: 3, pages, kept: self.kept })
            }
            Err(failure) => Err((failure, four)),
        }
    }

    /// Pages of figures in the folder.
    pub(super) fn pages(&self) -> usize {
        self.pages
    }

    /// The rows of a table in version 4, or those of them that a query asks for.
    pub(super) fn four(&mut self, table: &str, query: &str) -> Result<usize, Failure> {
        let pages = self.linked(&format!("{table}/Observations{query}"), OBSERVATIONS)?;
        clear(self.folder, TYPED, 1);
        Ok(pages)
    }

    /// The rows of a table in version 3, or those of them that a query asks for.
    pub(super) fn three(&mut self, table: &str, query: &str) -> Result<usize, Failure> {
        let pages = self.skipping(&format!("{table}/TypedDataSet"), query, TYPED)?;
        clear(self.folder, OBSERVATIONS, 1);
        Ok(pages)
    }

    /// Writes a description beside the pages.
    pub(super) fn describe(&self, name: &str, page: &Value) -> Result<(), Failure> {
        let path = self.folder.join(name);
        let saved = fs::write(&path, page.to_string());
        saved.map_err(|e| Failure::Disk(Box::new(written(&path, &e))))
    }

    fn path(&self, stem: &str, number: usize) -> PathBuf {
        self.folder.join(format!("{stem}-{number}.json"))
    }

    /// The page with this number: the one that an earlier attempt left, or a new one.
    fn page(&mut self, stem: &str, number: usize, address: &str) -> Result<Page, Failure> {
        if number > self.most {
            return Err(Failure::Wrong(Found::ManyPages(self.most)));
        }
        self.see(address.as_bytes(), number)?;
        let path = self.path(stem, number);
        if let Ok(text) = file::text(&path)
            && let Ok(page) = Page::read(&text)
        {
            self.client.count(text.len())?;
            self.content(&text, &page, number)?;
            self.kept += 1;
            self.pages += 1;
            return Ok(page);
        }
        let (text, page) = self.client.page(address, Page::read)?;
        self.content(&text, &page, number)?;
        // First beside it: what bears the name of a page is whole.
        let half = path.with_extension("part");
        let saved = fs::write(&half, text).and_then(|()| fs::rename(&half, &path));
        saved.map_err(|e| Failure::Disk(Box::new(written(&path, &e))))?;
        self.pages += 1;
        (self.progress)(number);
        Ok(page)
    }

    /// Notes what a page holds, but for the address of the next: the same page again has no end.
    fn content(&mut self, text: &str, page: &Page, number: usize) -> Result<(), Failure> {
        let rest = match &page.next {
            Some(next) => text.replace(next.as_str(), "").replace(&next.replace('/', "\\/"), ""),
            None => text.to_string(),
        };
        self.see(&Sha256::digest(rest.as_bytes()), number)
    }

    fn see(&mut self, what: &[u8], number: usize) -> Result<(), Failure> {
        match self.seen.insert(what.to_vec()) {
            true => Ok(()),
            false => Err(Failure::Wrong(Found::PageTwice(number))),
        }
    }

    /// Pages that name the next one.
    fn linked(&mut self, first: &str, stem: &str) -> Result<usize, Failure> {
        let mut address = first.to_string();
        let mut number = 1;
        loop {
            let page = self.page(stem, number, &address)?;
            let Some(next) = page.next else { return Ok(number) };
            address = self.client.follow(&address, &next)?;
            number += 1;
        }
    }

    /// Pages by number of rows: the last one is the first that is not full.
    fn skipping(&mut self, address: &str, query: &str, stem: &str) -> Result<usize, Failure> {
        const ROWS: usize = 10_000;
        let mut number = 1;
        loop {
            let skip = (number - 1) * ROWS;
            let page = format!("{address}?$format=json&$top={ROWS}&$skip={skip}{query}");
            let rows = self.page(stem, number, &page)?.value.len();
            if rows < ROWS {
                // A table of exactly so many rows ends with an empty page, which is none.
                let empty = rows == 0 && number > 1;
                let last = number - usize::from(empty);
                clear(self.folder, stem, last + 1);
                return Ok(last);
            }
            number += 1;
        }
    }

    /// A description that helps and is not needed.
    fn optional(&self, address: &str, name: &str) {
        let path = self.folder.join(name);
        let read = |text: &str| serde_json::from_str::<Value>(text).map_err(library::json);
        if !path.exists()
            && let Ok((_, page)) = self.client.page(address, read)
        {
            let page = mark(page, address);
            // Without it figures are merely not marked as provisional.
            let _ = fs::write(path, page.to_string());
        }
    }
}

/// A description says what it is of, as the services write it.
pub(super) fn mark(mut page: Value, address: &str) -> Value {
    let name = address.rsplit('/').next().unwrap_or_default();
    if let Some(page) = page.as_object_mut() {
        page.entry("@odata.context").or_insert_with(|| format!("{address}#{name}").into());
    }
    page
}
