// SPDX-License-Identifier: EUPL-1.2
//! A reader chooses the region, the indicator and the period, and the page follows.

use super::page::{DRAWN, Page};
use thirtyfour::Key;
use xtask::server::{Options, Route};

const CHART: &str = "<kansrijke-start id=c indicator=tienermoeders region=Utrecht view=compare \
                     controls></kansrijke-start>";
const ROOT: &str = "document.querySelector('#c').shadowRoot";

/// Keeps every choice that is reported to the page in `window.choices`.
const CHOICES: &str = "window.choices = []; addEventListener('kansrijke-start-select', (event) => \
                       choices.push({ ...event.detail, from: event.target.id }))";

fn open(width: u32, charts: &str) -> Page {
    let page = Page::open_with(Options::default(), width, charts);
    page.run(CHOICES);
    page.wait_for(DRAWN);
    page.wait_for(&format!("{ROOT}.querySelector('.controls')"));
    page
}

/// The value, whether the list is open, the active option's text, and how many there are.
fn field(page: &Page) -> (String, bool, String, u32) {
    let input = format!("{ROOT}.querySelector('[role=combobox]')");
    let list = format!("{ROOT}.getElementById({input}.getAttribute('aria-controls'))");
    let open = page.text(&format!("{input}.getAttribute('aria-expanded')")) == "true";
    assert_eq!(open, page.count(&format!("{list}.getBoundingClientRect().height")) > 0);
    let active = page.text(&format!(
        "{ROOT}.getElementById({input}.getAttribute('aria-activedescendant') || 'none')\
         ?.textContent ?? ''"
    ));
    let selected = page.text(&format!(
        "[...{list}.querySelectorAll('[role=option][aria-selected=true]')]\
         .map(o => o.textContent).join()"
    ));
    assert_eq!(active, selected, "the active option is the selected one");
    let options = page.count(&format!("{list}.querySelectorAll('[role=option]').length"));
    (page.text(&format!("{input}.value")), open, active, options)
}

fn focused(page: &Page) -> String {
    page.text("document.activeElement?.shadowRoot?.activeElement?.id ?? ''")
}

/// What a chart shows and, below that, what it is of.
fn head(chart: &str) -> String {
    format!(
        "[...document.querySelector('{chart}').shadowRoot.querySelectorAll('h3, .about')]\
         .map(line => line.textContent).join('; ')"
    )
}

fn heading(page: &Page, chart: &str) -> String {
    page.text(&head(chart))
}

fn wait_for_heading(page: &Page, chart: &str, part: &str) {
    page.wait_for(&format!("({}).includes('{part}')", head(chart)));
}

fn choices(page: &Page) -> serde_json::Value {
    serde_json::from_str(&page.text("JSON.stringify(choices)")).expect("JSON")
}

