// SPDX-License-Identifier: EUPL-1.2
//! What all factsheets of a run have in common.

use super::address::Address;
use super::logo::Logo;
use super::template::Template;
use crate::data::dataset::Dataset;
use crate::error::Error;
use crate::indicator::definition::Definition;
use crate::indicator::edition::Edition;
use crate::indicator::region::COUNTRY;
use crate::request::{Heading, Language, Request, View};
use crate::text::words::Words;
use crate::text::words::factsheet::FactsheetWords;
use std::collections::BTreeMap;

/// The width of pictures in pixels: that of the text on A4, at the size of type that is printed.
pub(super) const WIDTH: u32 = 680;

/// Where the style sheet of a page stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Styling {
    /// In a file beside it, as a site's policy wants it.
    Beside,
    /// Inside, so that the page is a single file. It then has a policy of its own.
    Within,
}

/// What all factsheets of a run have in common.
#[derive(Clone, Copy, Debug)]
pub struct Setting<'a> {
    /// What stands in them.
    pub template: &'a Template,
    /// The logo of whose they are.
    pub logo: Option<&'a Logo>,
    /// The files of the template's indicators, by their ids.
    pub indicators: &'a BTreeMap<String, Dataset>,
    /// The language.
    pub language: Language,
    /// The edition of the figures.
    pub edition: Option<&'a Edition>,
    /// The address of the folder in which they are to stand.
    pub base: Option<&'a Address>,
    /// Where their style sheet stands.
    pub styling: Styling,
    /// Whether there is a PDF beside each page.
    pub has_pdf: bool,
}

impl<'a> Setting<'a> {
    pub(super) fn words(&self) -> &'static FactsheetWords {
        FactsheetWords::of(self.language)
    }

    /// The words of figures.
    pub(super) fn figures(&self) -> &'static Words {
        Words::of(self.language)
    }

    /// The name of an indicator with its unit, where that says more.
    pub(super) fn named(&self, definition: &Definition) -> String {
        let (name, unit) = (self.figures().pick(&definition.name), self.figures().unit(definition));
        match unit.is_empty() || definition.is_count() || name.ends_with(unit) {
            true => name.to_string(),
            false => [name, ", ", unit].concat(),
        }
    }

    /// What asks for a figure of a region beside others. Its day is that of the edition: so a page is
    /// the same whenever it is made, and old figures say how old they were then.
    ///
    /// # Errors
    /// A region or an indicator that cannot be asked for.
    pub(super) fn request(
        &self,
        view: View,
        indicator: &str,
        region: &str,
        others: &[&str],
    ) -> Result<Request, Error> {
        let compare = [&[COUNTRY], others].concat().join(",");
        let attribute = |name: &str| {
            let value = match name {
                "indicator" => indicator,
                "region" => region,
                "compare" => &compare,
                "view" => view.word(),
                "heading-level" => "3",
                _ => return None,
            };
            Some(value.to_string())
        };
        let mut request = Request::parse(attribute, self.language.tag(), WIDTH)?;
        request.heading = Heading::Message;
        request.edition = self.edition.cloned();
        request.date = self.edition.map(|edition| edition.day().to_string());
        Ok(request)
    }
}
