// SPDX-License-Identifier: EUPL-1.2
//! Stretches of time that a figure speaks of: a start and an end, in whole months.

use crate::limits::YEARS;

/// A period from the first day of one month to the last day of another.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Period {
    /// Months since January of year 0.
    start: i32,
    /// The last month, counted likewise; not before `start`.
    end: i32,
}

impl Period {
    /// Before all others: where a range of what is kept by period begins.
    pub const BEFORE_ALL: Self = Self { start: i32::MIN, end: i32::MIN };

    /// The whole years `first` to `last`; the two in any order.
    pub fn years(first: i32, last: i32) -> Self {
        let (first, last) = (first.min(last), first.max(last));
        Self { start: first * 12, end: last * 12 + 11 }
    }

    /// Reads `2015`, `2010-2015`, `2013/2015`, `2022-07` (a month) and the codes of CBS
    /// (`2015JJ00`, `2015KW02`, `2015MM07`), of a year that a figure can be of. Nothing else:
    /// `None`.
    ///
    /// ```
    /// use kansrijke_start::indicator::period::Period;
    ///
    /// assert_eq!(Period::parse("2013/2015"), Some(Period::years(2013, 2015)));
    /// assert_eq!(Period::parse("2015JJ00"), Period::parse("2015"));
    /// assert_eq!(Period::parse("2015KW02").map(|p| p.months()), Some(3));
    /// assert_eq!(Period::parse("2022-13"), None);
    /// assert_eq!(Period::parse("2015-2010"), None);
    /// assert_eq!(Period::parse("9999"), None);
    /// ```
    pub fn parse(text: &str) -> Option<Self> {
        let year = year(text.get(..4)?)?;
        let (sign, rest) = match text.get(4..) {
            None | Some("") => return Some(Self::years(year, year)),
            Some(rest) if rest.len() == 4 => (rest.get(..2)?, rest.get(2..)?),
            Some(rest) => (rest.get(..1)?, rest.get(1..)?),
        };
        let nth = number(rest)?;
        match (sign, rest.len()) {
            ("JJ", 2) if nth == 0 => Some(Self::years(year, year)),
            ("KW", 2) if (1..=4).contains(&nth) => Some(Self::months_of(year, nth * 3 - 2, 3)),
            ("MM", 2) | ("-", 2) if (1..=12).contains(&nth) => Some(Self::months_of(year, nth, 1)),
            ("-" | "/", 4) if nth >= year && YEARS.contains(&nth) => Some(Self::years(year, nth)),
            _ => None,
        }
    }

    /// The code that [`Period::parse`] reads back.
    ///
    /// ```
    /// use kansrijke_start::indicator::period::Period;
    ///
    /// for code in ["2015", "2010-2015", "2022-07", "2015KW02"] {
    ///     assert_eq!(Period::parse(code).unwrap().code(), code);
    /// }
    /// ```
    pub fn code(self) -> String {
        let ((first, month), (last, _)) = (self.start(), self.end());
        let mut code = first.to_string();
        match self.months() {
            12 if month == 1 => {}
            1 => {
                code.push_str(if month < 10 { "-0" } else { "-" });
                code.push_str(&month.to_string());
            }
            3 => {
                code.push_str("KW0");
                code.push_str(&(month / 3 + 1).to_string());
            }
            _ => {
                code.push('-');
                code.push_str(&last.to_string());
            }
        }
        code
    }

    fn months_of(year: i32, first: i32, count: i32) -> Self {
        let start = year * 12 + first - 1;
        Self { start, end: start + count - 1 }
    }

    /// The first year and, with it, the month (1 to 12).
    pub fn start(self) -> (i32, i32) {
        (self.start.div_euclid(12), self.start.rem_euclid(12) + 1)
    }

    /// The last year and month.
    pub fn end(self) -> (i32, i32) {
        (self.end.div_euclid(12), self.end.rem_euclid(12) + 1)
    }

    /// How many months it lasts: 12 for a year.
    pub fn months(self) -> i32 {
        self.end - self.start + 1
    }

    /// Its middle on an axis of years: 2015.5 for the year 2015.
    pub fn middle(self) -> f64 {
        f64::from(self.start + self.end + 1) / 24.0
    }

    /// Whether `next` begins in the month after this one ends.
    pub fn touches(self, next: Self) -> bool {
        self.end + 1 == next.start
    }

    /// From the beginning of this one to the end of `later`, which does not end before it begins.
    pub fn to(self, later: Self) -> Self {
        Self { start: self.start, end: later.end.max(self.start) }
    }

    /// Whether every month of `other` lies in this period.
    pub fn contains(self, other: Self) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// Whether it begins in `other`'s first month or later.
    pub fn starts_from(self, other: Self) -> bool {
        self.start >= other.start
    }

    /// Later ends first, then the shorter one: the order in which a reader wants them.
    pub fn recency(self) -> (i32, i32) {
        (-self.end, self.months())
    }
}

/// A year that a figure can be of.
fn year(text: &str) -> Option<i32> {
    number(text).filter(|year| YEARS.contains(year))
}

/// Digits only: no sign, no blank.
fn number(text: &str) -> Option<i32> {
    if text.bytes().all(|b| b.is_ascii_digit()) { text.parse().ok() } else { None }
}
