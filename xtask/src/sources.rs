// SPDX-License-Identifier: EUPL-1.2
//! What every file of the repository keeps to, whatever its language.

use std::fs;
use std::path::Path;

use anyhow::{Result, bail};
use ignore::WalkBuilder;

use crate::project;

/// The licence, as each source file names it.
const TAG: &str = concat!("SPDX-License-", "Identifier: EUPL-1.2");

/// Traces of the machine that a file was written on. Written in halves, or this file would hold
/// them itself.
const TRACES: [&str; 5] = [
    concat!("/wo", "rk/"),
    concat!("/tm", "p/"),
    concat!("/ro", "ot/"),
    concat!("/ho", "me/"),
    concat!("arti", "factory"),
];

/// Refuses files without their licence and files that speak of a machine.
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
        let name = entry.path().strip_prefix(&root).unwrap_or(entry.path()).display();
        wrong.extend(
            complaints(entry.path(), &text).into_iter().map(|why| format!("{name}: {why}")),
        );
    }
    if !wrong.is_empty() {
        wrong.sort();
        bail!("{}", wrong.join("\n"));
    }
    Ok(())
}

fn complaints(file: &Path, text: &str) -> Vec<String> {
    let mut wrong = Vec::new();
    if is_source(file, text) && !text.lines().take(3).any(|line| line.contains(TAG)) {
        wrong.push(format!("the first lines lack `{TAG}`"));
    }
    for trace in TRACES {
        if let Some(line) = text.lines().position(|line| line.contains(trace)) {
            wrong.push(format!("line {} holds `{trace}`", line + 1));
        }
    }
    wrong
}

/// Files that people write and that have comments; data and texts name their licence elsewhere,
/// and golden files are what the program wrote.
fn is_source(file: &Path, text: &str) -> bool {
    if file.components().any(|part| part.as_os_str() == "golden") {
        return false;
    }
    let extension = file.extension().and_then(|extension| extension.to_str()).unwrap_or_default();
    ["rs", "js", "mjs", "ts", "css", "html", "toml", "yml", "yaml", "sh"].contains(&extension)
        || text.starts_with("#!")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_source_without_its_licence_is_named() {
        assert_eq!(complaints(Path::new("a.rs"), &format!("// {TAG}\n")), [""; 0]);
        assert_eq!(complaints(Path::new("a.rs"), "fn main() {}").len(), 1);
        assert_eq!(complaints(Path::new("run"), "#!/bin/sh\n").len(), 1);
        assert_eq!(complaints(Path::new("a.csv"), "a;b\n"), [""; 0]);
    }

    #[test]
    fn a_trace_of_a_machine_is_named_with_its_line() {
        let text = format!("een\n{}x\n", TRACES[0]);
        let found = complaints(Path::new("a.md"), &text);
        assert_eq!(found.len(), 1);
        assert!(found[0].starts_with("line 2 "), "{found:?}");
    }
}
