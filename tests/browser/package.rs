// SPDX-License-Identifier: EUPL-1.2
//! The package as npm packs it, in an empty folder: a page, two bundlers and a script.

use super::page::{DRAWN, Page};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use tempfile::TempDir;
use xtask::server::{Route, Server};
use xtask::{command, project, site};

/// What a page with a bundler is made of: the element, a chart by script of figures that the
/// bundler takes from the package, and one of custom data.
const MAIN: &str = "import { draw, version } from 'kansrijke-start';
import figures from 'kansrijke-start/data/indicator/tienermoeders.json';
const chart = await draw('#grafiek', { data: figures, region: 'Utrecht', view: 'trend' });
await draw('#eigen', { name: 'Honden', source: 'Zelf', data: [
  { region: 'Leiden', period: 2020, numerator: 30, denominator: 200 },
] });
document.body.dataset.said = chart.describe();
document.body.dataset.version = version;
";

const SCRIPT: &str = "import { load, proportion } from 'kansrijke-start';
const figures = await load({ indicator: 'tienermoeders', region: 'Utrecht' });
const own = await load({ name: 'Honden', source: 'Zelf', data: [
  { region: 'Leiden', period: 2020, numerator: 30, denominator: 200 },
] });
console.log(JSON.stringify({
  said: figures.describe(), own: own.describe(), svg: figures.toSVG({ view: 'trend' }).slice(0, 4),
  csv: figures.toCSV().split('\\n').length, found: figures.findings().find(f => f.period === '2015').status,
  share: proportion(30, 200).value,
}));
";

/// A folder with nothing in it but the package.
fn installed() -> TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    let npm = |arguments: &[&str], place: &Path| {
        let mut npm = Command::new("npm");
        npm.args(arguments).args(["--ignore-scripts", "--loglevel=error"]).current_dir(place);
        command::output(&mut npm).expect("npm does it")
    };
    let into = folder.path().display().to_string();
    npm(&["pack", "--pack-destination", &into], &project::pkg());
    let files: Vec<PathBuf> = files(folder.path());
    assert_eq!(files.len(), 1, "{files:?}");
    let package = files[0].display().to_string();
    npm(&["install", "--offline", "--no-audit", "--no-fund", &package], folder.path());
    let there = folder.path().join("node_modules/kansrijke-start");
    for name in
        ["kansrijke-start.js", "kansrijke-start.d.ts", "core_bg.wasm", "README.md", "LICENSE"]
    {
        assert!(there.join(name).is_file(), "{name} is not packed");
    }
    folder
}

/// Every file in the folder and below.
fn files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.is_dir() { found.extend(files(&path)) } else { found.push(path) }
    }
    found
}

/// Serves a folder at a path, as files of any host.
fn serve(server: &Server, folder: &Path, at: &str) {
    for file in files(folder) {
        let inside = file.strip_prefix(folder).expect("inside").display().to_string();
        let kind = site::content_type(&file, "application/wasm");
        server.route(&format!("{at}{inside}"), Route::new(kind, fs::read(&file).expect("a file")));
    }
}

/// The files of the data folder that the elements of the document ask for.
const DATA: [&str; 3] =
    ["indicator/tienermoeders.json", "ranking/tienermoeders.json", "geometry/PV28.json"];

/// What stands beside a bundle of a bundler that copies nothing, as the README tells.
const BESIDE: [&str; 3] = ["core_bg.wasm", "map_bg.wasm", "tools_bg.wasm"];

/// A document with the element and a map, places for charts, and a script.
fn document(src: &str, script: &str) -> String {
    format!(
        "<!doctype html><html lang=\"nl\"><meta charset=\"utf-8\"><title>Proef</title>\
         <h1>Proef</h1><h2>Cijfers</h2>\
         <kansrijke-start indicator=\"tienermoeders\" region=\"Leiden\" controls{src}></kansrijke-start>\
         <div id=\"grafiek\"></div><div id=\"eigen\"></div>\
         <kansrijke-start indicator=\"tienermoeders\" region=\"Leiden\" view=\"map\" within=\"PV28\" \
         loading=\"eager\"{src}></kansrijke-start><script type=\"module\" src=\"{script}\"></script></html>"
    )
}

