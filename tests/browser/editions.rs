// SPDX-License-Identifier: EUPL-1.2
//! A figure that stays with the figures of an edition, and the reference that a reader takes of it.

use super::downloads_page::{DownloadsPage, ROOT};
use super::page::{DRAWN, Page, document};
use serde_json::Value;
use std::fs;
use xtask::project;
use xtask::server::Route;

const KEPT: &str = "2026-05-01";

/// A file of figures as it is shipped.
fn shipped(name: &str) -> String {
    fs::read_to_string(project::pkg().join("data").join(name)).expect("a file")
}

/// A file of figures as it was before Utrecht's newest figure changed.
fn former(name: &str) -> String {
    let mut file: Value = serde_json::from_str(&shipped(name)).expect("JSON");
    let place = |dimension: &str, code: &str| {
        let index = file["dimension"][dimension]["category"]["index"].as_array().expect("codes");
        index.iter().position(|one| one == code).expect("a code")
    };
    let size =
        |at: usize| usize::try_from(file["size"][at].as_u64().expect("a size")).expect("few");
    let (measure, region, period) =
        (place("measure", "numerator"), place("region", "GM0344"), place("period", "2015"));
    let indicator = place("indicator", "tienermoeders");
    let cell = ((indicator * size(1) + measure) * size(2) + region) * size(3) + period;
    // A list of cells, or those that are there by their index.
    match &mut file["value"] {
        Value::Object(cells) => drop(cells.insert(cell.to_string(), 25.into())),
        cells => cells[cell] = 25.into(),
    }
    file.to_string()
}

/// A page with charts, where the folder of an edition stands beside one of figures.
fn open(folder: &str, charts: &str) -> Page {
    let page = Page::open("");
    let [country, leiden] = ["country/tienermoeders.json", "region/leiden.json"];
    let [whole, utrecht] = ["indicator/tienermoeders.json", "region/utrecht.json"];
    let kept = [country, leiden].map(|name| (name, shipped(name))).into_iter();
    for (name, file) in kept.chain([whole, utrecht].map(|name| (name, former(name)))) {
        let at = format!("{folder}-{KEPT}/{name}");
        page.server.route(&at, Route::new("application/json", file));
    }
    page.server.route("/artikel", Route::html(document(charts)));
    page.server.forget();
    page.browser.open(&page.server.url("/artikel")).expect("the page");
    page
}

const NOTICE: &str = "document.querySelector('#utrecht').shadowRoot.querySelector('.newer')";

#[test]
fn an_article_keeps_its_figures_and_says_when_they_are_others_now() {
    let charts = format!(
        "<kansrijke-start id=leiden indicator=tienermoeders region=Leiden edition={KEPT}></kansrijke-start>\
         <kansrijke-start id=utrecht indicator=tienermoeders region=Utrecht edition={KEPT}></kansrijke-start>"
    );
    let page = open("/pkg/data", &charts);
    page.wait_for(DRAWN);
    let said =
        "document.querySelector('#utrecht').shadowRoot.querySelector('.sentence').textContent";
    assert!(
        page.text(said)
            .starts_with("In Utrecht hadden 5,0 van de 1.000 kinderen die in 2015 werden geboren"),
        "{}",
        page.text(said)
    );
    page.wait_for(NOTICE);
    let notice = page.text(&format!("{NOTICE}.textContent"));
    let expected = "Dit zijn de cijfers van 1 mei 2026. Er zijn nieuwere cijfers (uitgave van ";
    assert!(notice.starts_with(expected) && notice.ends_with(")."), "{notice}");
    // What Leiden shows is the same, although the file is another.
    let other = "document.querySelector('#leiden').shadowRoot.querySelectorAll('.newer').length";
    assert_eq!(page.count(other), 0);
    page.assert_quiet();
    // Without the edition it shows the newest, and has nothing to say of it.
    page.run("document.querySelector('#utrecht').removeAttribute('edition')");
    page.wait_for(&format!("{said}.includes('3,6 van de 1.000')"));
    assert_eq!(page.text(&format!("String({NOTICE})")), "null");
}

