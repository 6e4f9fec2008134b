// SPDX-License-Identifier: EUPL-1.2
//! A figure can be read in whatever page it stands: every role is measured on the paper under it, in
//! the house styles of real packages and on their paper, light and dark.

use super::page::{DRAWN, Page};
use serde::Deserialize;
use std::fmt::Write;
use xtask::project;
use xtask::server::{Options, Route};

/// A house style as its makers publish it, and why it is among the packages.
struct Package {
    name: &'static str,
    /// What it brings to this test that the others do not.
    #[allow(dead_code, reason = "a reason is for readers")]
    reason: &'static str,
    light: Theme,
    dark: Option<Theme>,
    /// The token with the colour of its paper.
    paper: &'static str,
}

/// Sheets of a package, and the classes of the page by which they apply.
struct Theme {
    sheets: &'static [&'static str],
    classes: &'static str,
}

const DOCUMENT: &str = "--utrecht-document-background-color";
const BASIS: &str = "--basis-color-default-bg-document";

const PACKAGES: [Package; 9] = [
    Package {
        name: "@amsterdam/design-system-tokens",
        reason: "a vocabulary of its own, and sizes that depend on the window",
        light: Theme { sheets: &["dist/index.css"], classes: "" },
        dark: None,
        paper: "--ams-color-background-body",
    },
    Package {
        name: "@utrecht/design-tokens",
        reason: "the common vocabulary at its source, with a dark theme that declares no color-scheme",
        light: Theme { sheets: &["dist/theme.css"], classes: "utrecht-theme" },
        dark: Some(Theme { sheets: &["dist/dark/theme.css"], classes: "utrecht-theme--dark" }),
        paper: DOCUMENT,
    },
    Package {
        name: "@gemeente-denhaag/design-tokens-components",
        reason: "an accent that is too light for text, and a heading for telephones",
        light: Theme { sheets: &["dist/theme/index.css"], classes: "denhaag-theme" },
        dark: None,
        paper: DOCUMENT,
    },
    Package {
        name: "@nl-design-system-unstable/rotterdam-design-tokens",
        reason: "headings of 40 pixels, a focus outline of one",
        light: Theme { sheets: &["dist/design-tokens.css"], classes: "rotterdam-theme" },
        dark: None,
        paper: DOCUMENT,
    },
    Package {
        name: "@gemeentenijmegen/design-tokens",
        reason: "headings with a colour and a letter of their own",
        light: Theme { sheets: &["dist/index.css"], classes: "nijmegen-theme" },
        dark: None,
        paper: DOCUMENT,
    },
    Package {
        name: "@rijkshuisstijl-community/design-tokens",
        reason: "three vocabularies at once, of which one is only partly there",
        light: Theme { sheets: &["dist/index.css"], classes: "rhc-theme" },
        dark: None,
        paper: DOCUMENT,
    },
    Package {
        name: "@nl-rvo/design-tokens",
        reason: "paper that is transparent, and a blue just below 4.5",
        light: Theme { sheets: &["dist/index.css"], classes: "rvo-theme" },
        dark: None,
        paper: DOCUMENT,
    },
    Package {
        name: "@nl-design-system-unstable/voorbeeld-design-tokens",
        reason: "the example that others begin from, with pale accents as backgrounds",
        light: Theme { sheets: &["dist/theme.css"], classes: "voorbeeld-theme" },
        dark: None,
        paper: BASIS,
    },
    Package {
        name: "@nl-design-system-community/ma-design-tokens",
        reason: "a dark theme over a light one, and a white focus outline on white",
        light: Theme { sheets: &["dist/theme.css"], classes: "ma-theme" },
        dark: Some(Theme {
            sheets: &["dist/theme.css", "dist/color-scheme-dark/theme.css"],
            classes: "ma-theme ma-theme--color-scheme-dark",
        }),
        paper: BASIS,
    },
];

/// The paper on which a style that has no dark theme is measured.
const DARK: &str = "#1b1b1b";

/// Charts in which every role is drawn.
const CHARTS: &str = "<kansrijke-start indicator=tienermoeders region=Ede view=trend controls=region \
      loading=eager></kansrijke-start>\
    <kansrijke-start indicator=tienermoeders region=Utrecht view=ranking within=PV26 loading=eager></kansrijke-start>\
    <kansrijke-start indicator=tienermoeders region=Utrecht view=map loading=eager></kansrijke-start>";

