// SPDX-License-Identifier: EUPL-1.2
//! Where things stand in the project.

use std::path::{Path, PathBuf};

/// The version that every built file carries.
pub const VERSION: &str = env!("CARGO_PKG_VERSION");

/// A path inside the project, from its root.
pub fn path(inside: impl AsRef<Path>) -> PathBuf {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    here.parent().unwrap_or(here).join(inside)
}

/// The folder that a host copies.
pub fn pkg() -> PathBuf {
    path("pkg")
}

/// The sources of the element and its pages.
pub fn www() -> PathBuf {
    path("www")
}

/// The folder of cargo's output, wherever the user put it.
pub fn target() -> PathBuf {
    match std::env::var_os("CARGO_TARGET_DIR") {
        Some(folder) => path(folder),
        None => path("target"),
    }
}
