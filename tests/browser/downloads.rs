// SPDX-License-Identifier: EUPL-1.2
//! What a reader takes along is what the reader saw: the same numbers and the same words.

use super::page::{DRAWN, Page};
use serde_json::json;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};
use xtask::browser::Browser;
use xtask::server::{Options, Route, Server};

const ROOT: &str = "document.querySelector('kansrijke-start').shadowRoot";

/// A page with one chart whose downloads end in a folder.
struct Desk {
    page: Page,
    folder: tempfile::TempDir,
}

impl Desk {
    fn open(width: u32, chart: &str) -> Self {
        let page = Page::open_with(Options::default(), width, chart);
        let folder = tempfile::tempdir().expect("a folder");
        let into = json!({"behavior": "allow", "downloadPath": folder.path()});
        page.browser.cdp("Browser.setDownloadBehavior", into).expect("downloads are allowed");
        page.wait_for(DRAWN);
        page.wait_for(&format!("{ROOT}.querySelector('details:not(.downloads) p') || {ROOT}.querySelectorAll('details').length < 2"));
        click(&page, &format!("{ROOT}.querySelector('.downloads summary')"));
        page.wait_for(&format!("{ROOT}.querySelector('.downloads button')"));
        Self { page, folder }
    }

    /// Presses a button and gives the file that comes.
    fn take(&self, kind: &str) -> (String, Vec<u8>) {
        let before = names(self.folder.path());
        click(&self.page, &format!("{ROOT}.querySelector('.downloads [value={kind}]')"));
        arrived(self.folder.path(), &before)
    }

    fn texts(&self, expression: &str) -> Vec<String> {
        let texts = format!("[...{ROOT}.querySelectorAll('{expression}')].map(e => e.textContent)");
        self.page.browser.eval(&texts).expect("texts")
    }

    /// The rows of the table as it stands in the page.
    fn table(&self) -> Vec<Vec<String>> {
        let rows = format!(
            "[...{ROOT}.querySelectorAll('tbody tr')].map(r => [...r.cells].map(c => c.textContent))"
        );
        self.page.browser.eval(&rows).expect("rows")
    }
}

/// The new file of a folder, once it is there whole.
fn arrived(folder: &Path, before: &[String]) -> (String, Vec<u8>) {
    let end = Instant::now() + Duration::from_secs(20);
    let mut last = 0;
    loop {
        let new = names(folder).into_iter().find(|name| !before.contains(name));
        if let Some(name) = new {
            let bytes = std::fs::read(folder.join(&name)).expect("a file");
            if !bytes.is_empty() && bytes.len() == last {
                return (name, bytes);
            }
            last = bytes.len();
        }
        assert!(Instant::now() < end, "no file came");
        std::thread::sleep(Duration::from_millis(50));
    }
}

/// The files of a folder, but those that are still being written.
fn names(folder: &Path) -> Vec<String> {
    let files = std::fs::read_dir(folder).expect("a folder");
    let names = files.map(|file| file.expect("a file").file_name().to_string_lossy().into_owned());
    names.filter(|name| !name.ends_with(".crdownload") && !name.starts_with('.')).collect()
}

/// Presses what the expression finds, as a hand does.
fn click(page: &Page, expression: &str) {
    let place = format!(
        "(() => {{ const e = {expression}; e.scrollIntoView({{ block: 'center' }}); \
         const {{ x, y, width, height }} = e.getBoundingClientRect(); \
         return [x + width / 2, y + height / 2]; }})()"
    );
    let [x, y]: [f64; 2] = page.browser.eval(&place).expect("a place");
    for kind in ["mousePressed", "mouseReleased"] {
        let event = json!({"type": kind, "x": x, "y": y, "button": "left", "clickCount": 1});
        page.browser.cdp("Input.dispatchMouseEvent", event).expect("a click");
    }
}

