// SPDX-License-Identifier: EUPL-1.2
//! A page as editors make it: thirty charts, and for each of them the whole snippet was pasted.

use super::page::Page;
use super::unscripted::written;
use std::collections::BTreeMap;
use std::process::Command;
use xtask::project;
use xtask::server::Route;

const SCRIPT: &str = "<script type=\"module\" src=\"/pkg/kansrijke-start.js\"></script>\n";

/// Ten kinds, every view and one to choose from; each is pasted for three regions.
const KINDS: [&[(&str, &str)]; 10] = [
    &[("indicator", "tienermoeders")],
    &[("indicator", "tienermoeders"), ("view", "trend"), ("lang", "en"), ("heading-level", "2")],
    &[("indicator", "moeders-35-plus"), ("view", "compare"), ("theme", "dark")],
    &[("indicator", "eerste-kinderen"), ("view", "table")],
    &[("indicator", "moeders-35-plus"), ("view", "ranking"), ("within", "PV26")],
    &[("indicator", "tienermoeders"), ("view", "funnel"), ("details", "open")],
    &[("view", "profile")],
    &[("view", "heatmap"), ("within", "PV26")],
    &[("indicator", "moeders-35-plus"), ("view", "map"), ("within", "PV28")],
    &[("indicator", "levendgeborenen"), ("view", "trend"), ("controls", "region indicator period")],
];

/// Kinds that are pasted with the figure written inside.
const WRITTEN: [usize; 2] = [0, 8];

const REGIONS: [&str; 3] = ["Utrecht", "Amersfoort", "Rotterdam"];

/// What an editor pastes: the core beside the script, and the element.
fn snippet(kind: usize, region: &'static str) -> String {
    let mut attributes = KINDS[kind].to_vec();
    let given = |name| attributes.iter().find(|(given, _)| *given == name).map(|(_, word)| *word);
    let english = if given("lang") == Some("en") { "-en" } else { "" };
    let core = match given("view") {
        Some("ranking" | "funnel") => "regions",
        Some("map") => "map",
        Some("profile" | "heatmap") => "overview",
        _ => "core",
    };
    let ahead = format!(
        "<link rel=\"preload\" href=\"/pkg/{core}{english}_bg.wasm\" as=\"fetch\" crossorigin>{SCRIPT}"
    );
    attributes.push(("region", region));
    if WRITTEN.contains(&kind) {
        return [&ahead, &written(&attributes), "\n"].concat();
    }
    let attributes: Vec<String> =
        attributes.iter().map(|(name, value)| format!("{name}=\"{value}\"")).collect();
    format!("{ahead}<kansrijke-start {}></kansrijke-start>\n", attributes.join(" "))
}

fn page() -> String {
    let mut charts = String::new();
    for kind in 0..KINDS.len() {
        charts.push_str("<h2>Cijfers</h2>\n");
        REGIONS.iter().for_each(|region| charts.push_str(&snippet(kind, region)));
    }
    format!(
        "<!DOCTYPE html>\n<html lang=\"nl\">\n<head>\n<meta charset=\"utf-8\">\n\
         <title>Kansrijke Start in onze regio</title>\n<script src=\"/listen.js\"></script>\n</head>\n\
         <body>\n<main>\n<h1>Kansrijke Start</h1>\n{charts}</main>\n</body>\n</html>\n"
    )
}

/// Fails with what html-validate has against any of these documents.
pub fn assert_valid(documents: &BTreeMap<String, String>) {
    let folder = tempfile::tempdir().expect("a folder");
    for (name, text) in documents {
        std::fs::write(folder.path().join(name), text).expect("a file");
    }
    let mut node = Command::new("node");
    node.arg(project::path("xtask/node_modules/html-validate/bin/html-validate.mjs"));
    node.arg("--config").arg(project::path(".htmlvalidate.json")).arg(folder.path());
    let said = node.output().expect("html-validate");
    assert!(said.status.success(), "{}", String::from_utf8_lossy(&said.stdout));
}

