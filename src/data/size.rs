// SPDX-License-Identifier: EUPL-1.2
//! How many cells a file has, and how far apart they lie.

use super::jsonstat::{Category, JsonStat};
use crate::error::Error;
use crate::limits;

/// The number of cells, after checking that `id`, `size` and the categories agree, that each
/// category is there once, and that there are not too many.
pub(super) fn cells_of(file: &JsonStat) -> Result<usize, Error> {
    let disagree = || Error::malformed("size", "other numbers", "the numbers of categories");
    if file.id.len() != file.size.len() {
        return Err(disagree());
    }
    let many = || Error::malformed("size", "too many", "fewer");
    let mut length: usize = 1;
    for (id, size) in file.id.iter().zip(&file.size) {
        let Category { index, label } =
            file.dimension.get(id).map(|d| &d.category).ok_or_else(disagree)?;
        if index.len() != *size {
            return Err(disagree());
        }
        // Each is bounded by itself, so that no product overflows.
        length *= *size;
        if length > limits::CELLS || label.0.len().max(*size) > limits::CATEGORIES {
            return Err(many());
        }
        // Of two records of one region neither is known to be true. Codes differ at their ends.
        let is_twice = |(at, one): (usize, &String)| {
            let one = one.bytes().rev();
            index.iter().take(at).any(|other| other.bytes().rev().eq(one.clone()))
        };
        if index.iter().enumerate().any(is_twice) {
            return Err(Error::malformed(id, "one twice", "each once"));
        }
    }
    let categories = |name| file.dimension.get(name).map_or(0, |d| d.category.index.len());
    let records = categories("indicator") * categories("region");
    if file.extension.parents.0.len() > limits::CATEGORIES || records > limits::RECORDS {
        return Err(many());
    }
    Ok(length)
}

/// How far apart two neighbours of a dimension lie.
pub(super) fn stride(file: &JsonStat, name: &str) -> Result<usize, Error> {
    let at = file.id.iter().position(|id| id == name);
    let at = at.ok_or_else(|| Error::malformed("id", "nothing", name))?;
    Ok(file.size.iter().skip(at + 1).product())
}
