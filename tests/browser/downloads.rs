// SPDX-License-Identifier: EUPL-1.2
//! What a reader downloads is what the reader saw: the same numbers and the same words.

use super::downloads_page::{DownloadsPage, ROOT, arrived, click};
use super::page::{DRAWN, Page};
use calamine::{Reader, Xlsx};
use serde_json::json;
use std::io::Cursor;
use std::path::PathBuf;
use thirtyfour::Key;
use xtask::browser::{Browser, Engine};
use xtask::server::{Options, Route, Server};

/// The texts of an SVG, in order.
fn texts_of(svg: &str) -> Vec<String> {
    let parts = svg.split("<text ").skip(1).map(|part| {
        let (_, rest) = part.split_once('>').expect("a tag");
        rest.split("</text>").next().expect("a text").to_string()
    });
    parts.map(|t| t.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")).collect()
}

/// A picture of each view that has one.
const CHARTS: [(&str, &str); 11] = [
    ("indicator=tienermoeders region=Utrecht", "kansrijke-start_tienermoeders_utrecht_2015"),
    ("indicator=tienermoeders region=Ede view=trend", "kansrijke-start_tienermoeders_ede_2023"),
    (
        "indicator=moeders-35-plus region=GM0363 view=compare",
        "kansrijke-start_moeders-35-plus_amsterdam_2023",
    ),
    (
        "indicator=tienermoeders region=Leiden view=trend lang=en details=none",
        "kansrijke-start_tienermoeders_leiden_2012",
    ),
    (
        "indicator=perinatale-sterfte region=NL01 view=trend theme=dark",
        "kansrijke-start_perinatale-sterfte_nederland_2021",
    ),
    (
        "indicator=tienermoeders region=PV26 view=ranking within=PV26",
        "kansrijke-start_tienermoeders_provincie-utrecht_2010-2015",
    ),
    (
        "indicator=tienermoeders region=Rotterdam view=funnel within=PV28",
        "kansrijke-start_tienermoeders_rotterdam_2010-2015",
    ),
    (
        "indicator=moeders-35-plus region=Utrecht view=map lang=en",
        "kansrijke-start_moeders-35-plus_utrecht_2010-2015",
    ),
    ("region=Utrecht view=profile", "kansrijke-start_profile_utrecht_2022-07"),
    ("region=Utrecht view=story", "kansrijke-start_story_utrecht_2022-07"),
    ("region=Utrecht view=heatmap within=PV26", "kansrijke-start_heatmap_utrecht_2010-2015"),
];

#[test]
fn a_picture_says_what_the_page_says() {
    for (attributes, name) in CHARTS {
        let downloads =
            DownloadsPage::open(760, &format!("<kansrijke-start {attributes}></kansrijke-start>"));
        let (file, svg) = downloads.take("svg");
        assert_eq!(file, format!("{name}.svg"));
        let svg = String::from_utf8(svg).expect("text");
        let texts = texts_of(&svg);
        // What is pointed at has a blank after each line, which sets the words apart when it is read out.
        let seen = downloads.texts("svg text");
        let seen: Vec<&str> = seen.iter().map(|text| text.trim_end()).collect();
        assert!(!seen.is_empty());
        // Heading, sentences and small print stand around the chart.
        let at = texts.windows(seen.len()).position(|part| part == seen);
        assert!(at.is_some(), "{name}: {seen:?} is not in {texts:?}");
        // A line may break after a hyphen.
        let whole = texts.join(" ").replace("- ", "-");
        for part in ["h3", ".sentence", ".method"] {
            let said = downloads.texts(part).concat().replace("- ", "-");
            assert!(!said.is_empty() && whole.contains(&said), "{name}: {said} is not in {whole}");
        }
        let source = format!(
            "[...{ROOT}.querySelectorAll('.source div')].slice(0, 2) \
             .map(pair => [...pair.children].map(part => part.textContent).join(': '))"
        );
        for said in downloads.page.browser.eval::<Vec<String>>(&source).expect("a source") {
            assert!(whole.contains(&said), "{name}: {said} is not in {whole}");
        }
        let made = if attributes.contains("lang=en") { "Made on" } else { "Gemaakt op" };
        assert!(whole.contains(made), "{name}: no date in {whole}");
        assert!(!svg.contains("var("), "colours are written out");
        downloads.page.assert_quiet();
    }
}

/// What the script paints, kept while it does.
const WATCH: &str = "window.painted = []; const { prototype } = CanvasRenderingContext2D; \
    const { fillText } = prototype; prototype.fillText = function (text, ...at) { \
      painted.push(text); return fillText.call(this, text, ...at); }";

#[test]
fn a_painted_picture_is_the_drawn_one_at_three_sizes() {
    // A page without a policy, to look at the pictures side by side.
    let gallery = Server::start(Options { policy: None, ..Options::default() }).expect("a server");
    gallery.route("/kijk", Route::html("<!doctype html><title>Kijk</title>"));
    let eye = Browser::start().expect("a browser");
    for (attributes, name) in CHARTS {
        let downloads =
            DownloadsPage::open(760, &format!("<kansrijke-start {attributes}></kansrijke-start>"));
        let svg = downloads.take("svg").1;
        let written = texts_of(&String::from_utf8(svg.clone()).expect("text"));
        downloads.page.run(WATCH);
        gallery.route("/plaatje.svg", Route::new("image/svg+xml", svg));
        for (kind, end, scale) in
            [("png", "", 1.0), ("png-2", "-2", 2.0), ("png-print", "-print", 3.125)]
        {
            let (file, png) = downloads.take(kind);
            assert_eq!(file, format!("{name}{end}.png"));
            let painted: Vec<String> =
                downloads.page.browser.eval("window.painted.splice(0)").expect("texts");
            assert_eq!(painted, written, "{name} {kind}");
            let dots = png.windows(4).position(|part| part == b"pHYs");
            let per_metre = dots
                .map(|at| u32::from_be_bytes([png[at + 4], png[at + 5], png[at + 6], png[at + 7]]));
            assert_eq!(per_metre, (kind == "png-print").then_some(11811), "300 to the inch");
            gallery.route("/plaatje.png", Route::new("image/png", png));
            eye.open(&gallery.url("/kijk")).expect("a page");
            let [apart, width, wanted]: [f64; 3] =
                eye.eval(&difference(scale)).expect("a difference");
            assert_eq!(width, wanted, "{name} {kind}");
            // Letters are smoothed at other places of a pixel; nothing else differs.
            assert!(apart < 0.01, "{name} {kind}: {apart} of the pixels differ");
        }
        downloads.page.assert_quiet();
    }
}

/// Which part of the pixels differs much between the two pictures, and both widths.
fn difference(scale: f64) -> String {
    format!(
        "(async () => {{ \
          const load = async (src) => {{ const image = new Image(); image.src = src; await image.decode(); return image; }}; \
          const [svg, png] = [await load('/plaatje.svg'), await load('/plaatje.png')]; \
          const pixels = (image) => {{ const canvas = document.createElement('canvas'); \
            canvas.width = png.naturalWidth; canvas.height = png.naturalHeight; \
            const context = canvas.getContext('2d'); context.drawImage(image, 0, 0, canvas.width, canvas.height); \
            return context.getImageData(0, 0, canvas.width, canvas.height).data; }}; \
          const [one, other] = [pixels(svg), pixels(png)]; let apart = 0; \
          for (let at = 0; at < one.length; at += 4) \
            apart += Math.abs(one[at] - other[at]) + Math.abs(one[at + 1] - other[at + 1]) > 160; \
          return [apart / one.length * 4, png.naturalWidth, Math.round(svg.naturalWidth * {scale})]; }})()"
    )
}

#[test]
fn a_workbook_has_the_figures_and_where_they_come_from() {
    let chart =
        "<kansrijke-start indicator=tienermoeders region=Ameland view=trend></kansrijke-start>";
    let downloads = DownloadsPage::open(900, chart);
    let fetched = |page: &Page| -> bool {
        let asked =
            "performance.getEntriesByType('resource').some(e => e.name.includes('sheet_bg'))";
        page.browser.eval(asked).expect("what was fetched")
    };
    let (_, csv) = downloads.take("csv");
    assert!(!fetched(&downloads.page), "nobody asked for a workbook");
    let (file, bytes) = downloads.take("xlsx");
    assert!(fetched(&downloads.page));
    assert!(file.starts_with("kansrijke-start_tienermoeders_ameland_") && file.ends_with(".xlsx"));
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).expect("a workbook");
    let figures = book.worksheet_range("Cijfers").expect("figures");
    let lines = String::from_utf8(csv).expect("text").lines().count();
    assert_eq!(figures.height(), lines);
    assert!(figures.used_cells().any(|(_, _, cell)| *cell == "te weinig kinderen om te tonen"));
    let about = book.worksheet_range("Uitleg").expect("what they are");
    let of = |term: &str| {
        let row = about.rows().find(|row| row[0] == *term);
        row.map(|row| row[1].to_string()).unwrap_or_else(|| panic!("no {term}"))
    };
    assert!(of("Bron").starts_with("CBS"));
    assert!(of("Uitgave van de cijfers").starts_with("20"));
    assert!(of("Verwijzing").contains(&downloads.page.server.url("/")), "{}", of("Verwijzing"));
    downloads.page.assert_quiet();
}

