// SPDX-License-Identifier: EUPL-1.2
//! Brotli files beside the files of a folder, for hosts that serve what lies there compressed.

use brotli::enc::BrotliEncoderParams;
use std::fs;
use std::io;
use std::path::Path;

/// The end of a compressed file's name.
const END: &str = "br";

/// The bytes under brotli at its best.
///
/// # Errors
/// What the compressor answered.
pub fn compressed(bytes: &[u8]) -> io::Result<Vec<u8>> {
    let parameters = BrotliEncoderParams { size_hint: bytes.len(), ..Default::default() };
    let mut compressed = Vec::new();
    brotli::BrotliCompress(&mut &bytes[..], &mut compressed, &parameters)?;
    Ok(compressed)
}

/// Writes `NAME.br` beside every file of a folder and the folders in it. How many.
///
/// # Errors
/// What the system answered.
pub fn beside_all(folder: &Path) -> io::Result<usize> {
    let mut count = 0;
    let entries: Vec<fs::DirEntry> = fs::read_dir(folder)?.collect::<io::Result<_>>()?;
    for entry in entries {
        let path = entry.path();
        if entry.file_type()?.is_dir() {
            count += beside_all(&path)?;
        } else {
            let name = [&path.to_string_lossy(), ".", END].concat();
            fs::write(name, compressed(&fs::read(&path)?)?)?;
            count += 1;
        }
    }
    Ok(count)
}
