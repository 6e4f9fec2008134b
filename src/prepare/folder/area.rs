// SPDX-License-Identifier: EUPL-1.2
//! Where something is made before it is put in its place: a folder beside it with a name that
//! nobody chose, and a lock that the system lets go when its maker is killed. What a killed run
//! left is known by both, and nothing else is touched.

use super::marker::gone;
use crate::prepare::message::Found;
use std::fs::{self, File, TryLockError};
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};
use std::time::Duration;

/// How the names of areas begin.
pub const PREFIX: &str = ".kansrijke-start-";

const LOCK: &str = "lock";
const HALF: &str = "half";
const WHOLE: &str = "whole";
const OLD: &str = "old";

/// The first line of a lock.
const FIRST: &str =
    "Een tijdelijke map van kansrijke-start, die een volgende keer wordt opgeruimd.";

/// Another run that tidies up may take an area away in the moment in which it is made.
const TRIES: u32 = 100;

/// What is made, and where it is to stand.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Label {
    /// The kind of what is made.
    pub kind: String,
    /// The name in the folder where the area stands.
    pub name: String,
    /// What a later run must have the same, to go on where this one ended.
    pub key: String,
}

impl Label {
    fn text(&self) -> String {
        [FIRST, &self.kind, &self.name, &self.key, ""].join("\n")
    }

    fn parse(text: &str) -> Option<Self> {
        let mut lines = text.strip_suffix('\n')?.split('\n');
        let is_ours = lines.next() == Some(FIRST);
        let mut next = || lines.next().map(str::to_string);
        let label = Self { kind: next()?, name: next()?, key: next()? };
        (is_ours && lines.next().is_none()).then_some(label)
    }
}

/// An area that this run holds.
#[derive(Debug)]
pub struct Area {
    root: PathBuf,
    /// What it is for.
    pub label: Label,
    /// Locked as long as it is open.
    _lock: File,
    kept: bool,
}

impl Area {
    /// Makes one in a folder.
    ///
    /// # Errors
    /// What the system answered.
    pub fn new(parent: &Path, label: &Label) -> io::Result<Self> {
        for _ in 0..TRIES {
            let made = tempfile::Builder::new().prefix(PREFIX).rand_bytes(12).tempdir_in(parent)?;
            let root = made.keep();
            match Self::hold(&root, label) {
                Ok(Some(area)) => return Ok(area),
                Ok(None) => {}
                Err(error) => {
                    // Nothing was made in it; the first error is the one to tell.
                    let _ = fs::remove_file(root.join(LOCK));
                    let _ = fs::remove_dir(&root);
                    return Err(error);
                }
            }
        }
        Err(io::Error::other(Found::VanishingFolder))
    }

    /// Makes one in a folder, after removing what killed runs left there of the same.
    ///
    /// # Errors
    /// What the system answered.
    pub fn fresh(parent: &Path, kind: &str, name: &str) -> io::Result<Self> {
        let label = Label { kind: kind.into(), name: name.into(), key: String::new() };
        drop(leftovers(parent, |left| *left == label)?);
        Self::new(parent, &label)
    }

    /// `None` where another run took it away.
    fn hold(root: &Path, label: &Label) -> io::Result<Option<Self>> {
        let astray = |error: io::Error| match error.kind() {
            io::ErrorKind::NotFound => Ok(None),
            _ => Err(error),
        };
        let mut lock = match File::create_new(root.join(LOCK)) {
            Ok(lock) => lock,
            Err(error) => return astray(error),
        };
        // Where the system has no locks nothing is ever taken for left.
        if matches!(lock.try_lock(), Err(TryLockError::WouldBlock)) {
            return Ok(None);
        }
        lock.write_all(label.text().as_bytes())?;
        if let Err(error) = fs::create_dir(root.join(HALF)) {
            return astray(error);
        }
        Ok(Some(Self { root: root.into(), label: label.clone(), _lock: lock, kept: false }))
    }

    /// What is being made.
    pub fn half(&self) -> PathBuf {
        self.root.join(HALF)
    }

    /// What was made, until it changes places with what stood there.
    pub fn whole(&self) -> PathBuf {
        self.root.join(WHOLE)
    }

    /// What stood there, moved aside.
    pub fn old(&self) -> PathBuf {
        self.root.join(OLD)
    }

    /// Leaves it for a later run that goes on.
    pub fn keep(mut self) {
        self.kept = true;
    }

    /// How long ago it was made.
    pub fn age(&self) -> Duration {
        let made = fs::metadata(self.root.join(LOCK)).and_then(|lock| lock.modified());
        made.ok().and_then(|made| made.elapsed().ok()).unwrap_or_default()
    }
}

impl Drop for Area {
    fn drop(&mut self) {
        if self.kept {
            return;
        }
        // Nobody is helped by what was half made. What stood somewhere is not removed here: then
        // the lock stays with it, so that a later run knows what it is, as with what did not go.
        let _ = fs::remove_dir_all(self.half());
        if [self.half(), self.whole(), self.old()].iter().all(|folder| !folder.exists()) {
            let _ = fs::remove_file(self.root.join(LOCK));
            let _ = fs::remove_dir(&self.root);
        }
    }
}

/// The wanted ones of the areas in a folder that killed runs left, which are now held by this one.
///
/// # Errors
/// What the system answered of the folder; what cannot be read in it is none of ours.
pub fn leftovers(parent: &Path, wanted: impl Fn(&Label) -> bool) -> io::Result<Vec<Area>> {
    let mut areas = Vec::new();
    for entry in fs::read_dir(parent)? {
        let entry = entry?;
        let is_named = entry.file_name().to_string_lossy().starts_with(PREFIX);
        if is_named && entry.file_type()?.is_dir() {
            match left(&entry.path()) {
                Some(area) if wanted(&area.label) => areas.push(area),
                // Another folder's, which may still have to be put back.
                Some(area) => area.keep(),
                None => {}
            }
        }
    }
    Ok(areas)
}

/// An area whose maker is gone, if it is one.
fn left(root: &Path) -> Option<Area> {
    let path = root.join(LOCK);
    let mut names = Vec::new();
    for entry in fs::read_dir(root).ok()? {
        names.push(entry.ok()?.file_name().into_string().ok()?);
    }
    if names.is_empty() {
        // Killed before anything was made. Of a run that is just beginning it does not matter.
        let _ = fs::remove_dir(root);
        return None;
    }
    if !names.iter().all(|name| [LOCK, HALF, WHOLE, OLD].contains(&name.as_str())) {
        return None;
    }
    if !fs::symlink_metadata(&path).ok()?.is_file() {
        return None;
    }
    let mut lock = fs::OpenOptions::new().read(true).write(true).open(&path).ok()?;
    lock.try_lock().ok()?;
    let mut text = String::new();
    lock.read_to_string(&mut text).ok()?;
    if text.is_empty() && names.len() == 1 {
        let _ = gone(fs::remove_file(&path)).and_then(|()| fs::remove_dir(root));
        return None;
    }
    Some(Area { root: root.into(), label: Label::parse(&text)?, _lock: lock, kept: false })
}
