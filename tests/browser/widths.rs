// SPDX-License-Identifier: EUPL-1.2
//! How wide a chart is where the page leaves that to what stands in it, and what is said where it
//! has no room.

use super::page::{DRAWN, Page, READY_FOR_PAPER, document};
use xtask::server::{Options, Route};

const CHART: &str =
    "<kansrijke-start indicator=tienermoeders region=Utrecht view=trend></kansrijke-start>";

/// As wide as a column of text: `40rem`.
const COLUMN: f64 = 640.0;

/// The layouts that leave a chart its own width, in which today's CMSes set it.
const OWN: [(&str, &str); 12] = [
    ("flex", "main { display: flex }"),
    ("flex, within", "main > div { display: flex }"),
    (
        "column, centred",
        "main > div { display: flex; flex-direction: column; align-items: center }",
    ),
    ("float", "kansrijke-start { float: left }"),
    ("float, within", "main > div { float: right }"),
    ("inline-block", "kansrijke-start { display: inline-block }"),
    ("inline-block, within", "main > div { display: inline-block }"),
    ("table cell", "main > div { display: table-cell }"),
    ("fit-content", "kansrijke-start { width: fit-content }"),
    (
        "absolute",
        "main { position: relative } kansrijke-start { position: absolute; inset: 0 auto auto 0 }",
    ),
    (
        "absolute, within",
        "main { position: relative } main > div { position: absolute; inset-inline-start: 0 }",
    ),
    ("grid, centred", "main > div { display: grid; place-items: center }"),
];

/// Layouts that say how wide it is: all of it, or a half beside another.
const GIVEN: [(&str, &str, f64); 5] = [
    ("block", "", 1.0),
    ("grid of two", "main { display: grid; grid-template-columns: 1fr 1fr }", 0.5),
    ("flex of two", "main { display: flex } main > div { flex: 1 }", 0.5),
    (
        "table of two",
        "main { display: table; table-layout: auto; width: 100% } main > div { display: table-cell; width: 50% }",
        0.5,
    ),
    ("own width", "kansrijke-start { width: 100% }", 1.0),
];

/// A page with this style and, in a `main` as wide as the window, these boxes.
fn open(width: u32, style: &str, boxes: &str) -> Page {
    let page = Page::open_with(Options::default(), width, "");
    page.browser.console().expect("what the first page said");
    let style = format!("body {{ margin: 0 }} {style}");
    page.server.route("/layout.css", Route::new("text/css", style));
    page.server.route(
        "/proef",
        Route::html(format!(
            "<!doctype html><html lang=nl><meta charset=utf-8><title>Proef</title>\
             <meta name=viewport content=\"width=device-width\">\
             <link rel=stylesheet href=/layout.css><script src=/listen.js></script>\
             <script type=module src=/pkg/kansrijke-start.js></script><main>{boxes}</main></html>"
        )),
    );
    page.browser.open(&page.server.url("/proef")).expect("the page");
    page
}

fn widths(page: &Page) -> Vec<f64> {
    page.browser
        .eval("[...document.querySelectorAll('kansrijke-start')].map(c => c.getBoundingClientRect().width)")
        .expect("widths")
}

#[test]
fn a_chart_has_a_width_of_its_own_where_the_page_gives_none() {
    for (layout, style) in OWN {
        for window in [1200_u32, 600, 320] {
            let page = open(
                window,
                style,
                &format!("<div>{CHART}</div>")
                    .replace(if layout == "flex" { "<div>" } else { "\0" }, ""),
            );
            page.wait_for(DRAWN);
            let expected = COLUMN.min(f64::from(window));
            let found = widths(&page);
            assert!((found[0] - expected).abs() < 1.0, "{layout} in {window}: {found:?}");
            let overflow = "Math.max(0, document.documentElement.scrollWidth - innerWidth)";
            assert_eq!(page.count(overflow), 0, "{layout} in {window}");
            page.wait_for("window.reported.some(t => t.name === 'ready')");
            page.assert_quiet();
        }
    }
}

#[test]
fn a_chart_is_as_wide_as_the_page_says() {
    for (layout, style, part) in GIVEN {
        for window in [1200_u32, 800] {
            let boxes = format!("<div>{CHART}</div>");
            let boxes = if part < 1.0 { boxes.repeat(2) } else { boxes };
            let page = open(window, style, &boxes);
            page.wait_for(DRAWN);
            let expected = f64::from(window) * part;
            for found in widths(&page) {
                assert!((found - expected).abs() < 2.0, "{layout} in {window}: {found}");
            }
        }
    }
}

