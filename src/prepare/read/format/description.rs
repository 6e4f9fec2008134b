// SPDX-License-Identifier: EUPL-1.2
//! Files that describe a table and hold none of its figures: its codes, titles and units.

use super::delimited::Lines;

/// Whether a file begins as one in JSON does.
pub fn is_json(head: &str) -> bool {
    head.trim_start().starts_with(['{', '['])
}

/// Whether a file of which these are the first lines describes a table.
pub fn is_description(lines: &Lines<'_>) -> bool {
    const CONTEXTS: [&str; 6] =
        ["#Dimensions", "Codes\"", "Groups\"", "#Properties", "#DataProperties", "#TableInfos"];
    let head = lines.text;
    if !is_json(head) {
        return ["Title", "Description"].iter().all(|h| lines.headings().iter().any(|x| x == h));
    }
    let titled = head.contains("\"Title\"") && head.contains("\"Description\"");
    !head.contains("\"Measure\"")
        && (titled
            || CONTEXTS.iter().any(|context| head.contains(context))
            || head.contains("\"observationRows\""))
}
