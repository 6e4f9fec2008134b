// SPDX-License-Identifier: EUPL-1.2
//! What a page or an address may ask: whatever stands there, a chart says what is wrong, and
//! the others go on.

use super::page::{FALLBACK, Page, UNCAUGHT, document};
use xtask::browser::Browser;
use xtask::project;
use xtask::server::{Options, Route, Server};

const GOOD: &str =
    "<kansrijke-start id=good indicator=tienermoeders region=Leiden></kansrijke-start>";

fn shown(indicator: &str) -> String {
    let path = format!("pkg/data/indicator/{indicator}.json");
    std::fs::read_to_string(project::path(&path)).expect("a built file")
}

fn file() -> serde_json::Value {
    serde_json::from_str(&shown("tienermoeders")).expect("JSON")
}

fn json(value: &serde_json::Value) -> Route {
    Route::new("application/json", value.to_string())
}

/// A page with the chart, another that is as it should be, and `before` run first.
fn page(options: Options, chart: &str, before: &str, routes: &[(&str, Route)]) -> Page {
    let page = Page::open_with(options, 600, "");
    for (path, route) in routes {
        page.server.route(path, route.clone());
    }
    page.server.route("/before.js", Route::script(format!("{UNCAUGHT}{before}")));
    let document = document(&format!("{chart}{GOOD}"));
    let script = "<script src=/listen.js></script>";
    let document = document.replace(script, &format!("{script}<script src=/before.js></script>"));
    page.server.route("/proef", Route::html(document));
    page.browser.open(&page.server.url("/proef")).expect("the page");
    page
}

/// Fails unless the chart says this with its fallback, and the other is drawn and follows.
fn assert_reported(page: &Page, code: &str, row: &str) {
    page.wait_for("window.reported.some(t => t.name === 'error')");
    page.wait_for("document.querySelector('#good').shadowRoot?.querySelector('svg')");
    let reported = page.text("JSON.stringify(reported.filter(t => t.name === 'error'))");
    assert_eq!(page.text("reported.find(t => t.name === 'error').code"), code, "{row}: {reported}");
    assert_eq!(
        page.count("reported.filter(t => t.name === 'error').length"),
        1,
        "{row}: {reported}"
    );
    let notice = "document.querySelector('#c').shadowRoot.querySelector('.notice').textContent";
    assert_eq!(
        page.text(notice),
        page.text("reported.find(t => t.name === 'error').message"),
        "{row}"
    );
    let fallback = "document.querySelector('#c p').getBoundingClientRect().height";
    assert!(page.count(&format!("Math.round({fallback})")) > 0, "{row}: the fallback is gone");
    assert_eq!(page.text("JSON.stringify(uncaught)"), "[]", "{row}");
    assert_eq!(page.count("Math.max(0, document.documentElement.scrollWidth - innerWidth)"), 0);
    // The other chart still does what it is asked.
    page.run("document.querySelector('#good').setAttribute('region', 'Utrecht')");
    page.wait_for(
        "document.querySelector('#good').shadowRoot.querySelector('h3')?.textContent.includes('Utrecht')",
    );
}

fn chart(attributes: &str) -> String {
    format!("<kansrijke-start id=c {attributes}>{FALLBACK}</kansrijke-start>")
}

#[test]
fn an_address_that_is_none_is_told() {
    for src in ["//", "http://[", "javascript:alert(1)", "data:,", "mailto:a@example.nl"] {
        for view in ["number", "map", "heatmap"] {
            let attributes =
                format!("indicator=tienermoeders region=Utrecht view={view} src=\"{src}\"");
            let page = page(Options::default(), &chart(&attributes), "", &[]);
            assert_reported(&page, "data-unreachable", &attributes);
        }
    }
}

#[test]
fn half_a_character_is_told() {
    for (name, code) in [
        ("indicator", "attribute-invalid"),
        ("region", "region-unknown"),
        ("compare", "region-unknown"),
        ("period", "attribute-invalid"),
        ("view", "attribute-invalid"),
        ("src", "data-unreachable"),
    ] {
        let before = format!(
            "addEventListener('DOMContentLoaded', () => document.querySelector('#c')\
             .setAttribute('{name}', '\\ud800'))"
        );
        let chart = chart("indicator=tienermoeders region=Utrecht");
        let page = page(Options::default(), &chart, &before, &[]);
        assert_reported(&page, code, name);
    }
}

