// SPDX-License-Identifier: EUPL-1.2
//! The gallery draws: every case, at every width, without noise.

use super::page::Page;
use xtask::server::Options;

/// Walks down the page as a reader does, so that what is lazy comes.
const WALK: &str = "(async () => { for (let y = 0; y < document.body.scrollHeight; y += 400) { \
    scrollTo(0, y); await new Promise(requestAnimationFrame); } return true; })()";

const GOOD: &str = "[...document.querySelectorAll('section:not(#errors) kansrijke-start')]";

fn open(width: u32) -> Page {
    let page = Page::open_with(Options::default(), width, "");
    page.browser.console().expect("a console");
    page.server.forget();
    page.browser.open(&page.server.url("/")).expect("the gallery");
    page.wait_for("customElements.get('kansrijke-start')");
    let _: bool = page.browser.eval(WALK).expect("a walk");
    page.wait_for(&format!("{GOOD}.every(c => c.shadowRoot.querySelector('.figure, .inline'))"));
    page.wait_for(
        "[...document.querySelectorAll('#errors kansrijke-start')]\
         .every(c => c.shadowRoot.querySelector('.notice'))",
    );
    page
}

/// What the cases of errors ask for in vain: indicators, regions, a folder, and all but one file of
/// another.
const NOT_THERE: [&str; 9] = [
    "bestaat-niet",
    "/tienermoeder.json",
    "lutjebroek",
    "/utrect.json",
    "/bergen.json",
    "/haaren.json",
    "/ranking/perinatale-sterfte.json",
    "/elders/",
    "/kapot/",
];

#[test]
fn every_case_is_drawn_and_nothing_else_is_heard() {
    let page = open(1200);
    assert!(page.count(&format!("{GOOD}.length")) >= 20);
    // Each chart says something, names its source and has a table, which may follow the picture.
    page.wait_for(&format!("{GOOD}.every(c => c.shadowRoot.querySelector('table, .inline'))"));
    // Amid text a figure says so in a note, which has tests of its own.
    let incomplete = format!(
        "{GOOD}.filter(c => !c.shadowRoot.querySelector('.inline'))\
         .filter(c => !c.shadowRoot.querySelector('.sentence').textContent.trim()\
         || !c.shadowRoot.querySelector('.source a, .source dd').textContent.trim()\
         || !c.shadowRoot.querySelector('table, .inline')).length"
    );
    assert_eq!(page.count(&incomplete), 0);
    // The console speaks of the cases of errors alone: one hint for each, and the answers 404.
    let console: Vec<String> =
        page.browser.console().expect("a console").into_iter().map(|e| e.message).collect();
    let errors = page.count("document.querySelectorAll('#errors kansrijke-start').length");
    let hints = console.iter().filter(|m| m.contains("kansrijke-start [")).count();
    assert_eq!(hints, errors as usize, "{console:#?}");
    assert!(console.iter().any(|m| m.contains("kansrijke-start [data-malformed]")));
    let rest: Vec<&String> = console
        .iter()
        .filter(|m| !m.contains("kansrijke-start ["))
        .filter(|m| !(m.contains("404") && NOT_THERE.iter().any(|part| m.contains(part))))
        // Whether a folder is not there, or the file of names in it alone.
        .filter(|m| !m.starts_with(&page.server.url("/index.json")))
        .collect();
    assert!(rest.is_empty(), "{rest:#?}");
    page.assert_own_origin();
}

#[test]
fn each_file_is_fetched_once() {
    let page = open(1200);
    let requests = page.server.requests();
    for path in
        ["/pkg/kansrijke-start.js", "/pkg/core_bg.wasm", "/pkg/data/country/tienermoeders.json"]
    {
        assert_eq!(requests.iter().filter(|r| *r == path).count(), 1, "{path}: {requests:?}");
    }
}

#[test]
fn nothing_overflows_at_any_width() {
    for width in [1200, 600, 320] {
        let page = open(width);
        let wide = "document.documentElement.scrollWidth - innerWidth";
        assert_eq!(page.browser.eval::<i32>(wide).expect("a number"), 0, "at {width}");
        // No label of a picture leaves its chart, and none lies on another.
        let outside = format!(
            "JSON.stringify({GOOD}.flatMap(c => {{ \
               const box = c.getBoundingClientRect(); \
               return [...c.shadowRoot.querySelectorAll('svg text')] \
                 .filter(t => {{ const b = t.getBoundingClientRect(); \
                   return b.left < box.left - 3 || b.right > box.right + 3; }}) \
                 .map(t => c.outerHTML + t.textContent); }}))"
        );
        assert_eq!(page.text(&outside), "[]", "at {width}");
        let overlap = format!(
            "JSON.stringify({GOOD}.flatMap(c => {{ \
               const texts = [...c.shadowRoot.querySelectorAll('svg text')] \
                 .map(t => [t, t.getBoundingClientRect()]); \
               const ink = (b) => ({{ top: b.top + b.height * 0.22, bottom: b.bottom - b.height * 0.22 }}); \
               return texts.flatMap(([s, a], i) => texts.slice(i + 1).filter(([, b]) => \
                   a.left < b.right - 1 && b.left < a.right - 1 \
                   && ink(a).top < ink(b).bottom && ink(b).top < ink(a).bottom) \
                 .map(([t]) => c.outerHTML + ': ' + s.textContent + ' / ' + t.textContent)); }}))"
        );
        assert_eq!(page.text(&overlap), "[]", "at {width}");
    }
}
