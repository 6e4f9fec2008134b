// SPDX-License-Identifier: EUPL-1.2
//! One of the findings that a figure shows.

use crate::indicator::definition::Definition;
use crate::indicator::finding::Finding;
use crate::indicator::region::Region;

/// One finding, whose it is, and the benchmark's findings that it may be compared with.
pub(super) struct Record<'f> {
    pub(super) definition: &'f Definition,
    pub(super) region: &'f Region,
    pub(super) finding: &'f Finding,
    pub(super) benchmark: &'f [Finding],
}
