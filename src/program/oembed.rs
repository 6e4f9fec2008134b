// SPDX-License-Identifier: EUPL-1.2
//! A chart as oEmbed 1.0 describes it: what a site needs to put it in a page, in a static file.

use super::form::Drawing;
use crate::error::Error;
use crate::markup::element;
use serde_json::{Value, json};

/// Who offers the chart, for sites that say so.
const PROVIDER: &str = "Kansrijke Start in een grafiek";

impl Drawing<'_, '_> {
    /// Title, size and the frame.
    ///
    /// # Errors
    /// [`Error::Attribute`] when the address of the folder is missing or is none.
    pub(super) fn oembed(&self) -> Result<Value, Error> {
        let base = self.folder()?;
        let title = self.figure.name();
        let height = self.figure.frame_height(|name| self.attributes.get(name));
        let frame = element("iframe")
            .with("src", self.frame()?)
            .with("title", title.to_string())
            .with("width", self.width.to_string())
            .with("height", height.to_string())
            .with("loading", "lazy");
        Ok(json!({
            "version": "1.0",
            "type": "rich",
            "title": title,
            "provider_name": PROVIDER,
            "provider_url": base,
            "width": self.width,
            "height": height,
            "html": frame.to_html(),
        }))
    }

    /// The address of the chart in the page for frames.
    ///
    /// # Errors
    /// As [`Drawing::oembed`].
    pub(super) fn frame(&self) -> Result<String, Error> {
        Ok([&*self.folder()?, "frame.html", &self.query()].concat())
    }

    /// The address of the folder, with a slash at its end.
    fn folder(&self) -> Result<String, Error> {
        let base = self.base.unwrap_or_default();
        let rest = base.strip_prefix("https://").or_else(|| base.strip_prefix("http://"));
        let is_address = rest.is_some_and(|rest| {
            let is_plain = |b: u8| b.is_ascii_alphanumeric() || b"-._~%:/".contains(&b);
            !rest.is_empty() && !rest.starts_with('/') && rest.bytes().all(is_plain)
        });
        if !is_address {
            return Err(Error::Attribute {
                name: "base",
                found: base.to_string(),
                expected: "https://www.example.nl/kansrijke-start/",
            });
        }
        Ok([base.trim_end_matches('/'), "/"].concat())
    }

    /// The attributes as the page for frames reads them.
    fn query(&self) -> String {
        let mut query = String::new();
        for (name, value) in self.attributes.given().filter(|(name, _)| *name != "loading") {
            query.push(if query.is_empty() { '?' } else { '&' });
            query.push_str(name);
            query.push('=');
            for byte in value.bytes() {
                if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) {
                    query.push(char::from(byte));
                } else {
                    query.push_str(&format!("%{byte:02X}"));
                }
            }
        }
        query
    }
}
