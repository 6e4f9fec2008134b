// SPDX-License-Identifier: EUPL-1.2
//! From the tables that a recipe names to newer figures in a folder: fetches what is newer,
//! prepares, and writes where anything changed. Calls `fetch` and `run`, and decides nothing of
//! figures itself.

mod outcome;

use super::fetch::client::Patience;
use super::fetch::{Catalog, Selection, fetch_newer};
use super::folder::Claim;
use super::message::{Expected, Found};
use super::problem::Problem;
use super::publish::edition;
use super::publish::files;
use super::publish::kept;
use super::read::input::Progress;
use super::read::sources::inputs;
use super::recipe::{Recipe, TableRecipe};
use super::record::{Record, Records};
use super::run::{self, Figures, Options};
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

pub use outcome::{Note, Outcome};

/// What is kept up to date, and how.
#[derive(Clone, Debug)]
pub struct Update {
    /// The recipe.
    pub recipe: PathBuf,
    /// The folder of figures to write.
    pub out: PathBuf,
    /// The folder that keeps the tables, a folder for each.
    pub tables: PathBuf,
    /// What was published before, beside what stands in `out`.
    pub earlier: Vec<PathBuf>,
    /// Whether a table that cannot be had is done without, as it was fetched last.
    pub keep_going: bool,
    /// How patiently tables are fetched.
    pub patience: Patience,
}

/// Fetches, prepares, and writes where anything changed. `fetching` is called with the table's
/// code and the number of every page, `progress` with the bytes that are read.
///
/// # Errors
/// Everything that is wrong; `out` then stays as it was. Tables that were whole before that are
/// kept, and not fetched again.
pub fn update(
    update: &Update,
    fetching: &dyn Fn(&str, usize),
    progress: &Progress,
) -> Result<Outcome, Vec<Problem>> {
    let recipe = Recipe::read(&update.recipe)?;
    if recipe.table.is_empty() {
        let name = update.recipe.to_string_lossy();
        return Err(vec![Problem::file(&name, Found::NoTables, Expected::Tables)]);
    }
    // What cannot be written is refused before any work.
    let mut sources = inputs(&update.recipe)?;
    sources.push(update.tables.clone());
    Claim::of(&update.out, files::KIND, &sources).map_err(|problem| vec![problem])?;
    let mut outcome = fetch(update, &recipe.table, fetching)?;
    let mut earlier = update.earlier.clone();
    earlier.extend(kept::all(&update.out));
    if edition::is_edition(&update.out) {
        earlier.push(update.out.clone());
    }
    let tables = Some(update.tables.clone());
    let options = Options { earlier, tables, ..Options::default() };
    let mut figures = run::prepare_with(&update.recipe, progress, &options)?;
    figures.compare(&update.out);
    outcome.is_new = differs(&figures, &update.out);
    outcome.summary = match outcome.is_new {
        true => run::write(figures, &update.out)?,
        false => figures.summary,
    };
    Ok(outcome)
}

/// Fetches those of the tables of which there is a newer edition.
fn fetch(
    update: &Update,
    tables: &[TableRecipe],
    fetching: &dyn Fn(&str, usize),
) -> Result<Outcome, Vec<Problem>> {
    let mut outcome = Outcome { tables: tables.len(), ..Outcome::default() };
    let mut problems = Vec::new();
    let mut unreachable = BTreeSet::new();
    for table in tables {
        if unreachable.contains(&table.catalogue) {
            continue;
        }
        let checked = fetch_newer(
            &table.id,
            &Catalog::named(&table.catalogue),
            &update.tables.join(&table.id),
            &selection(table),
            &update.patience,
            &|page| fetching(&table.id, page),
        );
        match checked {
            Ok(checked) => {
                if checked.discontinued {
                    outcome.notes.push(Note::Discontinued(table.id.clone(), checked.title.clone()));
                }
                if let Some(pages) = checked.pages {
                    let (id, modified) = (table.id.clone(), checked.modified);
                    outcome.notes.push(Note::Fetched(id, checked.title, modified, pages));
                    outcome.fetched += 1;
                }
            }
            Err(unavailable) => {
                if unavailable.unreachable {
                    unreachable.insert(table.catalogue.clone());
                }
                problems.push(unavailable.problem);
            }
        }
    }
    match update.keep_going {
        true => {
            outcome.failed = problems.len();
            let notes = problems.into_iter().map(|p| Note::DoneWithout(Box::new(p)));
            outcome.notes.extend(notes);
            Ok(outcome)
        }
        false if problems.is_empty() => Ok(outcome),
        false => Err(problems),
    }
}

/// What is wanted of a table.
fn selection(table: &TableRecipe) -> Selection {
    Selection {
        columns: table.columns(),
        region: table.region().map(str::to_string),
        levels: table.levels.clone(),
        period: table.period.clone(),
        first: table.first,
        only: table.chosen(),
    }
}

/// Whether figures are others than those that stand in a folder, or final where those were not.
fn differs(figures: &Figures, folder: &Path) -> bool {
    let plain = |record: &Record| Record { source: None, note: None, ..record.clone() };
    let now: BTreeMap<&String, Records> = figures
        .records
        .iter()
        .map(|(id, records)| {
            (id, records.iter().map(|(key, record)| (key.clone(), plain(record))).collect())
        })
        .filter(|(_, records): &(_, Records)| !records.is_empty())
        .collect();
    match edition::read(folder) {
        Ok(there) => {
            there.iter().collect::<BTreeMap<_, _>>() != now.iter().map(|(id, r)| (*id, r)).collect()
        }
        Err(_) => true,
    }
}
