// SPDX-License-Identifier: EUPL-1.2
//! What may be concluded first: how many subjects differ from the country, and which.

use super::document::{paragraph, section};
use super::setting::Setting;
use super::subject::Subject;
use crate::error::Error;
use crate::figure::Figure;
use crate::indicator::comparison::{Comparison, Verdict};
use crate::indicator::finding::Finding;
use crate::indicator::region::Region;
use crate::markup::{Element, element};
use crate::request::View;
use crate::text::template::fill;

/// The most subjects that are named, of those that are worse and of those that are better.
const NAMED: [usize; 2] = [3, 2];

/// From so many comparisons on, it is said that chance has a part in them.
const MANY: usize = 5;

/// The first section of the page.
///
/// # Errors
/// Counts that contradict each other.
pub(super) fn lede(
    setting: &Setting,
    subjects: &[&Subject],
    region: &Region,
    benchmark: Option<&Region>,
) -> Result<Element, Error> {
    let (words, figures) = (setting.words(), setting.figures());
    let mut lede = section("lede", words.lede);
    // How many children it is about.
    let count = subjects.iter().find(|subject| subject.definition.is_count() && subject.is_shown());
    if let Some(subject) = count {
        lede = lede.child(paragraph(said(setting, subject, region)?));
    }
    let verdicts: Vec<(&&Subject, Verdict)> = subjects
        .iter()
        .filter_map(|subject| match subject.known()?.comparison()? {
            Comparison::Compared(verdict, _) => Some((subject, verdict)),
            Comparison::NotCompared(_) => None,
        })
        .collect();
    if let Some(benchmark) = benchmark {
        let benchmark = figures.place(benchmark);
        let place = figures.place(region);
        let names = [("place", &*place), ("benchmark", &benchmark)];
        if verdicts.is_empty() {
            lede = lede.child(paragraph(fill(words.none_compared, &names)));
        } else {
            let number = |is: &dyn Fn(&Subject, Verdict) -> bool| {
                verdicts.iter().filter(|(subject, verdict)| is(subject, *verdict)).count()
            };
            let similar = |verdict| verdict == Verdict::Similar;
            let numbers = [
                number(&|subject, _| subject.better() == Some(true)),
                number(&|subject, _| subject.better() == Some(false)),
                number(&|subject, verdict| subject.better().is_none() && !similar(verdict)),
                number(&|_, verdict| similar(verdict)),
            ];
            let counts = words.counts.iter().zip(numbers).filter(|(_, number)| *number > 0);
            let counts: Vec<String> = counts
                .map(|(words, number)| fill(words, &[("count", &number.to_string())]))
                .collect();
            let (count, counts) = (verdicts.len().to_string(), counts.join("; "));
            let more = [("count", &*count), ("counts", &counts)];
            let all = fill(words.compared, &[&names[..], &more].concat());
            lede = lede.child(paragraph(all));
        }
    }
    let mut named = Vec::new();
    for (is_better, most) in [false, true].into_iter().zip(NAMED) {
        let those = subjects.iter().filter(|subject| subject.better() == Some(is_better));
        for subject in those.take(most) {
            named.push(element("li").text(said(setting, subject, region)?));
        }
    }
    if !named.is_empty() {
        lede = lede.child(element("ul").children(named));
    }
    if verdicts.len() >= MANY {
        lede = lede.child(paragraph(words.chance));
    }
    let old = subjects.iter().filter(|subject| subject.age().is_some()).count();
    let [one, several] = words.old;
    match old {
        0 => {}
        1 => lede = lede.child(paragraph(one)),
        old => lede = lede.child(paragraph(fill(several, &[("count", &old.to_string())]))),
    }
    Ok(lede)
}

/// The figure of a subject beside the country's, in the sentences that stand above its picture, and
/// its margin.
fn said(setting: &Setting, subject: &Subject, region: &Region) -> Result<String, Error> {
    let id = &subject.definition.id;
    let request = setting.request(View::Number, id, &region.code, &[])?;
    let mut said = Figure::new(subject.dataset, &request)?.lede().to_string();
    let words = setting.figures();
    let estimate = subject.finding().and_then(Finding::estimate);
    if let Some(interval) = estimate.and_then(|estimate| estimate.interval) {
        let range = words.range(subject.definition, &interval);
        let place = words.place(region);
        let margin = fill(setting.words().margin_said, &[("place", &*place), ("range", &range)]);
        said = [&said, " ", &margin].concat();
    }
    Ok(said)
}
