// SPDX-License-Identifier: EUPL-1.2
//! What a page (or the command line) asks for: attributes, as text, into one typed request.
//!
//! The only parser of attributes. `src` and `loading` say how to fetch, not what to show, and
//! are the element's own.

#[cfg(feature = "tools")]
mod annotation;
mod heading;
mod language;

#[cfg(feature = "tools")]
pub use annotation::Annotation;
pub use heading::Heading;
pub use language::Language;

use crate::error::Error;
use crate::indicator::edition::Edition;
use crate::indicator::period::Period;
use crate::indicator::region::COUNTRY;

/// The attributes that a figure can be written with, in the order in which they stand.
pub const SHOWN: [&str; 15] = [
    "indicator",
    "region",
    "compare",
    "view",
    "within",
    "map",
    "sort",
    "period",
    "edition",
    "lang",
    "heading",
    "heading-level",
    "theme",
    "details",
    "loading",
];

/// The enum of views from one table: a row for each, with its word, its family and the feature of that.
macro_rules! views {
    ($($(#[$about:meta])+ $View:ident = $word:literal in $Family:ident, $feature:literal;)+) => {
        /// The form in which the figures are shown.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
        pub enum View {
            $($(#[$about])+ $View,)+
        }

        impl View {
            /// Every view, in the order of their words.
            pub const ALL: [Self; [$($word),+].len()] = [$(Self::$View),+];

            /// Every word, and a comma and a blank after each.
            const LIST: &'static str = concat!($($word, ", "),+);

            /// The word that stands for it in an attribute.
            pub fn word(self) -> &'static str {
                match self {
                    $(Self::$View if cfg!(feature = $feature) => $word,)+
                    _ => "",
                }
            }

            /// The view of a word. A core of the browser knows those that it draws, and is asked for
            /// no others.
            fn parse(word: &str) -> Option<Self> {
                match word {
                    $($word if cfg!(feature = $feature) => Some(Self::$View),)+
                    _ => None,
                }
            }

            /// The family that it is one of.
            pub fn family(self) -> Family {
                match self {
                    $(Self::$View => Family::$Family,)+
                }
            }
        }
    };
}

views! {
    /// One figure, large, with the benchmark beside it.
    #[default]
    Number = "number" in Single, "single";
    /// Through the years.
    Trend = "trend" in Single, "single";
    /// Own region, its health region and province, the country.
    Compare = "compare" in Single, "single";
    /// Rows and columns.
    Table = "table" in Single, "single";
    /// Every member of a comparison set in the order of its value.
    Ranking = "ranking" in Ranking, "ranking";
    /// Value against denominator, with control limits.
    Funnel = "funnel" in Ranking, "ranking";
    /// All indicators of one region beside the spread of its peers.
    Profile = "profile" in Overview, "overview";
    /// Indicators by regions.
    Heatmap = "heatmap" in Overview, "overview";
    /// Regions where they lie.
    Map = "map" in Map, "map";
    /// All indicators of one region through the years, from before the pregnancy to age two.
    Story = "story" in Story, "story";
    /// A number amid somebody's text.
    Value = "value" in Brief, "brief";
    /// The sentences of a figure, amid somebody's text.
    Sentence = "sentence" in Brief, "brief";
    /// Persons as dots.
    Icons = "icons" in Brief, "brief";
}

impl View {
    /// The words of all views, as a text: what may stand in an attribute.
    pub const LISTED: &'static str = Self::LIST.split_at(Self::LIST.len() - ", ".len()).0;

    /// Whether it shows many indicators at once.
    pub fn is_overview(self) -> bool {
        matches!(self.family(), Family::Overview | Family::Story)
    }

    /// Whether it is words amid somebody's text, and no block of its own.
    pub fn is_inline(self) -> bool {
        cfg!(feature = "brief") && matches!(self, Self::Value | Self::Sentence)
    }
}

/// Views that show the same part of the data, and that one core draws in the browser.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Family {
    /// One region, and those beside it, for one indicator.
    Single,
    /// The members of a comparison set in the order of their values, or around the benchmark's figure.
    Ranking,
    /// The members of a comparison set where they lie.
    Map,
    /// Many indicators.
    Overview,
    /// Many indicators of one region, through the years.
    Story,
    /// One figure without axes: in words, or as dots.
    Brief,
}

/// The table behind the chart.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Details {
    /// Folded away until asked for.
    #[default]
    Closed,
    /// Shown at once.
    Open,
    /// Left out.
    None,
}

/// What regions are drawn as on a map.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Shapes {
    /// Their borders.
    #[default]
    Borders,
    /// Tiles of one size.
    Tiles,
}

