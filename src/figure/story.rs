// SPDX-License-Identifier: EUPL-1.2
//! One region from before the pregnancy to age two: each indicator through the years.

use super::annotations::Annotations;
use super::depiction::Depiction;
use super::record::Record;
use super::table::{Columns, boxed, head, period};
use crate::chart;
use crate::chart::canvas::{Canvas, Picture};
use crate::data::dataset::Dataset;
use crate::error::Error;
use crate::indicator::definition::Definition;
use crate::indicator::finding::Finding;
use crate::indicator::period::Period;
use crate::indicator::region::Region;
use crate::markup::{Element, element};
use crate::request::Request;
use crate::text::narrative::Narrative;
use crate::text::overview::join;
use crate::text::words::story::StoryWords;
use crate::view::story;

pub(super) struct Story<'a> {
    words: &'static StoryWords,
    story: story::Story<'a>,
}

impl<'a> Story<'a> {
    pub(super) fn find(dataset: &'a Dataset, request: &Request) -> Result<Self, Error> {
        let story = story::Story::find(dataset, request)?;
        Ok(Self { words: StoryWords::of(request.language), story })
    }
}

impl<'a> Depiction<'a> for Story<'a> {
    fn refused(&self) -> &[Error] {
        &self.story.refused
    }

    fn own(&self) -> &Region {
        self.story.region
    }

    fn indicators(&self) -> Vec<(&'a Definition, Period)> {
        let of = |s: &story::Subject<'a>| (s.selection.definition, s.selection.period);
        self.story.subjects().map(of).collect()
    }

    fn records(&self) -> Vec<Record<'_>> {
        let mut records = Vec::new();
        for story::Subject { selection, .. } in self.story.subjects() {
            let definition = selection.definition;
            let other = selection.benchmark();
            let benchmark: &[Finding] = other.map_or(&[], |series| &series.findings);
            for (series, benchmark) in [(Some(&selection.own), benchmark), (other, &[])] {
                let Some(series) = series else { continue };
                let region = series.region;
                let record = |finding| Record { definition, region, finding, benchmark };
                records.extend(series.findings.iter().map(record));
            }
        }
        records
    }

    fn name(&self) -> String {
        self.words.story_name(&self.story)
    }

    fn headline(&self) -> String {
        self.words.story_headline(&self.story)
    }

    fn about(&self) -> Vec<String> {
        vec![self.name()]
    }

    fn narrative(&self) -> Narrative {
        self.words.story_narrative(&self.story)
    }

    fn method(&self, threshold: f64) -> Vec<String> {
        self.words.story_method(&self.story, threshold)
    }

    fn picture(&self, canvas: Canvas) -> Option<Picture> {
        Some(chart::story(canvas, self.words, &self.story))
    }

    /// A row for each indicator with the sentence that the picture says of it; those without a figure
    /// at the end of their phase.
    fn table(&self, heading: &str, _annotations: &Annotations) -> Element {
        let words = self.words;
        let columns = Columns::of(&self.records());
        let mut heads: Vec<Element> = [words.phase, words.indicator, words.period].map(head).into();
        heads.extend(columns.heads(words, ""));
        heads.push(head(words.said));
        let cell = |text: &str| element("td").text(text.to_string());
        let begun = |phase, definition: &Definition| {
            let name = join(words.pick(&definition.name), ", ", words.unit(definition));
            let row = element("tr").child(cell(words.phase_name(phase)));
            row.child(element("th").with("scope", "row").text(name))
        };
        let mut rows = Vec::new();
        for chapter in &self.story.chapters {
            for subject in &chapter.subjects {
                let selection = &subject.selection;
                let Some(finding) = selection.finding() else { continue };
                let row = begun(chapter.phase, selection.definition)
                    .child(cell(&period(words, finding)))
                    .children(columns.cells(words, selection.definition, finding));
                rows.push(row.child(cell(&words.sentence(subject))));
            }
            for definition in &chapter.missing {
                let row = begun(chapter.phase, definition).child(cell(""));
                let span = element("td").with("colspan", columns.count().to_string());
                rows.push(row.child(span.text(words.missing_short)).child(cell("")));
            }
        }
        boxed(heading, heading.to_string(), heads, rows)
    }

    fn differs(&self) -> &'static str {
        self.words.differs
    }
}
