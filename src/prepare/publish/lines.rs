// SPDX-License-Identifier: EUPL-1.2
//! What changed, in words: a line for each figure, or one for all of a period.

use super::changes::{Change, Key, changed, told};
use super::dataset::Publication;
use crate::indicator::bilingual::Bilingual;
use crate::indicator::definition::Definition;
use crate::indicator::disclosure;
use crate::indicator::finding::Outcome;
use crate::indicator::period::Period;
use crate::indicator::region::Region;
use crate::prepare::message::{Counted, Noun, Say, messages};
use crate::prepare::record::{Record, Records};
use crate::request::Language;
use crate::text::words::Words;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// More changes of one sort in one period than this are told together.
const APART: usize = 4;

/// A text in both languages, as it is written and read back.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Both {
    /// Dutch.
    pub nl: String,
    /// English.
    pub en: String,
}

impl Both {
    /// What is said in either language.
    pub fn of(said: impl Fn(Language) -> String) -> Self {
        Self { nl: said(Language::Dutch), en: said(Language::English) }
    }
}

impl From<&Bilingual> for Both {
    fn from(text: &Bilingual) -> Self {
        Self { nl: text.nl.clone(), en: text.en.clone() }
    }
}

/// What happened to a figure, or to several of one period.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Line {
    /// What happened.
    pub change: Change,
    /// The period's code.
    pub period: String,
    /// The region's code; absent where several figures are told together.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub region: Option<String>,
    /// In words.
    pub text: Both,
}

messages! {
    /// What is said of a figure: whose it is, and what it was.
    Said {
        Revised(whose: String, now: String, was: String) => "{whose}: {now}, was {was}", "{whose}: {now}, was {was}";
        RevisedTo(whose: String, now: String) => "{whose}: {now} (herzien)", "{whose}: {now} (revised)";
        Provisional(whose: String, now: String) => "{whose}: {now}, nu voorlopig", "{whose}: {now}, provisional now";
        Final(whose: String, now: String) => "{whose}: {now}, niet meer voorlopig", "{whose}: {now}, no longer provisional";
        Withheld(whose: String) => "{whose}: voortaan achtergehouden", "{whose}: suppressed from now on";
        Gone(whose: String) => "{whose}: vervallen", "{whose}: gone";
        Added(whose: String, now: String) => "{whose}: {now} (nieuw)", "{whose}: {now} (new)";
        SeveralRevised(what: String, figures: Counted) => "{what}: {figures} herzien", "{what}: {figures} revised";
        SeveralWithheld(what: String, figures: Counted) => "{what}: {figures} voortaan achtergehouden", "{what}: {figures} suppressed from now on";
        SeveralGone(what: String, figures: Counted) => "{what}: {figures} vervallen", "{what}: {figures} gone";
        SeveralAdded(what: String, figures: Counted) => "{what}: {figures} nieuw", "{what}: {figures} new";
    }
}

/// What happened in a period, in the order in which it is told: [`Period::recency`] before the period.
type Sort = (Change, (i32, i32), Period);

/// Tells the changes of one indicator.
pub struct Teller<'a> {
    /// What is published now: places and definitions.
    pub publication: &'a Publication<'a>,
    /// The indicator's id.
    pub id: &'a str,
    /// What was published of it before.
    pub earlier: &'a Records,
    /// What is published of it now.
    pub now: &'a Records,
    /// Whether former numbers may be told.
    pub tells_former: bool,
}

