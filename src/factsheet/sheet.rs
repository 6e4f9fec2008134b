// SPDX-License-Identifier: EUPL-1.2
//! The style sheet of factsheets: what is written by hand, the colours of the roles that the
//! pictures have, and those of a house style in their place.

use super::template::Template;
use crate::chart::canvas::role::{DASHES, Role};

/// The name of its file.
pub const NAME: &str = "factsheet.css";

/// What is written by hand.
const SHEET: &str = include_str!("factsheet.css");

/// Stands in the sheet for the colours.
const COLOURS: &str = "/* The colours of the roles: sheet.rs. */\n";

/// The style sheet of a template.
pub fn sheet(template: &Template) -> String {
    let mut colours = String::from(":root {\n");
    for role in Role::ALL.into_iter().filter(|role| *role != Role::Reference) {
        let given = template.colours.iter().find(|(known, _)| *known == role);
        // The band is the faint colour of the line in it.
        let own = template.colours.iter().find(|(known, _)| *known == Role::Own);
        let colour = match (given, own) {
            (Some((_, colour)), _) => colour.text(),
            (None, Some((_, own))) if role == Role::Band => own.faint().text(),
            _ => role.color().to_string(),
        };
        colours.push_str(&format!("  --{}: {colour};\n", role.class()));
    }
    colours.push_str("}\n\n");
    for role in Role::ALL {
        let name = if role == Role::Reference { Role::Benchmark } else { role }.class();
        let class = role.class();
        colours.push_str(&format!("svg .{class} {{ --role: var(--{name}); }}\n"));
    }
    colours.push('\n');
    for (role, dashes) in DASHES {
        colours
            .push_str(&format!("svg .line.{} {{ stroke-dasharray: {dashes}; }}\n", role.class()));
    }
    SHEET.replace(COLOURS, &colours)
}
