// SPDX-License-Identifier: EUPL-1.2
//! What was meant, in words: errors with what more there is to say about them, and what was read
//! though it is not written as it should be.

use super::template::{fill, listed};
use super::words::Words;
use super::words::advice::AdviceWords;
use super::words::failure::FailureWords;
use crate::advice::clue::Clue;
use crate::advice::correction::Correction;
use crate::advice::names::{Named, Subject};
use crate::advice::place::{Fate, Step};
use crate::advice::spelling::is_curly;
use crate::advice::word;
use crate::error::Error;
use crate::indicator::period::Period;
use crate::indicator::region::Kind;
use crate::request::Language;

/// What is said when something is wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Said {
    /// To a visitor.
    pub message: String,
    /// Of that, what repeats nothing that stood in the page.
    pub advice: String,
    /// To a web master.
    pub hint: String,
}

impl Said {
    /// An error with what more there is to say about it.
    pub fn of(language: Language, error: &Error, clues: &[Clue]) -> Self {
        let (words, advice) = (FailureWords::of(language), AdviceWords::of(language));
        let mut message = words.message(error);
        let mut said = String::new();
        let mut hints: Vec<String> = clues.iter().map(|clue| advice.hint(clue)).collect();
        for clue in clues {
            let replaced = advice.instead_of(error, clue);
            said = advice.after(clue);
            if let Some(replaced) = replaced {
                message = replaced;
            } else if !said.is_empty() {
                message = [&message, " ", &said].concat();
            }
        }
        // A clue says more than what holds for all errors of a kind.
        let is_told = clues.iter().any(|clue| match clue {
            Clue::Curly { .. } | Clue::Word(..) => false,
            Clue::AllSubjects(_) => matches!(error, Error::Attribute { .. }),
            _ => true,
        });
        if !is_told {
            hints.push(words.hint(error));
        }
        Self { message, advice: said, hint: hints.join(" ") }
    }
}

impl AdviceWords {
    /// To a web master: what was read as something else; empty where nothing was.
    pub fn read(&self, corrections: &[Correction]) -> String {
        let mut said = Vec::new();
        for Correction { name, found, read, meant, fate } in corrections {
            let mut read = attribute(name, read);
            if !meant.is_empty() {
                let names = meant.iter().map(|region| self.place(region)).collect();
                read = [&read, " (", &listed(names, self.and), ")"].concat();
            }
            let found = found.trim();
            said.push(fill(self.hint_read, &[("name", name), ("found", found), ("read", &read)]));
            // Of the region that is asked for the visitor reads it.
            said.extend(fate.iter().filter(|_| *name != "region").map(|fate| self.fate(fate)));
            if is_curly(found) {
                said.push(fill(self.hint_curly, &[("name", name), ("found", found)]));
            }
        }
        if !said.is_empty() {
            said.push(self.hint_written.to_string());
        }
        said.join(" ")
    }

    /// To a visitor: whose figures are shown in the place of a municipality that is no more.
    pub fn instead(&self, corrections: &[Correction]) -> Option<String> {
        let own = corrections.iter().find(|correction| correction.name == "region")?;
        let fate = own.fate.as_ref()?;
        let place = fate.successors.first()?;
        let shown = fill(self.shown_instead, &[("place", &place.name)]);
        Some([&self.fate(fate), " ", &shown].concat())
    }

