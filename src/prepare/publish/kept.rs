// SPDX-License-Identifier: EUPL-1.2
//! Editions that stay beside the folder of figures, for pages that go on showing them:
//! `data-2026-11-28/` beside `data/`.

use super::edition;
use super::files::KIND;
use super::imprint::{Imprint, date_of_time, fingerprint};
use super::news::News;
use crate::indicator::edition::Edition;
use crate::prepare::folder::marker::MARKER;
use crate::prepare::folder::{Claim, file, place};
use crate::prepare::library;
use crate::prepare::message::{Expected, Found};
use crate::prepare::problem::Problem;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

/// The folder of an edition, beside the folder of figures.
///
/// ```
/// use kansrijke_start::indicator::edition::Edition;
/// use kansrijke_start::prepare::publish::kept;
/// use std::path::Path;
///
/// let edition = Edition::parse("2026-11-28").unwrap();
/// assert_eq!(kept::beside(Path::new("pkg/data/"), &edition), Path::new("pkg/data-2026-11-28"));
/// ```
pub fn beside(folder: &Path, edition: &Edition) -> PathBuf {
    let mut name = folder.file_name().unwrap_or_default().to_os_string();
    name.push("-");
    name.push(edition.id());
    folder.with_file_name(name)
}

/// The editions that stand beside a folder, in the order of their names.
pub fn all(folder: &Path) -> Vec<PathBuf> {
    let Ok(path) = place::resolved(folder) else { return Vec::new() };
    let Some((parent, own)) = path.parent().zip(path.file_name().and_then(|name| name.to_str()))
    else {
        return Vec::new();
    };
    let Ok(entries) = fs::read_dir(parent) else { return Vec::new() };
    let is_kept = |name: &str| {
        let id = name.strip_prefix(own).and_then(|rest| rest.strip_prefix('-'));
        id.is_some_and(|id| Edition::parse(id).is_some())
    };
    let names = entries.filter_map(|entry| entry.ok()?.file_name().into_string().ok());
    let mut kept: Vec<PathBuf> =
        names.filter(|name| is_kept(name)).map(|name| parent.join(name)).collect();
    kept.retain(|folder| edition::is_edition(folder));
    kept.sort();
    kept
}

/// Copies what stands in a folder to one beside it, under the name of its edition; `None` where it
/// stands there already, or where there are no figures.
///
/// # Errors
/// What the system answered, or that something else has that name.
pub fn keep(folder: &Path) -> Result<Option<PathBuf>, Problem> {
    if !edition::is_edition(folder) {
        return Ok(None);
    }
    let sha256 = fingerprint(&edition::read(folder)?);
    let imprint = match News::read(folder)?.and_then(|news| news.imprint().cloned()) {
        Some(imprint) => imprint,
        // An earlier version named no editions: the day on which it was written does.
        None => {
            let written =
                fs::metadata(folder.join("index.json")).and_then(|index| index.modified());
            let day = written.map_err(|e| unwritten(folder, &e)).map(date_of_time)?;
            Imprint::new(&day, sha256.clone(), &[])
        }
    };
    let Some(edition) = Edition::parse(&imprint.id) else { return Ok(None) };
    let kept = beside(folder, &edition);
    if kept.exists() {
        // Nobody's page may show other figures from one day to the next.
        let is_same = edition::read(&kept).is_ok_and(|stands| fingerprint(&stands) == sha256);
        let at = kept.to_string_lossy();
        let other = || Problem::file(&at, Found::OtherEdition, Expected::FreeEdition);
        return if is_same { Ok(None) } else { Err(other()) };
    }
    let claim = Claim::of(&kept, KIND, &[folder.into()])?;
    claim.replace(|new| copy(folder, new))?;
    Ok(Some(kept))
}

fn unwritten(folder: &Path, error: &io::Error) -> Problem {
    Problem::file(&folder.to_string_lossy(), library::io(error), Expected::Edition)
}

/// Copies the files below a folder, but for the list of them, which the copy gets of its own.
fn copy(from: &Path, to: &Path) -> io::Result<()> {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from)? {
        let entry = entry?;
        let (source, target) = (entry.path(), to.join(entry.file_name()));
        if entry.file_type()?.is_dir() {
            copy(&source, &target)?;
        } else if entry.file_name() != MARKER {
            fs::write(target, file::read(&source)?)?;
        }
    }
    Ok(())
}
