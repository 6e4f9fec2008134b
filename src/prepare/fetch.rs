// SPDX-License-Identifier: EUPL-1.2
//! Downloads a table of CBS or RIVM, page by page, into files that `prepare` reads.

use super::client::{Client, Failure, Patience, written};
use super::problem::Problem;
use serde_json::Value;
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
                three: "https://opendata.cbs.nl/ODataApi/odata".into(),
            },
            "RIVM" => Self {
                // CBS serves the tables of other publishers, most of them in version 3 alone.
                four: "https://datasets.cbs.nl/odata/v1/RIVM".into(),
                three: "https://dataderden.cbs.nl/ODataApi/odata".into(),
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

/// Fetches a table into a folder. An attempt that broke off goes on where it ended: pages that
/// are whole are not asked for again; a finished download is made anew. `told` hears of every page.
///
/// # Errors
/// What the server answered, after the last try.
pub fn fetch(
    table: &str,
    catalog: &Catalog,
    folder: &Path,
    patience: &Patience,
    told: &dyn Fn(usize),
) -> Result<Fetched, Problem> {
    let plain = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '_';
    if table.is_empty() || !table.chars().all(plain) {
        let expected = "de code van een tabel, zoals 37201";
        return Err(Problem::file("fetch", format!("\"{table}\""), expected));
    }
    fs::create_dir_all(folder).map_err(|e| written(folder, &e))?;
    // Pages without this mark are of an earlier, finished download: the table may have changed.
    let unfinished = folder.join(UNFINISHED);
    if !unfinished.exists() {
        for stem in [OBSERVATIONS, TYPED] {
            clear(folder, stem, 1);
        }
        for name in [PERIODS, MEASURES] {
            let _ = fs::remove_file(folder.join(name));
        }
        fs::write(&unfinished, table).map_err(|e| written(&unfinished, &e))?;
    }
    let fetched = fetch_pages(table, catalog, folder, patience, told)?;
    fs::remove_file(&unfinished).map_err(|e| written(&unfinished, &e))?;
    Ok(fetched)
}

/// Stands in a folder while a download is not whole.
const UNFINISHED: &str = "onvoltooid.txt";

/// How pages are called, of version 4 and of version 3.
const OBSERVATIONS: &str = "observations";
const TYPED: &str = "typed";

/// How descriptions are called.
const PERIODS: &str = "codes-Perioden.json";
const MEASURES: &str = "measure-codes.json";

/// Removes the pages from a number on.
fn clear(folder: &Path, stem: &str, first: usize) {
    for number in first.. {
        if fs::remove_file(folder.join(format!("{stem}-{number}.json"))).is_err() {
            break;
        }
    }
}

fn fetch_pages(
    table: &str,
    catalog: &Catalog,
    folder: &Path,
    patience: &Patience,
    told: &dyn Fn(usize),
) -> Result<Fetched, Problem> {
    let client = Client::new(patience);
    let four = format!("{}/{table}", catalog.four);
    let mut job = Job { client: &client, folder, told, kept: 0 };
    match job.pages(&format!("{four}/Observations"), OBSERVATIONS) {
        Ok(pages) => {
            job.optional(&format!("{four}/PeriodenCodes"), PERIODS);
            job.optional(&format!("{four}/MeasureCodes"), MEASURES);
            Ok(Fetched { version: 4, pages, kept: job.kept })
        }
        // A table that is not there in version 4 may be in version 3.
        Err(Failure::Refused(_)) => {
            let three = format!("{}/{table}", catalog.three);
            let pages = job
                .skipping(&format!("{three}/TypedDataSet"), TYPED)
                .map_err(|failure| failure.problem(&three))?;
            Ok(Fetched { version: 3, pages, kept: job.kept })
        }
        Err(failure) => Err(failure.problem(&four)),
    }
}

struct Job<'a> {
    client: &'a Client<'a>,
    folder: &'a Path,
    told: &'a dyn Fn(usize),
    kept: usize,
}

impl Job<'_> {
    fn path(&self, stem: &str, number: usize) -> PathBuf {
        self.folder.join(format!("{stem}-{number}.json"))
    }

    /// The page with this number: the one that an earlier attempt left, or a new one.
    fn page(&mut self, stem: &str, number: usize, address: &str) -> Result<Value, Failure> {
        let path = self.path(stem, number);
        if let Some(page) = fs::read(&path).ok().and_then(|b| serde_json::from_slice(&b).ok()) {
            self.kept += 1;
            return Ok(page);
        }
        let page = self.client.page(address)?;
        // First beside it: what bears the name of a page is whole.
        let half = path.with_extension("part");
        let saved = fs::write(&half, page.to_string()).and_then(|()| fs::rename(&half, &path));
        saved.map_err(|e| Failure::Disk(written(&path, &e)))?;
        (self.told)(number);
        Ok(page)
    }

    /// Pages that name the next one.
    fn pages(&mut self, first: &str, stem: &str) -> Result<usize, Failure> {
        let mut address = first.to_string();
        for number in 1.. {
            let page = self.page(stem, number, &address)?;
            match page.get("@odata.nextLink").and_then(Value::as_str) {
                Some(next) => address = joined(first, next),
                None => {
                    return Ok(number);
                }
            }
        }
        Ok(0)
    }

    /// Pages by number of rows: the last one is the first that is not full.
    fn skipping(&mut self, address: &str, stem: &str) -> Result<usize, Failure> {
        const ROWS: usize = 10_000;
        for number in 1.. {
            let skip = (number - 1) * ROWS;
            let page = format!("{address}?$format=json&$top={ROWS}&$skip={skip}");
            let page = self.page(stem, number, &page)?;
            let rows = page.get("value").and_then(Value::as_array).map_or(0, Vec::len);
            if rows < ROWS {
                // A table of exactly so many rows ends with an empty page, which is none.
                let empty = rows == 0 && number > 1;
                let last = number - usize::from(empty);
                clear(self.folder, stem, last + 1);
                return Ok(last);
            }
        }
        Ok(0)
    }

    /// A description that helps and is not needed.
    fn optional(&self, address: &str, name: &str) {
        let path = self.folder.join(name);
        if !path.exists()
            && let Ok(page) = self.client.page(address)
        {
            let page = mark(page, address);
            // Without it figures are merely not marked as provisional.
            let _ = fs::write(path, page.to_string());
        }
    }
}

/// A description says what it is of, as the services write it.
fn mark(mut page: Value, address: &str) -> Value {
    let name = address.rsplit('/').next().unwrap_or_default();
    if let Some(page) = page.as_object_mut() {
        page.entry("@odata.context").or_insert_with(|| format!("{address}#{name}").into());
    }
    page
}

/// A next page, which some services name without their own address.
fn joined(first: &str, next: &str) -> String {
    if next.starts_with("http://") || next.starts_with("https://") {
        return next.to_string();
    }
    let base = first.rsplit_once('/').map_or(first, |(base, _)| base);
    format!("{base}/{}", next.trim_start_matches('/'))
}
