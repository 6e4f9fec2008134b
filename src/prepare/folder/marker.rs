// SPDX-License-Identifier: EUPL-1.2
//! Whose a folder is: the list of files that a folder made here carries, and what may be removed
//! by it.

use super::file;
use std::collections::BTreeSet;
use std::fs;
use std::io;
use std::path::Path;

/// The name of the list. Hosts and readers of figures pass over what begins with a dot.
pub const MARKER: &str = ".kansrijke-start";

/// The first line of a list.
const FIRST: &str = "Deze map is gemaakt door kansrijke-start, dat hem een volgende keer vervangt: zet er niets in.";

/// What Finder and Explorer put into any folder that they show: nobody's work.
const VISITORS: [&str; 3] = [".DS_Store", "Thumbs.db", "desktop.ini"];

/// What a folder holds: a folder of one kind is never replaced by one of another.
#[derive(Clone, Copy, Debug)]
pub struct Kind {
    /// Its name, as it stands in the list and in messages.
    pub name: &'static str,
    /// The files of a folder that was made before there were lists, where it proves that it was.
    pub former: fn(&Path) -> Option<BTreeSet<String>>,
}

impl Kind {
    /// A kind of which no folder without a list is ours.
    pub const fn listed(name: &'static str) -> Self {
        Self { name, former: |_| None }
    }
}

/// What is in a folder, all of which was made here.
#[derive(Debug, Default)]
pub struct Owned {
    files: BTreeSet<String>,
    /// Among them those that a killed removal left empty.
    folders: BTreeSet<String>,
}

/// Why a folder is not ours.
#[derive(Debug)]
pub enum Foreign {
    /// It holds this, which is not listed.
    Holds(String),
    /// It holds this and has no list.
    Unlisted(String),
    /// It is of another kind.
    Kind(String),
    /// It is no folder.
    NoFolder,
    /// It could not be looked at.
    Unseen(io::Error),
}

impl From<io::Error> for Foreign {
    fn from(error: io::Error) -> Self {
        Self::Unseen(error)
    }
}

/// Looks whether all in a folder was made here, as something of this kind.
///
/// # Errors
/// What in it was not.
pub fn owned(
    folder: &Path,
    kind: &str,
    former: fn(&Path) -> Option<BTreeSet<String>>,
) -> Result<Owned, Foreign> {
    // A link is not followed: what it leads to was not made here.
    if !fs::symlink_metadata(folder)?.is_dir() {
        return Err(Foreign::NoFolder);
    }
    let list = match listed(folder)? {
        Some((other, _)) if other != kind => return Err(Foreign::Kind(other)),
        Some((_, mut list)) => {
            list.insert(MARKER.into());
            Some(list)
        }
        None => former(folder),
    };
    let empty = BTreeSet::new();
    let mut found = Owned::default();
    match look(folder, "", list.as_ref().unwrap_or(&empty), &mut found)? {
        None => Ok(found),
        Some(name) if list.is_none() => Err(Foreign::Unlisted(name)),
        Some(name) => Err(Foreign::Holds(name)),
    }
}

/// The kind and the files that a folder's list states.
fn listed(folder: &Path) -> io::Result<Option<(String, BTreeSet<String>)>> {
    let path = folder.join(MARKER);
    match fs::symlink_metadata(&path) {
        Ok(found) if found.is_file() => {}
        // Of another sort it is no list of ours; looking through the folder finds it.
        Ok(_) => return Ok(None),
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
        Err(error) => return Err(error),
    }
    // Somebody's file may have any name, and any bytes.
    let Ok(text) = String::from_utf8(file::read(&path)?) else { return Ok(None) };
    let mut lines = text.lines();
    let is_ours = lines.next() == Some(FIRST);
    Ok(lines.next().filter(|_| is_ours).map(|kind| (kind.into(), lines.map(Into::into).collect())))
}

/// Collects what is in a folder; the name of the first file that is not listed.
fn look(
    folder: &Path,
    prefix: &str,
    list: &BTreeSet<String>,
    found: &mut Owned,
) -> io::Result<Option<String>> {
    for (own, is_dir, is_file) in entries(folder)? {
        let name = [prefix, &own].concat();
        let inner = [&name, "/"].concat();
        let is_listed = match is_dir {
            true => list.range(inner.clone()..).next().is_some_and(|n| n.starts_with(&inner)),
            false => is_file && (list.contains(&name) || VISITORS.contains(&own.as_str())),
        };
        if !is_listed {
            return Ok(Some(name));
        }
        if is_dir {
            if let Some(stranger) = look(&folder.join(own), &inner, list, found)? {
                return Ok(Some(stranger));
            }
            found.folders.insert(name);
        } else {
            found.files.insert(name);
        }
    }
    Ok(None)
}

/// The entries of a folder in order: the name, whether it is a folder, whether it is a file.
fn entries(folder: &Path) -> io::Result<Vec<(String, bool, bool)>> {
    let mut entries = Vec::new();
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let kind = entry.file_type()?;
        // A name that is no text was never listed, however it is written.
        let name = entry.file_name().to_string_lossy().into_owned();
        entries.push((name, kind.is_dir(), kind.is_file()));
    }
    entries.sort();
    Ok(entries)
}

/// Lists the files of a folder in it: it is then one of ours.
///
/// # Errors
/// What the system answered.
pub fn write(folder: &Path, kind: &str) -> io::Result<()> {
    let mut names = BTreeSet::new();
    collect(folder, "", &mut names)?;
    list(folder, kind, &names)
}

fn list(folder: &Path, kind: &str, names: &BTreeSet<String>) -> io::Result<()> {
    let mut text = [FIRST, "\n", kind, "\n"].concat();
    for name in names.iter().filter(|name| *name != MARKER) {
        text.push_str(name);
        text.push('\n');
    }
    fs::write(folder.join(MARKER), text)
}

fn collect(folder: &Path, prefix: &str, names: &mut BTreeSet<String>) -> io::Result<()> {
    for (own, is_dir, _) in entries(folder)? {
        let name = [prefix, &own].concat();
        if is_dir {
            collect(&folder.join(own), &[&name, "/"].concat(), names)?;
        } else {
            names.insert(name);
        }
    }
    Ok(())
}

/// Removes the files that are ours, and folders that are then empty. What came in meanwhile stays,
/// and so does its folder.
///
/// # Errors
/// What the system answered.
pub fn remove(folder: &Path, kind: &str, owned: &Owned) -> io::Result<()> {
    // What is known by its files is known no more when some of them are gone.
    if !owned.files.is_empty() && !owned.files.contains(MARKER) {
        list(folder, kind, &owned.files)?;
    }
    for name in owned.files.iter().filter(|name| *name != MARKER) {
        gone(fs::remove_file(folder.join(name)))?;
    }
    // In reverse order what is inside comes first.
    for name in owned.folders.iter().rev() {
        gone(fs::remove_dir(folder.join(name)))?;
    }
    // Last, so that what a killed removal leaves is still known as ours.
    gone(fs::remove_file(folder.join(MARKER)))?;
    gone(fs::remove_dir(folder))
}

/// What is gone already needs no removal.
pub(super) fn gone(result: io::Result<()>) -> io::Result<()> {
    match result {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
        _ => Ok(()),
    }
}
