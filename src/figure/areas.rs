// SPDX-License-Identifier: EUPL-1.2
//! The regions of an area as rows.

use super::Figure;
use super::table::{Columns, boxed, head};
use crate::data::areas::{Area, Areas};
use crate::data::funnel::Funnel;
use crate::markup::{Element, element};
use crate::text::words::fill;

impl Figure<'_> {
    /// The benchmark, the region's own and every member: those with a number from the lowest to
    /// the highest, then those without in the order of the file, which tells nothing of them. Each
    /// with its verdict, or its place in the funnel that is shown.
    pub(super) fn areas_table(&self, areas: &Areas, funnel: Option<&Funnel>) -> Element {
        let (words, definition) = (self.words, areas.definition);
        let columns = Columns::of(&self.content.records());
        let mut heads = vec![head(words.region)];
        heads.extend(columns.heads(words, words.unit(definition)));
        if funnel.is_some() {
            heads.push(head(words.regional.average_head));
        } else if let Some(benchmark) = &areas.benchmark {
            let place = words.place(&benchmark.region);
            heads.push(head(&fill(words.regional.verdict_head, &[("benchmark", &place)])));
        }
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
            let name = words.place_label(&area.region);
            let mut row = element("tr")
                .child(element("th").with("scope", "row").text(name))
                .children(columns.cells(words, definition, &area.finding));
            if let Some(funnel) = funnel {
                let point = funnel.point(areas, area);
                let position = point.map(|point| words.position(areas, point));
                row = row.child(element("td").text(position.unwrap_or_default()));
            } else if areas.benchmark.is_some() {
                let verdict = area.verdict().map(|_| words.verdict(definition, area));
                row = row.child(element("td").text(verdict.unwrap_or_default()));
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