/// Ways to have no room: whether it is said, and what ends it.
const NONE: [(&str, &str, &str, bool, &str); 7] = [
    ("no width", "main > div { width: 0 }", "", true, ""),
    ("not displayed", "main > div kansrijke-start { display: none }", "", true, ""),
    (
        "hidden itself",
        "",
        "hidden",
        false,
        "document.querySelector('kansrijke-start').hidden = false",
    ),
    (
        "a closed tab",
        "main > div { display: none } main > div.open { display: block }",
        "",
        false,
        "document.querySelector('main > div').className = 'open'",
    ),
    ("a hidden box", "", "", false, "document.querySelector('main > div').hidden = false"),
    ("a closed fold", "", "", false, "document.querySelector('details').open = true"),
    (
        "no width for now",
        "main > div { width: 0 } main > div.open { width: auto }",
        "",
        true,
        "document.querySelector('main > div').className = 'open'",
    ),
];

#[test]
fn a_chart_without_room_says_so_once_unless_it_only_waits() {
    for loading in ["lazy", "eager"] {
        for (way, style, attribute, is_said, end) in NONE {
            let chart = CHART.replace(" view", &format!(" loading={loading} {attribute} view"));
            let boxes = match way {
                "a hidden box" => format!("<div hidden>{chart}</div>"),
                "a closed fold" => format!("<details><summary>Meer</summary>{chart}</details>"),
                _ => format!("<div>{chart}</div>"),
            };
            let good = CHART.replace(" view", " id=good view");
            let page = open(800, style, &format!("{boxes}<section>{good}</section>"));
            let said = |page: &Page| -> usize {
                let console = page.browser.console().expect("a console");
                console.iter().filter(|e| e.message.contains("[no-room]")).count()
            };
            // It comes after the other and waits for the same files, and its words for a script.
            page.wait_for("document.querySelector('#good').shadowRoot?.querySelector('svg')");
            page.wait_for(READY_FOR_PAPER);
            page.frames();
            assert_eq!(said(&page), usize::from(is_said), "{way}, {loading}");
            if !end.is_empty() {
                page.run(end);
                page.wait_for(DRAWN);
                assert_eq!(said(&page), 0, "{way}, {loading}: said again");
            }
        }
    }
}

/// The paper around it has the width that the picture does not have.
#[test]
fn a_picture_on_paper_of_its_own_is_as_wide_as_it_was_drawn() {
    for theme in ["light", "dark"] {
        let chart = CHART.replace(" view", &format!(" loading=eager theme={theme} view"));
        for width in [320, 600] {
            let page = Page::open_with(Options::default(), width, &chart);
            page.wait_for(READY_FOR_PAPER);
            let widths: [f64; 2] = page
                .browser
                .eval(
                    "(() => { const svg = document.querySelector('kansrijke-start').shadowRoot.querySelector('svg'); \
                     return [svg.viewBox.baseVal.width / 10, svg.getBoundingClientRect().width]; })()",
                )
                .expect("two widths");
            assert!((widths[0] - widths[1]).abs() < 1.0, "{theme} at {width}: {widths:?}");
        }
    }
}

/// Every view, with headings that are among the longest.
const HEADED: [&str; 11] = [
    "indicator=tienermoeders region=Utrecht",
    "indicator=moeders-35-plus region=GM0363 view=compare",
    "indicator=tienermoeders region=Utrecht view=trend",
    "indicator=tienermoeders region=Utrecht view=icons",
    "indicator=tienermoeders region=Utrecht view=ranking",
    "indicator=tienermoeders region=Rozendaal view=ranking within=peers",
    "indicator=tienermoeders region=Rotterdam view=funnel",
    "indicator=tienermoeders region=Rotterdam view=map",
    "region=Leiden view=profile",
    "region=Utrecht view=story",
    "region=Leiden view=heatmap within=PV28",
];

#[test]
fn on_a_telephone_the_picture_begins_within_150_pixels() {
    let page = Page::open_with(Options::default(), 320, "");
    for chart in HEADED {
        let chart = format!("<kansrijke-start {chart} loading=eager></kansrijke-start>");
        page.server.route("/proef", Route::html(document(&chart)));
        page.browser.open(&page.server.url("/proef")).expect("the page");
        page.wait_for("window.reported.some(t => t.name === 'ready')");
        // A legend is part of the picture that it explains.
        let begins: f64 = page
            .browser
            .eval(
                "(() => { const chart = document.querySelector('kansrijke-start'); \
                 const top = e => e.getBoundingClientRect().top; \
                 const parts = [...chart.shadowRoot.querySelectorAll('.figure > :is(svg, .legend)')]; \
                 return Math.min(...parts.map(top)) - top(chart); })()",
            )
            .expect("a place");
        assert!(begins <= 150.0, "{chart}: {begins}");
    }
}
