// SPDX-License-Identifier: EUPL-1.2
//! The folder that a host copies: what its sources and the last build say, and nothing else.

use std::ffi::OsString;
use std::fs;
use std::path::Path;

use anyhow::Result;

/// Files of `pkg/` that are sources, not built.
const SOURCES: [&str; 4] =
    ["README.md", "custom-elements.json", "kansrijke-start.d.ts", "package.json"];

/// The folder of figures, which is renewed by itself.
pub const FIGURES: &str = "data";

/// Moves what was made into the folder, over what stands there, and removes what earlier builds
/// left. Both must be of one file system.
pub fn fill(folder: &Path, made: &Path) -> Result<()> {
    let mut kept: Vec<OsString> = SOURCES.into_iter().chain([FIGURES]).map(Into::into).collect();
    for entry in fs::read_dir(made)? {
        let entry = entry?;
        fs::rename(entry.path(), folder.join(entry.file_name()))?;
        kept.push(entry.file_name());
    }
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        if kept.contains(&entry.file_name()) || entry.path() == made {
            continue;
        }
        if entry.file_type()?.is_dir() {
            fs::remove_dir_all(entry.path())?;
        } else {
            fs::remove_file(entry.path())?;
        }
    }
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
        let made = tempfile::tempdir_in(pkg).expect("a folder inside");
        for source in SOURCES {
            fs::write(pkg.join(source), "source").expect("a source");
        }
        fs::create_dir_all(pkg.join("data/region")).expect("figures");
        fs::write(pkg.join("data/region/GM0344.json"), "{}").expect("figures");
        fs::write(pkg.join("core.js"), "old").expect("a file that is made again");
        fs::write(pkg.join("plain.js"), "old").expect("a file that is made no more");
        fs::create_dir(pkg.join("snippets")).expect("a folder that is made no more");
        fs::write(pkg.join("snippets/inline.js"), "old").expect("a file in it");
        fs::write(made.path().join("core.js"), "new").expect("a made file");

        fill(pkg, made.path()).expect("a filled folder");
        drop(made);
        let mut expected: Vec<&str> = SOURCES.into_iter().chain(["core.js", FIGURES]).collect();
        expected.sort_unstable();
        assert_eq!(names(pkg), expected);
        assert_eq!(fs::read_to_string(pkg.join("core.js")).expect("a file"), "new");
        assert_eq!(fs::read_to_string(pkg.join("package.json")).expect("a file"), "source");
        assert_eq!(names(&pkg.join("data/region")), ["GM0344.json"]);
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