/// The texts of an SVG, in order.
fn texts_of(svg: &str) -> Vec<String> {
    let parts = svg.split("<text ").skip(1).map(|part| {
        let (_, rest) = part.split_once('>').expect("a tag");
        rest.split("</text>").next().expect("a text").to_string()
    });
    parts.map(|t| t.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")).collect()
}

/// A picture of each view that has one.
const CHARTS: [(&str, &str); 10] = [
    ("indicator=tienermoeders region=Utrecht", "kansrijke-start_tienermoeders_utrecht_2015"),
    (
        "indicator=tienermoeders region=Ede view=trend",
        "kansrijke-start_tienermoeders_ede_2010-2015",
    ),
    (
        "indicator=moeders-35-plus region=GM0363 view=compare",
        "kansrijke-start_moeders-35-plus_amsterdam_2015",
    ),
    (
        "indicator=tienermoeders region=\"'s-Hertogenbosch\" view=trend lang=en details=none",
        "kansrijke-start_tienermoeders_den-bosch_2010-2015",
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
    ("region=Utrecht view=heatmap within=PV26", "kansrijke-start_heatmap_utrecht_2010-2015"),
];

#[test]
fn a_picture_says_what_the_page_says() {
    for (attributes, name) in CHARTS {
        let desk = Desk::open(760, &format!("<kansrijke-start {attributes}></kansrijke-start>"));
        let (file, svg) = desk.take("svg");
        assert_eq!(file, format!("{name}.svg"));
        let svg = String::from_utf8(svg).expect("text");
        let texts = texts_of(&svg);
        let seen = desk.texts("svg text");
        assert!(!seen.is_empty());
        // Heading, sentences and small print stand around the chart.
        let at = texts.windows(seen.len()).position(|part| part == seen);
        assert!(at.is_some(), "{name}: {seen:?} is not in {texts:?}");
        // A line may break after a hyphen.
        let whole = texts.join(" ").replace("- ", "-");
        for part in ["h3", ".sentence", ".method"] {
            let said = desk.texts(part).concat().replace("- ", "-");
            assert!(!said.is_empty() && whole.contains(&said), "{name}: {said} is not in {whole}");
        }
        let source = format!(
            "[...{ROOT}.querySelectorAll('.source div')].slice(0, 2) \
             .map(pair => [...pair.children].map(part => part.textContent).join(': '))"
        );
        for said in desk.page.browser.eval::<Vec<String>>(&source).expect("a source") {
            assert!(whole.contains(&said), "{name}: {said} is not in {whole}");
        }
        let made = if attributes.contains("lang=en") { "Made on" } else { "Gemaakt op" };
        assert!(whole.contains(made), "{name}: no date in {whole}");
        assert!(!svg.contains("var("), "colours are written out");
        desk.page.assert_quiet();
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
        let desk = Desk::open(760, &format!("<kansrijke-start {attributes}></kansrijke-start>"));
        let svg = desk.take("svg").1;
        let written = texts_of(&String::from_utf8(svg.clone()).expect("text"));
        desk.page.run(WATCH);
        gallery.route("/plaatje.svg", Route::new("image/svg+xml", svg));
        for (kind, end, scale) in
            [("png", "", 1.0), ("png-2", "-2", 2.0), ("png-print", "-print", 3.125)]
        {
            let (file, png) = desk.take(kind);
            assert_eq!(file, format!("{name}{end}.png"));
            let painted: Vec<String> =
                desk.page.browser.eval("window.painted.splice(0)").expect("texts");
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
        desk.page.assert_quiet();
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

/// A number as a file has it, written as the page writes it.
fn as_shown(number: &str, decimals: usize) -> String {
    let number: f64 = number.replace(',', ".").parse().expect("a number");
    let text = format!("{:.decimals$}", number + 1e-9);
    let (whole, rest) = text.split_once('.').unwrap_or((&text, ""));
    let mut grouped = String::new();
    for (at, digit) in whole.chars().enumerate() {
        if at > 0 && (whole.len() - at).is_multiple_of(3) {
            grouped.push('.');
        }
        grouped.push(digit);
    }
    if rest.is_empty() { grouped } else { format!("{grouped},{rest}") }
}

/// What the table says of a row of the file: the number and its interval, both counts, or why
/// there is none. Counts that the table leaves out where it does not know them are empty here.
struct Said {
    value: String,
    interval: String,
    counts: [String; 2],
}

/// A row of the file for machines: region, period, numbers and remark.
struct Row {
    indicator: String,
    code: String,
    name: String,
    period: String,
    /// Value, lower and upper end, numerator and denominator.
    numbers: [String; 5],
    remark: String,
    /// Of a profile: how many regions have a number, the lowest, the quartiles, the highest.
    spread: Vec<String>,
}

impl Row {
    fn of(line: &str) -> Self {
        let mut cells: Vec<String> = line.split(',').map(String::from).collect();
        let spread = cells.split_off(10);
        let [indicator, code, name, period, value, lower, upper, numerator, denominator, remark] =
            cells.try_into().unwrap_or_else(|cells| panic!("ten cells, not {cells:?}"));
        let numbers = [value, lower, upper, numerator, denominator];
        Self { indicator, code, name, period, numbers, remark, spread }
    }

    /// As the table writes it, with so many decimals.
    fn said(&self, decimals: usize) -> Said {
        let [value, lower, upper, numerator, denominator] = &self.numbers;
        let count = |n: &str| if n.is_empty() { String::new() } else { as_shown(n, 0) };
        Said {
            value: as_shown(value, decimals),
            interval: match lower.is_empty() {
                true => String::new(),
                false => format!("{} tot {}", as_shown(lower, decimals), as_shown(upper, decimals)),
            },
            counts: [count(numerator), count(denominator)],
        }
    }

    /// Fails when the cells of the table, from the number on, say something else.
    fn assert_said(&self, cells: &[String], decimals: usize) {
        let Self { name, period, .. } = self;
        if self.numbers[0].is_empty() {
            assert!(self.numbers.iter().all(String::is_empty), "{name} {period}");
            assert_eq!(cells[0], self.remark, "{name} {period}");
            return;
        }
        let known = |cell: Option<&String>| match cell.map(String::as_str) {
            None | Some("niet bekend") => String::new(),
            Some(cell) => cell.trim_end_matches('%').to_string(),
        };
        let said = self.said(decimals);
        assert_eq!(known(cells.first()), said.value, "{name} {period}");
        assert_eq!(known(cells.get(1)), said.interval, "{name} {period}");
        assert_eq!(known(cells.get(2)), said.counts[0], "{name} {period}");
        assert_eq!(known(cells.get(3)), said.counts[1], "{name} {period}");
    }
}

/// The rows of both files of figures, which are the same.
fn rows_of(desk: &Desk, name: &str) -> Vec<Row> {
    let (file, csv) = desk.take("csv");
    assert_eq!(file, format!("{name}.csv"));
    let csv = String::from_utf8(csv).expect("text");
    let (file, excel) = desk.take("excel");
    assert_eq!(file, format!("{name}-excel.csv"));
    let excel = String::from_utf8(excel).expect("text");
    assert!(excel.starts_with('\u{feff}') && csv.starts_with("indicator,region"));
    assert_eq!(csv.lines().count(), excel.lines().count(), "{name}");
    let pairs = csv.lines().zip(excel.lines()).skip(1);
    let rows = pairs.map(|(line, excel)| {
        let (one, other): (Vec<_>, Vec<_>) =
            (line.split(',').collect(), excel.split(';').collect());
        // Numbers and remark: the same in both files.
        assert_eq!(one[4..9].join(";").replace('.', ","), other[3..8].join(";"), "{name}");
        assert_eq!(one[9], other[8], "{name}");
        assert_eq!(one[10..].join(";").replace('.', ","), other[9..].join(";"), "{name}");
        // Beside a municipality of its name, a province is called one where people read it.
        assert!(other[1].ends_with(one[2]), "{name}: {} is {}", one[2], other[1]);
        Row { name: other[1].to_string(), ..Row::of(line) }
    });
    rows.collect()
}

fn desk_of(attributes: &str) -> Desk {
    Desk::open(760, &format!("<kansrijke-start {attributes}></kansrijke-start>"))
}

#[test]
fn rows_are_those_of_the_table() {
    for (attributes, name, decimals) in [
        ("indicator=tienermoeders region=Utrecht", "kansrijke-start_tienermoeders_utrecht_2015", 1),
        (
            "indicator=tienermoeders region=Ede view=trend",
            "kansrijke-start_tienermoeders_ede_2010-2015",
            1,
        ),
        (
            "indicator=levendgeborenen region=Rotterdam view=compare",
            "kansrijke-start_levendgeborenen_rotterdam_2015",
            0,
        ),
        (
            "indicator=eerste-kinderen region=Leiden view=table",
            "kansrijke-start_eerste-kinderen_leiden_2015",
            1,
        ),
    ] {
        let desk = desk_of(attributes);
        let table = desk.table();
        assert!(table.len() >= 12, "{name}: {table:?}");
        let rows = rows_of(&desk, name);
        assert_eq!(rows.len(), table.len(), "{name}");
        for row in rows {
            // The table has a period's name beside the region's.
            let found = table.iter().find(|cells| {
                cells[0].split(" (").next() == Some(&row.period) && cells[1] == row.name
            });
            let found = found.unwrap_or_else(|| panic!("{name}: {} {}", row.name, row.period));
            row.assert_said(&found[2..], decimals);
        }
        desk.page.assert_quiet();
    }
}

#[test]
fn rows_of_regions_are_those_of_the_table() {
    for (attributes, name) in [
        (
            "indicator=tienermoeders region=Rotterdam view=ranking within=PV28",
            "kansrijke-start_tienermoeders_rotterdam_2010-2015",
        ),
        (
            "indicator=tienermoeders region=Rotterdam view=funnel within=PV28",
            "kansrijke-start_tienermoeders_rotterdam_2010-2015",
        ),
        (
            "indicator=tienermoeders region=Rotterdam view=map within=PV28",
            "kansrijke-start_tienermoeders_rotterdam_2010-2015",
        ),
    ] {
        let desk = desk_of(attributes);
        let table = desk.table();
        let rows = rows_of(&desk, name);
        assert_eq!((rows.len(), table.len()), (51, 51), "{attributes}");
        let withheld = rows.iter().filter(|row| row.numbers[0].is_empty()).count();
        assert!(withheld > 5, "{attributes}: {withheld}");
        for row in rows {
            let found = table.iter().find(|cells| cells[0] == row.name);
            let found = found.unwrap_or_else(|| panic!("{attributes}: {}", row.name));
            row.assert_said(&found[1..], 1);
        }
        desk.page.assert_quiet();
    }
}

#[test]
fn rows_of_all_indicators_are_those_of_the_table() {
    // A column for each indicator: a number with its verdict, or why there is none.
    let desk = desk_of("region=Utrecht view=heatmap within=PV26");
    let (table, rows) = (desk.table(), rows_of(&desk, "kansrijke-start_heatmap_utrecht_2010-2015"));
    let mut indicators: Vec<&str> = rows.iter().map(|row| row.indicator.as_str()).collect();
    indicators.dedup();
    assert_eq!((indicators.len(), table.len(), table[0].len()), (3, 26, 4), "{indicators:?}");
    for row in rows.iter().filter(|row| row.code != "NL01") {
        let column = 1 + indicators.iter().position(|one| *one == row.indicator).expect("a column");
        let found = table.iter().find(|cells| cells[0] == row.name).expect("its row");
        let said = match row.numbers[0].is_empty() {
            true => row.remark.clone(),
            false => row.said(1).value,
        };
        let (cell, _) = found[column].rsplit_once(", ").unwrap_or((&found[column], ""));
        assert_eq!(cell.trim_end_matches('%'), said, "{} {}", row.name, row.indicator);
    }
    desk.page.assert_quiet();
}

#[test]
fn rows_of_a_profile_are_those_of_the_table_and_the_spread_beside_them() {
    let desk = desk_of("region=Utrecht view=profile within=PV26");
    let (table, rows) = (desk.table(), rows_of(&desk, "kansrijke-start_profile_utrecht_2022-07"));
    let of = |code: &str| rows.iter().filter(|row| row.code == code).collect::<Vec<_>>();
    let (own, country) = (of("GM0344"), of("NL01"));
    // The other regions are a spread on the screen, and in the file.
    assert_eq!((own.len(), table.len(), own.len() + country.len()), (6, 6, rows.len()));
    let mut spreads = 0;
    for (row, cells) in own.iter().zip(&table) {
        let decimals = match row.indicator.as_str() {
            "levendgeborenen" | "nu-niet-zwanger" => 0,
            _ => 1,
        };
        row.assert_said(&cells[3..], decimals);
        let beside = country.iter().find(|r| r.indicator == row.indicator);
        // Without a number of its own the region's cells are one.
        let benchmark = &cells[if row.numbers[0].is_empty() { 4 } else { 7 }];
        let said = beside.map(|row| row.said(decimals).value).unwrap_or_default();
        assert_eq!(benchmark.trim_end_matches('%'), said, "{}", row.indicator);
        assert!(beside.is_none_or(|beside| beside.spread == row.spread), "{}", row.indicator);

        let half = cells.last().expect("a cell").trim_end_matches('%');
        let [count, numbers @ ..] = row.spread.as_slice() else { panic!("no spread") };
        if count.is_empty() {
            assert_eq!((half, numbers.concat()), ("", String::new()), "{}", row.indicator);
            continue;
        }
        let [lowest, lower, upper, highest] =
            [0, 1, 2, 3].map(|at| as_shown(&numbers[at], decimals));
        assert_eq!(half, format!("{lower} tot {upper}"), "{}", row.indicator);
        // What a pointer reads of the row.
        let said = format!("{count} gebieden van {lowest} tot {highest}");
        let labels =
            format!("[...{ROOT}.querySelectorAll('svg [aria-label]')].map(e => e.ariaLabel)");
        let labels: Vec<String> = desk.page.browser.eval(&labels).expect("labels");
        assert!(labels.iter().any(|label| label.contains(&said)), "{said} in {labels:#?}");
        spreads += 1;
    }
    assert_eq!(spreads, 4, "of the births");
    desk.page.assert_quiet();
}

#[test]
fn the_text_is_copied_or_comes_as_a_file() {
    let chart = "<kansrijke-start indicator=tienermoeders region=Utrecht></kansrijke-start>";
    let desk = Desk::open(1200, chart);
    let allowed = json!({"permissions": ["clipboardReadWrite", "clipboardSanitizedWrite"]});
    desk.page.browser.cdp("Browser.grantPermissions", allowed).expect("a clipboard");
    click(&desk.page, &format!("{ROOT}.querySelector('.downloads [value=text]')"));
    desk.page.wait_for(&format!("{ROOT}.querySelector('.downloads [role=status]').textContent"));
    let copied = desk.page.text("navigator.clipboard.readText()");
    let said = [desk.texts("h3").concat(), desk.texts(".sentence").concat()].join("\n");
    assert!(copied.starts_with(&said), "{copied}");
    assert!(copied.contains("Bron: CBS") && copied.contains("Verslagjaar: 2015"), "{copied}");
    // Without a clipboard the same comes as a file.
    desk.page.run("navigator.clipboard.writeText = () => Promise.reject(new Error('nee'))");
    let (file, text) = desk.take("text");
    assert_eq!(file, "kansrijke-start_tienermoeders_utrecht_2015.txt");
    assert_eq!(String::from_utf8(text).expect("text"), copied);
    desk.page.assert_quiet();
}

#[test]
fn the_embed_code_draws_the_same_elsewhere() {
    let chart = "<kansrijke-start indicator=tienermoeders region=\"'s-Hertogenbosch\" view=trend \
                 id=c class=groot onclick=\"alert(1)\" src=../pkg/data></kansrijke-start>";
    let desk = Desk::open(1200, chart);
    desk.page.run("navigator.clipboard.writeText = () => Promise.reject(new Error('nee'))");
    let (file, code) = desk.take("embed");
    assert_eq!(file, "kansrijke-start_tienermoeders_den-bosch_2010-2015-embed.txt");
    let code = String::from_utf8(code).expect("text");
    for trace in ["id=", "class=", "onclick", "../"] {
        assert!(!code.contains(trace), "{trace} in {code}");
    }
    assert!(code.contains(&desk.texts(".sentence").concat()), "{code}");
    let page = format!(
        "<!doctype html><html lang=nl><title>Elders</title><h1>Elders</h1><h2>Hier</h2>{code}"
    );
    let heading = desk.texts("h3");
    desk.page.server.route("/elders", Route::html(page));
    desk.page.browser.open(&desk.page.server.url("/elders")).expect("another page");
    desk.page.wait_for(DRAWN);
    assert_eq!(desk.texts("h3"), heading);
}

#[test]
fn only_what_there_is_can_be_taken() {
    let kinds =
        format!("[...{ROOT}.querySelectorAll('.downloads button')].map(b => b.value).join()");
    let desk = Desk::open(
        600,
        "<kansrijke-start indicator=eerste-kinderen region=Leiden view=table></kansrijke-start>",
    );
    assert_eq!(desk.page.text(&kinds), "csv,excel,text,embed");
    let desk = Desk::open(
        600,
        "<kansrijke-start indicator=eerste-kinderen region=Leiden></kansrijke-start>",
    );
    assert_eq!(desk.page.text(&kinds), "png,png-2,png-print,svg,csv,excel,text,embed");
    // A small page does not make a small picture.
    let (_, png) = desk.take("png");
    assert_eq!(u32::from_be_bytes([png[16], png[17], png[18], png[19]]), 680);
}

#[test]
fn the_keyboard_takes_along_too() {
    let page =
        Page::open("<kansrijke-start indicator=tienermoeders region=Utrecht></kansrijke-start>");
    let folder: PathBuf = tempfile::tempdir().expect("a folder").keep();
    let into = json!({"behavior": "allow", "downloadPath": folder});
    page.browser.cdp("Browser.setDownloadBehavior", into).expect("downloads are allowed");
    page.wait_for(DRAWN);
    let press = |key: &str, text: &str| {
        for kind in ["keyDown", "keyUp"] {
            let mut event = json!({"type": kind, "key": key, "code": key,
                "windowsVirtualKeyCode": if key == "Tab" { 9 } else { 13 }});
            if !text.is_empty() && kind == "keyDown" {
                event["text"] = text.into();
            }
            page.browser.cdp("Input.dispatchKeyEvent", event).expect("a key");
        }
    };
    let active = format!("{ROOT}.activeElement?.textContent ?? ''");
    for _ in 0..12 {
        press("Tab", "");
        if page.text(&active) == "Downloaden" {
            break;
        }
    }
    assert_eq!(page.text(&active), "Downloaden");
    press("Enter", "\r");
    page.wait_for(&format!("{ROOT}.querySelector('.downloads button')"));
    for _ in 0..5 {
        press("Tab", "");
    }
    assert_eq!(page.text(&active), "CSV");
    press("Enter", "\r");
    arrived(&folder, &[]);
    assert_eq!(page.text(&active), "CSV", "the focus stays where it was");
    std::fs::remove_dir_all(folder).expect("removed");
}
