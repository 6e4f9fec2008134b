// SPDX-License-Identifier: EUPL-1.2
//! Figures that are ready to be published, with what a person wants to know of them.

use crate::prepare::comparators::Comparators;
use crate::prepare::folder::{Claim, integrity, place};
use crate::prepare::geography::boundaries::Boundaries;
use crate::prepare::geography::gazetteer::Gazetteer;
use crate::prepare::geography::place::Places;
use crate::prepare::geometry::{Atlas, borders};
use crate::prepare::library;
use crate::prepare::message::Expected;
use crate::prepare::problem::Problem;
use crate::prepare::publish::changes::{self, Changes};
use crate::prepare::publish::dataset::Publication;
use crate::prepare::publish::edition;
use crate::prepare::publish::files;
use crate::prepare::publish::imprint;
use crate::prepare::publish::joining::Joining;
use crate::prepare::publish::news::{Former, News};
use crate::prepare::recipe::catalogue::Entry;
use crate::prepare::recipe::declared::Declared;
use crate::prepare::record::Records;
use crate::prepare::suppression::rule::Suppressed;
use crate::prepare::warning::Warning;
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

/// What was done.
#[derive(Clone, Debug, Default)]
pub struct Summary {
    /// Files read.
    pub sources: usize,
    /// Rows read.
    pub rows: u64,
    /// Rows that were passed over.
    pub skipped: u64,
    /// Indicators of the catalogue.
    pub indicators: usize,
    /// Those with figures.
    pub with_figures: usize,
    /// Places.
    pub regions: usize,
    /// Records with a figure or an answer.
    pub shown: usize,
    /// What is suppressed, by indicator.
    pub suppressed: BTreeMap<String, Vec<Suppressed>>,
    /// The indicators whose totals hold persons of no municipality that is in the data.
    pub residual: BTreeSet<String>,
    /// What a person should know, and that is no reason to refuse.
    pub warnings: Vec<Warning>,
    /// What changed against the figures that stood in place of the output, by indicator; `None`
    /// where none did.
    pub changes: Option<BTreeMap<String, Changes>>,
    /// Files written.
    pub files: usize,
}

/// The controlled records with all that is needed to publish them.
pub struct Figures {
    /// The indicators.
    pub catalogue: Vec<Entry>,
    /// The places.
    pub places: Places,
    /// The released records by indicator.
    pub records: BTreeMap<String, Records>,
    /// The disclosure threshold.
    pub threshold: f64,
    /// Why the threshold is below the lowest that needs no reason.
    pub small: Option<String>,
    /// Where the places lie: within the borders that come with the program, if nothing else is said.
    pub atlas: Atlas,
    /// Which municipalities are set beside one.
    pub comparators: Comparators,
    /// Whether every file is written under brotli, too.
    pub is_compressed: bool,
    /// What a later run must know to add figures.
    pub joining: Joining,
    /// The address at which the folder is to stand, where that is said.
    pub base: Option<String>,
    /// What was done so far.
    pub summary: Summary,
    pub(super) boundaries: Boundaries,
    /// What adds up between indicators.
    pub(super) declared: Declared,
    /// The day of the edition, where the recipe says it.
    pub(super) edition: Option<String>,
    /// The folders whose figures disclosure control knew of.
    pub(super) earlier: Vec<PathBuf>,
    /// What stands in the place of the output.
    pub(super) former: Option<Former>,
    /// The files that they were read from.
    pub(super) inputs: Vec<PathBuf>,
}

impl Figures {
    /// Lets maps have the borders of a file. `source` says who made them.
    ///
    /// # Errors
    /// What is wrong with the file.
    pub fn set_borders(&mut self, path: &Path, source: Option<String>) -> Result<(), Vec<Problem>> {
        let gazetteer = Gazetteer::new(&self.places, &self.boundaries);
        let borders = borders::read(path, source, &gazetteer, &self.places)?;
        self.summary.warnings.extend(borders.warnings.iter().cloned());
        self.atlas.set(borders);
        self.comparators.set_borders(&self.atlas);
        self.inputs.push(path.into());
        Ok(())
    }

    /// Compares with the figures in a folder, where there are any: these are its next edition.
    pub fn compare(&mut self, folder: &Path) {
        if !edition::is_edition(folder) {
            return;
        }
        let read = edition::read(folder).and_then(|records| Ok((records, News::read(folder)?)));
        match read {
            Ok((records, news)) => {
                self.summary.changes = Some(changes::between(&records, &self.records));
                let is_known = self.earlier.iter().any(|earlier| is_same(earlier, folder));
                self.former = Some(Former { records, news, is_known });
            }
            Err(problem) => {
                self.summary.warnings.push(Warning::NotComparable(Box::new(problem)));
            }
        }
    }

    /// The editions of the folder, of which these figures are the newest.
    pub fn news(&self) -> News {
        let day = self.edition.clone().unwrap_or_else(imprint::today);
        News::of(&self.publication(), &self.declared, self.former.as_ref(), &day)
    }

    /// What is to be written.
    pub fn publication(&self) -> Publication<'_> {
        Publication {
            catalogue: &self.catalogue,
            places: &self.places,
            boundaries: &self.boundaries,
            records: &self.records,
            threshold: self.threshold,
            atlas: &self.atlas,
            comparators: &self.comparators,
            joining: &self.joining,
            base: self.base.as_deref(),
        }
    }

    /// With what a summary counts.
    pub(super) fn counted(mut self) -> Self {
        self.summary.indicators = self.catalogue.len();
        self.summary.with_figures = self.records.len();
        self.summary.regions = self.places.iter().count();
        self.summary.shown = self.publication().shown();
        self
    }
}

/// Writes figures to a folder, and the hashes of its files to the list beside it that has them.
///
/// # Errors
/// What the system answered; `out` then stays as it was.
pub fn write(figures: Figures, out: &Path) -> Result<Summary, Vec<Problem>> {
    let claim = Claim::of(out, files::KIND, &figures.inputs).map_err(|problem| vec![problem])?;
    let written =
        files::write(&figures.publication(), &figures.news(), claim, figures.is_compressed);
    let files = written.map_err(|problem| vec![problem])?;
    integrity::renew(out).map_err(|e| {
        let list = out.with_file_name(integrity::LIST);
        vec![Problem::file(&list.to_string_lossy(), library::io(&e), Expected::WritableFile)]
    })?;
    Ok(Summary { files, ..figures.summary })
}

/// Whether two paths lead to one folder.
fn is_same(one: &Path, other: &Path) -> bool {
    let at = |path: &Path| place::resolved(path).ok();
    at(one).is_some_and(|one| Some(one) == at(other))
}
