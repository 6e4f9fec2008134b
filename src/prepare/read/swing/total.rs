// SPDX-License-Identifier: EUPL-1.2
//! Counts of a cube summed over its dimensions.

use crate::prepare::cell::number::{self, Decimal};
use crate::prepare::cell::sign::{self, Sign};
use crate::prepare::workbook::Content;
use std::sync::Arc;

/// A sum of counts, or the sign in the place of one of them.
#[derive(Clone, Debug, Default)]
pub(super) struct Total {
    sum: f64,
    counts: usize,
    sign: Option<Arc<str>>,
    /// A cell that is no number and no sign.
    wrong: Option<Arc<str>>,
}

impl Total {
    /// Adds what stands in a cell. Nothing there is a count that is not known.
    pub(super) fn add(&mut self, content: Option<&Content>) {
        self.counts += 1;
        let text = match content {
            Some(Content::Number(number)) if *number >= 0.0 => {
                self.sum += number;
                return;
            }
            Some(content) => content.text(Decimal::Point),
            None => String::new(),
        };
        match (sign::of(&text), number::read(&text, None)) {
            (Some(sign), _) => {
                let is_first = self.sign.is_none();
                // What is secret says more than what is missing.
                if is_first || sign == Sign::Secret {
                    self.sign = Some(text.into());
                }
            }
            (None, Ok(number)) if number >= 0.0 => self.sum += number,
            _ => self.wrong = Some(text.into()),
        }
    }

    /// Adds another total.
    pub(super) fn join(&mut self, other: &Self) {
        self.counts += other.counts;
        self.sum += other.sum;
        self.wrong = self.wrong.take().or_else(|| other.wrong.clone());
        let is_secret = |sign: &Arc<str>| sign::of(sign) == Some(Sign::Secret);
        if self.sign.is_none() || other.sign.as_ref().is_some_and(is_secret) {
            self.sign = other.sign.clone().or_else(|| self.sign.take());
        }
    }

    /// The sum, or what stands in the place of a part of it.
    pub(super) fn number(&self) -> Result<f64, Content> {
        match self.wrong.as_ref().or(self.sign.as_ref()) {
            Some(text) => Err(Content::Text(Arc::clone(text))),
            None if self.counts == 0 => Err(Content::Text("".into())),
            None => Ok(self.sum),
        }
    }
}