/// A request with every choice made.
#[derive(Clone, Debug, PartialEq)]
pub struct Request {
    /// The indicator's id. For a view of many indicators: theirs, or empty for all.
    pub indicator: String,
    /// The region's code or name.
    pub region: String,
    /// The scope whose members are compared: the code or the name of a region, or one of
    /// [`CHOSEN`]; the country when absent.
    pub within: Option<String>,
    /// What regions are drawn as on a map.
    pub shapes: Shapes,
    /// The indicator that puts the rows of a heat map in order; by name when absent.
    pub sort: Option<String>,
    /// The regions beside it; the first is the benchmark.
    pub compare: Vec<String>,
    /// The view.
    pub view: View,
    /// The period asked for; the most recent one when absent.
    pub period: Option<Period>,
    /// The edition of the figures; the newest when absent.
    pub edition: Option<Edition>,
    /// The language.
    pub language: Language,
    /// What stands in the heading.
    pub heading: Heading,
    /// What whoever placed the chart says of its figures.
    #[cfg(feature = "tools")]
    pub annotations: Vec<Annotation>,
    /// Whether the figure says what can be concluded from all regions of the sort together. No
    /// attribute asks for it: a reader does, or whoever writes the figure.
    #[cfg(feature = "tools")]
    pub insight: bool,
    /// 1 to 6.
    pub heading_level: u8,
    /// The table behind the chart.
    pub details: Details,
    /// The width of the picture, in pixels.
    pub width: u32,
    /// The height of the box that the whole figure should fill, in pixels; its own when absent.
    pub height: Option<u32>,
    /// Whether the footer offers downloads, which need a script.
    pub downloads: bool,
    /// Whether the table, and what makes many marks interactive, are left out of the tree; a
    /// script adds them when the picture is there.
    pub deferred: bool,
    /// Today (`2026-11-22`): the age of a figure is counted from it, and a download says it.
    pub date: Option<String>,
}

/// From this many years after the last period on, a figure says how old it is.
pub const OLD: i32 = 3;

/// What `within` says for the regions that come nearest in size.
pub const SIMILAR: &str = "similar";

/// What it says for the municipalities that border on the one asked for.
pub const NEIGHBOURS: &str = "neighbours";

/// What it says for those that are most like it in what is no outcome.
pub const PEERS: &str = "peers";

/// What `within` may say besides a region.
pub const CHOSEN: [&str; 3] = [SIMILAR, NEIGHBOURS, PEERS];

/// What may stand at `edition`.
pub const EDITIONS: &str = "2026-11-28, 2026-11-28-2";

/// The widths that a picture can be drawn at, in pixels.
pub const WIDTHS: std::ops::RangeInclusive<u32> = 240..=1200;

impl Request {
    /// The year of today, where today is known.
    pub fn year(&self) -> Option<i32> {
        self.date.as_deref()?.get(..4)?.parse().ok()
    }

