// SPDX-License-Identifier: EUPL-1.2
//! What the package declares of the element, held against the element in a page.

use super::page::{DRAWN, Page};
use serde_json::Value;
use std::collections::BTreeSet;
use xtask::server::Route;

const CHART: &str = "<kansrijke-start id=c indicator=tienermoeders region=Ede view=ranking within=PV25></kansrijke-start>";
const ELEMENT: &str = "document.querySelector('#c')";

/// The declaration of the element in the manifest.
fn element() -> Value {
    let file = xtask::project::path("pkg/custom-elements.json");
    let manifest = std::fs::read_to_string(file).expect("the manifest");
    let manifest: Value = serde_json::from_str(&manifest).expect("JSON");
    let mut all = manifest["modules"][0]["declarations"].as_array().expect("declarations").iter();
    all.find(|one| one["customElement"] == true).expect("an element").clone()
}

/// The names in a list of the declaration.
fn names(list: &Value) -> BTreeSet<String> {
    let names = list.as_array().expect("a list").iter().map(|one| one["name"].as_str());
    names.map(|name| name.expect("a name").to_string()).collect()
}

#[test]
fn the_element_has_the_declared_tag_and_attributes() {
    let page = Page::open(CHART);
    page.wait_for(DRAWN);
    let declared = element();
    let tag = declared["tagName"].as_str().expect("a tag");
    let observed: BTreeSet<String> = page
        .browser
        .eval(&format!("customElements.get('{tag}').observedAttributes"))
        .expect("attributes");
    assert_eq!(observed, names(&declared["attributes"]));
}

#[test]
fn each_declared_property_is_its_attribute() {
    let page = Page::open("");
    let declared = element();
    let members = declared["members"].as_array().expect("members");
    for member in members {
        let [name, attribute] =
            ["name", "attribute"].map(|key| member[key].as_str().expect("a name"));
        let seen = page.text(&format!(
            "(() => {{ const chart = document.createElement('kansrijke-start'); const seen = []; \
             for (const value of ['a', 2, ['b', 'c'], true, '', false, undefined, null]) {{ \
               chart.{name} = value; seen.push(JSON.stringify([chart.getAttribute('{attribute}'), chart.{name}])); }} \
             chart.setAttribute('{attribute}', 'd'); return seen.concat(chart.{name}).join(' '); }})()"
        ));
        let none = r#"[null,""]"#;
        let expected =
            format!(r#"["a","a"] ["2","2"] ["b,c","b,c"] ["",""] ["",""] {none} {none} {none} d"#);
        assert_eq!(seen, expected, "{name}");
    }
}

#[test]
fn properties_that_were_set_before_it_was_an_element_are_not_lost() {
    let page = Page::open("");
    let bare = "<!doctype html><html lang=nl><title>Proef</title><h1>Proef</h1>\
                <kansrijke-start></kansrijke-start></html>";
    page.server.route("/bare", Route::html(bare));
    page.browser.open(&page.server.url("/bare")).expect("the page");
    let chart = "document.querySelector('kansrijke-start')";
    page.run(&format!(
        "Object.assign({chart}, {{ indicator: 'tienermoeders', region: 'Ede', headingLevel: 2, \
         other: 1 }}); document.body.append(Object.assign(document.createElement('script'), \
         {{ type: 'module', src: '/pkg/kansrijke-start.js' }}))"
    ));
    page.wait_for(&format!(
        "{chart}.shadowRoot?.querySelector('h2')?.textContent.startsWith('Ede: ')"
    ));
    assert_eq!(page.text(&format!("{chart}.getAttribute('region')")), "Ede");
    assert_eq!(page.count(&format!("{chart}.other")), 1);
    // From now on the attribute and the property are one.
    page.run(&format!("{chart}.region = 'Leiden'"));
    page.wait_for(&format!(
        "{chart}.shadowRoot.querySelector('h2').textContent.startsWith('Leiden: ')"
    ));
    // What others keep on it is left alone, also what nobody may delete.
    page.run(&format!(
        "Object.defineProperty({chart}, 'own', {{ value: 1, enumerable: true }}); \
         document.body.append({chart})"
    ));
    assert_eq!(page.text(&format!("String({chart}.isConnected && {chart}.own)")), "1");
    let console = page.browser.console().expect("a console");
    assert!(console.is_empty(), "{console:?}");
}

#[test]
fn the_element_dispatches_the_declared_events() {
    let page = Page::open("");
    page.run(
        "window.types = new Set(); const original = EventTarget.prototype.dispatchEvent; \
         EventTarget.prototype.dispatchEvent = function (event) { \
           if (this.matches?.('kansrijke-start')) types.add(event.type); \
           return original.call(this, event); }",
    );
    page.run(&format!("document.querySelector('h2').insertAdjacentHTML('afterend', `{CHART}`)"));
    page.wait_for(&format!("{ELEMENT}?.shadowRoot?.querySelector('svg[role=listbox]')"));
    page.click(page.middle(&format!("{ELEMENT}.shadowRoot.querySelector('.mark')")));
    page.run(&format!("{ELEMENT}.setAttribute('region', 'Lutjebroek')"));
    page.wait_for(&format!("{ELEMENT}.shadowRoot.querySelector('.notice')"));
    let dispatched: BTreeSet<String> = page.browser.eval("[...types]").expect("types");
    assert_eq!(dispatched, names(&element()["events"]));
}

#[test]
fn the_custom_properties_have_the_declared_names_and_defaults() {
    let page = Page::open(CHART);
    page.wait_for(DRAWN);
    let declared = element();
    let used: BTreeSet<String> = page
        .browser
        .eval(&format!(
            "[...{ELEMENT}.shadowRoot.adoptedStyleSheets].flatMap(sheet => [...sheet.cssRules])\
             .flatMap(rule => rule.cssText.match(/--kansrijke-start-[a-z-]+/g) ?? [])"
        ))
        .expect("properties");
    assert_eq!(used, names(&declared["cssProperties"]));
    // What a property comes to: a colour by its role, the others in the heading.
    page.run(&format!(
        "const root = {ELEMENT}.shadowRoot; const probe = document.createElement('span'); \
         root.querySelector('.frame').append(probe); \
         window.computed = (name) => {{ \
           const role = /^--kansrijke-start-([a-z]+)-color$/.exec(name)?.[1]; \
           probe.style.color = role ? `var(--${{role}})` : ''; \
           const heading = getComputedStyle(root.querySelector('h3')); \
           return role ? getComputedStyle(probe).color : name.includes('size') ? heading.fontSize : heading.fontFamily; }}; \
         window.computedWith = (name, value) => {{ \
           {ELEMENT}.style.setProperty(name, value); const found = computed(name); \
           {ELEMENT}.style.removeProperty(name); return found; }};"
    ));
    for property in declared["cssProperties"].as_array().expect("properties") {
        let (name, default) =
            (property["name"].as_str().expect("a name"), property["default"].as_str());
        let default = default.expect("a default");
        let other = match name {
            name if name.ends_with("-color") => "#012345",
            name if name.ends_with("-size") => "3px",
            _ => "monospace",
        };
        let with = |value: &str| page.text(&format!("computedWith('{name}', '{value}')"));
        let without = page.text(&format!("computed('{name}')"));
        assert_ne!(with(other), without, "{name} changes nothing");
        // A property that is set to inherit takes the value of the page, not of the font.
        if default != "inherit" {
            assert_eq!(with(default), without, "{name} is not {default} by default");
        }
    }
}
