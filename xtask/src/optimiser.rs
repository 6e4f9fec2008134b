// SPDX-License-Identifier: EUPL-1.2
//! The optimiser of WebAssembly: it makes a core as small as a reader's line sees it. What it made of
//! the same core is kept, for it works for minutes where the compiler finds nothing to do.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use kansrijke_start::prepare::publish::imprint::hexadecimal;
use sha2::{Digest, Sha256};

use crate::{command, project, size};

/// What the Rust target has switched on; the optimiser may use no more than this.
pub const FEATURES: [&str; 6] = [
    "--enable-bulk-memory",
    "--enable-multivalue",
    "--enable-mutable-globals",
    "--enable-nontrapping-float-to-int",
    "--enable-reference-types",
    "--enable-sign-ext",
];

/// Nothing lives at the lowest addresses: Rust puts its stack there, which grows towards them.
const ALWAYS: [&str; 3] = ["--low-memory-unused", "--strip-debug", "--strip-producers"];

/// A way to optimise: the optimiser's arguments.
pub type Recipe = &'static [&'static str];

/// Those that were the smallest on one core or another; the build keeps the best.
pub const RECIPES: [Recipe; 2] = [
    &["-Oz", "--flatten", "--rereloop", "-Oz", "-Oz", "--reorder-functions"],
    // Functions that are called once stay apart: more bytes, which compress better.
    &[
        "-Oz",
        "--flatten",
        "--rereloop",
        "-Oz",
        "--always-inline-max-function-size=0",
        "--one-caller-inline-max-function-size=0",
        "-Oz",
        "--reorder-functions",
    ],
];

/// Makes the WebAssembly in the file smaller, and returns the recipe that made it the smallest.
pub fn optimise(wasm: &Path, recipes: &[Recipe]) -> Result<Recipe> {
    let attempts = std::thread::scope(|scope| {
        let running: Vec<_> =
            recipes.iter().map(|recipe| scope.spawn(|| attempt(wasm, recipe))).collect();
        running.into_iter().map(std::thread::ScopedJoinHandle::join).collect::<Vec<_>>()
    });
    let mut best = None;
    for (attempt, recipe) in attempts.into_iter().zip(recipes) {
        let (bytes, length) = attempt.map_err(|_| anyhow::anyhow!("wasm-opt's thread died"))??;
        if best.as_ref().is_none_or(|&(_, shortest, _)| length < shortest) {
            best = Some((bytes, length, *recipe));
        }
    }
    let (bytes, _, recipe) = best.context("no recipe was tried")?;
    fs::write(wasm, bytes)?;
    Ok(recipe)
}

/// What a recipe makes of a file, and how long that is under brotli.
fn attempt(wasm: &Path, recipe: &[&str]) -> Result<(Vec<u8>, usize)> {
    let made = run("wasm-opt", &[recipe, &FEATURES, &ALWAYS].concat(), wasm)?;
    let length = size::compressed(&made)?;
    Ok((made, length))
}

/// What one of its programs makes of a file.
pub fn run(program: &str, arguments: &[&str], wasm: &Path) -> Result<Vec<u8>> {
    let kept = project::target().join("optimised");
    fs::create_dir_all(&kept)?;
    let made = kept.join(name(program, arguments, &fs::read(wasm)?)?);
    if !made.is_file() {
        // Beside where it will stand, so that a file under its name is a whole one.
        let folder = tempfile::tempdir_in(&kept)?;
        let out = folder.path().join("made");
        command::output(command::node(program).args(arguments).arg(wasm).arg("-o").arg(&out))?;
        fs::rename(out, &made)?;
    }
    Ok(fs::read(made)?)
}

/// The name of what a program makes of these bytes with these arguments.
fn name(program: &str, arguments: &[&str], wasm: &[u8]) -> Result<String> {
    let mut hash = Sha256::new();
    hash.update(package()?);
    hash.update([&[program], arguments].concat().join(" "));
    hash.update(wasm);
    Ok(hexadecimal(&hash.finalize()))
}

/// What tells the version of its package from others.
fn package() -> Result<String> {
    let lock = fs::read_to_string(project::path("xtask/package-lock.json"))?;
    let lock: serde_json::Value = serde_json::from_str(&lock)?;
    let integrity = lock.pointer("/packages/node_modules~1binaryen/integrity");
    Ok(integrity.and_then(|hash| hash.as_str()).context("no optimiser is locked")?.to_owned())
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn what_was_made_is_found_by_what_it_was_made_of() {
        let all = [
            name("wasm-opt", &["-Oz"], b"\0asm").expect("a name"),
            name("wasm-opt", &["-O3"], b"\0asm").expect("a name"),
            name("wasm2js", &["-Oz"], b"\0asm").expect("a name"),
            name("wasm-opt", &["-Oz"], b"\0asn").expect("a name"),
        ];
        assert_eq!(all[0], name("wasm-opt", &["-Oz"], b"\0asm").expect("a name"));
        assert_eq!(all.iter().collect::<BTreeSet<_>>().len(), all.len(), "{all:?}");
    }
}