    /// To a web master: the attributes that are none, and which may be meant.
    pub fn strange<'a>(&self, names: impl Iterator<Item = &'a str>) -> Vec<String> {
        let meant = names.filter_map(|name| Some((name, word::attribute(name)?)));
        meant
            .map(|(found, name)| fill(self.hint_attribute, &[("found", found), ("name", name)]))
            .collect()
    }

    /// What became of a municipality, in a sentence.
    fn fate(&self, fate: &Fate) -> String {
        let mut said = String::new();
        for (nth, step) in fate.steps.iter().enumerate() {
            let template = match (nth, step.renamed) {
                (0, false) => self.merged,
                (0, true) => self.renamed,
                (_, false) => self.then_merged,
                (_, true) => self.then_renamed,
            };
            let Step { name, year, into, .. } = step;
            let names = listed(into.clone(), self.and);
            said +=
                &fill(template, &[("name", name), ("year", &year.to_string()), ("names", &names)]);
        }
        said + "."
    }

    /// A region as it is called: a province bears the name of a town as well.
    fn place(&self, region: &Named) -> String {
        let words = Words::of(self.language);
        match region.kind() {
            Kind::Province => fill(words.province_label, &[("name", &region.name)]),
            Kind::Corop => fill(words.corop_label, &[("name", &region.name)]),
            _ => region.name.clone(),
        }
    }

    /// What a visitor reads of a clue in the place of the sentence that something is unknown.
    fn instead_of(&self, error: &Error, clue: &Clue) -> Option<String> {
        match (clue, error) {
            (Clue::Several(_, regions), Error::UnknownRegion { found }) => {
                let names = regions.iter().map(|region| self.place(region)).collect();
                let names = listed(names, self.and);
                Some(fill(self.several, &[("found", found), ("names", &names)]))
            }
            (Clue::Former(..) | Clue::Kinds(..) | Clue::TooSmall(_) | Clue::NoComparators, _) => {
                Some(self.after(clue))
            }
            _ => None,
        }
    }

    /// What a visitor reads of a clue that repeats nothing of the page.
    fn after(&self, clue: &Clue) -> String {
        match clue {
            Clue::Near(_, regions) | Clue::Several(_, regions) => {
                let names = regions.iter().map(|region| self.place(region)).collect();
                fill(self.near, &[("names", &self.one_of(names))])
            }
            Clue::Subjects(subjects) => {
                let name = |subject: &Subject| match self.language {
                    Language::Dutch => quoted(&subject.nl),
                    _ => quoted(&subject.en),
                };
                fill(self.near, &[("names", &self.one_of(subjects.iter().map(name).collect()))])
            }
            Clue::Periods(periods) => fill(self.periods, &[("periods", &self.spans(periods))]),
            Clue::Former(_, fate) => [&self.fate(fate), " ", self.no_chart].concat(),
            Clue::Kinds(kinds, has_own) => self.kinds(kinds, *has_own),
            Clue::TooSmall(region) => fill(self.too_small, &[("found", &region.name)]),
            Clue::NoComparators => self.no_comparators.to_string(),
            Clue::Curly { .. } | Clue::AllSubjects(_) | Clue::Word(..) => String::new(),
        }
    }

    /// What a web master reads of a clue.
    fn hint(&self, clue: &Clue) -> String {
        let regions = |name: &str, regions: &[Named]| {
            let choice =
                |r: &Named| [&attribute(name, &r.code), " (", &self.place(r), ")"].concat();
            self.one_of(regions.iter().map(choice).collect())
        };
        match clue {
            Clue::Curly { name, found } => {
                fill(self.hint_curly, &[("name", name), ("found", found)])
            }
            Clue::Several(name, all) => {
                fill(self.hint_choices, &[("choices", &regions(name, all))])
            }
            Clue::Former(name, fate) => {
                fill(self.hint_choices, &[("choices", &regions(name, &fate.successors))])
            }
            Clue::Near(name, all) => fill(self.hint_near, &[("choices", &regions(name, all))]),
            Clue::TooSmall(region) => fill(self.hint_too_small, &[("found", &region.name)]),
            Clue::NoComparators => self.hint_no_comparators.to_string(),
            Clue::Subjects(subjects) => {
                let ids = subjects.iter().map(|s| attribute("indicator", &s.id)).collect();
                fill(self.hint_near, &[("choices", &self.one_of(ids))])
            }
            Clue::AllSubjects(ids) => fill(self.hint_subjects, &[("ids", &ids.join(", "))]),
            Clue::Word(name, word) => fill(self.hint_near, &[("choices", &attribute(name, word))]),
            Clue::Periods(periods) => {
                let codes: Vec<String> = periods.iter().map(|period| period.code()).collect();
                fill(self.hint_periods, &[("periods", &codes.join(", "))])
            }
            Clue::Kinds(kinds, _) if **kinds == [Kind::Country] => self.hint_country_only.into(),
            Clue::Kinds(..) => self.hint_other_regions.into(),
        }
    }

    fn kinds(&self, kinds: &[Kind], has_own: bool) -> String {
        if kinds == [Kind::Country] {
            return self.country_only.to_string();
        }
        let [municipalities, health, provinces, corops] = self.kinds;
        let names = kinds.iter().filter_map(|kind| match kind {
            Kind::Municipality => Some(municipalities.to_string()),
            Kind::HealthRegion => Some(health.to_string()),
            Kind::Province => Some(provinces.to_string()),
            Kind::Corop => Some(corops.to_string()),
            _ => None,
        });
        match has_own {
            true => self.other_regions.to_string(),
            false => fill(self.kinds_only, &[("kinds", &listed(names.collect(), self.and))]),
        }
    }

    /// Periods as a reader says them: years that follow each other as a span.
    fn spans(&self, periods: &[Period]) -> String {
        let mut spans: Vec<(Period, Period)> = Vec::new();
        for period in periods {
            let follows = |last: &Period| {
                let is_year = |p: &Period| p.months() == 12 && p.start().1 == 1;
                is_year(last) && is_year(period) && last.start().0 + 1 == period.start().0
            };
            match spans.last_mut() {
                Some((_, last)) if follows(last) => *last = *period,
                _ => spans.push((*period, *period)),
            }
        }
        let said = spans.into_iter().map(|(first, last)| match first == last {
            true => first.code(),
            false => fill(self.years, &[("first", &first.code()), ("last", &last.code())]),
        });
        listed(said.collect(), self.and)
    }

    fn one_of(&self, names: Vec<String>) -> String {
        listed(names, self.or)
    }
}

/// An attribute as it stands in a page.
fn attribute(name: &str, value: &str) -> String {
    [name, "=\"", value, "\""].concat()
}

fn quoted(name: &str) -> String {
    ["‘", name, "’"].concat()
}
