// SPDX-License-Identifier: EUPL-1.2
//! Colours of a house style, and whether words in them can be read.

/// A colour of sRGB.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Colour([u8; 3]);

impl Colour {
    /// Reads `#8f1d5c`; nothing else, as it becomes a part of a style sheet.
    ///
    /// ```
    /// use kansrijke_start::factsheet::colour::Colour;
    ///
    /// assert_eq!(Colour::parse("#8F1D5C").map(Colour::text), Some("#8f1d5c".to_string()));
    /// for other in ["", "red", "#fff", "#8f1d5g", "#8f1d5c;}", "8f1d5c", "#+f1d5c"] {
    ///     assert_eq!(Colour::parse(other), None, "{other}");
    /// }
    /// ```
    pub fn parse(text: &str) -> Option<Self> {
        let digits = text.strip_prefix('#')?;
        if digits.len() != 6 || !digits.bytes().all(|byte| byte.is_ascii_hexdigit()) {
            return None;
        }
        let part = |at: usize| u8::from_str_radix(digits.get(at..at + 2)?, 16).ok();
        Some(Self([part(0)?, part(2)?, part(4)?]))
    }

    /// As a style sheet has it.
    pub fn text(self) -> String {
        let Self([red, green, blue]) = self;
        format!("#{red:02x}{green:02x}{blue:02x}")
    }

    /// The contrast with white paper, from 1 to 21 (WCAG 2.2, contrast ratio).
    ///
    /// ```
    /// use kansrijke_start::factsheet::colour::Colour;
    ///
    /// let contrast = |text| Colour::parse(text).unwrap().contrast();
    /// assert_eq!((contrast("#000000"), contrast("#ffffff")), (21.0, 1.0));
    /// // The lightest grey that words can be read in, and the next one.
    /// assert!(contrast("#767676") >= 4.5 && contrast("#777777") < 4.5);
    /// ```
    pub fn contrast(self) -> f64 {
        (1.0 + 0.05) / (self.luminance() + 0.05)
    }

    /// Its relative luminance, from 0 to 1 (WCAG 2.2).
    fn luminance(self) -> f64 {
        let linear = |part: u8| {
            let part = f64::from(part) / 255.0;
            if part <= 0.04045 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
        };
        let Self(parts) = self;
        let [red, green, blue] = parts.map(linear);
        0.2126 * red + 0.7152 * green + 0.0722 * blue
    }

    /// The same, faint: what an interval's band is beside its line.
    pub fn faint(self) -> Self {
        Self(self.0.map(|part| 255 - ((255 - part) / 7)))
    }
}
