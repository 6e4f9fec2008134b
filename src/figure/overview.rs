// SPDX-License-Identifier: EUPL-1.2
//! Many indicators as rows.

use super::Figure;
use super::table::{boxed, head};
use crate::data::areas::Areas;
use crate::markup::{Element, element};

impl Figure<'_> {
    /// Every indicator of the region asked for.
    pub(super) fn overview_table(&self, first: &Areas, rest: &[Areas]) -> Element {
        let words = self.words;
        let heads = vec![head(words.region), head(words.value)];
        let rows = std::iter::once(first).chain(rest).map(|areas| {
            let name = words.pick(&areas.definition.name).to_string();
            element("tr")
                .child(element("th").with("scope", "row").text(name))
                .child(element("td").text(words.area_label(areas, &areas.own)))
        });
        boxed(&self.heading(), self.heading(), heads, rows.collect())
    }
}
