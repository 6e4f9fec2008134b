// SPDX-License-Identifier: EUPL-1.2
//! A toolchain that stood on a machine before, without the WebAssembly target, as rustup and rustc
//! really have it. The test asks rustup's server for the target.
#![cfg(unix)]
#![allow(clippy::expect_used, reason = "a test that fails should stop")]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

const TARGET: &str = "wasm32-unknown-unknown";

/// The toolchain that the project pins.
fn pinned() -> String {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../rust-toolchain.toml");
    let text = fs::read_to_string(file).expect("the toolchain of the project");
    let channel = text.lines().find_map(|line| line.strip_prefix("channel = "));
    channel.expect("a channel").trim_matches('"').to_owned()
}

/// A home of rustup in which the toolchain of this test stands without its target. Files are
/// shared with the toolchain in use, but for those that rustup writes to.
fn home() -> PathBuf {
    let asked = Command::new("rustup")
        .args(["run", &pinned(), "rustc", "--print", "sysroot"])
        .output()
        .expect("this test needs rustup: install it from https://rustup.rs");
    let name = pinned();
    assert!(asked.status.success(), "type `rustup toolchain install {name}` for this test");
    let sysroot = PathBuf::from(String::from_utf8_lossy(&asked.stdout).trim());
    let home = Path::new(env!("CARGO_TARGET_TMPDIR")).join("rustup-home");
    fs::remove_dir_all(&home).ok();
    let host = sysroot.file_name().expect("a name").to_string_lossy();
    let host = host.split_once('-').expect("a name with its host").1;
    let own = home.join("toolchains").join(format!("{name}-{host}"));
    for part in ["bin", "lib", "libexec"] {
        share(&sysroot.join(part), &own.join(part));
    }
    let records = own.join("lib/rustlib");
    let change = |file: &str, without: &dyn Fn(&str) -> String| {
        let text = fs::read_to_string(records.join(file)).expect("a record");
        fs::write(records.join(file), without(&text)).expect("a record");
    };
    change("components", &|text| {
        let kept = text.lines().filter(|line| !line.contains(TARGET));
        kept.map(|line| format!("{line}\n")).collect()
    });
    change("multirust-config.toml", &|text| {
        let tables = text.split("[[components]]").filter(|table| !table.contains(TARGET));
        tables.collect::<Vec<_>>().join("[[components]]")
    });
    home
}

fn share(from: &Path, to: &Path) {
    if !from.is_dir() {
        return;
    }
    fs::create_dir_all(to).expect("a folder");
    for entry in fs::read_dir(from).expect("a folder").flatten() {
        let (path, name) = (entry.path(), entry.file_name());
        if name.to_string_lossy().contains(TARGET) {
            continue;
        }
        let to = to.join(name);
        // A record of rustup is copied: written in place, it would change in both homes.
        let record = from.ends_with("lib/rustlib");
        if path.is_dir() {
            share(&path, &to);
        } else if record || fs::hard_link(&path, &to).is_err() {
            fs::copy(&path, &to).expect("a copy");
        }
    }
}

/// Compiles a library of one line for the target, as cargo does it for anybody.
fn compile(home: &Path, folder: &Path) -> Result<(), String> {
    let manifest = "[package]\nname = \"small\"\nedition = \"2024\"\n[workspace]\n";
    fs::create_dir_all(folder.join("src")).expect("a folder");
    fs::write(folder.join("Cargo.toml"), manifest).expect("a manifest");
    fs::write(folder.join("src/lib.rs"), "pub fn one() -> String { 1.to_string() }").expect("code");
    let done = in_home(Command::new("rustup"), home)
        .args(["run", &pinned(), "cargo", "build", "--offline", "--target", TARGET])
        .current_dir(folder)
        .env("CARGO_TARGET_DIR", folder.join("target"))
        .output()
        .expect("cargo starts");
    let said = String::from_utf8_lossy(&done.stderr).into_owned();
    if done.status.success() { Ok(()) } else { Err(said) }
}

/// Nothing of the toolchain that runs this test.
fn in_home(mut command: Command, home: &Path) -> Command {
    command.env("RUSTUP_HOME", home).env("RUSTUP_AUTO_INSTALL", "0");
    for name in ["RUSTUP_TOOLCHAIN", "CARGO", "RUSTC", "RUSTFLAGS", "LD_LIBRARY_PATH"] {
        command.env_remove(name);
    }
    command
}

#[test]
fn a_toolchain_without_the_target_gets_it_and_compiles_for_it() {
    let home = home();
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("small");
    let said = compile(&home, &folder).expect_err("the target was taken away");
    assert!(said.contains("can't find crate for"), "{said}");

    // `check` needs no Node.js; where cargo would run the commands, it does nothing.
    let set_up = in_home(Command::new("rustup"), &home)
        .args(["run", &pinned(), env!("CARGO_BIN_EXE_setup"), "check"])
        .env("CARGO", "true")
        .output()
        .expect("set-up starts");
    let said = String::from_utf8_lossy(&set_up.stderr).into_owned();
    assert!(set_up.status.success(), "{said}");
    assert!(said.contains(&format!("installing the target {TARGET}")), "{said}");

    compile(&home, &folder).expect("it compiles now");
    fs::remove_dir_all(&home).expect("nothing stays");
    fs::remove_dir_all(&folder).expect("nothing stays");
}
