// SPDX-License-Identifier: EUPL-1.2
//! A quick hash for the texts and keys that every row looks up.

use std::collections::HashMap;

/// Every row looks up its region and period: the usual hash takes half of the time.
pub(super) type Quick = std::hash::BuildHasherDefault<Mixed>;

/// Spreads short keys. Their number is bounded by what the tables of places and years know, so
/// there is nothing to attack.
#[derive(Clone, Copy, Debug, Default)]
pub struct Mixed(u64);

impl std::hash::Hasher for Mixed {
    fn finish(&self) -> u64 {
        self.0
    }
    fn write(&mut self, bytes: &[u8]) {
        for chunk in bytes.chunks(8) {
            self.write_u64(word(chunk));
        }
    }
    fn write_u64(&mut self, key: u64) {
        let mixed = (self.0 ^ key).wrapping_mul(0x9e37_79b9_7f4a_7c15);
        self.0 = mixed ^ (mixed >> 32);
    }
}

fn word(bytes: &[u8]) -> u64 {
    bytes.iter().fold(0, |word, byte| word << 8 | u64::from(*byte))
}

/// What texts were found to be. Codes and years are as short as a number, which is compared in
/// one step.
#[derive(Debug)]
pub(super) struct Memo<T> {
    short: HashMap<u64, T, Quick>,
    long: HashMap<String, T, Quick>,
}

impl<T> Default for Memo<T> {
    fn default() -> Self {
        Self { short: HashMap::default(), long: HashMap::default() }
    }
}

impl<T> Memo<T> {
    pub(super) fn get(&self, text: &str) -> Option<&T> {
        match text.len() {
            // A number that begins with something else than zero tells how long its text was.
            1..=8 if !text.starts_with('\0') => self.short.get(&word(text.as_bytes())),
            _ => self.long.get(text),
        }
    }

    pub(super) fn insert(&mut self, text: &str, known: T) {
        match text.len() {
            1..=8 if !text.starts_with('\0') => {
                self.short.insert(word(text.as_bytes()), known);
            }
            _ => {
                self.long.insert(text.to_string(), known);
            }
        }
    }

    pub(super) fn len(&self) -> usize {
        self.short.len() + self.long.len()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_of_every_length_are_kept_apart() {
        let texts =
            ["", "\0", "\0\0a", "a", "\0a", "a\0", "GM0344", "GM034", "12345678", "123456789", "é"];
        let mut memo = Memo::default();
        for (at, text) in texts.iter().enumerate() {
            assert_eq!(memo.get(text), None, "{text:?}");
            memo.insert(text, at);
        }
        assert_eq!(memo.len(), texts.len());
        for (at, text) in texts.iter().enumerate() {
            assert_eq!(memo.get(text), Some(&at), "{text:?}");
        }
    }
}
