// SPDX-License-Identifier: EUPL-1.2
//! The downloads of a figure: where their menu is, and the names of the files.

use super::Figure;
use crate::indicator::letter::plain;
use crate::markup::{Element, element};

impl Figure<'_> {
    /// What opens the menu; the script fills it when it is opened.
    pub(super) fn downloads(&self) -> Element {
        element("details")
            .class("downloads")
            .with("part", "downloads")
            .child(element("summary").text(self.words.downloads))
    }

    /// `kansrijke-start_<indicator>_<region>_<period>`, of letters that any disk takes.
    pub fn file_name(&self) -> String {
        let indicator = match self.request.view.is_overview() {
            true => self.request.view.word(),
            false => self.indicator(),
        };
        let region = slug(&self.words.place_label(self.depiction.own()));
        ["kansrijke-start", indicator, &region, &self.period()].join("_")
    }

    /// The sentences with where they come from.
    pub fn plain_text(&self) -> String {
        let lines =
            [self.heading(), self.about(), &self.sentences().join(" "), &self.origin()].join("\n");
        [&lines, "\n"].concat()
    }
}

/// Letters, digits and hyphens: "Súdwest-Fryslân" is "sudwest-fryslan".
pub(super) fn slug(name: &str) -> String {
    let mut slug = String::new();
    for c in name.chars() {
        let letter = plain(c);
        let letter = if letter.is_ascii_alphanumeric() { letter } else { '-' };
        if letter != '-' || !(slug.is_empty() || slug.ends_with('-')) {
            slug.push(letter);
        }
    }
    slug
}