impl Teller<'_> {
    /// The indicator's name; its id where the catalogue does not have it any more.
    pub fn name(&self) -> Both {
        let own = || Both { nl: self.id.into(), en: self.id.into() };
        self.definition().map_or_else(own, |definition| (&definition.name).into())
    }

    fn definition(&self) -> Option<&Definition> {
        let mut entries = self.publication.catalogue.iter();
        entries.find(|entry| entry.definition.id == self.id).map(|entry| &entry.definition)
    }

    /// A line for each change, or for all of one sort in one period, with the number of figures that
    /// it tells of: what is revised first, and newer periods before older ones.
    pub fn lines(&self) -> Vec<(Line, usize)> {
        let mut groups: BTreeMap<Sort, Vec<&Key>> = BTreeMap::new();
        for (key, change) in changed(self.earlier, self.now) {
            groups.entry((change, key.1.recency(), key.1)).or_default().push(key);
        }
        let mut lines = Vec::new();
        for ((change, _, period), keys) in groups {
            // What is revised is told figure by figure: that is what a reader must know.
            if change != Change::Revised && keys.len() >= APART {
                let text = Both::of(|language| self.together(change, period, keys.len(), language));
                let line = Line { change, period: period.code(), region: None, text };
                lines.push((line, keys.len()));
                continue;
            }
            for key in keys {
                let text = Both::of(|language| self.apart(change, key, language));
                let region = Some(key.0.clone());
                lines.push((Line { change, period: period.code(), region, text }, 1));
            }
        }
        lines
    }

    fn together(&self, change: Change, period: Period, count: usize, language: Language) -> String {
        let what = [self.name_in(language), Words::of(language).period(period)].join(" ");
        let figures = Counted(u64::try_from(count).unwrap_or(u64::MAX), Noun::Figure);
        match change {
            Change::Revised => Said::SeveralRevised(what, figures),
            Change::Withheld => Said::SeveralWithheld(what, figures),
            Change::Gone => Said::SeveralGone(what, figures),
            Change::Added => Said::SeveralAdded(what, figures),
        }
        .say(language)
    }

    fn apart(&self, change: Change, key: &Key, language: Language) -> String {
        let words = Words::of(language);
        let (code, period) = key;
        let place = self.publication.places.get(code).map_or(code, |place| &place.name);
        let region = Region { code: code.clone(), name: place.clone() };
        let name = inner(&self.name_in(language));
        let whose = [&*words.name(&region), ", ", &name, " ", &words.period(*period)].concat();
        let value = |records: &Records, exact: bool| {
            let record = records.get(key)?;
            self.value(record, key, words, exact)
        };
        let (now, was) = (value(self.now, false), value(self.earlier, false));
        match (change, now) {
            (Change::Withheld, _) => Said::Withheld(whose),
            (Change::Gone, _) | (_, None) => Said::Gone(whose),
            (Change::Added, Some(now)) => Said::Added(whose, now),
            (Change::Revised, Some(now)) => self.revised(whose, (now, was), &value, key),
        }
        .say(language)
    }

    fn revised(
        &self,
        whose: String,
        (now, was): (String, Option<String>),
        value: &dyn Fn(&Records, bool) -> Option<String>,
        key: &Key,
    ) -> Said {
        let told = |records: &Records| records.get(key).and_then(told);
        let (before, after) = (told(self.earlier), told(self.now));
        if before.map(|told| told.cells) == after.map(|told| told.cells) {
            // Where the numbers are the same the word behind them changed.
            return match after.is_some_and(|told| told.provisional) {
                true => Said::Provisional(whose, now),
                false => Said::Final(whose, now),
            };
        }
        // Nor is it told that the former number, rounded, was the same.
        let Some(was) = was.filter(|_| self.tells_former) else {
            return Said::RevisedTo(whose, now);
        };
        if was != now {
            return Said::Revised(whose, now, was);
        }
        // What differs in the counts alone is told with them.
        match (value(self.now, true), value(self.earlier, true)) {
            (Some(now), Some(was)) if now != was => Said::Revised(whose, now, was),
            _ => Said::RevisedTo(whose, now),
        }
    }

    fn name_in(&self, language: Language) -> String {
        let Both { nl, en } = self.name();
        language.either(nl, en)
    }

    /// The figure of a record as a chart says it; `exact` with its counts. What may not be released
    /// is not told.
    fn value(&self, record: &Record, key: &Key, words: &Words, exact: bool) -> Option<String> {
        let definition = self.definition()?;
        let observation = record.observation(&key.0, key.1);
        let threshold = self.publication.threshold;
        let finding = disclosure::release(definition, &observation, threshold).ok()?;
        match finding.outcome {
            Outcome::Shown(estimate) => {
                let mut text = words.value(definition, estimate.value);
                if let Some(counts) = words.counts(&estimate).filter(|_| exact) {
                    text = [&*text, " (", &counts, ")"].concat();
                }
                Some(text)
            }
            Outcome::Between(range) => Some(words.between(definition, range.lower, range.upper)),
            Outcome::Answered(answer) => Some(words.answer(answer).to_string()),
            _ => None,
        }
    }
}

/// A name inside a sentence: "Levend geboren kinderen" begins with a small letter, "BIG2" does not.
fn inner(name: &str) -> String {
    let mut letters = name.chars();
    match (letters.next(), letters.next()) {
        (Some(first), Some(second)) if second.is_lowercase() || second == ' ' => {
            first.to_lowercase().chain(name.chars().skip(1)).collect()
        }
        _ => name.to_string(),
    }
}
