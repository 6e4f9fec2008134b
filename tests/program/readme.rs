// SPDX-License-Identifier: EUPL-1.2
//! What the READMEs tell to type, typed; and their pictures, which must come of it.

use crate::support::folder::Folder;
use crate::support::{figures, project};
use std::fs;
use std::path::Path;
use std::process::Command;

/// The code blocks of a language, each with the paragraph above it.
fn blocks<'t>(page: &'t str, language: &str) -> Vec<(&'t str, &'t str)> {
    let fence = format!("\n```{language}\n");
    let mut found = Vec::new();
    let mut rest = page;
    while let Some((before, after)) = rest.split_once(&fence) {
        let (code, tail) = after.split_once("\n```\n").unwrap();
        found.push((before.trim_end().rsplit("\n\n").next().unwrap_or_default(), code));
        rest = tail;
    }
    found
}

/// A folder with all that is in it.
fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let (path, to) = (entry.path(), to.join(entry.file_name()));
        if path.is_dir() {
            copy(&path, &to);
        } else {
            fs::copy(&path, &to).unwrap();
        }
    }
}

/// The indicators that a folder has figures of.
fn with_figures(folder: &Path) -> usize {
    let index = fs::read_to_string(folder.join("index.json")).unwrap();
    let index: serde_json::Value = serde_json::from_str(&index).unwrap();
    let items = index["link"]["item"].as_array().unwrap().iter();
    let items = items.filter(|item| item["href"].as_str().unwrap().starts_with("indicator/"));
    items.filter(|item| item["extension"]["figures"] != 0).count()
}

#[test]
fn its_commands_do_what_it_says_and_make_its_pictures() {
    tried("README.md", "grafieken");
}

#[test]
fn those_of_its_english_twin_do_so_too() {
    tried("README.en.md", "charts");
}

/// Types what a page tells to type; it draws all charts into a folder of this name.
fn tried(name: &str, all: &str) {
    let page = fs::read_to_string(project().join(name)).unwrap();
    let folder = Folder::new(name);
    copy(figures(), &folder.at("pkg/data"));
    for language in ["csv", "toml"] {
        for (above, code) in blocks(&page, language) {
            // The paragraph names the file.
            let name = above.split('`').find(|part| part.ends_with(&format!(".{language}")));
            fs::write(folder.at(name.unwrap()), format!("{code}\n")).unwrap();
        }
    }
    assert!(folder.at("recipe.toml").is_file() && folder.at("moeders.csv").is_file());
    let mut outputs = Vec::new();
    for (_, code) in blocks(&page, "sh") {
        for line in code.lines() {
            let Some(typed) = line.strip_prefix("cargo run -- ") else { continue };
            let (words, file) = typed.split_once(" > ").unwrap_or((typed, "output"));
            let mut program = Command::new(env!("CARGO_BIN_EXE_kansrijke-start"));
            program.args(words.split(' ')).current_dir(&folder.0);
            if words.starts_with("draw") && !words.contains("--src") {
                program.arg("--src").arg(figures());
            }
            let output = program.output().unwrap();
            let said = String::from_utf8_lossy(&output.stderr).into_owned();
            assert!(output.status.success(), "{line}: {said}");
            fs::write(folder.at(file), &output.stdout).unwrap();
            outputs.push((file.to_string(), output.stdout));
        }
    }
    assert_eq!(with_figures(&folder.at("data")), 1, "its own recipe has one subject");
    assert_eq!(with_figures(&folder.at("pkg/data")), with_figures(figures()), "one is lost");
    assert!(outputs.len() >= 8, "{}", outputs.len());
    assert!(fs::read_dir(folder.at(all)).unwrap().count() > 50);
    let pictures: Vec<&str> =
        page.split("](www/example").skip(1).filter_map(|p| p.split(')').next()).collect();
    assert!(pictures.len() >= 3, "{pictures:?}");
    for picture in pictures {
        let name = format!("www/example{picture}");
        let tracked = fs::read(project().join(&name)).unwrap();
        assert!(
            outputs.iter().any(|(_, made)| *made == tracked),
            "{name} is not what the command beside it makes: run that again"
        );
    }
}
