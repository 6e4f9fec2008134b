// SPDX-License-Identifier: EUPL-1.2
//! What draws in the benchmark: the element, and chart libraries that a newsroom or a municipality
//! would take instead, each bundled as its own manual says: only the parts that are used.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, ensure};

use super::scenario::Exhibit;
use crate::server::{Route, Server};
use crate::size::{self, Sizes};
use crate::{bundle, project};

/// The element's name in the report; ratios are to it.
pub const ELEMENT: &str = "kansrijke-start";

/// The same without what lets the browser fetch the core beside the script.
const ALONE: &str = "  script alone";

/// Chart libraries: the file in `xtask/bench`, and the name.
const PEERS: [(&str, &str); 5] = [
    ("uplot", "uPlot"),
    ("chartjs", "Chart.js"),
    ("echarts", "ECharts"),
    ("plot", "Observable Plot"),
    ("vega", "Vega-Embed"),
];

const STYLE: &str = "body { margin: 1rem; font: 16px sans-serif } \
                     main { display: grid; gap: 1rem }";

/// One that draws.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Contestant {
    /// Its name in the report.
    pub name: &'static str,
    /// The bytes of everything that it needs under brotli at its best, data not counted.
    pub size: usize,
    file: &'static str,
    /// The end signal of the element's page: not what a page pays for, so no request of its own.
    watch: String,
    /// What it draws, and whether a style sheet comes with it.
    draws: Vec<(Exhibit, bool)>,
}

impl Contestant {
    fn element(name: &'static str, size: usize, watch: &str) -> Self {
        let draws = Exhibit::ALL.map(|exhibit| (exhibit, false)).to_vec();
        Self { name, size, file: "element", watch: watch.to_owned(), draws }
    }

    /// Bundles a library for what it draws, and lets the server serve it.
    fn library(file: &'static str, name: &'static str, server: &Server) -> Result<Self> {
        let (mut draws, mut size) = (Vec::new(), 0);
        for exhibit in Exhibit::ALL {
            let source = format!("{}/{file}.js", exhibit.folder());
            let entry = project::path("xtask/bench").join(&source);
            if entry.is_file() {
                let (weight, style) = bundle(&entry, &source, server)?;
                if exhibit == Exhibit::One {
                    size = weight;
                }
                draws.push((exhibit, style));
            }
        }
        Ok(Self { name, size, file, watch: String::new(), draws })
    }

    /// Whether it draws this.
    pub fn shows(&self, exhibit: Exhibit) -> bool {
        self.draws.iter().any(|(drawn, _)| *drawn == exhibit)
    }

    /// The page that shows this.
    pub fn page(&self, exhibit: Exhibit, indicator: &str, regions: &[String]) -> String {
        let (name, word, style) = (self.name.trim(), exhibit.word(), exhibit.style());
        let head = format!(
            "<!doctype html><html lang=\"nl\"><meta charset=\"utf-8\"><title>{name}, {word}</title>\
             <style>{STYLE} {style}</style>"
        );
        if self.file == "element" {
            let core = match exhibit {
                Exhibit::One | Exhibit::Forty => "core",
                Exhibit::Ranking => "regions",
                Exhibit::Heatmap => "overview",
            };
            let preload = match self.name == ALONE {
                true => String::new(),
                false => format!(
                    "<link rel=\"preload\" href=\"/pkg/{core}_bg.wasm\" as=\"fetch\" crossorigin>"
                ),
            };
            let charts = exhibit.elements(indicator, regions);
            return format!(
                "{head}<main>{charts}</main><script type=\"module\">{}</script>\
                 {preload}<script type=\"module\" src=\"/pkg/kansrijke-start.js\"></script>",
                self.watch
            );
        }
        let script = format!("/bench/{}/{}", exhibit.folder(), self.file);
        let style = match self.draws.contains(&(exhibit, true)) {
            true => format!("<link rel=\"stylesheet\" href=\"{script}.css\">"),
            false => String::new(),
        };
        let dataset = exhibit.dataset(indicator, regions);
        format!(
            "{head}{style}<main {dataset}></main>\
             <script type=\"module\" src=\"{script}.js\"></script>"
        )
    }
}

/// Bundles a script and lets the server serve it, with the style sheet that it brings: their
/// weight together, and whether there is a style sheet.
fn bundle(entry: &Path, source: &str, server: &Server) -> Result<(usize, bool)> {
    let script = project::target().join("bench").join(source);
    bundle::bundle(entry, &script)?;
    let mut size = serve(server, &script, &format!("/bench/{source}"), Route::script)?;
    let style = script.with_extension("css");
    if style.is_file() {
        let css = |body: Vec<u8>| Route::new("text/css; charset=utf-8", body);
        let path = format!("/bench/{}", source.replace(".js", ".css"));
        size += serve(server, &style, &path, css)?;
    }
    Ok((size, style.is_file()))
}

/// Everything that draws, the element first; `only` names some of them.
pub fn all(server: &Server, only: &[String]) -> Result<Vec<Contestant>> {
    let wanted =
        |name: &str| only.is_empty() || only.iter().any(|wanted| wanted.eq_ignore_ascii_case(name));
    let mut contestants = Vec::new();
    if wanted(ELEMENT) {
        let script = project::target().join("bench/element.js");
        bundle::bundle(&project::path("xtask/bench/element.js"), &script)?;
        let (size, watch) = (Sizes::measure()?.sum(), fs::read_to_string(script)?);
        contestants.extend([ELEMENT, ALONE].map(|name| Contestant::element(name, size, &watch)));
    }
    for (file, name) in PEERS.into_iter().filter(|(_, name)| wanted(name)) {
        contestants.push(Contestant::library(file, name, server)?);
    }
    ensure!(
        !contestants.is_empty(),
        "--only names none of: {ELEMENT}, {}",
        PEERS.map(|(_, name)| name).join(", ")
    );
    Ok(contestants)
}

fn serve(
    server: &Server,
    file: &Path,
    path: &str,
    route: impl Fn(Vec<u8>) -> Route,
) -> Result<usize> {
    let bytes = fs::read(file).with_context(|| format!("{} was not bundled", file.display()))?;
    let packed = size::compress(&bytes, 11)?;
    let size = packed.len();
    let mut route = route(packed);
    route.headers.push(("content-encoding".into(), "br".into()));
    server.route(path, route);
    Ok(size)
}
