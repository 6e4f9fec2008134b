// SPDX-License-Identifier: EUPL-1.2
//! The forms of the lines that the maker gives, each in a page of its own.

use super::super::embeds::assert_valid;
use super::super::unscripted::written;
use super::{KEPT, LINES, Maker, document};
use kansrijke_start::figure::Figure;
use kansrijke_start::program;
use kansrijke_start::request::Request;
use std::collections::BTreeMap;
use xtask::server::Route;
use xtask::{integrity, project};

#[test]
fn what_it_gives_as_a_script_draws_the_same_elsewhere() {
    let maker = Maker::open();
    maker.choose("#region", "Amsterdam");
    maker.wait_for(&format!("{LINES}.includes('GM0363')"));
    maker.choose("#indicator", "moeders-35-plus");
    maker.choose("#view", "trend");
    maker.wait_for(&format!("{LINES}.includes('trend') && {LINES}.includes('moeders-35-plus')"));
    let lines = maker.text(LINES);
    assert!(lines.contains("integrity=\"sha384-"), "{lines}");
    assert!(lines.contains("/core_bg.wasm\""), "{lines}");
    let sentence = |root: &str| format!("{root}.shadowRoot.querySelector('.sentence').textContent");
    let preview = maker.text(&sentence("document.querySelector('#preview kansrijke-start')"));
    assert_valid(&BTreeMap::from([("script.html".to_string(), document(&lines) + "\n")]));
    let page = maker.pasted(&lines, "/geplakt");
    page.wait_for(
        "document.querySelector('kansrijke-start').shadowRoot?.querySelector('.figure svg')",
    )
    .expect("the chart");
    let drawn: String =
        page.eval(&sentence("document.querySelector('kansrijke-start')")).expect("a sentence");
    assert_eq!(drawn, preview);
    assert!(page.console().expect("a console").is_empty());
    maker.choose("#lang", "en");
    maker.wait_for(&format!("{LINES}.includes('/core-en_bg.wasm\"')"));
}

/// Every view, and what else is said of it.
const VIEWS: [(&str, &[(&str, &str)]); 13] = [
    ("number", &[("lang", "en"), ("heading-level", "2")]),
    ("trend", &[("details", "open")]),
    ("compare", &[("theme", "dark")]),
    ("table", &[]),
    ("ranking", &[("within", "PV26")]),
    ("funnel", &[("within", "PV28")]),
    ("map", &[("within", "PV26")]),
    ("profile", &[]),
    ("story", &[]),
    ("heatmap", &[("within", "PV26")]),
    ("icons", &[]),
    ("value", &[]),
    ("sentence", &[]),
];

#[test]
fn what_it_gives_as_html_is_what_the_program_writes() {
    let maker = Maker::open();
    maker.press("static");
    let mut documents = BTreeMap::new();
    for (view, others) in VIEWS {
        let is_overview = ["profile", "heatmap", "story"].contains(&view);
        let mut attributes = vec![("indicator", "tienermoeders"), ("region", "GM0344")];
        attributes.push(("view", view));
        attributes.extend(others);
        attributes.retain(|said| *said != ("view", "number"));
        attributes.retain(|(name, _)| !is_overview || *name != "indicator");
        for name in ["within", "lang", "heading-level", "theme", "details"] {
            let said = others.iter().find(|(other, _)| *other == name).map_or("", |(_, v)| v);
            maker.choose(&format!("#{name}"), said);
        }
        maker.choose("#view", view);
        let written = written(&attributes);
        // Every choice draws the preview anew, and then the lines are written.
        let (head, _) = written.split_once('>').expect("a tag");
        let inside = if ["value", "sentence"].contains(&view) { "span" } else { "figure" };
        let whole = serde_json::json!(format!("{head}><{inside}"));
        maker.wait_for(&format!(
            "{LINES}.startsWith({whole}) && {LINES}.endsWith('</kansrijke-start>')"
        ));
        let lines = maker.text(LINES);
        let same =
            lines.bytes().zip(written.bytes()).take_while(|(one, other)| one == other).count();
        let near =
            |text: &str| text.chars().skip(same.saturating_sub(80)).take(160).collect::<String>();
        assert!(lines == written, "{view}: {} is not {}", near(&lines), near(&written));
        documents.insert(format!("{view}.html"), self::document(&lines) + "\n");
    }
    assert_valid(&documents);
}

#[test]
fn what_it_gives_as_html_can_be_read_without_script() {
    let maker = Maker::open();
    maker.choose("#view", "compare");
    maker.press("static");
    maker.wait_for(&format!("{LINES}.includes('<svg')"));
    let lines = maker.text(LINES);
    assert!(!lines.contains("<script"), "{lines}");
    let page = maker.pasted(&lines, "/vast");
    let text: String = page.eval("document.querySelector('main').textContent").expect("a text");
    assert!(text.contains("In Utrecht hadden 3,6 van de 1.000"), "{text}");
    assert!(!text.contains("Downloaden"), "what does nothing without a script");
    for part in ["svg", "table", "dl"] {
        let one = format!("document.querySelectorAll('main {part}').length === 1");
        assert!(page.eval::<bool>(&one).expect("a part"), "{part}");
    }
    assert!(page.console().expect("a console").is_empty());
}

