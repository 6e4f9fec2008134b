// SPDX-License-Identifier: EUPL-1.2
//! Numbers as they stand in official files.

use serde::Deserialize;

/// The sign before the decimals.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
pub enum Decimal {
    /// `1,234.5`.
    #[serde(rename = ".")]
    Point,
    /// `1.234,5`.
    #[serde(rename = ",")]
    Comma,
}

impl Decimal {
    fn sign(self) -> char {
        match self {
            Self::Point => '.',
            Self::Comma => ',',
        }
    }

    fn of(sign: char) -> Self {
        if sign == ',' { Self::Comma } else { Self::Point }
    }

    fn other(self) -> Self {
        match self {
            Self::Point => Self::Comma,
            Self::Comma => Self::Point,
        }
    }
}

/// Why a text is no number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// `1.234` may be one and a bit, or more than a thousand.
    Ambiguous,
    /// Text, or a number with the signs the other way round.
    NotANumber,
}

/// A text without blanks around it, a no-break space being one.
pub fn trim(text: &str) -> &str {
    // Nearly every cell: nothing to look for.
    if let (Some(b'!'..=b'~'), Some(b'!'..=b'~')) =
        (text.as_bytes().first(), text.as_bytes().last())
    {
        return text;
    }
    text.trim_matches(|c: char| c.is_whitespace() || c == '\u{feff}')
}

/// Reads a number. Without `decimal`, `1.234` is refused as ambiguous.
///
/// ```
/// use kansrijke_start::prepare::cell::number::{Decimal, Refusal, read};
///
/// assert_eq!(read("167.595", Some(Decimal::Comma)), Ok(167595.0));
/// assert_eq!(read("167.595", Some(Decimal::Point)), Ok(167.595));
/// assert_eq!(read("167.595", None), Err(Refusal::Ambiguous));
/// assert_eq!(read("1.234.567,5 %", None), Ok(1234567.5));
/// assert_eq!(read(".", None), Err(Refusal::NotANumber));
/// ```
///
/// # Errors
/// See [`Refusal`].
pub fn read(text: &str, decimal: Option<Decimal>) -> Result<f64, Refusal> {
    let text = trim(text);
    if is_short(text) {
        let digits = text.bytes().fold(0_u64, |n, b| n * 10 + u64::from(b - b'0'));
        return Ok(digits as f64);
    }
    let text = trim(text.trim_end_matches(['%', '*']));
    let (negative, text) = match text.strip_prefix(['-', '−']) {
        Some(rest) => (true, rest),
        None => (false, text),
    };
    let sign = |n: f64| if negative { -n } else { n };
    match form(text).ok_or(Refusal::NotANumber)? {
        Form::Plain => number(text, None).map(sign),
        Form::Known(known) if decimal.is_none_or(|d| d == known) => {
            number(text, Some(known)).map(sign)
        }
        Form::Known(_) => None,
        Form::Open => match decimal {
            Some(decimal) => number(text, Some(decimal)).map(sign),
            None => return Err(Refusal::Ambiguous),
        },
    }
    .ok_or(Refusal::NotANumber)
}

/// Whether a text is of digits alone, as in most cells, and no more of them than a number keeps.
fn is_short(text: &str) -> bool {
    (1..16).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_digit())
}

/// What a cell says about the sign that its file uses; `None` where it says nothing.
pub fn evidence(text: &str) -> Option<Decimal> {
    if is_short(text) {
        return None;
    }
    let text = trim(trim(text).trim_end_matches(['%', '*']));
    match form(text.trim_start_matches(['-', '−']))? {
        Form::Known(decimal) => Some(decimal),
        Form::Plain | Form::Open => None,
    }
}

/// The way a number is written.
enum Form {
    /// Digits alone.
    Plain,
    /// Only one reading of its signs is possible.
    Known(Decimal),
    /// One sign with exactly three digits behind it.
    Open,
}

fn form(text: &str) -> Option<Form> {
    let allowed = |c: char| c.is_ascii_digit() || matches!(c, '.' | ',') || is_gap(c);
    if !text.chars().all(allowed) || !text.chars().any(|c| c.is_ascii_digit()) {
        return None;
    }
    let marks: Vec<char> = text.chars().filter(|c| matches!(c, '.' | ',')).collect();
    let (Some(first), Some(last)) = (marks.first(), marks.last()) else {
        return Some(Form::Plain);
    };
    if first != last {
        // Both occur: the last one stands before the decimals, once.
        let alone = marks.iter().filter(|m| *m == last).count() == 1;
        return alone.then_some(Form::Known(Decimal::of(*last)));
    }
    if marks.len() > 1 {
        return Some(Form::Known(Decimal::of(*last).other()));
    }
    let (before, after) = text.split_once(*last)?;
    let open = after.len() == 3
        && (1..=3).contains(&before.len())
        && !before.starts_with('0')
        && before.bytes().all(|b| b.is_ascii_digit());
    Some(if open { Form::Open } else { Form::Known(Decimal::of(*last)) })
}

/// A blank between thousands.
fn is_gap(c: char) -> bool {
    matches!(c, ' ' | '\u{a0}' | '\u{202f}')
}

/// The number with its thousands in groups of three.
fn number(text: &str, decimal: Option<Decimal>) -> Option<f64> {
    let (whole, part) = match decimal.and_then(|d| text.split_once(d.sign())) {
        Some((whole, part)) => (whole, Some(part)),
        None => (text, None),
    };
    let thousands = |c: char| is_gap(c) || decimal.is_some_and(|d| c == d.other().sign());
    let groups: Vec<&str> = whole.split(thousands).collect();
    let grouped = groups.len() == 1
        || (groups.iter().skip(1).all(|g| g.len() == 3)
            && groups.first().is_some_and(|g| (1..=3).contains(&g.len())));
    let digits = |t: &str| t.bytes().all(|b| b.is_ascii_digit());
    if !grouped || !groups.iter().all(|g| digits(g)) || !part.is_none_or(digits) {
        return None;
    }
    let mut text = groups.concat();
    if let Some(part) = part {
        text.push('.');
        text.push_str(part);
    }
    text.parse().ok().filter(|n: &f64| n.is_finite())
}
