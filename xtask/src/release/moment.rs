// SPDX-License-Identifier: EUPL-1.2
//! The moment that a release is of: that of its commit, whenever and wherever it is made.

use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result};

use crate::command;

/// The moment of a commit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Moment {
    seconds: u64,
    /// `2026-11-29T13:01:02Z`
    text: String,
}

impl Moment {
    /// That of the commit that is checked out.
    pub fn of_commit(root: &Path) -> Result<Self> {
        let mut git = Command::new("git");
        git.args(["show", "--no-patch", "--format=%ct%n%cd"])
            .arg("--date=format-local:%Y-%m-%dT%H:%M:%SZ")
            .env("TZ", "UTC0")
            .current_dir(root);
        Self::parse(&command::output(&mut git)?)
    }

    /// That of two lines: seconds since 1970, and the same in words of ISO 8601.
    pub(super) fn parse(said: &str) -> Result<Self> {
        let mut lines = said.lines();
        let seconds = lines.next().unwrap_or_default().parse().context("git tells no time")?;
        let text = lines.next().context("git tells no date")?.to_owned();
        Ok(Self { seconds, text })
    }

    /// In seconds since 1970: what `SOURCE_DATE_EPOCH` is to be.
    pub fn seconds(&self) -> u64 {
        self.seconds
    }

    /// In words of ISO 8601.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Year, month, day, hour, minute and second.
    pub fn fields(&self) -> Result<[u16; 6]> {
        let numbers = self.text.split(|sign: char| !sign.is_ascii_digit());
        let numbers: Vec<u16> = numbers.filter_map(|number| number.parse().ok()).collect();
        <[u16; 6]>::try_from(numbers).ok().with_context(|| format!("no time: {}", self.text))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_commit_has_one() {
        let at = Moment::parse("1764421262\n2025-11-29T13:01:02Z\n").expect("a time");
        assert_eq!((at.seconds(), at.text()), (1_764_421_262, "2025-11-29T13:01:02Z"));
        assert_eq!(at.fields().expect("its fields"), [2025, 11, 29, 13, 1, 2]);
        assert!(Moment::parse("").is_err());
    }
}