#[test]
fn figures_that_another_host_answers_with_are_not_shown() {
    let headers = vec![("access-control-allow-origin".into(), "*".into())];
    let open = |headers| Options { policy: None, headers, ..Options::default() };
    let other = Server::start(open(headers)).expect("another host");
    let to = |address: &str| Route {
        status: 302,
        headers: vec![("location".into(), address.into())],
        ..Route::new("text/plain", "")
    };
    let path = "/goto/indicator/tienermoeders.json";
    let chart = chart("indicator=tienermoeders region=Utrecht src=/goto/");
    let away = to(&other.url("/pkg/data/indicator/tienermoeders.json"));
    let refused = page(open(vec![]), &chart, "", &[(path, away)]);
    assert_reported(&refused, "data-unreachable", "goto");
    assert!(refused.text("reported.find(t => t.name === 'error').hint").contains("127.0.0.1"));
    // The other host would have given them; and on one host a redirect is followed.
    let near =
        page(open(vec![]), &chart, "", &[(path, to("/pkg/data/indicator/tienermoeders.json"))]);
    near.wait_for("document.querySelector('#c').shadowRoot?.querySelector('svg')");
    let direct = format!(
        "<kansrijke-start id=c indicator=tienermoeders region=Utrecht src=\"{}\"></kansrijke-start>",
        other.url("/pkg/data/")
    );
    let direct = page(open(vec![]), &direct, "", &[]);
    direct.wait_for("document.querySelector('#c').shadowRoot?.querySelector('svg')");
}

#[test]
fn a_file_that_would_stop_the_core_is_told() {
    let with = |place: &str, value: serde_json::Value| {
        let mut file = file();
        *file.pointer_mut(place).expect(place) = value;
        file
    };
    let deep = format!("{}{}", "[".repeat(6000), "]".repeat(6000));
    let deep =
        shown("tienermoeders").replacen("\"value\":", &format!("\"value\":{deep},\"x\":"), 1);
    let mut huge = file();
    let names = |prefix: &str, count: u32| -> Vec<String> {
        (0..count).map(|n| format!("{prefix}{n:04}")).collect()
    };
    huge["size"] = serde_json::json!([1, 900, 520, 300]);
    huge["dimension"]["measure"]["category"] = serde_json::json!({ "index": names("m", 900) });
    huge["dimension"]["region"]["category"] = serde_json::json!({ "index": names("GM", 520) });
    let years: Vec<String> = (1800..2100).map(|year| year.to_string()).collect();
    huge["dimension"]["period"]["category"] = serde_json::json!({ "index": years });
    huge["value"] = serde_json::json!({});
    huge["status"] = serde_json::json!({});
    let tiles: Vec<_> = (0..20_000)
        .map(|n| serde_json::json!({"id": format!("GM{n:05}"), "coordinates": [n % 150, n / 150]}))
        .collect();
    let tiles = serde_json::json!({
        "type": "Topology", "arcs": [], "transform": {"scale": [1, 1], "translate": [0, 0]},
        "objects": {"regions": {"type": "GeometryCollection", "geometries": tiles}},
        "extension": {"format": 1, "kind": "tiles"},
    });
    let path = "/d/indicator/tienermoeders.json";
    let malformed = "data-malformed";
    for (row, view, code, routes) in [
        ("deep", "number", malformed, vec![(path, Route::new("application/json", deep))]),
        ("huge", "number", malformed, vec![(path, json(&huge))]),
        ("huge", "ranking", malformed, vec![(path, json(&huge))]),
        (
            "tiles",
            "map",
            malformed,
            vec![(path, json(&file())), ("/d/geometry.json", json(&tiles))],
        ),
        (
            "label",
            "number",
            malformed,
            vec![(
                path,
                json(&with(
                    "/dimension/region/category/label/GM0344",
                    "x".repeat(1_000_000).into(),
                )),
            )],
        ),
        (
            "9999",
            "trend",
            malformed,
            vec![(path, json(&with("/dimension/period/category/index/0", "9999".into())))],
        ),
    ] {
        let attributes = format!("indicator=tienermoeders region=GM0344 view={view} src=/d/");
        let page = page(Options::default(), &chart(&attributes), "", &routes);
        assert_reported(&page, code, row);
    }
}

/// A core that stopped stays so: every later call of it stops, too.
const STOPPING: &str = "window.instances = 0; const { Instance } = WebAssembly;\
    WebAssembly.Instance = function (module, imports) {\
      const { exports } = new Instance(module, imports); const nth = ++instances; let isDead = false;\
      const guarded = Object.fromEntries(Object.entries(exports).map(([name, member]) => [name,\
        typeof member !== 'function' ? member : (...given) => {\
          if (window.stopping?.(name, nth)) isDead = true;\
          if (isDead) throw new WebAssembly.RuntimeError('unreachable');\
          return member(...given);\
        }]));\
      return { exports: guarded };\
    };";

