// SPDX-License-Identifier: EUPL-1.2
//! The marks of a picture: what pointer, finger and keyboard find out about them.

use super::accessibility::{axe, tree};
use super::page::{DRAWN, Page};
use serde_json::json;
use thirtyfour::Key;
use xtask::browser::Media;
use xtask::server::Options;

const RANKING: &str = "<kansrijke-start id=c indicator=eerste-kinderen region=Ede view=ranking \
                       within=PV25></kansrijke-start>";
pub const ROOT: &str = "document.querySelector('#c').shadowRoot";

pub fn open(width: u32, chart: &str) -> Page {
    let page = Page::open_with(Options::default(), width, chart);
    page.wait_for(DRAWN);
    page.wait_for(&format!("{ROOT}.querySelector('svg[role=listbox]')"));
    page
}

/// What the details say; empty while they are hidden.
pub fn tooltip_text(page: &Page) -> String {
    page.text(&format!("{ROOT}.querySelector('.tooltip:not([hidden])')?.textContent ?? ''"))
}

/// The name of the active option.
pub fn active(page: &Page) -> String {
    page.text(&format!(
        "(() => {{ const svg = {ROOT}.querySelector('svg'); \
         return {ROOT}.getElementById(svg.getAttribute('aria-activedescendant'))\
           ?.getAttribute('aria-label').split(': ')[0] ?? ''; }})()"
    ))
}

/// The names of the marks, in order.
pub fn names(page: &Page) -> Vec<String> {
    let names = format!(
        "JSON.stringify([...{ROOT}.querySelectorAll('.mark')]\
         .map(m => m.getAttribute('aria-label').split(': ')[0]))"
    );
    serde_json::from_str(&page.text(&names)).expect("names")
}

pub fn mark(nth: usize) -> String {
    format!("{ROOT}.querySelectorAll('.mark')[{nth}]")
}

/// Where the details lie: `[left, top, right, bottom]` in the window.
pub fn lies(page: &Page, element: &str) -> [f64; 4] {
    page.browser
        .eval(&format!(
            "(() => {{ const b = {element}.getBoundingClientRect(); \
             return [b.left, b.top, b.right, b.bottom]; }})()"
        ))
        .expect("a box")
}

#[test]
fn the_pointer_is_told_what_it_points_at_and_can_go_there() {
    for width in [1200, 320] {
        let page = open(width, RANKING);
        let names = names(&page);
        let (x, y) = page.middle(&mark(5));
        page.point((x, y));
        let details = tooltip_text(&page);
        assert!(details.starts_with(&names[5]) && details.contains("95%"), "{details}");
        assert_eq!(page.count(&format!("{ROOT}.querySelectorAll('.mark.active').length")), 1);

        // It lies in the window and the element, and not on its mark.
        let tooltip = lies(&page, &format!("{ROOT}.querySelector('.tooltip')"));
        let own = lies(&page, &mark(5));
        assert!(tooltip[0] >= 0.0 && tooltip[2] <= f64::from(width), "at {width}: {tooltip:?}");
        assert!(
            tooltip[3] <= own[1] || tooltip[1] >= own[3],
            "at {width}: {tooltip:?} covers {own:?}"
        );
        assert_eq!(page.count("document.documentElement.scrollWidth"), width);

        // The pointer may go onto it, and Escape sends it away until another mark is met.
        let edge = if tooltip[3] <= own[1] { tooltip[3] - 3.0 } else { tooltip[1] + 3.0 };
        page.point((x, edge.round() as i64));
        assert_eq!(tooltip_text(&page), details, "at {width} it can be reached");
        page.point((x, ((tooltip[1] + tooltip[3]) / 2.0).round() as i64));
        assert_eq!(tooltip_text(&page), details);
        page.keys(Key::Escape);
        assert_eq!(tooltip_text(&page), "");
        page.point(page.middle(&mark(5)));
        page.point((x, page.middle(&mark(5)).1 + 1));
        assert!(tooltip_text(&page).is_empty() || tooltip_text(&page).starts_with(&names[5]));
        page.point(page.middle(&mark(7)));
        assert!(tooltip_text(&page).starts_with(&names[7]), "{}", tooltip_text(&page));
        page.point((x, 1));
        // It waits for who may be on the way to it.
        page.wait_for(&format!("{ROOT}.querySelector('.tooltip').hidden"));
        page.assert_quiet();
    }
}

