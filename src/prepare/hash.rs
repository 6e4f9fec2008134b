// SPDX-License-Identifier: EUPL-1.2
//! A quick hash for the texts and keys that every row looks up.

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
            let mut word = [0; 8];
            word.iter_mut().zip(chunk).for_each(|(to, from)| *to = *from);
            self.write_u64(u64::from_le_bytes(word));
        }
    }
    fn write_u64(&mut self, key: u64) {
        let mixed = (self.0 ^ key).wrapping_mul(0x9e37_79b9_7f4a_7c15);
        self.0 = mixed ^ (mixed >> 32);
    }
}
