// SPDX-License-Identifier: EUPL-1.2
//! The same request gives the same bytes, natively and in the browser.

use super::page::Page;
use kansrijke_start::figure::Figure;
use kansrijke_start::program;
use kansrijke_start::request::Request;
use xtask::server::Route;

const TWIN: &str = "import init, * as core from '/pkg/core.js'; \
    await init({ module_or_path: '/pkg/core_bg.wasm' }); \
    const files = new Map(); \
    window.twin = async (attributes, width, form) => { \
      const { indicator } = attributes; \
      if (!files.has(indicator)) { \
        const answer = await fetch(`/pkg/data/indicator/${indicator}.json`); \
        files.set(indicator, core.read(await answer.json(), {})); } \
      return core.draw(files.get(indicator), \
        { ...attributes, width, language: 'nl', id: 'twin', form }).text; }; \
    window.isThere = true;";

#[test]
fn native_and_browser_agree_to_the_byte() {
    let page = Page::open("");
    page.server.route("/twin.js", Route::script(TWIN));
    page.run("const s = document.createElement('script'); s.type = 'module'; s.src = '/twin.js'; document.head.append(s)");
    page.wait_for("window.isThere");
    let mut compared = 0;
    let indicators = [
        "tienermoeders",
        "moeders-35-plus",
        "eerste-kinderen",
        "levendgeborenen",
        "perinatale-sterfte",
        "lokale-coalitie",
        "nu-niet-zwanger",
        "vaccinatiegraad-2-jaar",
        "leeftijd-eerste-kind",
    ];
    let regions = ["NL01", "PV26", "GG7014", "GM0344", "GM0228", "GM0060", "GM0796", "Den Haag"];
    for indicator in indicators {
        let dataset = program::read(&xtask::project::path("pkg/data"), indicator).expect("a file");
        for region in regions {
            for (view, lang, width) in [
                ("number", "nl", 640),
                ("trend", "nl", 320),
                ("trend", "en", 800),
                ("compare", "nl", 640),
                ("table", "en", 640),
            ] {
                let attribute = |name: &str| match name {
                    "indicator" => Some(indicator.to_string()),
                    "region" => Some(region.to_string()),
                    "view" => Some(view.to_string()),
                    "lang" => Some(lang.to_string()),
                    _ => None,
                };
                let mut request = Request::parse(attribute, "nl", width).expect("a request");
                request.downloads = true;
                let figure = Figure::new(&dataset, &request).expect("a figure");
                let attributes = format!(
                    "{{ indicator: '{indicator}', region: '{region}', view: '{view}', lang: '{lang}' }}"
                );
                let mut same = |form: &str, native: String| {
                    let browser = page.text(&format!("twin({attributes}, {width}, '{form}')"));
                    assert_eq!(native, browser, "{indicator} {region} {view} {lang} {form}");
                    compared += 1;
                };
                same("Figure", figure.tree("twin").to_pieces());
                same("Csv", figure.csv());
                same("Excel", figure.excel());
                same("Text", figure.plain_text());
                same("Findings", figure.findings());
                if let Ok(svg) = figure.svg() {
                    same("Svg", svg.to_html());
                }
            }
        }
    }
    assert!(compared > 900, "only {compared} were compared");
}
