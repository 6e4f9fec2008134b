// SPDX-License-Identifier: EUPL-1.2
//! What can be concluded from all regions of the sort together, in the block below a figure: the lines
//! that suit its view, and chance replayed.

use crate::chart;
use crate::chart::canvas::{Canvas, LegendPlace};
use crate::data::dataset::Dataset;
use crate::indicator::definition::Definition;
use crate::indicator::period::Period;
use crate::markup::{Element, element};
use crate::request::{Language, Request, View};
use crate::text::words::insight::InsightWords;
use crate::text::words::interaction::Interaction;
use crate::view::insight::Insight;

/// The most that the strip of chance replayed is wide, in pixels.
const STRIP: u32 = 480;

/// One line of the block.
#[derive(Debug)]
struct Line {
    text: String,
    /// Whether a model made the figure in it.
    is_modelled: bool,
}

/// The lines of a figure, and chance replayed; none of either where nobody asked.
#[derive(Debug)]
pub(super) struct Conclusions {
    lines: Vec<Line>,
    replay: Option<Replayed>,
}

/// Chance replayed: its picture, and what it says when all draws are shown.
#[derive(Debug)]
struct Replayed {
    strip: Element,
    said: String,
}

impl Conclusions {
    /// Those of the indicators and periods that the figure shows.
    pub(super) fn of(
        request: &Request,
        dataset: &Dataset,
        indicators: &[(&Definition, Period)],
    ) -> Self {
        let none = Self { lines: Vec::new(), replay: None };
        if !request.insight {
            return none;
        }
        // What cannot be drawn was said when the figure was.
        let find = |(definition, period): &(&Definition, Period)| {
            let (indicator, period) = (definition.id.clone(), Some(*period));
            Insight::find(dataset, &Request { indicator, period, ..request.clone() }).ok()
        };
        match request.view {
            View::Profile | View::Heatmap => {
                Self::of_many(request, indicators.iter().filter_map(find))
            }
            _ => indicators.first().and_then(find).map_or(none, |one| Self::from(request, &one)),
        }
    }

    /// A line for each of many indicators of which there is something to say.
    fn of_many<'i>(request: &Request, all: impl Iterator<Item = Insight<'i>>) -> Self {
        let words = InsightWords::of(request.language);
        let line = |insight: Insight| {
            let subject = words.pick(&insight.set.definition.name);
            match request.view {
                View::Heatmap => {
                    let said = words.discoveries(&insight).filter(|_| insight.coloured > 0)?;
                    Some([subject, ": ", &said].concat())
                }
                _ => {
                    let (member, found) = insight.own()?;
                    words.gap_of(&insight, member, found, subject)
                }
            }
        };
        let mut texts: Vec<String> = all.filter_map(line).collect();
        if request.view == View::Profile && !texts.is_empty() {
            texts.push(words.gap_meaning.to_string());
        }
        let lines = texts.into_iter().map(|text| Line { text, is_modelled: false }).collect();
        Self { lines, replay: None }
    }

    fn from(request: &Request, insight: &Insight) -> Self {
        let words = InsightWords::of(request.language);
        let own = insight.own();
        let (mut lines, mut replay) = (Vec::new(), None);
        let mut say = |text: Option<String>, is_modelled: bool| {
            lines.extend(text.map(|text| Line { text, is_modelled }));
        };
        let is_alone =
            matches!(request.view, View::Number | View::Compare | View::Trend | View::Table);
        if let Some((member, found)) = own {
            if is_alone {
                let gap = words.gap(insight, member, found);
                say(gap.or_else(|| words.no_gap(insight, found)), false);
                say(words.rank(insight, member, found), false);
            } else if request.view != View::Funnel {
                say(words.rank_among_all(insight, member, found), false);
            }
            say(words.stabilised(insight, member, found), true);
        }
        if request.view == View::Funnel {
            say(words.spread(insight), false);
        }
        if !is_alone {
            say(words.discoveries(insight), false);
        }
        if matches!(request.view, View::Compare | View::Ranking) {
            replay = own.and_then(|(member, _)| {
                let said = words.replay(insight, member)?;
                let frames = insight.frames(member)?;
                let width = f64::from(request.width.min(STRIP));
                let canvas = Canvas::new(width, None, LegendPlace::Within, true);
                let strip = chart::replay(canvas, words, insight, &frames)?;
                Some(Replayed { strip, said })
            });
        }
        Self { lines, replay }
    }

    /// Everything that is said.
    pub(super) fn lines(&self) -> Vec<String> {
        let lines = self.lines.iter().map(|line| &line.text);
        lines.chain(self.replay.iter().map(|replay| &replay.said)).cloned().collect()
    }

    /// What stands in the block. A script gets a button that shows the draws one by one.
    pub(super) fn tree(&self, request: &Request) -> Element {
        let words = InsightWords::of(request.language);
        let mut tree = element("div");
        for line in &self.lines {
            let mut said = element("p");
            if line.is_modelled {
                said = said.child(element("em").text(words.modelled)).text(" ");
            }
            tree = tree.child(said.child(element("span").text(line.text.clone())));
        }
        let Some(Replayed { strip, said }) = &self.replay else {
            return match self.lines.is_empty() {
                true => tree.child(element("p").text(words.nothing)),
                false => tree,
            };
        };
        if request.deferred {
            let button = element("button").with("type", "button").text(words.replay_next);
            tree = tree.child(button).child(element("p").with("role", "status"));
        }
        let outcome = element("p").class("outcome").child(element("span").text(said.clone()));
        tree.child(strip.clone()).child(outcome)
    }

    /// The block of a page without a script: unfolded, as nobody asks for the rest of it later.
    pub(super) fn block(&self, language: Language) -> Option<Element> {
        (!self.lines.is_empty() || self.replay.is_some()).then(|| {
            let summary = element("summary").text(Interaction::of(language).insight);
            let lines = self.lines().into_iter().map(|line| element("p").text(line));
            let strip = self.replay.as_ref().map(|replay| replay.strip.clone());
            let block = element("details").class("insight").with("open", "");
            block.child(summary).children(lines).children(strip)
        })
    }
}
