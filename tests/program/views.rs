// SPDX-License-Identifier: EUPL-1.2
//! Every view of the program is declared, described and offered where developers and editors look
//! for it.

use crate::support::project;
use kansrijke_start::request::View;
use std::fs;

fn page(name: &str) -> String {
    fs::read_to_string(project().join(name)).unwrap()
}

/// The type of the attribute, as TypeScript writes it.
fn declared() -> String {
    View::ALL.map(|view| format!("'{}'", view.word())).join(" | ")
}

#[test]
fn the_types_of_the_package_have_every_view() {
    let line = format!("  view?: {};\n", declared());
    assert!(page("pkg/kansrijke-start.d.ts").contains(&line), "the line should be\n{line}");
}

#[test]
fn the_manifest_of_the_element_has_every_view() {
    let line = format!("\"text\": \"{}\"\n", declared());
    assert!(page("pkg/custom-elements.json").contains(&line), "the line should be\n{line}");
}

#[test]
fn the_readmes_have_every_view_in_their_tables_of_attributes() {
    for readme in ["README.md", "README.en.md"].map(page) {
        let row = readme.lines().find(|line| line.starts_with("| `view` |")).unwrap();
        for view in View::ALL {
            let word = view.word();
            assert!(row.contains(&format!("`{word}`")), "{word} is not in\n{row}");
        }
    }
}

#[test]
fn the_embed_maker_offers_every_view() {
    let maker = page("www/maker/maker.html");
    let (_, list) = maker.split_once("<select id=\"view\"").unwrap();
    let (list, _) = list.split_once("</select>").unwrap();
    for view in View::ALL {
        let option = format!("<option value=\"{}\">", view.word());
        assert!(list.contains(&option), "{option} is not among\n{list}");
    }
}

#[test]
fn a_picture_of_every_view_is_in_the_gallery() {
    let gallery = crate::support::gallery();
    for view in View::ALL.into_iter().filter(|view| *view != View::default()) {
        let shows = |value: Option<&str>| value == Some(view.word());
        assert!(
            gallery.iter().any(|scenario| shows(scenario.attribute("view"))),
            "no element of www/index.html shows {}",
            view.word()
        );
    }
}