#[test]
fn the_text_is_copied_or_comes_as_a_file() {
    let chart = "<kansrijke-start indicator=tienermoeders region=Utrecht></kansrijke-start>";
    let downloads = DownloadsPage::open(1200, chart);
    // The driver of Firefox lets pages read it.
    if Engine::asked().expect("an engine") == Engine::Chromium {
        let allowed = json!({"permissions": ["clipboardReadWrite", "clipboardSanitizedWrite"]});
        downloads.page.browser.cdp("Browser.grantPermissions", allowed).expect("a clipboard");
    }
    click(&downloads.page, &format!("{ROOT}.querySelector('.downloads [value=text]')"));
    downloads
        .page
        .wait_for(&format!("{ROOT}.querySelector('.downloads [role=status]').textContent"));
    let copied = downloads.page.text("navigator.clipboard.readText()");
    let said = ["h3", ".about", ".sentence"].map(|part| downloads.texts(part).concat()).join("\n");
    assert!(copied.starts_with(&said), "{copied}");
    assert!(copied.contains("Bron: CBS") && copied.contains("Cijfers over: 2015"), "{copied}");
    // Without a clipboard the same comes as a file.
    downloads.page.run("navigator.clipboard.writeText = () => Promise.reject(new Error('nee'))");
    let (file, text) = downloads.take("text");
    assert_eq!(file, "kansrijke-start_tienermoeders_utrecht_2015.txt");
    assert_eq!(String::from_utf8(text).expect("text"), copied);
    downloads.page.assert_quiet();
}

