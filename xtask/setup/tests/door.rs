// SPDX-License-Identifier: EUPL-1.2
//! `cargo xtask …` on machines that lack things. The machine is a folder of small programs that
//! stand for rustc, cargo, rustup, Node.js and the browser.
#![cfg(unix)]
#![allow(clippy::expect_used, clippy::panic, reason = "a test that fails should stop")]

use std::fs;
use std::net::TcpListener;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

/// A machine on which `cargo` writes down what it is asked to run.
struct Machine {
    folder: PathBuf,
}

impl Machine {
    fn new(name: &str) -> Self {
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
        fs::remove_dir_all(&folder).ok();
        fs::create_dir_all(folder.join("bin")).expect("a folder");
        let machine = Self { folder };
        let log = machine.folder.join("log");
        machine.has(
            "cargo",
            &format!(r#"[ "$1" = run ] && echo "$@" >> "{}"; exit 0"#, log.display()),
        );
        machine.has("rustc", &format!(r#"echo "{}""#, machine.folder.join("lib").display()));
        machine
    }

    /// One that lacks nothing.
    fn complete(name: &str) -> Self {
        let machine = Self::new(name);
        machine.has_target();
        machine.has("node", "echo v24.1.0");
        for program in ["npm", "chromium", "chromedriver", "php", "phpunit", "python3"] {
            machine.has(program, "echo 1");
        }
        machine
    }

    fn has(&self, program: &str, script: &str) {
        let file = self.folder.join("bin").join(program);
        fs::write(&file, format!("#!/bin/sh\n{script}\n")).expect("a program");
        fs::set_permissions(&file, fs::Permissions::from_mode(0o755)).expect("it runs");
    }

    fn lacks(&self, program: &str) {
        fs::remove_file(self.folder.join("bin").join(program)).expect("a program");
    }

    fn has_target(&self) {
        fs::create_dir_all(self.folder.join("lib")).expect("a folder");
        fs::write(self.folder.join("lib/libcore-1.rlib"), "").expect("a library");
    }

    fn asked(&self, words: &[&str]) -> Command {
        let bin = self.folder.join("bin");
        let mut door = Command::new(env!("CARGO_BIN_EXE_setup"));
        door.args(words)
            .env_clear()
            .env("PATH", &bin)
            .env("CARGO", bin.join("cargo"))
            .env("HOME", &self.folder)
            .env("RUSTUP_TOOLCHAIN", "own");
        door
    }

    fn run(&self, words: &[&str]) -> Output {
        self.asked(words).output().expect("it starts")
    }

    /// What was run after nothing was found missing.
    fn ran(&self) -> String {
        fs::read_to_string(self.folder.join("log")).unwrap_or_default()
    }

    /// The sentences about what is missing; nothing may have been run then.
    fn missing(&self, words: &[&str]) -> Vec<String> {
        let done = self.run(words);
        let said = String::from_utf8_lossy(&done.stderr).into_owned();
        assert!(!done.status.success(), "{said}");
        assert_eq!(self.ran(), "", "{said}");
        let sentences = said.lines().filter_map(|line| line.trim().strip_prefix("- "));
        sentences.map(str::to_owned).collect()
    }
}

#[test]
fn a_machine_that_has_everything_runs_the_command_with_its_words() {
    let machine = Machine::complete("everything");
    for words in ["build", "demo --port 0", "test", "check", "bench --no-build", "shots", "--help"]
    {
        let done = machine.run(&words.split(' ').collect::<Vec<_>>());
        assert!(done.status.success(), "{words}: {}", String::from_utf8_lossy(&done.stderr));
        let ran = machine.ran();
        assert!(ran.trim_end().ends_with(&format!("-- {words}")), "{ran}");
        assert!(ran.contains("--package xtask"), "{ran}");
    }
}

#[test]
fn the_command_is_not_told_what_cargo_told_the_door_of_its_own_package() {
    let machine = Machine::complete("told");
    let told = machine.folder.join("told");
    let script = format!(r#"[ "$1" = run ] && export -p > "{}"; exit 0"#, told.display());
    machine.has("cargo", &script);
    let mut door = machine.asked(&["check"]);
    door.env("CARGO_MANIFEST_DIR", "/x").env("CARGO_PKG_NAME", "setup");
    assert!(door.status().expect("it starts").success());
    let told = fs::read_to_string(told).expect("its environment");
    assert!(told.contains("RUSTUP_TOOLCHAIN="), "{told}");
    assert!(!told.contains("CARGO_MANIFEST") && !told.contains("CARGO_PKG"), "{told}");
}

#[test]
fn all_that_is_missing_is_listed_at_once() {
    let machine = Machine::new("nothing");
    machine.has("cargo", "[ \"$2\" = --version ] && exit 1; exit 0");
    let missing = machine.missing(&["test"]);
    let [node, target, components, browser, php, python] = missing.as_slice() else {
        panic!("{missing:#?}")
    };
    assert!(node.starts_with("Node.js is missing: install version"), "{node}");
    assert!(target.contains("wasm32-unknown-unknown is missing from the Rust in"), "{target}");
    assert!(target.contains("apt-get install libstd-rust-dev-wasm32"), "{target}");
    assert!(components.starts_with("clippy and rustfmt are missing"), "{components}");
    assert!(browser.contains("`sudo apt-get install chromium chromium-driver`"), "{browser}");
    assert!(php.contains("`sudo apt-get install php-cli phpunit`"), "{php}");
    assert!(python.contains("`sudo apt-get install python3 python3-venv`"), "{python}");
}

#[test]
fn old_node_and_missing_npm_are_told_apart() {
    let machine = Machine::complete("node");
    machine.has("node", "echo v18.20.4");
    let missing = machine.missing(&["build"]);
    assert!(missing.len() == 1 && missing[0].starts_with("Node.js v18.20.4 is not"), "{missing:?}");
    machine.has("node", "echo v22.12.0");
    machine.lacks("npm");
    let missing = machine.missing(&["build"]);
    assert!(missing.len() == 1 && missing[0].starts_with("npm is missing"), "{missing:?}");
}

#[test]
fn a_taken_port_stops_the_demo_before_anything_is_compiled() {
    let machine = Machine::complete("port");
    let taken = TcpListener::bind("127.0.0.1:0").expect("a port");
    let port = taken.local_addr().expect("an address").port().to_string();
    let missing = machine.missing(&["demo", "--port", &port]);
    assert!(missing.len() == 1 && missing[0].starts_with(&format!("port {port} is taken")));
}

#[test]
fn rustup_adds_what_the_toolchain_in_use_lacks() {
    let machine = Machine::complete("added");
    fs::remove_dir_all(machine.folder.join("lib")).expect("the target");
    let lib = machine.folder.join("lib");
    let asked = machine.folder.join("asked");
    // Programs of the shell are found by their own paths: the machine has no others.
    machine.has(
        "rustup",
        &format!(
            "echo \"$@\" >> {}; [ \"$1\" = target ] && /bin/mkdir -p {lib} && : > {lib}/libcore-1.rlib; exit 0",
            asked.display(),
            lib = lib.display()
        ),
    );
    let done = machine.run(&["build"]);
    assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
    let asked = fs::read_to_string(asked).expect("rustup was asked");
    assert!(asked.contains("target add --toolchain own wasm32-unknown-unknown"), "{asked}");
}

#[test]
fn what_rustup_cannot_add_is_said_with_its_reason_and_what_to_type() {
    let machine = Machine::complete("refused");
    fs::remove_dir_all(machine.folder.join("lib")).expect("the target");
    machine.has(
        "rustup",
        "[ \"$1\" = --version ] && exit 0; echo 'info: downloading' >&2; echo 'error: no network' >&2; exit 1",
    );
    let missing = machine.missing(&["build"]);
    assert_eq!(missing.len(), 1, "{missing:?}");
    assert!(missing[0].contains("rustup cannot add it (error: no network)"), "{missing:?}");
    let typed = "type `rustup target add --toolchain own wasm32-unknown-unknown`";
    assert!(missing[0].ends_with(typed), "{missing:?}");
}
