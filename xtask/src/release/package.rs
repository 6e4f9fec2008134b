// SPDX-License-Identifier: EUPL-1.2
//! The package for npm, as npm packs it.

use std::fs;
use std::process::Command;

use anyhow::{Context, Result};
use serde_json::json;

use super::archive::Contents;
use crate::folder::INTEGRATIONS;
use crate::{command, project};

/// The packed package. npm gives every file one time and one mode. `repository` is where the
/// sources are published: what npm asks for where it is to prove of what a package was made.
pub fn pack(repository: Option<&str>) -> Result<Vec<u8>> {
    let folder = tempfile::tempdir()?;
    let manifest = fs::read_to_string(project::pkg().join(MANIFEST))?;
    let staged = folder.path().join("package");
    let mut contents = Contents::default();
    contents.put_folder("package", &project::pkg(), &[INTEGRATIONS])?;
    contents.put(format!("package/{MANIFEST}"), described(&manifest, repository)?);
    contents.write(folder.path())?;
    let mut npm = Command::new("npm");
    npm.args(["pack", "--ignore-scripts", "--loglevel=error", "--pack-destination"]);
    let name = command::output(npm.arg(folder.path()).current_dir(&staged))?;
    fs::read(folder.path().join(name.trim())).context("npm packed nothing")
}

const MANIFEST: &str = "package.json";

/// The manifest with the address of the sources.
fn described(manifest: &str, repository: Option<&str>) -> Result<String> {
    let Some(address) = repository else { return Ok(manifest.to_owned()) };
    // Members keep their order: the text is left as it is but for its end.
    let body = manifest.trim_end().strip_suffix('}').context("an odd package.json")?;
    let git = format!("git+{}.git", address.trim_end_matches(".git"));
    let said = json!({ "type": "git", "url": git, "directory": "pkg" });
    Ok(format!("{},\n  \"repository\": {said}\n}}\n", body.trim_end()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::Value;

    #[test]
    fn the_address_of_the_sources_is_added_and_nothing_else_changes() {
        let own = fs::read_to_string(project::path("pkg/package.json")).expect("a manifest");
        assert_eq!(described(&own, None).expect("a manifest"), own);
        let address = "https://forge.example.nl/groep/project";
        let said = described(&own, Some(address)).expect("a manifest");
        let mut said: Value = serde_json::from_str(&said).expect("JSON");
        let repository = said.as_object_mut().and_then(|said| said.remove("repository"));
        assert_eq!(
            repository.expect("an address"),
            json!({ "type": "git", "url": format!("git+{address}.git"), "directory": "pkg" })
        );
        assert_eq!(said, serde_json::from_str::<Value>(&own).expect("JSON"));
    }
}
