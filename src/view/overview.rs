// SPDX-License-Identifier: EUPL-1.2
//! Many indicators of the members of a comparison set.

use super::assessment::Assessment;
use super::choice;
use super::members::{ComparisonSet, Member, Scope};
use crate::data::dataset::Dataset;
use crate::error::{Error, Published};
use crate::indicator::definition::{Definition, Direction, Phase};
use crate::indicator::period::Period;
use crate::indicator::region::Region;
use crate::request::{Request, SIMILAR, View};

/// The members of a comparison set by indicator: the same regions in the same order in each.
#[derive(Clone, Debug)]
pub struct Overview<'a> {
    first: ComparisonSet<'a>,
    rest: Vec<ComparisonSet<'a>>,
    /// The indicators that a heat map leaves out, because they compare no region.
    pub left_out: Vec<&'a Definition>,
    /// Records that the file should not have held, and that are not shown.
    pub refused: Vec<Error>,
}

/// A row of a heat map.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Row {
    /// The region asked for.
    Own,
    /// A member, by its place.
    Member(usize),
}

impl Row {
    /// The row's region by one of the indicators.
    pub fn of<'s>(self, set: &'s ComparisonSet) -> Option<&'s Member<'s>> {
        match self {
            Self::Own => Some(&set.own),
            Self::Member(place) => set.members.get(place),
        }
    }
}

/// The phase of the indicators of a group; `None` for those of context, of which neither side
/// is the better one.
pub type Group = Option<Phase>;

const GROUPS: [Group; 5] =
    [Some(Phase::Before), Some(Phase::During), Some(Phase::After), Some(Phase::Programme), None];

impl<'a> Overview<'a> {
    /// Finds the indicators that are asked for, or all of the file, in this order: by phase,
    /// those of context last, within a phase as asked. Indicators without a figure among the
    /// regions are left out.
    ///
    /// # Errors
    /// An unknown indicator, region or scope, or counts that contradict each other;
    /// [`Error::NoFigures`] when nothing is left, [`Error::AllWithheld`] when what there was is
    /// withheld.
    pub fn find(dataset: &'a Dataset, request: &Request) -> Result<Self, Error> {
        let wanted = choice::indicators(dataset, &request.indicator)?;
        let mut found = Vec::new();
        let mut nothing =
            Error::NoFigures { id: request.indicator.clone(), published: Published::Unsaid };
        for group in GROUPS {
            let definition = |at: &usize| dataset.definitions.get(*at);
            let is_in = |at: &&usize| definition(at).is_some_and(|d| Self::group_of(d) == group);
            for indicator in wanted.iter().filter(is_in) {
                match ComparisonSet::of(dataset, request, *indicator) {
                    Ok(set) => found.push(set),
                    Err(Error::NoFigures { .. } | Error::UnknownPeriod { .. }) => {}
                    Err(error @ Error::AllWithheld { .. }) => nothing = error,
                    Err(error) => return Err(error),
                }
            }
        }
        // The first indicator by which the region's own size is known says which those are.
        if request.within.as_deref() == Some(SIMILAR)
            && let Some(codes) = found.iter().find_map(ComparisonSet::similar)
        {
            for set in &mut found {
                set.limit(&codes, Scope::Similar);
            }
        }
        let refused = found.iter_mut().flat_map(|set| std::mem::take(&mut set.refused)).collect();
        let mut left_out = Vec::new();
        if request.view == View::Heatmap && found.iter().any(ComparisonSet::is_compared) {
            found.retain(|set| {
                if !set.is_compared() {
                    left_out.push(set.definition);
                }
                set.is_compared()
            });
        }
        let mut found = found.into_iter();
        let first = found.next().ok_or(nothing)?;
        Ok(Self { first, rest: found.collect(), left_out, refused })
    }

