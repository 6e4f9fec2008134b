// SPDX-License-Identifier: EUPL-1.2
//! A figure amid somebody's text: words in the font and the colour of the sentence that they stand in,
//! and a note with period, interval and source for whoever asks. No element of it begins a line, so it
//! may stand in a paragraph.

use super::Figure;
use crate::markup::{Element, element};
use crate::request::OLD;

/// What stands in a sentence of somebody's, and what there is to know of it.
#[derive(Debug, Default)]
pub(super) struct Inline {
    /// The words themselves.
    pub text: String,
    /// The period, of words that do not say it.
    pub year: Option<String>,
    /// Period, interval, source.
    pub note: String,
    /// What the button is called that opens the note.
    pub ask: String,
}

impl Figure<'_> {
    /// Whether it is words amid somebody's text.
    pub fn is_inline(&self) -> bool {
        self.request.view.is_inline()
    }

    /// The words, a button, and the note that it opens: the browser's own popover, which needs no
    /// script, takes the focus nowhere and closes by Escape. On paper the note stands behind the words, in
    /// brackets. `id` begins every id in it.
    ///
    /// The button is hidden until its style sheet is there, which has the room for it from the
    /// beginning.
    pub(super) fn inline(&self, id: &str) -> Element {
        let Inline { text, year, note, ask } = self.depiction.inline();
        let place = [id, "-note"].concat();
        // An old figure says so, where nobody asked.
        let is_old =
            self.request.year().zip(self.ends()).is_some_and(|(now, end)| now - end >= OLD);
        let mut words = self.amid("inline").text(text);
        if let Some(year) = year.filter(|_| is_old) {
            words = words.child(span("year", [" (", &year, ")"].concat()));
        }
        let mut more = element("span")
            .class("note")
            .with("popover", "")
            .with("id", place.clone())
            .child(span("what", [&self.head.name, ". "].concat()))
            .child(span("brief", note));
        if let Some(age) = &self.head.age {
            more = more.child(span("age", [". ", age].concat()));
        }
        // With the spaces before them, which paper does not need either.
        let mut links = element("span").class("links");
        for (address, host) in self.source.addresses() {
            let link = element("a").with("href", address.to_string()).text(host.to_string());
            links = links.text(" ").child(link);
        }
        let button = element("button")
            .class("ask")
            .with("type", "button")
            .with("popovertarget", place)
            .with("aria-label", ask)
            .with("hidden", "");
        words.child(button.text("i")).child(more.child(links))
    }

    /// The same without a script and without a style sheet: the note stands behind the words, in brackets.
    pub(super) fn inline_written(&self) -> Element {
        let Inline { text, note, .. } = self.depiction.inline();
        self.amid("").text([&text, " (", &note, ")"].concat())
    }

    /// An element amid text, which says what it is about.
    fn amid(&self, class: &'static str) -> Element {
        let words = element("span");
        let words = if class.is_empty() { words } else { words.class(class) };
        words
            .with("lang", self.request.language.tag())
            .with("data-region", self.depiction.own().code.clone())
            .with("data-period", self.period())
    }

    /// The year in which its period ends.
    fn ends(&self) -> Option<i32> {
        self.indicators.first().map(|(_, period)| period.end().0)
    }
}

fn span(class: &'static str, text: String) -> Element {
    element("span").class(class).text(text)
}
