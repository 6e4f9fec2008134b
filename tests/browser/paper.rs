// SPDX-License-Identifier: EUPL-1.2
//! What is printed: every figure of a page, with its picture and its table, on few pages.

use super::page::{DRAWN, Page, READY_FOR_PAPER};
use super::pdf;
use std::time::Duration;
use xtask::browser::Media;
use xtask::server::Route;

/// A municipality with nearly all figures, one of which many are withheld, a province.
const STORIES: [&str; 3] =
    ["region=Utrecht view=story", "region=Ameland view=story", "region=PV26 view=story"];

/// One of each view: what a page with figures may hold.
const NINE: [&str; 9] = [
    "indicator=tienermoeders region=Utrecht",
    "indicator=tienermoeders region=Utrecht view=trend",
    "indicator=tienermoeders region=Rotterdam view=compare",
    "indicator=eerste-kinderen region=Leiden view=table",
    "indicator=tienermoeders region=Rotterdam view=ranking",
    "region=Utrecht view=profile",
    "indicator=tienermoeders region=Rotterdam view=funnel",
    "region=Utrecht view=heatmap within=PV26",
    "indicator=tienermoeders region=Rotterdam view=map",
];

fn element(attributes: &str) -> String {
    format!("<kansrijke-start {attributes}></kansrijke-start>")
}

/// Opens a document with these charts, for which the server has these answers.
fn open(charts: &str, answers: &[(&str, Route)]) -> Page {
    let page = Page::open("");
    for (path, answer) in answers {
        page.server.route(path, answer.clone());
    }
    page.server.route("/proef", Route::html(super::page::document(charts)));
    page.browser.console().expect("what the first page said");
    page.browser.open(&page.server.url("/proef")).expect("the page");
    page
}

/// The text of each printed page, in which lines may be broken anywhere.
fn print(page: &Page) -> Vec<String> {
    let pages = pdf::pages(&page.browser.print().expect("a print"));
    pages.iter().map(|text| plain(text)).collect()
}

fn plain(text: &str) -> String {
    text.split_whitespace().collect()
}

/// The texts of some nodes of each figure.
fn texts(page: &Page, of: &str) -> Vec<String> {
    let texts: Vec<String> = page
        .browser
        .eval(&format!(
            "[...document.querySelectorAll('kansrijke-start')].map(c => c.shadowRoot).map({of})"
        ))
        .expect("texts");
    texts.iter().map(|text| plain(text)).collect()
}

const ROOT: &str = "document.querySelector('kansrijke-start').shadowRoot";

#[test]
fn nine_figures_that_nobody_came_near_are_all_on_paper() {
    let page = open(&NINE.map(element).concat(), &[]);
    page.wait_for(DRAWN);
    page.wait_for("window.reported.length === 9");
    assert_eq!(page.count("scrollY"), 0);
    let pages = print(&page);
    let whole = pages.concat();
    let headings = texts(&page, "r => r.querySelector('h3').textContent");
    let labels = texts(
        &page,
        "r => [...r.querySelectorAll('svg text')].map(t => t.textContent)\
        .reduce((a, b) => b.length > a.length ? b : a, '')",
    );
    let sources = texts(&page, "r => r.querySelector('.source dd, .source a').textContent");
    for ((heading, label), source) in headings.iter().zip(&labels).zip(&sources) {
        assert!(whole.contains(heading), "{heading}: {whole}");
        assert!(whole.contains(label), "{label}: {whole}");
        assert!(whole.contains(source), "{source}: {whole}");
    }
    assert!(!whole.contains("nognietgeladen"), "{whole}");
    assert!(pages.len() <= 13, "{} pages", pages.len());
    // A page holds more than the end of a figure, but the last of one that is longer than a page.
    let short = pages.iter().filter(|text| text.chars().count() < 400).count();
    assert!(short <= 1, "{pages:#?}");
    page.assert_quiet();
}

#[test]
fn a_figure_that_fits_stands_on_one_page_with_the_heading_before_it() {
    // The first has the same heading as the second.
    let charts = &NINE[1..5];
    // Half a page before each, so that its table would come on the next one.
    let half = Route::new("text/css", "i { display: block; height: 12cm }");
    let one = |chart: &&str| format!("<i></i><h2>Kop van {chart}</h2>{}", element(chart));
    let charts = charts.iter().map(one).collect::<String>();
    let page =
        open(&format!("<link rel=stylesheet href=/half.css>{charts}"), &[("/half.css", half)]);
    page.wait_for("window.reported.length === 4");
    page.wait_for(&DRAWN.replace(".figure", "table"));
    let pages = print(&page);
    let texts_of = |of: &str| texts(&page, &format!("r => r.{of}.textContent"));
    let before = texts_of("host.previousElementSibling");
    let headings = texts_of("querySelector('h3')");
    let last = texts_of("querySelector('.method')");
    for ((before, heading), last) in before.iter().zip(&headings).zip(&last) {
        let parts = [before, heading, last];
        let is_whole = |text: &&String| parts.iter().all(|part| text.contains(part.as_str()));
        assert_eq!(pages.iter().filter(is_whole).count(), 1, "{parts:?}: {pages:#?}");
    }
}