#[test]
fn in_a_table_and_in_english_too() {
    let charts = format!(
        "<kansrijke-start id=utrecht indicator=tienermoeders region=Utrecht view=table lang=en \
         edition={KEPT}></kansrijke-start>"
    );
    let page = open("/pkg/data", &charts);
    page.wait_for(NOTICE);
    let notice = page.text(&format!("{NOTICE}.textContent"));
    let expected = "These are the figures of 1 May 2026. There are newer figures (edition of ";
    assert!(notice.starts_with(expected), "{notice}");
}

#[test]
fn a_folder_of_the_newest_figures_that_is_gone_is_no_failure() {
    let charts = format!(
        "<kansrijke-start id=utrecht indicator=tienermoeders region=Utrecht src=/oud/data \
         edition={KEPT}></kansrijke-start>"
    );
    let page = open("/oud/data", &charts);
    page.wait_for(DRAWN);
    let newest = "/oud/data/indicator/tienermoeders.json";
    page.wait_for(&format!(
        "performance.getEntriesByType('resource').some(({{ name }}) => name.endsWith('{newest}'))"
    ));
    let errors = "window.reported.filter(({ name }) => name === 'error').length";
    assert_eq!(page.count(errors), 0);
    assert_eq!(page.text(&format!("String({NOTICE})")), "null");
}

#[test]
fn what_is_no_edition_is_refused_and_never_asked_for() {
    for hostile in
        ["../../geheim", "2026-05-01/../x", "2026-13-01", "&lt;b&gt;", "2026-05-01?x", "laatste"]
    {
        let charts = format!(
            "<kansrijke-start indicator=tienermoeders region=Utrecht edition=\"{hostile}\"></kansrijke-start>"
        );
        let page = open("/pkg/data", &charts);
        page.wait_for("window.reported.length");
        assert_eq!(page.text("window.reported[0].code"), "attribute-invalid", "{hostile}");
        let strange = page.server.requests().into_iter().filter(|path| {
            path.contains("geheim")
                || path.contains("..")
                || path.contains("data-") && path.contains('x')
        });
        assert_eq!(strange.collect::<Vec<_>>(), Vec::<String>::new(), "{hostile}");
    }
}

#[test]
fn a_reader_takes_the_reference_in_three_forms() {
    let chart = "<kansrijke-start indicator=tienermoeders region=Utrecht></kansrijke-start>";
    let downloads = DownloadsPage::open(1200, chart);
    downloads.page.run("navigator.clipboard.writeText = () => Promise.reject(new Error('nee'))");
    let text = |(name, bytes): (String, Vec<u8>)| (name, String::from_utf8(bytes).expect("text"));
    let index = fs::read(project::pkg().join("data/index.json")).expect("an index");
    let index: Value = serde_json::from_slice(&index).expect("JSON");
    let edition = index["extension"]["edition"]["id"].as_str().expect("an edition").to_string();
    let page = downloads.page.server.url("/proef");

    let (name, line) = text(downloads.take("cite"));
    assert_eq!(name, "kansrijke-start_tienermoeders_utrecht_2015-cite.txt");
    assert!(line.starts_with("CBS (20") && line.contains(&page), "{line}");
    assert!(line.contains("In: Kansrijke Start in een grafiek, uitgave van "), "{line}");
    let (name, bibtex) = text(downloads.take("bibtex"));
    assert_eq!(name, "kansrijke-start_tienermoeders_utrecht_2015.bib");
    assert!(bibtex.contains(&format!("version = {{{edition}}}")), "{bibtex}");
    assert!(bibtex.contains(&format!("url = {{{page}}}")), "{bibtex}");
    let (name, csl) = text(downloads.take("csl"));
    assert_eq!(name, "kansrijke-start_tienermoeders_utrecht_2015.csl.json");
    let csl: Value = serde_json::from_str(&csl).expect("JSON");
    assert_eq!((&csl[0]["version"], &csl[0]["URL"]), (&edition.into(), &page.into()));
    assert!(
        downloads
            .page
            .text(&format!("{ROOT}.querySelector('.downloads').textContent"))
            .contains("Citeren")
    );
    downloads.page.assert_quiet();
}
