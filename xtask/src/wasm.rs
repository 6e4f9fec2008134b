// SPDX-License-Identifier: EUPL-1.2
//! The core as WebAssembly, with the JavaScript that calls it.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use anyhow::{Context, Result, ensure};
use wasm_bindgen_cli_support::{Bindgen, EncodeInto};

use crate::cores::Core;
use crate::{command, project};

/// Compiles the library for browsers.
pub fn compile(core: Core) -> Result<PathBuf> {
    let mut cargo = command::cargo();
    cargo
        .args(["rustc", "--package", "kansrijke-start", "--lib", "--crate-type", "cdylib"])
        .args(["--target", "wasm32-unknown-unknown", "--profile", "wasm"])
        .args(core.features())
        .args(["--quiet", "--message-format=json-render-diagnostics"])
        .env("CARGO_ENCODED_RUSTFLAGS", remapped()?)
        .stderr(Stdio::inherit());
    let done = cargo.output().context("cannot start cargo")?;
    ensure!(done.status.success(), "the core does not compile; cargo says why above");
    String::from_utf8_lossy(&done.stdout)
        .lines()
        .filter_map(|line| serde_json::from_str::<serde_json::Value>(line).ok())
        .filter_map(|message| message.get("filenames")?.as_array().cloned())
        .flatten()
        .filter_map(|name| name.as_str().map(PathBuf::from))
        .rfind(|name| name.extension().is_some_and(|extension| extension == "wasm"))
        .context("cargo named no WebAssembly file")
}

/// Panic messages hold the paths of sources. Without this they would differ between machines, and
/// so would the hash of the core, and the bytes of the program.
pub fn remapped() -> Result<String> {
    let mut flags = vec![format!("--remap-path-prefix={}=.", project::path("").display())];
    let home = std::env::var_os("CARGO_HOME")
        .map(PathBuf::from)
        .or_else(|| std::env::home_dir().map(|home| home.join(".cargo")));
    let registries = home.map(|home| home.join("registry/src"));
    if let Some(folders) = registries.and_then(|folder| fs::read_dir(folder).ok()) {
        for folder in folders.flatten() {
            flags.push(format!("--remap-path-prefix={}=.", folder.path().display()));
        }
    }
    // Where the standard library's sources are installed, the compiler names them and not, as
    // elsewhere, the commit that they are of.
    let asked = |question: &[&str]| {
        let mut rustc = Command::new("rustc");
        command::output(rustc.args(question).current_dir(project::path("")))
    };
    let (root, version) = (asked(&["--print", "sysroot"])?, asked(&["-vV"])?);
    let commit = version.lines().find_map(|line| line.strip_prefix("commit-hash: "));
    let sources = format!("{}/lib/rustlib/src/rust", root.trim());
    flags.push(format!("--remap-path-prefix={sources}=/rustc/{}", commit.unwrap_or_default()));
    Ok(flags.join("\u{1f}"))
}

/// Writes the glue and the bound WebAssembly into the folder. The cores of a family share one glue,
/// in which its module has the family's name.
pub fn bind(core: Core, wasm: &Path, out: &Path) -> Result<()> {
    let folder = tempfile::tempdir()?;
    let mut bindgen = Bindgen::new();
    let mut bound = bindgen
        .input_path(wasm)
        .web(true)?
        .out_name(core.stem)
        .typescript(true)
        .remove_name_section(true)
        .remove_producers_section(true)
        // Every browser that has reference types, which the cores use, has `encodeInto` as well.
        .encode_into(EncodeInto::Always)
        .generate_output()?;
    let mut names = BTreeMap::new();
    for import in bound.wasm_mut().imports.iter_mut() {
        if let Some(short) = shortened(&import.name) {
            let long = std::mem::replace(&mut import.name, short.clone());
            let other = names.insert(short, long);
            ensure!(other.is_none(), "{other:?} is another import with the same short name");
        }
    }
    bound.emit(folder.path())?;
    let text = fs::read_to_string(folder.path().join(core.glue()))?;
    let text = names.iter().fold(text, |text, (short, long)| text.replace(long, short));
    let glue = out.join(core.glue());
    let other = fs::read_to_string(&glue).ok();
    ensure!(other.is_none_or(|other| other == text), "{} needs a glue of its own", core.name());
    fs::write(&glue, text)?;
    let types = format!("{}.d.ts", core.stem);
    // The types of the raw exports stay behind: nothing a page may rely on.
    for (from, to) in [(&types, &types), (&format!("{}_bg.wasm", core.stem), &core.file())] {
        fs::copy(folder.path().join(from), out.join(to))?;
    }
    Ok(())
}

/// What is imported has a name that ends in a hash, which no packer makes smaller, and which stands
/// in the core and in the script: so much of it tells them apart.
const HASH: usize = 2;

/// A name with less of its hash; `None` where there is none.
fn shortened(name: &str) -> Option<String> {
    let (named, hash) = name.rsplit_once('_')?;
    let is_hash = hash.len() == 16 && hash.bytes().all(|byte| byte.is_ascii_hexdigit());
    // What is numbered and not hashed differs at its end.
    let (start, end) = hash.split_at_checked(HASH)?;
    let short = if is_hash && start == "00" { end.get(end.len() - HASH..)? } else { start };
    let short = is_hash.then_some(short)?;
    Some(format!("{named}_{short}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hashes_are_shortened_and_names_kept() {
        assert_eq!(shortened("__wbg_get_70089efdef11486a").as_deref(), Some("__wbg_get_70"));
        assert_eq!(
            shortened("__wbindgen_cast_0000000000000012").as_deref(),
            Some("__wbindgen_cast_12")
        );
        assert_eq!(shortened("__wbindgen_init_externref_table"), None);
        assert_eq!(shortened("memory"), None);
    }

    #[test]
    fn the_library_and_the_generator_of_its_glue_are_one_version() {
        let lock = fs::read_to_string(project::path("Cargo.lock")).expect("Cargo.lock");
        let version = |package: &str| {
            let name = format!("name = \"{package}\"");
            let mut lines = lock.lines().skip_while(move |line| *line != name);
            lines.nth(1).expect("a version").to_owned()
        };
        assert_eq!(version("wasm-bindgen"), version("wasm-bindgen-cli-support"));
        assert!(version("wasm-bindgen").starts_with("version = "));
    }
}
