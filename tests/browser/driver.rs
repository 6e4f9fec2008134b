// SPDX-License-Identifier: EUPL-1.2
//! The means of the other tests: a page is served, opened, measured and pictured.

use xtask::browser::{Browser, Engine, Media};
use xtask::server::{Options, Route, Server};

const PAGE: &str =
    "<!doctype html><title>Proef</title><h1>Proef</h1><script src=/proef.js></script>";

#[test]
fn a_page_is_opened_under_the_policy() {
    let server = Server::start(Options::default()).expect("a server");
    server.route("/proef", Route::html(PAGE));
    server.route("/proef.js", Route::script("document.body.dataset.ran = 'yes'; eval('1')"));
    let browser = Browser::start().expect("a browser");
    browser.open(&server.url("/proef")).expect("the page");
    assert_eq!(browser.eval::<String>("document.title").expect("a title"), "Proef");
    browser.wait_for("document.body.dataset.ran === 'yes'").expect("its script ran");
    assert_eq!(server.requests()[..2], ["/proef", "/proef.js"]);
    let console = browser.console().expect("a console");
    assert!(
        console.iter().any(|entry| entry.message.contains("unsafe-eval")),
        "the policy forbids eval: {console:?}"
    );
}

#[test]
fn what_a_page_says_is_heard_once() {
    let server = Server::start(Options::default()).expect("a server");
    server.route("/proef", Route::html(PAGE));
    server.route(
        "/proef.js",
        Route::script(
            "console.warn('kansrijke-start [code] gewaarschuwd'); Promise.reject(new Error('geweigerd')); \
             setTimeout(() => { document.title = 'Klaar'; throw new Error('gegooid'); })",
        ),
    );
    let browser = Browser::start().expect("a browser");
    browser.open(&server.url("/proef")).expect("the page");
    browser.wait_for("document.title === 'Klaar'").expect("its script ran");
    let said = browser.console().expect("a console");
    for part in ["kansrijke-start [code] gewaarschuwd", "geweigerd", "gegooid"] {
        assert!(said.iter().any(|entry| entry.message.contains(part)), "{part}: {said:?}");
    }
    let again = browser.console().expect("a console");
    assert!(again.is_empty(), "{again:?}");
}

#[test]
fn a_page_is_as_wide_as_asked_and_so_is_its_picture() {
    let server = Server::start(Options::default()).expect("a server");
    server.route("/proef", Route::html(PAGE));
    let browser = Browser::start().expect("a browser");
    browser.open(&server.url("/proef")).expect("the page");
    for (width, height) in [(1600, 1200), (320, 600)] {
        browser.resize(width, height).expect("a page");
        let seen = browser.eval::<[u32; 2]>("[innerWidth, innerHeight]").expect("a size");
        assert_eq!(seen, [width, height]);
    }
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("h1.png");
    browser.screenshot_of("h1", &file).expect("a picture");
    let png = std::fs::read(file).expect("a file");
    let width = u32::from_be_bytes([png[16], png[17], png[18], png[19]]);
    assert_eq!(width, 304, "the heading is as wide as the page within its margins");
}

#[test]
fn media_are_what_the_page_sees() {
    let server = Server::start(Options::default()).expect("a server");
    server.route("/proef", Route::html(PAGE));
    let browser = Browser::start().expect("a browser");
    browser.emulate(Media { dark: true, ..Media::default() }).expect("a dark page");
    browser.open(&server.url("/proef")).expect("the page");
    let seen = || {
        let seen = [
            "prefers-color-scheme: dark",
            "forced-colors: active",
            "prefers-reduced-motion: reduce",
        ]
        .map(|feature| format!("matchMedia('({feature})').matches"));
        let seen = format!("[{}, matchMedia('print').matches]", seen.join(", "));
        browser.eval::<[bool; 4]>(&seen).expect("media")
    };
    assert_eq!(seen(), [true, false, false, false]);
    browser.emulate(Media { forced_colors: true, ..Media::default() }).expect("colours");
    assert_eq!(seen(), [false, true, false, false]);
    browser.emulate(Media { reduced_motion: true, ..Media::default() }).expect("stillness");
    assert_eq!(seen(), [false, false, true, false]);
    browser.emulate(Media { print: true, ..Media::default() }).expect("paper");
    assert_eq!(seen(), [false, false, false, true]);
}

#[test]
fn what_an_engine_cannot_do_is_said() {
    let browser = Browser::start().expect("a browser");
    let engine = Engine::asked().expect("an engine");
    let tree = browser.cdp("Accessibility.enable", serde_json::json!({}));
    assert_eq!(tree.is_ok(), engine == Engine::Chromium, "{tree:?}");
    let folder = tempfile::tempdir().expect("a folder");
    for done in [
        browser.emulate(Media { dark: true, ..Media::default() }),
        browser.save_in(folder.path()),
        browser.tap(1, 1),
        browser.print().map(drop),
    ] {
        assert_eq!(done.is_ok(), engine != Engine::WebKit, "{done:?}");
    }
}

#[test]
fn what_was_done_in_a_browser_is_gone_for_who_gets_it_next() {
    let server = Server::start(Options::default()).expect("a server");
    let long = format!("<!doctype html><title>Proef</title>{}", "<p>Proef".repeat(600));
    server.route("/proef", Route::html(long));
    let seen = |browser: &Browser| {
        browser.open(&server.url("/proef")).expect("the page");
        let seen = "[innerWidth, document.documentElement.clientWidth, \
                    Number(matchMedia('(prefers-color-scheme: dark)').matches), history.length, \
                    Number(isSecureContext && Notification.permission === 'granted')]";
        browser.eval::<[u32; 5]>(seen).expect("what a page sees")
    };
    let before = seen(&Browser::start().expect("a browser"));
    assert_eq!(before[0], before[1], "no bar takes a part of the width");
    // As many as there can be, so that one of them is had again.
    for _ in 0..4 {
        let browser = Browser::start().expect("a browser");
        browser.resize(320, 600).expect("a small page");
        let engine = Engine::asked().expect("an engine");
        if engine != Engine::WebKit {
            browser.emulate(Media { dark: true, ..Media::default() }).expect("a dark page");
        }
        if engine == Engine::Chromium {
            let permitted = serde_json::json!({"permissions": ["notifications"]});
            browser.cdp("Browser.grantPermissions", permitted).expect("a permission");
        }
        browser.open(&server.url("/proef")).expect("the page");
        let _ = browser.eval::<String>("console.error('of the page before') ?? ''");
        drop(browser);
        let next = Browser::start().expect("a browser");
        assert_eq!(seen(&next), before);
        let console = next.console().expect("a console");
        assert!(console.is_empty(), "{console:?}");
    }
}
