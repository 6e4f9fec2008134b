// SPDX-License-Identifier: EUPL-1.2
//! The lists of sets in the page on the programme, made from the figures.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use kansrijke_start::program::sets;
use kansrijke_start::request::Language;

use crate::project;

/// Where a list begins, before the name of its set, and where it ends.
const BEGIN: &str = "<!-- set: ";
const END: &str = "<!-- /set -->";

/// Writes the lists into the page, where they differ from what stands there.
pub fn write(figures: &Path) -> Result<()> {
    let path = project::www().join("programma.html");
    let page = fs::read_to_string(&path)?;
    let list = |set: &str| {
        sets::list(figures, set, "NL01", 3, Language::Dutch)
            .map_err(|error| anyhow::anyhow!("{set}: {error}"))
    };
    let filled = fill(&page, list)?;
    if filled != page {
        fs::write(&path, filled)?;
    }
    Ok(())
}

/// The page with each list between its marks.
fn fill(page: &str, list: impl Fn(&str) -> Result<String>) -> Result<String> {
    let mut filled = String::new();
    let mut rest = page;
    while let Some((before, after)) = rest.split_once(BEGIN) {
        let (set, after) = after.split_once(" -->").context("a mark that does not end")?;
        let (_, after) = after.split_once(END).context("a list that does not end")?;
        filled.push_str(&format!("{before}{BEGIN}{set} -->\n{}{END}", list(set)?));
        rest = after;
    }
    filled.push_str(rest);
    Ok(filled)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_stands_between_the_marks_is_made_again() {
        let page = "<h1>A</h1>\n<!-- set: local -->\nold\n<!-- /set -->\n<p>B</p>";
        let list = |set: &str| Ok(format!("<ul><li>{set}</li></ul>\n"));
        let once = fill(page, list).expect("a filled page");
        assert_eq!(
            once,
            "<h1>A</h1>\n<!-- set: local -->\n<ul><li>local</li></ul>\n<!-- /set -->\n<p>B</p>"
        );
        assert_eq!(fill(&once, list).expect("the same"), once);
        assert!(fill("<!-- set: local -->", list).is_err());
    }
}
