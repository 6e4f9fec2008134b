// SPDX-License-Identifier: EUPL-1.2
//! The block with what can be concluded: it comes when a reader asks, says what the module and the
//! program say, and leaves the page alone until then.

use super::accessibility::axe;
use super::page::{DRAWN, Page};
use kansrijke_start::figure::Figure;
use kansrijke_start::program;
use kansrijke_start::request::Request;
use thirtyfour::Key;
use xtask::browser::Media;
use xtask::server::{Options, Route};

const ROOT: &str = "document.querySelector('kansrijke-start').shadowRoot";
const SUMMARY: &str =
    "document.querySelector('kansrijke-start').shadowRoot.querySelector('.insight > summary')";
const FILLED: &str = "document.querySelector('kansrijke-start').shadowRoot.querySelector('.insight:not([aria-busy]) > div p')";

/// One of each view that has a block.
const BLOCKS: [&str; 8] = [
    "indicator=tienermoeders region=Rotterdam",
    "indicator=tienermoeders region=Ede view=trend",
    "indicator=tienermoeders region=Rotterdam view=compare",
    "indicator=tienermoeders region=Utrecht view=ranking within=PV26",
    "indicator=moeders-35-plus region=Utrecht view=funnel within=PV26",
    "indicator=tienermoeders region=Utrecht view=map within=PV26 lang=en",
    "region=Rotterdam view=profile",
    "region=Leiden view=heatmap within=peers lang=en",
];

fn element(attributes: &str) -> String {
    format!("<kansrijke-start {attributes}></kansrijke-start>")
}

fn open(width: u32, attributes: &str) -> Page {
    let page = Page::open_with(Options::default(), width, &element(attributes));
    page.wait_for(DRAWN);
    page.wait_for(SUMMARY);
    page
}

/// Unfolds the block as a reader without a mouse does.
fn unfold(page: &Page) {
    page.run(&format!("{SUMMARY}.focus()"));
    page.keys(Key::Enter + "");
}

/// What stands in the block, a line for each sentence.
fn lines(page: &Page) -> Vec<String> {
    page.browser
        .eval(&format!("[...{ROOT}.querySelectorAll('.insight p > span')].map(s => s.textContent)"))
        .expect("lines")
}

/// The figure that the program makes of the same attributes, with its conclusions.
fn native<T>(attributes: &str, width: u32, of: impl FnOnce(&Figure) -> T) -> T {
    let given = |name: &str| {
        let value = attributes.split(' ').find_map(|part| part.strip_prefix(&format!("{name}=")));
        value.map(str::to_string)
    };
    let mut request = Request::parse(given, "nl", width).expect("a request");
    request.insight = true;
    request.deferred = true;
    let folder = xtask::project::path("pkg/data");
    let dataset = program::read_for(&folder, &request).expect("a file");
    of(&Figure::new(&dataset, &request).expect("a figure"))
}

#[test]
fn the_block_says_what_the_program_says_and_moves_nothing_before() {
    for attributes in BLOCKS {
        let page = open(900, attributes);
        // A heat map is as high as its rows, which its box does not know.
        if !attributes.contains("heatmap") {
            page.assert_nothing_moved();
        }
        let asked = page.server.requests();
        let is_early = |path: &String| path.contains("tools") || path.contains("/indicator/");
        assert!(!asked.iter().any(is_early), "nobody asked yet: {asked:?}");
        unfold(&page);
        page.wait_for(FILLED);
        let said = lines(&page);
        assert!(!said.is_empty(), "{attributes}");
        let sentences = native(attributes, 900, |figure| figure.sentences());
        assert!(sentences.ends_with(&said), "{attributes}: {said:?} in {sentences:?}");
        assert!(said.iter().all(|line| !line.contains('{')), "{said:?}");
        page.assert_quiet();
    }
}

