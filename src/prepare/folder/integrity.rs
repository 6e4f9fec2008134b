// SPDX-License-Identifier: EUPL-1.2
//! The hashes by which a page proves that it got the files it asked for: a list beside a folder,
//! which has to fit the files in it when they change.

use super::claim;
use super::file;
use super::marker::MARKER;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde_json::{Map, Value};
use sha2::{Digest, Sha256, Sha384};
use std::fs;
use std::io;
use std::path::Path;

/// The name of the list; it cannot hold its own hash.
pub const LIST: &str = "integrity.json";

/// The value of an `integrity` attribute for these bytes.
pub fn hash(bytes: &[u8]) -> String {
    format!("sha384-{}", STANDARD.encode(Sha384::digest(bytes)))
}

/// The value for what a script asks for itself: a shorter hash, which browsers know as well and which
/// does not compress.
pub fn short(bytes: &[u8]) -> String {
    format!("sha256-{}", STANDARD.encode(Sha256::digest(bytes)))
}

/// The hashes of all files below a folder, by their paths behind `prefix`.
///
/// # Errors
/// What the system answered.
pub fn hashes(folder: &Path, prefix: &str) -> io::Result<Map<String, Value>> {
    each(folder, prefix, hash)
}

/// Writes the list of the files in a folder of figures into it, with the hashes by which the script
/// fetches them where a page pins the list.
///
/// # Errors
/// What the system answered.
pub fn pin(folder: &Path) -> io::Result<()> {
    fs::write(folder.join(LIST), serde_json::to_vec(&each(folder, "", short)?)?)
}

fn each(folder: &Path, prefix: &str, hash: fn(&[u8]) -> String) -> io::Result<Map<String, Value>> {
    let mut hashes = Map::new();
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let name = format!("{prefix}{}", entry.file_name().to_string_lossy());
        if entry.file_type()?.is_dir() {
            hashes.extend(each(&entry.path(), &format!("{name}/"), hash)?);
        } else if name != LIST && entry.file_name() != MARKER {
            // Who made the files is nothing that a page asks for.
            hashes.insert(name, hash(&fs::read(entry.path())?).into());
        }
    }
    Ok(hashes)
}

/// Lets the list beside a folder fit what is in it now, where that list knows the folder. Whether
/// it does.
///
/// # Errors
/// What the system answered; the list then stays as it was.
pub fn renew(folder: &Path) -> io::Result<bool> {
    let folder = folder.canonicalize()?;
    let (Some(parent), Some(name)) = (folder.parent(), folder.file_name()) else {
        return Ok(false);
    };
    let path = parent.join(LIST);
    let Ok(list) = file::read(&path) else { return Ok(false) };
    // Another list of that name is somebody's.
    let Ok(Value::Object(mut list)) = serde_json::from_slice(&list) else { return Ok(false) };
    let prefix = format!("{}/", name.to_string_lossy());
    let is_inside = |name: &String| name.starts_with(&prefix);
    let is_hash = |hash: &Value| hash.as_str().is_some_and(|text| text.starts_with("sha384-"));
    if !list.values().all(is_hash) || !list.keys().any(is_inside) {
        return Ok(false);
    }
    list.retain(|name, _| !is_inside(name));
    list.extend(hashes(&folder, &prefix)?);
    let mut list = serde_json::to_string_pretty(&list)?;
    list.push('\n');
    claim::save(&path, list.as_bytes())?;
    Ok(true)
}
