// SPDX-License-Identifier: EUPL-1.2
//! What a release has for sites, on the web servers that sites have: nginx, Apache and Caddy as Debian
//! has them, with the rules that the release gives for each. Each is asked for its headers and for how
//! much it can serve.

mod serving;
pub mod nginx;
mod apache;
mod caddy;
mod answers;
mod load;

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use crate::project;
use crate::release::upload;
use serving::Serving;

/// The folder of a version, as it stands beside the one without.
const FIXED: &str = "kansrijke-start-0.0.0";

/// Looks at each server; returns what was seen.
pub fn look() -> Result<Vec<String>> {
    let folder = tempfile::tempdir()?;
    let site = site(folder.path())?;
    let rules = project::www().join("download/hosting");
    let mut seen = Vec::new();
    for (name, start) in SERVERS {
        let own = folder.path().join(name);
        fs::create_dir(&own)?;
        let serving = start(&own, &site, &rules).with_context(|| name.to_owned())?;
        answers::check(&serving, &site).with_context(|| name.to_owned())?;
        seen.push(format!("{name}: {} answers as they should be", answers::COUNT));
        seen.extend(load::measure(&serving)?.into_iter().map(|line| format!("{name}: {line}")));
    }
    Ok(seen)
}

/// Starts a server with a folder of its own, that of the site, and that with the rules.
type Start = fn(&Path, &Path, &Path) -> Result<Serving>;

const SERVERS: [(&str, Start); 3] =
    [("nginx", nginx::start), ("Apache", apache::start), ("Caddy", caddy::start)];

/// A site with what is uploaded, once under the name of the lines to paste and once with a version.
fn site(folder: &Path) -> Result<PathBuf> {
    let site = folder.join("site");
    upload::contents("unpacked", "")?.write(folder)?;
    fs::create_dir(&site)?;
    let uploaded = folder.join("unpacked").join(upload::FOLDER);
    fs::copy(folder.join("unpacked/hosting/apache.htaccess"), uploaded.join(".htaccess"))?;
    fs::rename(uploaded, site.join(upload::FOLDER))?;
    std::os::unix::fs::symlink(upload::FOLDER, site.join(FIXED))?;
    Ok(site)
}
