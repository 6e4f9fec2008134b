// SPDX-License-Identifier: EUPL-1.2
//! A page of HTML around what is said: its head, the way past its header, landmarks, foot.

use super::setting::{Setting, Styling};
use super::sheet;
use crate::figure::linked::data_block;
use crate::markup::{Element, element};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde_json::Value;
use sha2::{Digest, Sha256};

/// A page in the making.
pub(super) struct Document<'s, 'a> {
    pub(super) setting: &'s Setting<'a>,
    /// The name of its file.
    pub(super) file: &'s str,
    pub(super) title: &'s str,
    pub(super) description: &'s str,
    /// What machines are told of it.
    pub(super) data: Value,
    /// What stands in its header, below whose it is.
    pub(super) header: Vec<Element>,
    pub(super) main: Vec<Element>,
}

/// The id of what is in the page.
const CONTENT: &str = "content";

impl Document<'_, '_> {
    /// The whole page.
    pub(super) fn html(self) -> String {
        let words = self.setting.words();
        let skip = element("a").class("skip").with("href", ["#", CONTENT].concat());
        let mut header = element("header");
        header = header.children(self.publisher());
        header = header.children(self.header.clone());
        let main = element("main").with("id", CONTENT).with("tabindex", "-1");
        let mut made = vec![words.made.to_string()];
        made.extend(self.setting.template.publisher.as_ref().map(|p| [&p.name, "."].concat()));
        let footer = element("footer").child(element("p").text(made.join(" ")));
        let body =
            [skip.text(words.skip), header, main.children(self.main.iter().cloned()), footer];
        let body: String = body.iter().map(|part| part.to_html() + "\n").collect();
        [
            "<!DOCTYPE html>\n<html lang=\"",
            self.setting.language.tag(),
            "\">\n<head>\n",
            &self.head(),
            "</head>\n<body>\n",
            &body,
            &data_block(&self.data),
            "\n</body>\n</html>\n",
        ]
        .concat()
    }

    fn head(&self) -> String {
        let meta = |name: &'static str, content: &str| {
            element("meta").with("name", name).with("content", content.to_string())
        };
        let mut parts = vec![
            element("meta").with("charset", "utf-8"),
            meta("viewport", "width=device-width, initial-scale=1"),
            element("title").text(self.title.to_string()),
            meta("description", self.description),
        ];
        if let Some(base) = self.setting.base {
            let address = base.file(self.file);
            parts.push(element("link").with("rel", "canonical").with("href", address));
        }
        let mut head: String = parts.iter().map(|part| part.to_html() + "\n").collect();
        match self.setting.styling {
            Styling::Beside => {
                let link = element("link").with("rel", "stylesheet").with("href", sheet::NAME);
                head.push_str(&link.to_html());
            }
            Styling::Within => {
                let sheet = sheet::sheet(self.setting.template);
                let hash = STANDARD.encode(Sha256::digest(sheet.as_bytes()));
                let policy = format!(
                    "default-src 'none'; style-src 'sha256-{hash}'; img-src data:; base-uri 'none'"
                );
                let meta = element("meta").with("http-equiv", "Content-Security-Policy");
                head.push_str(&meta.with("content", policy).to_html());
                // The sheet is ours, and the colours in it are six digits each: nothing ends it.
                head.extend(["\n<style>", &sheet, "</style>"]);
            }
        }
        head + "\n"
    }

    /// Whose it is: the logo, or the name.
    fn publisher(&self) -> Option<Element> {
        let publisher = self.setting.template.publisher.as_ref()?;
        let shown = match (self.setting.logo, &publisher.logo) {
            (Some(logo), Some((_, text))) => {
                let source = match self.setting.styling {
                    Styling::Beside => logo.file(),
                    Styling::Within => {
                        ["data:", logo.mime, ";base64,", &STANDARD.encode(&logo.bytes)].concat()
                    }
                };
                element("img")
                    .with("src", source)
                    .with("alt", self.setting.figures().pick(text).to_string())
                    .with("width", logo.width.to_string())
                    .with("height", logo.height.to_string())
            }
            _ => element("span").text(publisher.name.clone()),
        };
        let shown = match &publisher.address {
            Some(address) => element("a").with("href", address.text().to_string()).child(shown),
            None => shown,
        };
        Some(element("p").class("publisher").child(shown))
    }
}

/// A section of the page with a heading of the second level.
pub(super) fn section(id: &str, heading: &str) -> Element {
    let name = [id, "-heading"].concat();
    element("section")
        .with("id", id.to_string())
        .with("aria-labelledby", name.clone())
        .child(element("h2").with("id", name).text(heading.to_string()))
}

/// A paragraph.
pub(super) fn paragraph(text: impl Into<String>) -> Element {
    element("p").text(text.into())
}
