// SPDX-License-Identifier: EUPL-1.2
//! What was made changes places with what stood there, which is whole at every moment: in its
//! place, or aside under the eyes of the next run.

use super::area::Area;
use super::marker::{self, Foreign, Kind, Owned};
use crate::prepare::message::Found;
use std::fs;
use std::io;
use std::path::Path;

/// The system, as far as it can fail in ways that tests ask for.
#[derive(Clone, Copy)]
pub struct System<'a> {
    /// Lets two folders change places in one step.
    pub exchange: fn(&Path, &Path) -> io::Result<()>,
    /// Is called with each step before it is taken; an error is what the step answers.
    pub step: &'a dyn Fn(&'static str) -> io::Result<()>,
}

impl System<'_> {
    /// The one that there is.
    pub const REAL: System<'static> = System { exchange, step: &|_| Ok(()) };
}

/// Other runs may put folders in the same place meanwhile.
const TRIES: u32 = 100;

/// Puts what is whole in an area in a place, and removes what stood there.
///
/// # Errors
/// What stands there and is not ours, and what the system answered; it then stands there still.
pub fn put(area: &Area, place: &Path, kind: &Kind, system: &System<'_>) -> Result<(), Foreign> {
    let (whole, old) = (area.whole(), area.old());
    let ours = |folder: &Path| marker::owned(folder, kind.name, kind.former);
    // Where removal fails the new folder stands all the same: a later run removes what is left.
    let clear = |folder: &Path, owned: &Owned| {
        let _ = (system.step)("remove").and_then(|()| marker::remove(folder, kind.name, owned));
    };
    for _ in 0..TRIES {
        match ours(place) {
            Ok(_) => {}
            Err(Foreign::Unseen(error)) if error.kind() == io::ErrorKind::NotFound => {
                (system.step)("put")?;
                match fs::rename(&whole, place) {
                    Ok(()) => return Ok(()),
                    Err(error) if is_taken(&error) => continue,
                    Err(error) => return Err(error.into()),
                }
            }
            Err(foreign) => return Err(foreign),
        }
        (system.step)("exchange")?;
        if (system.exchange)(&whole, place).is_ok() {
            // Something may have come into it since it was looked at.
            return match ours(&whole) {
                Ok(owned) => {
                    clear(&whole, &owned);
                    Ok(())
                }
                Err(foreign) => {
                    (system.exchange)(&whole, place)?;
                    Err(foreign)
                }
            };
        }
        (system.step)("aside")?;
        match fs::rename(place, &old) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => continue,
            result => result?,
        }
        let owned = match ours(&old) {
            Ok(owned) => owned,
            Err(foreign) => {
                fs::rename(&old, place)?;
                return Err(foreign);
            }
        };
        let moved = (system.step)("in").and_then(|()| fs::rename(&whole, place));
        match moved {
            Ok(()) => {
                clear(&old, &owned);
                return Ok(());
            }
            // Another run has put its own there: what stood there before is of no use any more.
            Err(error) if is_taken(&error) => clear(&old, &owned),
            Err(error) => {
                fs::rename(&old, place)?;
                return Err(error.into());
            }
        }
    }
    Err(io::Error::other(Found::ChangingFolder).into())
}

fn is_taken(error: &io::Error) -> bool {
    matches!(error.kind(), io::ErrorKind::AlreadyExists | io::ErrorKind::DirectoryNotEmpty)
}

/// Where the system can: there is then no moment without the folder.
#[cfg(target_os = "linux")]
fn exchange(one: &Path, other: &Path) -> io::Result<()> {
    use rustix::fs::{CWD, RenameFlags, renameat_with};
    Ok(renameat_with(CWD, one, CWD, other, RenameFlags::EXCHANGE)?)
}

/// Elsewhere two renames do it.
#[cfg(not(target_os = "linux"))]
fn exchange(_: &Path, _: &Path) -> io::Result<()> {
    Err(io::ErrorKind::Unsupported.into())
}