#[test]
fn beside_a_mark_is_near_enough() {
    let page = open(560, RANKING);
    let names = names(&page);
    let (_, y) = page.middle(&mark(8));
    let [left, ..] = lies(&page, &format!("{ROOT}.querySelector('svg')"));
    page.point((left.round() as i64 + 4, y));
    assert!(tooltip_text(&page).starts_with(&names[8]), "the row's name: {}", tooltip_text(&page));
}

#[test]
fn a_finger_is_told_too() {
    let page = open(320, RANKING);
    let names = names(&page);
    page.tap(page.middle(&format!("{}.querySelector('.dot, .area')", mark(4))));
    page.wait_for(&format!("!{ROOT}.querySelector('.tooltip').hidden"));
    assert!(tooltip_text(&page).starts_with(&names[4]), "{}", tooltip_text(&page));
}

#[test]
fn the_keyboard_walks_through_the_marks() {
    let page = open(1200, RANKING);
    let names = names(&page);
    let own = names.iter().position(|name| name == "Ede").expect("the own region");
    page.keys(Key::Tab);
    assert_eq!(active(&page), "Ede");
    assert!(tooltip_text(&page).starts_with("Ede"));
    page.keys(Key::Down);
    assert_eq!(active(&page), names[own + 1]);
    page.keys(Key::Up + (Key::Up + ""));
    assert_eq!(active(&page), names[own - 1]);
    page.keys(Key::End);
    assert_eq!(&active(&page), names.last().expect("a name"));
    page.keys(Key::Down);
    assert_eq!(&active(&page), names.last().expect("a name"), "there it ends");
    page.keys(Key::Home);
    assert_eq!(active(&page), names[0]);
    page.keys("nij");
    assert_eq!(active(&page), "Nijkerk");
    assert!(tooltip_text(&page).starts_with("Nijkerk"));
    page.keys(Key::Escape);
    assert_eq!(tooltip_text(&page), "");
    assert_eq!(active(&page), "Nijkerk", "the focus stays");
    page.keys(Key::Up);
    assert_ne!(tooltip_text(&page), "");

    // It is one stop: the next is what stands below.
    page.keys(Key::Tab);
    assert_eq!(page.text("document.activeElement.shadowRoot.activeElement.localName"), "summary");
    assert_eq!(tooltip_text(&page), "");
    // What is walked to comes into sight.
    page.run("scrollTo(0, 0)");
    page.chord(Key::Shift.value(), Key::Tab.value());
    page.keys(Key::End);
    let [_, top, _, bottom] = lies(&page, &mark(names.len() - 1));
    assert!(top > 0.0 && bottom < 900.0, "{top} to {bottom}");
    page.assert_quiet();
}

#[test]
fn enter_chooses_and_the_focus_stays() {
    let page = open(1200, &RANKING.replace("view", "controls view"));
    page.run(&format!("{ROOT}.querySelector('svg').focus()"));
    page.keys("arn");
    page.keys(Key::Enter);
    page.wait_for(&format!("{ROOT}.querySelector('figure').dataset.region === 'GM0202'"));
    page.wait_for(&format!("{ROOT}.activeElement?.localName === 'svg'"));
    assert_eq!(active(&page), "Arnhem");
    assert!(tooltip_text(&page).starts_with("Arnhem"));
    page.keys(Key::Down);
    assert_ne!(active(&page), "Arnhem");
    // A new width draws a new picture; the focus stays in it.
    page.run("document.querySelector('main').style.maxWidth = '500px'");
    page.wait_for(&format!("{ROOT}.querySelector('svg').getBoundingClientRect().width < 501"));
    assert_eq!(page.text(&format!("{ROOT}.activeElement?.localName")), "svg");
}

