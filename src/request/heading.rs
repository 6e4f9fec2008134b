// SPDX-License-Identifier: EUPL-1.2
//! What stands in the heading of a figure.

/// The heading that is asked for.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub enum Heading {
    /// What the figure shows, in a few words: "Utrecht: minder kinderen van tienermoeders dan
    /// Nederland".
    #[default]
    Message,
    /// The indicator and the place.
    Name,
    /// A text of the page's own.
    Own(String),
}

/// The longest text that a page may give, in characters.
const LONGEST: usize = 160;

impl Heading {
    /// What may stand in the attribute, as a text.
    pub(super) const LISTED: &'static str = "message, name, a text of at most 160 characters";

    /// What the attribute says; `None` for a text that is too long.
    ///
    /// ```
    /// use kansrijke_start::request::Heading;
    /// assert_eq!(Heading::parse("name".into()), Some(Heading::Name));
    /// assert_eq!(Heading::parse("Ede".into()), Some(Heading::Own("Ede".into())));
    /// assert_eq!(Heading::parse("x".repeat(161)), None);
    /// ```
    pub fn parse(text: String) -> Option<Self> {
        match &*text {
            "message" => Some(Self::Message),
            "name" => Some(Self::Name),
            _ => text.chars().nth(LONGEST).is_none().then_some(Self::Own(text)),
        }
    }
}
