// SPDX-License-Identifier: EUPL-1.2
//! The head of a figure: its message, what it is of, how old it is.

use super::depiction::Depiction;
use crate::request::{Family, Heading, OLD, Request};
use crate::text::overview::join;
use crate::text::template::fill;
use crate::text::words::Words;

/// What stands above the sentences, and below them the age.
#[derive(Debug)]
pub(super) struct Head {
    /// What stands in the heading.
    pub heading: String,
    /// The indicator and the place.
    pub name: String,
    /// The line below the heading.
    pub about: String,
    /// How old the figures are, where they are old, and whether there are newer ones.
    pub age: Option<String>,
    /// Whether they are old and there are no newer ones.
    pub is_outdated: bool,
}

impl Head {
    pub(super) fn of<'a>(
        request: &Request,
        words: &Words,
        depiction: &(dyn Depiction<'a> + 'a),
    ) -> Self {
        let name = depiction.name();
        let mut parts = depiction.about();
        let heading = match &request.heading {
            Heading::Message => depiction.headline(),
            Heading::Name => name.clone(),
            Heading::Own(text) => text.clone(),
        };
        // A heading that does not say the place leaves it to the line below.
        if let (Heading::Own(_), Some(first)) = (&request.heading, parts.first_mut()) {
            first.clone_from(&name);
        }
        // Some names end with the unit: "Levend geboren kinderen per 1.000 inwoners".
        let first = parts.first().cloned().unwrap_or_default();
        parts.retain(|part| *part == first || !first.ends_with(part.as_str()));
        // What the heading says is not said twice.
        if request.heading == Heading::Name {
            parts.drain(..1);
        }
        let about = parts.iter().fold(String::new(), |line, part| join(&line, ", ", part));
        let (age, is_outdated) = age(request, words, depiction);
        Self { heading, name, about, age, is_outdated }
    }
}

/// How old the latest of the figures is, and whether there are newer ones: of one region, also
/// those that its publisher has and that were not fetched. Whether they are old, and none are.
fn age<'a>(
    request: &Request,
    words: &Words,
    depiction: &(dyn Depiction<'a> + 'a),
) -> (Option<String>, bool) {
    let indicators = depiction.indicators();
    let Some((definition, period)) = indicators.iter().max_by_key(|(_, period)| period.end())
    else {
        return (None, false);
    };
    let last = period.end().0;
    let age = request.year().map(|year| year - last).filter(|age| *age >= OLD);
    let said =
        age.map(|age| fill(words.age, &[("year", &last.to_string()), ("age", &age.to_string())]));
    let is_old = said.is_some();
    if !cfg!(any(feature = "single", feature = "brief"))
        || !matches!(request.view.family(), Family::Single | Family::Brief)
    {
        return (said, is_old);
    }
    let own = depiction.own();
    let mut is_newer = false;
    for record in depiction.records().iter().filter(|record| record.region.code == own.code) {
        let finding = record.finding;
        let (is_elsewhere, is_later) =
            (finding.outcome.is_elsewhere(), finding.period.end().0 > last);
        // A later figure is here, or the one that is not here is what the figure speaks of.
        if is_later && finding.says_something() || is_elsewhere && finding.period == *period {
            return (said, is_old);
        }
        is_newer |= is_later && is_elsewhere;
    }
    let mut line = said.unwrap_or_default();
    if is_newer {
        let newer = fill(words.newer, &[("publisher", &definition.source.publisher)]);
        line = join(&line, " ", &newer);
    } else if is_old {
        line = join(&line, " ", &fill(words.no_newer, &[("region", &words.place(own))]));
    }
    ((!line.is_empty()).then_some(line), is_old && !is_newer)
}