    /// The first indicator.
    pub fn first(&self) -> &ComparisonSet<'a> {
        &self.first
    }

    /// Every indicator.
    pub fn iter(&self) -> impl Iterator<Item = &ComparisonSet<'a>> {
        std::iter::once(&self.first).chain(&self.rest)
    }

    /// The same with something beside the figures of every indicator.
    #[cfg(feature = "tools")]
    pub fn with(self, mut beside: impl FnMut(ComparisonSet<'a>) -> ComparisonSet<'a>) -> Self {
        let first = beside(self.first);
        Self { first, rest: self.rest.into_iter().map(beside).collect(), ..self }
    }

    /// The group of an indicator.
    pub fn group_of(definition: &Definition) -> Group {
        (definition.direction != Direction::Context).then_some(definition.phase)
    }

    /// The groups that have any of `indicators`, in order.
    pub fn groups<'s>(
        indicators: &[&'s ComparisonSet<'a>],
    ) -> impl Iterator<Item = (Group, Vec<&'s ComparisonSet<'a>>)> {
        GROUPS.into_iter().filter_map(move |group| {
            let is_in = |set: &&&ComparisonSet| Self::group_of(set.definition) == group;
            let members: Vec<_> = indicators.iter().filter(is_in).copied().collect();
            (!members.is_empty()).then_some((group, members))
        })
    }

    /// The benchmark, where any indicator has it.
    pub fn benchmark(&self) -> Option<&Region> {
        self.iter().find_map(|set| set.benchmark.as_ref()).map(|member| member.region)
    }

    /// The benchmark that the region asked for is compared with; none where it is the benchmark.
    pub fn compared_with(&self) -> Option<&Region> {
        self.benchmark().filter(|region| region.code != self.first.own.region.code)
    }

    /// Every indicator, to be looked up.
    pub fn indicators(&self) -> Vec<&ComparisonSet<'a>> {
        self.iter().collect()
    }

    /// The period, where all indicators are of one.
    pub fn period(&self) -> Option<Period> {
        let period = self.first.period;
        self.rest.iter().all(|set| set.period == period).then_some(period)
    }

    /// The places of the members by name, or those that stand better by the indicator `sort`
    /// first; equals by name. Those without a number come last, so their place tells nothing.
    pub fn rows(&self, sort: Option<&str>) -> Vec<usize> {
        let by = sort.and_then(|id| self.iter().find(|set| set.definition.id == id));
        let assessment = |row: usize| {
            let set = by?;
            Some(Assessment::of(set.members.get(row)?, set.definition.direction))
        };
        let members = &self.first.members;
        let mut rows: Vec<usize> = Vec::new();
        for (row, member) in members.iter().enumerate() {
            let own = assessment(row);
            let at = rows.partition_point(|other| {
                let assessed = assessment(*other).cmp(&own);
                assessed.is_lt()
                    || assessed.is_eq()
                        && members.get(*other).is_some_and(|o| !member.region.precedes(o.region))
            });
            rows.insert(at, row);
        }
        rows
    }

    /// How a row stands by each of `indicators`.
    pub fn assessed<'s>(
        &self,
        indicators: &[&'s ComparisonSet<'a>],
        row: Row,
    ) -> Vec<(Assessment, &'s Definition)> {
        let assessed = |set: &&'s ComparisonSet<'a>| {
            let definition: &'s Definition = set.definition;
            Some((Assessment::of(row.of(set)?, definition.direction), definition))
        };
        indicators.iter().filter_map(assessed).collect()
    }

    /// How often each case of [`Assessment::ALL`] occurs.
    pub fn counts(&self, indicators: &[&ComparisonSet<'a>]) -> [usize; Assessment::ALL.len()] {
        let mut counts = [0; Assessment::ALL.len()];
        for set in indicators {
            for member in &set.members {
                let assessment = Assessment::of(member, set.definition.direction);
                if let Some(count) = counts.get_mut(assessment as usize) {
                    *count += 1;
                }
            }
        }
        counts
    }

    /// Whether the region asked for is one of the members.
    pub fn has_own_member(&self) -> bool {
        self.first.members.iter().any(|member| self.first.is_own(member))
    }

    /// Whether the region asked for has a row of its own: a member, or one from elsewhere that
    /// stands beside the same benchmark.
    pub fn has_own_row(&self) -> bool {
        self.has_own_member() || !self.first.is_benchmark(&self.first.own)
    }
}

impl ComparisonSet<'_> {
    fn is_compared(&self) -> bool {
        self.members.iter().any(|member| member.verdict().is_some())
    }
}
