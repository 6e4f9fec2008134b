// SPDX-License-Identifier: EUPL-1.2
//! How much of a workbook is read. The largest that GGDs exchange are a tenth of this; what is
//! above it is refused before it fills the memory.

/// The file itself, in bytes.
pub const FILE: u64 = 100 << 20;

/// All that it unpacks to, in bytes.
pub const UNPACKED: u64 = 256 << 20;

/// Files in it.
pub const PARTS: usize = 10_000;

/// Filled cells of one sheet.
pub const CELLS: usize = 2_000_000;

/// Bytes of the text of one cell. Excel holds 32,767 characters.
pub const CELL_TEXT: usize = 4 * 32_767;

/// Bytes of the texts of one sheet together: a long text may be used by many cells.
pub const TEXT: usize = 64 << 20;

/// Rows and columns of a sheet, as in Excel.
pub const ROWS: u32 = 1 << 20;
/// See [`ROWS`].
pub const COLUMNS: u32 = 1 << 14;
