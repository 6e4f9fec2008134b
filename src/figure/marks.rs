// SPDX-License-Identifier: EUPL-1.2
//! The marks of a picture, told apart by their names.

use super::Figure;
use crate::markup::{Element, Node};

impl Figure<'_> {
    /// The names of the picture's marks, in their order: what pointer, focus and screen reader are
    /// told of each. A page needs them when its picture has been seen.
    pub fn marks(&self) -> Vec<String> {
        let mut names = Vec::new();
        if let Some(picture) = self.picture_in(self.room(), "", true) {
            collect(&picture, &mut names);
        }
        names
    }
}

fn collect(element: &Element, names: &mut Vec<String>) {
    names.extend(element.attribute("aria-label").map(str::to_string));
    for child in &element.children {
        if let Node::Element(child) = child {
            collect(child, names);
        }
    }
}
