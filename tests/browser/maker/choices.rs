// SPDX-License-Identifier: EUPL-1.2
//! What can be chosen in the maker: subjects, attributes, and the address that keeps them.

use super::super::accessibility::axe;
use super::super::page::Page;
use super::{LINES, Maker};
use xtask::browser::{Browser, Media};

/// The groups of subjects, with how many are in each.
const GROUPS: &str =
    "[...document.querySelectorAll('#indicator optgroup')].map((group) => group.label).join(', ')";

#[test]
fn subjects_are_listed_by_what_a_region_has() {
    let maker = Maker::open();
    let has = |region: &str, id: &str| {
        let group = format!("document.querySelector('#indicator option[value={id}]').parentNode");
        let label = maker.text(&format!("{group}.label.replace(/ \\(\\d+\\)$/, '')"));
        assert_eq!(maker.browser.eval::<bool>(&format!("{group}.disabled")).expect("it"), {
            label == "Nog geen cijfers"
        });
        (region.to_string(), label)
    };
    let own = |region: &str| (region.to_string(), format!("Cijfers van {region}"));
    assert_eq!(has("Utrecht", "tienermoeders"), own("Utrecht"));
    assert_eq!(has("Utrecht", "borstvoeding-6-maanden").1, "Alleen landelijk");
    assert_eq!(has("Utrecht", "vroeggeboorte-cbs").1, "Alleen van andere gebieden");
    // One that stands in the catalogue without figures.
    assert_eq!(has("Utrecht", "plan-van-aanpak").1, "Nog geen cijfers");
    maker.choose("#region", "Nederland");
    maker.wait_for(&format!("{GROUPS}.startsWith('Cijfers van Nederland')"));
    assert_eq!(has("Nederland", "borstvoeding-6-maanden"), own("Nederland"));
    maker.wait_for(&format!("{LINES}.includes('NL01')"));
    assert_eq!(maker.text("document.querySelector('#indicator').value"), "tienermoeders");
}

const WHY: &str = "document.querySelector('#why').textContent";

#[test]
fn what_does_not_draw_gives_no_lines_and_says_why() {
    let maker = Maker::open();
    maker.choose("#indicator", "borstvoeding-6-maanden");
    maker.wait_for(&format!("{WHY}.includes('Van Utrecht is er geen cijfer')"));
    maker.choose("#view", "map");
    maker.wait_for(&format!("{WHY}.includes('Er zijn geen regels') && {LINES} === ''"));
    assert!(maker.text(WHY).contains("alleen landelijke cijfers"), "{}", maker.text(WHY));
    assert!(maker.browser.eval::<bool>("document.querySelector('#copy').disabled").expect("it"));
    let press = "document.querySelector('#why button').click() ?? null";
    let _: serde_json::Value = maker.browser.eval(press).expect("the country");
    maker.wait_for(&format!("{LINES}.includes('region=\"NL01\"') && {WHY}.trim() === ''"));
    maker.choose("#region", "Nergenshuizen");
    maker.wait_for(&format!("{WHY}.includes('Nergenshuizen') && {LINES} === ''"));
    // A table is no picture.
    maker.choose("#region", "Utrecht");
    maker.choose("#indicator", "tienermoeders");
    maker.choose("#view", "table");
    maker.press("picture");
    maker.wait_for(&format!("{WHY}.includes('Er zijn geen regels') && {LINES} === ''"));
}

#[test]
fn every_attribute_is_offered_and_stands_in_the_lines() {
    let maker = Maker::open();
    maker.choose("#view", "trend");
    for (field, value) in [
        ("#compare", "Den Haag, Rotterdam"),
        ("#period", "2010-2015"),
        ("#follow", "?gemeente"),
        ("#edition", ""),
        ("#src", "data/"),
        ("#loading", "lazy"),
        ("#heading", "own"),
        ("#own-heading", "Een \"eigen\" kop"),
    ] {
        maker.choose(field, value);
    }
    maker.click("[name=control-region]");
    maker.click("[name=control-period]");
    maker.click("#add-note");
    maker.remark("period", "2013");
    maker.remark("text", "Een <b>nieuw</b> ziekenhuis");
    maker.wait_for(&format!("{LINES}.includes('ziekenhuis')"));
    let lines = maker.text(LINES);
    for part in [
        "compare=\"GM0518,GM0599\"",
        "period=\"2010-2015\"",
        "follow=\"?gemeente\"",
        "src=\"data/\"",
        "loading=\"lazy\"",
        "heading=\"Een &quot;eigen&quot; kop\"",
        "controls=\"region period\"",
        "<li data-period=\"2013\">Een &lt;b&gt;nieuw&lt;/b&gt; ziekenhuis</li>",
    ] {
        assert!(lines.contains(part), "{part} is not in {lines}");
    }
    // The fields are those of the element, and each has an effect.
    let fields = "const names = new Set([...document.querySelector('#choices').elements].map(({ name }) => name.replace(/^control-.*/, 'controls'))); \
                  return customElements.get('kansrijke-start').observedAttributes.filter((name) => !names.has(name)).join(' ');";
    assert_eq!(maker.text(&format!("(() => {{ {fields} }})()")), "");
    maker.choose("#view", "story");
    maker.wait_for(&format!("{LINES}.includes('view=\"story\"')"));
    let story = maker.text(LINES);
    for none in ["compare=", "period=\"", "controls=", "indicator=\""] {
        let (_, element) = story.split_once("<kansrijke-start").expect("an element");
        let (tag, _) = element.split_once('>').expect("a tag");
        assert!(!tag.contains(none), "{none} stands in {tag}");
    }
}

