// SPDX-License-Identifier: EUPL-1.2
//! What stops a command that writes many files.

use crate::error::Error;
use std::io;

/// Why a file was not made.
pub(super) enum Stop {
    /// The figures do not allow it.
    Data(Error),
    /// The disk does not.
    Disk(io::Error),
}

impl From<Error> for Stop {
    fn from(error: Error) -> Self {
        Self::Data(error)
    }
}

impl From<io::Error> for Stop {
    fn from(error: io::Error) -> Self {
        Self::Disk(error)
    }
}
