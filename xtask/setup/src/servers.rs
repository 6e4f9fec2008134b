// SPDX-License-Identifier: EUPL-1.2
//! Web servers, as sites have them.

use std::path::Path;
use std::process::Command;

use crate::apt;
use crate::program::output;

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
    Path::new("/etc/nginx/mime.types").is_file() && starts("nginx", "-v")
}

/// Apache's program and modules without a service, Debian's list of media types, Caddy, and wrk.
const OTHERS: &str = "apache2-bin media-types caddy wrk";

/// Installs Apache, Caddy and wrk where apt can, unless they are there.
///
/// # Errors
/// The sentence that says what to type.
pub fn require_others() -> Result<(), String> {
    apt::install(OTHERS, "Apache and Caddy", has_others).map_err(|why| {
        format!("Apache, Caddy or wrk is missing ({why}): type `sudo apt-get install {OTHERS}`")
    })
}

fn has_others() -> bool {
    let is_found = |file: &&str| Path::new(file).is_file();
    ["/etc/mime.types", "/usr/bin/wrk"].iter().all(is_found)
        && starts("apache2", "-v")
        && starts("caddy", "version")
}

fn starts(program: &str, argument: &str) -> bool {
    output(Command::new(program).arg(argument)).is_ok()
}
