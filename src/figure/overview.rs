// SPDX-License-Identifier: EUPL-1.2
//! Many indicators: of one region in a profile, of the members of a comparison set in a heat map.

use super::annotations::Annotations;
use super::depiction::Depiction;
use super::members;
use super::record::Record;
use super::rows::Rows;
use super::table::{Columns, boxed, head, marked, period};
use crate::chart;
use crate::chart::canvas::{Canvas, Picture};
use crate::data::dataset::Dataset;
use crate::error::Error;
use crate::indicator::definition::Definition;
use crate::indicator::finding::Outcome;
use crate::indicator::period::Period;
use crate::indicator::region::Region;
use crate::markup::{Element, element};
use crate::request::{Request, View};
use crate::text::narrative::Narrative;
use crate::text::overview::join;
use crate::text::template::fill;
use crate::text::words::Words;
use crate::text::words::overview::OverviewWords;
use crate::view::assessment::Assessment;
#[cfg(feature = "tools")]
use crate::view::insight::Insight;
use crate::view::members::{ComparisonSet, Member};
use crate::view::overview::{self, Row};

pub(super) struct Overview<'a> {
    words: &'static OverviewWords,
    overview: overview::Overview<'a>,
    view: View,
    /// The indicator that puts the rows of a heat map in order.
    sort: Option<&'a str>,
}

impl<'a> Depiction<'a> for Overview<'a> {
    fn refused(&self) -> &[Error] {
        &self.overview.refused
    }

    fn own(&self) -> &Region {
        self.overview.first().own.region
    }

    fn indicators(&self) -> Vec<(&'a Definition, Period)> {
        self.overview.iter().map(|set| (set.definition, set.period)).collect()
    }

    fn records(&self) -> Vec<Record<'_>> {
        self.overview.iter().flat_map(members::records).collect()
    }

    fn name(&self) -> String {
        self.words.overview_heading(&self.overview, self.view)
    }

    fn headline(&self) -> String {
        self.words.overview_headline(&self.overview, self.view)
    }

    fn about(&self) -> Vec<String> {
        vec![self.name()]
    }

    fn narrative(&self) -> Narrative {
        self.words.overview_narrative(&self.overview, self.view)
    }

    fn method(&self, threshold: f64) -> Vec<String> {
        self.words.overview_method(&self.overview, self.view, threshold)
    }

    fn picture(&self, canvas: Canvas) -> Option<Picture> {
        let (words, overview) = (self.words, &self.overview);
        Some(match self.view {
            View::Heatmap => chart::heatmap(canvas, words, overview, self.sort),
            _ => chart::profile(canvas, words, overview),
        })
    }

    fn table(&self, heading: &str, _annotations: &Annotations) -> Element {
        match self.view {
            View::Heatmap => self.heatmap_table(heading),
            _ => self.profile_table(heading),
        }
    }

    /// What chooses the order of the rows. It does nothing without script, which shows it.
    fn differs(&self) -> &'static str {
        self.words.differs
    }

    fn order(&self, id: &str) -> Option<Element> {
        if self.view != View::Heatmap {
            return None;
        }
        let words = self.words;
        let id = [id, "-order"].concat();
        let chosen = self.sort.unwrap_or_default();
        let option = |value: &str, name: &str| {
            let option = element("option").with("value", value.to_string()).text(name.to_string());
            if value == chosen { option.with("selected", "") } else { option }
        };
        let named =
            |set: &ComparisonSet| option(&set.definition.id, words.pick(&set.definition.name));
        let select = element("select")
            .with("id", id.clone())
            .child(option("", words.by_name))
            .children(self.overview.iter().map(named));
        let label = element("label").with("for", id).text(words.order);
        Some(element("div").class("control order").with("hidden", "").child(label).child(select))
    }
    /// Beside the region of a profile the others are shown as their spread alone, and stand in its
    /// rows as that.
    fn rows(&self, words: &Words, rows: &mut Rows) {
        if self.view != View::Profile {
            return rows.records(words, &self.records());
        }
        let heads = "regions,lowest,lower_quartile,upper_quartile,highest";
        rows.heads(rows.pick(heads, self.words.spreadsheet));
        for set in self.overview.iter() {
            let spread = set.spread();
            let values = spread
                .as_ref()
                .map_or([None; 4], |s| [s.lowest, s.lower, s.upper, s.highest].map(Some));
            let benchmark = set.benchmark.as_ref().filter(|member| !set.is_own(member));
            for Member { region, finding, .. } in [Some(&set.own), benchmark].into_iter().flatten()
            {
                let definition = set.definition;
                rows.record(words, &Record { definition, region, finding, benchmark: &[] });
                rows.beside(definition, spread.as_ref().map(|s| s.count as f64), values);
            }
        }
    }
}

