// SPDX-License-Identifier: EUPL-1.2
//! Annotations in a core that has none: a chart with annotations is painted by the core of the tools.

use crate::data::dataset::Dataset;
use crate::indicator::finding::Finding;
use crate::indicator::region::Region;
use crate::markup::{Element, element};
use crate::request::Request;
use crate::text::words::Words;
use std::marker::PhantomData;

/// No annotations.
#[derive(Debug)]
pub(super) struct Annotations<'a> {
    pub(super) title: &'static str,
    of: PhantomData<&'a ()>,
}

impl<'a> Annotations<'a> {
    pub(super) fn of(_: &'a Request, _: &Dataset, _: &Words, _: &Region) -> Self {
        Self { title: "", of: PhantomData }
    }

    pub(super) fn is_empty(&self) -> bool {
        true
    }

    pub(super) fn lines(&self) -> Vec<String> {
        Vec::new()
    }

    pub(super) fn list(&self, _: &str) -> Element {
        element("ol")
    }

    pub(super) fn head(&self) -> Option<Element> {
        None
    }

    pub(super) fn cell(&self, _: &Region, _: &Finding) -> Option<Element> {
        None
    }

    pub(super) fn of_finding(&self, _: &Region, _: &Finding) -> String {
        String::new()
    }
}
