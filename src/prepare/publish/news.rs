// SPDX-License-Identifier: EUPL-1.2
//! The editions of a folder, the newest first, and what changed with each: `changes.json`.
//!
//! It stands beside the figures, so it is published. A number that is shown no more is told
//! nowhere in it, nor what it could be computed from: of an indicator with figures that are no
//! longer shown, and of all that are linked to it, no former number is told, and what was told of
//! them with earlier editions is taken out. No hash of former figures stands in it, and no name that
//! is made of one: numbers can be tried until a hash is right.

use super::changes::{Changes, between};
use super::dataset::Publication;
use super::imprint::{Imprint, fingerprint, hexadecimal, outline};
use super::lines::{Both, Line, Teller};
use super::linked::linked;
use crate::prepare::folder::file;
use crate::prepare::library;
use crate::prepare::message::{Counted, Expected, Noun, Say, messages};
use crate::prepare::problem::Problem;
use crate::prepare::recipe::declared::Declared;
use crate::prepare::record::Records;
use crate::text::words::Words;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use std::collections::{BTreeMap, BTreeSet};
use std::io;
use std::path::Path;

/// The file's name, that of its JSON Schema, and the schema.
pub const FILE: &str = "changes.json";
/// The name of the JSON Schema, which is written beside it.
pub const SCHEMA_FILE: &str = "changes.schema.json";
/// The JSON Schema.
pub const SCHEMA: &str = include_str!("changes.schema.json");

/// The version of what stands in the file.
const FORMAT: u32 = 1;

/// So many editions are told of, so many lines with each, and so many of them of one indicator.
/// Numbers of changes are always told in full.
const EDITIONS: usize = 24;
const LINES: usize = 200;
const OF_ONE: usize = 10;

/// The editions of a folder.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct News {
    /// The schema's name.
    #[serde(rename = "$schema")]
    schema: String,
    /// [`FORMAT`].
    format: u32,
    /// What the feed is called: the same through all editions.
    pub feed: String,
    /// The newest first.
    pub editions: Vec<Told>,
}

/// One edition.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Told {
    /// Its name, day and hash.
    #[serde(flatten)]
    pub imprint: Imprint,
    /// What it is called in the feed.
    pub urn: String,
    /// The name of the edition before, where there was one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub former: Option<String>,
    /// What changed, in a sentence.
    pub text: Both,
    /// How many figures changed.
    #[serde(flatten)]
    pub changes: Changes,
    /// The same by indicator.
    pub indicators: Vec<Indicator>,
}

/// The changes of one indicator.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Indicator {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: Both,
    /// How many figures changed.
    #[serde(flatten)]
    pub changes: Changes,
    /// What changed, up to so many lines.
    pub lines: Vec<Line>,
    /// How many changed figures no line tells of.
    pub more: usize,
}

/// What stood in a folder before.
#[derive(Clone, Debug, Default)]
pub struct Former {
    /// Its figures.
    pub records: BTreeMap<String, Records>,
    /// Its editions; none of a folder that an earlier version made.
    pub news: Option<News>,
    /// Whether disclosure control knew of its figures.
    pub is_known: bool,
}

messages! {
    /// What is said of an edition as a whole.
    Whole {
        First(figures: Counted, subjects: Counted) => "Eerste uitgave: {figures} over {subjects}.", "First edition: {figures} on {subjects}.";
        Since(changes: Changes, date: String) => "Sinds de uitgave van {date}: {changes}.", "Since the edition of {date}: {changes}.";
        SinceThen(changes: Changes) => "Tegenover de vorige cijfers: {changes}.", "Compared with the previous figures: {changes}.";
    }
}

impl News {
    /// Reads those of a folder.
    ///
    /// # Errors
    /// A file that is none of ours. A folder without one has none.
    pub fn read(folder: &Path) -> Result<Option<Self>, Problem> {
        let problem = |found| Problem::file(FILE, found, Expected::Edition);
        let bytes = match file::read(&folder.join(FILE)) {
            Ok(bytes) => bytes,
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
            Err(error) => return Err(problem(library::io(&error))),
        };
        let news: Self = serde_json::from_slice(&bytes).map_err(|e| problem(library::json(e)))?;
        let is_whole = news.format == FORMAT && news.editions.iter().all(|e| e.imprint.is_whole());
        Ok(Some(news).filter(|_| is_whole))
    }

