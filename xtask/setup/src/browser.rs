// SPDX-License-Identifier: EUPL-1.2
//! Chromium and its driver.

use std::process::Command;

use crate::program::{announce, output, version};

const PACKAGES: &str = "chromium chromium-driver";

/// Installs Chromium and its driver where apt can, unless they are there.
///
/// # Errors
/// The sentence that says what to type.
pub fn require() -> Result<(), String> {
    if there() {
        return Ok(());
    }
    let Err(why) = install() else { return Ok(()) };
    Err(format!(
        "Chromium with its driver is missing ({why}): type \
         `sudo apt-get install {PACKAGES}`, or install both in another way so that `chromium` \
         and `chromedriver` start them"
    ))
}

fn there() -> bool {
    ["chromium", "chromedriver"].into_iter().all(|program| version(program).is_some())
}

fn install() -> Result<(), String> {
    if version("apt-get").is_none() {
        return Err("there is no apt-get to install it with".into());
    }
    let apt = if output(Command::new("id").arg("-u")).is_ok_and(|id| id == "0") {
        "apt-get"
    } else if output(Command::new("sudo").args(["-n", "true"])).is_ok() {
        "sudo -n apt-get"
    } else {
        return Err("only an administrator can install it".into());
    };
    announce("installing Chromium");
    apt_get(apt, "update -q")?;
    apt_get(apt, &format!("install -y -q --no-install-recommends {PACKAGES}"))?;
    if there() { Ok(()) } else { Err("what apt-get installed does not start".into()) }
}

fn apt_get(apt: &str, arguments: &str) -> Result<(), String> {
    let mut words = apt.split(' ').chain(arguments.split(' '));
    let mut command = Command::new(words.next().unwrap_or("apt-get"));
    output(command.args(words).env("DEBIAN_FRONTEND", "noninteractive")).map(drop)
}
