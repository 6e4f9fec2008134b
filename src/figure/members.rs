// SPDX-License-Identifier: EUPL-1.2
//! What the figures of regions beside each other have in common.

use super::method::{of_intervals, withholding};
use super::record::Record;
use super::table::{Columns, boxed, head};
use crate::markup::{Element, element};
use crate::text::value::capital;
use crate::text::words::fill;
use crate::text::words::members::MemberWords;
use crate::view::members::{Area, Areas};

/// Every finding, the region's own first, the benchmark's last.
pub(super) fn records<'f>(areas: &'f Areas<'_>) -> Vec<Record<'f>> {
    let benchmark = areas.benchmark.as_ref();
    let beside = benchmark.map_or(&[][..], |b| std::slice::from_ref(&b.finding));
    let record = |area: &'f Area, benchmark| Record {
        definition: areas.definition,
        region: area.region,
        finding: &area.finding,
        benchmark,
    };
    let is_other = |area: &&Area| !areas.is_own(area) && !areas.is_benchmark(area);
    let mut records = Vec::new();
    if !areas.is_benchmark(&areas.own) {
        records.push(record(&areas.own, beside));
    }
    records.extend(areas.members.iter().filter(is_other).map(|area| record(area, beside)));
    records.extend(benchmark.map(|area| record(area, &[])));
    records
}

/// How the intervals came about, and what is withheld.
pub(super) fn method(words: &MemberWords, areas: &Areas, threshold: f64) -> Vec<String> {
    let mut said = of_intervals(words, areas.definition, &records(areas));
    said.extend(withholding(words, areas.definition, threshold));
    said
}

/// The regions with their verdicts, where there is a benchmark.
pub(super) fn verdict_table(words: &MemberWords, areas: &Areas, heading: &str) -> Element {
    let last = areas.benchmark.as_ref().map(|benchmark| {
        let place = words.place(benchmark.region);
        fill(words.verdict_head, &[("benchmark", &place)])
    });
    table(words, areas, heading, last.as_deref(), &|area| {
        area.verdict().map(|_| words.verdict(areas.definition, area).to_string())
    })
}

/// The benchmark, the region's own and every member: those with a number from the lowest to the
/// highest, then those without in the order of the file, which tells nothing of them. Each with
/// what is said of it in a last column, where that has a head.
pub(super) fn table(
    words: &MemberWords,
    areas: &Areas,
    heading: &str,
    last: Option<&str>,
    said: &dyn Fn(&Area) -> Option<String>,
) -> Element {
    let definition = areas.definition;
    let columns = Columns::of(&records(areas));
    let mut heads = vec![head(words.region)];
    heads.extend(columns.heads(words, words.unit(definition)));
    heads.extend(last.map(head));
    let mut rows: Vec<&Area> = Vec::new();
    for area in areas.benchmark.iter().chain([&areas.own]) {
        let is_listed = |other: &Area| other.region.code == area.region.code;
        if !areas.members.iter().any(is_listed) && !rows.iter().any(|row| is_listed(row)) {
            rows.push(area);
        }
    }
    rows.extend(areas.ranked());
    rows.extend(areas.members.iter().filter(|a| a.figure().is_none()));
    let row = |area: &Area| {
        let name = capital(&words.place_label(area.region));
        let mut row = element("tr")
            .child(element("th").with("scope", "row").text(name))
            .children(columns.cells(words, definition, &area.finding));
        if last.is_some() {
            row = row.child(element("td").text(said(area).unwrap_or_default()));
        }
        if areas.is_own(area) { row.class("own") } else { row }
    };
    boxed(heading, words.areas_caption(areas), heads, rows.into_iter().map(row).collect())
}
