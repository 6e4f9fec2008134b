// SPDX-License-Identifier: EUPL-1.2
//! The files of the site: the file for a path, its media type, and its compressed bytes.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::SystemTime;

use crate::{project, size};

/// Pages that are copied into `pkg/`: the page for frames, its listener, and the embed maker. They
/// name the script beside them, so the demonstration shows the copies.
pub const PAGES: [&str; 6] = [
    "frame/frame.html",
    "frame/frame.css",
    "frame/frame.js",
    "frame/frame-listener.js",
    "maker/maker.html",
    "maker/maker.css",
];

/// Whether a path is that of one of these pages at the root of the site.
pub fn is_page(path: &str) -> bool {
    let name = path.trim_start_matches('/');
    PAGES.iter().any(|page| Path::new(page).file_name().is_some_and(|own| own == name))
}

/// A file, and the quality of brotli.
type Asked = (PathBuf, i32);

/// A compressed file, and the time of the file's last change.
type Packed = (SystemTime, Arc<Vec<u8>>);

/// The files that have been compressed before, by any server: tests start one for each page.
static PACKS: Mutex<BTreeMap<Asked, Packed>> = Mutex::new(BTreeMap::new());

/// The file under brotli of this quality, compressed again only after a change.
pub fn packed(file: &Path, quality: i32) -> Option<Arc<Vec<u8>>> {
    let packs = || PACKS.lock().unwrap_or_else(PoisonError::into_inner);
    let asked = (file.to_owned(), quality);
    let changed = fs::metadata(file).ok()?.modified().ok()?;
    let before = packs().get(&asked).filter(|(at, _)| *at == changed).cloned();
    if let Some((_, bytes)) = before {
        return Some(bytes);
    }
    let bytes = Arc::new(size::compress(&fs::read(file).ok()?, quality).ok()?);
    packs().insert(asked, (changed, Arc::clone(&bytes)));
    Some(bytes)
}

/// The file for a path, if it is served.
pub fn find(path: &str) -> Option<PathBuf> {
    let (root, inside) = match path.strip_prefix("/pkg/") {
        Some(inside) => (project::pkg(), inside),
        None => (project::www(), path.strip_prefix('/')?),
    };
    let mut file = root.clone();
    let mut segments = inside.split('/').peekable();
    // The source tables of the figures are not part of the site.
    if root == project::www() && segments.peek() == Some(&"figures") {
        return None;
    }
    while let Some(segment) = segments.next() {
        let last = segments.peek().is_none();
        if segment.is_empty() && last {
            file.push("index.html");
        } else if segment.is_empty() || segment.starts_with('.') || segment.contains(['\\', '%']) {
            return None;
        } else {
            file.push(segment);
        }
    }
    let file = file.canonicalize().ok()?;
    (file.is_file() && file.starts_with(root.canonicalize().ok()?)).then_some(file)
}

/// The file that `prepare --compress` wrote beside a file, if it did.
pub fn compressed(file: &Path) -> Option<PathBuf> {
    let mut name = file.as_os_str().to_owned();
    name.push(".br");
    Some(PathBuf::from(name)).filter(|file| file.is_file())
}

/// The media type by the file's extension; `wasm` is what the host gives for WebAssembly.
pub fn content_type<'a>(file: &Path, wasm: &'a str) -> &'a str {
    match file.extension().and_then(|extension| extension.to_str()) {
        Some("html") => "text/html; charset=utf-8",
        Some("js" | "mjs") => "text/javascript; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("json") => "application/json; charset=utf-8",
        Some("wasm") => wasm,
        Some("svg") => "image/svg+xml",
        Some("csv") => "text/csv; charset=utf-8",
        Some("atom") => "application/atom+xml; charset=utf-8",
        Some("txt" | "md" | "ts") => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_outside_the_two_folders_is_served() {
        for path in ["/../Cargo.toml", "/pkg/../Cargo.toml", "//etc/passwd", "/%2e%2e/Cargo.toml"] {
            assert_eq!(find(path), None, "{path}");
        }
        assert!(project::path("www/figures/catalogue.toml").is_file());
        assert_eq!(find("/figures/catalogue.toml"), None);
        assert_eq!(find("/index.html"), project::path("www/index.html").canonicalize().ok());
    }

    #[test]
    fn a_compressed_file_lies_beside_its_own() {
        let folder = tempfile::tempdir().expect("a folder");
        let file = folder.path().join("index.json");
        fs::write(&file, "{}").expect("a file");
        assert_eq!(compressed(&file), None);
        fs::write(folder.path().join("index.json.br"), "").expect("a file");
        assert_eq!(compressed(&file), Some(folder.path().join("index.json.br")));
    }
}
