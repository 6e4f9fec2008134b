// SPDX-License-Identifier: EUPL-1.2
//! The tooltips of all views, by WCAG 2.2, 1.4.13: they can be sent away, reached, and stay.

use super::page::Page;
use super::pointing::{ROOT, lies, mark, open, tooltip_text};
use std::time::Duration;
use thirtyfour::Key;

/// The views, with which of their marks are pointed at: near the edges and in the middle.
const VIEWS: [(&str, &[usize]); 11] = [
    ("indicator=tienermoeders region=Utrecht", &[0]),
    ("indicator=tienermoeders region=Utrecht view=trend", &[0, 3, 13]),
    ("indicator=tienermoeders region=Utrecht view=trend compare='NL01, GM0599, GM0518'", &[2, 20]),
    ("indicator=tienermoeders region=Utrecht view=compare", &[0, 1, 2]),
    ("indicator=eerste-kinderen region=Ede view=ranking within=PV26", &[0, 9, 20]),
    ("indicator=eerste-kinderen region=Ede view=ranking", &[10, 40]),
    ("indicator=eerste-kinderen region=Ede view=funnel", &[3, 60]),
    ("indicator=eerste-kinderen region=Ede view=map within=PV26", &[2, 9, 20]),
    ("indicator=eerste-kinderen region=Ede view=map", &[30, 200]),
    ("region=Ede view=profile", &[0, 7]),
    ("region=Ede view=heatmap within=PV25", &[1, 20]),
];

/// A place on a mark that a pointer meets: the middle of its shape, or near it.
fn on(page: &Page, nth: usize) -> (i64, i64) {
    page.middle(&format!("({0}.querySelector('.dot, .area, .hit') ?? {0})", mark(nth)))
}

fn tooltip(page: &Page) -> [f64; 4] {
    lies(page, &format!("{ROOT}.querySelector('.tooltip')"))
}

/// The pointer goes from a place in small steps straight up or down onto the tooltip.
fn walk(page: &Page, (x, y): (i64, i64)) {
    let [left, top, right, bottom] = tooltip(page);
    let middle = f64::midpoint(top, bottom) as i64;
    let x = x.clamp(left as i64 + 2, right as i64 - 2);
    let step = if middle < y { -2 } else { 2 };
    let count = (middle - y) / step;
    page.along((1..=count).map(|nth| (x, y + nth * step)));
}

#[test]
fn the_pointer_reaches_it_and_escape_sends_it_away() {
    for width in [1200, 320] {
        for (attributes, marks) in VIEWS {
            let page =
                open(width, &format!("<kansrijke-start id=c {attributes}></kansrijke-start>"));
            let last = page.count(&format!("{ROOT}.querySelectorAll('.mark').length - 1")) as usize;
            for nth in marks.iter().map(|nth| last.min(*nth)) {
                let what = format!("{attributes}, {nth} at {width}");
                page.point((1, 1));
                let place = on(&page, nth);
                page.point(place);
                let said = tooltip_text(&page);
                assert!(!said.is_empty(), "{what}: nothing");
                // Not over what it is about, and all of it in the window.
                let [left, top, right, bottom] = tooltip(&page);
                assert!(
                    bottom <= place.1 as f64 || top >= place.1 as f64,
                    "{what}: {top} to {bottom} covers {place:?}"
                );
                assert!(
                    left >= 0.0 && top >= 0.0 && right <= f64::from(width) && bottom <= 900.0,
                    "{what}: {left} {top} {right} {bottom}"
                );
                walk(&page, place);
                assert_eq!(tooltip_text(&page), said, "{what}: it was not reached");
                // It stays.
                std::thread::sleep(Duration::from_millis(300));
                assert_eq!(tooltip_text(&page), said, "{what}: it went away");
                page.keys(Key::Escape);
                assert_eq!(tooltip_text(&page), "", "{what}: Escape");
            }
            page.assert_quiet();
        }
    }
}

#[test]
fn what_the_keyboard_shows_stays_until_escape() {
    for (attributes, _) in VIEWS {
        let page = open(1200, &format!("<kansrijke-start id=c {attributes}></kansrijke-start>"));
        page.run(&format!("{ROOT}.querySelector('svg').focus()"));
        page.keys(Key::Home);
        let said = tooltip_text(&page);
        assert!(!said.is_empty(), "{attributes}");
        std::thread::sleep(Duration::from_millis(300));
        assert_eq!(tooltip_text(&page), said, "{attributes}");
        page.keys(Key::Escape);
        assert_eq!(tooltip_text(&page), "", "{attributes}");
        assert_eq!(page.text(&format!("{ROOT}.activeElement.localName")), "svg", "{attributes}");
    }
}
