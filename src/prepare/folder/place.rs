// SPDX-License-Identifier: EUPL-1.2
//! Where a folder is to stand: its path without links, and whether an input lies there.

use super::marker::MARKER;
use crate::prepare::problem::Problem;
use crate::prepare::wording;
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
        let told = |found: String, expected: String| Problem::file(&given, found, expected);
        let unseen = |e: io::Error| told(wording::io(&e), "een map om in te schrijven".into());
        if given.is_empty() {
            return Err(told("geen naam van een map".into(), "een naam, zoals --out data".into()));
        }
        // A slash at the end would follow a link.
        let out: PathBuf = out.components().collect();
        match fs::symlink_metadata(&out) {
            Ok(found) if found.is_symlink() => {
                let to = fs::read_link(&out).unwrap_or_default();
                let to = out.parent().unwrap_or(Path::new("")).join(to);
                let expected = format!("de map zelf: --out {}", to.display());
                return Err(told(format!("een koppeling naar {}", to.display()), expected));
            }
            Ok(found) if !found.is_dir() => {
                let expected = "een map: kies met --out een andere naam";
                return Err(told("een bestand".into(), expected.into()));
            }
            Ok(_) => {}
            Err(error) if error.kind() == io::ErrorKind::NotFound => {}
            Err(error) => return Err(unseen(error)),
        }
        let path = resolved(&out).map_err(unseen)?;
        let here = std::env::current_dir().and_then(|here| here.canonicalize());
        let name = path.file_name().and_then(|name| name.to_str());
        let (Some(parent), Some(name)) = (path.parent(), name) else {
            return Err(told("geen naam van een map".into(), "een naam, zoals --out data".into()));
        };
        // What somebody stands in cannot be replaced under their feet.
        if here.is_ok_and(|here| here.starts_with(&path)) {
            let expected = "een map daarin of daarnaast, zoals --out data";
            return Err(told("de map waarin u nu werkt".into(), expected.into()));
        }
        if name.contains(char::is_control) {
            return Err(told("een naam met een regeleinde".into(), "een gewone naam".into()));
        }
        // It would be no more ours with something else in it.
        if let Some(made) = parent.ancestors().find(|above| above.join(MARKER).is_file()) {
            let found = format!("een plek in {}, een map die wordt vervangen", made.display());
            return Err(told(found, "een map daarbuiten: kies met --out een andere".into()));
        }
        for input in inputs {
            let lies = resolved(input).map_err(|e| {
                Problem::file(&input.to_string_lossy(), wording::io(&e), "een leesbaar bestand")
            })?;
            if lies.starts_with(&path) {
                let found =
                    format!("{}, dat hiervoor nodig is en verloren zou gaan", input.display());
                let expected = "een map waarin niets van uzelf staat: kies met --out een andere, zoals --out cijfers";
                return Err(told(found, expected.into()));
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
