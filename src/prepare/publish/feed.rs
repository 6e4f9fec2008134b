// SPDX-License-Identifier: EUPL-1.2
//! The editions as an Atom feed (RFC 4287), in Dutch: `changes.atom`. It names no host, for nobody
//! knows where the folder will stand.

use super::imprint::Imprint;
use super::lines::Both;
use super::news::{Indicator, News, Told};
use crate::markup::{Element, element};
use crate::prepare::message::{Aside, Say, messages};
use crate::request::Language;
use crate::text::words::Words;

/// The file's name.
pub const FILE: &str = "changes.atom";

/// So many editions are in the feed; `changes.json` has more.
const ENTRIES: usize = 12;

messages! {
    /// What is said in the feed.
    Line {
        Title => "Kansrijke Start: wat er verandert in de cijfers", "Kansrijke Start: what changes in the figures";
        Edition(date: String, nth: Aside) => "Uitgave van {date}{nth}", "Edition of {date}{nth}";
        More(figures: usize) => "en {figures} andere", "and {figures} others";
    }
}

/// Who the feed is by: the figures are others' and the editions nobody's in particular.
const AUTHOR: &str = "Kansrijke Start in een grafiek";

const LANGUAGE: Language = Language::Dutch;

/// The text of the feed.
pub fn feed(news: &News) -> String {
    let updated = news.editions.first().map(|edition| moment(&edition.imprint.date));
    let root = element("feed")
        .with("xmlns", "http://www.w3.org/2005/Atom")
        .with("xml:lang", LANGUAGE.tag())
        .child(element("id").text(news.feed.clone()))
        .child(element("title").text(Line::Title.say(LANGUAGE)))
        .child(element("updated").text(updated.unwrap_or_default()))
        .child(element("author").child(element("name").text(AUTHOR)))
        .child(link("self", FILE, "application/atom+xml"))
        .child(link("related", super::news::FILE, "application/json"))
        .children(news.editions.iter().take(ENTRIES).map(entry));
    ["<?xml version=\"1.0\" encoding=\"utf-8\"?>\n", &root.to_xml(), "\n"].concat()
}

fn link(relation: &'static str, href: &'static str, kind: &'static str) -> Element {
    element("link").with("rel", relation).with("type", kind).with("href", href)
}

/// The beginning of a day.
fn moment(date: &str) -> String {
    [date, "T00:00:00Z"].concat()
}

fn entry(edition: &Told) -> Element {
    let Imprint { id, date, .. } = &edition.imprint;
    let nth = id.strip_prefix(date.as_str()).and_then(|rest| rest.strip_prefix('-'));
    let nth = Aside(nth.unwrap_or_default().into());
    let title = Line::Edition(Words::of(LANGUAGE).date(date), nth).say(LANGUAGE);
    let text = said(&edition.text);
    let mut content = element("div")
        .with("xmlns", "http://www.w3.org/1999/xhtml")
        .child(element("p").text(text.clone()));
    if !edition.indicators.is_empty() {
        content = content.child(element("ul").children(edition.indicators.iter().map(indicator)));
    }
    element("entry")
        .child(element("id").text(edition.urn.clone()))
        .child(element("title").text(title))
        .child(element("updated").text(moment(date)))
        .child(element("summary").text(text))
        .child(element("content").with("type", "xhtml").child(content))
}

fn indicator(indicator: &Indicator) -> Element {
    let head = [said(&indicator.name), indicator.changes.say(LANGUAGE)].join(": ");
    let item = element("li").text(head);
    let mut lines: Vec<String> = indicator.lines.iter().map(|line| said(&line.text)).collect();
    if indicator.more > 0 && !lines.is_empty() {
        lines.push(Line::More(indicator.more).say(LANGUAGE));
    }
    if lines.is_empty() {
        return item;
    }
    item.child(element("ul").children(lines.into_iter().map(|line| element("li").text(line))))
}

fn said(text: &Both) -> String {
    LANGUAGE.either(&text.nl, &text.en).clone()
}
