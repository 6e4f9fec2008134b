// SPDX-License-Identifier: EUPL-1.2
//! What the views of many indicators have in common.

use super::number::decimal;
use super::template::fill;
use super::words::overview::Counted;
use super::words::overview::OverviewWords;
use crate::indicator::definition::{self, Definition, Direction};
use crate::indicator::finding::{Estimate, Method};
use crate::request::View;
use crate::view::assessment::Assessment;
use crate::view::members::{ComparisonSet, PEERS, Scope};
use crate::view::overview::{Group, Overview};

/// A sentence names no more indicators than this.
const FEW: usize = 3;

impl OverviewWords {
    /// What names the figure: the region of a profile, the members of a heat map.
    pub fn overview_heading(&self, overview: &Overview, view: View) -> String {
        let place = match view {
            View::Heatmap => self.members(overview.first()),
            _ => self.place_label(overview.first().own.region),
        };
        let heading = fill(self.overview_heading, &[("place", &place)]);
        let Some(period) = overview.period() else {
            return heading;
        };
        let names = [("heading", &*heading), ("period", &self.period(period))];
        fill(self.dated_heading, &names)
    }

    /// What the figure says.
    pub fn overview_sentences(&self, overview: &Overview, view: View) -> Vec<String> {
        match view {
            View::Heatmap => self.heatmap_sentences(overview),
            _ => self.profile_sentences(overview),
        }
    }

    /// What else must be known: how intervals came about, and what the view itself does.
    pub fn overview_method(&self, overview: &Overview, view: View, threshold: f64) -> Vec<String> {
        let figures = || {
            let all = overview.iter().flat_map(|a| a.members.iter().chain([&a.own]));
            all.filter_map(|member| member.estimate())
        };
        let has = |is: &dyn Fn(&Estimate) -> bool| figures().any(is);
        let is_published = |f: &Estimate| f.interval.is_some_and(|i| i.method == Method::Published);
        let mut said = Vec::new();
        if has(&|f| f.interval.is_some() && !is_published(f)) {
            said.push(self.method.to_string());
        }
        if has(&is_published) {
            said.push(self.method_published.to_string());
        }
        if overview.iter().any(|set| set.definition.counted == definition::Counted::Persons) {
            let threshold = decimal(self.language, threshold, 0);
            said.push(fill(self.method_withheld, &[("threshold", &threshold)]));
        }
        match view {
            View::Heatmap => said.extend(self.heatmap_method(overview)),
            _ => said.extend(self.profile_method(overview)),
        }
        if overview.first().scope == Scope::Similar {
            let count = self.count(PEERS as f64);
            said.push(fill(self.similar_size, &[("count", &count)]));
        }
        said
    }

    /// What the indicators of a group have in common.
    pub fn group(&self, group: Group) -> &'static str {
        let at = group.map_or(4, |phase| phase as usize);
        self.groups.get(at).copied().unwrap_or_default()
    }

    /// An assessment in a few words.
    pub fn assessment(&self, assessment: Assessment) -> &'static str {
        match assessment {
            Assessment::Better => self.better_word,
            Assessment::Lower => self.lower_short,
            Assessment::Similar => self.similar_short,
            Assessment::Higher => self.higher_short,
            Assessment::Worse => self.worse_word,
            Assessment::Unjudged => self.not_compared_short,
            Assessment::Withheld => self.withheld_short,
            Assessment::Absent => self.missing_short,
        }
    }

    /// Which way is better, for an indicator that has one.
    pub fn better_is(&self, definition: &Definition) -> Option<&'static str> {
        let [lower, higher] = self.better_is;
        match definition.direction {
            Direction::Lower => Some(lower),
            Direction::Higher => Some(higher),
            Direction::Context => None,
        }
    }

    /// The unit and, where not all indicators are of one, the period: "2010-2015, per 1.000".
    pub fn period_and_unit(&self, overview: &Overview, set: &ComparisonSet) -> String {
        let period = match overview.period() {
            Some(_) => String::new(),
            None => self.period(set.period),
        };
        join(&period, ", ", self.unit(set.definition))
    }

    /// An indicator's name and, where not all are of one, its period.
    pub fn name_and_period(&self, overview: &Overview, set: &ComparisonSet) -> String {
        let name = self.pick(&set.definition.name);
        match overview.period() {
            Some(_) => name.to_string(),
            None => join(name, ", ", &self.period(set.period)),
        }
    }

    /// The template for this many, filled in.
    pub(super) fn numbered(
        &self,
        [none, one, many]: &Counted,
        count: usize,
        names: &[(&str, &str)],
    ) -> String {
        let template = match count {
            0 => none,
            1 => one,
            _ => many,
        };
        let count = self.count(count as f64);
        let mut all = vec![("count", &*count)];
        all.extend(names);
        fill(template, &all)
    }

    /// The names of a few indicators after a colon; nothing for none and for many.
    pub(super) fn naming(&self, definitions: &[&Definition]) -> String {
        if definitions.len() > FEW { String::new() } else { self.listing(definitions) }
    }

    /// The names of indicators after a colon.
    pub(super) fn listing(&self, definitions: &[&Definition]) -> String {
        let mut named = String::new();
        for (nth, definition) in definitions.iter().enumerate() {
            named.push_str(match nth {
                0 => ": ",
                _ if nth + 1 == definitions.len() => self.and,
                _ => ", ",
            });
            let name = self.pick(&definition.name);
            named.push_str(&fill(self.quoted, &[("name", name)]));
        }
        named
    }
}

/// Two texts, and what stands between them where both are there.
pub(crate) fn join(one: &str, between: &str, other: &str) -> String {
    let between = if one.is_empty() || other.is_empty() { "" } else { between };
    [one, between, other].concat()
}
