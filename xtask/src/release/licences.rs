// SPDX-License-Identifier: EUPL-1.2
//! The licences of the packages of others, which go along with what they are in.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::fs;
use std::path::Path;

use anyhow::Result;

use super::parts::Parts;

/// How the names of files begin that a package has for this; the last two come with the compiler.
const NAMES: [&str; 7] =
    ["license", "licence", "copying", "notice", "copyright", "mit.txt", "apache-2.0.txt"];

/// One text: which packages there are, and each text once with those that have it.
pub fn text(parts: &Parts) -> Result<String> {
    let mut texts: BTreeMap<String, Vec<String>> = BTreeMap::new();
    let mut page = String::from(
        "kansrijke-start itself is under the EUPL-1.2: see LICENSE.\n\
         It contains these packages of others, whose licences follow.\n\n",
    );
    for part in &parts.all {
        let named = format!("{} {}", part.name, part.version);
        // Writing to a string does not fail.
        let _ = writeln!(page, "- {named}: {}", part.licence);
        let own = texts_of(&part.folder)?;
        for text in own {
            texts.entry(text).or_default().push(named.clone());
        }
    }
    let mut texts: Vec<_> = texts.into_iter().collect();
    texts.sort_by(|(_, one), (_, other)| one.cmp(other));
    for (text, names) in texts {
        let line = "-".repeat(78);
        let _ = write!(page, "\n{line}\n{}\n{line}\n\n{text}\n", names.join(", "));
    }
    Ok(page)
}

/// The texts at the top of a package's folder, each with the line ends of this system's tools.
fn texts_of(folder: &Path) -> Result<Vec<String>> {
    let Ok(entries) = fs::read_dir(folder) else { return Ok(Vec::new()) };
    let mut files = Vec::new();
    for entry in entries {
        let path = entry?.path();
        let name = path.file_name().unwrap_or_default().to_string_lossy().to_lowercase();
        if path.is_file() && NAMES.iter().any(|start| name.starts_with(start)) {
            files.push(path);
        }
    }
    files.sort();
    let text = |path| Ok(fs::read_to_string(path)?.replace("\r\n", "\n").trim_end().to_owned());
    files.into_iter().map(text).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::release::parts::Part;

    fn part(folder: &Path, name: &str, text: &str) -> Part {
        let folder = folder.join(name);
        fs::create_dir(&folder).expect("a folder");
        fs::write(folder.join("LICENSE-MIT"), text).expect("a file");
        fs::write(folder.join("main.rs"), "fn main() {}").expect("a file");
        Part {
            id: name.into(),
            name: name.into(),
            version: "1.0.0".into(),
            licence: "MIT".into(),
            registry: Some("cargo"),
            hash: None,
            folder,
        }
    }

    #[test]
    fn each_text_stands_there_once_with_all_that_have_it() {
        let folder = tempfile::tempdir().expect("a folder");
        let all = vec![
            part(folder.path(), "a", "Copyright A.\r\n"),
            part(folder.path(), "b", "Copyright B.\n"),
            part(folder.path(), "c", "Copyright A."),
        ];
        let parts = Parts { whole: "whole".into(), all, needs: BTreeMap::new() };
        let page = text(&parts).expect("a text");
        assert!(page.contains("- a 1.0.0: MIT\n- b 1.0.0: MIT\n- c 1.0.0: MIT\n"), "{page}");
        assert_eq!(page.matches("Copyright A.").count(), 1);
        assert!(page.contains("\na 1.0.0, c 1.0.0\n") && page.contains("\nb 1.0.0\n"), "{page}");
        assert!(!page.contains("fn main"), "{page}");
    }
}
