// SPDX-License-Identifier: EUPL-1.2
//! What is not in the factsheet, and why: withheld is not missing, and what others have is neither.

use super::document::{paragraph, section};
use super::setting::Setting;
use super::subject::{State, Subject};
use crate::error::Published;
use crate::indicator::finding::Finding;
use crate::indicator::region::Region;
use crate::markup::{Element, element};
use crate::text::template::fill;
use crate::view::single::Selection;

/// The section.
pub(super) fn absence(
    setting: &Setting,
    subjects: &[&Subject],
    region: &Region,
    country: &str,
) -> Element {
    let (words, figures) = (setting.words(), setting.figures());
    let mut part = section("absent", words.absent);
    let place = figures.place(region);
    let names = [("place", &*place), ("benchmark", country)];
    let [mut withheld, mut reasons, mut others, mut elsewhere, mut nowhere, mut unsaid] =
        [const { Vec::new() }; 6];
    for subject in subjects {
        let name = figures.pick(&subject.definition.name).to_string();
        let with = |more: &str| [&name, ": ", more].concat();
        match &subject.state {
            State::Known(selection) if subject.is_withheld() => {
                withheld.push(with(&figures.period(selection.period)));
            }
            State::Known(_) => {
                let reason = subject.reason().and_then(|outcome| figures.reason(outcome));
                reasons.extend(reason.map(&with));
            }
            State::Others(national) => {
                let of = national.as_ref().and_then(|national| only(setting, subject, national));
                others.push(of.map_or(name.clone(), |of| with(&of)));
            }
            State::Nothing(Published::By(publisher)) => elsewhere.push(with(publisher)),
            State::Nothing(Published::Nowhere) => nowhere.push(name),
            State::Nothing(Published::Unsaid) => unsaid.push(name),
        }
    }
    let groups = [
        (words.withheld, withheld),
        (words.reasons, reasons),
        (words.others_only, others),
        (words.elsewhere, elsewhere),
        (words.nowhere, nowhere),
        (words.unsaid, unsaid),
    ];
    if groups.iter().all(|(_, subjects)| subjects.is_empty()) {
        return part.child(paragraph(words.all_there));
    }
    for (why, subjects) in groups.into_iter().filter(|(_, subjects)| !subjects.is_empty()) {
        let items = subjects.into_iter().map(|subject| element("li").text(subject));
        part = part.child(paragraph(fill(why, &names)));
        part = part.child(element("ul").class("short").children(items));
    }
    part
}

/// The country's figure, in a few words.
fn only(setting: &Setting, subject: &Subject, national: &Selection) -> Option<String> {
    let (words, figures) = (setting.words(), setting.figures());
    let (definition, finding) = (subject.definition, national.finding()?);
    let value = match finding.estimate() {
        Some(estimate) => {
            let value = figures.value(definition, estimate.value);
            match estimate.interval {
                Some(interval) => {
                    let range = figures.range(definition, &interval);
                    let margin = fill(words.margin, &[("range", &range)]);
                    [&value, " (", &margin, ")"].concat()
                }
                None => value,
            }
        }
        None => figures.figure(definition, finding)?,
    };
    let region = figures.name(national.own.region);
    let period = figures.period(national.period);
    let names = [("region", &*region), ("value", &value), ("period", &period)];
    let said = fill(words.only_of, &names);
    Some(said).filter(|_| Finding::says_something(finding))
}
