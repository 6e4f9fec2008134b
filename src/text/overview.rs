// SPDX-License-Identifier: EUPL-1.2
//! What many indicators say together.

use super::statement::statement;
use super::words::{Words, fill};
use crate::data::areas::Areas;
use crate::request::View;

impl Words {
    /// What names the figure: the region of a profile, the members of a heat map.
    pub fn overview_heading(&self, first: &Areas, view: View) -> String {
        let place = match view {
            View::Heatmap => self.members(first),
            _ => self.place_label(&first.own.region),
        };
        fill(self.regional.overview_heading, &[("place", &place)])
    }

    /// What the figure says.
    pub fn overview_sentences(&self, first: &Areas, rest: &[Areas], _view: View) -> Vec<String> {
        let all = std::iter::once(first).chain(rest);
        all.map(|a| statement(self, a.definition, &a.own.region, &a.own.finding)).collect()
    }
}
