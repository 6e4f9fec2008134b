// SPDX-License-Identifier: EUPL-1.2
//! The npm packages of the lock file.

use std::fs;
use std::process::Command;

use anyhow::{Context, Result};

use crate::{command, integrity, project};

/// Which npm packages a command needs; the second are more than the first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Packages {
    /// The bundler and the optimiser of WebAssembly.
    Tools,
    /// The tools, what the tests ask (axe-core, an independent reader; house styles, of which
    /// `tests/browser/themes.rs` says what each is for; the bundlers and frameworks of
    /// `tests/node/frameworks.test.mjs`, and the types of React, which come apart; the editors, filters
    /// and the wrapper of frames of `tests/node/cms.test.mjs`) and the chart
    /// libraries that the benchmark draws against.
    Peers,
}

/// Installs the packages, unless they are there.
pub fn install(which: Packages) -> Result<()> {
    let folder = project::path("xtask");
    let lock = fs::read(folder.join("package-lock.json"))
        .context("xtask/package-lock.json is missing: check it out again")?;
    let hash = integrity::hash(&lock);
    let stamp = folder.join("node_modules/.installed");
    let Some(which) = due(&fs::read_to_string(&stamp).unwrap_or_default(), &hash, which) else {
        return Ok(());
    };
    eprintln!("   installing npm packages");
    let mut npm = Command::new("npm");
    // The packages work without their install scripts, so none of those is run.
    npm.args(["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"])
        .current_dir(&folder);
    if which == Packages::Tools {
        npm.arg("--omit=dev");
    }
    command::output(&mut npm)
        .context("the npm packages could not be installed: check the connection to the registry")?;
    fs::write(&stamp, format!("{hash} {which:?}"))?;
    Ok(())
}

/// Which packages are to be installed, if any, where the stamp says what is there. What was there
/// once stays, renewed with the lock file: a build takes nothing away from the tests.
fn due(stamp: &str, hash: &str, wanted: Packages) -> Option<Packages> {
    let (lock, there) = match stamp.split_once(' ') {
        Some((lock, "Peers")) => (lock, Packages::Peers),
        Some((lock, "Tools")) => (lock, Packages::Tools),
        _ => return Some(wanted),
    };
    (lock != hash || there < wanted).then_some(there.max(wanted))
}

#[cfg(test)]
mod tests {
    use super::Packages::{Peers, Tools};
    use super::*;

    #[test]
    fn what_is_there_is_enough_or_grows_and_never_shrinks() {
        for (stamp, wanted, expected) in [
            ("", Tools, Some(Tools)),
            ("", Peers, Some(Peers)),
            ("new Tools", Tools, None),
            ("new Tools", Peers, Some(Peers)),
            ("new Peers", Tools, None),
            ("new Peers", Peers, None),
            ("old Tools", Tools, Some(Tools)),
            ("old Tools", Peers, Some(Peers)),
            ("old Peers", Tools, Some(Peers)),
            ("old Peers", Peers, Some(Peers)),
            ("something else", Tools, Some(Tools)),
        ] {
            assert_eq!(due(stamp, "new", wanted), expected, "{stamp:?}, {wanted:?}");
        }
    }
}