#[test]
fn what_is_left_is_started_when_the_page_is_printed() {
    let page = open(
        "<link rel=stylesheet href=/far.css>\
         <kansrijke-start indicator=tienermoeders region=GM0344></kansrijke-start><i></i>\
         <kansrijke-start id=far indicator=tienermoeders region=GM0344 view=trend loading=lazy></kansrijke-start>",
        &[("/far.css", Route::new("text/css", "i { display: block; height: 5000px }"))],
    );
    page.wait_for(READY_FOR_PAPER);
    page.wait_for(&format!("{ROOT}.querySelector('table')"));
    let far = "document.querySelector('#far').shadowRoot.querySelector('.figure')";
    assert_eq!(page.count(&format!("{far} ? 1 : 0")), 0);
    // Its figures are those of the first, so it is drawn before the page is on paper.
    let whole = print(&page).concat();
    assert!(!whole.contains("nognietgeladen"), "{whole}");
    assert_eq!(page.count(&format!("{far} ? 1 : 0")), 1);
}

#[test]
fn a_figure_that_has_not_come_says_so_below_its_fallback() {
    let never = Route { delay: Duration::MAX, ..Route::new("application/json", "") };
    let charts = "<kansrijke-start indicator=tienermoeders region=GM0363 src=/never/>\
                  <p>In Amsterdam waren het er drie.</p></kansrijke-start>\
                  <div lang=en-GB><kansrijke-start indicator=tienermoeders region=GM0363 src=/never/>\
                  <p>In Amsterdam there were three.</p></kansrijke-start></div>\
                  <kansrijke-start id=own indicator=tienermoeders region=GM0344></kansrijke-start>";
    let page = open(
        charts,
        &[
            ("/never/country/tienermoeders.json", never.clone()),
            ("/never/region/GM0363.json", never),
        ],
    );
    page.wait_for("document.querySelector('#own').shadowRoot?.querySelector('.figure')");
    let whole = print(&page).concat();
    for text in [
        "In Amsterdam waren het er drie.Deze grafiek was nog niet geladen bij het afdrukken.",
        "In Amsterdam there were three.This chart had not loaded yet when the page was printed.",
    ] {
        assert!(whole.contains(&plain(text)), "{text}: {whole}");
    }
    let said = whole.matches("nognietgeladen").count() + whole.matches("hadnotloadedyet").count();
    assert_eq!(said, 2, "{whole}");
    // The screen shows the fallback alone.
    let shown = page.text(
        "getComputedStyle(document.querySelector('kansrijke-start').shadowRoot.querySelector('slot'), '::after').content",
    );
    assert_eq!(shown, "none");
}

#[test]
fn a_figure_without_script_says_nothing_of_loading() {
    let never = Route { delay: Duration::MAX, ..Route::new("application/json", "") };
    let chart =
        super::unscripted::written(&[("indicator", "tienermoeders"), ("region", "Utrecht")]);
    let chart = chart.replacen("<kansrijke-start", "<kansrijke-start src=/never/", 1);
    let page = open(
        &chart,
        &[
            ("/never/country/tienermoeders.json", never.clone()),
            ("/never/region/utrecht.json", never),
        ],
    );
    page.wait_for(ROOT);
    let whole = print(&page).concat();
    let heading = page.text("document.querySelector('figure h3').textContent");
    assert!(whole.contains(&plain(&heading)), "{whole}");
    assert!(!whole.contains("nognietgeladen"), "{whole}");
}

/// Whether the table of the only figure is unfolded, and the names in the rows that it shows.
fn rows(page: &Page) -> (bool, Vec<String>) {
    let rows = "r => JSON.stringify([r.querySelector('details').open, \
        [...r.querySelectorAll('tbody tr')].filter(row => !row.hidden).map(row => row.cells[0].textContent)])";
    let said: Vec<String> = page.browser.eval(&format!("[{ROOT}].map({rows})")).expect("rows");
    serde_json::from_str(&said[0]).expect("rows")
}

/// Opens a figure and waits for what makes it ready for paper.
fn one(attributes: &str) -> Page {
    let page = open(&element(attributes), &[]);
    page.wait_for(&format!("{ROOT}?.querySelector('tbody tr')"));
    page.wait_for(READY_FOR_PAPER);
    page
}

