// SPDX-License-Identifier: EUPL-1.2
//! Files that are read: those that are files. To open a pipe is to wait for whoever fills it.

use crate::prepare::message::Found;
use std::fs::{self, File};
use std::io::{self, Read};
use std::path::Path;

/// Opens a file to read it.
///
/// # Errors
/// What the system answered, or that it is a pipe or a device.
pub fn open(path: &Path) -> io::Result<File> {
    is_file(path)?;
    File::open(path)
}

/// The bytes of a file.
///
/// # Errors
/// As [`open`].
pub fn read(path: &Path) -> io::Result<Vec<u8>> {
    is_file(path)?;
    fs::read(path)
}

/// The text of a file.
///
/// # Errors
/// As [`open`], and where it is no UTF-8.
pub fn text(path: &Path) -> io::Result<String> {
    let mut text = String::new();
    open(path)?.read_to_string(&mut text)?;
    Ok(text)
}

fn is_file(path: &Path) -> io::Result<()> {
    let kind = fs::metadata(path)?.file_type();
    if kind.is_dir() {
        return Err(io::ErrorKind::IsADirectory.into());
    }
    match kind.is_file() {
        true => Ok(()),
        false => Err(io::Error::other(Found::Pipe)),
    }
}
