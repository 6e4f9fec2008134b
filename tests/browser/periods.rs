// SPDX-License-Identifier: EUPL-1.2
//! What a picture of one place says of each of its periods: to a pointer, a finger, the keyboard and
//! a screen reader.

use super::accessibility::{axe, tree};
use super::page::Page;
use super::pointing::{ROOT, active, focused_option, lies, mark, names, open, tooltip_text};
use thirtyfour::Key;
use xtask::browser::Media;

const TREND: &str = "<kansrijke-start id=c indicator=tienermoeders region=Utrecht view=trend \
                     details=open></kansrijke-start>";

/// What all marks are called.
fn labels(page: &Page) -> Vec<String> {
    let labels = format!(
        "JSON.stringify([...{ROOT}.querySelectorAll('.mark')].map(m => m.getAttribute('aria-label')))"
    );
    serde_json::from_str(&page.text(&labels)).expect("labels")
}

/// The rows of the table, by their cells.
fn rows(page: &Page) -> Vec<Vec<String>> {
    let rows = format!(
        "JSON.stringify([...{ROOT}.querySelectorAll('tbody tr')]\
         .map(row => [...row.cells].map(cell => cell.textContent)))"
    );
    serde_json::from_str(&page.text(&rows)).expect("rows")
}

/// The tooltip and the picture do not lie on each other.
fn assert_beside(page: &Page, what: &str) {
    let tooltip = lies(page, &format!("{ROOT}.querySelector('.tooltip')"));
    let picture = lies(page, &format!("{ROOT}.querySelector('svg')"));
    assert!(
        tooltip[3] <= picture[1] || tooltip[1] >= picture[3],
        "{what}: {tooltip:?} covers {picture:?}"
    );
    let width: f64 = page.browser.eval("innerWidth").expect("a width");
    assert!(tooltip[0] >= 0.0 && tooltip[2] <= width, "{what}: {tooltip:?}");
}

#[test]
fn each_period_says_what_its_rows_of_the_table_say() {
    for (chart, unit) in [
        (TREND.to_string(), " per 1.000"),
        (TREND.replace("tienermoeders", "eerste-kinderen"), ""),
        (TREND.replace("Utrecht", "Ede"), " per 1.000"),
        (
            TREND.replace("tienermoeders", "leeftijd-eerste-kind").replace("Utrecht", "NL01"),
            " jaar",
        ),
    ] {
        let page = open(1200, &chart);
        let labels = labels(&page);
        // Years do not share a line with pools, which only the table has.
        let rows: Vec<_> = rows(&page).into_iter().filter(|row| !row[0].contains('-')).collect();
        let mut periods: Vec<&str> = rows.iter().map(|row| row[0].as_str()).collect();
        periods.dedup();
        periods.reverse();
        assert_eq!(names(&page), periods, "{chart}");
        for row in &rows {
            let label = labels.iter().find(|l| l.starts_with(&row[0])).expect("a mark");
            let [_, region, value, ..] = row.as_slice() else { panic!("{row:?}") };
            let said = match row.as_slice() {
                _ if !value.starts_with(|c: char| c.is_ascii_digit()) => {
                    format!("{region}: {value}")
                }
                [_, _, _, margin, counted, all] => format!(
                    "{region}: {value}{unit} ({counted} van de {all}); marge (95%): {margin}"
                ),
                _ => format!("{region}: {value}{unit}"),
            };
            let is_whole = |end: &str| label.ends_with(end) || label.contains(&format!("{end}; "));
            assert!(is_whole(&said), "{said} in {label}");
        }
        page.assert_quiet();
    }
}

#[test]
fn withheld_and_missing_years_say_so() {
    for (region, year, reason) in
        [("Ede", 0, "te weinig kinderen om te tonen"), ("Utrecht", 2020, "nog niet opgehaald")]
    {
        let page = open(320, &TREND.replace("Utrecht", region));
        let said = format!("{region}: {reason}");
        let stop = labels(&page).iter().position(|label| {
            label.contains(&said) && (year == 0 || label.starts_with(&year.to_string()))
        });
        page.tap(page.middle(&mark(stop.expect("a year without a figure"))));
        page.wait_for(&format!("!{ROOT}.querySelector('.tooltip').hidden"));
        let tooltip = tooltip_text(&page);
        assert!(tooltip.contains(&said) && tooltip.contains("Nederland: "), "{tooltip}");
        assert_beside(&page, &said);
    }
}