#[test]
fn the_block_says_what_a_script_is_told() {
    let page = open(900, BLOCKS[2]);
    unfold(&page);
    page.wait_for(FILLED);
    page.run(
        "import('/pkg/kansrijke-start.js').then(({ load }) => load({ indicator: 'tienermoeders', \
         region: 'Rotterdam', view: 'compare' })).then((figures) => { \
         window.told = figures.insight().findings.find((row) => row.region === 'GM0599').sentences; })",
    );
    page.wait_for("window.told");
    let told: Vec<String> = page.browser.eval("window.told").expect("sentences");
    assert_eq!(lines(&page), told);
}

#[test]
fn chance_is_replayed_one_draw_for_each_press() {
    let page = open(900, BLOCKS[2]);
    unfold(&page);
    page.wait_for(FILLED);
    let seen = format!(
        "[...{ROOT}.querySelectorAll('.draw')].filter(d => getComputedStyle(d).visibility === 'visible').length"
    );
    let outcome = format!("{ROOT}.querySelector('.outcome').getClientRects().length");
    assert_eq!((page.count(&seen), page.count(&outcome)), (0, 0));
    for nth in 1..=20 {
        page.run(&format!("{ROOT}.querySelector('.insight button').click()"));
        assert_eq!(page.count(&seen), nth);
        let said =
            page.text(&format!("{ROOT}.querySelector('.insight [role=status]').textContent"));
        assert!(said.starts_with(&format!("Verzonnen jaar {nth} van 20: ")), "{said}");
    }
    assert_eq!(page.count(&outcome), 1, "what they come to is said with the last");
    // As often as the last frame counted.
    let last = page.text(&format!("{ROOT}.querySelector('.insight [role=status]').textContent"));
    let lower = last.split("Tot nu toe ").nth(1).and_then(|rest| rest.split(' ').next());
    let total = page.text(&format!("{ROOT}.querySelector('.outcome').textContent"));
    let counted = format!("in {} van de 20 keer", lower.expect("a number"));
    assert!(total.contains(&counted), "{total} against {last}");
    // On paper all of them stand there, also when fewer were shown.
    page.run(&format!("{ROOT}.querySelector('.insight button').click()"));
    assert_eq!(page.count(&seen), 1);
    page.browser.emulate(Media { print: true, ..Media::default() }).expect("paper");
    assert_eq!((page.count(&seen), page.count(&outcome)), (20, 1));
    page.browser.emulate(Media::default()).expect("a screen");
    page.assert_quiet();
}

#[test]
fn nothing_is_played_for_who_wants_stillness() {
    let page = Page::open("");
    page.browser.emulate(Media { reduced_motion: true, ..Media::default() }).expect("stillness");
    page.server.route("/proef", Route::html(super::page::document(&element(BLOCKS[3]))));
    page.browser.open(&page.server.url("/proef")).expect("the page");
    page.wait_for(SUMMARY);
    unfold(&page);
    page.wait_for(FILLED);
    let seen = format!(
        "[...{ROOT}.querySelectorAll('.draw')].filter(d => getComputedStyle(d).visibility === 'visible').length"
    );
    assert_eq!(page.count(&seen), 20);
    assert_eq!(
        page.count(&format!("{ROOT}.querySelector('.insight button').getClientRects().length")),
        0
    );
}

#[test]
fn a_funnel_has_wider_limits_while_its_block_is_unfolded() {
    let attributes = BLOCKS[4];
    let page = open(900, attributes);
    let legend = format!("{ROOT}.querySelector('figure > .legend').textContent");
    let before = page.text(&legend);
    assert!(!before.contains("gestreept"), "{before}");
    unfold(&page);
    page.wait_for(&format!("{legend}.includes('gestreept')"));
    let picture = native(attributes, 900, |figure| figure.redrawn("kansrijke-start").to_html());
    assert!(picture.contains("gestreept"), "the program draws them, too");
    // A new width brings another picture, with them as well.
    page.browser.resize(700, 900).expect("a window");
    page.wait_for(&format!("{ROOT}.querySelector('figure > svg').viewBox.baseVal.width < 7000"));
    page.wait_for(&format!("{legend}.includes('gestreept')"));
    unfold(&page);
    page.wait_for(&format!("!{legend}.includes('gestreept')"));
    page.assert_quiet();
}

