// SPDX-License-Identifier: EUPL-1.2
//! Tables are seen as a whole, at any width.

use super::page::{Page, READY_FOR_PAPER};
use xtask::server::Options;

/// How much of a table lies out of sight: to the right, and below.
fn hidden(page: &Page) -> (u32, u32) {
    let scroll = "document.querySelector('kansrijke-start').shadowRoot.querySelector('.scroll')";
    page.wait_for(&format!("{scroll}?.querySelector('tr')"));
    // What lays out tables that stand folded up comes after the picture.
    page.wait_for(READY_FOR_PAPER);
    (
        page.count(&format!("{scroll}.scrollWidth - {scroll}.clientWidth")),
        page.count(&format!("{scroll}.scrollHeight - {scroll}.clientHeight")),
    )
}

#[test]
fn a_table_is_seen_as_a_whole_unless_it_is_very_long() {
    let table = |width, attributes: &str| {
        let chart =
            format!("<kansrijke-start {attributes} loading=eager details=open></kansrijke-start>");
        hidden(&Page::open_with(Options::default(), width, &chart))
    };
    for width in [360, 640, 1200] {
        let years = table(width, "indicator=tienermoeders region=Utrecht view=trend");
        assert_eq!(years, (0, 0), "{width}");
    }
    let province = "indicator=tienermoeders region=Utrecht view=ranking within=PV26";
    assert_eq!(table(640, province), (0, 0));
    assert_eq!(table(320, province).1, 0, "26 rows are no reason to hide any");
    let (_, below) = table(640, "indicator=tienermoeders region=Utrecht view=ranking");
    assert!(below > 1000, "a table of 342 rows has no bounds");
}

/// The cells of a table that are cut off or lie over another cell of their row.
const CELLS: &str = "(() => {
    const box = document.querySelector('kansrijke-start').shadowRoot.querySelector('.scroll');
    const { left, right } = box.getBoundingClientRect();
    const meet = (a, b) => Math.min(a.right, b.right) - Math.max(a.left, b.left) > 1
      && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 1;
    const wrong = [];
    for (const { cells } of box.querySelectorAll('tr')) {
      const places = [...cells].map((cell) => cell.getBoundingClientRect());
      places.forEach((place, nth) => {
        const isCut = place.left < left - 1 || place.right > right + 1 || cells[nth].scrollWidth > cells[nth].clientWidth + 1;
        const isCovered = places.some((other, at) => at > nth && meet(place, other));
        if (isCut || isCovered) wrong.push(cells[nth].textContent);
      });
    }
    return JSON.stringify(wrong.slice(0, 5));
  })()";

#[test]
fn no_cell_lies_out_of_sight_in_a_narrow_column() {
    for asked in [
        "indicator=tienermoeders view=trend",
        "indicator=tienermoeders view=compare",
        "indicator=tienermoeders view=icons",
        "indicator=tienermoeders view=ranking within=peers",
        "indicator=tienermoeders view=ranking within=PV26",
        "indicator=tienermoeders view=map within=PV26",
        "view=profile",
        "view=heatmap within=PV26",
        "view=heatmap within=neighbours",
        "view=story",
    ] {
        let chart = format!(
            "<kansrijke-start region=Utrecht {asked} details=open loading=eager></kansrijke-start>"
        );
        let page = Page::open_with(Options::default(), 320, &chart);
        assert_eq!(hidden(&page).0, 0, "{asked}");
        assert_eq!(page.text(CELLS), "[]", "{asked}");
    }
}

#[test]
fn the_interval_stands_below_its_value_in_a_narrow_column() {
    let chart = "<kansrijke-start indicator=tienermoeders region=Utrecht view=trend details=open loading=eager></kansrijke-start>";
    for (width, is_below) in [(320, true), (1200, false)] {
        let page = Page::open_with(Options::default(), width, chart);
        hidden(&page);
        let below = "(() => {
            const rows = document.querySelector('kansrijke-start').shadowRoot.querySelectorAll('tr');
            const [value, interval] = rows[2].querySelectorAll('.number');
            const [one, other] = [value, interval].map((cell) => cell.getBoundingClientRect());
            return String(other.top > one.bottom - 1 && Math.abs(other.right - one.right) < 1);
          })()";
        assert_eq!(page.text(below), is_below.to_string(), "{width}");
    }
}
