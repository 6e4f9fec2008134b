// SPDX-License-Identifier: EUPL-1.2
//! The order of the modules in `src/lib.rs` is the architecture: a file names only layers above
//! its own, and a folder's files only those above them in its `mod.rs`.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that fails should stop")]

use std::fs;
use std::path::{Path, PathBuf};

/// The modules that a file declares, in order.
fn declared(file: &Path) -> Vec<String> {
    let text = fs::read_to_string(file).unwrap();
    let names = text.lines().filter_map(|line| {
        let rest = line.trim_start_matches("pub ").strip_prefix("mod ")?;
        rest.strip_suffix(';').map(str::to_string)
    });
    names.collect()
}

/// The layer names that stand behind `prefix` in code, also inside `prefix{a, b}`.
fn named(text: &str, prefix: &str) -> Vec<String> {
    let code = text.lines().filter(|line| !line.trim_start().starts_with("//"));
    let code: String = code.collect::<Vec<_>>().join("\n");
    let mut names = Vec::new();
    for (at, _) in code.match_indices(prefix) {
        let rest = &code.get(at + prefix.len()..).unwrap();
        let rest = match rest.strip_prefix('{') {
            Some(list) => list.split('}').next().unwrap(),
            None => rest.split([';', ' ', '(', ')', ',', '\n', '>', '<']).next().unwrap(),
        };
        for part in rest.split(',') {
            let name = part.trim().split("::").next().unwrap();
            names.push(name.to_string());
        }
    }
    names
}

fn sources(folder: &Path) -> Vec<PathBuf> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            files.extend(sources(&path));
        } else if path.extension().is_some_and(|e| e == "rs") {
            files.push(path);
        }
    }
    files
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("src")
}

#[test]
fn a_layer_names_only_layers_above_it() {
    let layers = declared(&root().join("lib.rs"));
    assert!(layers.len() > 8, "{layers:?}");
    let mut seen = 0;
    for (own, layer) in layers.iter().enumerate() {
        let file = root().join(layer).with_extension("rs");
        let files = if file.is_file() { vec![file] } else { sources(&root().join(layer)) };
        assert!(!files.is_empty(), "{layer} has no files");
        for file in files {
            let text = fs::read_to_string(&file).unwrap();
            for name in named(&text, "crate::") {
                seen += 1;
                let place = layers.iter().position(|l| *l == name);
                assert!(
                    place.is_some_and(|place| place <= own),
                    "{} names {name}, which is not above {layer}",
                    file.display()
                );
            }
        }
    }
    assert!(seen > 100, "only {seen} names were found: the test reads nothing");
}

#[test]
fn every_folder_begins_with_what_it_is() {
    for folder in folders() {
        let text = fs::read_to_string(folder.join("mod.rs")).unwrap();
        let first = text.lines().find(|line| !line.starts_with("// SPDX"));
        assert!(first.is_some_and(|line| line.starts_with("//! ")), "{}", folder.display());
    }
}

/// Every folder of sources that declares modules, however deep it lies.
fn folders() -> Vec<PathBuf> {
    let all = sources(&root()).into_iter();
    all.filter(|file| file.ends_with("mod.rs")).map(|file| file.parent().unwrap().into()).collect()
}

/// The module of a folder that a file in it belongs to: itself, or the folder that it lies in.
fn module(folder: &Path, file: &Path) -> String {
    let inside = file.strip_prefix(folder).unwrap();
    inside.components().next().unwrap().as_os_str().to_string_lossy().replace(".rs", "")
}

/// A folder as code names it: `crate::chart::trend::`.
fn in_code(folder: &Path) -> String {
    let inside = folder.strip_prefix(root()).unwrap().to_string_lossy().replace('/', "::");
    ["crate::", &inside, "::"].concat()
}

#[test]
fn in_every_folder_the_order_is_kept() {
    let folders = folders();
    assert!(folders.len() > 15, "{folders:?}");
    let mut seen = 0;
    for folder in &folders {
        let order = declared(&folder.join("mod.rs"));
        let place = |name: &String| order.iter().position(|module| module == name);
        for file in sources(folder) {
            let own = module(folder, &file);
            // What a folder puts together, it may name in any order.
            let Some(own_place) = place(&own) else { continue };
            let text = fs::read_to_string(&file).unwrap();
            let mut names = named(&text, &in_code(folder));
            if file.parent() == Some(folder) {
                names.extend(named(&text, "super::"));
            }
            for other in names.iter().filter_map(place) {
                seen += 1;
                assert!(
                    other < own_place || other == own_place && file.parent() != Some(folder),
                    "{} names {:?}, which is not above {own}",
                    file.display(),
                    order.get(other)
                );
            }
        }
    }
    assert!(seen > 100, "only {seen} names were found: the test reads nothing");
}

#[test]
fn only_views_read_the_records_of_a_file() {
    let mut readers = Vec::new();
    for file in sources(&root()) {
        let layer = module(&root(), &file);
        let text = fs::read_to_string(&file).unwrap();
        // What makes the files has records of its own.
        if layer != "prepare" && text.contains(".observation(") {
            readers.push(layer);
        }
    }
    assert!(!readers.is_empty() && readers.iter().all(|layer| layer == "view"), "{readers:?}");
}

#[test]
fn only_the_rim_knows_the_browser_and_only_prepare_knows_files() {
    for file in sources(&root()) {
        let text = fs::read_to_string(&file).unwrap();
        let path = file.strip_prefix(root()).unwrap().to_string_lossy().into_owned();
        let is_web = path.starts_with("web");
        let is_native = path.starts_with("prepare")
            || path.starts_with("program")
            || path == "main.rs"
            || path.starts_with("bin");
        for name in ["js_sys", "web_sys", "wasm_bindgen", "serde_wasm_bindgen"] {
            let uses = [name, "::"].concat();
            assert!(is_web || !text.contains(&uses), "{path} names {name}");
        }
        for name in ["std::fs", "std::io", "std::path", "std::env", "std::time"] {
            assert!(is_native || !text.contains(name), "{path} names {name}");
        }
    }
}

#[test]
fn the_map_for_contributors_has_every_module_in_order() {
    let text = fs::read_to_string(root().with_file_name("CONTRIBUTING.md")).unwrap();
    let (_, table) = text.split_once("| module | knows |\n|---|---|\n").unwrap();
    let rows = table.lines().take_while(|line| line.starts_with('|'));
    let listed: Vec<String> = rows
        .flat_map(|row| row.split('|').nth(1).unwrap().split('`').skip(1).step_by(2))
        .map(str::to_string)
        .collect();
    assert_eq!(listed, declared(&root().join("lib.rs")));
}
