// SPDX-License-Identifier: EUPL-1.2
//! The little of XML that workbooks need, with every entity but the five of XML refused.

use quick_xml::XmlVersion;
use quick_xml::escape::resolve_xml_entity;
use quick_xml::events::{BytesRef, BytesStart};

/// An attribute by its name without a prefix.
pub(super) fn attribute(element: &BytesStart<'_>, name: &str) -> Option<String> {
    let mut attributes = element.attributes();
    attributes.with_checks(false);
    let found = attributes.flatten().find(|a| a.key.local_name().as_ref() == name)?;
    found.normalized_value(XmlVersion::Implicit1_0).ok().map(|value| value.into_owned())
}

/// Whether an attribute stands in an element more than once, under any prefix: of two, one reader
/// takes the first and another the last.
pub(super) fn is_doubled(element: &BytesStart<'_>, name: &str) -> bool {
    let mut attributes = element.attributes();
    attributes.with_checks(false);
    attributes.flatten().filter(|a| a.key.local_name().as_ref() == name).nth(1).is_some()
}

/// An attribute by its whole name.
pub(super) fn named(element: &BytesStart<'_>, name: &str) -> Option<String> {
    let mut attributes = element.attributes();
    attributes.with_checks(false);
    let found = attributes.flatten().find(|a| a.key.as_ref() == name)?;
    found.normalized_value(XmlVersion::Implicit1_0).ok().map(|value| value.into_owned())
}

/// What a reference such as `&amp;` or `&#235;` stands for; `None` for one that XML does not have.
pub(super) fn referred(reference: &BytesRef<'_>) -> Option<String> {
    match reference.resolve_char_ref() {
        Ok(Some(sign)) => Some(sign.to_string()),
        Ok(None) => resolve_xml_entity(&reference.xml10_content()).map(str::to_string),
        Err(_) => None,
    }
}