/// What is measured: its name, the chart, the node, the property, what it stands on (a property of
/// the same node, or the paper), and the least contrast. A band is no text and no mark: it says
/// nothing that the sentence and the table do not, and what stands on it is measured there.
const MEASURED: [(&str, usize, &str, &str, &str, f64); 22] = [
    ("text", 0, ".sentence", "color", "", 4.5),
    ("small text", 0, ".about", "color", "", 4.5),
    ("heading", 0, "h3", "color", "", 4.5),
    ("link", 0, ".source a", "color", "", 4.5),
    ("axis label", 0, ".label.muted", "fill", "", 4.5),
    ("own name", 0, ".label.own", "fill", "", 4.5),
    ("own name on band", 1, ".label.own", "fill", "band", 4.5),
    ("own line", 0, ".line.own", "stroke", "", 3.0),
    ("own line on band", 0, ".line.own", "stroke", "band", 3.0),
    ("band", 0, ".area.band", "fill", "", 1.2),
    ("benchmark name", 0, ".label.benchmark", "fill", "", 4.5),
    ("benchmark", 0, ".line.reference", "stroke", "", 3.0),
    ("others", 1, ".dot.other, .line.other", "fill", "", 3.0),
    ("better", 2, ".area.better", "fill", "", 3.0),
    ("worse", 2, ".area.worse", "fill", "", 3.0),
    ("withheld", 0, ".line.withheld", "stroke", "", 3.0),
    ("axis", 0, ".line.axis", "stroke", "", 3.0),
    ("field", 0, ".control input", "color", "backgroundColor", 4.5),
    ("field's edge", 0, ".control input", "borderTopColor", "", 3.0),
    ("tooltip", 1, ".tooltip", "color", "backgroundColor", 4.5),
    ("tooltip's edge", 1, ".tooltip", "borderTopColor", "", 3.0),
    ("focus", 0, "summary", "outlineColor", "", 3.0),
];

/// How much larger than the text a heading is at most. Headings of house styles are made for pages;
/// a message of twelve words must leave room for its picture on a telephone.
const HEADING: f64 = 1.5;

/// What a page says of its charts.
#[derive(Deserialize)]
struct Found {
    paper: String,
    contrasts: Vec<f64>,
    heading: f64,
    text: f64,
    outline: f64,
    own: String,
}

/// Measures by what the browser paints: a colour is laid on white, pixel by pixel.
fn measure(page: &Page) -> Found {
    page.run(
        "const ranking = document.querySelectorAll('kansrijke-start')[1].shadowRoot.querySelector('svg'); \
         ranking.focus(); ranking.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowDown', bubbles: true }))",
    );
    page.wait_for(
        "document.querySelectorAll('kansrijke-start')[1].shadowRoot.querySelector('.tooltip')?.textContent",
    );
    let measured = serde_json::json!(MEASURED);
    page.browser
        .eval(&format!(
            "(() => {{
              const brush = new OffscreenCanvas(1, 1).getContext('2d', {{ willReadFrequently: true }});
              const pixel = (...colours) => {{
                for (const colour of ['#fff', ...colours]) {{ brush.fillStyle = colour; brush.fillRect(0, 0, 1, 1); }}
                return [...brush.getImageData(0, 0, 1, 1).data].slice(0, 3);
              }};
              const light = (colour) => colour.map(v => v / 255)
                .map(v => v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4)
                .reduce((sum, v, nth) => sum + v * [0.2126, 0.7152, 0.0722][nth], 0.05);
              const paper = getComputedStyle(document.body).backgroundColor;
              const contrast = (front, ...ground) => {{
                const [less, more] = [light(pixel(...ground, front)), light(pixel(...ground))].sort((a, b) => a - b);
                return more / less;
              }};
              const roots = [...document.querySelectorAll('kansrijke-start')].map(c => c.shadowRoot);
              roots[0].querySelector('summary').focus();
              const find = (chart, selector) => {{
                const node = roots[chart].querySelector(selector);
                if (!node) throw new Error(selector);
                return getComputedStyle(node);
              }};
              const contrasts = {measured}.map(([, chart, selector, name, on]) => {{
                const style = find(chart, selector);
                const front = style[name] === 'none' ? style.stroke : style[name];
                if (on === 'band') return contrast(front, paper, find(0, '.area.band').fill);
                return contrast(front, paper, ...on ? [style[on]] : []);
              }});
              const size = (selector) => parseFloat(find(0, selector).fontSize);
              return {{ paper: '#' + pixel(paper).map(v => v.toString(16).padStart(2, '0')).join(''), contrasts,
                heading: size('h3'), text: size('.sentence'), outline: parseFloat(find(0, 'summary').outlineWidth),
                own: '#' + pixel(find(0, '.line.own').stroke).map(v => v.toString(16).padStart(2, '0')).join('') }};
            }})()"
        ))
        .expect("what was measured")
}

