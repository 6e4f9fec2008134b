// SPDX-License-Identifier: EUPL-1.2
//! What a release has for sites, as somebody uses it who has a host and no more: unpacked, served by
//! nginx as Debian has it, with the lines of the README pasted into a page.

use std::fs;
use std::io::Cursor;
use std::path::PathBuf;

use anyhow::{Context, Result, ensure};
use zip::ZipArchive;

use crate::browser::{Browser, Engine};
use crate::hosts::nginx;
use crate::{project, release};

/// The lines that the README opens with, in a page as an editor has it.
fn page(readme: &str) -> Result<String> {
    let (_, lines) = readme.split_once("```html\n").context("the README has no lines to paste")?;
    let (lines, _) = lines.split_once("\n```").context("they have no end")?;
    Ok(format!(
        "<!doctype html>\n<html lang=\"nl\">\n<meta charset=\"utf-8\">\n<title>Proef</title>\n\
         <h1>Proef</h1>\n<h2>Cijfers</h2>\n{lines}\n</html>\n"
    ))
}

/// Looks at it, and says what was seen: each line holds.
pub fn look() -> Result<Vec<String>> {
    let name = format!("kansrijke-start-{}", project::VERSION);
    let zip = release::folder().join(format!("{name}.zip"));
    let bytes = fs::read(&zip).with_context(|| {
        format!("{} is not there: type `cargo xtask release {}`", zip.display(), project::VERSION)
    })?;
    let folder = tempfile::tempdir()?;
    ZipArchive::new(Cursor::new(bytes))?.extract(folder.path().join("unpacked"))?;
    let top = folder.path().join("unpacked").join(&name);
    let site = folder.path().join("site");
    fs::create_dir(&site)?;
    fs::rename(top.join("kansrijke-start"), site.join("kansrijke-start"))?;
    fs::write(site.join("index.html"), page(&fs::read_to_string(project::path("README.md"))?)?)?;
    let nginx = nginx::start(folder.path(), &site, &top.join("hosting"))?;
    let browser = Browser::start_in(Engine::Chromium)?;
    let mut seen = Vec::new();

    browser.open(&nginx.url("/"))?;
    browser.wait_for(DRAWN).context("the pasted lines do not draw")?;
    let heading: String = browser.eval(&format!("{ELEMENT}.querySelector('h3').textContent"))?;
    ensure!(heading.starts_with("Utrecht"), "the heading is {heading:?}");
    seen.push(format!("the pasted lines draw: {heading}"));
    let picture = picture("page.png")?;
    browser.screenshot(&picture)?;
    seen.push(format!("as in {}", picture.display()));

    let types: Vec<String> = browser.eval(
        "Promise.all(['kansrijke-start.js', 'core_bg.wasm', 'data/index.json', 'frame.html'].map(\
         name => fetch('/kansrijke-start/' + name).then(answer => name + ' ' + answer.status + ' ' + \
         answer.headers.get('content-type').split(';')[0] + ' ' + \
         answer.headers.get('access-control-allow-origin'))))",
    )?;
    let expected = [
        "kansrijke-start.js 200 text/javascript *",
        "core_bg.wasm 200 application/wasm *",
        "data/index.json 200 application/json *",
        "frame.html 200 text/html *",
    ];
    ensure!(types == expected, "nginx answers {types:?}");
    seen.push(format!("its answers: {}", types.join("; ")));

    browser.open(&nginx.url("/kansrijke-start/maker.html"))?;
    browser.wait_for(DRAWN).context("the maker does not draw")?;
    seen.push("the maker draws".into());
    browser.wait_for("document.documentElement.dataset.ready === ''")?;
    let linked: String =
        browser.eval("document.querySelector('#more:not([hidden]) a')?.href ?? ''")?;
    ensure!(!linked.is_empty(), "the maker has no link to the page on editors");
    browser.open(&linked)?;
    browser.wait_for("document.querySelector('h1')?.textContent === 'Een grafiek in uw CMS'")?;
    seen.push("its link to the page on editors opens it".into());
    for page in ["lezen", "programma"] {
        browser.open(&nginx.url(&format!("/kansrijke-start/uitleg/{page}.html")))?;
        browser.wait_for(DRAWN).with_context(|| format!("uitleg/{page}.html does not draw"))?;
        seen.push(format!("uitleg/{page}.html draws"));
    }
    let picture = self::picture("readme.png")?;
    browser.open(&format!("file://{}", top.join("README.html").display()))?;
    browser
        .wait_for("[...document.images].every(image => image.complete && image.naturalWidth)")?;
    browser.screenshot(&picture)?;
    seen.push(format!("README.html with its pictures, as in {}", picture.display()));

    let console = browser.console()?;
    let odd: Vec<_> = console.iter().filter(|said| !said.message.contains("favicon")).collect();
    ensure!(odd.is_empty(), "the console says {odd:?}");
    seen.push("the console says nothing".into());
    Ok(seen)
}

const ELEMENT: &str = "document.querySelector('kansrijke-start').shadowRoot";

const DRAWN: &str =
    "document.querySelector('kansrijke-start')?.shadowRoot?.querySelector('svg, table')";

/// Where a picture of what was seen is put.
fn picture(name: &str) -> Result<PathBuf> {
    let folder = project::target().join("release-seen");
    fs::create_dir_all(&folder)?;
    Ok(folder.join(name))
}
