// SPDX-License-Identifier: EUPL-1.2
//! What a figure says: what a reader must know before the picture, and the rest of it.

/// Sentences in reading order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Narrative {
    /// What stands above the picture: the verdict, the benchmark, what is missing. At most
    /// thirty-five words.
    pub lede: Vec<String>,
    /// What stands below it, folded away with the table.
    pub more: Vec<String>,
}