impl<'a> Overview<'a> {
    pub(super) fn find(dataset: &'a Dataset, request: &'a Request) -> Result<Self, Error> {
        let overview = overview::Overview::find(dataset, request)?;
        #[cfg(feature = "tools")]
        let overview = match request.view {
            View::Profile => overview.with(|set| Insight::beside(set, dataset, request)),
            _ => overview,
        };
        let (words, sort) = (OverviewWords::of(request.language), request.sort.as_deref());
        Ok(Self { words, overview, view: request.view, sort })
    }

    /// A row for each indicator: the region's figure, the benchmark's, the spread beside it.
    fn profile_table(&self, heading: &str) -> Element {
        let (words, overview) = (self.words, &self.overview);
        let columns = Columns::of(&self.records());
        let mut heads: Vec<Element> = [words.indicator, words.phase, words.period].map(head).into();
        heads.extend(columns.heads(words, ""));
        if let Some(region) = overview.compared_with() {
            heads.push(head(&words.name(region)).class("number"));
            let names = [("benchmark", &*words.place(region))];
            heads.push(head(&fill(words.verdict_head, &names)));
        }
        let members = words.members(overview.first());
        let spread = fill(words.spread_head, &[("members", &members)]);
        heads.push(head(&spread).class("number"));
        let rows = overview.iter().map(|set| {
            let definition = set.definition;
            let cell = |text: String| element("td").text(text);
            let name = join(words.pick(&definition.name), ", ", words.unit(definition));
            let mut row = element("tr")
                .child(element("th").with("scope", "row").text(name))
                .child(cell(words.group(overview::Overview::group_of(definition)).to_string()))
                .child(cell(period(words, &set.own.finding)))
                .children(columns.cells(words, definition, &set.own.finding));
            if overview.compared_with().is_some() {
                let benchmark = set.benchmark.as_ref().and_then(Member::estimate);
                let value = benchmark.map(|estimate| words.bare(definition, estimate.value));
                row = row
                    .child(cell(value.unwrap_or_default()).class("number"))
                    .child(cell(words.verdict(definition, &set.own).to_string()));
            }
            let spread = set.spread().map(|spread| words.half(definition, &spread));
            row.child(cell(spread.unwrap_or_default()).class("number"))
        });
        boxed(heading, heading.to_string(), heads, rows.collect())
    }

    /// A row for each region, a column for each indicator.
    fn heatmap_table(&self, heading: &str) -> Element {
        let (words, overview) = (self.words, &self.overview);
        let indicators = overview.indicators();
        let mut heads = vec![head(words.region)];
        heads.extend(indicators.iter().map(|set| {
            let name = words.name_and_period(overview, set);
            head(&join(&name, ", ", words.unit(set.definition)))
        }));
        let from_elsewhere = overview.has_own_row() && !overview.has_own_member();
        let members = overview.rows(None).into_iter().map(Row::Member);
        let rows = from_elsewhere.then_some(Row::Own).into_iter().chain(members).map(|row| {
            let first = overview.first();
            let member = row.of(first);
            let name = member.map(|member| words.name(member.region));
            let cells = indicators.iter().filter_map(|set| {
                let member = row.of(set)?;
                let assessment = Assessment::of(member, set.definition.direction);
                let mut text = self.said(set.definition, member);
                if assessment.is_compared() {
                    text = [&text, ", ", words.assessment(assessment)].concat();
                }
                Some(element("td").text(text))
            });
            let row = element("tr")
                .child(element("th").with("scope", "row").text(name.unwrap_or_default()))
                .children(cells);
            marked(row, member.is_some_and(|member| first.is_own(member)), false)
        });
        boxed(heading, heading.to_string(), heads, rows.collect())
    }

    /// A number, an answer, or why there is none.
    fn said(&self, definition: &Definition, member: &Member) -> String {
        if let Some(figure) = self.words.figure(definition, &member.finding) {
            return figure;
        }
        match &member.finding.outcome {
            Outcome::Answered(answer) => self.words.answer(*answer).to_string(),
            other => self.words.reason(other).unwrap_or_default().to_string(),
        }
    }
}
