// SPDX-License-Identifier: EUPL-1.2
//! What a reader can take along: the menu in the footer, and the names of the files.

use super::Figure;
use crate::markup::{Element, element};
use crate::request::View;

impl Figure<'_> {
    /// The menu, folded. The script does what a button's value says.
    pub(super) fn downloads(&self) -> Element {
        let words = self.words;
        let [png, sharp, print] = words.pictures;
        let pictures = [("png", png), ("png-2", sharp), ("png-print", print), ("svg", words.svg)];
        let files = [("csv", words.csv), ("excel", words.excel)];
        let [text, embed] = words.copy;
        let copies = [("text", text), ("embed", embed)];
        let has_picture = self.request.view != View::Table;
        let buttons = pictures.into_iter().filter(|_| has_picture).chain(files).chain(copies);
        let [text_done, embed_done] = words.copied;
        let items = buttons.map(|(value, label)| {
            let mut button = element("button").with("type", "button").with("value", value);
            match value {
                "text" => button = button.with("data-done", text_done),
                "embed" => button = button.with("data-done", embed_done),
                _ => {}
            }
            element("li").child(button.text(label))
        });
        element("details")
            .class("downloads")
            .with("part", "downloads")
            .with("data-name", self.file_name())
            .child(element("summary").text(words.downloads))
            .child(element("ul").children(items))
            .child(element("p").with("role", "status"))
    }

    /// `kansrijke-start_<indicator>_<region>_<period>`, of letters that any disk takes.
    pub fn file_name(&self) -> String {
        let indicator = match self.request.view.is_overview() {
            true => self.request.view.word(),
            false => &self.content.definition().id,
        };
        let records = self.content.records();
        let region = records.first().map(|own| slug(&self.words.place_label(own.region)));
        ["kansrijke-start", indicator, &region.unwrap_or_default(), &self.content.period().code()]
            .join("_")
    }

    /// The sentences with where they come from.
    pub fn plain_text(&self) -> String {
        [&self.heading(), "\n", &self.sentences().join(" "), "\n", &self.origin(), "\n"].concat()
    }
}

/// Letters, digits and hyphens: "Súdwest-Fryslân" is "sudwest-fryslan".
fn slug(name: &str) -> String {
    let mut slug = String::new();
    for c in name.chars() {
        let letter = match c.to_ascii_lowercase() {
            'à'..='å' => 'a',
            'è'..='ë' => 'e',
            'ì'..='ï' => 'i',
            'ò'..='ö' => 'o',
            'ù'..='ü' => 'u',
            c if c.is_ascii_alphanumeric() => c,
            _ => '-',
        };
        if letter != '-' || !(slug.is_empty() || slug.ends_with('-')) {
            slug.push(letter);
        }
    }
    slug
}
