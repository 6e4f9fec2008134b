// SPDX-License-Identifier: EUPL-1.2
//! The gallery's figures as files, to be looked at when they change.
//!
//! A figure that has no file yet is written, and the test fails; one that differs is put beside
//! it as `…-changed.…`. Look at both, then replace the one by the other.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that fails should stop")]

mod common;

use kansrijke_start::error::Error;
use kansrijke_start::figure::Figure;
use std::fs;

/// The wide and the narrow form of each figure.
const WIDTHS: [u32; 2] = [640, 288];

fn name(attributes: &[(String, String)], width: u32) -> String {
    let values: Vec<String> = attributes
        .iter()
        .filter(|(name, _)| !["theme", "controls", "follow"].contains(&name.as_str()))
        .map(|(_, value)| value.to_lowercase().replace(|c: char| !c.is_ascii_alphanumeric(), "-"))
        .collect();
    format!("{}-{width}", values.join("-"))
}

/// Compares with the file of that name; true when they are the same.
fn same(name: &str, extension: &str, text: &str) -> bool {
    let folder = common::project().join("tests/golden");
    let file = folder.join(format!("{name}.{extension}"));
    let changed = folder.join(format!("{name}-changed.{extension}"));
    match fs::read_to_string(&file) {
        Ok(golden) if golden == text => {
            let _ = fs::remove_file(changed);
            true
        }
        Ok(_) => {
            fs::write(&changed, text).unwrap();
            false
        }
        Err(_) => {
            fs::write(&file, text).unwrap();
            false
        }
    }
}

#[test]
fn the_figures_of_the_gallery_are_as_they_were_approved() {
    let elements = common::gallery();
    assert!(elements.len() >= 20, "the gallery is not read: {} elements", elements.len());
    let mut differ = Vec::new();
    let mut drawn = 0;
    for attributes in &elements {
        // The cases of errors are the browser's: they need a server.
        if attributes.iter().any(|(n, _)| n == "src") {
            continue;
        }
        for width in WIDTHS {
            let Ok(request) = common::request(attributes, width) else { continue };
            let Ok(dataset) = common::dataset(&request.indicator) else { continue };
            let Ok(figure) = Figure::new(&dataset, &request) else { continue };
            let name = name(attributes, width);
            drawn += 1;
            let (extension, text) = match figure.svg() {
                Ok(svg) => ("svg", svg.to_html()),
                Err(Error::NoPicture) => ("html", figure.tree("golden").to_html()),
                Err(error) => panic!("{name}: {error}"),
            };
            if !same(&name, extension, &(text + "\n")) {
                differ.push(name);
            }
        }
    }
    assert!(drawn >= 40, "only {drawn} figures were drawn");
    assert!(differ.is_empty(), "look at these in tests/golden: {differ:#?}");
}
