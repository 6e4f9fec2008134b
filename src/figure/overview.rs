// SPDX-License-Identifier: EUPL-1.2
//! The views of many indicators as rows and columns, and what chooses their order.

use super::Figure;
use super::table::{Columns, boxed, head, period};
use crate::indicator::definition::Definition;
use crate::indicator::finding::Outcome;
use crate::markup::{Element, element};
use crate::request::View;
use crate::text::overview::join;
use crate::text::value::capital;
use crate::text::words::fill;
use crate::view::assessment::Standing;
use crate::view::members::{Area, Areas};
use crate::view::overview::{Overview, Row};

impl Figure<'_> {
    pub(super) fn overview_table(&self, overview: &Overview) -> Element {
        match self.request.view {
            View::Heatmap => self.heatmap_table(overview),
            _ => self.profile_table(overview),
        }
    }

    /// A row for each indicator: the region's figure, the benchmark's, the spread beside it.
    fn profile_table(&self, overview: &Overview) -> Element {
        let (words, regional, own) =
            (self.words, self.words.of_members(), self.words.of_overview());
        let columns = Columns::of(&self.content.records());
        let mut heads: Vec<Element> = [own.indicator, own.phase, words.period].map(head).into();
        heads.extend(columns.heads(words, ""));
        if let Some(region) = overview.beside() {
            heads.push(head(&capital(&words.place_label(region))).class("number"));
            let names = [("benchmark", &*words.place(region))];
            heads.push(head(&fill(regional.verdict_head, &names)));
        }
        let members = words.members(overview.first());
        let spread = fill(own.spread_head, &[("members", &members)]);
        heads.push(head(&spread).class("number"));
        let rows = overview.iter().map(|areas| {
            let definition = areas.definition;
            let cell = |text: String| element("td").text(text);
            let name = join(words.pick(&definition.name), ", ", words.unit(definition));
            let mut row = element("tr")
                .child(element("th").with("scope", "row").text(name))
                .child(cell(words.group(Overview::group_of(definition)).to_string()))
                .child(cell(period(words, &areas.own.finding)))
                .children(columns.cells(words, definition, &areas.own.finding));
            if overview.beside().is_some() {
                let benchmark = areas.benchmark.as_ref().and_then(Area::figure);
                let value = benchmark.map(|figure| words.bare(definition, figure.value));
                row = row
                    .child(cell(value.unwrap_or_default()).class("number"))
                    .child(cell(words.verdict(definition, &areas.own).to_string()));
            }
            let spread = areas.spread().map(|spread| words.half(definition, &spread));
            row.child(cell(spread.unwrap_or_default()).class("number"))
        });
        boxed(&self.heading(), self.heading(), heads, rows.collect())
    }

    /// A row for each region, a column for each indicator.
    fn heatmap_table(&self, overview: &Overview) -> Element {
        let words = self.words;
        let indicators = overview.indicators();
        let mut heads = vec![head(words.region)];
        heads.extend(indicators.iter().map(|areas| {
            let name = words.name_and_period(overview, areas);
            head(&join(&name, ", ", words.unit(areas.definition)))
        }));
        let from_elsewhere = overview.has_own_row() && !overview.has_own_member();
        let members = overview.rows(None).into_iter().map(Row::Member);
        let rows = from_elsewhere.then_some(Row::Own).into_iter().chain(members).map(|row| {
            let name = row.of(overview.first()).map(|a| capital(&words.place_label(&a.region)));
            let cells = indicators.iter().filter_map(|areas| {
                let area = row.of(areas)?;
                let standing = Standing::of(area, areas.definition.direction);
                let mut text = self.said(areas.definition, area);
                if standing.is_compared() {
                    text = [&text, ", ", words.standing(standing)].concat();
                }
                Some(element("td").text(text))
            });
            element("tr")
                .child(element("th").with("scope", "row").text(name.unwrap_or_default()))
                .children(cells)
        });
        boxed(&self.heading(), self.heading(), heads, rows.collect())
    }

    /// A number, an answer, or why there is none.
    fn said(&self, definition: &Definition, area: &Area) -> String {
        match &area.finding.outcome {
            Outcome::Shown(figure) => self.words.bare(definition, figure.value),
            Outcome::Answered(answer) => self.words.answer(*answer).to_string(),
            silent => self.words.silence(silent).unwrap_or_default().to_string(),
        }
    }

    /// What chooses the order of the rows. It does nothing without script, which shows it.
    pub(super) fn order(&self, overview: &Overview, id: &str) -> Element {
        let (words, own) = (self.words, self.words.of_overview());
        let id = [id, "-order"].concat();
        let chosen = self.request.sort.as_deref().unwrap_or_default();
        let option = |value: &str, name: &str| {
            let option = element("option").with("value", value.to_string()).text(name.to_string());
            if value == chosen { option.with("selected", "") } else { option }
        };
        let named =
            |areas: &Areas| option(&areas.definition.id, words.pick(&areas.definition.name));
        let select = element("select")
            .with("id", id.clone())
            .child(option("", own.by_name))
            .children(overview.iter().map(named));
        let label = element("label").with("for", id).text(own.order);
        element("div").class("control order").with("hidden", "").child(label).child(select)
    }
}