#[test]
fn the_field_is_a_combobox_for_the_keyboard() {
    let page = open(1200, CHART);
    page.keys(Key::Tab);
    assert_eq!(focused(&page), "choose-region");
    let name = page.text(&format!("{ROOT}.querySelector('label').textContent"));
    assert_eq!(name, "Gebied");
    assert_eq!(field(&page), ("Utrecht".into(), false, String::new(), 0));

    // Alt with the arrow opens the list and leaves the text alone; Escape closes it.
    page.chord(Key::Alt.value(), Key::Down.value());
    let (value, is_open, active, all) = field(&page);
    assert_eq!((value.as_str(), is_open, active.as_str(), all), ("Utrecht", true, "", 420));
    page.keys(Key::Escape);
    assert!(!field(&page).1);

    // The arrows open it, too, and walk round.
    page.keys(Key::Down);
    let first = field(&page).2;
    assert_eq!(first, "Aa en Hunze");
    page.keys(Key::Down);
    assert_eq!(field(&page).2, "Aalsmeer");
    page.keys(Key::Up);
    assert_eq!(field(&page).2, first);
    page.keys(Key::Up);
    let last = field(&page).2;
    assert_eq!(last, "COROP-gebied Zuidwest-Overijssel");
    page.keys(Key::Down);
    assert_eq!(field(&page).2, first);
    // Home and End go back to the text.
    page.keys(Key::Home);
    assert_eq!(field(&page).2, "");
    assert_eq!(page.count(&format!("{ROOT}.querySelector('input').selectionStart")), 0);
    page.keys(Key::Down + (Key::End + ""));
    assert_eq!(field(&page).2, "");
    page.chord(Key::Alt.value(), Key::Up.value());
    assert!(!field(&page).1);
    assert_eq!(choices(&page), serde_json::json!([]), "nothing was chosen so far");

    // Typing filters; what fits nothing says so, and Escape brings back what was.
    page.run(&format!("{ROOT}.querySelector('input').select()"));
    page.keys("leid");
    let (value, is_open, active, found) = field(&page);
    assert_eq!((value.as_str(), is_open, active.as_str()), ("leid", true, ""));
    assert!((2..20).contains(&found), "{found} names fit");
    page.keys("enxyz");
    assert!(!field(&page).1);
    let said = format!("{ROOT}.querySelector('[role=status]')");
    assert!(page.text(&format!("{said}.textContent")).starts_with("Geen gebied"));
    assert!(page.count(&format!("{said}.getBoundingClientRect().height")) > 10, "it can be seen");
    page.keys(Key::Escape);
    assert_eq!(field(&page).0, "Utrecht");
    assert_eq!(page.text(&format!("{said}.textContent")), "");

    // Enter takes what is active: the figure follows, the focus stays, the sentence is said.
    page.run(&format!("{ROOT}.querySelector('input').select()"));
    page.keys("leiden");
    page.keys(Key::Down + (Key::Enter + ""));
    wait_for_heading(&page, "#c", "Leiden");
    page.wait_for(&format!("{said}.textContent"));
    let sentence = page.text(&format!("{ROOT}.querySelector('.sentence').textContent"));
    assert_eq!(page.text(&format!("{said}.textContent")), sentence);
    assert_eq!(focused(&page), "choose-region");
    // The other is the COROP region of that name.
    assert_eq!(field(&page), ("Leiden".into(), false, String::new(), 2));
    assert_eq!(page.text("document.querySelector('#c').getAttribute('region')"), "GM0546");
    page.assert_quiet();
}

#[test]
fn who_leaves_the_field_takes_what_is_active_and_nothing_else() {
    let page = open(1200, CHART);
    page.keys(Key::Tab);
    page.keys("del");
    page.keys(Key::Tab);
    assert_eq!(field(&page).0, "Utrecht", "typed is not chosen");
    page.chord(Key::Shift.value(), Key::Tab.value());
    assert_eq!(focused(&page), "choose-region");
    page.keys("delft");
    assert_eq!(field(&page).0, "delft");
    page.keys(Key::Down + "");
    assert_eq!(field(&page).2, "Delft");
    page.keys(Key::Tab);
    wait_for_heading(&page, "#c", "Delft");
    assert_ne!(focused(&page), "choose-region");
}

#[test]
fn a_name_is_found_as_readers_write_it() {
    let page = open(1200, CHART);
    let first = |typed: &str| -> Vec<String> {
        let field = format!("{ROOT}.querySelector('input')");
        page.run(&format!("{field}.focus(); {field}.select()"));
        page.keys(typed);
        let names = format!(
            "JSON.stringify([...{ROOT}.querySelectorAll('.region li')].map(o => o.textContent))"
        );
        serde_json::from_str(&page.text(&names)).expect("names")
    };
    for (typed, expected) in [
        ("den bosch", "Den Bosch"),
        ("hertogenbosch", "Den Bosch"),
        ("'s-hertogenbosch", "Den Bosch"),
        ("s-gravenhage", "Den Haag"),
        ("’s-Gravenhage", "Den Haag"),
        ("gravenhage", "Den Haag"),
        ("Sudwest", "Súdwest-Fryslân"),
        ("sudwest fryslan", "Súdwest-Fryslân"),
        ("sudwestfryslan", "Súdwest-Fryslân"),
        ("noardeast", "Noardeast-Fryslân"),
        ("EDE", "Ede"),
        ("ggd regio utrecht", "GGD Regio Utrecht"),
        ("provincie utrecht", "provincie Utrecht"),
        ("nederland", "Nederland"),
    ] {
        let found = first(typed);
        assert_eq!(found.first().map(String::as_str), Some(expected), "{typed}: {found:?}");
    }
    let utrecht = first("utrecht");
    assert_eq!(utrecht[..2], ["Utrecht", "Utrechtse Heuvelrug"]);
    assert!(utrecht.contains(&"provincie Utrecht".into()), "{utrecht:?}");
    assert_eq!(first("3511"), [""; 0], "there is no list of postcodes");
}

