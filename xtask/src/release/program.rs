// SPDX-License-Identifier: EUPL-1.2
//! The program for the system that this runs on, with all that goes along with it.

use std::fs;
use std::path::PathBuf;
use std::process::Stdio;

use anyhow::{Context, Result, ensure};
use clap::ValueEnum;
use clap_complete::{Generator, Shell};
use kansrijke_start::program::help;
use kansrijke_start::request::Language;
use serde_json::Value;

use super::archive::Contents;
use super::moment::Moment;
use crate::{command, project, wasm};

/// What it is compiled for. On Linux it is one file that asks nothing of the system it runs on.
pub fn target() -> Result<String> {
    if cfg!(target_os = "linux") {
        return Ok(setup::rust::static_target());
    }
    let mut rustc = std::process::Command::new("rustc");
    let told = command::output(rustc.arg("-vV").current_dir(project::path("")))?;
    let host = told.lines().find_map(|line| line.strip_prefix("host: "));
    host.map(str::to_owned).context("rustc names no host")
}

/// The name that people type.
const NAME: &str = "kansrijke-start";

/// What helps whoever types: completions for shells, and pages of the manual in both languages.
fn help(top: &str, contents: &mut Contents) -> Result<()> {
    let mut english = help::command(Language::English);
    for shell in Shell::value_variants() {
        let mut text = Vec::new();
        clap_complete::generate(*shell, &mut english, NAME, &mut text);
        contents.put(format!("{top}/completions/{}", shell.file_name(NAME)), text);
    }
    for (language, folder) in [(Language::Dutch, "man/nl/man1"), (Language::English, "man/man1")] {
        let pages = tempfile::tempdir()?;
        clap_mangen::generate_to(help::command(language), pages.path())?;
        contents.put_folder(&format!("{top}/{folder}"), pages.path(), &[])?;
    }
    Ok(())
}

/// Compiles it.
pub fn compile(target: &str, at: &Moment) -> Result<PathBuf> {
    let mut cargo = command::cargo();
    cargo
        .args(["build", "--locked", "--release", "--package", "kansrijke-start"])
        .args(["--bin", "kansrijke-start", "--target", target])
        .args(["--quiet", "--message-format=json-render-diagnostics"])
        .env("CARGO_ENCODED_RUSTFLAGS", wasm::remapped()?)
        .env("SOURCE_DATE_EPOCH", at.seconds().to_string())
        .stderr(Stdio::inherit());
    let done = cargo.output().context("cannot start cargo")?;
    ensure!(done.status.success(), "the program does not compile; cargo says why above");
    String::from_utf8_lossy(&done.stdout)
        .lines()
        .filter_map(|line| serde_json::from_str::<Value>(line).ok())
        .filter_map(|message| message.get("executable")?.as_str().map(PathBuf::from))
        .next_back()
        .context("cargo named no program")
}

/// The program in an archive as people of its system unpack: its name and its bytes.
pub fn archive(target: &str, licences: &str, at: &Moment) -> Result<(String, Vec<u8>)> {
    let program = compile(target, at)?;
    let top = format!("kansrijke-start-{}-{target}", project::VERSION);
    let mut contents = Contents::default();
    let name = program.file_name().unwrap_or_default().to_string_lossy();
    contents.put_program(format!("{top}/{name}"), fs::read(&program)?);
    contents.put(format!("{top}/LICENSE"), fs::read(project::path("LICENSE"))?);
    contents.put(format!("{top}/LICENSES-THIRD-PARTY.txt"), licences);
    for name in ["README.md", "README.en.md"] {
        contents.put(format!("{top}/{name}"), fs::read(project::path(name))?);
    }
    help(&top, &mut contents)?;
    if target.contains("windows") {
        return Ok((format!("{top}.zip"), contents.zip(at)?));
    }
    Ok((format!("{top}.tar.gz"), contents.tarball(at)?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shells_and_the_manual_know_every_command() {
        let mut contents = Contents::default();
        help("top", &mut contents).expect("help");
        let text = |path: &str| {
            let bytes = contents.get(path).unwrap_or_else(|| panic!("{path}"));
            String::from_utf8(bytes.to_vec()).expect("text")
        };
        for shell in ["kansrijke-start.bash", "kansrijke-start.fish", "_kansrijke-start"] {
            let text = text(&format!("top/completions/{shell}"));
            for word in ["draw", "prepare", "update", "annotation"] {
                assert!(text.contains(word), "{shell}: {word}");
            }
        }
        let (english, dutch) = ("top/man/man1", "top/man/nl/man1");
        for folder in [english, dutch] {
            for page in ["", "-draw", "-prepare", "-fetch", "-sets", "-update"] {
                assert!(
                    text(&format!("{folder}/kansrijke-start{page}.1")).starts_with(".ie"),
                    "{page}"
                );
            }
        }
        let draw = |folder: &str| text(&format!("{folder}/kansrijke-start-draw.1"));
        assert!(
            draw(english).contains("Draw one chart") && draw(dutch).contains("Teken een grafiek")
        );
    }
}