/// Where the dots of the own line stand, and where its periods with a figure do, in units.
fn columns(page: &Page) -> Vec<[f64; 2]> {
    page.browser
        .eval(&format!(
            "(() => {{ const own = {ROOT}.querySelector('tr.own th').textContent; \
             const dots = [...{ROOT}.querySelectorAll('svg > .dot.own')]\
               .flatMap(dot => [...dot.getAttribute('d').matchAll(/M(\\d+) \\d+a(\\d+)/g)])\
               .map(([, x, radius]) => Number(x) + Number(radius)).sort((a, b) => a - b); \
             const said = [...{ROOT}.querySelectorAll('.mark')]\
               .filter(m => new RegExp(`^[^:]+: ${{own}}: [\\\\d]`).test(m.getAttribute('aria-label')))\
               .map(m => Number(/M(\\d+)/.exec(m.querySelector('.guide').getAttribute('d'))[1])); \
             return said.map((x, nth) => [x, dots[nth] ?? -1]); }})()"
        ))
        .expect("places")
}

#[test]
fn a_period_stands_where_its_dot_stands() {
    let small = "compare='NL01, GM0599, GM0518, GG2514' view=trend";
    for chart in [
        TREND.to_string(),
        TREND.replace("Utrecht", "Ede"),
        TREND.replace("view=trend", small),
        TREND.replace("tienermoeders", "leeftijd-eerste-kind").replace("Utrecht", "NL01"),
        TREND.replace("tienermoeders", "levendgeborenen").replace("Utrecht", "Zeewolde"),
        TREND.replace("tienermoeders", "nu-niet-zwanger").replace("Utrecht", "NL01"),
    ] {
        let page = open(1200, &chart);
        for width in [1200, 320] {
            page.run(&format!(
                "document.querySelector('main').style.maxWidth = '{}px'",
                width - 40
            ));
            // In a wide box the text stands left of the picture.
            let picture = if width > 960 { width - 40 - 352 } else { width - 40 };
            page.wait_for(&format!(
                "Math.abs({ROOT}.querySelector('svg').getBoundingClientRect().width - {picture}) < 40"
            ));
            page.wait_for(&format!("{ROOT}.querySelector('svg[role=listbox]')"));
            let columns = columns(&page);
            assert!(!columns.is_empty(), "{chart}");
            for [said, drawn] in &columns {
                assert!((said - drawn).abs() <= 4.0, "{chart} at {width}: {columns:?}");
            }
        }
    }
}

#[test]
fn the_pointer_is_told_anywhere_in_the_column_of_a_year() {
    for width in [1200, 600, 320] {
        let page = open(width, &TREND.replace(" details=open", ""));
        let names = names(&page);
        let (x, y) = page.middle(&mark(3));
        let [left, top, right, bottom] = lies(&page, &mark(3));
        for (x, y) in [(left + 1.5, y as f64), (right - 1.5, top + 30.0), (x as f64, bottom - 3.0)]
        {
            page.point((x.round() as i64, y.round() as i64));
            assert!(tooltip_text(&page).starts_with(&names[3]), "{width}: {}", tooltip_text(&page));
        }
        assert!(tooltip_text(&page).contains("Nederland: "), "{}", tooltip_text(&page));
        assert_beside(&page, &format!("a year at {width}"));
        assert_eq!(page.count("document.documentElement.scrollWidth"), width);
        page.keys(Key::Escape);
        assert_eq!(tooltip_text(&page), "");
        page.point((x, y));
        assert_eq!(tooltip_text(&page), "", "not until another year");
        page.point(page.middle(&mark(4)));
        assert!(tooltip_text(&page).starts_with(&names[4]), "{}", tooltip_text(&page));
        page.point((x, 1));
        assert_eq!(tooltip_text(&page), "");
        page.assert_quiet();
    }
}

#[test]
fn a_tap_elsewhere_takes_it_away() {
    for elsewhere in [
        "document.querySelector('h1')",
        "document.querySelector('#c').shadowRoot.querySelector('.sentence')",
    ] {
        let page = open(320, &TREND.replace(" details=open", ""));
        page.tap(page.middle(&mark(2)));
        page.wait_for(&format!("!{ROOT}.querySelector('.tooltip').hidden"));
        // A tap on it keeps it: somebody may want to mark its text.
        let [left, top, right, bottom] = lies(&page, &format!("{ROOT}.querySelector('.tooltip')"));
        page.tap((f64::midpoint(left, right) as i64, f64::midpoint(top, bottom) as i64));
        assert!(!tooltip_text(&page).is_empty());
        page.run("scrollTo(0, 0)");
        let [left, top, ..] = lies(&page, elsewhere);
        page.tap((left as i64 + 3, top as i64 + 3));
        page.wait_for(&format!("{ROOT}.querySelector('.tooltip').hidden"));
        assert!(!page.text("JSON.stringify(reported)").contains("select"), "a year is no choice");
    }
}

