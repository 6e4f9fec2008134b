// SPDX-License-Identifier: EUPL-1.2
//! Editions of the figures, by their names.

/// The name of an edition: its day, and from the second of that day on which one it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edition(String);

impl Edition {
    /// Reads `2026-11-28` or `2026-11-28-2`. It becomes a part of an address, so nothing else.
    ///
    /// ```
    /// use kansrijke_start::indicator::edition::Edition;
    ///
    /// assert_eq!(Edition::parse("2026-11-28-2").map(|e| e.day().to_string()), Some("2026-11-28".into()));
    /// for other in ["", "2026", "2026-13-01", "2026-11-28-", "2026-11-28-02", "2026-11-28/..", "２026-11-28"] {
    ///     assert_eq!(Edition::parse(other), None, "{other}");
    /// }
    /// ```
    pub fn parse(text: &str) -> Option<Self> {
        let bytes = text.as_bytes();
        let (day, nth) = bytes.split_at_checked(10)?;
        let is_day = day.iter().enumerate().all(|(at, byte)| match at {
            4 | 7 => *byte == b'-',
            _ => byte.is_ascii_digit(),
        });
        let number = |at: usize| match bytes.get(at..at + 2) {
            Some([tens, ones]) => tens.wrapping_sub(b'0') * 10 + ones.wrapping_sub(b'0'),
            _ => 0,
        };
        let is_nth = match nth {
            [] => true,
            [b'-', b'1'..=b'9', rest @ ..] => rest.len() < 3 && rest.iter().all(u8::is_ascii_digit),
            _ => false,
        };
        let is_dated = is_day && (1..=12).contains(&number(5)) && (1..=31).contains(&number(8));
        (is_dated && is_nth).then(|| Self(text.to_string()))
    }

    /// Its name.
    pub fn id(&self) -> &str {
        &self.0
    }

    /// Its day.
    pub fn day(&self) -> &str {
        self.0.get(..10).unwrap_or_default()
    }
}
