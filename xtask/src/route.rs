// SPDX-License-Identifier: EUPL-1.2
//! An answer that the server gives from memory: a test's own page, or a host that fails or waits.

use std::time::Duration;

use hyper::StatusCode;

/// An answer that comes from memory.
#[derive(Clone, Debug)]
pub struct Route {
    /// The status of HTTP.
    pub status: u16,
    /// The media type.
    pub content_type: String,
    /// What is sent.
    pub body: Vec<u8>,
    /// Headers besides those of the server; one of the same name replaces the server's.
    pub headers: Vec<(String, String)>,
    /// How long the answer is held back.
    pub delay: Duration,
}

impl Route {
    /// An answer of this type.
    pub fn new(content_type: &str, body: impl Into<Vec<u8>>) -> Self {
        Self {
            status: 200,
            content_type: content_type.to_owned(),
            body: body.into(),
            headers: Vec::new(),
            delay: Duration::ZERO,
        }
    }

    /// A page.
    pub fn html(body: impl Into<Vec<u8>>) -> Self {
        Self::new("text/html; charset=utf-8", body)
    }

    /// A script.
    pub fn script(body: impl Into<Vec<u8>>) -> Self {
        Self::new("text/javascript; charset=utf-8", body)
    }

    /// An answer that is nothing but its status.
    pub fn plain(status: StatusCode) -> Self {
        let reason = status.canonical_reason().unwrap_or_default();
        Self { status: status.as_u16(), ..Self::new("text/plain; charset=utf-8", reason) }
    }
}
