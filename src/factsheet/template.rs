// SPDX-License-Identifier: EUPL-1.2
//! What a factsheet is made of, as a file says it: whose it is, its colours, and its sections with
//! their indicators and with texts of whoever makes it. Texts are texts: nothing in them is markup.

use super::address::Address;
use super::colour::Colour;
use crate::chart::canvas::role::Role;
use crate::indicator::bilingual::Bilingual;
use crate::limits;
use crate::prepare::library;
use crate::prepare::message::{Expected, Found};
use crate::prepare::problem::{MOST_PROBLEMS, Problem};
use serde::Deserialize;
use std::collections::{BTreeMap, BTreeSet};
use toml::Spanned;

/// The template that is used where none is given.
pub const SHIPPED: &str = include_str!("../../www/figures/factsheet.toml");

/// The name of that template.
pub const NAME: &str = "factsheet.toml";

/// The most bytes of a template.
pub const BYTES: u64 = 100_000;

/// The most sections, indicators in one, paragraphs in one, and bytes of a heading.
const SECTIONS: usize = 20;
const INDICATORS: usize = 20;
const PARAGRAPHS: usize = 10;
const HEADING: usize = 120;

/// The roles that may have a colour of a house style: those that words are written in.
pub const COLOURS: [Role; 6] =
    [Role::Own, Role::Benchmark, Role::Text, Role::Muted, Role::Better, Role::Worse];

/// A template that was found whole.
#[derive(Clone, Debug, PartialEq)]
pub struct Template {
    /// Whose the factsheet is.
    pub publisher: Option<Publisher>,
    /// Colours that are not those of the charts elsewhere.
    pub colours: Vec<(Role, Colour)>,
    /// What stands in it, in order.
    pub sections: Vec<Section>,
}

/// Whose a factsheet is.
#[derive(Clone, Debug, PartialEq)]
pub struct Publisher {
    /// The name.
    pub name: String,
    /// Where more of it is to be found.
    pub address: Option<Address>,
    /// The path of its logo from the template, and what the logo says.
    pub logo: Option<(String, Bilingual)>,
}

/// A part of a factsheet under a heading of its own.
#[derive(Clone, Debug, PartialEq)]
pub struct Section {
    /// Its heading.
    pub heading: Bilingual,
    /// Paragraphs of whoever makes the factsheet.
    pub text: Vec<Bilingual>,
    /// The ids of its indicators.
    pub indicators: Vec<String>,
    /// Those of them that are drawn through the years.
    pub trends: Vec<String>,
}

impl Template {
    /// Reads a template; `is_known` says of which indicators there is a file.
    ///
    /// # Errors
    /// What in it means nothing, with the row.
    pub fn parse(
        file: &str,
        text: &str,
        is_known: impl Fn(&str) -> bool,
    ) -> Result<Self, Vec<Problem>> {
        let written: Written = toml::from_str(text)
            .map_err(|error| vec![library::toml(file, text, &error, Expected::Template)])?;
        let mut check = Check { file, text, problems: Vec::new() };
        let template = Self {
            publisher: written.publisher.and_then(|publisher| check.publisher(publisher)),
            colours: check.colours(written.colours),
            sections: check.sections(written.section, is_known),
        };
        check.problems.truncate(MOST_PROBLEMS);
        if check.problems.is_empty() { Ok(template) } else { Err(check.problems) }
    }

    /// The ids of all indicators, in order.
    pub fn indicators(&self) -> impl Iterator<Item = &str> {
        self.sections.iter().flat_map(|section| &section.indicators).map(String::as_str)
    }
}

