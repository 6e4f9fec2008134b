// SPDX-License-Identifier: EUPL-1.2
//! A workbook, whatever program wrote it.

use super::cells::{Sheet, SheetName};
use super::package::Package;
use super::{excel, limits, opendocument};
use crate::prepare::folder::file;
use crate::prepare::library;
use crate::prepare::message::{Expected, Found};
use crate::prepare::problem::Problem;
use crate::prepare::table::name_of;
use std::io::Read;
use std::path::Path;
use std::sync::Arc;

/// How packed files begin.
const PACKED: &[u8] = b"PK\x03\x04";

/// How the workbooks of old begin, and those with a password.
const COMPOUND: &[u8] = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1";

/// Whether bytes begin as a workbook does, be it one of a kind that is not read.
pub fn is_packed(bytes: &[u8]) -> bool {
    bytes.starts_with(PACKED) || bytes.starts_with(COMPOUND)
}

/// Whether a file begins as a workbook does.
pub fn is_workbook(path: &Path) -> bool {
    let mut start = [0; 8];
    let read = file::open(path).and_then(|mut file| file.read(&mut start));
    read.is_ok_and(|count| start.get(..count).is_some_and(is_packed))
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Form {
    Excel,
    OpenDocument,
}

/// A workbook.
pub struct Workbook {
    /// The file's name, for messages.
    pub name: String,
    /// Its length in bytes.
    pub bytes: u64,
    /// Its sheets, in their order.
    pub sheets: Vec<SheetName>,
    form: Form,
    data: Arc<[u8]>,
    package: Package,
}

impl Workbook {
    /// Opens a file.
    ///
    /// # Errors
    /// One that cannot be read, is no workbook that is known, or is too large.
    pub fn open(path: &Path) -> Result<Self, Problem> {
        let name = name_of(path);
        let unreadable =
            |e: std::io::Error| Problem::file(&name, library::io(&e), Expected::ReadableFile);
        let file = file::open(path).map_err(unreadable)?;
        let mut bytes = Vec::new();
        file.take(limits::FILE + 1).read_to_end(&mut bytes).map_err(unreadable)?;
        Self::of(&name, &bytes)
    }

    /// From the bytes of a file.
    ///
    /// # Errors
    /// As [`Workbook::open`].
    pub fn of(name: &str, bytes: &[u8]) -> Result<Self, Problem> {
        let wrong = |found: Found, expected: Expected| Err(Problem::file(name, found, expected));
        let size = u64::try_from(bytes.len()).unwrap_or(u64::MAX);
        if size > limits::FILE {
            return wrong(Found::Megabytes(size >> 20), Expected::WorkbookUpTo(limits::FILE >> 20));
        }
        if bytes.starts_with(COMPOUND) {
            return wrong(Found::CompoundFile, Expected::OpenWorkbook);
        }
        let data: Arc<[u8]> = bytes.into();
        let package = Package::open(name, &data)?;
        let has = |path: &str| package.has(path);
        let form = match () {
            () if has("content.xml") && has("mimetype") => Form::OpenDocument,
            () if has("xl/workbook.bin") => {
                return wrong(Found::BinaryWorkbook, Expected::OpenWorkbook);
            }
            () if has("[Content_Types].xml") => Form::Excel,
            () => return wrong(Found::NoWorkbook, Expected::OpenWorkbook),
        };
        let mut book =
            Self { name: name.to_string(), bytes: size, sheets: Vec::new(), form, data, package };
        book.sheets = match form {
            Form::Excel => excel::sheets(name, &book.data)?,
            Form::OpenDocument => opendocument::sheets(name, &mut book.package)?,
        };
        if book.sheets.is_empty() {
            return wrong(Found::NoSheets, Expected::OpenWorkbook);
        }
        Ok(book)
    }

    /// The cells of the sheet at a place in [`Workbook::sheets`].
    ///
    /// # Errors
    /// One that is not there, is broken, or has too many cells.
    pub fn sheet(&mut self, at: usize) -> Result<Sheet, Problem> {
        let Some(name) = self.sheets.get(at).cloned() else {
            return Err(Problem::file(&self.name, Found::NoSheets, Expected::OpenWorkbook));
        };
        match self.form {
            Form::Excel => excel::sheet(&self.name, &self.data, &mut self.package, &name),
            Form::OpenDocument => opendocument::sheet(&self.name, &mut self.package, &name, at),
        }
    }

    /// The cells of the sheet of a name, in capitals or not; `None` where there is none.
    ///
    /// # Errors
    /// As [`Workbook::sheet`].
    pub fn named(&mut self, name: &str) -> Result<Option<Sheet>, Problem> {
        let same = |sheet: &SheetName| sheet.name.eq_ignore_ascii_case(name);
        self.sheets.iter().position(same).map(|at| self.sheet(at)).transpose()
    }
}
