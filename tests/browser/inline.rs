// SPDX-License-Identifier: EUPL-1.2
//! Figures amid somebody's text: they read on as part of their sentence, and tell whoever asks.

use super::accessibility::axe;
use super::page::{DRAWN, Page, READY_FOR_PAPER};
use xtask::browser::Media;

/// A sentence with a figure, as an editor writes it.
fn sentence(inside: &str) -> String {
    format!(
        "<p id=zin>In Utrecht zijn dat <kansrijke-start indicator=tienermoeders region=Utrecht period=2015 \
         view=value>{inside}</kansrijke-start> van de 1.000 kinderen.</p>\
         <p id=gewoon>In Utrecht zijn dat 3,6 (2015) van de 1.000 kinderen.</p>"
    )
}

const ROOT: &str = "document.querySelector('kansrijke-start').shadowRoot";

fn opened(inside: &str) -> Page {
    let page = Page::open(&sentence(inside));
    page.wait_for(DRAWN);
    page.wait_for(READY_FOR_PAPER);
    page
}

#[test]
fn a_value_is_part_of_its_line() {
    let page = opened("3,6 (2015)");
    let height = |id: &str| {
        page.count(&format!("document.querySelector('#{id}').getBoundingClientRect().height"))
    };
    assert_eq!(height("zin"), height("gewoon"));
    let style = |name: &str| {
        let of = |node: &str| page.text(&format!("getComputedStyle({node}).{name}"));
        let inside = format!("{ROOT}.querySelector('.inline')");
        (of("document.querySelector('#zin')"), of(&inside))
    };
    for name in ["fontFamily", "fontSize", "fontStyle", "color", "lineHeight"] {
        let (outside, inside) = style(name);
        assert_eq!(inside, outside, "{name}");
    }
    assert_eq!(
        page.text("getComputedStyle(document.querySelector('kansrijke-start')).display"),
        "inline"
    );
    // The same text was there before it was drawn.
    page.assert_nothing_moved();
    page.assert_quiet();
}

#[test]
fn the_note_opens_and_closes_by_key_and_keeps_no_focus() {
    let page = opened("3,6");
    let is_open = format!("{ROOT}.querySelector('.note').matches(':popover-open')");
    page.run(&format!("{ROOT}.querySelector('.ask').focus()"));
    page.keys(" ");
    page.wait_for(&is_open);
    let note = page.text(&format!("{ROOT}.querySelector('.note').textContent"));
    assert!(
        note.contains("2015") && note.contains("marge (95%)") && note.contains("CBS"),
        "{note}"
    );
    page.keys("\u{e00c}");
    page.wait_for(&format!("!{is_open}"));
    assert_eq!(page.text(&format!("{ROOT}.activeElement.className")), "ask");
    let found = axe(&page);
    assert!(found.is_empty(), "{found:#?}");
}

#[test]
fn on_paper_year_and_source_stand_behind_the_value() {
    let page = opened("3,6");
    page.browser.emulate(Media { print: true, ..Media::default() }).expect("paper");
    let shown = |part: &str| {
        page.text(&format!("getComputedStyle({ROOT}.querySelector('{part}')).display"))
    };
    assert_eq!(
        (shown(".note"), shown(".ask"), shown(".year")),
        ("inline".into(), "none".into(), "none".into())
    );
    // Of what it does not need no space is left before the bracket.
    let note = page.text(&format!("{ROOT}.querySelector('.note').innerText"));
    assert!(note.ends_with("bron: CBS"), "{note:?}");
    page.browser.emulate(Media::default()).expect("a screen");
    assert_eq!(shown(".note"), "none");
}
