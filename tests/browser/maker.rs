// SPDX-License-Identifier: EUPL-1.2
//! The embed maker, end to end: choices to lines, and the lines in a page of their own.

use super::embeds::assert_valid;
use super::unscripted::written;
use std::collections::BTreeMap;
use thirtyfour::{By, Key};
use xtask::browser::Browser;
use xtask::server::{Options, Route, Server};
use xtask::{integrity, project};

/// A page whose policy and address are those of a municipality; the maker stands in `pkg/`.
struct Maker {
    browser: Browser,
    server: Server,
}

const LINES: &str = "document.querySelector('#lines').value";

/// A page with these lines alone.
fn document(lines: &str) -> String {
    format!(
        "<!DOCTYPE html>\n<html lang=\"nl\">\n<head>\n<meta charset=\"utf-8\">\n<title>Geplakt</title>\n</head>\n\
         <body>\n<main>\n<h1>Geplakt</h1>\n<h2>Cijfers</h2>\n{lines}\n</main>\n</body>\n</html>"
    )
}

impl Maker {
    fn open() -> Self {
        let server = Server::start(Options::default()).expect("a server");
        let browser = Browser::start().expect("a browser");
        browser.resize(1200, 900).expect("a window");
        browser.open(&server.url("/pkg/maker.html")).expect("the maker");
        let maker = Self { browser, server };
        maker.wait_for("document.documentElement.dataset.ready === ''");
        maker
    }

    fn wait_for(&self, condition: &str) {
        self.browser.wait_for(condition).unwrap_or_else(|error| {
            panic!("{error}; the console: {:?}", self.browser.console());
        });
    }

    fn text(&self, expression: &str) -> String {
        self.browser.eval(expression).expect("a text")
    }

    fn choose(&self, field: &str, value: &str) {
        let change = format!(
            "(() => {{ const field = document.querySelector('{field}'); field.value = '{value}'; \
             field.dispatchEvent(new Event('change', {{ bubbles: true }})); return null; }})()"
        );
        let _: serde_json::Value = self.browser.eval(&change).expect("a choice");
    }

    /// Chooses the form of the lines.
    fn press(&self, form: &str) {
        let radio = format!(
            "(() => {{ document.querySelector('[name=form][value={form}]').click(); return null; }})()"
        );
        let _: serde_json::Value = self.browser.eval(&radio).expect("a choice");
    }

    /// What the lines draw in a page of their own: the figure's sentence.
    fn pasted(&self, lines: &str, path: &str) -> Browser {
        let mut route = Route::html(document(lines));
        let policy = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; \
                      style-src 'self'; frame-src 'self'";
        route.headers.push(("content-security-policy".into(), policy.into()));
        self.server.route(path, route);
        let browser = Browser::start().expect("a browser");
        browser.open(&self.server.url(path)).expect("the page");
        browser
    }
}

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
const VIEWS: [(&str, &[(&str, &str)]); 10] = [
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
        let whole = serde_json::json!(format!("{head}><figure"));
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
    // Its listener runs, whole as it is: the frame is as high as what is inside.
    page.wait_for(
        "document.querySelector('iframe').height === \
         String(Math.ceil(document.querySelector('iframe').contentDocument.body.getBoundingClientRect().height))",
    )
    .expect("the height of the chart");
    assert!(page.console().expect("a console").is_empty());
}

#[test]
fn it_works_by_keyboard_alone() {
    let maker = Maker::open();
    let before = maker.text(LINES);
    let done = maker.browser.wait(async {
        let session = maker.browser.session();
        let region = session.find(By::Css("#region")).await?;
        region.send_keys(Key::Control + "a").await?;
        region.send_keys("Rotterdam").await?;
        // The next field is one step on; a letter chooses in it.
        region.send_keys(Key::Tab + "").await?;
        let next = session.active_element().await?;
        assert_eq!(next.id().await?.as_deref(), Some("indicator"));
        next.send_keys(Key::Down + "").await?;
        next.send_keys(Key::Tab + "").await?;
        let view = session.active_element().await?;
        assert_eq!(view.id().await?.as_deref(), Some("view"));
        view.send_keys(Key::Down + "").await?;
        Ok(())
    });
    done.expect("the keys");
    maker.wait_for(&format!("{LINES}.includes('GM0599') && {LINES}.includes('trend')"));
    assert_ne!(maker.text(LINES), before);
}

/// Puts a file into the page as a reader drops it.
fn drop(maker: &Maker, bytes: &str) {
    let script = format!(
        "(() => {{ const data = new DataTransfer(); \
         data.items.add(new File([{bytes}], 'eigen.csv', {{ type: 'text/csv' }})); \
         document.querySelector('#drop').dispatchEvent(new DragEvent('drop', {{ dataTransfer: data, bubbles: true, cancelable: true }})); \
         return null; }})()"
    );
    let _: serde_json::Value = maker.browser.eval(&script).expect("dropped");
}

const CUSTOM: &str = "document.querySelector('#custom-preview').firstElementChild?.shadowRoot";

