// SPDX-License-Identifier: EUPL-1.2
//! The same request gives the same bytes, natively and in the browser.

use super::page::Page;
use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use kansrijke_start::data::dataset::Dataset;
use kansrijke_start::figure::Figure;
use kansrijke_start::figure::json::{FindingRow, PlacedRow};
use kansrijke_start::prepare::geometry::atlas;
use kansrijke_start::program;
use kansrijke_start::request::Request;
use std::collections::BTreeMap;
use xtask::server::Route;

/// Each core reads the files as the element does: where regions lie goes with the figures. What
/// paints is asked of the core that paints in its language, and the rest of the tools. A module
/// knows one core, so each has one of its own.
const PARITY: &str = "const json = async (file) => (await fetch(`/pkg/data/${file}.json`)).json(); \
    const places = async ({ view, map, within = '' }) => { \
      const file = map ?? (/^(GG|PV|CR)\\d+$/.test(within) ? `geometry/${within}` : 'geometry'); \
      const geometry = view === 'map' ? await json(file) : { arcs: [] }; \
      return { ...geometry, file, arcs: geometry.arcs.map((arc) => Float64Array.from(arc.flat())) }; }; \
    const chosenOf = async ({ indicator = '', region, within, lang }) => { \
      if (!/^(neighbours|peers)$/.test(within)) return undefined; \
      const { choices, apart } = await json(`comparators/${region}`); \
      const { regions, name, said } = choices[within === 'peers' && apart[indicator] || within]; \
      const lines = [[region, ...regions].join(' '), name[lang], said.map((one) => one[lang]).join(' ')]; \
      return lines.concat(within === 'neighbours' ? [''] : []).join('\\n'); }; \
    const files = new Map(); \
    window.parity = async (stem, attributes, width, form, isParts) => { \
      const name = stem !== 'tools' && attributes.lang === 'en' ? `${stem}-en` : stem; \
      const core = await import(`/pkg/${stem === 'core' ? 'single' : stem}.js?${name}`); \
      await core.default({ module_or_path: `/pkg/${name}_bg.wasm` }); \
      const { indicator, region } = attributes; \
      const isStory = stem === 'story' || attributes.view === 'story'; \
      const file = isStory ? 'story' : !indicator ? 'overview' : isParts ? `${attributes.view === 'compare' || /^(PV|CR|GG)\\d/i.test(region) ? 'benchmark' : 'country'}/${indicator}` : `indicator/${indicator}`; \
      const place = (isParts || isStory && region !== 'NL01') && `region/${region.toLowerCase().replace(/^(gm|pv|gg|nl)\\d+/, (code) => code.toUpperCase()).replace(' ', '-')}`; \
      const geometry = await places(attributes); \
      const chosen = await chosenOf(attributes); \
      const key = name + file + place + geometry.file + (chosen ?? ''); \
      const read = async () => ({ ...await json(file), ...(attributes.view === 'map' && { geometry }), ...(place && { place: await json(place) }), ...(chosen && { chosen }) }); \
      if (!files.has(key)) files.set(key, core.read(await read(), {})); \
      const options = { ...attributes, width, language: 'nl', id: 'parity', form }; \
      if (form === 'Workbook') { \
        const sheet = await import('/pkg/sheet.js'); \
        await sheet.default({ module_or_path: '/pkg/sheet_bg.wasm' }); \
        const bytes = sheet.workbook(core.book(files.get(key), options).book); \
        return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join('')); } \
      if (form === 'Findings') return JSON.stringify(core.findings(files.get(key), options).findings); \
      return core.draw(files.get(key), options).text; }; \
    window.isThere = true;";

/// A view with the language and the width that it is asked in.
type View = (&'static str, &'static str, u32);

/// The findings as a script writes them: it has one sort of number.
fn findings(dataset: &Dataset, figure: &Figure) -> String {
    let whole = |(name, value): (String, serde_json::Value)| match value.as_f64() {
        Some(number) if number.fract() == 0.0 => (name, serde_json::Value::from(number as i64)),
        _ => (name, value),
    };
    // In the order of the members, which an object of JSON does not keep.
    let members = |finding: FindingRow| {
        let text = serde_json::to_string(&PlacedRow::of(dataset, finding)).expect("JSON");
        let names: serde_json::Value = serde_json::from_str(&text).expect("JSON");
        let mut members: Vec<_> =
            names.as_object().expect("an object").clone().into_iter().map(whole).collect();
        members.sort_by_key(|(name, _)| text.find(&format!("\"{name}\":")));
        let member = |(name, value): &(String, serde_json::Value)| format!("\"{name}\":{value}");
        format!("{{{}}}", members.iter().map(member).collect::<Vec<_>>().join(","))
    };
    let all: Vec<String> = figure.findings().into_iter().map(members).collect();
    format!("[{}]", all.join(","))
}