#[test]
fn some_subjects_and_the_order_of_rows_can_be_chosen() {
    let maker = Maker::open();
    maker.choose("#view", "heatmap");
    maker.choose("#within", "PV26");
    maker.choose("#sort", "geboortecijfer");
    maker.click("#several [value=tienermoeders]");
    maker.click("#several [value=geboortecijfer]");
    maker.wait_for(&format!(
        "{LINES}.includes('indicator=\"tienermoeders,geboortecijfer\"') && {LINES}.includes('sort=\"geboortecijfer\"')"
    ));
}

#[test]
fn its_address_keeps_what_was_chosen_but_not_where_scripts_come_from() {
    let maker = Maker::open();
    maker.choose("#region", "Ede");
    maker.choose("#view", "trend");
    maker.choose("#compare", "Barneveld");
    maker.choose("#src", "data/");
    maker.choose("#base", "https://www.example.nl/elders/");
    maker.click("[name=control-region]");
    maker.click("[name=width][value=\"320\"]");
    maker.click("#add-note");
    maker.remark("period", "2013");
    maker.remark("text", "Een streep | en een &");
    maker.press("block");
    maker.wait_for(&format!("{LINES}.includes('streep') && {LINES}.includes('<div')"));
    let lines = maker.text(LINES);
    let address = maker.text("location.href");
    assert!(!address.contains("elders") && !address.contains("src"), "{address}");
    let other = Browser::start().expect("a browser");
    other.open(&address).expect("the maker");
    other.wait_for("document.documentElement.dataset.ready === ''").expect("the maker");
    assert_eq!(other.eval::<String>(LINES).expect("lines"), lines);
    assert_eq!(other.eval::<String>("location.href").expect("an address"), address);
    let width = "String(document.querySelector('#preview kansrijke-start').offsetWidth)";
    assert_eq!(other.eval::<String>(width).expect("a width"), "320");
    let said = "document.querySelector('#restored').textContent";
    assert!(other.eval::<String>(said).expect("a line").contains("adres"));
    // An address that somebody else made up says nothing of where scripts come from.
    let made = format!("{}&base=https://evil.example/&src=https://evil.example/", address);
    other.open("about:blank").expect("nothing");
    other.open(&made).expect("the maker");
    other.wait_for("document.documentElement.dataset.ready === ''").expect("the maker");
    let base = "document.querySelector('#base').value + document.querySelector('#src').value";
    assert!(!other.eval::<String>(base).expect("a base").contains("evil"));
    // Another address in the same page is followed.
    let _: serde_json::Value =
        other.eval("(() => { location.hash = 'region=Urk'; return null; })()").expect("a change");
    other.wait_for(&format!("{LINES}.includes('GM0184')")).expect("Urk");
}

/// Nothing is wrong with all of its fields in sight, and nothing stands beside the page.
#[test]
fn axe_finds_nothing_in_it() {
    let page = Page::open("");
    for (width, dark) in [(1200, false), (600, true), (320, false)] {
        page.browser.resize(width, 900).expect("a window");
        page.browser.emulate(Media { dark, ..Media::default() }).expect("colours");
        page.browser.open("about:blank").expect("nothing");
        let address = "/pkg/maker.html#view=heatmap&within=PV26&note=2013||Een+opmerking";
        page.browser.open(&page.server.url(address)).expect("the maker");
        page.wait_for("document.documentElement.dataset.ready === ''");
        page.run("for (const part of document.querySelectorAll('details, #custom-paste')) Object.assign(part, { open: true, hidden: false })");
        let violations = axe(&page);
        assert!(violations.is_empty(), "at {width}, dark {dark}: {violations:#?}");
        let wide = "document.documentElement.scrollWidth - innerWidth";
        assert!(page.browser.eval::<i32>(wide).expect("a number") <= 0, "at {width}");
    }
}
