// SPDX-License-Identifier: EUPL-1.2
//! The folder that a host copies: what its sources and the last build say, and nothing else.

use std::collections::BTreeSet;
use std::ffi::OsString;
use std::fs::{self, DirEntry};
use std::io;
use std::path::Path;

use anyhow::{Context, Result, ensure};
use kansrijke_start::prepare::folder::area::Area;

use crate::integrity;

/// The folder of packages for content systems, which is no part of what a host copies.
pub const INTEGRATIONS: &str = "integrations";

/// What stands in `pkg/` as sources, not built.
const SOURCES: [&str; 8] = [
    "README.md",
    "custom-elements.json",
    INTEGRATIONS,
    "kansrijke-start.d.ts",
    "package.json",
    "react.d.ts",
    "svelte.d.ts",
    "vue.d.ts",
];

/// The folder of figures, which is renewed by itself.
pub const FIGURES: &str = "data";

/// A folder to build in, outside what a host copies and on its file system: in cargo's output, or
/// hidden beside the folder where that is on another one. What killed builds left there is removed.
pub fn area(folder: &Path, target: &Path) -> Result<Area> {
    fs::create_dir_all(target)?;
    let beside = folder.parent().unwrap_or(folder);
    let parent = if is_one_disk(folder, target)? { target } else { beside };
    Area::fresh(parent, "bouw", "pkg").context("there is no room to build in")
}

/// Whether a file can be moved from one folder into the other.
#[cfg(unix)]
fn is_one_disk(one: &Path, other: &Path) -> Result<bool> {
    use std::os::unix::fs::MetadataExt;
    Ok(fs::metadata(one)?.dev() == fs::metadata(other)?.dev())
}

#[cfg(not(unix))]
fn is_one_disk(_: &Path, _: &Path) -> Result<bool> {
    Ok(false)
}

/// Moves what was made into the folder, over what stands there, and removes what earlier builds
/// left. Both must be of one file system. What no build made, by the list of the last one, is
/// somebody's: then nothing is done.
pub fn fill(folder: &Path, made: &Path) -> Result<()> {
    let mut kept: Vec<OsString> = SOURCES.into_iter().chain([FIGURES]).map(Into::into).collect();
    let fresh: Vec<DirEntry> = fs::read_dir(made)?.collect::<io::Result<_>>()?;
    kept.extend(fresh.iter().map(DirEntry::file_name));
    let listed = integrity::listed(folder);
    let mut left = Vec::new();
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        if !kept.contains(&entry.file_name()) {
            strangers(&entry, "", &listed)?;
            left.push(entry);
        }
    }
    for entry in fresh {
        fs::rename(entry.path(), folder.join(entry.file_name()))?;
    }
    for entry in left {
        if entry.file_type()?.is_dir() {
            fs::remove_dir_all(entry.path())?;
        } else {
            fs::remove_file(entry.path())?;
        }
    }
    Ok(())
}

