// SPDX-License-Identifier: EUPL-1.2
//! The signs that stand where a number could: those that keep one back, those that say there is
//! none, and those that may mean either.

use super::number::{self, Decimal, Refusal, trim};

/// What a sign in the place of a number means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sign {
    /// The number exists and is kept back.
    Secret,
    /// There is no number.
    Missing,
    /// One of the two; the file does not say which.
    Either,
}

/// The number exists and is kept back. `-99996` is what Swing calls privacy.
const SECRET: [&str; 10] = [
    "geheim",
    "afgeschermd",
    "vertrouwelijk",
    "onderdrukt",
    "achtergehouden",
    "confidential",
    "suppressed",
    "secret",
    "-99996",
    "-99996.0",
];

/// There is no number: it was not asked, does not apply, or is nil in a table of old.
const MISSING: [&str; 15] = [
    "",
    "-",
    "–",
    "—",
    "impossible",
    "null",
    "nan",
    "n.v.t.",
    "nvt",
    "n.b.",
    "nb",
    "onbekend",
    "ontbreekt",
    "#n/a",
    "#n/b",
];

/// Files use these for both. The numbers are codes of Swing and SPSS, and never numbers.
const EITHER: [&str; 14] = [
    ".", "..", "...", "x", "na", "n/a", "-9", "-99", "-999", "-9999", "-99999", "-99998", "-99997",
    "×",
];

/// What a text means that is no number; `None` for any other text.
///
/// ```
/// use kansrijke_start::prepare::cell::sign::{Sign, of};
///
/// assert_eq!(of("< 10"), Some(Sign::Secret));
/// assert_eq!(of("1-9"), Some(Sign::Secret));
/// assert_eq!(of("Geheim"), Some(Sign::Secret));
/// assert_eq!(of("n.v.t."), Some(Sign::Missing));
/// assert_eq!(of("NA"), Some(Sign::Either));
/// assert_eq!(of("12"), None);
/// ```
pub fn of(text: &str) -> Option<Sign> {
    let text = trim(text);
    let among = |signs: &[&str]| signs.iter().any(|sign| text.eq_ignore_ascii_case(sign));
    if among(&MISSING) {
        return Some(Sign::Missing);
    }
    if among(&EITHER) {
        return Some(Sign::Either);
    }
    let stars = !text.is_empty() && text.bytes().all(|b| b == b'*');
    (stars || among(&SECRET) || is_below(text) || is_range(text)).then_some(Sign::Secret)
}

/// `<10`, `< 10`, `≤9`, `<=9`.
fn is_below(text: &str) -> bool {
    let below = ["<=", "≤", "<"].iter().find_map(|sign| text.strip_prefix(sign));
    below.is_some_and(|number| is_count(trim(number)))
}

/// `1-9`: a count that is given as a class.
fn is_range(text: &str) -> bool {
    let parts = ["-", "–", "t/m", "tot"].iter().find_map(|between| text.split_once(between));
    let Some((low, high)) = parts.map(|(low, high)| (trim(low), trim(high))) else {
        return false;
    };
    let number = |text: &str| text.parse::<u32>().ok().filter(|n| is_count(text) && *n < 1000);
    number(low).zip(number(high)).is_some_and(|(low, high)| low < high)
}

fn is_count(text: &str) -> bool {
    (1..=6).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_digit())
}

/// What stands in a cell.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Cell {
    /// A number.
    Number(f64),
    /// A sign in its place.
    Sign(Sign),
}

/// What the signs of one file mean: by what its recipe says, then by the habits of its maker,
/// then by [`of`].
#[derive(Clone, Debug, Default)]
pub struct Signs {
    secret: Vec<String>,
    missing: Vec<String>,
    habits: &'static [&'static str],
}

impl Signs {
    /// What a recipe says of one file.
    pub fn of_recipe(secret: &[String], missing: &[String]) -> Self {
        let own = |signs: &[String]| signs.iter().map(|s| trim(s).to_lowercase()).collect();
        Self { secret: own(secret), missing: own(missing), habits: &[] }
    }

    /// Takes the habits of the maker of a file of this form with these headings.
    pub fn learn(&mut self, form: &str, headings: &[String]) {
        self.habits = habits(form, headings);
    }

    /// Reads a cell.
    ///
    /// # Errors
    /// A text that is neither a number nor a sign.
    pub fn cell(&self, text: &str, decimal: Option<Decimal>) -> Result<Cell, Refusal> {
        let has_own = !self.secret.is_empty() || !self.missing.is_empty();
        // Most cells begin with a digit and are numbers, unless a recipe knows better.
        let plain = !has_own && text.bytes().next().is_some_and(|b| b.is_ascii_digit());
        match plain.then(|| number::read(text, decimal)) {
            Some(Ok(number)) => return Ok(Cell::Number(number)),
            Some(Err(Refusal::Ambiguous)) => return Err(Refusal::Ambiguous),
            Some(Err(Refusal::NotANumber)) | None => {}
        }
        match self.of(text) {
            Some(sign) => Ok(Cell::Sign(sign)),
            None => number::read(text, decimal).map(Cell::Number),
        }
    }

    /// What a text means; `None` where it is no sign.
    pub fn of(&self, text: &str) -> Option<Sign> {
        let text = trim(text);
        let among = |signs: &[String]| signs.iter().any(|sign| sign == &text.to_lowercase());
        if !self.secret.is_empty() && among(&self.secret) {
            return Some(Sign::Secret);
        }
        if !self.missing.is_empty() && among(&self.missing) {
            return Some(Sign::Missing);
        }
        match of(text) {
            Some(Sign::Either) if self.habits.iter().any(|s| text.eq_ignore_ascii_case(s)) => {
                Some(Sign::Secret)
            }
            sign => sign,
        }
    }
}

/// The signs by which the maker of a file keeps numbers back. CBS writes `.` for what is unknown,
/// unreliable or secret and `x` for what is secret; RIVM's DIAPER writes `NA`.
pub fn habits(form: &str, headings: &[String]) -> &'static [&'static str] {
    match form {
        "statline" | "statline-old" | "odata-v3-csv" | "odata-v3" => &[".", "x"],
        "write-csv" if is_diaper(headings) => &["na"],
        _ => &[],
    }
}

/// DIAPER names its column of municipalities after the year of its boundaries, and its
/// totals after what they are the totals of.
fn is_diaper(headings: &[String]) -> bool {
    let division = |h: &String| {
        h.strip_prefix("gem").is_some_and(|y| y.len() == 4 && y.bytes().all(|b| b.is_ascii_digit()))
    };
    headings.iter().any(division)
        && headings.iter().any(|h| h.starts_with("totaal_") || h.starts_with("perc_"))
}
