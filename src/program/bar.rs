// SPDX-License-Identifier: EUPL-1.2
//! How far a command has come, on standard error and drawn only where someone watches.

use indicatif::{ProgressBar, ProgressStyle};

/// Bytes that are read, of so many.
pub(super) fn bytes(all: u64) -> ProgressBar {
    styled(all, "{bar:40} {bytes} van {total_bytes} {eta}")
}

/// Charts that are drawn, of so many.
pub(super) fn charts(all: u64) -> ProgressBar {
    styled(all, "{bar:40} {pos} van {len} {eta}")
}

/// Pages that come in; nobody knows how many there are.
pub(super) fn pages() -> ProgressBar {
    ProgressBar::new_spinner()
}

fn styled(all: u64, template: &str) -> ProgressBar {
    let bar = ProgressBar::new(all);
    if let Ok(style) = ProgressStyle::with_template(template) {
        bar.set_style(style);
    }
    bar
}
