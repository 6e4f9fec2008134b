// SPDX-License-Identifier: EUPL-1.2
//! Reads pictures: elements, labels with the boxes that they cover, strokes and marks. Everything
//! is in pixels; a picture counts in tenths of them.

use kansrijke_start::chart::canvas::measure;
use kansrijke_start::markup::{Element, Node};

/// Units of a picture in a pixel.
const UNITS: f64 = 10.0;

/// Text is measured with room for fonts that run wider than the one that it is drawn in.
const ROOM_FOR_WIDE_FONTS: f64 = 1.15;

/// How far capitals rise above the line that a label stands on, and its descenders hang below, in
/// parts of its size.
const RISE: f64 = 0.72;
const DESCENT: f64 = 0.2;

/// A point, to the right and downwards.
pub type Point = (f64, f64);

/// The elements inside, without their texts.
pub fn children(element: &Element) -> impl Iterator<Item = &Element> {
    element.children.iter().filter_map(|node| match node {
        Node::Element(element) => Some(element),
        Node::Text(_) => None,
    })
}

/// The element and all elements in it, in the order of the document.
pub fn elements(element: &Element) -> Vec<&Element> {
    let mut all = vec![element];
    for child in children(element) {
        all.extend(elements(child));
    }
    all
}

/// The text of an element and all in it.
pub fn text(element: &Element) -> String {
    let parts = element.children.iter().map(|child| match child {
        Node::Element(child) => text(child),
        Node::Text(part) => part.to_string(),
    });
    parts.collect()
}

/// The number of an attribute that must be there, as it is written.
pub fn number(element: &Element, name: &str) -> f64 {
    let value = element.attribute(name).and_then(|value| value.parse().ok());
    value.unwrap_or_else(|| panic!("no number {name}: {}", element.to_html()))
}

/// Whether a class is among those of an element.
pub fn has_class(element: &Element, wanted: &str) -> bool {
    let classes = element.attribute("class").unwrap_or_default();
    classes.split(' ').any(|class| class == wanted)
}

/// Whether this is the mark of a region.
pub fn is_mark(element: &Element) -> bool {
    has_class(element, "mark")
}

/// The marks of a picture.
pub fn marks(picture: &Element) -> Vec<&Element> {
    elements(picture).into_iter().filter(|element| is_mark(element)).collect()
}

/// The strokes of one path, each from where it is set down to where its last line ends. What
/// cannot be read is not a number, which lies nowhere.
pub fn strokes_of(path: &Element) -> Vec<Vec<Point>> {
    let is_number = |c: char| matches!(c, '0'..='9' | '-' | ' ' | '.');
    let point = |part: &str| {
        let (x, y) = part.split(|c| !is_number(c)).next()?.split_once(' ')?;
        Some((x.parse::<f64>().ok()? / UNITS, y.parse::<f64>().ok()? / UNITS))
    };
    let strokes = path.attribute("d").unwrap_or_default().split('M').skip(1);
    strokes
        .map(|stroke| stroke.split('L').map(|p| point(p).unwrap_or((f64::NAN, f64::NAN))).collect())
        .collect()
}

/// Every point on the way of a path.
pub fn points(path: &Element) -> Vec<Point> {
    strokes_of(path).concat()
}

/// The strokes of all paths with just this class, such as `line own`.
pub fn strokes(picture: &Element, class: &str) -> Vec<Vec<Point>> {
    let elements = elements(picture).into_iter();
    elements.filter(|e| e.attribute("class") == Some(class)).flat_map(strokes_of).collect()
}

/// A label with its role and the box that it covers.
#[derive(Debug)]
pub struct Label {
    pub text: String,
    pub role: String,
    pub left: f64,
    pub right: f64,
    pub top: f64,
    pub bottom: f64,
}

impl Label {
    fn read(element: &Element) -> Self {
        let text = text(element);
        let size = number(element, "font-size") / UNITS;
        let (x, y) = (number(element, "x") / UNITS, number(element, "y") / UNITS);
        let measured = match element.attribute("font-weight") {
            Some(_) => measure::bold_width(&text, size),
            None => measure::width(&text, size),
        };
        let width = measured / ROOM_FOR_WIDE_FONTS;
        let left = match element.attribute("text-anchor") {
            Some("middle") => x - width / 2.0,
            Some("end") => x - width,
            _ => x,
        };
        let role = element.attribute("class").unwrap_or_default().replace("label ", "");
        let (top, bottom) = (y - size * RISE, y + size * DESCENT);
        Self { text, role, left, right: left + width, top, bottom }
    }

    /// Whether the two cover no common place.
    pub fn is_apart_from(&self, other: &Self) -> bool {
        self.right <= other.left
            || other.right <= self.left
            || self.bottom <= other.top
            || other.bottom <= self.top
    }
}

/// The labels of a picture. The paper around the letters of some is a text that nobody reads.
pub fn labels(picture: &Element) -> Vec<Label> {
    let is_read = |element: &&Element| element.name == "text" && !has_class(element, "line");
    let texts = elements(picture).into_iter().filter(is_read);
    texts.map(Label::read).collect()
}

/// What is seen of a picture, in order: every stroke, every filled shape and every text with its
/// look, whichever elements they are in.
pub fn looks(picture: &Element) -> Vec<String> {
    const NOT_SEEN: [&str; 3] = ["d", "data-region", "aria-label"];
    let mut looks = Vec::new();
    for child in children(picture) {
        let attributes = child.attributes.iter().filter(|(name, _)| !NOT_SEEN.contains(name));
        let look: String =
            attributes.map(|(name, value)| format!("{name}={value} ")).collect::<String>();
        let look = look.replace(" mark ", " ");
        match child.name {
            "g" => looks.extend(self::looks(child)),
            "path" => {
                let data = child.attribute("d").unwrap_or_default();
                let parts = data.split_inclusive('Z').flat_map(|part| part.split('M'));
                let parts = parts.filter(|part| !part.is_empty());
                looks.extend(parts.map(|part| format!("{look}{part}")));
            }
            _ => looks.push(format!("{look}{}", text(child))),
        }
    }
    looks
}
