// SPDX-License-Identifier: EUPL-1.2
//! One region's figure as a sentence, and the words of a verdict.

use super::template::fill;
use super::value::capital;
use super::words::Words;
use crate::indicator::comparison::Verdict;
use crate::indicator::definition::{Availability, Definition};
use crate::indicator::finding::{Absence, Finding, Outcome};
use crate::indicator::observation::Answer;
use crate::indicator::region::{COUNTRY, Region};

/// One region's figure as a sentence.
pub(super) fn statement(
    words: &Words,
    definition: &Definition,
    region: &Region,
    finding: &Finding,
) -> String {
    let period = words.in_period(finding.period);
    let place = &words.place(region);
    let value = match &finding.outcome {
        Outcome::Shown(estimate) => Some(words.value_in_sentence(definition, estimate.value)),
        _ => words.figure(definition, finding),
    };
    let is_national =
        definition.availability == Some(Availability::National) && region.code != COUNTRY;
    let template = match &finding.outcome {
        Outcome::Shown(_) | Outcome::Between(_) => words.pick(&definition.sentence),
        Outcome::Answered(answer) => return answered(words, definition, place, &period, *answer),
        Outcome::Withheld => words.withheld,
        Outcome::Absent(Absence::Missing) if is_national => words.country_alone,
        Outcome::Absent(Absence::Missing) => words.missing,
        Outcome::Absent(Absence::BorderChange) => words.border_change,
        Outcome::Absent(Absence::Incomplete) => words.incomplete,
        Outcome::Absent(Absence::NotApplicable) => words.not_applicable,
        Outcome::Absent(Absence::NotFetched) => words.not_fetched,
    };
    let value = value.unwrap_or_default();
    // A sentence of custom data may begin with a place whose name does not begin with a capital.
    let publisher = &definition.source.publisher;
    let names = [("region", &**place), ("period", &period), ("value", &value)];
    capital(&fill(template, &[&names[..], &[("publisher", publisher)]].concat()))
}

fn answered(
    words: &Words,
    definition: &Definition,
    place: &str,
    period: &str,
    answer: Answer,
) -> String {
    let Some(presence) = &definition.presence else {
        return [words.pick(&definition.name), ": ", words.answer(answer), "."].concat();
    };
    let template = match answer {
        Answer::Yes => &presence.yes,
        Answer::Preparation => &presence.preparation,
        Answer::No => &presence.no,
    };
    fill(words.pick(template), &[("region", place), ("period", period)])
}

/// The template that says how a figure compares: `{benchmark}`, `{value}`.
pub(super) fn judged(words: &Words, definition: &Definition, verdict: Verdict) -> &'static str {
    match (verdict, verdict.better(definition.direction)) {
        (Verdict::Similar, _) => words.similar,
        (Verdict::Lower, Some(true)) => words.lower_better,
        (Verdict::Lower, Some(false)) => words.lower_worse,
        (Verdict::Lower, None) => words.lower,
        (Verdict::Higher, Some(true)) => words.higher_better,
        (Verdict::Higher, Some(false)) => words.higher_worse,
        (Verdict::Higher, None) => words.higher,
    }
}