    /// Those of a folder in which a publication takes the place of `former`. `day` is the day of it;
    /// of figures that stood there already it is the edition that they had.
    pub fn of(
        publication: &Publication<'_>,
        declared: &Declared,
        former: Option<&Former>,
        day: &str,
    ) -> Self {
        let sha256 = fingerprint(publication.records);
        let known = former.and_then(|former| former.news.clone());
        let is_same = |news: &&Self| {
            news.imprint().is_some_and(|imprint| imprint.sha256.as_ref() == Some(&sha256))
        };
        if let Some(same) = known.as_ref().filter(is_same) {
            return same.clone();
        }
        let mut editions = known.as_ref().map(|news| news.editions.clone()).unwrap_or_default();
        let taken: Vec<String> = editions.iter().map(|e| e.imprint.id.clone()).collect();
        let imprint = Imprint::new(day, sha256, &taken);
        let feed = match known {
            Some(news) => news.feed,
            None => urn(&["feed", &imprint.id, &outline(publication.records)]),
        };
        let told = Told {
            urn: urn(&[&feed, &imprint.id]),
            former: taken.first().cloned(),
            imprint,
            text: Both::default(),
            changes: Changes::default(),
            indicators: Vec::new(),
        };
        for edition in &mut editions {
            edition.imprint.sha256 = None;
        }
        let changes = former.map(|former| between(&former.records, publication.records));
        let told = match former.zip(changes.filter(|changes| !changes.is_empty())) {
            None => told.first(publication),
            Some((former, changes)) => {
                let silent = silent(&changes, declared, &former.records);
                for edition in &mut editions {
                    edition.silence(&silent);
                }
                let date = editions.first().map(|edition| edition.imprint.date.clone());
                told.since(publication, former, (&changes, &silent), date)
            }
        };
        editions.insert(0, told);
        editions.truncate(EDITIONS);
        Self { schema: SCHEMA_FILE.into(), format: FORMAT, feed, editions }
    }

    /// The edition that the folder holds.
    pub fn imprint(&self) -> Option<&Imprint> {
        self.editions.first().map(|edition| &edition.imprint)
    }
}

/// The indicators of which no former number is told: where figures are shown no more, and what is
/// linked to them.
fn silent(
    changes: &BTreeMap<String, Changes>,
    declared: &Declared,
    former: &BTreeMap<String, Records>,
) -> BTreeSet<String> {
    let hides = |changes: &Changes| changes.withheld + changes.gone > 0;
    let ids = changes.iter().filter(|(_, changes)| hides(changes)).map(|(id, _)| id.clone());
    linked(declared, former, ids.collect())
}

impl Told {
    fn first(mut self, publication: &Publication<'_>) -> Self {
        let count = |count: usize, noun| Counted(u64::try_from(count).unwrap_or(u64::MAX), noun);
        let figures = count(publication.shown(), Noun::Figure);
        let whole = Whole::First(figures, count(publication.records.len(), Noun::Subject));
        self.text = Both::of(|language| whole.say(language));
        self
    }

    fn since(
        mut self,
        publication: &Publication<'_>,
        former: &Former,
        (changes, silent): (&BTreeMap<String, Changes>, &BTreeSet<String>),
        date: Option<String>,
    ) -> Self {
        let none = Records::new();
        let mut room = LINES;
        self.changes = changes.values().fold(Changes::default(), |all, one| all.with(*one));
        for (id, changes) in changes {
            let teller = Teller {
                publication,
                id,
                earlier: former.records.get(id).unwrap_or(&none),
                now: publication.records.get(id).unwrap_or(&none),
                tells_former: former.is_known && !silent.contains(id),
            };
            let mut lines = teller.lines();
            let more = lines.split_off(lines.len().min(OF_ONE).min(room));
            room -= lines.len();
            self.indicators.push(Indicator {
                id: id.clone(),
                name: teller.name(),
                changes: *changes,
                lines: lines.into_iter().map(|(line, _)| line).collect(),
                more: more.into_iter().map(|(_, figures)| figures).sum(),
            });
        }
        let all = self.changes;
        self.text = Both::of(|language| match &date {
            Some(date) => Whole::Since(all, Words::of(language).date(date)).say(language),
            None => Whole::SinceThen(all).say(language),
        });
        self
    }

    /// Takes out what was told of these indicators, figure by figure.
    fn silence(&mut self, silent: &BTreeSet<String>) {
        for indicator in self.indicators.iter_mut().filter(|one| silent.contains(&one.id)) {
            let (kept, taken): (Vec<Line>, Vec<Line>) =
                std::mem::take(&mut indicator.lines).into_iter().partition(|l| l.region.is_none());
            indicator.lines = kept;
            indicator.more += taken.len();
        }
    }
}

/// A name that is made of texts: a UUID of the eighth version, which says nothing of who made it.
fn urn(texts: &[&str]) -> String {
    let mut hash = Sha256::new();
    for text in texts {
        hash.update(text);
        hash.update("\n");
    }
    let mut bytes = hash.finalize();
    if let Some(byte) = bytes.get_mut(6) {
        *byte = *byte & 0x0f | 0x80;
    }
    if let Some(byte) = bytes.get_mut(8) {
        *byte = *byte & 0x3f | 0x80;
    }
    let digits = hexadecimal(bytes.get(..16).unwrap_or_default());
    let part = |from: usize, to: usize| digits.get(from..to).unwrap_or_default();
    let parts = [part(0, 8), part(8, 12), part(12, 16), part(16, 20), part(20, 32)];
    ["urn:uuid:", &parts.join("-")].concat()
}
