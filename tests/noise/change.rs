// SPDX-License-Identifier: EUPL-1.2
//! What is done to a seed to make noise of it. Most of it keeps what a reader looks at first, such as
//! brackets and separators, so that the noise gets past that.

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::{Index, select};

/// The longest input that is made, in bytes.
const LONGEST: usize = 20_000;

/// What other files had where a reader was wrong about them, or may be.
const TOKENS: [&str; 36] = [
    "0",
    "-1",
    "1e308",
    "-1e-320",
    "0.1",
    "99999999999999999999",
    "4294967295",
    "-9223372036854775808",
    "NaN",
    "null",
    "true",
    "[]",
    "{}",
    "[[",
    "{\"a\":",
    "\"\"",
    "\"",
    "'",
    "\\u0000",
    "\\ud800",
    "\0",
    "\u{feff}",
    "\u{e9}",
    "\u{1f476}",
    "\u{202e}",
    "\r\n",
    "\t",
    ";",
    ",",
    "<!--",
    "]]>",
    "&#0;",
    "GM0344",
    "NL01",
    "2015-2010",
    "0001",
];

/// One change. Places are parts of the whole, so that every change fits every input.
#[derive(Clone, Debug)]
pub enum Change {
    /// Another bit.
    Bit(Index, u8),
    /// Another digit, where there is one.
    Digit(Index, u8),
    /// Another number, where there is one.
    Number(Index, &'static str),
    /// A word where another of the same input stands.
    Word(Index, Index),
    /// What stands between two separators, left out.
    Less(Index),
    /// The same, this often.
    More(Index, usize),
    /// The same, where another stands.
    Moved(Index, Index),
    /// Something else in between.
    Token(Index, &'static str),
    /// So many bytes left out.
    Gap(Index, usize),
    /// So many bytes, this often.
    Repeat(Index, usize, usize),
    /// So many bytes of another seed in between.
    Splice(Index, Index, Index, usize),
    /// No more than this.
    End(Index),
    /// Blanks at the end: some targets go by the length.
    Blanks(usize),
}

/// Changes to one input, few as a rule.
pub fn changes() -> impl Strategy<Value = Vec<Change>> {
    let at = any::<Index>;
    let token = || select(&TOKENS[..]);
    let change = prop_oneof![
        2 => (at(), 0..8_u8).prop_map(|(at, bit)| Change::Bit(at, bit)),
        4 => (at(), b'0'..=b'9').prop_map(|(at, digit)| Change::Digit(at, digit)),
        4 => (at(), token()).prop_map(|(at, token)| Change::Number(at, token)),
        4 => (at(), at()).prop_map(|(at, from)| Change::Word(at, from)),
        4 => at().prop_map(Change::Less),
        3 => (at(), 2..40_usize).prop_map(|(at, times)| Change::More(at, times)),
        3 => (at(), at()).prop_map(|(at, from)| Change::Moved(at, from)),
        2 => (at(), token()).prop_map(|(at, token)| Change::Token(at, token)),
        2 => (at(), 1..40_usize).prop_map(|(at, length)| Change::Gap(at, length)),
        1 => (at(), 1..4_usize, 2..4000_usize).prop_map(|(at, l, times)| Change::Repeat(at, l, times)),
        2 => (at(), at(), at(), 1..200_usize).prop_map(|(at, seed, from, l)| Change::Splice(at, seed, from, l)),
        1 => at().prop_map(Change::End),
        3 => (1..130_usize).prop_map(Change::Blanks),
    ];
    prop_oneof![3 => vec(change.clone(), 1..3), 1 => vec(change, 3..8)]
}

impl Change {
    /// Makes it.
    pub fn make(&self, bytes: &mut Vec<u8>, seeds: &[Vec<u8>]) {
        let whole = bytes.len();
        let place = |at: &Index| at.index(whole + 1);
        match self {
            Self::Bit(at, bit) if whole > 0 => bytes[at.index(whole)] ^= 1 << bit,
            Self::Digit(at, digit) => {
                let all: Vec<usize> = (0..whole).filter(|at| bytes[*at].is_ascii_digit()).collect();
                if !all.is_empty() {
                    bytes[*at.get(&all)] = *digit;
                }
            }
            Self::Number(at, token) => {
                if let Some((from, to)) = pick(&runs(bytes, u8::is_ascii_digit), at) {
                    bytes.splice(from..to, token.bytes());
                }
            }
            Self::Word(at, other) => {
                let words = runs(bytes, |b| b.is_ascii_alphanumeric() || b"-_.".contains(b));
                swap(bytes, pick(&words, at), pick(&words, other));
            }
            Self::Less(at) => {
                if let Some((from, to)) = pick(&items(bytes), at) {
                    bytes.drain(from..(to + 1).min(whole));
                }
            }
            Self::More(at, times) => {
                if let Some((from, to)) = pick(&items(bytes), at) {
                    let item = bytes[from..(to + 1).min(whole)].repeat(*times);
                    bytes.splice(from..from, item);
                }
            }
            Self::Moved(at, other) => {
                let items = items(bytes);
                swap(bytes, pick(&items, at), pick(&items, other));
            }
            Self::Token(at, token) => drop(bytes.splice(place(at)..place(at), token.bytes())),
            Self::Gap(at, length) => drop(bytes.drain(place(at)..(place(at) + length).min(whole))),
            Self::Repeat(at, length, times) => {
                let some = bytes[place(at)..(place(at) + length).min(whole)].repeat(*times);
                bytes.splice(place(at)..place(at), some);
            }
            Self::Splice(at, seed, from, length) => {
                let seed = seed.get(seeds);
                let from = from.index(seed.len() + 1);
                let some = seed[from..(from + length).min(seed.len())].iter().copied();
                bytes.splice(place(at)..place(at), some);
            }
            Self::End(at) => bytes.truncate(place(at)),
            Self::Blanks(count) => bytes.extend(std::iter::repeat_n(b' ', *count)),
            Self::Bit(..) => {}
        }
        bytes.truncate(LONGEST);
    }
}

/// Where bytes of one sort stand together, from and to.
fn runs(bytes: &[u8], is_of: impl Fn(&u8) -> bool) -> Vec<(usize, usize)> {
    let mut runs = Vec::new();
    let mut at = 0;
    for run in bytes.split(|b| !is_of(b)) {
        if !run.is_empty() {
            runs.push((at, at + run.len()));
        }
        at += run.len() + 1;
    }
    runs
}

/// What stands between separators of the same sort: the items of a list, cells, rows, elements.
fn items(bytes: &[u8]) -> Vec<(usize, usize)> {
    let mut all = Vec::new();
    for signs in [&b","[..], b";", b"\n", b">", b",\n", b"[{"] {
        let found = runs(bytes, |b| !signs.contains(b));
        if found.len() > 1 {
            all.extend(found);
        }
    }
    all
}

fn pick(all: &[(usize, usize)], at: &Index) -> Option<(usize, usize)> {
    if all.is_empty() { None } else { Some(*at.get(all)) }
}

/// Puts what stands in one place into another.
fn swap(bytes: &mut Vec<u8>, to: Option<(usize, usize)>, from: Option<(usize, usize)>) {
    if let (Some(to), Some(from)) = (to, from) {
        let some = bytes[from.0..from.1].to_vec();
        bytes.splice(to.0..to.1, some);
    }
}
