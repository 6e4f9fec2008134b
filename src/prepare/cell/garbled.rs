// SPDX-License-Identifier: EUPL-1.2
//! Texts of which the letters were read in the wrong encoding, before they came here.

use encoding_rs::WINDOWS_1252;

/// What was written, of a text in UTF-8 that was read as Windows-1252 and saved again:
/// `SÃºdwest-FryslÃ¢n`. `None` for any other text.
///
/// ```
/// use kansrijke_start::prepare::cell::garbled::mended;
///
/// assert_eq!(mended("SÃºdwest-FryslÃ¢n").as_deref(), Some("Súdwest-Fryslân"));
/// assert_eq!(mended("Súdwest-Fryslân"), None);
/// assert_eq!(mended("Utrecht"), None);
/// ```
pub fn mended(text: &str) -> Option<String> {
    if text.is_ascii() {
        return None;
    }
    let (bytes, _, lossy) = WINDOWS_1252.encode(text);
    if lossy {
        return None;
    }
    String::from_utf8(bytes.into_owned()).ok()
}

/// Whether a letter was lost on the way and something else stands in its place.
pub fn has_lost_letters(text: &str) -> bool {
    text.contains('\u{fffd}') || (text.contains('?') && text.chars().any(char::is_alphabetic))
}
