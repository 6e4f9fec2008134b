// SPDX-License-Identifier: EUPL-1.2
//! The regions of an area as rows.

use super::Figure;
use super::table::{Columns, boxed, head};
use crate::data::areas::{Area, Areas};
use crate::markup::{Element, element};
use crate::text::words::fill;

impl Figure<'_> {
    /// The benchmark, the region's own and every member: those with a number from the lowest to
    /// the highest, then those without in the order of the file, which tells nothing of them.
    pub(super) fn areas_table(&self, areas: &Areas) -> Element {
        let (words, definition) = (self.words, areas.definition);
        let columns = Columns::of(&self.content.records());
        let mut heads = vec![head(words.region)];
        heads.extend(columns.heads(words, definition));
        if let Some(benchmark) = &areas.benchmark {
            let place = words.place(&benchmark.region);
            heads.push(head(&fill(words.regional.verdict_head, &[("benchmark", &place)])));
        }
        let is_apart = |area: &&Area| !areas.members.iter().any(|a| a.region == area.region);
        let own = Some(&areas.own).filter(|own| !areas.is_benchmark(own));
        let silent = areas.members.iter().filter(|a| a.figure().is_none());
        let rows =
            areas.benchmark.iter().chain(own).filter(is_apart).chain(areas.ranked()).chain(silent);
        let row = |area: &Area| {
            let name = words.place_label(&area.region);
            let mut row = element("tr")
                .child(element("th").with("scope", "row").text(name))
                .children(columns.cells(words, definition, &area.finding));
            if areas.benchmark.is_some() {
                let verdict = area.verdict().map(|_| words.verdict(definition, area));
                row = row.child(element("td").text(verdict.unwrap_or_default()));
            }
            if areas.is_own(area) { row.class("own") } else { row }
        };
        boxed(&self.heading(), words.areas_caption(areas), heads, rows.map(row))
    }
}
