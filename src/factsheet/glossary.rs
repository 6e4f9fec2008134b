// SPDX-License-Identifier: EUPL-1.2
//! What the words mean, and how the figures came about.

use super::document::{paragraph, section};
use super::setting::Setting;
use super::subject::Subject;
use crate::indicator::region::{Kind, Region};
use crate::markup::{Element, element};
use crate::text::number::decimal;
use crate::text::template::fill;

/// The section of words: those of the method, and the subjects that are shown.
pub(super) fn glossary(setting: &Setting, subjects: &[&Subject], country: &str) -> Element {
    let (words, figures) = (setting.words(), setting.figures());
    let mut terms: Vec<(String, String)> = words
        .terms
        .iter()
        .map(|[term, meaning]| (term.to_string(), fill(meaning, &[("benchmark", country)])))
        .collect();
    let regional = subjects.iter().find_map(|subject| subject.beside(Kind::HealthRegion));
    if let Some(series) = regional {
        let [term, meaning] = words.health_region;
        let name = figures.name(series.region);
        terms.push((term.to_string(), fill(meaning, &[("name", &name)])));
    }
    for subject in subjects.iter().filter(|subject| subject.known().is_some()) {
        let definition = subject.definition;
        let mut meaning = figures.pick(&definition.definition).to_string();
        if let Some(note) = &definition.note {
            meaning = [&meaning, " ", figures.pick(note)].concat();
        }
        terms.push((figures.pick(&definition.name).to_string(), meaning));
    }
    let pairs = terms.into_iter().map(|(term, meaning)| {
        element("div").child(element("dt").text(term)).child(element("dd").text(meaning))
    });
    section("glossary", words.glossary).child(element("dl").children(pairs))
}

/// The section of the method.
pub(super) fn method(
    setting: &Setting,
    subjects: &[&Subject],
    region: &Region,
    country: &str,
) -> Element {
    let words = setting.words();
    let threshold = subjects.iter().map(|subject| subject.dataset.threshold).fold(0.0, f64::max);
    let threshold = decimal(setting.language, threshold, 0);
    let place = setting.figures().place(region);
    let names = [("benchmark", country), ("threshold", &*threshold), ("place", &place)];
    let said: Vec<String> = words.methods.iter().map(|text| fill(text, &names)).collect();
    section("method", words.method).child(paragraph(said.join(" ")))
}
