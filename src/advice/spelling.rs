// SPDX-License-Identifier: EUPL-1.2
//! Texts as they are compared: whatever people type differently for the same name falls away.

use crate::indicator::letter;

/// A name without accents, capitals and differences of quotes, hyphens and blanks; accents that
/// stand by themselves, as a Mac writes them in the names of files, fall away with the others, and
/// so do characters without width.
///
/// ```
/// use kansrijke_start::advice::spelling::fold;
///
/// assert_eq!(fold("Su\u{301}dwest\u{2011}Fryslân"), "sudwest fryslan");
/// assert_eq!(fold("’s-\u{200b}Gravenhage"), "'s gravenhage");
/// ```
pub fn fold(name: &str) -> String {
    let mut folded = String::with_capacity(name.len());
    let mut after_letter = false;
    for c in name.chars().flat_map(char::to_lowercase).map(letter::plain) {
        match c {
            'ĳ' => folded.push_str("ij"),
            '\u{300}'..='\u{36f}' => {}
            c if is_unseen(c) => continue,
            '´' | '`' | '¨' | '^' if after_letter => {}
            '’' | '‘' | '`' | '´' => folded.push('\''),
            '-' | '–' | '/' | '\u{2010}' | '\u{2011}' => folded.push(' '),
            c if c.is_whitespace() => folded.push(' '),
            c => folded.push(c),
        }
        after_letter = c.is_alphabetic();
    }
    folded.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The same without any other sign, for texts that somebody typed.
///
/// ```
/// use kansrijke_start::advice::spelling::key;
///
/// assert_eq!(key("Bergen (NH)"), key("“bergen  nh.”"));
/// assert_eq!(key("moeders_35_plus"), key("Moeders-35-plus"));
/// ```
pub fn key(text: &str) -> String {
    let plain = |c: char| match c {
        '_' | '.' | '(' | ')' | ',' | ':' => ' ',
        c => c,
    };
    let folded: String = fold(text).chars().map(plain).collect();
    let kept: String = folded.chars().filter(|c| c.is_alphanumeric() || *c == ' ').collect();
    kept.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Whether a text has quotes of a word processor around it, or on one side: they were meant as
/// those of the code, and became a part of the value.
///
/// ```
/// use kansrijke_start::advice::spelling::is_curly;
///
/// assert!(is_curly("”tienermoeders”") && is_curly("”Den"));
/// assert!(!is_curly("’s-Gravenhage"));
/// ```
pub fn is_curly(text: &str) -> bool {
    let trimmed = text.trim();
    let is_double = |c: char| matches!(c, '“' | '”' | '„' | '‟' | '″' | '«' | '»');
    trimmed.starts_with(is_double) || trimmed.ends_with(is_double) || trimmed.ends_with('’')
}

/// Whether a character takes no room.
fn is_unseen(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}')
}

/// How many letters must be put in, left out, changed or swapped with the next to come from one
/// text to the other.
///
/// ```
/// use kansrijke_start::advice::spelling::distance;
///
/// assert_eq!(distance("utrecht", "utrehct"), 1);
/// assert_eq!(distance("amersfoort", "amersfort"), 1);
/// assert_eq!(distance("ede", ""), 3);
/// ```
pub fn distance(one: &str, other: &str) -> usize {
    let other: Vec<char> = other.chars().collect();
    let mut two_before: Vec<usize> = Vec::new();
    let mut before: Vec<usize> = (0..=other.len()).collect();
    let mut last = None;
    for (row, letter) in one.chars().enumerate() {
        let mut current = vec![row + 1];
        for (column, wanted) in other.iter().enumerate() {
            let at =
                |line: &[usize], column: usize| line.get(column).copied().unwrap_or(usize::MAX);
            let changed = at(&before, column) + usize::from(letter != *wanted);
            let mut least = changed.min(at(&before, column + 1) + 1).min(at(&current, column) + 1);
            let is_swapped = column > 0
                && last == Some(*wanted)
                && other.get(column - 1).is_some_and(|previous| *previous == letter);
            if is_swapped {
                least = least.min(at(&two_before, column - 1).saturating_add(1));
            }
            current.push(least);
        }
        two_before = before;
        before = current;
        last = Some(letter);
    }
    before.last().copied().unwrap_or_default()
}

/// How far a text may be from one that was meant: one slip in four letters.
pub(super) fn patience(text: &str) -> usize {
    match text.chars().count() {
        0..=2 => 0,
        3..=5 => 1,
        6..=9 => 2,
        _ => 3,
    }
}