#[test]
fn a_script_that_was_tampered_with_is_not_run() {
    let maker = Maker::open();
    let lines = maker.text(LINES);
    let hash = "document.querySelector('#lines').value.match(/integrity=\"([^\"]+)/)[1]";
    let hash = maker.text(hash);
    let script = std::fs::read_to_string(project::path("pkg/kansrijke-start.js")).expect("it");
    assert!(lines.contains("data-version=") && lines.contains("/pkg/kansrijke-start.js"));
    // The very lines, of a host where somebody added to the script, and of one where nobody did.
    for (added, is_run) in [("", true), ("\ndocument.title = 'Gekaapt';", false)] {
        let body = [&script, added].concat();
        assert_eq!(integrity::hash(body.as_bytes()) == hash, is_run);
        maker.server.route("/pkg/kansrijke-start.js", Route::script(body));
        let page = maker.pasted(&lines, "/geplakt");
        if is_run {
            page.wait_for(
                "document.querySelector('kansrijke-start').shadowRoot?.querySelector('svg')",
            )
            .expect("the chart");
        } else {
            let complaint = page.console().expect("a console");
            assert!(complaint.iter().any(|e| e.message.contains("integrity")), "{complaint:?}");
            assert!(page.eval::<bool>("!customElements.get('kansrijke-start')").expect("none"));
            assert_eq!(page.eval::<String>("document.title").expect("a title"), "Geplakt");
        }
    }
}

#[test]
fn what_it_gives_as_a_frame_shows_the_chart() {
    let maker = Maker::open();
    maker.press("frame");
    maker.wait_for(&format!("{LINES}.includes('<iframe')"));
    let lines = maker.text(LINES);
    assert_valid(&BTreeMap::from([("frame.html".to_string(), document(&lines) + "\n")]));
    let page = maker.pasted(&lines, "/frame");
    page.wait_for(
        "document.querySelector('iframe').contentDocument?.querySelector('kansrijke-start')\
         ?.shadowRoot?.querySelector('.figure')",
    )
    .expect("the chart in its frame");
    // It is about as high before anything has told its height: what the text takes is estimated.
    let (_, given) = lines.split_once(" height=\"").expect("a height");
    let given: f64 = given.split('"').next().and_then(|height| height.parse().ok()).expect("it");
    let taken: f64 = page
        .eval(
            "document.querySelector('iframe').contentDocument.body.getBoundingClientRect().height",
        )
        .expect("a height");
    assert!(taken <= given && given < taken + (taken / 4.0).max(150.0), "{taken} in {given}");
    // Its listener runs, whole as it is: the frame is as high as what is inside.
    page.wait_for(
        "document.querySelector('iframe').height === \
         String(Math.ceil(document.querySelector('iframe').contentDocument.body.getBoundingClientRect().height))",
    )
    .expect("the height of the chart");
    assert!(page.console().expect("a console").is_empty());
}

#[test]
fn links_and_blocks_become_the_chart_where_the_script_is() {
    let maker = Maker::open();
    maker.choose("#view", "trend");
    let script = "<script type=\"module\" src=\"/pkg/kansrijke-start.js\"></script>";
    for form in ["link", "block"] {
        maker.press(form);
        maker.wait_for(&format!("{LINES}.startsWith('<') && !{LINES}.includes('<script')"));
        let lines = maker.text(LINES);
        assert_valid(&BTreeMap::from([(format!("{form}.html"), document(&lines) + "\n")]));
        let page = maker.pasted(&[script, &lines].concat(), "/geplakt");
        page.wait_for(
            "document.querySelector('kansrijke-start')?.shadowRoot?.querySelector('.figure svg')",
        )
        .unwrap_or_else(|error| panic!("{form}: {error}: {lines}"));
        // Without it something is said all the same.
        let bare = maker.pasted(&lines, "/kaal");
        let text: String = bare.eval("document.querySelector('main').innerText").expect("a text");
        assert!(text.contains("Utrecht"), "{form}: {text}");
    }
}

/// How high a frame must be around what the maker shows at first.
fn estimated(maker: &Maker) -> u32 {
    let region = maker.text("document.querySelector('#region').value");
    let given = [("indicator", "tienermoeders"), ("region", &*region)];
    let value = |name: &str| given.iter().find(|(n, _)| *n == name).map(|(_, value)| *value);
    let request = Request::parse(|name| value(name).map(str::to_string), "nl", 640);
    let request = request.expect("a request");
    let dataset = program::read_for(&project::path("pkg/data"), &request).expect("a file");
    Figure::new(&dataset, &request).expect("a figure").frame_height(value)
}

#[test]
fn oembed_and_a_picture_come_with_a_file() {
    let maker = Maker::open();
    maker.keep_files();
    let name = "document.querySelector('#download').download";
    maker.press("oembed");
    maker.wait_for(&format!("{name} === 'oembed.json'"));
    let answer: serde_json::Value = serde_json::from_str(&maker.text(KEPT)).expect("JSON");
    assert_eq!(answer["type"], "rich");
    let address = maker.text(LINES);
    let escaped = address.replace('&', "&amp;");
    assert!(answer["html"].as_str().is_some_and(|html| html.contains(&escaped)), "{answer}");
    let height = answer["height"].as_u64().expect("a height");
    assert_eq!(height, u64::from(estimated(&maker)), "as the program says");
    maker.press("picture");
    maker.wait_for(&format!("{name}.endsWith('.svg')"));
    let lines = maker.text(LINES);
    assert_valid(&BTreeMap::from([("picture.html".to_string(), document(&lines) + "\n")]));
    let svg = maker.text(KEPT);
    assert!(svg.starts_with("<svg"), "{}", svg.chars().take(80).collect::<String>());
    let picture = maker.text(name);
    assert!(lines.contains(&format!("src=\"{picture}\"")), "{lines}");
    assert!(lines.contains("alt=\"In Utrecht hadden 3,6 van de 1.000"), "{lines}");
}