#[test]
fn mouse_and_finger_choose_from_the_list() {
    let page = open(600, CHART);
    let option = |code: &str| format!("{ROOT}.querySelector('.region [data-region={code}]')");
    page.click(page.middle(&format!("{ROOT}.querySelector('input')")));
    assert!(field(&page).1);
    page.click(page.middle(&option("GM0363")));
    wait_for_heading(&page, "#c", "Amsterdam");
    assert_eq!((focused(&page).as_str(), field(&page).1), ("choose-region", false));
    page.tap(page.middle(&format!("{ROOT}.querySelector('input')")));
    page.wait_for(&format!("!{ROOT}.querySelector('ul').hidden"));
    page.tap(page.middle(&option("GM0599")));
    wait_for_heading(&page, "#c", "Rotterdam");
    page.assert_quiet();
}

#[test]
fn the_page_hears_of_each_choice_and_may_object() {
    let chart = CHART.replace("controls", "controls='region indicator period'");
    let page = open(
        1200,
        &format!(
            "{chart}<kansrijke-start id=d indicator=tienermoeders \
        region=GM0599 view=compare loading=eager></kansrijke-start>"
        ),
    );
    page.keys(Key::Tab);
    page.keys("delft");
    page.keys(Key::Enter);
    wait_for_heading(&page, "#c", "Delft");
    let expected = serde_json::json!({"region": "GM0503", "name": "Delft", "from": "c",
        "indicator": "tienermoeders", "period": "2015", "view": "compare"});
    assert_eq!(choices(&page), serde_json::json!([expected]));

    // The other indicators are fetched when a reader comes near, and not before.
    let index = || page.server.requests().iter().filter(|r| r.ends_with("/index.json")).count();
    page.wait_for(&format!("{ROOT}.querySelectorAll('.indicator option').length > 1"));
    assert_eq!(index(), 1, "the reader is at the controls");
    page.keys(Key::Tab);
    assert_eq!(focused(&page), "choose-indicator");
    page.keys("eerste");
    wait_for_heading(&page, "#c", "Eerste kinderen");
    assert_eq!(focused(&page), "choose-indicator");
    page.keys(Key::Tab);
    page.keys("2013");
    page.wait_for(&format!("{ROOT}.querySelector('.sentence').textContent.includes('2013')"));
    assert_eq!(focused(&page), "choose-period");
    let reported = choices(&page);
    assert_eq!(
        (&reported[1]["indicator"], &reported[1]["region"]),
        (&"eerste-kinderen".into(), &"GM0503".into())
    );
    let last = reported.as_array().and_then(|all| all.last()).expect("a choice");
    assert_eq!((&last["period"], &last["name"]), (&"2013".into(), &serde_json::Value::Null));
    assert_eq!(index(), 1);

    // Who objects keeps the chart as it is.
    page.run("window.object = (event) => event.preventDefault(); addEventListener('kansrijke-start-select', object)");
    page.keys("2012");
    assert_eq!(page.text(&format!("{ROOT}.querySelector('.period select').value")), "2013");
    assert_eq!(page.text("document.querySelector('#c').getAttribute('period')"), "2013");

    // A mark of a chart without controls is reported, and changes nothing.
    page.run("removeEventListener('kansrijke-start-select', object)");
    page.wait_for("document.querySelector('#d').shadowRoot.querySelector('[role=option]')");
    let country =
        "document.querySelector('#d').shadowRoot.querySelector('[data-region=NL01] .dot')";
    page.click(page.middle(country));
    let reported = choices(&page);
    let last = reported.as_array().and_then(|all| all.last()).expect("a choice");
    assert_eq!((&last["from"], &last["region"]), (&"d".into(), &"NL01".into()));
    assert_eq!(last["name"], "Nederland");
    assert_eq!(page.text("document.querySelector('#d').getAttribute('region')"), "GM0599");
    assert!(heading(&page, "#d").starts_with("Rotterdam:"));
    page.assert_quiet();
}