#[test]
fn the_embed_code_draws_the_same_elsewhere() {
    let chart = "<kansrijke-start indicator=tienermoeders region=\"'s-Hertogenbosch\" view=trend \
                 id=c class=groot onclick=\"alert(1)\" src=../pkg/data></kansrijke-start>";
    let downloads = DownloadsPage::open(1200, chart);
    downloads.page.run("navigator.clipboard.writeText = () => Promise.reject(new Error('nee'))");
    let (file, code) = downloads.take("embed");
    assert_eq!(file, "kansrijke-start_tienermoeders_den-bosch_2010-2015-embed.txt");
    let code = String::from_utf8(code).expect("text");
    for trace in ["id=", "class=", "onclick", "../"] {
        assert!(!code.contains(trace), "{trace} in {code}");
    }
    assert!(code.contains(&downloads.texts(".sentence").concat()), "{code}");
    assert!(code.contains("/pkg/core_bg.wasm\""), "{code}");
    let page = format!(
        "<!doctype html><html lang=nl><title>Elders</title><h1>Elders</h1><h2>Hier</h2>{code}"
    );
    let heading = downloads.texts("h3");
    downloads.page.server.route("/elders", Route::html(page));
    downloads.page.browser.open(&downloads.page.server.url("/elders")).expect("another page");
    downloads.page.wait_for(DRAWN);
    assert_eq!(downloads.texts("h3"), heading);
}

#[test]
fn only_what_there_is_can_be_taken() {
    let kinds =
        format!("[...{ROOT}.querySelectorAll('.downloads button')].map(b => b.value).join()");
    let downloads = DownloadsPage::open(
        600,
        "<kansrijke-start indicator=eerste-kinderen region=Leiden view=table></kansrijke-start>",
    );
    assert_eq!(downloads.page.text(&kinds), "csv,excel,xlsx,text,embed,cite,bibtex,csl");
    let downloads = DownloadsPage::open(
        600,
        "<kansrijke-start indicator=eerste-kinderen region=Leiden></kansrijke-start>",
    );
    let all = "png,png-2,png-print,svg,csv,excel,xlsx,text,embed,cite,bibtex,csl";
    assert_eq!(downloads.page.text(&kinds), all);
    // A small page does not make a small picture.
    let (_, png) = downloads.take("png");
    assert_eq!(u32::from_be_bytes([png[16], png[17], png[18], png[19]]), 680);
}

#[test]
fn the_keyboard_downloads_too() {
    let page =
        Page::open("<kansrijke-start indicator=tienermoeders region=Utrecht></kansrijke-start>");
    let folder: PathBuf = tempfile::tempdir().expect("a folder").keep();
    page.browser.save_in(&folder).expect("downloads are allowed");
    page.wait_for(DRAWN);
    let active = format!("{ROOT}.activeElement?.textContent ?? ''");
    for _ in 0..12 {
        page.keys(Key::Tab + "");
        if page.text(&active) == "Downloaden" {
            break;
        }
    }
    assert_eq!(page.text(&active), "Downloaden");
    page.keys(Key::Enter + "");
    page.wait_for(&format!("{ROOT}.querySelector('.downloads button')"));
    for _ in 0..5 {
        page.keys(Key::Tab + "");
    }
    assert_eq!(page.text(&active), "CSV");
    page.keys(Key::Enter + "");
    arrived(&folder, &[]);
    assert_eq!(page.text(&active), "CSV", "the focus stays where it was");
    std::fs::remove_dir_all(folder).expect("removed");
}
