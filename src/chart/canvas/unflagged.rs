// SPDX-License-Identifier: EUPL-1.2
//! A core without flags: nobody asks where what it draws stands.

use super::{Canvas, Point};
use crate::indicator::period::Period;

impl Canvas {
    pub(in crate::chart) fn stands(&self, _: &str, _: Period, _: Point) {}

    pub(in crate::chart) fn named(&self, _: &str, _: Period, _: &[String], _: f64) {}
}
