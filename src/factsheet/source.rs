// SPDX-License-Identifier: EUPL-1.2
//! Where the figures come from: each publication once, with what was taken from it.

use super::document::section;
use super::setting::Setting;
use super::subject::Subject;
use crate::figure::linked::publication;
use crate::markup::{Element, element};

/// The section; `None` where no figure is shown.
pub(super) fn sources(setting: &Setting, subjects: &[&Subject]) -> Option<Element> {
    let figures = setting.figures();
    let mut publications: Vec<(String, &Subject, Vec<String>)> = Vec::new();
    for subject in subjects.iter().filter(|subject| subject.known().is_some()) {
        let Some(selection) = subject.known() else { continue };
        let name = figures.pick(&subject.definition.name);
        let mut taken = [name, " (", &figures.period(selection.period), ")"].concat();
        if let Some(updated) = &subject.definition.source.updated {
            taken = [&taken, ", ", figures.updated, ": ", &figures.date(updated)].concat();
        }
        let named = publication(subject.definition);
        match publications.iter_mut().find(|(known, ..)| *known == named) {
            Some((_, _, all)) => all.push(taken),
            None => publications.push((named, subject, vec![taken])),
        }
    }
    if publications.is_empty() {
        return None;
    }
    let items = publications.into_iter().map(|(named, subject, taken)| {
        let source = &subject.definition.source;
        let named = match source.more.clone().filter(|_| source.host().is_some()) {
            Some(address) => element("a").with("href", address).text(named),
            None => element("span").text(named),
        };
        element("li").child(named).text([": ", &taken.join("; "), "."].concat())
    });
    let list = element("ul").class("short").children(items);
    Some(section("sources", setting.words().sources).child(list))
}
