// SPDX-License-Identifier: EUPL-1.2
//! Debian's packages.

use std::process::Command;

use crate::program::{announce, output, version};

/// Installs packages where apt can, unless what they bring is there.
///
/// # Errors
/// Why it is not there after this.
pub fn install(packages: &str, what: &str, is_there: fn() -> bool) -> Result<(), String> {
    if is_there() {
        return Ok(());
    }
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
    announce(&format!("installing {what}"));
    apt_get(apt, "update -q")?;
    apt_get(apt, &format!("install -y -q --no-install-recommends {packages}"))?;
    if is_there() { Ok(()) } else { Err("what apt-get installed does not start".into()) }
}

fn apt_get(apt: &str, arguments: &str) -> Result<(), String> {
    let mut words = apt.split(' ').chain(arguments.split(' '));
    let mut command = Command::new(words.next().unwrap_or("apt-get"));
    output(command.args(words).env("DEBIAN_FRONTEND", "noninteractive")).map(drop)
}