#[test]
fn a_core_that_stopped_is_replaced() {
    for stopped in ["read", "draw"] {
        let page = page(Options::default(), "", STOPPING, &[]);
        // All of it: its table and its stops come later, from the same core.
        for later in ["tbody tr", "svg[tabindex]"] {
            page.wait_for(&format!(
                "document.querySelector('#good').shadowRoot?.querySelector('{later}')"
            ));
        }
        assert_eq!(page.count("instances"), 1);
        page.run(&format!("window.stopping = (name, nth) => name === '{stopped}' && nth === 1"));
        page.server.route("/d/indicator/tienermoeders.json", json(&file()));
        let bad = chart("indicator=tienermoeders region=Utrecht src=/d/");
        page.run(&format!(
            "document.querySelector('main').insertAdjacentHTML('afterbegin', `{bad}`)"
        ));
        assert_reported(&page, "data-malformed", stopped);
        // One took its place, and the tools say what was wrong.
        assert_eq!(page.count("instances"), 3, "{stopped}");
        // At another width, too.
        let width =
            "document.querySelector('#good').shadowRoot.querySelector('svg').getAttribute('width')";
        let before = page.text(width);
        page.browser.resize(400, 900).expect("a window");
        page.wait_for(&format!("{width} !== '{before}'"));
        // And what could not be drawn can be, when the file no longer stops the core.
        page.run("document.querySelector('#c').setAttribute('region', 'Ede')");
        page.wait_for("document.querySelector('#c').shadowRoot.querySelector('svg')");
        assert_eq!(page.text("JSON.stringify(uncaught)"), "[]");
    }
}

/// Sentences of every form that an attribute could take for a name, a list, a code or an id.
const SENTENCES: [&str; 5] = [
    "De wethouder liegt over de cijfers",
    "de-wethouder-liegt-over-de-cijfers",
    "De,wethouder,liegt",
    "Dewethouderliegt",
    "De_wethouder_liegt!",
];

#[test]
fn a_frame_repeats_no_sentence_of_its_address() {
    let server = Server::start(Options::default()).expect("a server");
    let browser = Browser::start().expect("a browser");
    browser.open(&server.url("/pkg/frame.html")).expect("the frame");
    browser.wait_for("customElements.get('kansrijke-start')").expect("the element");
    let names: Vec<String> = browser
        .eval("customElements.get('kansrijke-start').observedAttributes")
        .expect("the attributes");
    assert!(names.len() >= 15, "{names:?}");
    let mut refused = 0;
    for name in names.iter().map(String::as_str).chain(["id", "title"]) {
        for sentence in SENTENCES {
            let mut asked: Vec<(&str, &str)> = vec![
                ("indicator", "tienermoeders"),
                ("region", "Utrecht"),
                // A view that has a use for the attribute.
                ("view", if ["within", "sort"].contains(&name) { "heatmap" } else { "trend" }),
            ];
            asked.retain(|(other, _)| *other != name && (*other != "indicator" || name != "sort"));
            asked.push((name, sentence));
            let query: Vec<String> = asked
                .iter()
                .map(|(name, value)| format!("{name}={}", value.replace(' ', "%20")))
                .collect();
            let address = server.url(&format!("/pkg/frame.html?{}", query.join("&")));
            browser.open(&address).expect("the frame");
            browser
                .wait_for(
                    "document.querySelector('kansrijke-start')?.shadowRoot\
                     .querySelector('.figure, .notice')",
                )
                .unwrap_or_else(|error| panic!("{address}: {error}"));
            let said: String = browser
                .eval(
                    "[document.title, document.documentElement.lang, document.body.innerText,\
                     document.querySelector('kansrijke-start').shadowRoot.innerHTML].join(' ')",
                )
                .expect("what is said");
            for word in ["wethouder", "liegt"] {
                assert!(!said.contains(word), "{address}: {said}");
            }
            refused += u32::from(said.contains("notice"));
        }
    }
    // Not for want of anything that is said.
    assert!(refused > 40, "{refused}");
}

#[test]
fn a_frame_shows_only_folders_that_its_host_lists() {
    let options = Options { policy: None, ..Options::default() };
    let server = Server::start(options).expect("a server");
    let browser = Browser::start().expect("a browser");
    let drawn = "document.querySelector('kansrijke-start')?.shadowRoot.querySelector('svg')";
    let src = |folder: &str| -> Option<String> {
        let address =
            format!("/pkg/frame.html?indicator=tienermoeders&region=Utrecht&src={folder}");
        browser.open(&server.url(&address)).expect("the frame");
        browser.wait_for(drawn).expect("a chart");
        browser.eval("document.querySelector('kansrijke-start').getAttribute('src')").expect("src")
    };
    server.route("/cijfers/indicator/tienermoeders.json", json(&file()));
    for folder in ["/goto/", "/cijfers/", "https://example.nl/", "//", "http://[", "/pkg/data/../"]
    {
        assert_eq!(src(folder), None, "{folder}");
    }
    assert_eq!(src("/pkg/data/"), Some("/pkg/data/".into()));
    let frame = std::fs::read_to_string(project::path("pkg/frame.html")).expect("the frame");
    let listing = frame.replace(
        "name=\"kansrijke-start-folders\" content=\"\"",
        "name=\"kansrijke-start-folders\" content=\"/ander/ /cijfers\"",
    );
    assert_ne!(listing, frame, "the frame has no such line");
    server.route("/pkg/frame.html", Route::html(listing));
    assert_eq!(src("/cijfers/"), Some("/cijfers/".into()));
    assert_eq!(src("/cijfers"), Some("/cijfers".into()));
    assert_eq!(src("/goto/"), None);
}
