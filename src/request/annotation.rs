// SPDX-License-Identifier: EUPL-1.2
//! What an editor writes beside figures: "in 2013 a home for young mothers opened in Goirle".

use crate::indicator::period::Period;

/// A remark on the figure of a region in a period, in the words of whoever placed the chart.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Annotation {
    /// The period that it is about; all of the figure's when absent.
    pub period: Option<Period>,
    /// The code or the name of the region that it is about; the region asked for when absent.
    pub region: Option<String>,
    /// What it says. Data, and never markup.
    pub text: String,
}

/// As many stand at a figure at most.
const MOST: usize = 20;

/// The longest text, in characters.
const LONGEST: usize = 200;

impl Annotation {
    /// What may be given, as a text.
    pub(super) const LISTED: &'static str =
        "data-period=\"2013\", data-region=\"Goirle\"; 20 texts of at most 200 characters";

    /// Reads a list, a line for each: period, region and text, with `|` between; `None` where one of
    /// them means nothing, or there is too much.
    ///
    /// ```
    /// use kansrijke_start::request::Annotation;
    /// let list = Annotation::list("2013|Goirle|A home for young mothers\n||And more").unwrap();
    /// assert_eq!(list[0].region.as_deref(), Some("Goirle"));
    /// assert_eq!((list[1].period, &list[1].region), (None, &None));
    /// assert_eq!(Annotation::list("last year|Goirle|A home"), None);
    /// assert_eq!(Annotation::list("2013|Goirle"), None);
    /// ```
    pub fn list(text: &str) -> Option<Vec<Self>> {
        let list: Option<Vec<Self>> = text.lines().map(Self::parse).collect();
        list.filter(|list| list.len() <= MOST)
    }

    fn parse(line: &str) -> Option<Self> {
        let mut parts = line.splitn(3, '|').map(str::trim);
        let (period, region, text) = (parts.next()?, parts.next()?, parts.next()?);
        let period = match period {
            "" => None,
            period => Some(Period::parse(period)?),
        };
        let is_short = !text.is_empty() && text.chars().nth(LONGEST).is_none();
        let region = Some(region).filter(|region| !region.is_empty()).map(str::to_string);
        is_short.then(|| Self { period, region, text: text.to_string() })
    }
}
