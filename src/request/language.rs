// SPDX-License-Identifier: EUPL-1.2
//! The languages that figures speak, and which of them a build has.

/// The language of everything that a visitor reads.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Language {
    /// Dutch.
    #[default]
    Dutch,
    /// English.
    English,
}

impl Language {
    /// The tags of all languages, as a text: what may stand in an attribute.
    pub const LISTED: &'static str = "nl, en";

    /// The language of which this build has the words, where it has those of one alone.
    const ONLY: Option<Self> = match (cfg!(feature = "dutch"), cfg!(feature = "english")) {
        (true, false) => Some(Self::Dutch),
        (false, true) => Some(Self::English),
        _ => None,
    };

    /// The language that is spoken where this one is asked for. A core that paints speaks one,
    /// whatever is asked, so that the words of the others are left out of it; the script asks the
    /// core of the right language.
    pub const fn spoken(self) -> Self {
        match Self::ONLY {
            Some(only) => only,
            None => self,
        }
    }

    /// The language of a tag such as `nl`, `nl-NL` or `en`.
    pub fn parse(tag: &str) -> Option<Self> {
        let main = tag.split('-').next().unwrap_or_default();
        let is = |code: &str| main.eq_ignore_ascii_case(code);
        if is("nl") {
            Some(Self::Dutch)
        } else if is("en") {
            Some(Self::English)
        } else {
            None
        }
    }

    /// The tag for a `lang` attribute.
    pub fn tag(self) -> &'static str {
        match self.spoken() {
            Self::Dutch => "nl",
            Self::English => "en",
        }
    }

    /// The one of two texts for whoever runs the program, which speaks these two languages however
    /// many charts have.
    pub fn either<T>(self, dutch: T, english: T) -> T {
        match self {
            Self::Dutch => dutch,
            Self::English => english,
        }
    }
}
