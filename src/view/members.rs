// SPDX-License-Identifier: EUPL-1.2
//! The members of a comparison set beside each other, released by disclosure control.

use super::places::{is_withheld, members, period};
use super::release;
use crate::data::comparators::Chosen;
use crate::data::dataset::Dataset;
use crate::error::Error;
use crate::indicator::comparison::{self, Comparison, Verdict};
use crate::indicator::definition::Definition;
use crate::indicator::finding::{Estimate, Finding};
use crate::indicator::period::Period;
use crate::indicator::region::{COUNTRY, Kind, Region};
use crate::request::{NEIGHBOURS, PEERS, Request, SIMILAR};
use crate::stats::interval;

/// How many regions of similar size are set beside a region, itself not counted: those whose
/// denominators come nearest to its own, on the scale of ratios.
pub const MOST: usize = 30;

/// One region in the period, and how it compares with the benchmark.
#[derive(Clone, Debug)]
pub struct Member<'a> {
    /// The region.
    pub region: &'a Region,
    /// What may be said of it.
    pub finding: Finding,
    /// The comparison with the benchmark.
    pub comparison: Comparison,
    #[cfg(feature = "tools")]
    pub(super) stabilised: Option<interval::Estimate>,
}

impl Member<'_> {
    /// The number, if one may be shown.
    pub fn estimate(&self) -> Option<&Estimate> {
        self.finding.estimate()
    }

    /// Its stabilised figure with a credible interval, in the unit shown, where that is asked for; no
    /// core that paints first can be asked.
    pub fn stabilised(&self) -> Option<interval::Estimate> {
        #[cfg(feature = "tools")]
        return self.stabilised;
        #[cfg(not(feature = "tools"))]
        None
    }

    /// The verdict, if it is compared.
    pub fn verdict(&self) -> Option<Verdict> {
        match self.comparison {
            Comparison::Compared(verdict, _) => Some(verdict),
            Comparison::NotCompared(_) => None,
        }
    }
}

/// Whose regions are set beside each other.
#[derive(Clone, Debug, PartialEq)]
pub enum Scope<'a> {
    /// Those of the country, a province, a COROP region, a health region or a group.
    Within(&'a Region),
    /// Those that come nearest in size to the region asked for, where that is known.
    Similar,
    /// Those that border on it, or that are most like it.
    Chosen(&'a Chosen),
}

/// One indicator in one period over the members of a comparison set: nothing here is withheld.
#[derive(Clone, Debug)]
pub struct ComparisonSet<'a> {
    /// The indicator.
    pub definition: &'a Definition,
    /// The period.
    pub period: Period,
    /// The region asked for. It need not be one of `members`: a province is none of its
    /// municipalities.
    pub own: Member<'a>,
    /// The benchmark, where it is known. It may be the region asked for, which is then compared
    /// with nothing; the members still are.
    pub benchmark: Option<Member<'a>>,
    /// What they lie in, or how they were chosen.
    pub scope: Scope<'a>,
    /// What sort of regions the members are.
    pub kind: Kind,
    /// The regions in the scope, in the order of the file.
    pub members: Vec<Member<'a>>,
    /// Records that the file should not have held, and that are not shown.
    pub refused: Vec<Error>,
}

impl<'a> ComparisonSet<'a> {
    /// Finds what a request for one indicator is about.
    ///
    /// # Errors
    /// An unknown indicator, region, scope or period, no figure among the regions, or counts that
    /// contradict each other.
    pub fn find(dataset: &'a Dataset, request: &Request) -> Result<Self, Error> {
        let (indicator, _) = dataset.definition(&request.indicator)?;
        let mut set = Self::of(dataset, request, indicator)?;
        if request.within.as_deref() == Some(SIMILAR)
            && let Some(codes) = set.similar()
        {
            set.limit(&codes, Scope::Similar);
        }
        Ok(set)
    }