#[test]
fn a_file_of_custom_data_is_drawn_and_leaves_no_trace_on_the_line() {
    let maker = Maker::open();
    let before = maker.server.requests().len();
    drop(
        &maker,
        r"'Gemeente;Jaar;Teller;Noemer\nEde;2023;120;1.300\nEde;2024;131;1.310\nNederland;2024;17000;165000\n'",
    );
    maker.wait_for(&format!("{CUSTOM}?.querySelector('.sentence')"));
    let said = maker.text(&format!("{CUSTOM}.querySelector('.sentence').textContent"));
    assert!(said.contains("Ede") && said.contains("10,0%"), "{said}");
    // What reads the file is fetched, and nothing is sent. What comes in idle time may come now.
    let asked = maker.server.requests().split_off(before);
    let idle = ["/pkg/later.js", "/pkg/interaction.js"];
    let asked: Vec<_> = asked.into_iter().filter(|path| !idle.contains(&path.as_str())).collect();
    assert_eq!(asked, ["/pkg/module.js", "/pkg/tools_bg.wasm"]);
    assert_eq!(maker.text("document.querySelector('#custom-problems').textContent"), "");
}

#[test]
fn what_is_wrong_in_a_file_is_named_by_row() {
    let maker = Maker::open();
    let problems = "document.querySelector('#custom-problems').textContent";
    drop(&maker, r"'gebied;jaar;teller;noemer\nEde;2023;120;1300\nEde;2024;1400;1300\n'");
    maker.wait_for(&format!("{problems}.includes('Rij 3')"));
    drop(&maker, r"'gebied;jaar;teller;noemer\nEde;2023;120\n'");
    maker.wait_for(&format!("{problems}.includes('Rij 2: 3 cellen, verwacht 4')"));
    drop(&maker, r"'naam;jaar;teller\nEde;2023;120\n'");
    maker.wait_for(&format!("{problems}.includes('geen kolom region of gebied')"));
    drop(&maker, r"'gebied;jaar;cijfer\nEde;2023;1,234\nEde;2024;1,250\n'");
    maker.wait_for(&format!("{problems}.includes('komma of een punt')"));
    drop(&maker, r"'gebied;jaar;teller;noemer\n'");
    maker.wait_for(&format!("{problems} === 'Onder de kop staan geen rijen.'"));
    assert!(
        maker.browser.eval::<bool>("!document.querySelector('#custom-preview *')").expect("none")
    );
}

#[test]
fn our_own_files_of_figures_are_read_back() {
    let maker = Maker::open();
    maker.choose("#custom-kind", "rate");
    maker.choose("#custom-view", "number");
    for excel in [false, true] {
        let file = format!(
            "await (await import('./kansrijke-start.js')).load({{ indicator: 'tienermoeders', region: 'Ede' }})\
             .then((figures) => figures.toCSV({{ excel: {excel} }}))"
        );
        // Ede alone, year by year.
        let only = if excel { "/^Onderwerp|Ede.*;201\\d;/" } else { "/^indicator|Ede,201\\d,/" };
        let file = format!(
            "({file}).replace('\\ufeff', '').split('\\n').filter((line) => {only}.test(line)).join('\\n')"
        );
        let dropped: serde_json::Value = maker
            .browser
            .eval(&format!("(async () => {{ window.file = {file}; return null; }})()"))
            .expect("a file");
        assert!(dropped.is_null());
        let before = "document.querySelector('#custom-preview').replaceChildren()";
        let _: serde_json::Value = maker.browser.eval(&format!("{before} ?? null")).expect("none");
        drop(&maker, "window.file");
        // The rows come after the picture.
        maker.wait_for(&format!("{CUSTOM}?.querySelector('table')"));
        let said = maker.text(&format!("{CUSTOM}.querySelector('figure').textContent"));
        // Too few is not none, and a code is not a name.
        assert!(said.contains("2015Edete weinig kinderen om te tonen"), "{said}");
        assert!(!said.contains("geen cijfer") && !said.contains("GM0228"), "{said}");
    }
}

#[test]
fn files_are_read_as_excel_writes_them() {
    let maker = Maker::open();
    let text = r"'Gemeente;Jaar;Cijfer\r\nSúdwest-Fryslân;2024;12,5\r\n'";
    let bytes = |expression: &str| format!("Uint8Array.from({expression})");
    let codes = format!("[...{text}].map(c => c.charCodeAt(0))");
    for file in [
        // Unicode text, CSV of an older Excel, and with its first line that says what divides.
        bytes(&format!("[0xff, 0xfe, ...{codes}.flatMap(c => [c & 255, c >> 8])]")),
        bytes(&codes),
        format!("'sep=;\\r\\n' + {text}"),
    ] {
        let before = "document.querySelector('#custom-preview').replaceChildren()";
        let _: serde_json::Value = maker.browser.eval(&format!("{before} ?? null")).expect("none");
        drop(&maker, &file);
        maker.wait_for(&format!("{CUSTOM}?.querySelector('.sentence')"));
        let said = maker.text(&format!("{CUSTOM}.querySelector('h3').textContent"));
        assert!(said.contains("Súdwest-Fryslân"), "{file}: {said}");
        assert_eq!(maker.text("document.querySelector('#custom-problems').textContent"), "");
    }
}
