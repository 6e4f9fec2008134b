// SPDX-License-Identifier: EUPL-1.2
//! The reader of OData in JSON.

use super::look::Look;
use kansrijke_start::prepare::read::format::Format;
use kansrijke_start::prepare::read::format::delimited::Lines;
use kansrijke_start::prepare::read::format::description::is_description;
use kansrijke_start::prepare::read::format::odata::Observations;
use kansrijke_start::prepare::read::input::Input;

/// Whether there were rows, and nothing wrong behind them.
pub fn run(bytes: &[u8]) -> bool {
    let Ok(input) = Input::of("x.json", bytes) else { return false };
    let _ = is_description(&Lines::of(&input.head));
    let mut look = Look::counted();
    Observations.read(&input, &mut look).is_ok() && look.rows > 0
}
