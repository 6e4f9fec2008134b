// SPDX-License-Identifier: EUPL-1.2
//! Whether a version can be released from what is checked out.

use std::fs;
use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result, bail};

use super::notes;
use crate::command;

/// The notes of the version, if what is checked out at `root` is that version, whole and
/// committed. Everything that is in the way is said at once.
pub fn check(root: &Path, wanted: &str, own: &str) -> Result<String> {
    let changelog = fs::read_to_string(root.join("CHANGELOG.md")).context("CHANGELOG.md")?;
    let notes = notes::of(&changelog, wanted);
    let all = [tree(root), version(wanted, own)];
    let said = all
        .into_iter()
        .filter_map(Result::err)
        .chain(notes.as_ref().err().map(|error| anyhow::anyhow!("{error}")));
    let said: Vec<String> = said.map(|error| format!("  - {error}")).collect();
    if !said.is_empty() {
        bail!("version {wanted} cannot be released:\n{}", said.join("\n"));
    }
    notes
}

/// How many changed files are named.
const NAMED: usize = 5;

/// Refuses what others do not have.
pub fn tree(root: &Path) -> Result<()> {
    let mut git = Command::new("git");
    git.args(["status", "--porcelain"]).current_dir(root);
    let said = command::output(&mut git)
        .context("git cannot say what is changed here: release from a clone of the repository")?;
    let changed: Vec<&str> = said.lines().filter_map(|line| line.get(3..)).collect();
    if changed.is_empty() {
        return Ok(());
    }
    let named: Vec<&str> = changed.iter().take(NAMED).copied().collect();
    let more = if changed.len() > NAMED { " and more" } else { "" };
    bail!(
        "there are changes that are in no commit ({}{more}), so nobody else could make the same \
         files: commit them, or put them away with `git stash --include-untracked`",
        named.join(", ")
    )
}

/// Refuses another version than the one that all built files carry.
fn version(wanted: &str, own: &str) -> Result<()> {
    if wanted == own {
        return Ok(());
    }
    bail!(
        "Cargo.toml says {own}: type `cargo xtask release {own}`, or write `version = \"{wanted}\"` \
         below [workspace.package] in Cargo.toml, type `cargo xtask build`, which puts it in all \
         other files, and commit those"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A repository with a changelog, all of it committed.
    fn repository() -> tempfile::TempDir {
        let folder = tempfile::tempdir().expect("a folder");
        fs::write(
            folder.path().join("CHANGELOG.md"),
            "## [Unreleased]\n\n## [0.1.0]\n\n- Een begin.\n",
        )
        .expect("a file");
        git(folder.path(), &["init", "--quiet"]);
        git(folder.path(), &["add", "."]);
        git(folder.path(), &["commit", "--quiet", "--message=Begin"]);
        folder
    }

    fn git(folder: &Path, arguments: &[&str]) {
        let mut git = Command::new("git");
        git.args(["-c", "user.name=proef", "-c", "user.email=proef@example.nl"]).args(arguments);
        command::output(git.current_dir(folder)).expect("git does it");
    }

    #[test]
    fn what_is_committed_and_described_is_ready() {
        let folder = repository();
        assert_eq!(check(folder.path(), "0.1.0", "0.1.0").expect("ready"), "- Een begin.\n");
    }

    #[test]
    fn all_that_is_in_the_way_is_said_at_once_with_the_way_out() {
        let folder = repository();
        fs::write(folder.path().join("nieuw.txt"), "").expect("a file");
        let said = check(folder.path(), "0.2.0", "0.1.0").expect_err("refused").to_string();
        for part in [
            "changes that are in no commit (nieuw.txt)",
            "git stash",
            "Cargo.toml says 0.1.0: type `cargo xtask release 0.1.0`",
            "`## [0.2.0] - YYYY-MM-DD`",
        ] {
            assert!(said.contains(part), "{part}: {said}");
        }
        fs::remove_file(folder.path().join("nieuw.txt")).expect("removed");
        fs::write(folder.path().join("CHANGELOG.md"), "## [0.1.0]\n\n- Anders.\n").expect("a file");
        let said = check(folder.path(), "0.1.0", "0.1.0").expect_err("refused").to_string();
        assert_eq!(said.lines().count(), 2, "{said}");
        assert!(said.contains("(CHANGELOG.md)"), "{said}");
    }
}
