// SPDX-License-Identifier: EUPL-1.2
//! The regions of an area as rows.

use super::Figure;
use super::table::{Columns, boxed, head};
use crate::markup::{Element, element};
use crate::text::value::capital;
use crate::text::words::fill;
use crate::view::members::{Area, Areas};

impl Figure<'_> {
    /// The regions with their verdicts, where there is a benchmark.
    pub(super) fn verdict_table(&self, areas: &Areas) -> Element {
        let words = self.words;
        let last = areas.benchmark.as_ref().map(|benchmark| {
            let place = words.place(&benchmark.region);
            fill(words.of_members().verdict_head, &[("benchmark", &place)])
        });
        self.areas_table(areas, last.as_deref(), &|area| {
            area.verdict().map(|_| words.verdict(areas.definition, area).to_string())
        })
    }

    /// The benchmark, the region's own and every member: those with a number from the lowest to
    /// the highest, then those without in the order of the file, which tells nothing of them. Each
    /// with what is said of it in a last column, where that has a head.
    pub(super) fn areas_table(
        &self,
        areas: &Areas,
        last: Option<&str>,
        said: &dyn Fn(&Area) -> Option<String>,
    ) -> Element {
        let (words, definition) = (self.words, areas.definition);
        let columns = Columns::of(&self.content.records());
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
            let name = capital(&words.place_label(&area.region));
            let mut row = element("tr")
                .child(element("th").with("scope", "row").text(name))
                .children(columns.cells(words, definition, &area.finding));
            if last.is_some() {
                row = row.child(element("td").text(said(area).unwrap_or_default()));
            }
            if areas.is_own(area) { row.class("own") } else { row }
        };
        boxed(
            &self.heading(),
            words.areas_caption(areas),
            heads,
            rows.into_iter().map(row).collect(),
        )
    }
}
