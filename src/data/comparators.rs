// SPDX-License-Identifier: EUPL-1.2
//! Areas that one area is set beside: those that border on it, and those that are like it in what is
//! no outcome. From a file of its own, of which whoever fetched it hands over what was asked for.

use crate::json::Value;
use crate::limits;
use crate::request::{Family, NEIGHBOURS, PEERS, Request};

/// Areas that were chosen for one area, and what a reader should know of them: lines of a text, so
/// that a core that paints has little to read.
#[derive(Clone, Debug, PartialEq)]
pub struct Chosen(String);

impl Chosen {
    /// Reads what was handed over: in a line the codes, the area's own first, with blanks between them;
    /// in the next what they are called together, a place in a sentence ("Urk and its only neighbour");
    /// in the next how they were chosen, and why each of them. A fourth says that they lie around the
    /// area. Nothing where it is no text, or a longer one than anybody would write.
    pub fn read(chosen: &Value) -> Option<Self> {
        let text = chosen.text().filter(|text| text.len() <= limits::CHOSEN)?;
        Some(Self(text.to_string()))
    }

    /// What the file of an area has for a request: where its indicator counts a characteristic by which
    /// areas are alike, and for many indicators, a choice that was made without that. `None` where it
    /// has none.
    ///
    /// The element picks the same (`www/later/chosen.js`).
    ///
    /// ```
    /// use kansrijke_start::data::comparators::Chosen;
    /// use kansrijke_start::request::Request;
    ///
    /// let file = r#"{"region": "GM0184", "choices": {"neighbours": {"regions": ["GM0171"],
    ///     "name": {"nl": "Urk en de enige buurgemeente", "en": "Urk and its only neighbour"},
    ///     "said": [{"nl": "Buren.", "en": "Neighbours."}]}}}"#;
    /// let asked = |name: &str| match name {
    ///     "indicator" => Some("tienermoeders".to_string()),
    ///     "region" => Some("Urk".to_string()),
    ///     "view" => Some("ranking".to_string()),
    ///     "within" => Some("neighbours".to_string()),
    ///     _ => None,
    /// };
    /// let request = Request::parse(asked, "nl", 640).unwrap();
    /// let urk = Chosen::of(&serde_json::from_str(file).unwrap(), &request).unwrap();
    /// assert!(urk.is_for("GM0184") && !urk.is_for("GM0171") && urk.is_near());
    /// assert_eq!((urk.codes(), urk.name()), ("GM0184 GM0171", "Urk en de enige buurgemeente"));
    /// ```
    pub fn of(file: &Value, request: &Request) -> Option<Self> {
        let within = request.within.as_deref()?;
        let is_many = request.view.family() == Family::Overview;
        let indicator = if is_many { "" } else { &request.indicator };
        let choices = file.get("choices");
        let apart = file.get("apart").get(indicator).text().filter(|_| within == PEERS);
        let choice = choices.get(apart.unwrap_or(within));
        let language = request.language.tag();
        let texts = |all: &[Value], between: &str| {
            let texts = all.iter().map(|text| text.text().unwrap_or_default().to_string());
            texts.collect::<Vec<_>>().join(between)
        };
        let codes = [&[file.get("region").clone()], choice.get("regions").items()].concat();
        let said = choice.get("said").items().iter().map(|said| said.get(language).clone());
        let name = choice.get("name").get(language).text()?;
        let said = texts(&said.collect::<Vec<_>>(), " ");
        let near = if within == NEIGHBOURS { "\n" } else { "" };
        let text = [&texts(&codes, " "), "\n", name, "\n", &said, near].concat();
        Self::read(&Value::Text(text))
    }

    fn line(&self, nth: usize) -> Option<&str> {
        self.0.split('\n').nth(nth)
    }

    /// The codes of the areas, the own one first, with blanks between them.
    pub fn codes(&self) -> &str {
        self.line(0).unwrap_or_default()
    }

    /// What they are called together.
    pub fn name(&self) -> &str {
        self.line(1).unwrap_or_default()
    }

    /// How they were chosen, and why each of them.
    pub fn said(&self) -> &str {
        self.line(2).unwrap_or_default()
    }

    /// Whether they lie around the area, so that a map shows them alone.
    pub fn is_near(&self) -> bool {
        self.line(3).is_some()
    }

    /// Whether they were chosen for the area of this code.
    pub fn is_for(&self, code: &str) -> bool {
        self.codes().split(' ').next() == Some(code)
    }
}
