// SPDX-License-Identifier: EUPL-1.2
//! The figures that the project ships: from the tables of one folder to the files to serve.

use super::catalogue;
use super::control::{Withheld, control};
use super::division::Division;
use super::place::Places;
use super::problem::Problem;
use super::publish::Publication;
use super::record::Records;
use super::{births, files, published, rebuild};
use crate::indicator::disclosure::THRESHOLD;
use crate::indicator::period::Period;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

/// The count of which every other birth indicator takes its denominator.
const DENOMINATOR: &str = "levendgeborenen";

/// What was done.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Summary {
    /// Rows read.
    pub rows: usize,
    /// Indicators of the catalogue.
    pub indicators: usize,
    /// Those with figures.
    pub with_figures: usize,
    /// Places.
    pub regions: usize,
    /// Records with a figure or an answer.
    pub shown: usize,
    /// What is withheld, by indicator.
    pub withheld: BTreeMap<String, Vec<Withheld>>,
    /// Files written.
    pub files: usize,
}

/// The controlled records with all that is needed to publish them.
pub struct Figures {
    /// The indicators.
    pub catalogue: Vec<catalogue::Entry>,
    /// The places.
    pub places: Places,
    /// The released records by indicator.
    pub records: BTreeMap<String, Records>,
    /// What is withheld, by indicator.
    pub withheld: BTreeMap<String, Vec<Withheld>>,
    /// Rows read.
    pub rows: usize,
}

/// Reads the tables in `sources` and writes the files to serve to `out`.
///
/// # Errors
/// Everything that is wrong with the tables; `out` then stays as it was.
pub fn run(sources: &Path, out: &Path) -> Result<Summary, Vec<Problem>> {
    let figures = read(sources)?;
    let publication = Publication {
        catalogue: &figures.catalogue,
        places: &figures.places,
        records: &figures.records,
        threshold: THRESHOLD,
    };
    let files = files::write(&publication, out).map_err(|problem| vec![problem])?;
    Ok(Summary {
        rows: figures.rows,
        indicators: figures.catalogue.len(),
        with_figures: figures.records.len(),
        regions: figures.places.iter().count(),
        shown: publication.shown(),
        withheld: figures.withheld,
        files,
    })
}

/// Reads the tables in a folder and applies disclosure control.
///
/// # Errors
/// Everything that is wrong with the tables.
pub fn read(sources: &Path) -> Result<Figures, Vec<Problem>> {
    let (catalogue, places) =
        both(catalogue::read(&sources.join("catalogue.toml")), Places::read(sources))?;
    let mut records = raw(sources, &catalogue, &places)?;
    let mut withheld = BTreeMap::new();
    let mut denominators = BTreeSet::new();
    // The denominators first: what is withheld of them may not be read in another indicator.
    let (first, rest): (Vec<_>, Vec<_>) =
        catalogue.iter().map(|e| &e.definition).partition(|d| d.id == DENOMINATOR);
    for definition in first.into_iter().chain(rest) {
        let Some(of) = records.1.get_mut(&definition.id) else {
            continue;
        };
        let lost = control(definition, of, &places, THRESHOLD, &denominators);
        if definition.id == DENOMINATOR {
            denominators = lost.iter().map(|w| (w.region.clone(), w.period)).collect();
        }
        if !lost.is_empty() {
            withheld.insert(definition.id.clone(), lost);
        }
    }
    Ok(Figures { catalogue, places, records: records.1, withheld, rows: records.0 })
}

/// The records before disclosure control, with the number of rows read.
fn raw(
    sources: &Path,
    catalogue: &[catalogue::Entry],
    places: &Places,
) -> Result<(usize, BTreeMap<String, Records>), Vec<Problem>> {
    const BIRTHS: &str = "births.csv";
    let mut records = BTreeMap::new();
    let published =
        published::read(&sources.join("published.csv"), catalogue, places, &mut records);
    let counts = births::read(&sources.join(BIRTHS), catalogue);
    let (rows, counts) = both(published, counts)?;
    let division = Division::read(sources, places)?;
    let (births_rows, counts) = counts;
    let mut problems = Vec::new();
    for (definition, counts) in &counts {
        let mut rebuilt = rebuild::rebuild(definition, counts, places, &division, BIRTHS)?;
        let years: Vec<Period> =
            counts.keys().map(|(_, p)| *p).collect::<BTreeSet<_>>().into_iter().collect();
        if let (Some(first), Some(last)) = (years.first(), years.last()) {
            let pool = Period::years(first.start().0, last.start().0);
            rebuild::pool(&mut rebuilt, &years, pool);
        }
        let of: &mut Records = records.entry(definition.id.clone()).or_default();
        for (key, record) in rebuilt {
            let found = format!("{}, {}, {}", definition.id, key.0, key.1.code());
            if of.insert(key, record).is_some() {
                problems.push(Problem::file(BIRTHS, found, "niet ook in published.csv"));
            }
        }
    }
    if problems.is_empty() { Ok((rows + births_rows, records)) } else { Err(problems) }
}

/// Two results, or the problems of both.
fn both<A, B>(
    one: Result<A, Vec<Problem>>,
    other: Result<B, Vec<Problem>>,
) -> Result<(A, B), Vec<Problem>> {
    match (one, other) {
        (Ok(one), Ok(other)) => Ok((one, other)),
        (Err(mut one), Err(other)) => {
            one.extend(other);
            Err(one)
        }
        (Err(problems), _) | (_, Err(problems)) => Err(problems),
    }
}
