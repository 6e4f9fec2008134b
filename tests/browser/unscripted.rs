// SPDX-License-Identifier: EUPL-1.2
//! What is written into a page is read without script, and gives its place to what is drawn.

use super::page::{DRAWN, Page, READY_FOR_PAPER};
use kansrijke_start::figure::Figure;
use kansrijke_start::program;
use kansrijke_start::request::Request;
use std::time::Duration;
use xtask::browser::Media;
use xtask::project;
use xtask::server::{Options, Route};

/// An element with its fallback, as `draw --format html` writes it.
pub fn written(attributes: &[(&'static str, &str)]) -> String {
    let value =
        |name: &str| attributes.iter().find(|(n, _)| *n == name).map(|(_, v)| v.to_string());
    let request = Request::parse(value, "nl", 640).expect("a request");
    let dataset = program::read_for(&project::path("pkg/data"), &request).expect("a file");
    let figure = Figure::new(&dataset, &request).expect("a figure");
    figure.in_element(attributes.iter().copied()).to_html()
}

/// One of each kind.
const CHARTS: [&[(&str, &str)]; 7] = [
    &[("indicator", "tienermoeders"), ("region", "Utrecht")],
    &[("indicator", "tienermoeders"), ("region", "Ede"), ("view", "trend")],
    &[("indicator", "moeders-35-plus"), ("region", "GM0363"), ("view", "compare")],
    &[("indicator", "eerste-kinderen"), ("region", "Leiden"), ("view", "table")],
    &[("indicator", "tienermoeders"), ("region", "Ameland")],
    &[
        ("indicator", "tienermoeders"),
        ("region", "Utrecht"),
        ("view", "trend"),
        ("details", "open"),
    ],
    &[("indicator", "tienermoeders"), ("region", "Utrecht"), ("theme", "dark")],
];

fn document(charts: &str, script: &str) -> String {
    format!(
        "<!doctype html><html lang=nl><meta charset=utf-8><title>Proef</title>\
         <meta name=viewport content=\"width=device-width\"><script src=/listen.js></script>\
         <link rel=stylesheet href=/host.css>{script}\
         <main><h1>Proef</h1><p>Voor de grafiek.</p>{charts}<p id=after>Na de grafiek.</p></main></html>"
    )
}

const AT_ONCE: &str = "<script type=module blocking=render src=/pkg/kansrijke-start.js></script>";
const LATE: &str = "<script type=module src=/late.js></script>";

/// As browsers show a page without a style sheet, and as sites begin theirs.
const SHEETS: [&str; 2] = [
    "",
    "*, ::before, ::after { box-sizing: border-box } body { font: 18px/1.6 Verdana, sans-serif } \
     h1, h3, p, dl, figure { margin: 0 0 1rem } dd { margin: 0 } svg { max-width: 100% } \
     main > * + * { margin-top: 24px }",
];

fn serve(options: Options, width: u32) -> Page {
    let page = Page::open_with(options, width, "");
    // Browsers paint a page of which half has come, and widen a table as its rows come: what
    // moved until then was the page's own.
    let script = Route::script(
        "requestAnimationFrame(() => setTimeout(() => { \
         window.began = performance.now(); window.before = tops(); import('/pkg/kansrijke-start.js'); })); \
         const tops = () => [...document.querySelectorAll('main :is(h1, h2, p):not(figure *), .card')] \
         .map(({ offsetTop }) => offsetTop); window.tops = tops;",
    );
    page.server.route("/late.js", Route { delay: Duration::from_millis(300), ..script });
    page
}

fn show(page: &Page, charts: &str, script: &str, css: &str) {
    page.server.route("/host.css", Route::new("text/css", css));
    page.server.route("/proef", Route::html(document(charts, script)));
    page.browser.open(&page.server.url("/proef")).expect("the page");
}

#[test]
fn what_is_drawn_takes_over_without_a_jump() {
    for width in [1200, 600, 320] {
        let page = serve(Options::default(), width);
        for chart in CHARTS {
            let element = written(chart);
            for (script, css) in [(AT_ONCE, SHEETS[0]), (LATE, SHEETS[0]), (LATE, SHEETS[1])] {
                show(&page, &element, script, css);
                page.wait_for("window.reported.some(t => t.name === 'ready')");
                // Two frames later every shift has been reported.
                let _: bool = page
                    .browser
                    .eval("new Promise(done => requestAnimationFrame(() => setTimeout(() => done(true), 100)))")
                    .expect("two frames");
                let place = page.text(
                    "(() => { const root = document.querySelector('kansrijke-start').shadowRoot; \
                     const height = (name) => root.querySelector(name).getBoundingClientRect().height; \
                     return `${height('.figure')} of ${height('.frame')}`; })()",
                );
                let shifts = page.text(
                    "JSON.stringify(window.shifts.filter((shift) => shift.at > (window.began ?? 0)))",
                );
                let late = script == LATE;
                assert_eq!(shifts, "[]", "{chart:?} at {width}, late {late}, {css}: {place}");
                page.assert_quiet();
            }
        }
    }
}

/// Ways in which a page places figures: below each other, with what is not shown behind each, with
/// text between, in two columns, and in cards.
const PLACED: [(&str, &str); 5] = [
    ("%", ""),
    ("%<script type=application/ld+json>{}</script>", ""),
    ("<p>Daarover gaat dit.</p>%", ""),
    (
        "%",
        "main { display: grid; grid-template-columns: 1fr 1fr; gap: 1rem } h1, p { grid-column: 1 / -1 }",
    ),
    (
        "<div class=card><h2>Cijfer</h2>%</div>",
        "main { display: grid; grid-template-columns: 1fr 1fr 1fr } h1, p { grid-column: 1 / -1 } \
         .card { padding: 0.5rem; border: 1px solid }",
    ),
];

#[test]
fn many_take_over_together_without_a_jump() {
    let page = serve(Options::default(), 1200);
    // All but the one with an open table, under which more is said when it is drawn.
    let charts = [0, 1, 2, 3, 4, 6, 0, 1].map(|at| {
        written(CHARTS[at]).replacen("<kansrijke-start", "<kansrijke-start loading=eager", 1)
    });
    for (around, placed) in PLACED {
        let all: String = charts.iter().map(|chart| around.replace('%', chart)).collect();
        for sheet in SHEETS {
            show(&page, &all, LATE, &format!("{sheet} {placed}"));
            page.wait_for(DRAWN);
            page.wait_for(READY_FOR_PAPER);
            let moved = page.text("JSON.stringify(tops().map((top, nth) => top - before[nth]))");
            assert!(
                moved.split(',').all(|by| by.trim_matches(['[', ']']) == "0"),
                "{around} {placed} {sheet}: {moved}"
            );
            page.assert_quiet();
        }
    }
}

/// How many charts have left their static figure.
const TAKEN_OVER: &str = "[...document.querySelectorAll('kansrijke-start')]\
    .filter(chart => chart.shadowRoot).length";

#[test]
fn a_static_figure_stays_until_a_reader_is_near() {
    let page = serve(Options::default(), 600);
    show(&page, &written(CHARTS[1]).repeat(30), AT_ONCE, "");
    page.wait_for("window.reported.some(t => t.name === 'ready')");
    page.wait_for(READY_FOR_PAPER);
    // The others would have begun with the browser's idle time.
    let idle = "(idle => new Promise(done => idle(() => idle(() => done(true)))))(window.requestIdleCallback ?? setTimeout)";
    let _: bool = page.browser.eval(idle).expect("idle time");
    let near = page.count(TAKEN_OVER);
    assert!((1..10).contains(&near), "{near}");
    // Nothing is missing on the screen or in a search of the page.
    assert_eq!(page.count("document.querySelectorAll('kansrijke-start > figure svg').length"), 30);
    page.run("document.querySelector('#after').scrollIntoView()");
    page.wait_for("[...document.querySelectorAll('kansrijke-start')].at(-1).shadowRoot?.querySelector('.figure')");
    assert!(page.count(TAKEN_OVER) < 25, "{}", page.count(TAKEN_OVER));
    assert_eq!(page.text("JSON.stringify(window.shifts)"), "[]");
    page.assert_quiet();
}

/// As a framework does that renders anew what it finds.
#[test]
fn a_static_figure_that_is_taken_away_at_once_is_not_missed() {
    let page = serve(Options::default(), 600);
    show(&page, &written(CHARTS[0]), AT_ONCE, "");
    page.wait_for(DRAWN);
    page.run(
        "const first = document.querySelector('kansrijke-start'); const other = first.cloneNode(true); \
         first.replaceWith(other); other.replaceChildren()",
    );
    page.wait_for(DRAWN);
    page.assert_quiet();
}

#[test]
fn many_are_drawn_in_more_than_one_turn() {
    let page = serve(Options::default(), 600);
    let chart = "<kansrijke-start loading=eager indicator=tienermoeders region=Ede view=trend></kansrijke-start>";
    // For each chart the task in which it was drawn, by its number.
    let count = "window.turns = []; let turn = 0; const { port1, port2 } = new MessageChannel(); \
        port1.onmessage = () => { turn += 1; }; \
        addEventListener('kansrijke-start-ready', () => { turns.push(turn); port2.postMessage(0); });";
    page.server.route("/turns.js", Route::script(count));
    let charts = format!("<script src=/turns.js></script>{}", chart.repeat(120));
    show(&page, &charts, AT_ONCE, "");
    page.wait_for("window.turns.length === 120");
    assert!(page.count("new Set(turns).size") > 2, "{}", page.text("turns.join()"));
    page.assert_quiet();
}

#[test]
fn an_opened_table_stays_open() {
    let page = serve(Options::default(), 600);
    show(&page, &written(CHARTS[0]), LATE, "");
    page.run("document.querySelector('details').open = true");
    page.wait_for(DRAWN);
    let open = "document.querySelector('kansrijke-start').shadowRoot.querySelector('details').open";
    assert!(page.browser.eval::<bool>(open).expect("a table"));
}

#[test]
fn without_script_it_is_read_on_every_screen_and_on_paper() {
    let nothing = Options { policy: Some("default-src 'none'".into()), ..Options::default() };
    let page = serve(nothing, 1200);
    let charts: String = [0, 1, 2, 4].map(|at| written(CHARTS[at])).concat();
    page.server.route("/proef", Route::html(document(&charts, "")));
    page.browser.console().expect("what the first page said");
    // What the policy forbids is the page's own, not ours.
    let own = ["/listen.js", "/host.css"];
    for (width, print) in [(1200, false), (600, false), (320, false), (700, true)] {
        page.browser.emulate(Media { print, ..Media::default() }).expect("a medium");
        page.browser.resize(width, 900).expect("a window");
        page.browser.open(&page.server.url("/proef")).expect("the page");
        let wide = "document.documentElement.scrollWidth - innerWidth";
        assert!(page.browser.eval::<i32>(wide).expect("a number") <= 0, "at {width}");
        let seen = "[...document.querySelectorAll('figure')].map(f => \
            [...f.querySelectorAll(':scope > h3, :scope > p, :scope > svg, :scope > dl')] \
            .filter(e => e.checkVisibility() && e.getBoundingClientRect().height > 15).length)";
        // Heading, what it is of, sentence, year, picture and source.
        assert_eq!(page.text(&format!("JSON.stringify({seen})")), "[6,6,6,6]", "at {width}");
        // Colours are written out: nothing is black by default but text on white paper.
        let black = "[...document.querySelectorAll('svg :not(g)')].filter(e => \
            getComputedStyle(e).fill === 'rgb(0, 0, 0)').map(e => e.outerHTML)";
        assert_eq!(page.text(&format!("JSON.stringify({black})")), "[]");
        let console = page.browser.console().expect("a console");
        let ours: Vec<_> = console
            .iter()
            .filter(|entry| !own.iter().any(|path| entry.message.contains(path)))
            .filter(|entry| !entry.message.contains("favicon"))
            .collect();
        assert!(ours.is_empty(), "{ours:#?}");
    }
}
