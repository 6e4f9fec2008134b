// SPDX-License-Identifier: EUPL-1.2
//! An attacker that adds up what is published, one indicator at a time: linear programs and
//! elimination, which share nothing with the control.

pub mod bounds;
pub mod elimination;
pub mod relation;