#[test]
fn a_long_table_shows_its_ends_the_own_region_and_the_benchmark() {
    let page = one("indicator=tienermoeders region=Leiden view=ranking");
    let (is_open, before) = rows(&page);
    assert!(!is_open && before.len() > 100, "{before:?}");
    page.run("history.replaceState(null, '', '?zin=de-wethouder-liegt#de-wethouder-liegt')");
    let pages = print(&page);
    let whole = pages.concat();
    assert!(!whole.contains("wethouder"), "{whole}");
    // Without what follows the path, which anyone may write.
    let address = page.text("location.origin + location.pathname");
    assert!(whole.contains(&plain(&format!("De hele tabel staat op {address}"))), "{whole}");
    page.run("dispatchEvent(new Event('beforeprint'))");
    let (is_open, shown) = rows(&page);
    assert!(is_open && shown.len() <= 20, "{shown:?}");
    for name in ["Leiden", "Nederland", "Amstelveen", "Goirle"] {
        assert!(shown.contains(&name.to_string()), "{name}: {shown:?}");
        assert!(whole.contains(name), "{name}: {whole}");
    }
    let order: Vec<&String> = before.iter().filter(|name| shown.contains(name)).collect();
    assert_eq!(order, shown.iter().collect::<Vec<_>>());
    assert_eq!(pages.len(), 1, "{pages:#?}");
    page.run("dispatchEvent(new Event('afterprint'))");
    assert_eq!(rows(&page), (false, before));
    assert_eq!(page.count(&format!("{ROOT}.querySelectorAll('.whole').length")), 0);
    page.assert_quiet();
}

#[test]
fn a_short_table_is_whole_and_a_withheld_region_keeps_its_row() {
    let page = one("indicator=eerste-kinderen region=Leiden view=trend");
    page.run("dispatchEvent(new Event('beforeprint'))");
    let (is_open, shown) = rows(&page);
    assert!(is_open && !shown.is_empty());
    let page = one("indicator=tienermoeders region=Ameland view=ranking");
    page.run("dispatchEvent(new Event('beforeprint'))");
    let (_, shown) = rows(&page);
    assert!(shown.contains(&"Ameland".to_string()) && shown.len() <= 20, "{shown:?}");
}

#[test]
fn a_wide_picture_is_drawn_for_the_width_of_paper_and_back() {
    let page = one("indicator=tienermoeders region=Utrecht view=trend");
    let width = "Number(document.querySelector('kansrijke-start').shadowRoot.querySelector('svg')\
        .getAttribute('viewBox').split(' ')[2])";
    let before = page.count(width);
    page.run("dispatchEvent(new Event('beforeprint'))");
    let printed = page.count(width);
    assert!(printed < before && printed <= 7000, "{before} {printed}");
    page.run("dispatchEvent(new Event('afterprint'))");
    assert_eq!(page.count(width), before);
    page.assert_quiet();
}

#[test]
fn a_picture_that_is_far_higher_than_a_page_gives_its_place_to_the_table() {
    let page = one("region=Leiden view=heatmap");
    let pages = print(&page);
    assert!(pages.len() <= 3, "{} pages: {pages:#?}", pages.len());
    page.run("dispatchEvent(new Event('beforeprint'))");
    page.browser.emulate(Media { print: true, ..Media::default() }).expect("paper");
    let height = format!("{ROOT}.querySelector('svg').getBoundingClientRect().height");
    assert_eq!(page.count(&height), 0);
    // What follows the table begins below it.
    let below = format!(
        "{ROOT}.querySelector('.scroll').getBoundingClientRect().height \
         - {ROOT}.querySelector('table').getBoundingClientRect().height"
    );
    let below: f64 = page.browser.eval(&below).expect("a height");
    assert!(below >= 0.0, "rows lie {below} px over what follows");
    page.run("dispatchEvent(new Event('afterprint'))");
    assert!(page.browser.eval::<f64>(&height).expect("a height") > 0.0);
}

#[test]
fn a_story_is_one_page() {
    for (story, width) in STORIES.into_iter().flat_map(|story| [(story, 1200), (story, 320)]) {
        let page = one(story);
        page.browser.resize(width, 800).expect("a width");
        // With headings above it that do not fit on the same page, it begins on one of its own.
        let pages = print(&page);
        let part = |text: &&String| text.contains("Voordezwangerschap") && text.contains("Bron");
        assert_eq!(pages.iter().filter(part).count(), 1, "{story} {width}: {pages:#?}");
        page.run("document.querySelectorAll('h1, h2, p').forEach(e => e.remove())");
        let pages = print(&page);
        assert_eq!(pages.len(), 1, "{story} {width}: {pages:#?}");
        let [text] = pages.as_slice() else { continue };
        // Its first words and its last ones.
        for part in ["Voordezwangerschap", "Nadegeboorte", "2jaar", "Bron"] {
            assert!(text.contains(part), "{part}: {text}");
        }
        page.assert_quiet();
    }
}
