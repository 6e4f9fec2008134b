// SPDX-License-Identifier: EUPL-1.2
//! Where a folder is to stand: its path without links, and whether an input lies there.

use super::marker::MARKER;
use crate::prepare::library;
use crate::prepare::message::{Expected, Found};
use crate::prepare::problem::Problem;
use std::fs;
use std::io;
use std::path::{Component, Path, PathBuf};

/// Where a folder is to stand.
#[derive(Clone, Debug)]
pub struct Place {
    /// As it was given, for messages.
    pub given: String,
    /// Without links or dots.
    pub path: PathBuf,
    /// The folder that it stands in, which need not be there.
    pub parent: PathBuf,
    /// Its own name.
    pub name: String,
}

impl Place {
    /// The place `out`. `inputs` are the files and folders that are read, and other files that are
    /// written: they do not lie in it, nor it in them.
    ///
    /// # Errors
    /// A place where a folder cannot be put without losing something.
    pub fn of(out: &Path, inputs: &[PathBuf]) -> Result<Self, Problem> {
        let given = out.to_string_lossy().into_owned();
        let refused = |found: Found, expected: Expected| Problem::file(&given, found, expected);
        let unseen = |e: io::Error| refused(library::io(&e), Expected::WritableFolder);
        if given.is_empty() {
            return Err(refused(Found::NoFolderName, Expected::FolderName));
        }
        // A slash at the end would follow a link.
        let out: PathBuf = out.components().collect();
        match fs::symlink_metadata(&out) {
            Ok(found) if found.is_symlink() => {
                let to = fs::read_link(&out).unwrap_or_default();
                let to = out.parent().unwrap_or(Path::new("")).join(to);
                let to = to.display().to_string();
                return Err(refused(Found::Link(to.clone()), Expected::FolderItself(to)));
            }
            Ok(found) if !found.is_dir() => {
                let expected = Expected::FolderOfOtherName;
                return Err(refused(Found::File, expected));
            }
            Ok(_) => {}
            Err(error) if error.kind() == io::ErrorKind::NotFound => {}
            Err(error) => return Err(unseen(error)),
        }
        let path = resolved(&out).map_err(unseen)?;
        let here = std::env::current_dir().and_then(|here| here.canonicalize());
        let name = path.file_name().and_then(|name| name.to_str());
        let (Some(parent), Some(name)) = (path.parent(), name) else {
            return Err(refused(Found::NoFolderName, Expected::FolderName));
        };
        // What somebody stands in cannot be replaced under their feet.
        if here.is_ok_and(|here| here.starts_with(&path)) {
            let expected = Expected::FolderBeside;
            return Err(refused(Found::WorkingFolder, expected));
        }
        if name.contains(char::is_control) {
            return Err(refused(Found::LineBreakInName, Expected::PlainName));
        }
        // It would be no more ours with something else in it.
        if let Some(made) = parent.ancestors().find(|above| above.join(MARKER).is_file()) {
            let found = Found::InsideReplaced(made.display().to_string());
            return Err(refused(found, Expected::FolderOutside));
        }
        for input in inputs {
            let lies = resolved(input).map_err(|e| {
                Problem::file(&input.to_string_lossy(), library::io(&e), Expected::ReadableFile)
            })?;
            if lies.starts_with(&path) {
                let found = Found::InputInside(input.display().to_string());
                let expected = Expected::OwnFolder;
                return Err(refused(found, expected));
            }
        }
        Ok(Self { parent: parent.into(), name: name.into(), given: given.clone(), path })
    }
}

/// A path without links or dots, also of what is not there yet.
///
/// # Errors
/// What the system answered.
pub fn resolved(path: &Path) -> io::Result<PathBuf> {
    let mut above = std::path::absolute(path)?;
    let mut missing = Vec::new();
    loop {
        match above.canonicalize() {
            Ok(mut whole) => {
                whole.extend(missing.iter().rev());
                return Ok(whole);
            }
            // A link that leads nowhere is there and cannot be followed.
            Err(error) if error.kind() != io::ErrorKind::NotFound || above.is_symlink() => {
                return Err(error);
            }
            Err(error) => match above.components().next_back() {
                Some(Component::Normal(name)) => missing.push(name.to_os_string()),
                _ => return Err(error),
            },
        }
        above.pop();
    }
}
