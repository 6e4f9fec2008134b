// SPDX-License-Identifier: EUPL-1.2
//! The hashes by which a page proves that it got the files it asked for.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use anyhow::Result;
use kansrijke_start::prepare::folder::integrity::hashes;
use serde_json::{Map, Value};

use crate::folder::INTEGRATIONS;

pub use kansrijke_start::prepare::folder::integrity::{LIST, hash, short};

/// Writes the list of the hashes of all files in the folder that a host copies.
pub fn write(folder: &Path) -> Result<()> {
    let mut list = Map::new();
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let name = entry.file_name().to_string_lossy().into_owned();
        if entry.file_type()?.is_dir() && name != INTEGRATIONS {
            list.extend(hashes(&entry.path(), &format!("{name}/"))?);
        } else if name != LIST && name != INTEGRATIONS {
            list.insert(name, hash(&fs::read(entry.path())?).into());
        }
    }
    fs::write(folder.join(LIST), text(&list)?)?;
    Ok(())
}

/// The list as it stands in its file.
pub fn text(list: &Map<String, Value>) -> Result<String> {
    let mut text = serde_json::to_string_pretty(list)?;
    text.push('\n');
    Ok(text)
}

/// The files that the list of a folder names; none where there is no list.
pub fn listed(folder: &Path) -> BTreeSet<String> {
    let list = fs::read(folder.join(LIST)).unwrap_or_default();
    let hashes: BTreeMap<String, String> = serde_json::from_slice(&list).unwrap_or_default();
    hashes.into_keys().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_hash_is_the_one_that_browsers_compute() {
        // The example of the Subresource Integrity specification.
        assert_eq!(
            hash(b"alert('Hello, world.');"),
            "sha384-H8BRh8j48O9oYatfu5AZzq6A9RINhZO5H16dQZngK7T62em8MUt1FLm52t+eX6xO"
        );
    }

    #[test]
    fn the_list_holds_every_file_but_itself() {
        let folder = tempfile::tempdir().expect("a folder");
        fs::create_dir(folder.path().join("data")).expect("a folder");
        fs::write(folder.path().join("data/a.json"), "{}").expect("a file");
        fs::write(folder.path().join("core.js"), "").expect("a file");
        fs::create_dir(folder.path().join(INTEGRATIONS)).expect("a folder");
        fs::write(folder.path().join(INTEGRATIONS).join("a.php"), "").expect("no host's file");
        write(folder.path()).expect("a first list");
        write(folder.path()).expect("a list beside a list");
        let text = fs::read_to_string(folder.path().join(LIST)).expect("a list");
        let list: BTreeMap<String, String> = serde_json::from_str(&text).expect("JSON");
        assert_eq!(list.keys().collect::<Vec<_>>(), ["core.js", "data/a.json"]);
    }
}
