// SPDX-License-Identifier: EUPL-1.2
//! What the story of a region says: one sentence for each indicator.

use super::narrative::Narrative;
use super::number::decimal;
use super::overview::join;
use super::single::compared;
use super::statement::statement;
use super::template::fill;
use super::value::capital;
use super::words::story::StoryWords;
use crate::indicator::definition::{Counted, Definition, Phase};
use crate::indicator::finding::{Finding, Outcome};
use crate::indicator::region::Region;
use crate::view::story::{Chapter, Story, Subject};

impl StoryWords {
    /// What names the figure.
    pub fn story_name(&self, story: &Story) -> String {
        fill(self.name, &[("place", &self.place_label(story.region))])
    }

    /// The message: whose first 1000 days, beside whose.
    pub fn story_headline(&self, story: &Story) -> String {
        let template = if story.benchmark.is_some() { self.headline } else { self.headline_alone };
        self.of_places(template, story, &capital(&self.name(story.region)))
    }

    /// How to read the signs, and how many figures are withheld.
    pub fn story_narrative(&self, story: &Story) -> Narrative {
        let template = match story.benchmark {
            None => self.alone,
            Some(_) if story.subjects().any(Subject::is_compared) => self.reading,
            Some(_) => self.none_compared,
        };
        let mut lede = vec![self.of_places(template, story, &self.place(story.region))];
        let is_withheld = |subject: &&Subject| {
            subject.selection.finding().is_some_and(|finding| finding.outcome.is_withheld())
        };
        let withheld = story.subjects().filter(is_withheld).count();
        if let Some(template) = self.withheld.get(withheld.min(2)).filter(|_| withheld > 0) {
            lede.push(fill(template, &[("count", &self.count(withheld as f64))]));
        }
        Narrative { lede, more: Vec::new() }
    }

    /// A template that names the region and the country, filled in.
    fn of_places(&self, template: &str, story: &Story, place: &str) -> String {
        let benchmark = story.benchmark.map(|region| self.place(region)).unwrap_or_default();
        fill(template, &[("place", place), ("benchmark", &benchmark)])
    }

    /// How the indicator compares with the benchmark, or why it does not; where there is nothing to
    /// compare, what the figure or the answer says, or why there is none.
    pub fn sentence(&self, subject: &Subject) -> String {
        let selection = &subject.selection;
        let compared = || compared(self, selection).into_iter().next();
        let finding = selection.finding();
        let has_number = finding.is_some_and(|finding| finding.ends().is_some());
        let said = || {
            let said = |finding: &Finding| {
                statement(self, selection.definition, selection.own.region, finding)
            };
            finding.map(said).unwrap_or_default()
        };
        if has_number { compared().unwrap_or_else(said) } else { said() }
    }

    /// The figure without its unit, a range, or an answer; `None` where there is none.
    pub fn said_value(&self, definition: &Definition, finding: &Finding) -> Option<String> {
        match &finding.outcome {
            Outcome::Answered(answer) => Some(capital(self.answer(*answer))),
            _ => self.figure(definition, finding),
        }
    }

    /// The unit and the period of a figure, and how firm it is: "per 1.000, 2023, voorlopig".
    pub fn dated(&self, definition: &Definition, finding: &Finding) -> String {
        let dated = join(self.unit(definition), ", ", &self.period(finding.period));
        join(&dated, ", ", self.firmness(finding).unwrap_or_default())
    }

    /// All that is shown of an indicator, in a line.
    pub fn subject_label(&self, subject: &Subject) -> String {
        let selection = &subject.selection;
        let (definition, region) = (selection.definition, selection.own.region);
        let Some(finding) = selection.finding() else { return String::new() };
        let name =
            [self.pick(&definition.name), ", ", &self.dated(definition, finding), ", "].concat();
        let sentence = self.sentence(subject);
        [&name, &*self.label(definition, region, finding, None), ". ", &sentence].concat()
    }

    /// Which indicators of a chapter have no figure of the region; `None` where all have.
    pub fn missing_line(&self, region: &Region, chapter: &Chapter) -> Option<String> {
        let names: Vec<&str> = chapter.missing.iter().map(|d| self.pick(&d.name)).collect();
        let names = [("place", &*self.place(region)), ("names", &names.join("; "))];
        (!chapter.missing.is_empty()).then(|| fill(self.missing, &names))
    }

    /// What a chapter is called.
    pub fn phase_name(&self, phase: Phase) -> &'static str {
        self.phases.get(phase as usize).copied().unwrap_or_default()
    }

    /// Where on the way it begins.
    pub fn moment(&self, phase: Phase) -> &'static str {
        self.moments.get(phase as usize).copied().unwrap_or_default()
    }

    /// What the marks of a row lie amid, where any row has a spread.
    pub fn spread_key(&self, story: &Story) -> Option<String> {
        let kinds = self.kinds.get(story.region.kind() as usize)?;
        let has_spread = |subject: &Subject| subject.reference().and(subject.spread).is_some();
        let text = fill(self.key_spread, &[("kinds", kinds)]);
        story.subjects().any(has_spread).then_some(text)
    }

    /// What is withheld, and how the picture is drawn.
    pub fn story_method(&self, story: &Story, threshold: f64) -> Vec<String> {
        let has_margin = |s: &Subject| {
            let estimate = s.selection.finding().and_then(Finding::estimate);
            estimate.is_some_and(|estimate| estimate.interval.is_some())
        };
        let mut said = vec![self.method.to_string()];
        if story.subjects().any(has_margin) {
            said.insert(0, self.margins.to_string());
        }
        let is_judged = |s: &Subject| s.selection.definition.counted == Counted::Persons;
        if threshold > 0.0 && story.subjects().any(is_judged) {
            let threshold = decimal(self.language, threshold, 0);
            said.push(fill(self.method_withheld, &[("threshold", &threshold)]));
        }
        said
    }
}
