// SPDX-License-Identifier: EUPL-1.2
//! The same figures as rows and columns.

use crate::data::selection::{Selection, Series};
use crate::indicator::finding::{Finding, Outcome};
use crate::markup::{Element, element};
use crate::text::words::{Words, fill};

/// Which columns a table has besides period, region and value.
struct Columns {
    interval: bool,
    numerator: bool,
    denominator: bool,
}

impl Columns {
    fn of(selection: &Selection) -> Self {
        let figures = || {
            let all = std::iter::once(&selection.own).chain(&selection.others);
            all.flat_map(|s| &s.findings).filter_map(Finding::figure)
        };
        Self {
            interval: figures().any(|f| f.interval.is_some()),
            numerator: figures().any(|f| f.numerator.is_some()),
            denominator: figures().any(|f| f.denominator.is_some()),
        }
    }

    fn count(&self) -> usize {
        1 + [self.interval, self.numerator, self.denominator].iter().filter(|c| **c).count()
    }
}

/// Every region and period of the selection, the latest period first.
pub(super) fn wide(words: &Words, selection: &Selection, heading: &str) -> Element {
    let columns = Columns::of(selection);
    let head = |text: &str| element("th").with("scope", "col").text(text.to_string());
    let number = |text: &str| head(text).class("number");
    let unit = words.unit(selection.definition);
    let value = if unit.is_empty() {
        words.value.to_string()
    } else {
        [words.value, " (", unit, ")"].concat()
    };
    let mut heads = vec![head(words.period), head(words.region), number(&value)];
    let optional = [
        (columns.interval, words.interval_head),
        (columns.numerator, words.numerator),
        (columns.denominator, words.denominator),
    ];
    heads.extend(optional.iter().filter(|(has, _)| *has).map(|(_, text)| number(text)));
    let regions: Vec<&Series> = std::iter::once(&selection.own).chain(&selection.others).collect();
    let periods = selection.own.findings.iter().rev().map(|f| f.period);
    let rows = periods.flat_map(|period| {
        let columns = &columns;
        regions.iter().filter_map(move |series| {
            let finding = series.at(period)?;
            Some(row(words, selection, series, finding, columns))
        })
    });
    let names: Vec<String> = regions.iter().map(|s| words.place_label(&s.region)).collect();
    let names = names.join(", ");
    let name = words.pick(&selection.definition.name);
    let caption = fill(words.table_caption, &[("name", name), ("regions", &names)]);
    let table = element("table")
        .child(element("caption").text(caption))
        .child(element("thead").child(element("tr").children(heads)))
        .child(element("tbody").children(rows));
    // A wide table scrolls in a box of its own, which a keyboard must be able to reach.
    element("div")
        .class("scroll")
        .with("role", "group")
        .with("tabindex", "0")
        .with("aria-label", heading.to_string())
        .child(table)
}

fn row(
    words: &Words,
    selection: &Selection,
    series: &Series,
    finding: &Finding,
    columns: &Columns,
) -> Element {
    let mut period = words.period(finding.period);
    let region = words.place_label(&series.region);
    let number = |text: String| element("td").class("number").text(text);
    let count = |count: Option<f64>| {
        number(count.map_or_else(|| words.unknown.to_string(), |c| words.count(c)))
    };
    let cells = match &finding.outcome {
        Outcome::Shown(figure) => {
            if figure.provisional {
                period = [&period, " (", words.provisional_short, ")"].concat();
            }
            let definition = selection.definition;
            let mut cells = vec![number(words.bare(definition, figure.value))];
            if columns.interval {
                let range = figure.interval.map(|i| words.range(definition, &i));
                cells.push(number(range.unwrap_or_else(|| words.unknown.to_string())));
            }
            if columns.numerator {
                cells.push(count(figure.numerator));
            }
            if columns.denominator {
                cells.push(count(figure.denominator));
            }
            cells
        }
        other => {
            let text = match other {
                Outcome::Answered(answer) => words.answer(*answer),
                silent => words.silence(silent).unwrap_or_default(),
            };
            vec![element("td").with("colspan", columns.count().to_string()).text(text)]
        }
    };
    element("tr")
        .child(element("td").text(period))
        .child(element("th").with("scope", "row").text(region))
        .children(cells)
}
