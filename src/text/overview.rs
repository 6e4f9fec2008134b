// SPDX-License-Identifier: EUPL-1.2
//! What the views of many indicators have in common.

use super::narrative::Narrative;
use super::number::decimal;
use super::template::fill;
use super::value::capital;
use super::words::overview::Counted;
use super::words::overview::OverviewWords;
use crate::indicator::definition::{self, Definition, Direction};
use crate::indicator::finding::{Estimate, Method};
use crate::request::View;
use crate::view::assessment::Assessment;
use crate::view::members::ComparisonSet;
use crate::view::overview::{Group, Overview};

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

    /// The message: what stands beside what, by how many topics.
    pub fn overview_headline(&self, overview: &Overview, view: View) -> String {
        let (place, benchmark, count) = match view {
            View::Heatmap => {
                let count = overview.indicators().len();
                (self.members(overview.first()), overview.benchmark(), count)
            }
            _ => {
                let own = self.name(overview.first().own.region);
                (own, overview.compared_with(), overview.iter().count())
            }
        };
        let template = if benchmark.is_some() { self.headline } else { self.headline_alone };
        let names = [
            ("place", &*capital(&place)),
            ("benchmark", &benchmark.map(|region| self.place(region)).unwrap_or_default()),
            ("count", &self.count(count as f64)),
        ];
        fill(template, &names)
    }

    /// What the figure says.
    pub fn overview_narrative(&self, overview: &Overview, view: View) -> Narrative {
        match view {
            View::Heatmap => self.heatmap_narrative(overview),
            _ => self.profile_narrative(overview),
        }
    }

    /// Which indicators of the own region are how: a line for each assessment that occurs. Not how
    /// many: subjects do not weigh the same.
    pub(super) fn listings(
        &self,
        assessed: &[(Assessment, &Definition)],
        benchmark: &str,
    ) -> Vec<String> {
        let templates = [
            (Assessment::Better, self.better),
            (Assessment::Worse, self.worse),
            (Assessment::Lower, self.lower),
            (Assessment::Higher, self.higher),
            (Assessment::Similar, self.similar),
            (Assessment::Unjudged, self.unjudged),
        ];
        let mut said = Vec::new();
        for (assessment, template) in templates {
            let of = assessed.iter().filter(|(one, _)| *one == assessment);
            let definitions: Vec<&Definition> = of.map(|(_, definition)| *definition).collect();
            if !definitions.is_empty() {
                let names = [("benchmark", benchmark), ("names", &self.listing(&definitions))];
                said.push(fill(template, &names));
            }
        }
        said
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
        said.extend(self.chosen_method(overview.first()));
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
