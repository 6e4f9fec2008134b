// SPDX-License-Identifier: EUPL-1.2
//! The element lives: it appears, changes, moves, is defined twice, and nothing jumps.

use super::page::{DRAWN, Page, READY_FOR_PAPER};
use std::time::Duration;
use xtask::server::{Options, Route};

const CHART: &str =
    "<kansrijke-start id=c indicator=tienermoeders region=Utrecht view=trend></kansrijke-start>";
const ROOT: &str = "document.querySelector('#c').shadowRoot";

#[test]
fn a_chart_is_drawn_quietly_and_pushes_nothing_aside() {
    for width in [1200, 600, 320] {
        let charts = [
            "<kansrijke-start indicator=tienermoeders region=Utrecht></kansrijke-start>",
            CHART,
            "<kansrijke-start indicator=moeders-35-plus region=GM0363 view=compare></kansrijke-start>",
            "<kansrijke-start indicator=tienermoeders region=Utrecht view=trend compare=NL01,GM0599,GM0518,GG2514></kansrijke-start>",
        ];
        for chart in charts {
            let page = Page::open_with(Options::default(), width, chart);
            page.wait_for(DRAWN);
            page.wait_for("window.reported.some(t => t.name === 'ready')");
            // Two frames later every shift has been reported.
            let _: bool = page
                .browser
                .eval("new Promise(done => requestAnimationFrame(() => setTimeout(() => done(true), 100)))")
                .expect("two frames");
            let figure = "document.querySelector('kansrijke-start').shadowRoot";
            let [kept, taken] = [".frame", ".figure"].map(|part| {
                page.count(&format!(
                    "Math.round({figure}.querySelector('{part}').getBoundingClientRect().height)"
                ))
            });
            assert!(taken <= kept, "at {width} {chart} takes {taken} of {kept}");
            page.assert_nothing_moved();
            page.assert_quiet();
        }
    }
}

#[test]
fn a_lazy_chart_waits_until_it_is_near() {
    let page = Page::open("<div style=x id=space></div>");
    page.run("document.querySelector('#space').style.height = '5000px'");
    let lazy = CHART.replace("view", "loading=lazy view");
    page.run(&format!("document.querySelector('#after').insertAdjacentHTML('afterend', `{lazy}`)"));
    // Others would come in idle time from now on.
    page.wait_for(READY_FOR_PAPER);
    let idle = "new Promise(d => requestAnimationFrame(() => requestIdleCallback(() => d(true))))";
    let _: bool = page.browser.eval(idle).expect("idle time");
    assert!(!page.server.requests().iter().any(|r| r.ends_with(".wasm")));
    page.run("scrollTo(0, document.body.scrollHeight)");
    page.wait_for(DRAWN);
    assert!(page.server.requests().iter().any(|r| r.ends_with(".wasm")));
}

#[test]
fn an_eager_chart_does_not_wait() {
    let page = Page::open("<div id=space></div>");
    // Without this it would come in idle time.
    page.server.route("/pkg/later.js", Route { delay: Duration::MAX, ..Route::script("") });
    page.run("document.querySelector('#space').style.height = '5000px'");
    let eager = CHART.replace("view", "loading=eager view");
    page.run(&format!(
        "document.querySelector('#after').insertAdjacentHTML('afterend', `{eager}`)"
    ));
    page.wait_for(DRAWN);
}

