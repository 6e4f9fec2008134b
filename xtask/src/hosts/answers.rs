// SPDX-License-Identifier: EUPL-1.2
//! What a server has to answer for a file of each sort, however it is asked.

use std::fs;
use std::io::Read;
use std::path::Path;

use anyhow::{Context, Result, ensure};
use flate2::read::GzDecoder;
use hyper::Response;
use hyper::body::Bytes;

use super::FIXED;
use super::serving::Serving;
use crate::release::upload::FOLDER;

/// Files with their media types, and whether they are there in packed form.
const FILES: [(&str, &str, bool); 8] = [
    ("kansrijke-start.js", "text/javascript", true),
    ("core_bg.wasm", "application/wasm", true),
    ("frame.css", "text/css", true),
    ("frame.html", "text/html", false),
    ("data/index.json", "application/json", false),
    ("data/indicator/tienermoeders.json", "application/json", false),
    ("data/dcat.jsonld", "application/ld+json", false),
    ("data/changes.atom", "application/atom+xml", false),
];

/// What a browser says that it reads.
const ENCODINGS: [&str; 3] = ["gzip, deflate, br", "gzip", "identity"];

/// How many are looked at for each server.
pub const COUNT: usize = 2 * FILES.len() * ENCODINGS.len() + 2;

/// Asks for all of them.
pub fn check(serving: &Serving, site: &Path) -> Result<()> {
    for folder in [FOLDER, FIXED] {
        for (file, kind, is_packed) in FILES {
            let path = format!("/{folder}/{file}");
            let bytes = fs::read(site.join(folder).join(file)).with_context(|| path.clone())?;
            for encoding in ENCODINGS {
                let answer = serving.get(&path, &[("Accept-Encoding", encoding)])?;
                let is_fixed = folder == FIXED && is_packed;
                one(&answer, kind, is_fixed, encoding, &bytes)
                    .with_context(|| format!("{path} for {encoding:?}"))?;
            }
        }
    }
    again(serving, &format!("/{FOLDER}/data/index.json"))?;
    let missing = serving.get(&format!("/{FIXED}/nothing.js"), &[])?;
    ensure!(missing.status() == 404, "a file that is not there: {}", missing.status());
    let cache = header(&missing, "cache-control");
    ensure!(!cache.contains("immutable"), "a file that is not there is kept: {cache}");
    Ok(())
}

/// One answer.
fn one(
    answer: &Response<Bytes>,
    kind: &str,
    is_fixed: bool,
    asked: &str,
    bytes: &[u8],
) -> Result<()> {
    ensure!(answer.status() == 200, "{}", answer.status());
    let found = header(answer, "content-type").to_lowercase();
    ensure!(found.split(';').next() == Some(kind), "content-type {found:?}");
    if kind != "application/wasm" {
        let is_plain = !found.contains("charset") || found.contains("charset=utf-8");
        ensure!(is_plain, "content-type {found:?}");
    }
    ensure!(header(answer, "access-control-allow-origin") == "*", "no access of other origins");
    ensure!(header(answer, "x-content-type-options") == "nosniff", "no nosniff");
    let wanted = if is_fixed { "public, max-age=31536000, immutable" } else { "no-cache" };
    let cache = header(answer, "cache-control");
    ensure!(cache == wanted, "cache-control {cache:?}");
    ensure!(!header(answer, "etag").is_empty(), "no etag");
    let encoding = header(answer, "content-encoding");
    if !encoding.is_empty() {
        ensure!(asked.contains(&encoding), "{encoding} though it was not asked for");
        let vary = header(answer, "vary").to_lowercase();
        ensure!(vary.contains("accept-encoding"), "vary {vary:?}");
    }
    // Whatever is larger than a packet comes packed to who can read it.
    let is_due = asked != "identity" && bytes.len() > 1400;
    ensure!(!is_due || !encoding.is_empty(), "not packed");
    let mut whole = Vec::new();
    let mut packed = answer.body().as_ref();
    match encoding.as_str() {
        "" => packed.read_to_end(&mut whole)?,
        "gzip" => GzDecoder::new(packed).read_to_end(&mut whole)?,
        "br" => brotli::Decompressor::new(packed, 4096).read_to_end(&mut whole)?,
        other => anyhow::bail!("content-encoding {other}"),
    };
    ensure!(whole == bytes, "other bytes than the file's");
    Ok(())
}

/// Who has a file already hears that it is the same, and gets nothing.
fn again(serving: &Serving, path: &str) -> Result<()> {
    let plain = ("Accept-Encoding", "identity");
    let tag = header(&serving.get(path, &[plain])?, "etag");
    let second = serving.get(path, &[plain, ("If-None-Match", &tag)])?;
    ensure!(second.status() == 304, "asked again for {tag}: {}", second.status());
    Ok(())
}

fn header(answer: &Response<Bytes>, name: &str) -> String {
    let value = answer.headers().get(name).and_then(|value| value.to_str().ok());
    value.unwrap_or_default().to_owned()
}