/// Refuses what the last build did not make, here or below.
fn strangers(entry: &DirEntry, prefix: &str, listed: &BTreeSet<String>) -> Result<()> {
    let name = format!("{prefix}{}", entry.file_name().to_string_lossy());
    let kind = entry.file_type()?;
    if kind.is_dir() {
        // Builds before this version were made in such a folder, and left it when they were killed.
        if prefix.is_empty() && name.starts_with(".tmp") && name.len() == ".tmp".len() + 6 {
            return Ok(());
        }
        for inside in fs::read_dir(entry.path())? {
            strangers(&inside?, &format!("{name}/"), listed)?;
        }
        return Ok(());
    }
    let is_ours = kind.is_file() && (listed.contains(&name) || name == integrity::LIST);
    ensure!(is_ours, "pkg/{name} was made by no build and would be lost: put it elsewhere");
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::project;

    /// The names in a folder.
    fn names(folder: &Path) -> Vec<String> {
        let entries = fs::read_dir(folder).expect("a folder");
        let mut names: Vec<String> = entries
            .map(|entry| entry.expect("an entry").file_name().to_string_lossy().into_owned())
            .collect();
        names.sort();
        names
    }

    #[test]
    fn what_the_build_did_not_make_is_gone() {
        let pkg = tempfile::tempdir().expect("a folder");
        let pkg = pkg.path();
        let target = tempfile::tempdir().expect("a folder of cargo's output");
        let made = area(pkg, target.path()).expect("an area");
        for source in SOURCES {
            fs::write(pkg.join(source), "source").expect("a source");
        }
        fs::create_dir_all(pkg.join("data/region")).expect("figures");
        fs::write(pkg.join("data/region/GM0344.json"), "{}").expect("figures");
        fs::write(pkg.join("core.js"), "old").expect("a file that is made again");
        fs::write(pkg.join("plain.js"), "old").expect("a file that is made no more");
        fs::create_dir(pkg.join("snippets")).expect("a folder that is made no more");
        fs::write(pkg.join("snippets/inline.js"), "old").expect("a file in it");
        integrity::write(pkg).expect("the list of the last build");
        fs::write(made.half().join("core.js"), "new").expect("a made file");
        // As a build of the former version left it when it was killed.
        fs::create_dir(pkg.join(".tmpAb3dEf")).expect("a folder");
        fs::write(pkg.join(".tmpAb3dEf/core.js"), "half").expect("a file in it");

        fill(pkg, &made.half()).expect("a filled folder");
        drop(made);
        assert!(names(target.path()).is_empty(), "the area is left");
        let mut expected: Vec<&str> = SOURCES.into_iter().chain(["core.js", FIGURES]).collect();
        expected.sort_unstable();
        assert_eq!(names(pkg), expected);
        assert_eq!(fs::read_to_string(pkg.join("core.js")).expect("a file"), "new");
        assert_eq!(fs::read_to_string(pkg.join("package.json")).expect("a file"), "source");
        assert_eq!(names(&pkg.join("data/region")), ["GM0344.json"]);
    }

    #[test]
    fn what_no_build_made_stays_and_nothing_changes() {
        for stranger in ["notes.txt", "snippets/mine.js", ".git/HEAD"] {
            let pkg = tempfile::tempdir().expect("a folder");
            let pkg = pkg.path();
            for folder in ["snippets", ".git"] {
                fs::create_dir(pkg.join(folder)).expect("a folder");
            }
            fs::write(pkg.join("core.js"), "old").expect("a file");
            fs::write(pkg.join("snippets/inline.js"), "old").expect("a file");
            integrity::write(pkg).expect("the list of the last build");
            fs::write(pkg.join(stranger), "mine").expect("somebody's file");
            let made = tempfile::tempdir().expect("a folder");
            fs::write(made.path().join("core.js"), "new").expect("a made file");
            let refused = fill(pkg, made.path()).expect_err("it would be lost").to_string();
            assert!(refused.contains(stranger), "{refused}");
            assert_eq!(fs::read_to_string(pkg.join(stranger)).expect("it stays"), "mine");
            assert_eq!(fs::read_to_string(pkg.join("core.js")).expect("a file"), "old");
        }
    }

    #[test]
    fn what_a_killed_build_left_is_removed_and_a_running_one_is_not() {
        let pkg = tempfile::tempdir().expect("a folder");
        let target = tempfile::tempdir().expect("a folder");
        // Left without its end, as after a kill: the lock is let go, and nothing is removed.
        let killed = area(pkg.path(), target.path()).expect("an area");
        fs::write(killed.half().join("core.js"), "half").expect("a file");
        killed.keep();
        fs::write(target.path().join("mine.txt"), "mine").expect("somebody's file");
        let first = area(pkg.path(), target.path()).expect("an area");
        assert_eq!(names(target.path()).len(), 2, "the left one is gone");
        let second = area(pkg.path(), target.path()).expect("an area");
        assert!(first.half().is_dir() && second.half().is_dir());
        drop((first, second));
        assert_eq!(names(target.path()), ["mine.txt"]);
        assert!(names(pkg.path()).is_empty());
    }

    #[test]
    fn the_sources_are_those_that_version_control_keeps() {
        let ignored = fs::read_to_string(project::path(".gitignore")).expect(".gitignore");
        let mut kept: Vec<&str> =
            ignored.lines().filter_map(|line| line.strip_prefix("!/pkg/")).collect();
        kept.sort_unstable();
        assert_eq!(kept, SOURCES);
    }
}
