// SPDX-License-Identifier: EUPL-1.2
//! The folder of a release, which holds nothing that it did not make: `SHA256SUMS` is its list.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};
use kansrijke_start::prepare::publish::imprint::hexadecimal;
use sha2::{Digest, Sha256};

/// The list of checksums, in the form that `sha256sum --check` reads.
pub const SUMS: &str = "SHA256SUMS";

/// Files that are made, and where they are to stand.
#[derive(Debug)]
pub struct Shelf {
    folder: PathBuf,
    made: BTreeMap<String, Vec<u8>>,
}

impl Shelf {
    /// An empty one.
    pub fn new(folder: PathBuf) -> Self {
        Self { folder, made: BTreeMap::new() }
    }

    /// Keeps a file until all are made.
    pub fn put(&mut self, name: impl Into<String>, bytes: Vec<u8>) {
        self.made.insert(name.into(), bytes);
    }

    /// Writes all files and their checksums, over those that an earlier run made. What it did not
    /// make is somebody's: then nothing is written.
    pub fn write(self) -> Result<PathBuf> {
        fs::create_dir_all(&self.folder)?;
        let mut sums = listed(&self.folder)?;
        for name in self.made.keys() {
            let there = self.folder.join(name);
            if let Ok(bytes) = fs::read(&there) {
                ensure!(
                    sums.get(name) == Some(&sum(&bytes)),
                    "{} is not what an earlier run put there: move it away",
                    there.display()
                );
            }
        }
        // What an earlier run made for another system stays, if it is still what it was.
        sums.retain(|name, known| {
            fs::read(self.folder.join(name)).is_ok_and(|bytes| sum(&bytes) == *known)
        });
        for (name, bytes) in &self.made {
            fs::write(self.folder.join(name), bytes)?;
            sums.insert(name.clone(), sum(bytes));
        }
        let mut list = String::new();
        for (name, sum) in &sums {
            // Writing to a string does not fail.
            let _ = writeln!(list, "{sum}  {name}");
        }
        fs::write(self.folder.join(SUMS), list)?;
        Ok(self.folder)
    }
}

/// The checksums that a folder lists, by name.
fn listed(folder: &Path) -> Result<BTreeMap<String, String>> {
    let path = folder.join(SUMS);
    let Ok(text) = fs::read_to_string(&path) else { return Ok(BTreeMap::new()) };
    let line = |line: &str| {
        let (sum, name) = line.split_once("  ")?;
        Some((name.to_owned(), sum.to_owned()))
    };
    text.lines().map(line).collect::<Option<_>>().with_context(|| {
        format!("{} is not what an earlier run put there: move it away", path.display())
    })
}

fn sum(bytes: &[u8]) -> String {
    hexadecimal(&Sha256::digest(bytes))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn write(folder: &Path, files: &[(&str, &str)]) -> Result<PathBuf> {
        let mut shelf = Shelf::new(folder.to_owned());
        for (name, text) in files {
            shelf.put(*name, text.as_bytes().to_vec());
        }
        shelf.write()
    }

    #[test]
    fn its_checksums_are_those_of_sha256sum() {
        let folder = tempfile::tempdir().expect("a folder");
        write(folder.path(), &[("b", "abc"), ("a", "")]).expect("written");
        assert_eq!(
            fs::read_to_string(folder.path().join(SUMS)).expect("a list"),
            "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855  a\n\
             ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad  b\n"
        );
    }

    #[test]
    fn what_it_made_is_renewed_and_kept_and_nothing_else_is_touched() {
        let folder = tempfile::tempdir().expect("a folder");
        let read = |name: &str| fs::read_to_string(folder.path().join(name)).expect("a file");
        write(folder.path(), &[("a", "1"), ("linux", "2")]).expect("written");
        fs::write(folder.path().join("brief.txt"), "van iemand").expect("a file");
        write(folder.path(), &[("a", "3"), ("macos", "4")]).expect("written again");
        assert_eq!((read("a"), read("linux"), read("macos")), ("3".into(), "2".into(), "4".into()));
        assert_eq!(read(SUMS).lines().count(), 3);
        assert_eq!(read("brief.txt"), "van iemand");
        // What somebody changed is not written over, and nothing beside it either.
        fs::write(folder.path().join("a"), "van iemand").expect("a file");
        let said = write(folder.path(), &[("linux", "5"), ("a", "6")]).expect_err("refused");
        assert!(said.to_string().ends_with("move it away"), "{said}");
        assert_eq!((read("a"), read("linux")), ("van iemand".into(), "2".into()));
    }
}