#[test]
fn the_tree_has_one_list_with_one_name_and_one_table() {
    for (chart, view) in
        [(RANKING.to_string(), "ranking"), (RANKING.replace("ranking", "compare"), "compare")]
    {
        let page = open(1200, &chart.replace("within=PV25", "details=open within=PV25"));
        page.keys(Key::Tab);
        let nodes = tree(&page);
        let of = |role: &str| nodes.iter().filter(|n| n[0] == role).collect::<Vec<_>>();
        let lists = of("listbox");
        assert_eq!(lists.len(), 1, "{nodes:#?}");
        let heading = page.text(&format!(
            "['h3', '.about'].map(part => {ROOT}.querySelector(part).textContent).join(' ')"
        ));
        let sentence = page.text(&format!("{ROOT}.querySelector('.sentence').textContent"));
        assert_eq!((&lists[0][1], &lists[0][2]), (&heading, &sentence));
        assert_eq!((of("image").len(), of("table").len(), of("figure").len()), (0, 1, 1));
        let options = of("option");
        assert_eq!(options.len(), names(&page).len(), "{view}");
        for option in &options {
            assert!(option[1].contains(": ") && option[2].is_empty(), "{option:?}");
        }
        // All of the list is options: a reader hears nothing twice.
        let inside = page.count(&format!(
            "[...{ROOT}.querySelector('svg').children].filter(c => c.role !== 'option' \
             && c.ariaHidden !== 'true').length"
        ));
        assert_eq!(inside, 0);
        let selected = format!(
            "[...{ROOT}.querySelectorAll('svg [aria-selected=true]')].map(o => o.dataset.region).join()"
        );
        assert_eq!(page.text(&selected), "GM0228");
        assert_eq!(focused_option(&page), "Ede", "{view}");
    }
}

/// The option that Chromium tells a screen reader has the focus.
pub fn focused_option(page: &Page) -> String {
    let tree = page.browser.cdp("Accessibility.getFullAXTree", json!({})).expect("the tree");
    let nodes = tree["nodes"].as_array().expect("nodes");
    let list = nodes.iter().find(|n| n["role"]["value"] == "listbox").expect("a list");
    let properties = list["properties"].as_array().expect("properties");
    let active = properties.iter().find(|p| p["name"] == "activedescendant").expect("an option");
    let id = &active["value"]["relatedNodes"][0]["backendDOMNodeId"];
    let node = nodes.iter().find(|n| n["backendDOMNodeId"] == *id).expect("a node");
    assert_eq!(node["role"]["value"], "option");
    node["name"]["value"].as_str().and_then(|n| n.split(": ").next()).unwrap_or_default().into()
}

#[test]
fn axe_finds_nothing_while_something_is_open() {
    for (width, dark) in [(1200, true), (320, false)] {
        let page = open(width, &RANKING.replace("view", "controls='region indicator period' view"));
        page.browser.emulate(Media { dark, ..Media::default() }).expect("colours");
        page.run(&format!("{ROOT}.querySelector('svg').focus()"));
        page.keys(Key::Down);
        assert_ne!(tooltip_text(&page), "");
        let violations = axe(&page);
        assert!(violations.is_empty(), "details, at {width}: {violations:#?}");
        page.run(&format!("{ROOT}.querySelector('input').focus()"));
        page.keys(Key::Down);
        let violations = axe(&page);
        assert!(violations.is_empty(), "list, at {width}: {violations:#?}");
    }
}

