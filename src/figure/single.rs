// SPDX-License-Identifier: EUPL-1.2
//! One region, and those beside it, for one indicator: as a number, through the years, compared,
//! or as a table.

use super::annotations::Annotations;
use super::depiction::Depiction;
use super::method;
use super::record::Record;
use super::table::{Columns, boxed, head, marked, period};
use crate::chart;
use crate::chart::canvas::{Canvas, Picture};
use crate::data::dataset::Dataset;
use crate::error::Error;
use crate::indicator::definition::Definition;
use crate::indicator::finding::Finding;
use crate::indicator::period::Period;
#[cfg(not(target_arch = "wasm32"))]
use crate::indicator::recent::RecentTrend;
use crate::indicator::region::{COUNTRY, Region};
use crate::markup::{Element, element};
use crate::request::{Request, View};
use crate::stats::trend::Verdict;
use crate::text::narrative::Narrative;
use crate::text::single::narrative;
use crate::text::template::{fill, joined};
use crate::text::words::Words;
use crate::view::single::{Selection, Series};

pub(super) struct Single<'a> {
    words: &'static Words,
    pub(super) selection: Selection<'a>,
}

impl<'a> Single<'a> {
    pub(super) fn find(dataset: &'a Dataset, request: &Request) -> Result<Self, Error> {
        let selection = Selection::find(dataset, request)?;
        Ok(Self { words: Words::of(request.language), selection })
    }

    /// The region, then those beside it.
    fn series(&self) -> impl Iterator<Item = &Series<'a>> {
        std::iter::once(&self.selection.own).chain(&self.selection.others)
    }
}

impl<'a> Depiction<'a> for Single<'a> {
    fn refused(&self) -> &[Error] {
        &self.selection.refused
    }

    fn own(&self) -> &Region {
        self.selection.own.region
    }

    fn indicators(&self) -> Vec<(&'a Definition, Period)> {
        vec![(self.selection.definition, self.selection.period)]
    }

    #[cfg(not(target_arch = "wasm32"))]
    fn recent(&self) -> Option<RecentTrend> {
        self.selection.recent
    }

    fn records(&self) -> Vec<Record<'_>> {
        let benchmark = self.selection.benchmark();
        let definition = self.selection.definition;
        let mut records = Vec::new();
        for Series { region, findings } in self.series() {
            let other = benchmark.filter(|b| b.region != *region);
            let benchmark: &[Finding] = other.map_or(&[], |b| &b.findings);
            let record = |finding| Record { definition, region, finding, benchmark };
            records.extend(findings.iter().map(record));
        }
        records
    }

    fn name(&self) -> String {
        let name = self.words.pick(&self.selection.definition.name);
        [name, ", ", &self.words.place_label(self.selection.own.region)].concat()
    }

    fn headline(&self) -> String {
        self.words.headline(&self.selection)
    }

    fn about(&self) -> Vec<String> {
        let (words, definition) = (self.words, self.selection.definition);
        let parts = [words.pick(&definition.name), words.unit(definition)];
        let mut parts: Vec<String> = parts.map(str::to_string).into();
        parts.push(words.period(self.selection.period));
        parts
    }

    fn narrative(&self) -> Narrative {
        narrative(self.words, &self.selection)
    }

    fn method(&self, threshold: f64) -> Vec<String> {
        let (words, selection) = (self.words, &self.selection);
        let definition = selection.definition;
        let mut said = method::of_intervals(words, definition, &self.records());
        if selection.recent.is_some_and(|r| r.verdict != Verdict::CannotBeCalculated) {
            said.push(words.method_recent.to_string());
        }
        said.extend(method::withholding(words, definition, threshold));
        if chart::is_cut(words, selection) {
            said.push(words.axis_not_zero.to_string());
        }
        if matches!(selection.view, View::Trend | View::Compare)
            && definition.is_count()
            && selection.others.iter().any(|series| series.region.code != COUNTRY)
        {
            said.push(words.counts_alone.to_string());
        }
        said.extend(method::note(words, definition));
        said
    }

    fn picture(&self, canvas: Canvas) -> Option<Picture> {
        chart::single(canvas, self.words, &self.selection)
    }

    /// Every region and period of the selection, the latest period first.
    fn table(&self, heading: &str, annotations: &Annotations) -> Element {
        let (words, definition) = (self.words, self.selection.definition);
        let columns = Columns::of(&self.records());
        let mut heads = vec![head(words.period), head(words.region)];
        heads.extend(columns.heads(words, words.unit(definition)));
        heads.extend(annotations.head());
        let regions: Vec<&Series> = self.series().collect();
        let (own, benchmark) = (self.selection.own.region, self.selection.benchmark());
        let mut rows = Vec::new();
        for at in self.selection.own.findings.iter().rev().map(|f| f.period) {
            for series in &regions {
                let Some(finding) = series.at(at) else { continue };
                let region = words.name(series.region);
                let row = element("tr")
                    .child(element("td").text(period(words, finding)))
                    .child(element("th").with("scope", "row").text(region))
                    .children(columns.cells(words, definition, finding))
                    .children(annotations.cell(series.region, finding));
                let is_benchmark = benchmark.is_some_and(|b| b.region == series.region);
                rows.push(marked(row, series.region == own, is_benchmark));
            }
        }
        let names: Vec<String> = regions.iter().map(|s| words.place_label(s.region)).collect();
        let names = joined(&names, ", ");
        let name = words.pick(&definition.name);
        let caption = fill(words.table_caption, &[("name", name), ("regions", &names)]);
        boxed(heading, caption, heads, rows)
    }
}
