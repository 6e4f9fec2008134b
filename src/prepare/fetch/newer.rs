// SPDX-License-Identifier: EUPL-1.2
//! The part of a table that is wanted, fetched where its publisher has a newer edition than the
//! one that is there.

use super::address::Hosts;
use super::client::{Client, Failure, Patience, written};
use super::description::Description;
use super::download::{Catalog, Job, KIND, checked, mark};
use super::selection::{Query, Selection, Unmet};
use crate::prepare::folder::Claim;
use crate::prepare::message::{Expected, Found};
use crate::prepare::problem::Problem;
use crate::prepare::read::fetched::Edition;
use std::path::Path;

/// What became of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Checked {
    /// What its publisher calls it.
    pub title: String,
    /// When its publisher last changed it.
    pub modified: String,
    /// Whether its publisher will not add to it any more.
    pub discontinued: bool,
    /// Pages that were fetched; `None` where what was there is the newest.
    pub pages: Option<usize>,
}

/// Why a table could not be had.
#[derive(Clone, Debug, PartialEq)]
pub struct Unavailable {
    /// What is wrong.
    pub problem: Problem,
    /// Whether its service could not be reached at all.
    pub unreachable: bool,
}

impl From<Problem> for Unavailable {
    fn from(problem: Problem) -> Self {
        Self { problem, unreachable: false }
    }
}

/// Fetches what is wanted of a table into a folder, where that is newer than what is there. What
/// is there stays until the new one is whole.
///
/// # Errors
/// What the server answered, after the last try; what is wanted and not there, with what is; a
/// folder that is not ours to write.
pub fn fetch_newer(
    table: &str,
    catalog: &Catalog,
    folder: &Path,
    selection: &Selection,
    patience: &Patience,
    progress: &dyn Fn(usize),
) -> Result<Checked, Unavailable> {
    checked(table)?;
    let hosts = Hosts::of(&[&catalog.four, &catalog.three])
        .map_err(|address| Problem::file(table, Found::Address(address), Expected::WebAddress))?;
    let claim = Claim::of(folder, KIND, &[])?;
    let client = Client::new(patience, hosts);
    let description = Description::ask(&client, table, catalog)
        .map_err(|(failure, address)| unavailable(failure, &address))?;
    let asked = format!("{} {selection:?}", catalog.three);
    let known = Edition::read(folder);
    let newest = known.filter(|known| {
        let same = known.asked == asked && known.version == description.version;
        same && !known.modified.is_empty() && known.modified >= description.modified
    });
    let result = |pages: Option<usize>| Checked {
        title: description.title.clone(),
        modified: description.modified.clone(),
        discontinued: description.discontinued,
        pages,
    };
    if newest.is_some() {
        return Ok(result(None));
    }
    let query = selection.query(&client, &description).map_err(|unmet| match unmet {
        Unmet::Unlike(found, expected) => Problem::file(table, found, expected).into(),
        Unmet::Failed(failure) => unavailable(failure, &description.address),
    })?;
    let key = format!("{asked} {} {}", description.version, description.modified);
    // A key is one line.
    let filling = claim.begin(&key.replace('\n', " "))?;
    let half = filling.folder();
    let mut job = Job::new(&client, &half, patience, progress);
    match job.selected(&description, &query) {
        Ok(pages) => {
            let edition = Edition {
                table: table.into(),
                title: description.title.clone(),
                modified: description.modified.clone(),
                asked,
                version: description.version,
                columns: query.columns,
                codes: query.codes,
            };
            edition.write(&half).map_err(|e| written(&half, &e))?;
            filling.finish()?;
            Ok(result(Some(pages)))
        }
        Err(failure) => {
            let goes_on = matches!(failure, Failure::Lost(_)) && job.pages() > 0;
            let mut unavailable = unavailable(failure, &description.address);
            if goes_on {
                let expected = unavailable.problem.expected;
                unavailable.problem.expected = Box::new(Expected::GoesOn(expected));
                filling.keep();
            }
            Err(unavailable)
        }
    }
}

fn unavailable(failure: Failure, address: &str) -> Unavailable {
    let unreachable = matches!(&failure, Failure::Lost(Found::NoConnection(_)));
    Unavailable { problem: failure.problem(address), unreachable }
}

impl Job<'_> {
    /// The rows and columns that are wanted, and the codes of periods.
    fn selected(&mut self, table: &Description, query: &Query) -> Result<usize, Failure> {
        let page = mark(query.periods.clone(), &format!("{}/PeriodenCodes", table.address));
        let pages = match table.version {
            3 => self.three(&table.address, &query.three())?,
            _ => self.four(&table.address, &query.four())?,
        };
        self.describe("codes-Perioden.json", &page)?;
        Ok(pages)
    }
}
