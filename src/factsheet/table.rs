// SPDX-License-Identifier: EUPL-1.2
//! The figures of a section as rows: the region, its health region and the country, each with its
//! margin, and in words how the region compares.

use super::setting::Setting;
use super::subject::Subject;
use crate::figure::table::boxed;
use crate::indicator::comparison::{Comparison, Reason, Verdict};
use crate::indicator::definition::Definition;
use crate::indicator::finding::{Finding, Outcome};
use crate::indicator::region::{Kind, Region};
use crate::markup::{Element, element};
use crate::text::template::fill;

/// The table of the subjects of which something is known.
pub(super) fn table(
    setting: &Setting,
    heading: &str,
    subjects: &[&Subject],
    region: &Region,
    benchmark: Option<&Region>,
) -> Element {
    let (words, figures) = (setting.words(), setting.figures());
    let place = figures.place(region);
    let country = benchmark.map(|benchmark| figures.place(benchmark)).unwrap_or_default();
    let names = [("heading", heading), ("place", &*place), ("benchmark", &country)];
    let caption = if benchmark.is_some() { words.caption } else { words.caption_alone };
    let caption = [&fill(caption, &names), ". ", words.brackets].concat();
    let regional = subjects.iter().find_map(|subject| subject.beside(Kind::HealthRegion));
    let head = |text: String| element("th").with("scope", "col").text(text);
    let mut heads = vec![head(words.subject.into()), head(figures.period.into())];
    heads.push(head(figures.name(region)));
    heads.extend(regional.map(|series| head(figures.name(series.region))));
    heads.extend(benchmark.map(|benchmark| head(figures.name(benchmark))));
    heads.extend(benchmark.map(|_| head(fill(words.beside, &names))));
    let mut rows = Vec::new();
    for subject in subjects {
        let Some(selection) = subject.known() else { continue };
        let definition = subject.definition;
        let name = element("th").with("scope", "row").text(setting.named(definition));
        let mut period = figures.period(selection.period);
        if let Some(age) = subject.age() {
            let names = [("period", &*period), ("age", &age.to_string())];
            period = fill(words.aged, &names);
        }
        if let Some(firmness) = subject.finding().and_then(|finding| figures.firmness(finding)) {
            period = [&period, ", ", firmness].concat();
        }
        let mut row = element("tr")
            .child(name)
            .child(element("td").text(period))
            .child(cell(setting, definition, subject.finding()).class("own"));
        if regional.is_some() {
            let beside = subject.beside(Kind::HealthRegion);
            row = row.child(cell(setting, definition, beside.and_then(|s| s.at(selection.period))));
        }
        if benchmark.is_some() {
            let beside = selection.benchmark().and_then(|series| series.at(selection.period));
            row = row.child(cell(setting, definition, beside));
            row = row.child(verdict(setting, subject));
        }
        rows.push(row);
    }
    boxed(heading, caption, heads, rows)
}

/// A figure with its margin, or why there is none.
fn cell(setting: &Setting, definition: &Definition, finding: Option<&Finding>) -> Element {
    let (words, figures) = (setting.words(), setting.figures());
    let cell = element("td");
    let Some(finding) = finding else { return cell.text(figures.missing_short) };
    let margin = |text: String| element("span").class("margin").text([" (", &text, ")"].concat());
    match &finding.outcome {
        Outcome::Shown(estimate) => {
            let interval = estimate.interval.map(|interval| figures.range(definition, &interval));
            let interval = interval.unwrap_or_else(|| words.no_interval.to_string());
            cell.text(figures.bare(definition, estimate.value)).child(margin(interval))
        }
        Outcome::Between(range) => cell.text(figures.between(definition, range.lower, range.upper)),
        Outcome::Answered(answer) => cell.text(figures.answer(*answer)),
        other => cell.text(figures.reason(other).unwrap_or_default()),
    }
}

/// How the region compares with the country.
fn verdict(setting: &Setting, subject: &Subject) -> Element {
    let words = setting.words();
    let comparison = subject.known().and_then(|selection| selection.comparison());
    let cell = element("td");
    match comparison {
        Some(Comparison::Compared(verdict, _)) => {
            let better = verdict.better(subject.definition.direction);
            let nth = match (verdict, better) {
                (Verdict::Similar, _) => 6,
                (Verdict::Lower, Some(true)) => 0,
                (Verdict::Lower, Some(false)) => 1,
                (Verdict::Lower, None) => 2,
                (Verdict::Higher, Some(true)) => 3,
                (Verdict::Higher, Some(false)) => 4,
                (Verdict::Higher, None) => 5,
            };
            let side = match verdict {
                Verdict::Lower => Some("lower"),
                Verdict::Similar => None,
                Verdict::Higher => Some("higher"),
            };
            let judged = match better {
                Some(true) => " better",
                Some(false) => " worse",
                None => "",
            };
            let cell = match side {
                Some(side) => cell.class([side, judged].concat()),
                None => cell,
            };
            cell.text(words.verdicts.get(nth).copied().unwrap_or_default())
        }
        Some(Comparison::NotCompared(Reason::Kind)) if subject.definition.is_count() => {
            cell.text(words.number)
        }
        _ => cell.text(words.not_compared),
    }
}
