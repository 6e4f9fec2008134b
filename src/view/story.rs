// SPDX-License-Identifier: EUPL-1.2
//! One region from before the pregnancy to age two: per phase its indicators, each through the years
//! and in the spread of the regions of its sort.

use super::choice;
use super::single::Selection;
use super::spread::Spread;
use crate::data::dataset::Dataset;
use crate::error::{Error, Published};
use crate::indicator::comparison::Comparison;
use crate::indicator::definition::{Definition, Phase};
use crate::indicator::finding::{Finding, Outcome};
use crate::indicator::region::{COUNTRY, Region};
use crate::request::{Request, View};

/// One indicator of the region: what a trend of it is drawn from, or a number where there is no line.
#[derive(Clone, Debug)]
pub struct Subject<'a> {
    /// Its findings and the benchmark's, and the period that is spoken of.
    pub selection: Selection<'a>,
    /// The spread of the regions of its sort in that period, where it is known.
    pub spread: Option<Spread>,
}

impl Subject<'_> {
    /// Whether there is a figure, a range or an answer.
    pub fn says_something(&self) -> bool {
        self.selection.finding().is_some_and(Finding::says_something)
    }

    /// Whether its figures make a line.
    pub fn has_line(&self) -> bool {
        self.selection.view == View::Trend
    }

    /// Whether there is a verdict.
    pub fn is_compared(&self) -> bool {
        matches!(self.selection.comparison(), Some(Comparison::Compared(..)))
    }

    /// The value that the middle of its row stands for: the benchmark's. None for numbers of persons,
    /// which depend on how large a place is, and where neither a verdict nor the spread of others
    /// gives a distance from it a meaning.
    pub fn reference(&self) -> Option<f64> {
        let selection = &self.selection;
        if selection.definition.is_count() || selection.finding()?.estimate().is_none() {
            return None;
        }
        match selection.comparison() {
            Some(Comparison::Compared(_, value)) => Some(value),
            _ if self.spread.is_none() => None,
            _ => Some(selection.benchmark()?.at(selection.period)?.estimate()?.value),
        }
    }
}

/// A phase with its indicators.
#[derive(Clone, Debug)]
pub struct Chapter<'a> {
    /// The phase.
    pub phase: Phase,
    /// The indicators of which something is known, those with a figure first.
    pub subjects: Vec<Subject<'a>>,
    /// Those of which the region has no figure.
    pub missing: Vec<&'a Definition>,
}

/// The chapters of a region, in the order of time.
#[derive(Clone, Debug)]
pub struct Story<'a> {
    /// The region.
    pub region: &'a Region,
    /// The country, where the data have it and the region is another.
    pub benchmark: Option<&'a Region>,
    /// The phases that have any indicator.
    pub chapters: Vec<Chapter<'a>>,
    /// Records that the file should not have held, and that are not shown.
    pub refused: Vec<Error>,
}

const PHASES: [Phase; 4] = [Phase::Before, Phase::During, Phase::After, Phase::Programme];

impl<'a> Story<'a> {
    /// Finds the indicators that are asked for, or all of the file, by phase and within one as asked.
    ///
    /// # Errors
    /// An unknown indicator or region, or counts that contradict each other; [`Error::NoFigures`]
    /// when nothing is known of the region.
    pub fn find(dataset: &'a Dataset, request: &Request) -> Result<Self, Error> {
        let (_, region) = dataset.region(&request.region)?;
        let benchmark = dataset.compared(COUNTRY)?.and_then(|place| dataset.regions.get(place));
        let wanted = choice::indicators(dataset, &request.indicator)?;
        let (mut chapters, mut refused) = (Vec::new(), Vec::new());
        for phase in PHASES {
            let mut chapter = Chapter { phase, subjects: Vec::new(), missing: Vec::new() };
            let mut withheld = Vec::new();
            let definitions = wanted.iter().filter_map(|at| dataset.definitions.get(*at));
            for definition in definitions.filter(|definition| definition.phase == phase) {
                let asked = Request {
                    indicator: definition.id.clone(),
                    compare: vec![COUNTRY.to_string()],
                    view: View::Trend,
                    period: None,
                    ..request.clone()
                };
                let mut selection = match Selection::find(dataset, &asked) {
                    Ok(selection) => selection,
                    Err(Error::NoFigures { .. }) => {
                        chapter.missing.push(definition);
                        continue;
                    }
                    Err(error) => return Err(error),
                };
                refused.append(&mut selection.refused);
                let finding = selection.finding().map(|finding| &finding.outcome);
                if finding.is_none_or(Outcome::is_missing) {
                    chapter.missing.push(definition);
                    continue;
                }
                let spread = spread(dataset, definition, region, &selection);
                let subject = Subject { selection, spread };
                let list = match subject.says_something() {
                    true => &mut chapter.subjects,
                    false => &mut withheld,
                };
                list.push(subject);
            }
            chapter.subjects.append(&mut withheld);
            if !chapter.subjects.is_empty() || !chapter.missing.is_empty() {
                chapters.push(chapter);
            }
        }
        if chapters.iter().all(|chapter| chapter.subjects.is_empty()) {
            let id = request.indicator.clone();
            return Err(Error::NoFigures { id, published: Published::Unsaid });
        }
        let benchmark = benchmark.filter(|benchmark| benchmark.code != region.code);
        Ok(Self { region, benchmark, chapters, refused })
    }

    /// Every indicator of which something is known.
    pub fn subjects(&self) -> impl Iterator<Item = &Subject<'a>> {
        self.chapters.iter().flat_map(|chapter| &chapter.subjects)
    }
}

/// The spread that the file tells of the regions of this sort in the period.
#[cfg(feature = "story")]
fn spread(
    dataset: &Dataset,
    definition: &Definition,
    region: &Region,
    selection: &Selection,
) -> Option<Spread> {
    let told = dataset.spreads.iter().find(|told| {
        told.indicator == definition.id
            && region.code.starts_with(&*told.kind)
            && told.period == selection.period.code()
    })?;
    let [lowest, lower, upper, highest] = told.values;
    Some(Spread { count: told.count as usize, lowest, lower, upper, highest })
}

/// Other cores read no spreads.
#[cfg(not(feature = "story"))]
fn spread(_: &Dataset, _: &Definition, _: &Region, _: &Selection) -> Option<Spread> {
    None
}
