// SPDX-License-Identifier: EUPL-1.2
//! The figure's one style sheet.

use super::reserve;
use crate::chart::canvas::role::Role;
use crate::request::Language;
use crate::text::words::interaction::Interaction;

/// What is written by hand.
const SHEET: &str = include_str!("style.css");

/// Tables where there is little room, and what stands in the sheet for them.
const NARROW: &str = include_str!("narrow.css");
const TABLES: &str = "/* Tables in narrow columns: narrow.css. */\n";

/// Stands in the sheet for the rules that are made.
const HEIGHTS: &str = "/* The heights that are reserved for figures: reserve.rs. */\n";

/// Stands there for what is said on paper of a figure that was not there yet.
const NOT_LOADED: &str = "  /* What is said of a figure that was not there yet: style.rs. */\n";

/// The style sheet, for a shadow root (`:host`). The picture is drawn to fill the height that it
/// reserves.
pub fn sheet() -> String {
    SHEET
        .replace(TABLES, NARROW)
        .replace(HEIGHTS, &reserve::rules())
        .replace(NOT_LOADED, &not_loaded())
}

/// The roles that have a colour of their own. Those that keep most contrast come last: they are
/// written on the others.
pub fn palette() -> Vec<Role> {
    let mut roles: Vec<Role> = Role::ALL.into_iter().filter(|r| *r != Role::Reference).collect();
    roles.sort_by(|one, other| one.contrast().total_cmp(&other.contrast()));
    roles
}

/// The line below the fallback, in the language of the page. It stands here because what is printed
/// early has no other script. A static figure, which holds its frame at its height, needs none.
fn not_loaded() -> String {
    let [dutch, english] =
        [Language::Dutch, Language::English].map(|language| Interaction::of(language).not_loaded);
    [
        ".frame:not(.failed, [style]) slot::after { content: var(--late, \"",
        dutch,
        "\"); }\n:host(:lang(en)) { --late: \"",
        english,
        "\"; }\n",
    ]
    .concat()
}
