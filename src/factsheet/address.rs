// SPDX-License-Identifier: EUPL-1.2
//! Addresses of the web that a factsheet links to or stands at.

/// An address that is safe to link to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Address(String);

impl Address {
    /// Reads an address of the secure web, of signs that stand in no other role.
    ///
    /// ```
    /// use kansrijke_start::factsheet::address::Address;
    ///
    /// assert!(Address::parse("https://www.example.nl/factsheets/").is_some());
    /// for other in ["", "https://", "http://example.nl", "javascript:alert(1)", "https://a\"b", "https:///a"] {
    ///     assert_eq!(Address::parse(other), None, "{other}");
    /// }
    /// ```
    pub fn parse(text: &str) -> Option<Self> {
        let rest = text.strip_prefix("https://")?;
        let is_plain = |b: u8| b.is_ascii_alphanumeric() || b"-._~%:/?=&+#".contains(&b);
        let is_address = rest.bytes().next().is_some_and(|b| b.is_ascii_alphanumeric());
        (is_address && rest.bytes().all(is_plain)).then(|| Self(text.to_string()))
    }

    /// As it is written.
    pub fn text(&self) -> &str {
        &self.0
    }

    /// That of a file in the folder that it is the address of.
    pub fn file(&self, name: &str) -> String {
        [self.0.trim_end_matches('/'), "/", name].concat()
    }
}
