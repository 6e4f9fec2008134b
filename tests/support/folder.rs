// SPDX-License-Identifier: EUPL-1.2
//! A folder for what a test writes.

use std::path::{Path, PathBuf};

/// An empty folder that is removed when the test ends.
pub struct Folder(pub PathBuf);

impl Folder {
    /// With a name that no other test uses.
    pub fn new(name: &str) -> Self {
        let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
        let _ = std::fs::remove_dir_all(&path);
        std::fs::create_dir_all(&path).unwrap();
        Self(path)
    }

    /// The path of what is called that in it.
    pub fn at(&self, name: &str) -> PathBuf {
        self.0.join(name)
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}
