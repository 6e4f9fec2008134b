// SPDX-License-Identifier: EUPL-1.2
//! The target and the components of the toolchain that is in use.

use std::env;
use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::apt;
use crate::program::{announce, output, version};

/// The target of what browsers run.
pub const TARGET: &str = "wasm32-unknown-unknown";

/// The target of a program that runs on every Linux of this processor.
pub fn static_target() -> String {
    format!("{}-unknown-linux-musl", env::consts::ARCH)
}

/// The cargo that started this program, without what it told this program about its own package:
/// build scripts that look at that would run anew, and all that depends on them be compiled again.
pub fn cargo() -> Command {
    let mut command = Command::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    let is_told = |name: &str| TOLD.iter().any(|start| name.starts_with(start));
    for (name, _) in env::vars_os() {
        if name.to_str().is_some_and(is_told) {
            command.env_remove(name);
        }
    }
    command
}

/// How the variables begin that cargo tells a program of its package.
const TOLD: [&str; 5] = ["CARGO_PKG_", "CARGO_MANIFEST_", "CARGO_BIN_", "CARGO_CRATE_", "OUT_DIR"];

/// Adds the target to the toolchain in use, unless it is there.
///
/// # Errors
/// The sentence that says what to type.
pub fn require_target(root: &Path) -> Result<(), String> {
    let by_distribution = "install your distribution's package of it (on Debian: type \
         `sudo apt-get install libstd-rust-dev-wasm32`), or Rust by rustup from https://rustup.rs";
    require_library(root, TARGET, by_distribution)
}

/// Adds the target of programs that need nothing of their system to the toolchain in use, unless it
/// is there, and the compiler of C that one of their dependencies is made with. Only Linux has them.
///
/// # Errors
/// The sentence that says what to type.
pub fn require_static(root: &Path) -> Result<(), String> {
    if !cfg!(target_os = "linux") {
        return Ok(());
    }
    require_library(root, &static_target(), "install Rust by rustup from https://rustup.rs")?;
    apt::install(MUSL, "a compiler for musl", has_musl).map_err(|why| {
        format!(
            "musl's compiler is missing ({why}): type `sudo apt-get install {MUSL}`, or install it \
             so that `musl-gcc` starts it"
        )
    })
}

const MUSL: &str = "musl-tools";

fn has_musl() -> bool {
    version("musl-gcc").is_some()
}

fn require_library(root: &Path, target: &str, by_distribution: &str) -> Result<(), String> {
    if has_target(root, target) {
        return Ok(());
    }
    let named = add(root, "target", &[target], &format!("the target {target}"), by_distribution)?;
    if has_target(root, target) {
        return Ok(());
    }
    // Half of a toolchain was deleted by hand, or the shell starts another compiler.
    Err(format!(
        "rustup has the target {target} on its list and `rustc` does not find it: type \
         `rustup toolchain uninstall {0} && rustup toolchain install {0}`, and see with \
         `which -a rustc` that no other Rust comes first",
        named.to_string_lossy()
    ))
}

/// Adds clippy and rustfmt to the toolchain in use, unless they are there.
///
/// # Errors
/// The sentence that says what to type.
pub fn require_components(root: &Path) -> Result<(), String> {
    let parts = [("clippy", "clippy"), ("fmt", "rustfmt")];
    let missing: Vec<_> = parts
        .into_iter()
        .filter(|(command, _)| {
            output(cargo().args([command, "--version"]).current_dir(root)).is_err()
        })
        .map(|(_, component)| component)
        .collect();
    if missing.is_empty() {
        return Ok(());
    }
    let by_distribution = "install your distribution's packages of them (on Debian: type \
         `sudo apt-get install rust-clippy rustfmt`), or Rust by rustup from https://rustup.rs";
    add(root, "component", &missing, &missing.join(" and "), by_distribution).map(drop)
}

/// Whether the compiler has the core library of the target; its folder alone proves nothing.
fn has_target(root: &Path, target: &str) -> bool {
    let folder = ask_rustc(root, &["--print", "target-libdir", "--target", target]);
    let entries = folder.ok().and_then(|folder| fs::read_dir(folder).ok());
    entries.into_iter().flatten().flatten().any(|entry| {
        let name = entry.file_name();
        let name = name.to_string_lossy();
        name.starts_with("libcore-") && name.ends_with(".rlib")
    })
}

/// Adds parts to the toolchain in use, and names it.
fn add(
    root: &Path,
    kind: &str,
    names: &[&str],
    what: &str,
    by_distribution: &str,
) -> Result<OsString, String> {
    let lacks = if names.len() > 1 { "are" } else { "is" };
    let sysroot = ask_rustc(root, &["--print", "sysroot"])
        .map_err(|why| format!("`rustc` cannot be asked what it has ({why}): type `rustc -vV`"))?;
    let rustup = rustup();
    let Some(toolchain) = toolchain(Path::new(&sysroot)).filter(|_| rustup.is_some()) else {
        return Err(format!(
            "{what} {lacks} missing from the Rust in {sysroot}: {by_distribution}"
        ));
    };
    announce(&format!("installing {what}"));
    let name = toolchain.to_string_lossy();
    let mut command = Command::new(rustup.unwrap_or_else(|| "rustup".into()));
    command.args([kind, "add", "--toolchain"]).arg(&toolchain).args(names).current_dir(root);
    output(&mut command).map_err(|why| {
        format!(
            "{what} {lacks} missing and rustup cannot add it ({why}): type \
             `rustup {kind} add --toolchain {name} {}`",
            names.join(" ")
        )
    })?;
    Ok(toolchain)
}

/// Asks the compiler that cargo uses in the project.
fn ask_rustc(root: &Path, question: &[&str]) -> Result<String, String> {
    let rustc = env::var_os("RUSTC").unwrap_or_else(|| "rustc".into());
    output(Command::new(rustc).args(question).current_dir(root))
}

/// rustup's name of the toolchain in use; nothing where rustup does not manage it.
fn toolchain(sysroot: &Path) -> Option<OsString> {
    env::var_os("RUSTUP_TOOLCHAIN").filter(|name| !name.is_empty()).or_else(|| {
        // Cargo was started by its own path and not by rustup.
        let folder = sysroot.parent()?;
        let managed = folder.file_name()? == "toolchains" && sysroot.join(MANIFEST).is_file();
        managed.then(|| sysroot.file_name().map(OsString::from))?
    })
}

/// What rustup writes into each toolchain that it can add to.
const MANIFEST: &str = "lib/rustlib/multirust-channel-manifest.toml";

/// rustup, also where a shell does not find it.
fn rustup() -> Option<PathBuf> {
    let homes = [
        env::var_os("CARGO_HOME").map(PathBuf::from),
        env::home_dir().map(|home| home.join(".cargo")),
    ];
    let own = homes.into_iter().flatten().map(|home| home.join("bin/rustup"));
    let all = std::iter::once(PathBuf::from("rustup")).chain(own);
    all.into_iter().find(|program| output(Command::new(program).arg("--version")).is_ok())
}
