// SPDX-License-Identifier: EUPL-1.2
//! What draws in the benchmark: the element, and chart libraries that a newsroom or a municipality
//! would take instead, each bundled as its own manual says: only the parts that are used.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, ensure};

use crate::server::{Route, Server};
use crate::size::{self, Sizes};
use crate::{bundle, project};

/// The element's name in the report; ratios are to it.
pub const ELEMENT: &str = "kansrijke-start";

/// Chart libraries: the file in `xtask/bench`, and the name.
const PEERS: [(&str, &str); 5] = [
    ("uplot", "uPlot"),
    ("chartjs", "Chart.js"),
    ("echarts", "ECharts"),
    ("plot", "Observable Plot"),
    ("vega", "Vega-Embed"),
];

const STYLE: &str = "body { margin: 1rem; font: 16px sans-serif } \
                     main { display: grid; gap: 1rem; grid-template-columns: repeat(2, 36rem) } \
                     .chart { width: 36rem; height: 20rem }";

/// One that draws.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Contestant {
    /// Its name in the report.
    pub name: &'static str,
    /// The bytes of everything that it needs under brotli at its best, data not counted.
    pub size: usize,
    file: &'static str,
    style: bool,
}

impl Contestant {
    /// Bundles the element's page or a library and lets the server serve it.
    fn bundle(file: &'static str, name: &'static str, server: &Server) -> Result<Self> {
        let folder = project::target().join("bench");
        let script = folder.join(format!("{file}.js"));
        let entry = project::path("xtask/bench").join(format!("{file}.js"));
        bundle::bundle(&entry, &script, &bundle::Defines::new())?;
        let mut size = serve(server, &script, &format!("/bench/{file}.js"), Route::script)?;
        let style = folder.join(format!("{file}.css"));
        if style.is_file() {
            let css = |body: Vec<u8>| Route::new("text/css; charset=utf-8", body);
            size += serve(server, &style, &format!("/bench/{file}.css"), css)?;
        }
        Ok(Self { name, size, file, style: style.is_file() })
    }

    /// The page with a chart for each region.
    pub fn page(&self, indicator: &str, regions: &[String]) -> String {
        let title = format!("<title>{} × {}</title>", self.name, regions.len());
        let head = format!(
            "<!doctype html><html lang=\"nl\"><meta charset=\"utf-8\">{title}<style>{STYLE}</style>"
        );
        let script = format!("<script type=\"module\" src=\"/bench/{}.js\"></script>", self.file);
        if self.name == ELEMENT {
            let charts: String = regions
                .iter()
                .map(|region| {
                    format!(
                        "<kansrijke-start indicator=\"{indicator}\" \
                         region=\"{region}\" view=\"trend\" loading=\"eager\"></kansrijke-start>"
                    )
                })
                .collect();
            let element = "<script type=\"module\" src=\"/pkg/kansrijke-start.js\"></script>";
            return format!("{head}<main>{charts}</main>{script}{element}");
        }
        let style = if self.style {
            format!("<link rel=\"stylesheet\" href=\"/bench/{}.css\">", self.file)
        } else {
            String::new()
        };
        let regions = regions.join(" ");
        format!(
            "{head}{style}<main data-indicator=\"{indicator}\" data-regions=\"{regions}\"></main>{script}"
        )
    }
}

/// Everything that draws, the element first; `only` names some of them.
pub fn all(server: &Server, only: &[String]) -> Result<Vec<Contestant>> {
    let wanted =
        |name: &str| only.is_empty() || only.iter().any(|wanted| wanted.eq_ignore_ascii_case(name));
    let mut contestants = Vec::new();
    if wanted(ELEMENT) {
        let mut element = Contestant::bundle("element", ELEMENT, server)?;
        // Its bundle only watches for the end; a page that uses the element has none.
        element.size = Sizes::measure()?.sum();
        contestants.push(element);
    }
    for (file, name) in PEERS.into_iter().filter(|(_, name)| wanted(name)) {
        contestants.push(Contestant::bundle(file, name, server)?);
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