#[test]
fn a_mark_becomes_the_own_region_where_that_may_be_chosen() {
    let page = open(1200, CHART);
    page.wait_for(&format!("{ROOT}.querySelector('[role=listbox] [role=option]')"));
    let dot = |code: &str| format!("{ROOT}.querySelector('.mark[data-region={code}] .dot')");
    page.click(page.middle(&dot("PV26")));
    wait_for_heading(&page, "#c", "Provincie Utrecht:");
    assert_eq!(field(&page).0, "provincie Utrecht");
    // Near a mark as well, where its details are shown.
    page.wait_for(&format!("{ROOT}.querySelector('[role=listbox] [role=option]')"));
    let (x, y) = page.middle(&dot("NL01"));
    page.click((x + 12, y));
    wait_for_heading(&page, "#c", "Nederland:");
}

#[test]
fn the_choice_is_in_the_address_and_shared() {
    let chart = |id: &str, more: &str| {
        format!(
            "<kansrijke-start id={id} indicator=tienermoeders region=Utrecht loading=eager {more}></kansrijke-start>"
        )
    };
    let charts = [
        chart("c", "controls follow=?gemeente"),
        chart("d", "follow=?gemeente"),
        chart("e", "controls follow=los"),
        chart("f", "follow=los view=trend"),
        chart("g", ""),
    ];
    let page = open(1200, &charts.concat());
    let address = page.server.url("/proef?gemeente=GM0228&a=b+c#after");
    page.browser.open(&address).expect("the page");
    page.wait_for(DRAWN);
    for (chart, name) in
        [("#c", "Ede"), ("#d", "Ede"), ("#e", "Utrecht"), ("#f", "Utrecht"), ("#g", "Utrecht")]
    {
        wait_for_heading(&page, chart, name);
    }
    assert_eq!(page.text("location.href"), address, "reading changes nothing");
    let history = page.count("history.length");
    let choose = |chart: &str, name: &str| {
        page.wait_for(&format!(
            "document.querySelector('{chart}').shadowRoot.querySelector('input')"
        ));
        page.run(&format!("const i = document.querySelector('{chart}').shadowRoot.querySelector('input'); i.focus(); i.select()"));
        page.keys(name);
        page.keys(Key::Enter);
    };
    choose("#c", "leiden");
    wait_for_heading(&page, "#c", "Leiden");
    wait_for_heading(&page, "#d", "Leiden");
    let there = page.server.url("/proef?gemeente=GM0546&a=b+c#after");
    assert_eq!(page.text("location.href"), there);
    assert_eq!(page.count("history.length"), history, "the way back is as long as it was");
    choose("#e", "delft");
    wait_for_heading(&page, "#e", "Delft");
    wait_for_heading(&page, "#f", "Delft");
    assert_eq!(page.text("location.href"), there);
    for (chart, name) in [("#c", "Leiden"), ("#d", "Leiden"), ("#g", "Utrecht")] {
        assert!(heading(&page, chart).contains(name), "{chart}");
    }
    // A chart that comes later shows what was chosen before.
    page.run(&format!(
        "document.querySelector('main').insertAdjacentHTML('beforeend', `{}`)",
        chart("h", "follow=los")
    ));
    page.wait_for("document.querySelector('#h').shadowRoot?.querySelector('.figure')");
    wait_for_heading(&page, "#h", "Delft");
    assert_eq!(
        page.text("JSON.stringify([localStorage.length, sessionStorage.length, document.cookie])"),
        "[0,0,\"\"]"
    );
    page.assert_quiet();
}

#[test]
fn an_address_brings_no_sentence_into_the_page() {
    let page = open(1200, &CHART.replace("controls", "controls follow=?gemeente"));
    for evil in ["De+wethouder+is+een+dief", "%3Cimg+src%3Dx%3E", &"x".repeat(50)] {
        page.browser.open(&page.server.url(&format!("/proef?gemeente={evil}"))).expect("the page");
        page.wait_for(DRAWN);
        assert!(heading(&page, "#c").contains("Utrecht"), "{evil}");
    }
}

