// SPDX-License-Identifier: EUPL-1.2
//! A folder that is made beside the old one, and put in its place when it is whole.

use super::problem::Problem;
use super::wording;
use std::fs;
use std::io;
use std::path::Path;

/// Lets `fill` make a folder, and puts it in the place of `out`. Where anything fails, what was
/// there stays as it was.
///
/// # Errors
/// What the system answered, with the path.
pub fn replace<T>(out: &Path, fill: impl FnOnce(&Path) -> io::Result<T>) -> Result<T, Problem> {
    let beside = |suffix: &str| {
        let mut name = out.file_name().unwrap_or_default().to_os_string();
        name.push(suffix);
        out.with_file_name(name)
    };
    let (new, old) = (beside(".new"), beside(".old"));
    let told = |error: io::Error| {
        Problem::file(&out.to_string_lossy(), wording::io(&error), "een map om in te schrijven")
    };
    // An attempt that was killed between two renames left the folder under another name.
    if !out.exists() && old.exists() {
        fs::rename(&old, out).map_err(told)?;
    }
    let result = remove(&new).and_then(|()| remove(&old)).and_then(|()| fill(&new));
    let filled = match result {
        Ok(filled) => filled,
        Err(error) => {
            // What is left of the attempt helps nobody; the first error is the one to tell.
            let _ = remove(&new);
            return Err(told(error));
        }
    };
    if !out.exists() {
        fs::rename(&new, out).map_err(told)?;
    } else if exchange(&new, out) {
        remove(&new).map_err(told)?;
    } else {
        fs::rename(out, &old).map_err(told)?;
        if let Err(error) = fs::rename(&new, out) {
            fs::rename(&old, out).map_err(told)?;
            return Err(told(error));
        }
        remove(&old).map_err(told)?;
    }
    Ok(filled)
}

/// Lets two folders change places in one step, where the system can: there is then no moment
/// without the folder.
#[cfg(target_os = "linux")]
fn exchange(one: &Path, other: &Path) -> bool {
    use rustix::fs::{CWD, RenameFlags, renameat_with};
    renameat_with(CWD, one, CWD, other, RenameFlags::EXCHANGE).is_ok()
}

/// Elsewhere two renames do it.
#[cfg(not(target_os = "linux"))]
fn exchange(_: &Path, _: &Path) -> bool {
    false
}

fn remove(folder: &Path) -> io::Result<()> {
    match fs::remove_dir_all(folder) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
        _ => Ok(()),
    }
}
