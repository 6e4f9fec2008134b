// SPDX-License-Identifier: EUPL-1.2
//! Where figures come from.

use super::bilingual::Bilingual;
use crate::json::Reader;
use serde::Serialize;

/// Where the figures come from: the footer that Dutch readers know from staatvenz.nl.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Source {
    /// Who published them.
    pub publisher: String,
    /// In what.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub publication: Option<String>,
    /// When they were last brought up to date (`2016-10-28`), where the publisher says so.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub updated: Option<String>,
    /// How often that happens.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub frequency: Option<Bilingual>,
    /// An address with more about them.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub more: Option<String>,
}

impl Source {
    /// The host of the address with more about the figures; `None` of one that is no safe link, such as
    /// one with a name of a user before the host, which readers would take for the host.
    pub fn host(&self) -> Option<&str> {
        let host = self.more.as_deref()?.strip_prefix("https://")?.split('/').next()?;
        host.bytes()
            .all(|byte| matches!(byte, b'-'..=b':' | b'a'..=b'z' | b'A'..=b'Z'))
            .then_some(host)
    }

    /// Reads a source as a definition has it.
    pub fn read(value: Reader) -> Self {
        Self {
            publisher: value.text("publisher"),
            publication: value.optional_text("publication"),
            updated: value.optional_text("updated"),
            frequency: value.optional("frequency").map(Bilingual::read),
            more: value.optional_text("more"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Source;

    #[test]
    fn a_host_is_what_a_browser_goes_to() {
        let host = |address: &str| {
            let source = Source { more: Some(address.into()), ..Source::default() };
            source.host().map(str::to_owned)
        };
        for (address, expected) in [
            ("https://www.cbs.nl/nl-nl/cijfers?dl=1#2", Some("www.cbs.nl")),
            ("https://www.cbs.nl", Some("www.cbs.nl")),
            ("https://data.example.nl:8443/a@b", Some("data.example.nl:8443")),
            ("https://www.cbs.nl@example.org/", None),
            ("https://www.cbs.nl:443@example.org/", None),
            (r"https://example.org\@www.cbs.nl/", None),
            ("https://example.org?@www.cbs.nl/", None),
            ("https://example.org#@www.cbs.nl/", None),
            ("https://www.cb\u{455}.nl/", None),
            ("https://www.cbs.nl\t@example.org/", None),
            ("http://www.cbs.nl/", None),
            ("javascript:alert(1)", None),
        ] {
            assert_eq!(host(address).as_deref(), expected, "{address}");
        }
    }
}
