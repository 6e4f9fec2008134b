// SPDX-License-Identifier: EUPL-1.2
//! What a page believes about its reader.

/// What a page believes about its reader.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Media {
    /// The reader prefers dark.
    pub dark: bool,
    /// The system chooses the colours.
    pub forced_colors: bool,
    /// The page is printed.
    pub print: bool,
    /// The reader wants no motion.
    pub reduced_motion: bool,
}