/// Opens the charts in a page of this style, on this paper.
fn open(page: &Page, package: &str, theme: &Theme, paper: &str) {
    let sheets: String = theme
        .sheets
        .iter()
        .enumerate()
        .map(|(nth, sheet)| {
            let file = project::path("xtask/node_modules").join(package).join(sheet);
            let text = std::fs::read(&file).unwrap_or_else(|e| panic!("{}: {e}", file.display()));
            page.server.route(&format!("/{nth}.css"), Route::new("text/css", text));
            format!("<link rel=stylesheet href=/{nth}.css>")
        })
        .collect();
    let ink = if paper == DARK { "#f0f0f0" } else { "inherit" };
    let own = format!("body {{ background: {paper}; color: {ink}; font-family: sans-serif }}");
    page.server.route("/own.css", Route::new("text/css", own));
    page.server.route(
        "/proef",
        Route::html(format!(
            "<!doctype html><html lang=nl class=\"{}\"><meta charset=utf-8><title>Proef</title>\
             <meta name=viewport content=\"width=device-width\">{sheets}<link rel=stylesheet href=/own.css>\
             <script type=module blocking=render src=/pkg/kansrijke-start.js></script>\
             <main><h1>Proef</h1>{CHARTS}</main></html>",
            theme.classes
        )),
    );
    page.browser.open(&page.server.url("/proef")).expect("the page");
    page.wait_for(DRAWN);
    page.wait_for(
        "document.querySelector('kansrijke-start').shadowRoot.querySelector('.control input')",
    );
    page.wait_for(
        "document.querySelectorAll('kansrijke-start')[1].shadowRoot.querySelector('[role=listbox]')",
    );
}

const BEGIN: &str =
    "<!-- begin: contrast in house styles, measured by cargo test --test browser -- themes -->\n";
const END: &str = "<!-- end: contrast in house styles -->\n";

#[test]
fn every_role_is_read_in_every_house_style_light_and_dark() {
    let page = Page::open_with(Options::default(), 600, "");
    let mut table = String::from("| house style | paper | own region |");
    for (name, ..) in &MEASURED {
        write!(table, " {name} |").expect("written");
    }
    table.push_str(" heading (px) |\n|---|---|---|");
    table.push_str(&"--:|".repeat(MEASURED.len() + 1));
    table.push('\n');
    let mut wrong = Vec::new();
    for package in &PACKAGES {
        let paper = format!("var({})", package.paper);
        let dark = package.dark.as_ref();
        for (theme, paper) in [
            (&package.light, paper.as_str()),
            (dark.unwrap_or(&package.light), if dark.is_some() { &paper } else { DARK }),
        ] {
            open(&page, package.name, theme, paper);
            let found = measure(&page);
            write!(table, "| {} | {} | {} |", package.name, found.paper, found.own)
                .expect("written");
            for ((name, .., least), contrast) in MEASURED.iter().zip(&found.contrasts) {
                // Rounded down: no 4.5 stands for less.
                write!(table, " {:.1} |", (contrast * 10.0).floor() / 10.0).expect("written");
                if contrast < least {
                    wrong
                        .push(format!("{} on {}: {name} {contrast:.2}", package.name, found.paper));
                }
            }
            writeln!(table, " {:.0} |", found.heading).expect("written");
            if found.heading > HEADING * found.text + 0.01 || found.heading <= found.text {
                wrong.push(format!("{}: a heading of {} px", package.name, found.heading));
            }
            if found.outline < 2.0 {
                wrong.push(format!("{}: a focus outline of {} px", package.name, found.outline));
            }
        }
    }
    println!("{table}");
    assert!(wrong.is_empty(), "{wrong:#?}");
    let design = std::fs::read_to_string(project::path("DESIGN.md")).expect("the design");
    let (_, rest) = design.split_once(BEGIN).expect("a place for the table");
    let (there, _) = rest.split_once(END).expect("its end");
    assert_eq!(there, table, "put this table into DESIGN.md");
}
