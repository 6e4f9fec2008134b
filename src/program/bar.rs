// SPDX-License-Identifier: EUPL-1.2
//! How far a command has come, on standard error and drawn only where someone watches.

use crate::request::Language;
use indicatif::{ProgressBar, ProgressStyle};

/// Bytes that are read, of so many.
pub(super) fn bytes(all: u64, language: Language) -> ProgressBar {
    styled(all, "{bytes}", "{total_bytes}", language)
}

/// Charts that are drawn, of so many.
pub(super) fn charts(all: u64, language: Language) -> ProgressBar {
    styled(all, "{pos}", "{len}", language)
}

/// Pages that come in; nobody knows how many there are.
pub(super) fn pages() -> ProgressBar {
    ProgressBar::new_spinner()
}

fn styled(all: u64, done: &str, total: &str, language: Language) -> ProgressBar {
    let bar = ProgressBar::new(all);
    let of = match language {
        Language::Dutch => "van",
        Language::English => "of",
    };
    let template = ["{bar:40} ", done, " ", of, " ", total, " {eta}"].concat();
    if let Ok(style) = ProgressStyle::with_template(&template) {
        bar.set_style(style);
    }
    bar
}
