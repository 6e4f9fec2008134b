// SPDX-License-Identifier: EUPL-1.2
//! The readers of tables, on the same bytes.

use super::look::Look;
use kansrijke_start::prepare::read::format::{FORMATS, of};
use kansrijke_start::prepare::read::input::Input;

/// Whether it has a known form, and rows in it.
pub fn run(bytes: &[u8]) -> bool {
    let Ok(input) = Input::of("x", bytes) else { return false };
    let mut look = Look::default();
    let is_read = of(&input, None).is_ok_and(|format| format.read(&input, &mut look).is_ok());
    // The other tables differ from one line of headings only in what they are recognised by.
    for name in ["statline-old", "tidy"] {
        let format = FORMATS.into_iter().find(|f| f.name() == name).unwrap();
        let _ = format.read(&input, &mut Look::default());
    }
    is_read && look.rows > 0
}
