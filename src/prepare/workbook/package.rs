// SPDX-License-Identifier: EUPL-1.2
//! The packed files that a workbook consists of, measured before any of them is read.

use super::limits;
use crate::prepare::message::{Expected, Found};
use crate::prepare::problem::Problem;
use std::io::{Cursor, Read};
use std::sync::Arc;
use zip::ZipArchive;

/// A workbook's files.
pub(super) struct Package {
    archive: ZipArchive<Cursor<Arc<[u8]>>>,
    name: String,
}

impl Package {
    /// Opens a file and unpacks all of it once, keeping nothing: what is said of the sizes in it
    /// need not be true.
    ///
    /// # Errors
    /// A file that is not whole, has a password, unpacks to too much, or defines entities.
    pub(super) fn open(name: &str, bytes: &Arc<[u8]>) -> Result<Self, Problem> {
        let wrong = |found: Found, expected: Expected| Problem::file(name, found, expected);
        let broken = || wrong(Found::BrokenWorkbook, Expected::WholeWorkbook);
        let mut archive = ZipArchive::new(Cursor::new(Arc::clone(bytes))).map_err(|_| broken())?;
        if archive.len() > limits::PARTS {
            return Err(wrong(Found::ManyParts(archive.len()), Expected::WorkbookOfTables));
        }
        let mut left = limits::UNPACKED;
        let mut buffer = vec![0; 1 << 16];
        for nth in 0..archive.len() {
            let mut part = archive.by_index(nth).map_err(|_| broken())?;
            let mut doctype = part.name().ok().and_then(|name| Doctype::of(&name));
            loop {
                let count = part.read(&mut buffer).map_err(|_| broken())?;
                let Some(block) = buffer.get(..count).filter(|block| !block.is_empty()) else {
                    break;
                };
                let size = u64::try_from(count).unwrap_or(u64::MAX);
                left = left.checked_sub(size).ok_or_else(|| {
                    let most = limits::UNPACKED >> 20;
                    wrong(Found::LargeWorkbook(most), Expected::WorkbookOfTables)
                })?;
                if doctype.as_mut().is_some_and(|doctype| doctype.is_in(block)) {
                    return Err(wrong(Found::Entities, Expected::SavedWorkbook));
                }
            }
        }
        Ok(Self { archive, name: name.to_string() })
    }

    /// Whether there is a file of this name.
    pub(super) fn has(&self, path: &str) -> bool {
        self.archive.index_for_name(path).is_some()
    }

    /// The text of one file.
    ///
    /// # Errors
    /// One that is not there, or no UTF-8.
    pub(super) fn text(&mut self, path: &str) -> Result<String, Problem> {
        let broken = || Problem::file(&self.name, Found::BrokenWorkbook, Expected::WholeWorkbook);
        let mut text = String::new();
        let part = self.archive.by_name(path).map_err(|_| broken())?;
        part.take(limits::UNPACKED).read_to_string(&mut text).map_err(|_| broken())?;
        Ok(text)
    }
}

/// Looks for a document type in the blocks of a file: only there can entities be defined, and no
/// program writes one into a workbook.
struct Doctype {
    end: Vec<u8>,
}

impl Doctype {
    const SIGN: &[u8] = b"<!DOCTYPE";

    fn of(name: &str) -> Option<Self> {
        let name = name.to_ascii_lowercase();
        let is_xml = [".xml", ".rels"].iter().any(|ending| name.ends_with(ending));
        is_xml.then_some(Self { end: Vec::new() })
    }

    fn is_in(&mut self, block: &[u8]) -> bool {
        // It may be divided over two blocks.
        let all = [self.end.as_slice(), block].concat();
        let is_sign = |window: &[u8]| {
            window.first() == Self::SIGN.first() && window.eq_ignore_ascii_case(Self::SIGN)
        };
        let found = all.windows(Self::SIGN.len()).any(is_sign);
        let kept = all.len().saturating_sub(Self::SIGN.len() - 1);
        self.end = all.get(kept..).unwrap_or_default().to_vec();
        found
    }
}
