// SPDX-License-Identifier: EUPL-1.2
//! Pages of paper from pages of the web, by a Chromium that is on the computer. It gets an empty
//! profile, and the pages have no script.

use crate::prepare::library;
use crate::prepare::message::{Expected, Found};
use crate::prepare::problem::Problem;
use std::ffi::OsString;
use std::io;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

/// What it is called, in the order in which it is looked for.
const NAMES: [&str; 5] =
    ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"];

/// Where macOS keeps it.
const APPLICATIONS: [&str; 2] = [
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
];

/// The longest that a page may take.
const PATIENCE: Duration = Duration::from_secs(60);

/// A browser that prints.
pub(super) struct Printer {
    program: PathBuf,
    profile: tempfile::TempDir,
}

impl Printer {
    /// Looks for the browser in the folders of `paths`, as a shell does.
    ///
    /// # Errors
    /// There is none.
    pub(super) fn find(paths: Option<OsString>) -> Result<Self, Problem> {
        let paths = paths.unwrap_or_default();
        let folders: Vec<PathBuf> = std::env::split_paths(&paths).collect();
        let ends = if cfg!(windows) { ".exe" } else { "" };
        let named = NAMES
            .iter()
            .flat_map(|name| folders.iter().map(move |folder| folder.join([name, ends].concat())));
        let program = named.chain(APPLICATIONS.map(PathBuf::from)).find(|path| path.is_file());
        let program =
            program.ok_or_else(|| Problem::file("--pdf", Found::NoBrowser, Expected::Browser))?;
        let profile = tempfile::tempdir()
            .map_err(|e| Problem::file("--pdf", library::io(&e), Expected::WritableFolder))?;
        Ok(Self { program, profile })
    }

    /// Prints a page of a folder into a file beside it.
    ///
    /// # Errors
    /// What the system answered, or that there is no such file after a minute.
    pub(super) fn print(&self, folder: &Path, page: &str, file: &str) -> io::Result<()> {
        let mut to = OsString::from("--print-to-pdf=");
        to.push(folder.join(file));
        let mut profile = OsString::from("--user-data-dir=");
        profile.push(self.profile.path());
        let mut browser = Command::new(&self.program);
        browser
            .args(["--headless", "--disable-gpu", "--no-first-run", "--disable-sync"])
            .args(["--disable-background-networking", "--disable-component-update"])
            .args(["--no-pdf-header-footer", "--hide-scrollbars"]);
        // As root it does not start with its sandbox.
        if is_root() {
            browser.arg("--no-sandbox");
        }
        browser.arg(profile).arg(to).arg(address(&folder.join(page)));
        browser.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
        let mut running = browser.spawn()?;
        let began = Instant::now();
        loop {
            if let Some(status) = running.try_wait()? {
                let is_there = folder.join(file).metadata().is_ok_and(|about| about.len() > 0);
                if status.success() && is_there {
                    return Ok(());
                }
                break;
            }
            if began.elapsed() > PATIENCE {
                running.kill()?;
                running.wait()?;
                break;
            }
            sleep(Duration::from_millis(20));
        }
        Err(io::Error::other(Found::NoPdf(page.to_string())))
    }
}

#[cfg(unix)]
fn is_root() -> bool {
    use std::os::unix::fs::MetadataExt;
    std::fs::metadata("/proc/self").is_ok_and(|about| about.uid() == 0)
}

#[cfg(not(unix))]
fn is_root() -> bool {
    false
}

/// The address of a file of this computer.
fn address(path: &Path) -> String {
    let mut address = String::from("file://");
    let path = path.to_string_lossy().replace('\\', "/");
    if !path.starts_with('/') {
        address.push('/');
    }
    for byte in path.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~/:".contains(&byte) {
            address.push(char::from(byte));
        } else {
            address.push_str(&format!("%{byte:02X}"));
        }
    }
    address
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_has_only_signs_of_addresses() {
        let path = Path::new("/een map/50%#?/GM0344.html");
        assert_eq!(address(path), "file:///een%20map/50%25%23%3F/GM0344.html");
    }

    #[test]
    fn where_there_is_no_browser_it_is_said() {
        let folder = tempfile::tempdir().expect("a folder");
        let found = Printer::find(Some(folder.path().into())).map(|printer| printer.program);
        // A Mac has it in another place, too.
        if !APPLICATIONS.iter().any(|path| Path::new(path).is_file()) {
            assert_eq!(*found.expect_err("no browser").found, Found::NoBrowser);
        }
    }
}
