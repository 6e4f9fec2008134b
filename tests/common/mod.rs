// SPDX-License-Identifier: EUPL-1.2
//! What several tests need: the shipped figures, made once, and requests by attributes.
#![allow(dead_code, reason = "not every test uses all of it")]

pub mod outputs;
pub mod records;

use kansrijke_start::data::dataset::Dataset;
use kansrijke_start::error::Error;
use kansrijke_start::markup::Element;
use kansrijke_start::request::Request;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

/// The project's folder.
pub fn project() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// The folder of the shipped figures, made from their sources.
pub fn figures() -> &'static Path {
    static FOLDER: OnceLock<PathBuf> = OnceLock::new();
    FOLDER.get_or_init(|| {
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR"))
            .join(concat!("figures-", env!("CARGO_CRATE_NAME")));
        let made = kansrijke_start::prepare::run(&project().join("www/figures"), &folder);
        assert!(made.is_ok(), "the figures cannot be made: {made:?}");
        folder
    })
}

/// A shipped indicator.
pub fn dataset(indicator: &str) -> Result<Dataset, Error> {
    kansrijke_start::program::read(figures(), indicator)
}

/// A request from attributes, drawn `width` pixels wide.
pub fn request(attributes: &[(String, String)], width: u32) -> Result<Request, Error> {
    let value = |name: &str| attributes.iter().find(|(n, _)| n == name).map(|(_, v)| v.clone());
    Request::parse(value, "nl", width)
}

/// Whether this is the mark of a region.
pub fn is_mark(element: &Element) -> bool {
    element.attribute("class").is_some_and(|class| class.split(' ').any(|name| name == "mark"))
}

/// The places on the way of a path: where it is set down, and where its lines end. What is none is
/// not a number, which lies nowhere.
pub fn places(path: &Element) -> Vec<(f64, f64)> {
    let is_place = |c: char| matches!(c, '0'..='9' | '-' | ' ' | '.');
    let place = |part: &str| {
        let text = part.split(|c| !is_place(c)).next()?;
        let (x, y) = text.split_once(' ')?;
        Some((x.parse().ok()?, y.parse().ok()?))
    };
    let parts = path.attribute("d").unwrap_or_default().split(['M', 'L']).skip(1);
    parts.map(|part| place(part).unwrap_or((f64::NAN, f64::NAN))).collect()
}

/// The elements of the gallery as lists of attributes, in order.
pub fn gallery() -> Vec<Vec<(String, String)>> {
    let page = std::fs::read_to_string(project().join("www/index.html")).unwrap_or_default();
    let mut elements = Vec::new();
    for part in page.split("<kansrijke-start ").skip(1) {
        let tag = part.split('>').next().unwrap_or_default();
        let mut attributes = Vec::new();
        let mut rest = tag;
        while let Some((name, after)) = rest.split_once("=\"") {
            let (value, tail) = after.split_once('"').unwrap_or((after, ""));
            attributes.push((name.trim().to_string(), value.to_string()));
            rest = tail;
        }
        elements.push(attributes);
    }
    elements
}