    /// Reads attributes by name; `page_language` is what the page around the element says of
    /// its language, which is taken when it is one of ours.
    ///
    /// # Errors
    /// [`Error::Attribute`] names the first attribute that means nothing, what stood there and
    /// what may stand there.
    ///
    /// ```
    /// use kansrijke_start::request::{Request, View};
    ///
    /// let attribute = |name: &str| match name {
    ///     "indicator" => Some("big2".to_string()),
    ///     "region" => Some("Utrecht".to_string()),
    ///     "view" => Some("trend".to_string()),
    ///     _ => None,
    /// };
    /// let request = Request::parse(attribute, "nl", 640).unwrap();
    /// assert_eq!((request.view, request.compare), (View::Trend, vec!["NL01".to_string()]));
    /// assert!(Request::parse(|_| None, "nl", 640).is_err());
    /// ```
    pub fn parse(
        attribute: impl Fn(&'static str) -> Option<String>,
        page_language: &str,
        width: u32,
    ) -> Result<Self, Error> {
        let text = |name| attribute(name).map(|t| t.trim().to_string()).filter(|t| !t.is_empty());
        let invalid = |name, expected| Error::attribute(name, || text(name), expected);
        let chosen = |name: &'static str, words: &[&str], expected| match text(name) {
            None => Ok(0),
            Some(word) => {
                words.iter().position(|w| *w == word).ok_or_else(|| invalid(name, expected))
            }
        };
        let language = match text("lang") {
            None => Language::parse(page_language).unwrap_or_default(),
            Some(tag) => Language::parse(&tag).ok_or_else(|| invalid("lang", Language::LISTED))?,
        };
        let view = match text("view") {
            None => View::default(),
            Some(word) => View::parse(&word).ok_or_else(|| invalid("view", View::LISTED))?,
        };
        let indicator = match text("indicator") {
            None if view.is_overview() => Some(String::new()),
            given => given.filter(|id| is_id(id, view.is_overview())),
        };
        // What may be chosen in a page is its script's; who may choose begins with the country.
        let controls = attribute("controls");
        let mut offered = controls.as_deref().unwrap_or_default().split([',', ' ']);
        if !offered.all(|word| ["", "region", "indicator", "period"].contains(&word)) {
            return Err(invalid("controls", "region, indicator, period"));
        }
        // Regions can be set beside each other without one that is the reader's own.
        let is_free = controls.is_some()
            || matches!(view, View::Ranking | View::Funnel | View::Map | View::Heatmap);
        let region = match text("region") {
            None if is_free => Some(COUNTRY.to_string()),
            given => given,
        };
        // No other core than that of maps needs to know.
        let shapes = match cfg!(feature = "map") {
            true => chosen("map", &["borders", "tiles"], "borders, tiles")?,
            false => 0,
        };
        let shapes = if shapes == 0 { Shapes::Borders } else { Shapes::Tiles };
        let details = match chosen("details", &["closed", "open", "none"], "closed, open, none")? {
            0 => Details::Closed,
            1 => Details::Open,
            _ => Details::None,
        };
        chosen("theme", &["auto", "light", "dark"], "auto, light, dark")?;
        chosen("loading", &["lazy", "eager"], "lazy, eager")?;
        let period = match text("period") {
            None => None,
            Some(word) => Some(
                Period::parse(&word)
                    .ok_or_else(|| invalid("period", "2015, 2010-2015, 2022-07"))?,
            ),
        };
        let edition = match text("edition") {
            None => None,
            Some(word) => Some(Edition::parse(&word).ok_or_else(|| invalid("edition", EDITIONS))?),
        };
        let heading = match text("heading") {
            None => Heading::Message,
            Some(given) => {
                Heading::parse(given).ok_or_else(|| invalid("heading", Heading::LISTED))?
            }
        };
        // A core that has no flags is asked for no chart with annotations.
        #[cfg(feature = "tools")]
        let annotations = match attribute("annotations") {
            None => Vec::new(),
            Some(list) => {
                Annotation::list(&list).ok_or_else(|| invalid("annotations", Annotation::LISTED))?
            }
        };
        let heading_level = match text("heading-level").as_deref().map(str::as_bytes) {
            None => 3,
            Some([digit @ b'1'..=b'6']) => digit - b'0',
            Some(_) => return Err(invalid("heading-level", "1, 2, 3, 4, 5, 6")),
        };
        let compare = text("compare").unwrap_or_else(|| COUNTRY.to_string());
        Ok(Self {
            indicator: indicator
                .ok_or_else(|| invalid("indicator", "big2, tienermoeders, vroeggeboorte"))?,
            region: region
                .ok_or_else(|| invalid("region", "Utrecht, GM0344, GG2514, PV26, NL01"))?,
            within: text("within"),
            shapes,
            sort: text("sort"),
            compare: compare
                .split([',', ' '])
                .filter(|code| !code.is_empty())
                .map(str::to_string)
                .collect(),
            view,
            period,
            edition,
            language,
            heading,
            #[cfg(feature = "tools")]
            annotations,
            #[cfg(feature = "tools")]
            insight: false,
            heading_level,
            details,
            width: width.clamp(*WIDTHS.start(), *WIDTHS.end()),
            height: None,
            downloads: false,
            deferred: false,
            date: None,
        })
    }
}

/// Ids become part of an address, so they hold nothing but letters, digits and hyphens; a list
/// of them has commas and blanks besides.
fn is_id(text: &str, is_list: bool) -> bool {
    let part = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-';
    text.bytes().all(|b| part(b) || is_list && matches!(b, b',' | b' '))
}