#[test]
fn forced_colours_show_which_mark_it_is() {
    // By a rim in rows, by a broad line in columns.
    for (chart, shape, property, other, active) in [
        (RANKING.replace("PV25", "PV26"), " :is(.dot, .area)", "stroke", "none", "rgb(0, 0, 0)"),
        (RANKING.to_owned(), "", "strokeWidth", "16px", "40px"),
    ] {
        let page = open(1200, &chart);
        page.force_colours();
        page.keys(Key::Tab);
        let drawn = |mark: &str| {
            page.text(&format!(
                "getComputedStyle({ROOT}.querySelector('{mark}{shape}')).{property}"
            ))
        };
        assert_eq!(drawn(".mark:not(.active)"), other);
        assert_eq!(drawn(".mark.active"), active);
    }
}

/// On paper there is nothing to choose.
#[test]
fn paper_has_neither_controls_nor_details() {
    let page = open(1200, &RANKING.replace("view", "controls view"));
    page.wait_for(&format!("{ROOT}.querySelector('.controls')"));
    page.run(&format!("{ROOT}.querySelector('svg').focus()"));
    page.browser.emulate(Media { print: true, ..Media::default() }).expect("paper");
    let seen = format!(
        "[...{ROOT}.querySelectorAll('.controls, .tooltip')].filter(e => e.getClientRects().length).length"
    );
    assert_eq!(page.count(&seen), 0);
}

/// Each step of a hundred, from the event to the layout that it causes, on a slow machine. A busy
/// machine is late once; what is slow is so each time.
#[test]
fn walking_and_pointing_keep_up_with_the_screen() {
    let chart = RANKING.replace(" within=PV25", "");
    for width in [1200, 320] {
        let page = open(width, &chart);
        page.browser.cdp("Emulation.setCPUThrottlingRate", json!({"rate": 4})).expect("slow");
        for (name, event) in [
            (
                "pointing",
                // It leaps: on a straight way to the tooltip a pointer passes what lies between.
                "new PointerEvent('pointermove', { bubbles: true, \
                   clientX: box.left + (nth * 37 % 100 + 0.5) / 100 * box.width, \
                   clientY: box.top + (nth * 37 % 100 + 0.5) / 100 * box.height })",
            ),
            (
                "walking",
                "new KeyboardEvent('keydown', { bubbles: true, key: nth ? 'ArrowDown' : 'Home' })",
            ),
        ] {
            let steps = || -> (usize, f64, f64) {
                let mut steps: Vec<(f64, bool)> = page
                    .browser
                    .eval(&format!(
                        "(async () => {{ const svg = {ROOT}.querySelector('svg'); svg.focus(); \
                         const tooltip = {ROOT}.querySelector('.tooltip'); const steps = []; let last; \
                         for (let nth = 0; nth < 100; nth++) {{ \
                           const box = svg.getBoundingClientRect(); const event = {event}; \
                           const start = performance.now(); svg.dispatchEvent(event); \
                           tooltip.getBoundingClientRect(); svg.getBoundingClientRect(); \
                           const active = {ROOT}.querySelector('.mark.active'); \
                           steps.push([performance.now() - start, active !== last]); last = active; \
                           await new Promise(requestAnimationFrame); }} return steps; }})()"
                    ))
                    .expect("steps");
                steps.retain(|(_, is_new)| *is_new);
                steps.sort_by(|one, other| one.0.total_cmp(&other.0));
                let count = steps.len();
                (count, steps[count / 2].0, steps[count * 95 / 100].0)
            };
            let best = (0..3).map(|_| steps()).min_by(|one, other| one.1.total_cmp(&other.1));
            let (count, median, most) = best.expect("steps");
            println!("{name} at {width}: median {median:.1} ms, 95 of 100 within {most:.1} ms");
            assert!(count > 10, "{name} at {width}: only {count} steps met another mark");
            assert!(median < 16.0, "{name} at {width}: {median:.1} ms");
        }
    }
}
