// SPDX-License-Identifier: EUPL-1.2
//! Charts that no reader has come near come in idle time, one after another.

use super::page::{Page, READY_FOR_PAPER};
use std::time::Duration;
use xtask::server::Route;

/// Keeps when each chart was ready.
const TIMES: &str = "window.at = {}; addEventListener('kansrijke-start-ready', \
                     ({ target }) => { at[target.id] = performance.now(); })";

/// Charts that lie far below each other, for which the server has these answers.
fn open(charts: &[&str], answers: &[(&str, Route)]) -> Page {
    let page = Page::open("");
    page.server.route("/far.css", Route::new("text/css", "i { display: block; height: 5000px }"));
    page.server.route("/times.js", Route::script(TIMES));
    for (path, answer) in answers {
        page.server.route(path, answer.clone());
    }
    let charts: Vec<String> = charts.iter().map(|chart| element(chart)).collect();
    let charts = charts.join("<i></i>");
    show(
        &page,
        &format!("<link rel=stylesheet href=/far.css><script src=/times.js></script>{charts}"),
    );
    page
}

fn element(attributes: &str) -> String {
    format!("<kansrijke-start indicator=tienermoeders {attributes}></kansrijke-start>")
}

fn show(page: &Page, charts: &str) {
    page.server.route("/proef", Route::html(super::page::document(charts)));
    page.browser.console().expect("what the first page said");
    page.server.forget();
    page.browser.open(&page.server.url("/proef")).expect("the page");
}

fn is_asked_for(page: &Page, region: &str) -> bool {
    page.server.requests().iter().any(|path| path.contains(region))
}

fn is_drawn(id: &str) -> String {
    format!("document.querySelector('#{id}').shadowRoot?.querySelector('.figure')")
}

#[test]
fn the_others_come_one_after_another() {
    let charts = ["id=a region=GM0344", "id=b region=GM0363", "id=c region=GM0599"];
    let page = open(&charts, &[]);
    page.wait_for(&is_drawn("c"));
    assert_eq!(page.count("scrollY"), 0);
    let order = page.text("window.reported.map(event => event.name + event.from).join(' ')");
    assert_eq!(order, "readya readyb readyc");
    // The figures of one are asked for when the one before is there.
    let waits = "['GM0363', 'GM0599'].every((region, nth) => performance.getEntriesByType('resource')\
        .find(file => file.name.includes(region)).startTime > window.at['ab'[nth]])";
    assert!(page.browser.eval::<bool>(waits).expect("times"), "{:?}", page.server.requests());
    page.assert_nothing_moved();
    page.assert_quiet();
}

#[test]
fn the_first_picture_waits_for_nothing_of_the_others() {
    let never = Route { delay: Duration::MAX, ..Route::script("") };
    let charts = ["id=a region=GM0344", "id=b region=GM0363"];
    let page = open(&charts, &[("/pkg/later.js", never)]);
    page.wait_for(&is_drawn("a"));
    assert!(!is_asked_for(&page, "GM0363"));
    page.run("document.querySelector('#b').scrollIntoView()");
    page.wait_for(&is_drawn("b"));
    page.assert_quiet();
}

#[test]
fn a_chart_that_does_not_come_holds_no_other_up() {
    let never = Route { delay: Duration::MAX, ..Route::new("application/json", "") };
    let files =
        ["country/tienermoeders", "region/GM0363"].map(|file| format!("/never/{file}.json"));
    let answers = files.each_ref().map(|file| (file.as_str(), never.clone()));
    let charts = ["id=a region=GM0344", "id=b src=/never/ region=GM0363", "id=c region=GM0599"];
    let page = open(&charts, &answers);
    page.wait_for(&is_drawn("c"));
    assert_eq!(page.count(&format!("{} ? 1 : 0", is_drawn("b"))), 0);
}

#[test]
fn who_saves_data_fetches_what_he_sees() {
    // What the browser would say of its reader.
    let saves = Route::script(
        "Object.defineProperty(navigator, 'connection', { value: { saveData: true } })",
    );
    let charts = ["id=a region=GM0344", "id=b region=GM0363", "id=c region=GM0599 loading=eager"];
    let page = open(&charts, &[("/listen.js", saves)]);
    page.wait_for(&is_drawn("a"));
    page.wait_for(&is_drawn("c"));
    // What attends to the others has come, and has had its turn.
    page.wait_for(READY_FOR_PAPER);
    let idle = "new Promise(done => requestAnimationFrame(() => requestIdleCallback(() => \
                requestIdleCallback(() => setTimeout(() => done(true), 100)))))";
    let _: bool = page.browser.eval(idle).expect("idle time");
    assert!(!is_asked_for(&page, "GM0363"));
    page.run("document.querySelector('#b').scrollIntoView()");
    page.wait_for(&is_drawn("b"));
}

#[test]
fn they_come_where_none_is_near_and_not_where_that_is_asked_for() {
    let page = open(&[], &[]);
    let charts = ["id=b region=GM0363 loading=lazy", "id=c region=GM0599"].map(element).concat();
    show(&page, &format!("<link rel=stylesheet href=/far.css><i></i>{charts}"));
    page.wait_for(&is_drawn("c"));
    assert!(!is_asked_for(&page, "GM0363"));
}