/// A template as it is written.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Written {
    #[serde(default)]
    publisher: Option<WrittenPublisher>,
    #[serde(default)]
    colours: BTreeMap<String, Spanned<String>>,
    #[serde(default)]
    section: Vec<WrittenSection>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct WrittenPublisher {
    name: Spanned<String>,
    #[serde(default)]
    address: Option<Spanned<String>>,
    #[serde(default)]
    logo: Option<Spanned<String>>,
    #[serde(default)]
    logo_text: Option<WrittenText>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct WrittenSection {
    heading: WrittenText,
    #[serde(default)]
    text: Vec<WrittenText>,
    #[serde(default)]
    indicators: Vec<Spanned<String>>,
    #[serde(default)]
    trends: Vec<Spanned<String>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct WrittenText {
    nl: Spanned<String>,
    en: Spanned<String>,
}

/// What is wrong with a file, while it is read.
struct Check<'t> {
    file: &'t str,
    text: &'t str,
    problems: Vec<Problem>,
}

impl Check<'_> {
    /// Notes what stands at a place of the file.
    fn wrong<T>(&mut self, at: &Spanned<T>, found: Found, expected: Expected) {
        let above = self.text.get(..at.span().start).unwrap_or_default();
        let row = u64::try_from(above.matches('\n').count() + 1).unwrap_or(u64::MAX);
        self.problems.push(Problem::row(self.file, row, found, expected));
    }

    fn whole(&mut self, found: Found, expected: Expected) {
        self.problems.push(Problem::file(self.file, found, expected));
    }

    /// A text of one to so many bytes. Line breaks and such are blanks.
    fn text(&mut self, key: &str, written: &Spanned<String>, most: usize) -> String {
        let words: Vec<&str> = written.get_ref().split_whitespace().collect();
        let text = words.join(" ");
        match text.len() {
            0 => self.wrong(written, Found::EmptyText(key.into()), Expected::TextUpTo(most)),
            bytes if bytes > most => {
                let found = Found::TextTooLong(key.into(), bytes);
                self.wrong(written, found, Expected::TextUpTo(most));
            }
            _ => {}
        }
        text
    }

    fn bilingual(&mut self, key: &str, written: &WrittenText, most: usize) -> Bilingual {
        Bilingual { nl: self.text(key, &written.nl, most), en: self.text(key, &written.en, most) }
    }

    fn publisher(&mut self, written: WrittenPublisher) -> Option<Publisher> {
        let name = self.text("name", &written.name, limits::NAME);
        let address = written.address.and_then(|written| {
            let address = Address::parse(written.get_ref());
            if address.is_none() {
                let found = Found::LinkAddress(written.get_ref().clone());
                self.wrong(&written, found, Expected::SecureAddress);
            }
            address
        });
        let logo = match (written.logo, written.logo_text) {
            (Some(logo), Some(text)) => {
                let path = self.text("logo", &logo, limits::TEXT);
                Some((path, self.bilingual("logo_text", &text, limits::NAME)))
            }
            (Some(logo), None) => {
                let found = Found::MissingKey("logo_text".into());
                self.wrong(&logo, found, Expected::LogoText);
                None
            }
            (None, _) => None,
        };
        Some(Publisher { name, address, logo })
    }

    fn colours(&mut self, written: BTreeMap<String, Spanned<String>>) -> Vec<(Role, Colour)> {
        let mut colours = Vec::new();
        for (name, written) in written {
            let Some(role) = COLOURS.into_iter().find(|role| role.class() == name) else {
                let names = COLOURS.map(Role::class).join(", ");
                self.wrong(&written, Found::ColourName(name), Expected::ColourNames(names));
                continue;
            };
            let Some(colour) = Colour::parse(written.get_ref()) else {
                let found = Found::Colour(name, written.get_ref().clone());
                self.wrong(&written, found, Expected::HexColour);
                continue;
            };
            let (contrast, least) = (colour.contrast(), role.contrast());
            if contrast < least {
                // Cut off and not rounded: what falls short must not be called enough.
                let contrast = (contrast * 100.0).floor() / 100.0;
                let found = Found::PaleColour(name, colour.text(), contrast);
                self.wrong(&written, found, Expected::Contrast(least));
                continue;
            }
            colours.push((role, colour));
        }
        colours
    }

    fn sections(
        &mut self,
        written: Vec<WrittenSection>,
        is_known: impl Fn(&str) -> bool,
    ) -> Vec<Section> {
        match written.len() {
            0 => self.whole(Found::NoSections, Expected::Sections(SECTIONS)),
            count if count > SECTIONS => {
                let found = Found::TooMany("[[section]]".into(), count);
                self.whole(found, Expected::Sections(SECTIONS));
                return Vec::new();
            }
            _ => {}
        }
        let mut seen = BTreeSet::new();
        written.into_iter().map(|section| self.section(section, &is_known, &mut seen)).collect()
    }

    fn section(
        &mut self,
        written: WrittenSection,
        is_known: &impl Fn(&str) -> bool,
        seen: &mut BTreeSet<String>,
    ) -> Section {
        let heading = self.bilingual("heading", &written.heading, HEADING);
        for (key, count, most) in [
            ("text", written.text.len(), PARAGRAPHS),
            ("indicators", written.indicators.len(), INDICATORS),
        ] {
            if count > most {
                let found = Found::TooMany(key.into(), count);
                self.wrong(&written.heading.nl, found, Expected::AtMost(most));
            }
        }
        let text = written.text.iter().map(|text| self.bilingual("text", text, limits::TEXT));
        let text = text.collect();
        for id in &written.indicators {
            if !is_known(id.get_ref()) {
                let found = Found::Indicator(id.get_ref().clone());
                self.wrong(id, found, Expected::IndicatorOfFigures);
            } else if !seen.insert(id.get_ref().clone()) {
                let found = Found::IndicatorTwice(id.get_ref().clone());
                self.wrong(id, found, Expected::IndicatorInTemplateOnce);
            }
        }
        let ids = |written: &[Spanned<String>]| -> Vec<String> {
            written.iter().map(|id| id.get_ref().clone()).collect()
        };
        let indicators = ids(&written.indicators);
        for id in written.trends.iter().filter(|id| !indicators.contains(id.get_ref())) {
            let found = Found::Indicator(id.get_ref().clone());
            self.wrong(id, found, Expected::IndicatorOfSection);
        }
        Section { heading, text, indicators, trends: ids(&written.trends) }
    }
}
