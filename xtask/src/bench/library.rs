// SPDX-License-Identifier: EUPL-1.2
//! What draws in the benchmark: the element, and the chart libraries that a newsroom or a
//! municipality would use instead, each bundled as its manual recommends, with only the parts that
//! are needed.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, ensure};
use serde_json::Value;

use super::scenario::Scenario;
use crate::server::{Route, Server};
use crate::size::{self, Sizes};
use crate::{bundle, project};

/// The element's name in the report, to which the ratios are relative.
pub const ELEMENT: &str = "kansrijke-start";

/// The element without the preload of its core.
const ALONE: &str = "  script alone";

/// The element with the static figure inside: when the script has taken over from it, and, in a row
/// of its own, when the static figure is seen.
const TAKEN_OVER: &str = "  taken over";
pub const STATIC: &str = "  static figure";

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

/// The last word of a page with static figures, of whose painting the browser tells.
const LAST: &str = "<p elementtiming=\"seen\" \
                    style=\"position: fixed; inset: auto 0 0 auto; margin: 0\">x</p>";

/// A chart library, or the element.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Library {
    /// Its name in the report.
    pub name: &'static str,
    /// The size of everything that it needs, without data, under brotli at its best quality.
    pub size: usize,
    file: &'static str,
    /// The script that signals the end on the element's page, inlined: a page in use has none.
    watch: String,
    /// The scenarios that it draws, and whether each needs a style sheet.
    draws: Vec<(Scenario, bool)>,
}

impl Library {
    fn element(name: &'static str, size: usize, watch: &str) -> Self {
        let draws = Scenario::ALL.map(|scenario| (scenario, false)).to_vec();
        Self { name, size, file: "element", watch: watch.to_owned(), draws }
    }

    /// Bundles a chart library once per scenario, and serves the bundles.
    fn peer(file: &'static str, name: &'static str, server: &Server) -> Result<Self> {
        let (mut draws, mut size) = (Vec::new(), 0);
        for scenario in Scenario::ALL {
            let source = format!("{}/{file}.js", scenario.folder());
            let entry = project::path("xtask/bench").join(&source);
            if entry.is_file() {
                let (weight, style) = bundle(&entry, &source, server)?;
                if scenario == Scenario::One {
                    size = weight;
                }
                draws.push((scenario, style));
            }
        }
        Ok(Self { name, size, file, watch: String::new(), draws })
    }

    /// Whether its pages have a figure in them before any script runs.
    pub fn is_static(&self) -> bool {
        self.name == TAKEN_OVER
    }

    /// Whether it draws this.
    pub fn shows(&self, scenario: Scenario) -> bool {
        self.draws.iter().any(|(drawn, _)| *drawn == scenario)
    }

    /// The page that shows this.
    pub fn page(
        &self,
        scenario: Scenario,
        indicator: &str,
        regions: &[String],
        data: &Value,
    ) -> Result<String> {
        let (name, word, style) = (self.name.trim(), scenario.word(), scenario.style());
        let head = format!(
            "<!doctype html><html lang=\"nl\"><meta charset=\"utf-8\"><title>{name}, {word}</title>\
             <style>{STYLE} {style}</style>"
        );
        if self.file == "element" {
            let core = match scenario {
                Scenario::One | Scenario::Forty => "core",
                Scenario::Ranking => "regions",
                Scenario::Heatmap => "overview",
            };
            let preload = match self.name == ALONE {
                true => String::new(),
                false => format!(
                    "<link rel=\"preload\" href=\"/pkg/{core}_bg.wasm\" as=\"fetch\" crossorigin>"
                ),
            };
            let (charts, last) = match self.is_static() {
                true => (scenario.static_elements(indicator, regions, data)?, LAST),
                false => (scenario.elements(indicator, regions), ""),
            };
            return Ok(format!(
                "{head}<main>{charts}</main>{last}<script type=\"module\">{}</script>\
                 {preload}<script type=\"module\" src=\"/pkg/kansrijke-start.js\"></script>",
                self.watch
            ));
        }
        let script = format!("/bench/{}/{}", scenario.folder(), self.file);
        let style = match self.draws.contains(&(scenario, true)) {
            true => format!("<link rel=\"stylesheet\" href=\"{script}.css\">"),
            false => String::new(),
        };
        let dataset = scenario.dataset(indicator, regions);
        Ok(format!(
            "{head}{style}<main {dataset}></main>\
             <script type=\"module\" src=\"{script}.js\"></script>"
        ))
    }
}

/// Bundles a script and serves it, with its style sheet if it has one. Returns their combined size
/// and whether there is a style sheet.
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

/// The element and then the chart libraries; `only` selects some by name.
pub fn all(server: &Server, only: &[String]) -> Result<Vec<Library>> {
    let wanted =
        |name: &str| only.is_empty() || only.iter().any(|wanted| wanted.eq_ignore_ascii_case(name));
    let mut libraries = Vec::new();
    if wanted(ELEMENT) {
        let script = project::target().join("bench/element.js");
        bundle::bundle(&project::path("xtask/bench/element.js"), &script)?;
        let (size, watch) = (Sizes::measure()?.sum(), fs::read_to_string(script)?);
        let names = [ELEMENT, ALONE, TAKEN_OVER];
        libraries.extend(names.map(|name| Library::element(name, size, &watch)));
    }
    for (file, name) in PEERS.into_iter().filter(|(_, name)| wanted(name)) {
        libraries.push(Library::peer(file, name, server)?);
    }
    ensure!(
        !libraries.is_empty(),
        "--only names none of: {ELEMENT}, {}",
        PEERS.map(|(_, name)| name).join(", ")
    );
    Ok(libraries)
}

fn serve(
    server: &Server,
    file: &Path,
    path: &str,
    route: impl Fn(Vec<u8>) -> Route,
) -> Result<usize> {
    let bytes = fs::read(file).with_context(|| format!("{} was not bundled", file.display()))?;
    let route = packed(route(bytes))?;
    let size = route.body.len();
    server.route(path, route);
    Ok(size)
}

/// An answer as small as it gets, as hosts send it.
pub fn packed(mut route: Route) -> Result<Route> {
    route.body = size::compress(&route.body, 11)?;
    route.headers.push(("content-encoding".into(), "br".into()));
    Ok(route)
}