/// The page shows every chart, lets a reader choose and download, and is quiet.
fn assert_works(page: &Page, path: &str) {
    page.browser.console().expect("what the first page said");
    page.browser.open(&page.server.url(path)).expect("the page");
    page.wait_for("document.body.dataset.said");
    page.wait_for(DRAWN);
    let headings = "[...document.querySelectorAll('kansrijke-start')]\
                    .map(c => [...c.shadowRoot.querySelectorAll('h3, .about')]\
                    .map(line => line.textContent).join('; ')).join('|')";
    let headings = page.text(headings);
    for place in ["Leiden: ", "|Utrecht: ", "; Honden, ", "provincie Zuid-Holland"] {
        assert!(headings.contains(place), "{path}: {place} is not in {headings}");
    }
    assert!(
        page.text("document.body.dataset.said").starts_with("In Utrecht hadden 3,6 van de 1.000")
    );
    assert_eq!(page.text("document.body.dataset.version"), project::VERSION);
    // What is fetched only when a reader asks for it.
    let chart = "document.querySelector('kansrijke-start').shadowRoot";
    page.run(&format!("{chart}.querySelector('.downloads summary').click()"));
    page.wait_for(&format!("{chart}.querySelector('.downloads [value=csv]')"));
    page.wait_for(&format!("{chart}.querySelector('[role=combobox]')"));
    page.run(&format!(
        "window.saved = []; HTMLAnchorElement.prototype.click = function () {{ saved.push(this.download); }}; \
         {chart}.querySelector('.downloads [value=csv]').click()"
    ));
    page.wait_for("saved.length");
    assert_eq!(page.text("saved.join()"), "kansrijke-start_tienermoeders_leiden_2010-2015.csv");
    let console: Vec<_> = page.browser.console().expect("a console");
    let ours: Vec<_> = console.iter().filter(|e| !e.message.contains("favicon")).collect();
    assert!(ours.is_empty(), "{ours:#?}");
    page.assert_own_origin();
}

#[test]
fn the_package_works_wherever_it_is_put() {
    let folder = installed();
    let at = |name: &str| folder.path().join(name);
    let package = at("node_modules/kansrijke-start");
    fs::write(at("main.js"), MAIN).expect("written");
    fs::write(at("script.mjs"), SCRIPT).expect("written");
    // What a page fetches by itself is put where the page can find it.
    for data in DATA {
        let file = at("public/gegevens").join(data);
        fs::create_dir_all(file.parent().expect("its folder")).expect("a folder");
        let copied = fs::copy(package.join("data").join(data), file);
        copied.expect("copied");
    }
    fs::write(at("index.html"), document(" src=\"/gegevens/\"", "/main.js")).expect("written");

    // Node.js.
    let mut node = Command::new("node");
    let said = command::output(node.arg("script.mjs").current_dir(folder.path())).expect("it runs");
    let said: serde_json::Value = serde_json::from_str(&said).expect("JSON");
    assert!(
        said["said"].as_str().expect("a text").starts_with("In Utrecht hadden 3,6 van de 1.000")
    );
    assert_eq!(said["own"], "Leiden in 2020: 15,0%.");
    assert_eq!((&said["svg"], &said["found"]), (&"<svg".into(), &"shown".into()));
    assert!(said["csv"].as_u64() > Some(10) && said["share"].as_f64() == Some(0.15), "{said}");

    let page = Page::open("");
    // A plain page: the folder on a host.
    let plain = MAIN
        .replace("'kansrijke-start'", "'/kansrijke-start/kansrijke-start.js'")
        .replace(
            "import figures from 'kansrijke-start/data/",
            "const figures = await (await fetch('/kansrijke-start/data/",
        )
        .replace("tienermoeders.json'", "tienermoeders.json')).json()");
    serve(&page.server, &package, "/kansrijke-start/");
    page.server.route("/plain.js", Route::script(plain));
    page.server.route("/plain", Route::html(document("", "/plain.js")));
    assert_works(&page, "/plain");

    // Vite.
    let mut vite = Command::new("node");
    vite.arg(project::path("xtask/node_modules/vite/bin/vite.js")).arg("build");
    command::output(vite.current_dir(folder.path())).expect("Vite bundles it");
    serve(&page.server, &at("dist"), "/");
    page.server.route("/vite", Route::html(fs::read(at("dist/index.html")).expect("a page")));
    assert_works(&page, "/vite");

    // esbuild, which leaves the cores to be copied.
    let mut esbuild = command::node("esbuild");
    esbuild.args(["main.js", "--bundle", "--format=esm", "--outfile=out/app.js"]);
    command::output(esbuild.current_dir(folder.path())).expect("esbuild bundles it");
    for file in BESIDE {
        fs::copy(package.join(file), at("out").join(file)).expect("copied");
    }
    serve(&page.server, &at("out"), "/out/");
    page.server.route("/esbuild", Route::html(document(" src=\"/gegevens/\"", "/out/app.js")));
    assert_works(&page, "/esbuild");
}