#[test]
fn the_keyboard_walks_through_the_years() {
    let page = open(600, &TREND.replace(" details=open", ""));
    let names = names(&page);
    page.keys(Key::Tab);
    assert_eq!(active(&page), "2015", "the year of the sentence");
    assert!(tooltip_text(&page).starts_with("2015"));
    page.keys(Key::Left);
    assert_eq!(active(&page), "2014");
    page.keys(Key::End);
    assert_eq!(Some(&active(&page)), names.last());
    page.keys(Key::Home);
    assert_eq!(active(&page), names[0]);
    page.keys("2012");
    assert_eq!(active(&page), "2012");
    assert_eq!(focused_option(&page), "2012");
    assert!(tooltip_text(&page).starts_with("2012"));
    assert_beside(&page, "by keyboard");
    page.keys(Key::Enter);
    page.keys(Key::Escape);
    assert_eq!((tooltip_text(&page).as_str(), active(&page).as_str()), ("", "2012"));
    page.keys(Key::Right);
    assert!(tooltip_text(&page).starts_with("2013"));
    page.keys(Key::Tab);
    assert_eq!(page.text("document.activeElement.shadowRoot.activeElement.localName"), "summary");
    assert_eq!(tooltip_text(&page), "");
    page.assert_quiet();
}

#[test]
fn a_number_is_one_stop_with_its_counts() {
    for (region, said) in [("Utrecht", "van de"), ("Ameland", "te weinig kinderen om te tonen")] {
        for width in [1200, 320] {
            let chart = TREND.replace("trend details=open", "number").replace("Utrecht", region);
            let page = open(width, &chart);
            assert_eq!(names(&page).len(), 1);
            page.point(page.middle(&mark(0)));
            let tooltip = tooltip_text(&page);
            assert!(
                tooltip.contains(&format!("{region}: ")) && tooltip.contains(said),
                "{tooltip}"
            );
            assert_beside(&page, region);
            page.keys(Key::Escape);
            page.keys(Key::Tab);
            assert_eq!(tooltip_text(&page), tooltip);
        }
    }
}

#[test]
fn a_screen_reader_hears_each_year_once() {
    for chart in [TREND.to_string(), TREND.replace("view=trend", "")] {
        let page = open(1200, &chart);
        page.keys(Key::Tab);
        assert_ne!(tooltip_text(&page), "");
        let nodes = tree(&page);
        let of = |role: &str| nodes.iter().filter(|n| n[0] == role).count();
        assert_eq!((of("listbox"), of("image"), of("figure"), of("table")), (1, 0, 1, 1));
        let mut options: Vec<&str> =
            nodes.iter().filter(|n| n[0] == "option").map(|n| n[1].as_str()).collect();
        let count = options.len();
        options.sort_unstable();
        options.dedup();
        assert_eq!((options.len(), count), (count, names(&page).len()));
        // Where no table is read, the text of the tooltip is nowhere but in the option.
        let said = options[0].split("; ").next().expect("a part");
        let heard = nodes.iter().filter(|n| n[1].contains(said)).count();
        assert_eq!(heard, 1, "{said}");
        let list = nodes.iter().find(|n| n[0] == "listbox").expect("a list");
        assert!(
            list[1].starts_with("Utrecht: minder") && list[2].starts_with("In Utrecht"),
            "{list:?}"
        );
    }
}

#[test]
fn axe_finds_nothing_while_a_year_is_open() {
    for (width, dark) in [(1200, true), (320, false)] {
        let page = open(width, TREND);
        page.browser.emulate(Media { dark, ..Media::default() }).expect("colours");
        page.keys(Key::Tab);
        assert_ne!(tooltip_text(&page), "");
        let violations = axe(&page);
        assert!(violations.is_empty(), "at {width}: {violations:#?}");
    }
}

/// A page may leave the table out; forced colours have a line of their own; nothing moves.
#[test]
fn it_needs_no_table_no_colour_and_no_motion() {
    let page = open(1200, &TREND.replace("details=open", "details=none"));
    page.force_colours();
    page.keys(Key::Tab);
    assert!(tooltip_text(&page).contains("van de"), "{}", tooltip_text(&page));
    let stroke = |mark: &str| {
        page.text(&format!("getComputedStyle({ROOT}.querySelector('{mark} .guide')).stroke"))
    };
    assert_eq!(
        (&*stroke(".mark.active"), &*stroke(".mark:not(.active)")),
        ("rgb(0, 0, 0)", "none")
    );
    let moving =
        format!("{ROOT}.querySelector('.tooltip').getAnimations({{ subtree: true }}).length");
    assert_eq!(page.count(&moving), 0);
}
