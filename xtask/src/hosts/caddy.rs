// SPDX-License-Identifier: EUPL-1.2
//! Caddy, with the block of a release for its own address and folder.

use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};

use anyhow::{Result, ensure};

use super::serving::{Serving, free_port};

/// Starts it without an administration port and without certificates.
pub fn start(folder: &Path, site: &Path, rules: &Path) -> Result<Serving> {
    let port = free_port()?;
    let given = fs::read_to_string(rules.join("Caddyfile"))?;
    let own = given
        .replace("example.nl {", &format!("http://127.0.0.1:{port} {{"))
        .replace("/var/www/html", &site.display().to_string());
    ensure!(own.len() != given.len(), "its rules name neither address nor folder");
    let file = folder.join("Caddyfile");
    fs::write(&file, format!("{{\n\tadmin off\n\tauto_https off\n}}\n{own}"))?;
    let mut caddy = Command::new("caddy");
    caddy.args(["run", "--adapter", "caddyfile", "--config"]).arg(&file);
    let log = folder.join("error.log");
    // It has no home to write to.
    caddy.current_dir(folder).stderr(Stdio::from(fs::File::create(&log)?));
    Serving::start(&mut caddy, port, &log)
}