#[test]
fn attributes_change_the_figure() {
    let page = Page::open(CHART);
    page.wait_for(DRAWN);
    page.run(&format!("{ROOT}.querySelector('details').open = true"));
    page.run("const c = document.querySelector('#c'); c.setAttribute('region', 'Rotterdam'); c.setAttribute('view', 'compare'); c.setAttribute('lang', 'en')");
    page.wait_for(&format!("{ROOT}.querySelector('h3')?.textContent.includes('Rotterdam')"));
    assert!(page.text(&format!("{ROOT}.querySelector('.figure').className")).contains("compare"));
    assert!(
        page.text(&format!("{ROOT}.querySelector('.sentence').textContent")).contains("lower")
            || page
                .text(&format!("{ROOT}.querySelector('.sentence').textContent"))
                .contains("higher")
    );
    let open: bool = page.browser.eval(&format!("{ROOT}.querySelector('details').open")).expect("");
    assert!(open, "an opened table stays open");
    // Three attributes made one new figure.
    assert_eq!(page.count("window.reported.filter(t => t.name === 'ready').length"), 2);
    page.run("document.querySelector('#c').setAttribute('heading-level', '5')");
    page.wait_for(&format!("{ROOT}.querySelector('h5')"));
    page.assert_quiet();
}

#[test]
fn a_chart_taken_out_and_put_back_stays() {
    let page = Page::open(CHART);
    page.wait_for(DRAWN);
    page.run("window.c = document.querySelector('#c'); c.remove()");
    page.run("document.querySelector('main').append(c)");
    page.wait_for(DRAWN);
    page.run("c.setAttribute('region', 'GM0363')");
    page.wait_for(&format!("{ROOT}.querySelector('h3').textContent.includes('Amsterdam')"));
    let wasm = page.server.requests().iter().filter(|r| r.ends_with(".wasm")).count();
    assert_eq!(wasm, 1);
    page.assert_quiet();
}

#[test]
fn defined_twice_is_harmless() {
    let again = "<script type=module src=/pkg/kansrijke-start.js></script>\
                 <script type=module src=/pkg/kansrijke-start.js?tweede></script>";
    let page = Page::open(&format!("{CHART}{again}"));
    page.wait_for(DRAWN);
    page.assert_quiet();
}

#[test]
fn a_new_width_redraws_the_picture_alone() {
    let page = Page::open(CHART);
    page.wait_for(DRAWN);
    page.run(&format!("window.heading = {ROOT}.querySelector('h3'); heading.textContent += '!'"));
    let before = page.text(&format!("{ROOT}.querySelector('svg').getAttribute('viewBox')"));
    page.run("document.querySelector('main').style.maxWidth = '400px'");
    page.wait_for(&format!("{ROOT}.querySelector('svg').getAttribute('viewBox') !== '{before}'"));
    let kept: bool =
        page.browser.eval(&format!("{ROOT}.querySelector('h3') === window.heading")).expect("");
    assert!(kept, "the text was made anew");
    let fits =
        format!("Math.abs({ROOT}.querySelector('svg').getBoundingClientRect().width - 400) < 1.5");
    page.wait_for(&fits);
    page.assert_quiet();
}

#[test]
fn the_table_follows_the_picture_and_comes_once() {
    let page = Page::open(CHART);
    page.wait_for(DRAWN);
    page.wait_for(&format!("{ROOT}.querySelector('table')"));
    page.run(&format!("{ROOT}.querySelector('summary').click()"));
    page.wait_for(&format!("{ROOT}.querySelector('details').open"));
    page.wait_for(READY_FOR_PAPER);
    page.run("dispatchEvent(new Event('beforeprint'))");
    assert_eq!(page.count(&format!("{ROOT}.querySelectorAll('table').length")), 1);
    page.assert_quiet();
}

#[test]
fn on_paper_the_table_is_open() {
    let page = Page::open(CHART);
    page.wait_for(DRAWN);
    page.wait_for(READY_FOR_PAPER);
    let open = format!("{ROOT}.querySelector('details').open");
    page.run("dispatchEvent(new Event('beforeprint'))");
    assert!(page.browser.eval::<bool>(&open).expect("open"));
    let rows = format!("{ROOT}.querySelectorAll('tbody tr').length");
    assert!(page.count(&rows) >= 14, "the table is on the paper");
    page.run("dispatchEvent(new Event('afterprint'))");
    assert!(!page.browser.eval::<bool>(&open).expect("closed"));
}
