// SPDX-License-Identifier: EUPL-1.2
//! One step of a command: its name and its time, on standard error, so that standard output stays
//! free for results.

use std::time::Instant;

use anyhow::{Context, Result};

/// Does one step and says how long it took.
pub fn step<T>(name: &str, work: impl FnOnce() -> Result<T>) -> Result<T> {
    eprintln!("── {name}");
    let start = Instant::now();
    let done = work().with_context(|| format!("{name} failed"))?;
    eprintln!("   {name}: {:.1} s", start.elapsed().as_secs_f64());
    Ok(done)
}