#[test]
fn without_a_region_the_chart_begins_with_the_country() {
    let page = open(
        1200,
        "<kansrijke-start id=c indicator=tienermoeders controls lang=en></kansrijke-start>",
    );
    assert!(heading(&page, "#c").starts_with("The Netherlands:"));
    assert_eq!(field(&page).0, "the Netherlands");
    assert_eq!(page.text(&format!("{ROOT}.querySelector('label').textContent")), "Area");
}

#[test]
fn an_unknown_region_leaves_the_reader_a_choice() {
    let page = Page::open(&CHART.replace("Utrecht", "Lutjebroek"));
    page.wait_for("reported.some(t => t.code === 'region-unknown')");
    page.wait_for(&format!("{ROOT}.querySelector('input')"));
    page.run(&format!("{ROOT}.querySelector('input').focus()"));
    page.keys("leiden");
    page.keys(Key::Enter);
    page.wait_for(&format!("{ROOT}.querySelector('h3')?.textContent.includes('Leiden')"));
}

#[test]
fn what_is_offered_must_be_known() {
    let page = Page::open(
        "<kansrijke-start indicator=tienermoeders region=Utrecht controls=gemeente></kansrijke-start>",
    );
    page.wait_for("reported.some(t => t.name === 'error')");
    assert_eq!(page.text("reported[0].code"), "attribute-invalid");
    assert!(page.text("reported[0].hint").contains("region, indicator, period"));
}

#[test]
fn controls_push_nothing_aside_and_stay_in_sight() {
    for width in [1200, 600, 320] {
        for controls in ["controls", "controls='region indicator period'"] {
            let page = open(width, &CHART.replace("controls", controls));
            let _: bool = page
                .browser
                .eval(
                    "new Promise(d => requestAnimationFrame(() => setTimeout(() => d(true), 100)))",
                )
                .expect("two frames");
            page.assert_nothing_moved();
            page.keys(Key::Tab);
            page.keys(Key::Down);
            let [left, right, bottom]: [f64; 3] = page
                .browser
                .eval(&format!(
                    "(() => {{ const b = {ROOT}.querySelector('ul').getBoundingClientRect(); \
                     return [b.left, b.right, b.bottom - {ROOT}.host.getBoundingClientRect().bottom]; }})()"
                ))
                .expect("a box");
            assert!(left >= 0.0 && right <= f64::from(width), "at {width}: {left} to {right}");
            assert!(bottom <= 0.0, "at {width} the list leaves the element by {bottom}");
            assert_eq!(page.count("document.documentElement.scrollWidth"), width);
            // Whoever points at the third option hits it: nothing lies on the list.
            let third = page.text(&format!(
                "(() => {{ const b = {ROOT}.querySelector('li:nth-child(3)').getBoundingClientRect(); \
                 return {ROOT}.elementFromPoint(b.x + 20, b.y + 10).textContent; }})()"
            ));
            assert_eq!(third, "Aalten", "at {width}");
            page.assert_nothing_moved();
            page.assert_quiet();
        }
    }
}

#[test]
fn a_module_that_was_tampered_with_is_not_run() {
    let page = Page::open("");
    let file = std::fs::read_to_string(xtask::project::path("pkg/interaction.js")).expect("a file");
    page.server.route("/pkg/interaction.js", Route::script(file + ";document.title = 'boe'"));
    page.server.route("/proef", Route::html(super::page::document(CHART)));
    page.browser.open(&page.server.url("/proef")).expect("the page");
    page.wait_for(DRAWN);
    page.wait_for(
        "performance.getEntriesByName(new URL('/pkg/interaction.js', location).href).length",
    );
    std::thread::sleep(std::time::Duration::from_millis(300));
    assert_eq!(page.text("document.title"), "Proef");
    assert_eq!(page.count(&format!("{ROOT}.querySelectorAll('.controls').length")), 0);
    assert!(
        page.text(&format!("{ROOT}.querySelector('.sentence').textContent")).contains("Utrecht")
    );
}
