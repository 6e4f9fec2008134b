// SPDX-License-Identifier: EUPL-1.2
//! A chart in a frame of which the page around it allows less, and in one whose page stands in it.

use super::framing::{ADDRESS, DRAWN, Framing, QUERY, with_listener};
use super::page::Page;
use thirtyfour::By;
use thirtyfour::extensions::query::ElementQueryable;
use xtask::server::{Options, POLICY, Route};

/// A host that lets pages without an origin have its files.
fn open_to_all() -> Options {
    let headers = vec![("access-control-allow-origin".into(), "*".into())];
    Options { headers, ..Options::default() }
}

/// The same frame, of which the page around it allows only this.
fn in_sandbox(allowed: &str) -> String {
    with_listener().replacen("<iframe ", &format!("<iframe sandbox=\"{allowed}\" "), 1)
}

/// What is read in the place of a figure that does not come.
const MISSING: &str = "document.querySelector('.missing')";

#[test]
fn a_sandbox_without_an_origin_draws_where_the_host_allows_it_and_tells_its_height() {
    let page = Framing::open_with(open_to_all(), &in_sandbox("allow-scripts"));
    page.wait_inside(DRAWN);
    assert_eq!(page.inside::<String>("self.origin"), "null");
    page.wait_for("Number(document.querySelector('iframe').height) > 500");
    page.settle();
    // AMP reads this one, and puts frames into such a sandbox.
    page.wait_for(
        "messages.some(({ data, origin }) => data.sentinel === 'amp' && origin === 'null')",
    );
    assert_eq!(page.inside::<u32>("document.querySelectorAll('.missing').length"), 0);
    let console = page.browser.console().expect("a console");
    assert!(console.is_empty(), "{console:?}");
}

#[test]
fn a_sandbox_that_gets_no_script_says_so_after_a_while() {
    // The host sends no header for pages without an origin, so nothing of the script arrives.
    let page = Framing::open(&in_sandbox("allow-scripts"));
    page.wait_inside(&format!("document.readyState === 'complete' && {MISSING}"));
    let is_seen = format!("getComputedStyle({MISSING}).visibility");
    // Whoever waits for the figure is not told that it does not come.
    assert_eq!(page.inside::<String>(&is_seen), "hidden");
    page.inside::<()>(&format!("void {MISSING}.getAnimations().forEach((one) => one.finish())"));
    assert_eq!(page.inside::<String>(&is_seen), "visible");
    assert_eq!(page.inside::<String>(&format!("{MISSING}.querySelector('a').search")), QUERY);
}

#[test]
fn a_sandbox_without_scripts_shows_a_sentence_with_a_link() {
    let page = Framing::open(&in_sandbox(""));
    let session = page.browser.session().expect("a session");
    let said = page.browser.wait(async {
        session.enter_frame(0).await?;
        let sentence = session.query(By::Css(".missing")).first().await?;
        let link = sentence.find(By::Css("a")).await?;
        let said = (sentence.text().await?, link.prop("href").await?.unwrap_or_default());
        session.enter_default_frame().await?;
        Ok(said)
    });
    let (sentence, link) = said.expect("what is read");
    assert!(sentence.starts_with("Ziet u hier geen grafiek?"), "{sentence}");
    // To the very figure.
    assert_eq!(link, page.eval::<String>("document.querySelector('iframe').src"));
}

#[test]
fn the_lines_and_the_frame_work_inside_srcdoc() {
    let page = Page::open_with(open_to_all(), 1200, "");
    let lines = "<script type=module src=/pkg/kansrijke-start.js></script>\
                 <kansrijke-start indicator=tienermoeders region=Utrecht view=trend></kansrijke-start>";
    let frame = format!(
        "<iframe src=\"{ADDRESS}\" height=100></iframe><script src=/pkg/frame-listener.js></script>"
    );
    for sandbox in ["", "sandbox=allow-scripts"] {
        for (inside, is_there) in
            [(lines, DRAWN), (&frame, "document.querySelector('iframe').height > 500")]
        {
            // For a frame in such a page 'self' is no address in Firefox.
            let policy = format!("{POLICY}; frame-src 'self' {}", page.server.url(""));
            let body = format!(
                "<!doctype html><html lang=nl><meta charset=utf-8><title>Proef</title>\
                 <iframe {sandbox} width=700 height=900 srcdoc='{inside}'></iframe></html>"
            );
            let headers = vec![("content-security-policy".into(), policy)];
            page.server.route("/srcdoc", Route { headers, ..Route::html(body) });
            page.browser.open(&page.server.url("/srcdoc")).expect("the page");
            let session = page.browser.session().expect("a session");
            page.browser.wait(session.enter_frame(0)).expect("the frame");
            page.wait_for(is_there);
            page.browser.wait(session.enter_default_frame()).expect("the page");
        }
    }
}
