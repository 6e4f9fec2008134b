// SPDX-License-Identifier: EUPL-1.2
//! Programs on this machine.

use std::ffi::OsStr;
use std::process::{Command, Stdio};

/// What the program prints; a failure is the first line of its complaints.
///
/// # Errors
/// When it cannot be started or reports a failure.
pub fn output(command: &mut Command) -> Result<String, String> {
    let done = command.stdin(Stdio::null()).output().map_err(|error| error.to_string())?;
    if done.status.success() {
        return Ok(String::from_utf8_lossy(&done.stdout).trim().to_owned());
    }
    let complaints = String::from_utf8_lossy(&done.stderr).into_owned();
    // Programs tell first what they are doing, and mark what went wrong.
    let lines = || complaints.lines().map(str::trim).filter(|line| !line.is_empty());
    let marked = lines().find(|line| line.starts_with("error") || line.starts_with("E: "));
    Err(marked.or_else(|| lines().next()).unwrap_or("it does not say why").to_owned())
}

/// The version that the program answers; nothing where it cannot be started.
pub fn version(program: impl AsRef<OsStr>) -> Option<String> {
    output(Command::new(program).arg("--version")).ok()
}

/// Says what is being done, where it takes a while.
pub fn announce(what: &str) {
    eprintln!("   {what}");
}