#[test]
fn a_ranking_has_stabilised_figures_while_its_block_is_unfolded() {
    let attributes = BLOCKS[3];
    let page = open(900, attributes);
    let legend = format!("{ROOT}.querySelector('figure > .legend').textContent");
    assert!(!page.text(&legend).contains("geschat met een model"));
    unfold(&page);
    page.wait_for(&format!("{legend}.includes('geschat met een model')"));
    // The own figure keeps its sign and its place; the model's stands below it, and is read as well.
    let picture = native(attributes, 900, |figure| figure.redrawn("kansrijke-start").to_html());
    let marks = picture.matches("; geschat met een model: ").count();
    assert!(marks > 10, "{marks} municipalities have both");
    let label = format!(
        "{ROOT}.querySelector('[data-region=GM0344][aria-label*=\"geschat met een model: \"]')"
    );
    page.wait_for(&label);
    unfold(&page);
    page.wait_for(&format!("!{legend}.includes('geschat met een model')"));
    page.assert_quiet();
}

#[test]
fn what_cannot_be_fetched_is_said_and_tried_again() {
    let attributes = BLOCKS[0];
    let page = open(900, attributes);
    let path = "/pkg/data/indicator/tienermoeders.json";
    page.server.route(path, Route { status: 503, ..Route::new("text/plain", "") });
    unfold(&page);
    let said = format!("{ROOT}.querySelector('.insight:not([aria-busy]) > div').textContent");
    page.wait_for(&format!("{ROOT}.querySelector('.insight:not([aria-busy]) > div')?.textContent"));
    let reason = page.text(&said);
    assert!(reason.ends_with('.') && reason.len() > 20, "{reason}");
    assert!(lines(&page).is_empty());
    let file = std::fs::read(xtask::project::path("pkg/data/indicator/tienermoeders.json"));
    page.server.route(path, Route::new("application/json", file.expect("a file")));
    unfold(&page);
    unfold(&page);
    page.wait_for(FILLED);
    assert!(!page.text(&said).contains(&reason));
}

#[test]
fn only_figures_in_which_chance_is_have_a_block() {
    for attributes in [
        "indicator=leeftijd-eerste-kind region=NL01 view=trend",
        "indicator=levendgeborenen region=Utrecht",
        "indicator=tienermoeders region=NL01",
        "indicator=lokale-coalitie region=Utrecht",
        "region=NL01 view=profile",
    ] {
        let page = Page::open(&element(attributes));
        page.wait_for(DRAWN);
        // The marks come with the block.
        page.wait_for(&format!("{ROOT}.querySelector('.tooltip')"));
        assert_eq!(
            page.count(&format!("{ROOT}.querySelectorAll('.insight').length")),
            0,
            "{attributes}"
        );
    }
}

#[test]
fn an_unfolded_block_follows_the_region() {
    let page = open(900, "indicator=tienermoeders region=Rotterdam controls=region");
    unfold(&page);
    page.wait_for(FILLED);
    assert!(lines(&page).concat().contains("Rotterdam"));
    page.run("document.querySelector('kansrijke-start').region = 'GM0518'");
    let text = format!("{ROOT}.querySelector('.insight')?.textContent");
    page.wait_for(&format!("{text}?.includes('Den Haag') && {FILLED}"));
    assert!(!lines(&page).concat().contains("Rotterdam"));
    page.assert_quiet();
}

#[test]
fn axe_finds_nothing_in_an_unfolded_block() {
    for (dark, width, attributes) in [(false, 1200, BLOCKS[3]), (true, 320, BLOCKS[2])] {
        let page = open(width, attributes);
        page.browser.emulate(Media { dark, ..Media::default() }).expect("colours");
        unfold(&page);
        page.wait_for(FILLED);
        let violations = axe(&page);
        assert!(violations.is_empty(), "{attributes}: {violations:#?}");
        let wide = "document.documentElement.scrollWidth > innerWidth";
        assert!(!page.browser.eval::<bool>(wide).expect("a width"), "{attributes} is too wide");
    }
}