    /// All regions in the scope for one indicator, by its place in the file; for regions of similar
    /// size those of the country, of which [`ComparisonSet::similar`] tells which they are.
    pub(super) fn of(
        dataset: &'a Dataset,
        request: &Request,
        indicator: usize,
    ) -> Result<Self, Error> {
        let definition = dataset.definitions.get(indicator);
        let unknown = || Error::UnknownIndicator { id: request.indicator.clone() };
        let definition = definition.ok_or_else(unknown)?;
        let (own, region) = dataset.region(&request.region)?;
        let benchmark = match request.compare.first() {
            Some(code) => dataset.compared(code)?,
            None => None,
        };
        let within = request.within.as_deref();
        let chosen = match within {
            Some(NEIGHBOURS | PEERS) => dataset.chosen_for(&region.code),
            _ => None,
        };
        // Where nothing is known of a region it is no scope, and refused as one that nobody knows.
        let within = within.filter(|within| chosen.is_none() && *within != SIMILAR);
        let scope = within.unwrap_or(COUNTRY);
        let scope = dataset.region(scope)?.1;
        let (kind, places) = members(dataset, region, scope);

        let period = period(dataset, indicator, &places, own, request.period);
        let period = period.ok_or_else(|| match request.period {
            wanted if is_withheld(dataset, indicator, &places, wanted) => {
                Error::AllWithheld { id: definition.id.clone() }
            }
            Some(period) => Error::UnknownPeriod { found: period.code() },
            None => definition.without_figures(),
        })?;
        let mut refused = Vec::new();
        let mut release = |place| release::finding(dataset, indicator, place, period, &mut refused);
        let reference = match benchmark {
            Some(place) => release(place)?,
            None => None,
        };
        let compared = |place: usize, finding: Finding| -> Option<Member<'a>> {
            let region = dataset.regions.get(place)?;
            // Nothing is compared with itself.
            let reference = if Some(place) == benchmark { &[] } else { reference.as_slice() };
            let comparison = comparison::compare(definition, &finding, reference);
            Some(Member {
                region,
                finding,
                comparison,
                #[cfg(feature = "tools")]
                stabilised: None,
            })
        };
        let nothing = || Error::malformed("region", "nothing", "a region");
        let own = release(own)?.and_then(|f| compared(own, f)).ok_or_else(nothing)?;
        let mut members = Vec::new();
        for place in places {
            members.extend(release(place)?.and_then(|f| compared(place, f)));
        }
        let benchmark =
            benchmark.and_then(|place| compared(place, reference.clone()?)).filter(Member::is_said);
        let (period, scope) = (own.finding.period, Scope::Within(scope));
        let mut set = Self { definition, period, own, benchmark, scope, kind, members, refused };
        if let Some(chosen) = chosen {
            set.limit(chosen.codes(), Scope::Chosen(chosen));
        }
        if !set.members.iter().any(Member::is_said) {
            return Err(match set.withheld() {
                0 => definition.without_figures(),
                _ => Error::AllWithheld { id: definition.id.clone() },
            });
        }
        Ok(set)
    }

    /// The codes of the [`MOST`] members that come nearest in size to the region asked for, and its own,
    /// with blanks between them; `None` where its size is not known, or that of none of them.
    pub(super) fn similar(&self) -> Option<String> {
        Some(nearest(&self.members, size(&self.own)?)).filter(|codes| !codes.is_empty())
    }

    /// Keeps the members with these codes, which were chosen so.
    pub(super) fn limit(&mut self, codes: &str, scope: Scope<'a>) {
        self.members.retain(|member| codes.split(' ').any(|code| code == member.region.code));
        self.scope = scope;
    }

    /// Whether a region is the one asked for.
    pub fn is_own(&self, member: &Member) -> bool {
        member.region.code == self.own.region.code
    }

    /// Whether a region is the benchmark.
    pub fn is_benchmark(&self, member: &Member) -> bool {
        self.benchmark.as_ref().is_some_and(|b| b.region.code == member.region.code)
    }

    /// The members with a number, from the lowest to the highest; equals by name.
    pub fn ranked(&self) -> Vec<&Member<'a>> {
        let mut ranked: Vec<&Member<'a>> = Vec::new();
        let value = |member: &Member| member.estimate().map_or(0.0, |f| f.value);
        for member in self.members.iter().filter(|a| a.estimate().is_some()) {
            let at = ranked.partition_point(|other| {
                let (one, two) = (value(other), value(member));
                one < two || one == two && other.region.name <= member.region.name
            });
            ranked.insert(at, member);
        }
        ranked
    }

    /// How many members are lower, not to be told apart and higher than the benchmark.
    pub fn verdicts(&self) -> [usize; 3] {
        let count = |verdict| self.members.iter().filter(|a| a.verdict() == Some(verdict)).count();
        [count(Verdict::Lower), count(Verdict::Similar), count(Verdict::Higher)]
    }

    /// Of how many members the figure is withheld.
    pub fn withheld(&self) -> usize {
        self.members.iter().filter(|member| member.finding.outcome.is_withheld()).count()
    }
}

impl Member<'_> {
    fn is_said(&self) -> bool {
        self.finding.says_something()
    }
}

/// A region's denominator, by which regions are of similar size.
fn size(member: &Member) -> Option<f64> {
    member.estimate()?.denominator.filter(|n| *n > 0.0)
}

/// The codes of the [`MOST`] whose denominators come nearest to `wanted`, and of the region that
/// has it; those without a published denominator cannot be placed.
fn nearest(members: &[Member], wanted: f64) -> String {
    let distance = |member: &Member| size(member).map(|n| (n / wanted).ln().abs());
    let mut distances: Vec<f64> = Vec::new();
    for one in members.iter().filter_map(distance) {
        let at = distances.partition_point(|other| *other <= one);
        distances.insert(at, one);
    }
    let farthest = distances.get(MOST).or(distances.last()).copied().unwrap_or_default();
    let mut codes = String::new();
    for member in members {
        if distance(member).is_some_and(|d| d <= farthest) {
            codes.push_str(&member.region.code);
            codes.push(' ');
        }
    }
    codes
}