/// Compares every form of every view for all of these, of the whole file; with `is_parts` of those
/// that the element puts together. Says how many texts were the same.
fn compare(
    stem: &str,
    indicators: &[&str],
    regions: &[(&str, &str)],
    views: &[View],
    is_parts: bool,
) -> usize {
    let page = Page::open("");
    page.server.route("/parity.js", Route::script(PARITY));
    page.run("const s = document.createElement('script'); s.type = 'module'; s.src = '/parity.js'; document.head.append(s)");
    page.wait_for("window.isThere");
    let folder = xtask::project::path("pkg/data");
    let mut compared = 0;
    for indicator in indicators {
        let mut datasets = BTreeMap::new();
        for (region, within) in regions {
            for (view, lang, width) in views {
                let given = [
                    ("indicator", *indicator),
                    ("region", region),
                    ("within", within),
                    ("view", view),
                    ("map", if *view == "map" && *region == "GM0060" { "tiles" } else { "" }),
                    ("lang", lang),
                ];
                let given = given.into_iter().filter(|(_, value)| !value.is_empty());
                let given: serde_json::Map<String, serde_json::Value> =
                    given.map(|(name, value)| (name.to_string(), value.into())).collect();
                let attribute = |name: &str| given.get(name)?.as_str().map(str::to_string);
                let mut request = Request::parse(attribute, "nl", *width).expect("a request");
                (request.downloads, request.deferred) = (true, true);
                let files = match *view {
                    // The program reads it with the file of the place.
                    "story" => Some(["story ", region].concat()),
                    _ if ["neighbours", "peers"].contains(within) => {
                        Some(format!("{:?} beside {region} {lang}", atlas::file_of(&request)))
                    }
                    _ => atlas::file_of(&request),
                };
                let dataset = datasets
                    .entry(files)
                    .or_insert_with(|| program::read_for(&folder, &request).expect("a file"));
                let figure = Figure::new(dataset, &request).expect("a figure");
                let attributes = serde_json::Value::from(given.clone());
                let mut same = |stem: &str, form: &str, native: String| {
                    let ask =
                        format!("parity('{stem}', {attributes}, {width}, '{form}', {is_parts})");
                    assert_eq!(native, page.text(&ask), "{attributes} {form}");
                    compared += 1;
                };
                same(stem, "Figure", figure.tree("parity").to_node_stream());
                same(stem, "Details", figure.details(false).to_node_stream());
                let picture = figure.redrawn("parity").to_node_stream();
                same(stem, "Picture", picture);
                same("tools", "Csv", figure.csv());
                same("tools", "Excel", figure.excel());
                same("tools", "Text", figure.plain_text());
                same("tools", "Findings", findings(dataset, &figure));
                // Of one region: a browser reads them as text, which takes its time.
                if *region == "GM0344" {
                    let bytes = figure.xlsx(None).expect("a workbook");
                    same("tools", "Workbook", BASE64_STANDARD.encode(bytes));
                }
                if let Ok(svg) = figure.svg() {
                    same("tools", "Svg", svg.to_html());
                }
            }
        }
    }
    compared
}

/// Regions of all sorts and sizes; the second is where their like are sought.
const REGIONS: [(&str, &str); 8] = [
    ("NL01", ""),
    ("PV26", ""),
    ("GG7014", ""),
    ("GM0344", "neighbours"),
    ("GM0228", "similar"),
    ("GM0060", ""),
    ("GM0796", "peers"),
    ("Den Haag", "GG2707"),
];

#[test]
fn native_and_browser_agree_to_the_byte() {
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
    let views = [
        ("number", "nl", 640),
        ("trend", "nl", 320),
        ("trend", "en", 800),
        ("compare", "nl", 640),
        ("table", "en", 640),
    ];
    let regions = REGIONS.map(|(region, _)| (region, ""));
    let compared = compare("core", &indicators, &regions, &views, false);
    assert!(compared > 900, "only {compared} were compared");
    let of_parts = compare("core", &indicators, &regions, &views, true);
    assert_eq!(of_parts, compared);
}

#[test]
fn they_agree_on_regions_beside_each_other() {
    let views = [
        ("ranking", "nl", 320),
        ("ranking", "nl", 800),
        ("ranking", "en", 1200),
        ("funnel", "nl", 320),
        ("funnel", "en", 800),
    ];
    let compared =
        compare("regions", &["tienermoeders", "moeders-35-plus"], &REGIONS, &views, false);
    assert_eq!(compared, 2 * 5 * (8 * 8 + 1));
}

#[test]
fn they_agree_on_the_map() {
    let indicators = ["tienermoeders", "levendgeborenen", "moeders-35-plus"];
    let views = [("map", "nl", 320), ("map", "en", 800)];
    let compared = compare("map", &indicators, &REGIONS, &views, false);
    assert_eq!(compared, 3 * 2 * (8 * 8 + 1));
}

#[test]
fn they_agree_on_many_indicators() {
    let views = [("profile", "nl", 320), ("profile", "en", 800), ("heatmap", "nl", 640)];
    let compared = compare("overview", &[""], &REGIONS, &views, false);
    assert_eq!(compared, 3 * (8 * 8 + 1));
}

#[test]
fn they_agree_on_figures_without_axes() {
    let indicators =
        ["tienermoeders", "eerste-kinderen", "leeftijd-eerste-kind", "nu-niet-zwanger"];
    let views =
        [("value", "nl", 640), ("sentence", "en", 640), ("icons", "nl", 320), ("icons", "en", 800)];
    let regions = REGIONS.map(|(region, _)| (region, ""));
    let compared = compare("brief", &indicators, &regions, &views, false);
    assert!(compared > 800, "only {compared} were compared");
    assert_eq!(compare("brief", &indicators, &regions, &views, true), compared);
}

#[test]
fn they_agree_on_a_story() {
    let views = [("story", "nl", 320), ("story", "en", 1200)];
    let compared = compare("story", &[""], &REGIONS, &views, false);
    assert_eq!(compared, 2 * (8 * 8 + 1));
}
