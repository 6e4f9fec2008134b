// SPDX-License-Identifier: EUPL-1.2
//! The version, wherever a tool wants it written down. It comes from Cargo.toml alone.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};

use crate::project;

/// Files that name it, each with what stands before it there.
const PLACES: [(&str, &str); 6] = [
    ("pkg/package.json", "\"version\": \""),
    ("pkg/integrations/python/pyproject.toml", "\nversion = \""),
    ("pkg/integrations/wordpress/kansrijke-start/kansrijke-start.php", "* Version:           "),
    ("pkg/integrations/wordpress/kansrijke-start/block.json", "\"version\": \""),
    ("pkg/integrations/wordpress/kansrijke-start/editor.asset.php", "'version' => '"),
    ("pkg/integrations/drupal/kansrijke_start/kansrijke_start.info.yml", "\nversion: '"),
];

/// Puts the version into the files that name it, where they name another.
pub fn renew() -> Result<()> {
    for (file, before) in PLACES {
        let path = project::path(file);
        let text = fs::read_to_string(&path).with_context(|| file)?;
        let renewed = renewed(&text, before, project::VERSION)
            .with_context(|| format!("{file} has no place for the version"))?;
        if renewed != text {
            fs::write(&path, renewed)?;
        }
    }
    Ok(())
}

/// The text with the version at its place.
fn renewed(text: &str, before: &str, version: &str) -> Option<String> {
    let (start, rest) = text.split_once(before)?;
    let end = rest.find(['"', '\'', '\n'])?;
    Some([start, before, version, rest.get(end..)?].concat())
}

/// The section of a module of WebAssembly that says its version.
const SECTION: &str = "version";

/// Writes the version into a module, in a section of its own, which nothing reads at run time.
pub fn stamp(module: &Path) -> Result<()> {
    let mut bytes = fs::read(module)?;
    bytes.extend(section(SECTION, project::VERSION)?);
    fs::write(module, bytes)?;
    Ok(())
}

/// A custom section: zero, its length, and a name with its length before the content.
fn section(name: &str, content: &str) -> Result<Vec<u8>> {
    let short = |length: usize| {
        let one = u8::try_from(length).ok().filter(|one| *one < 0x80);
        one.context("too long for a length of one byte")
    };
    let (named, whole) = (short(name.len())?, short(1 + name.len() + content.len())?);
    Ok([&[0, whole, named], name.as_bytes(), content.as_bytes()].concat())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_file_that_names_the_version_names_that_of_cargo() {
        for (file, before) in PLACES {
            let text = fs::read_to_string(project::path(file)).expect(file);
            let renewed = renewed(&text, before, project::VERSION).expect(file);
            assert!(renewed == text, "{file}: `cargo xtask build` puts the version there");
        }
    }

    #[test]
    fn only_the_version_changes() {
        let text = "{\n  \"version\": \"0.1.0\",\n  \"other\": \"0.1.0\"\n}\n";
        assert_eq!(
            renewed(text, "\"version\": \"", "0.2.0-rc.1").expect("a place"),
            "{\n  \"version\": \"0.2.0-rc.1\",\n  \"other\": \"0.1.0\"\n}\n"
        );
        assert_eq!(
            renewed(" * Version: 1\n", "Version: ", "2").as_deref(),
            Some(" * Version: 2\n")
        );
        assert_eq!(renewed("{}", "\"version\": \"", "0.2.0"), None);
    }

    #[test]
    fn a_section_is_as_the_standard_says() {
        assert_eq!(section("version", "0.1.0").expect("a section"), b"\0\x0d\x07version0.1.0");
        assert!(section("version", &"1".repeat(120)).is_err());
    }
}
