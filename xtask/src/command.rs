// SPDX-License-Identifier: EUPL-1.2
//! Programs that the commands start.

use std::ffi::OsStr;
use std::process::{Command, Output, Stdio};

use anyhow::{Context, Result, bail};

use crate::project;

/// The cargo that started this program, in the project's root.
pub fn cargo() -> Command {
    let mut command = setup::rust::cargo();
    command.current_dir(project::path(""));
    command
}

/// A program of an npm package, run by Node.js without npm's slow front end.
pub fn node(program: &str) -> Command {
    let mut command = Command::new("node");
    command
        .arg(project::path("xtask/node_modules/.bin").join(program))
        .current_dir(project::path(""));
    command
}

/// Runs the program on this terminal.
pub fn run(command: &mut Command) -> Result<()> {
    let status = command.status().with_context(|| format!("cannot start {}", name(command)))?;
    if !status.success() {
        bail!("{} failed ({status})", name(command));
    }
    Ok(())
}

/// Runs the program and returns what it printed; a failure carries its complaints.
pub fn output(command: &mut Command) -> Result<String> {
    let Output { status, stdout, stderr } = command
        .stdin(Stdio::null())
        .output()
        .with_context(|| format!("cannot start {}", name(command)))?;
    let stdout = String::from_utf8_lossy(&stdout).into_owned();
    if !status.success() {
        bail!("{} failed ({status})\n{stdout}{}", name(command), String::from_utf8_lossy(&stderr));
    }
    Ok(stdout)
}

fn name(command: &Command) -> String {
    std::iter::once(command.get_program())
        .chain(command.get_args())
        .map(OsStr::to_string_lossy)
        .collect::<Vec<_>>()
        .join(" ")
}
