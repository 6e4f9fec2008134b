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
fn in_a_folder_too_the_order_is_kept() {
    for layer in ["stats", "indicator", "data", "text", "chart", "figure", "web", "prepare"] {
        let folder = root().join(layer);
        let order = declared(&folder.join("mod.rs"));
        for (own, module) in order.iter().enumerate() {
            let Ok(text) = fs::read_to_string(folder.join(module).with_extension("rs")) else {
                continue;
            };
            for name in named(&text, "super::") {
                let Some(place) = order.iter().position(|m| *m == name) else { continue };
                assert!(place < own, "{layer}/{module} names {name}, which is not above it");
            }
        }
    }
}

/// The folders in a folder, each with the modules above it.
fn folders_in(folder: &Path) -> Vec<(PathBuf, Vec<String>)> {
    let order = declared(&folder.join("mod.rs"));
    let inner = |at: usize| Some((folder.join(order.get(at)?), order.get(..at)?.to_vec()));
    (0..order.len()).filter_map(inner).filter(|(inner, _)| inner.is_dir()).collect()
}

#[test]
fn a_folder_in_a_folder_keeps_both_orders() {
    let mut seen = 0;
    for layer in ["text", "chart", "prepare"] {
        let outer = root().join(layer);
        let modules = declared(&outer.join("mod.rs"));
        for (folder, above) in folders_in(&outer) {
            let order = declared(&folder.join("mod.rs"));
            for file in sources(&folder) {
                let text = fs::read_to_string(&file).unwrap();
                let own = file.file_stem().unwrap().to_string_lossy().into_owned();
                for name in named(&text, &format!("crate::{layer}::")) {
                    let is_module = modules.contains(&name);
                    seen += usize::from(is_module);
                    let is_above = above.contains(&name) || folder.ends_with(&name);
                    assert!(!is_module || is_above, "{} names {name}", file.display());
                }
                let Some(place) = order.iter().position(|module| *module == own) else { continue };
                for name in named(&text, "super::") {
                    let Some(other) = order.iter().position(|m| *m == name) else { continue };
                    assert!(other < place, "{} names {name}, not above it", file.display());
                }
            }
        }
    }
    assert!(seen > 20, "only {seen} names were found: the test reads nothing");
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
