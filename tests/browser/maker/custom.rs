// SPDX-License-Identifier: EUPL-1.2
//! Figures of one's own in the maker: read, drawn, and given as lines.

use super::super::embeds::assert_valid;
use super::{KEPT, Maker, document, drop};
use std::collections::BTreeMap;
use xtask::project;
use xtask::server::Route;

const CUSTOM: &str = "document.querySelector('#custom-preview').firstElementChild?.shadowRoot";

#[test]
fn a_file_of_custom_data_is_drawn_and_leaves_no_trace_on_the_line() {
    let maker = Maker::open();
    let before = maker.server.requests().len();
    drop(
        &maker,
        r"'Gemeente;Jaar;Teller;Noemer\nEde;2023;120;1.300\nEde;2024;131;1.310\nNederland;2024;17000;165000\n'",
    );
    maker.wait_for(&format!("{CUSTOM}?.querySelector('.sentence')"));
    let said = maker.text(&format!("{CUSTOM}.querySelector('.sentence').textContent"));
    assert!(said.contains("Ede") && said.contains("10,0%"), "{said}");
    // What reads the file is fetched, and nothing is sent. What comes in idle time may come now.
    let asked = maker.server.requests().split_off(before);
    let idle = ["/pkg/later.js", "/pkg/interaction.js"];
    let asked: Vec<_> = asked.into_iter().filter(|path| !idle.contains(&path.as_str())).collect();
    assert_eq!(asked, ["/pkg/module.js", "/pkg/tools_bg.wasm"]);
    assert_eq!(maker.text("document.querySelector('#custom-problems').textContent"), "");
}

#[test]
fn our_own_files_of_figures_are_read_back() {
    let maker = Maker::open();
    maker.choose("#custom-kind", "rate");
    maker.choose("#custom-view", "number");
    for excel in [false, true] {
        let file = format!(
            "await (await import('./kansrijke-start.js')).load({{ indicator: 'tienermoeders', region: 'Ede' }})\
             .then((figures) => figures.toCSV({{ excel: {excel} }}))"
        );
        // Ede alone, year by year.
        let only = if excel { "/^Onderwerp|Ede.*;201\\d;/" } else { "/^indicator|Ede,201\\d,/" };
        let file = format!(
            "({file}).replace('\\ufeff', '').split('\\n').filter((line) => {only}.test(line)).join('\\n')"
        );
        let dropped: serde_json::Value = maker
            .browser
            .eval(&format!("(async () => {{ window.file = {file}; return null; }})()"))
            .expect("a file");
        assert!(dropped.is_null());
        let before = "document.querySelector('#custom-preview').replaceChildren()";
        let _: serde_json::Value = maker.browser.eval(&format!("{before} ?? null")).expect("none");
        drop(&maker, "window.file");
        // The rows come after the picture.
        maker.wait_for(&format!("{CUSTOM}?.querySelector('table')"));
        let said = maker.text(&format!("{CUSTOM}.querySelector('figure').textContent"));
        // Too few is not none, and a code is not a name.
        assert!(said.contains("2015Edete weinig kinderen om te tonen"), "{said}");
        assert!(!said.contains("geen cijfer") && !said.contains("GM0228"), "{said}");
    }
}

#[test]
fn files_are_read_as_excel_writes_them() {
    let maker = Maker::open();
    let text = r"'Gemeente;Jaar;Cijfer\r\nSúdwest-Fryslân;2024;12,5\r\n'";
    let bytes = |expression: &str| format!("Uint8Array.from({expression})");
    let codes = format!("[...{text}].map(c => c.charCodeAt(0))");
    for file in [
        // Unicode text, CSV of an older Excel, and with its first line that says what divides.
        bytes(&format!("[0xff, 0xfe, ...{codes}.flatMap(c => [c & 255, c >> 8])]")),
        bytes(&codes),
        format!("'sep=;\\r\\n' + {text}"),
    ] {
        let before = "document.querySelector('#custom-preview').replaceChildren()";
        let _: serde_json::Value = maker.browser.eval(&format!("{before} ?? null")).expect("none");
        drop(&maker, &file);
        maker.wait_for(&format!("{CUSTOM}?.querySelector('.sentence')"));
        let said = maker.text(&format!("{CUSTOM}.querySelector('h3').textContent"));
        assert!(said.contains("Súdwest-Fryslân"), "{file}: {said}");
        assert_eq!(maker.text("document.querySelector('#custom-problems').textContent"), "");
    }
}

