// SPDX-License-Identifier: EUPL-1.2
//! Chromium and its driver, and a web server for it to look at.

use std::path::Path;
use std::process::Command;

use crate::apt;
use crate::program::{output, version};

const PACKAGES: &str = "chromium chromium-driver";

/// Installs Chromium and its driver where apt can, unless they are there.
///
/// # Errors
/// The sentence that says what to type.
pub fn require() -> Result<(), String> {
    apt::install(PACKAGES, "Chromium", is_there).map_err(|why| {
        format!(
            "Chromium with its driver is missing ({why}): type \
             `sudo apt-get install {PACKAGES}`, or install both in another way so that `chromium` \
             and `chromedriver` start them"
        )
    })
}

fn is_there() -> bool {
    ["chromium", "chromedriver"].into_iter().all(|program| version(program).is_some())
}

const NGINX: &str = "nginx";

/// Installs nginx where apt can, unless it is there.
///
/// # Errors
/// The sentence that says what to type.
pub fn require_nginx() -> Result<(), String> {
    apt::install(NGINX, "nginx", has_nginx)
        .map_err(|why| format!("nginx is missing ({why}): type `sudo apt-get install {NGINX}`"))
}

fn has_nginx() -> bool {
    Path::new("/etc/nginx/mime.types").is_file() && output(Command::new("nginx").arg("-v")).is_ok()
}
