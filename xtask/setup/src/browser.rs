// SPDX-License-Identifier: EUPL-1.2
//! Chromium and its driver.

use crate::apt;
use crate::program::version;

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
