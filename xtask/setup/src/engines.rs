// SPDX-License-Identifier: EUPL-1.2
//! Browsers beside Chromium, with their drivers: Firefox, and the small browser of WebKitGTK on a
//! screen that nobody sees.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};

use crate::program::{announce, output, version};
use crate::{apt, rust};

const PACKAGES: &str = "firefox-esr webkit2gtk-driver xvfb";

/// The driver of Firefox, which Debian does not have.
const GECKODRIVER: &str = "geckodriver";

/// Installs the browsers where apt can, and makes the driver of Firefox from its source, unless they
/// are there.
///
/// # Errors
/// The sentence that says what to type.
pub fn require(root: &Path) -> Result<(), String> {
    apt::install(PACKAGES, "Firefox and WebKitGTK", is_there).map_err(|why| {
        format!(
            "Firefox, WebKitGTK's driver or a screen for it is missing ({why}): type \
             `sudo apt-get install {PACKAGES}`"
        )
    })?;
    if geckodriver(root).is_some() {
        return Ok(());
    }
    announce("compiling the driver of Firefox, which takes some minutes");
    let mut cargo = rust::cargo();
    cargo.args(["install", GECKODRIVER, "--locked", "--quiet", "--root"]).arg(tools(root));
    let made = output(&mut cargo);
    if geckodriver(root).is_some() {
        return Ok(());
    }
    Err(format!(
        "the driver of Firefox is missing and cargo cannot make it ({}): type \
         `cargo install {GECKODRIVER}`",
        made.err().unwrap_or_else(|| "what it made does not start".into())
    ))
}

/// What starts the driver of Firefox.
pub fn geckodriver(root: &Path) -> Option<PathBuf> {
    let own = tools(root).join("bin").join(GECKODRIVER);
    [PathBuf::from(GECKODRIVER), own].into_iter().find(|file| version(file).is_some())
}

/// The small browser of WebKitGTK, which no shell finds; the newest where there are more.
pub fn mini_browser() -> Option<PathBuf> {
    let inside = |folder: PathBuf| {
        let entries = fs::read_dir(folder).into_iter().flatten().flatten();
        entries.map(|entry| entry.path()).collect::<Vec<_>>()
    };
    // Such as /usr/lib/x86_64-linux-gnu/webkit2gtk-4.1.
    let mut found: Vec<_> = inside("/usr/lib".into())
        .into_iter()
        .flat_map(inside)
        .filter(|folder| folder.to_string_lossy().contains("/webkit"))
        .map(|folder| folder.join("MiniBrowser"))
        .filter(|file| file.is_file())
        .collect();
    found.sort();
    found.pop()
}

/// Where programs stand that are made for the project's commands alone.
fn tools(root: &Path) -> PathBuf {
    let target = env::var_os("CARGO_TARGET_DIR").unwrap_or_else(|| "target".into());
    root.join(target).join("tools")
}

fn is_there() -> bool {
    // The screen and the driver answer no question and start nothing.
    let is_found = |name| Path::new("/usr/bin").join(name).is_file();
    version("firefox-esr").is_some()
        && ["Xvfb", "WebKitWebDriver"].into_iter().all(is_found)
        && mini_browser().is_some()
}
