// SPDX-License-Identifier: EUPL-1.2
//! What every file of the repository keeps to, whatever its language.

use std::fs;
use std::path::Path;

use anyhow::{Result, bail};
use ignore::WalkBuilder;

use crate::project;

/// The licence, as each source file names it.
const TAG: &str = concat!("SPDX-License-", "Identifier: EUPL-1.2");

/// Refuses sources that do not name their licence.
pub fn check() -> Result<()> {
    let root = project::path("");
    let mut wrong = Vec::new();
    // Dot files are ours as well; what git ignores is not.
    let walk = WalkBuilder::new(&root)
        .hidden(false)
        .require_git(false)
        .filter_entry(|entry| entry.file_name() != ".git")
        .build();
    for entry in walk {
        let entry = entry?;
        let Ok(text) = fs::read_to_string(entry.path()) else {
            continue;
        };
        if lacks_licence(entry.path(), &text) {
            let name = entry.path().strip_prefix(&root).unwrap_or(entry.path()).display();
            wrong.push(format!("{name}: the first lines lack `{TAG}`"));
        }
    }
    if !wrong.is_empty() {
        wrong.sort();
        bail!("{}", wrong.join("\n"));
    }
    Ok(())
}

fn lacks_licence(file: &Path, text: &str) -> bool {
    is_source(file, text) && !text.lines().take(3).any(|line| line.contains(TAG))
}

/// Files that people write and that have comments; data and texts name their licence elsewhere,
/// and golden files are what the program wrote.
fn is_source(file: &Path, text: &str) -> bool {
    if file.components().any(|part| part.as_os_str() == "golden") {
        return false;
    }
    let extension = file.extension().and_then(|extension| extension.to_str()).unwrap_or_default();
    let written =
        ["rs", "js", "mjs", "ts", "css", "html", "php", "py", "toml", "yml", "yaml", "sh"];
    written.contains(&extension) || text.starts_with("#!")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_source_without_its_licence_is_found() {
        assert!(!lacks_licence(Path::new("a.rs"), &format!("// {TAG}\n")));
        assert!(lacks_licence(Path::new("a.rs"), "fn main() {}"));
        assert!(lacks_licence(Path::new("run"), "#!/bin/sh\n"));
        assert!(!lacks_licence(Path::new("a.csv"), "a;b\n"));
    }
}
