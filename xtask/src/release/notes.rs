// SPDX-License-Identifier: EUPL-1.2
//! What is new in a version: its section of the changelog.

use anyhow::{Context, Result};

/// The text below the heading `## [VERSION] - DAY`, without the heading.
pub fn of(changelog: &str, version: &str) -> Result<String> {
    let heading = format!("## [{version}]");
    let mut lines = changelog.lines().skip_while(|line| !is_heading(line, &heading));
    lines.next().with_context(|| {
        format!(
            "CHANGELOG.md has no section of {version}: put the heading `{heading} - YYYY-MM-DD` \
             below `## [Unreleased]`, above what is new in it, and commit that"
        )
    })?;
    let section: Vec<&str> = lines.take_while(|line| !line.starts_with("## ")).collect();
    let text = section.join("\n").trim().to_owned();
    anyhow::ensure!(
        !text.is_empty(),
        "the section `{heading}` of CHANGELOG.md is empty: say there what is new, and commit that"
    );
    Ok(text + "\n")
}

/// Whether a line is the heading, with a day behind it or not.
fn is_heading(line: &str, heading: &str) -> bool {
    line.strip_prefix(heading).is_some_and(|rest| rest.is_empty() || rest.starts_with(" - "))
}

#[cfg(test)]
mod tests {
    use super::*;

    const CHANGELOG: &str = "# Wijzigingen\n\n## [Unreleased]\n\n- Later.\n\n\
        ## [0.2.0] - 2027-01-02\n\n### Toegevoegd\n\n- Een kaart.\n\n## [0.1.0]\n\n- Een begin.\n\n## [0.0.1]\n";

    #[test]
    fn a_version_has_its_own_section() {
        assert_eq!(of(CHANGELOG, "0.2.0").expect("notes"), "### Toegevoegd\n\n- Een kaart.\n");
        assert_eq!(of(CHANGELOG, "0.1.0").expect("notes"), "- Een begin.\n");
    }

    #[test]
    fn what_is_not_there_or_empty_is_said_with_the_way_out() {
        for version in ["0.3.0", "0.2", "0.1.0-1"] {
            let said = of(CHANGELOG, version).expect_err("refused").to_string();
            assert!(said.contains(&format!("`## [{version}] - YYYY-MM-DD`")), "{said}");
        }
        let said = of(CHANGELOG, "0.0.1").expect_err("refused").to_string();
        assert!(said.contains("is empty: say there"), "{said}");
    }
}