const CUSTOM_LINES: &str = "document.querySelector('#custom-lines').value";

#[test]
fn lines_for_custom_data_draw_elsewhere_and_hold_nothing_that_is_withheld() {
    let maker = Maker::open();
    maker.keep_files();
    drop(
        &maker,
        r"'gemeente;jaar;teller;noemer\nEde;2019;<10;1.290\nEde;2020;7;1.210\nEde;2021;-;1.220\nEde;2022;120;1.300\nEde;2023*;131;1.310\nNederland;2023;17000;165000\n'",
    );
    maker.wait_for(&format!("{CUSTOM_LINES}.includes('application/json')"));
    let lines = maker.text(CUSTOM_LINES);
    assert!(!lines.contains("\"numerator\":7") && !lines.contains("1210"), "{lines}");
    assert_eq!(lines.matches("withheld").count(), 2, "{lines}");
    assert!(lines.contains("\"status\":\"provisional\""), "{lines}");
    assert_valid(&BTreeMap::from([("own.html".to_string(), document(&lines) + "\n")]));
    let drawn =
        "document.querySelector('kansrijke-start')?.shadowRoot?.querySelector('.figure svg')";
    let sentence = "document.querySelector('kansrijke-start').shadowRoot.querySelector('.sentence').textContent";
    let page = maker.pasted(&lines, "/eigen");
    page.wait_for(drawn).expect("the chart");
    let said = page.eval::<String>(sentence).expect("a sentence");
    assert!(said.contains("Ede") && said.contains("10,0%") && said.contains("voorlopig"), "{said}");
    let left = "String(document.querySelectorAll('main p').length)";
    page.wait_for(&format!("{left} === '0'")).expect("no sentence beside the chart");
    // As a file.
    maker.click("#custom-forms [value=file]");
    maker.choose("#custom-address", &maker.server.url("/eigen-cijfers.js"));
    maker.wait_for(&format!("{CUSTOM_LINES}.includes('eigen-cijfers.js')"));
    let script = maker.text(KEPT);
    assert!(!script.contains("\"numerator\": 7"), "{script}");
    maker.server.route("/eigen-cijfers.js", Route::script(script));
    let page = maker.pasted(&maker.text(CUSTOM_LINES), "/bestand");
    page.wait_for(drawn).expect("the chart");
    assert_eq!(page.eval::<String>(sentence).expect("a sentence"), said);
}

#[test]
fn the_block_of_the_readme_draws() {
    let maker = Maker::open();
    let readme = std::fs::read_to_string(project::path("README.md")).expect("the README");
    let block = readme.split("```html\n").find_map(|part| {
        let (block, _) = part.split_once("```")?;
        block.contains("application/json\">").then_some(block)
    });
    let block = block.expect("a block with figures");
    assert_valid(&BTreeMap::from([("block.html".to_string(), document(block.trim()) + "\n")]));
    // What the JSON says of a core elsewhere does not count.
    let block = block.replace("\"kind\"", "\"module\": \"https://evil.example/a.wasm\", \"kind\"");
    let script = "<script type=\"module\" src=\"/pkg/kansrijke-start.js\"></script>";
    let page = maker.pasted(&[script, &block].concat(), "/blok");
    page.wait_for(
        "document.querySelector('kansrijke-start')?.shadowRoot?.querySelector('.figure svg')",
    )
    .expect("the chart");
    assert!(page.console().expect("a console").is_empty());
    // Where it fails the sentence stays.
    let page = maker.pasted(&[script, &block.replace("84", "9999")].concat(), "/kapot");
    page.wait_for("performance.getEntriesByName(location.origin + '/pkg/tools_bg.wasm').length")
        .expect("the tools");
    page.wait_for("document.querySelector('[data-region]:not([data-kansrijke-start]) > p')")
        .expect("the sentence");
    assert!(page.eval::<bool>("!document.querySelector('kansrijke-start')").expect("none"));
}