#[test]
fn thirty_embeds_share_every_file_and_no_id() {
    let page = Page::open("");
    page.browser.console().expect("a console");
    page.server.forget();
    page.server.route("/proef", Route::html(self::page()));
    page.browser.open(&page.server.url("/proef")).expect("the page");
    let charts = "[...document.querySelectorAll('kansrijke-start')]";
    assert_eq!(page.count(&format!("{charts}.length")), 30);
    // As a reader goes down the page.
    page.wait_for("customElements.get('kansrijke-start')");
    for chart in 0..30 {
        page.run(&format!("{charts}[{chart}].scrollIntoView()"));
        page.wait_for(&format!("{charts}[{chart}].shadowRoot?.querySelector('.figure')"));
    }
    page.wait_for("window.reported.filter(t => t.name === 'ready').length === 30");
    // The table comes when the browser has time.
    page.wait_for(&format!("{charts}.every(c => c.shadowRoot.querySelector('table'))"));
    page.assert_quiet();
    assert_eq!(
        page.count("window.reported.length"),
        30,
        "{}",
        page.text("JSON.stringify(reported)")
    );

    let mut times = BTreeMap::new();
    for path in page.server.requests() {
        *times.entry(path).or_insert(0) += 1;
    }
    let again: Vec<_> = times.iter().filter(|(_, times)| **times > 1).collect();
    assert!(again.is_empty(), "{again:?}");
    // The whole file of the one that readers choose in; parts of the others.
    // Of many indicators those of all municipalities, of a province with what its figures mean, and
    // the whole file for the one that lies elsewhere.
    for (folder, files) in [
        ("indicator", 1),
        ("country", 2),
        ("benchmark", 1),
        ("ranking", 2),
        ("region", 3),
        ("overview", 3),
    ] {
        let of = |path: &&String| path.starts_with(&format!("/pkg/data/{folder}/"));
        assert_eq!(times.keys().filter(of).count(), files, "{folder}: {times:?}");
    }
    for file in [
        "core_bg.wasm",
        "core-en_bg.wasm",
        "regions_bg.wasm",
        "map_bg.wasm",
        "overview_bg.wasm",
        "interaction.js",
        "later.js",
        "data/overview.json",
        "data/geometry/PV28.json",
    ] {
        assert_eq!(times.get(&format!("/pkg/{file}")), Some(&1), "{file}: {times:?}");
    }
    page.wait_for(&format!(
        "{charts}.slice(27).every(c => c.shadowRoot.querySelectorAll('.controls :is(input, select)').length === 3)"
    ));

    // An id stands for one thing, in the page and in each chart.
    let twice = format!(
        "[document, ...{charts}.map(c => c.shadowRoot)].flatMap(root => \
         [...root.querySelectorAll('[id]')].map(e => e.id).filter((id, at, all) => \
         all.indexOf(id) !== at))"
    );
    assert_eq!(page.text(&format!("JSON.stringify({twice})")), "[]");

    // Valid as it was pasted, as it stands now, and inside each chart.
    let mut documents = BTreeMap::new();
    documents.insert("pasted.html".to_string(), self::page());
    let doctype = "<!DOCTYPE html>\n";
    let now = page.text("document.documentElement.outerHTML");
    documents.insert("now.html".to_string(), format!("{doctype}{now}\n"));
    let inside: Vec<String> =
        page.browser.eval(&format!("{charts}.map(c => c.shadowRoot.innerHTML)")).expect("charts");
    for (at, html) in inside.iter().enumerate() {
        let document = format!(
            "{doctype}<html lang=\"nl\"><head><title>Proef</title></head><body><h1>Proef</h1>\
             <h2>Cijfers</h2>{html}</body></html>\n"
        );
        documents.insert(format!("chart-{at}.html"), document);
    }
    assert_valid(&documents);
}

/// What was fetched ahead shall not lie there unused: browsers complain of that.
#[test]
fn a_core_that_was_fetched_ahead_is_taken_before_the_chart_is_near() {
    let page = Page::open("");
    page.server.route("/count.js", Route::script(
        "window.compiled = 0; const compile = WebAssembly.compileStreaming; \
         WebAssembly.compileStreaming = (...given) => { window.compiled += 1; return compile(...given); };",
    ));
    let lazy =
        |chart: String| chart.replace("<kansrijke-start ", "<kansrijke-start loading=\"lazy\" ");
    let chart = lazy(snippet(0, "Utrecht"));
    page.server.route(
        "/proef",
        Route::html(format!(
            "<!doctype html><html lang=nl><title>Proef</title><link rel=stylesheet href=/high.css>\
         <script src=/listen.js></script><script src=/count.js></script><p>Lang.</p>{chart}{}",
            lazy(snippet(3, "Amersfoort"))
        )),
    );
    page.server.route("/high.css", Route::new("text/css", "p { height: 9000px }"));
    page.server.forget();
    page.browser.open(&page.server.url("/proef")).expect("the page");
    page.wait_for("window.compiled === 1");
    let asked = page.server.requests();
    assert_eq!(asked.iter().filter(|path| path.ends_with("core_bg.wasm")).count(), 1, "{asked:?}");
    assert!(!asked.iter().any(|path| path.contains("/data/")), "{asked:?}");
    page.run("document.querySelector('kansrijke-start').scrollIntoView()");
    page.wait_for("document.querySelector('kansrijke-start').shadowRoot.querySelector('.figure')");
    assert_eq!(page.count("window.compiled"), 1);
    page.assert_quiet();
}

#[test]
fn the_hash_of_the_script_is_kept_to() {
    let list = std::fs::read(project::path("pkg/integrity.json")).expect("the hashes");
    let list: BTreeMap<String, String> = serde_json::from_slice(&list).expect("JSON");
    let hash = list.get("kansrijke-start.js").expect("the script's hash");
    let wrong = list.get("core.js").expect("another hash");
    for (hash, is_drawn) in [(hash, true), (wrong, false)] {
        let script = SCRIPT.replace("></script>", &format!(" integrity=\"{hash}\"></script>"));
        let page = Page::open("");
        page.server.route("/proef", Route::html(format!(
            "<!doctype html><html lang=nl><title>Proef</title>{script}\
             <kansrijke-start indicator=tienermoeders region=Utrecht>Zie de jaarcijfers.</kansrijke-start>"
        )));
        page.browser.open(&page.server.url("/proef")).expect("the page");
        if is_drawn {
            page.wait_for(
                "document.querySelector('kansrijke-start').shadowRoot?.querySelector('svg')",
            );
        } else {
            let console = page.browser.console().expect("a console");
            assert!(console.iter().any(|e| e.message.contains("integrity")), "{console:?}");
            assert_eq!(page.count("Number(Boolean(customElements.get('kansrijke-start')))"), 0);
            assert_eq!(page.text("document.body.innerText.trim()"), "Zie de jaarcijfers.");
        }
    }
}
