// SPDX-License-Identifier: EUPL-1.2
//! `cargo xtask test`: everything that has to hold, from a fresh clone on.

use std::ffi::OsStr;
use std::fs;
use std::path::PathBuf;
use std::process::Command;

use anyhow::Result;

use crate::browser::Engine;
use crate::packages::{self, Packages};
use crate::release::served;
use crate::size::Sizes;
use crate::step::step;
use crate::tally::Tally;
use crate::{build, check, command, engines, hosts, integrations, project, runner};

/// Sets up, checks, builds and tests; the last line sums what the runners reported.
pub fn run() -> Result<()> {
    let mut tally = Tally::default();
    let result = steps(&mut tally);
    println!("{} passed, {} failed", tally.passed, tally.failed);
    result
}

fn steps(tally: &mut Tally) -> Result<()> {
    step("packages", || packages::install(Packages::Peers))?;
    check::run()?;
    build::run()?;
    step("size", || Sizes::measure()?.check())?;
    step("tests of Rust", || {
        let mut cargo = command::cargo();
        // Doc tests are among them.
        runner::all(cargo.args(["test", "--workspace", "--no-fail-fast"]), tally)
    })?;
    step("tests of integrations", || integrations::test(tally))?;
    step("tests in browsers", || engines::test(Engine::Chromium, tally))?;
    let files = node_tests()?;
    if files.is_empty() {
        return Ok(());
    }
    step("tests of JavaScript", || {
        let mut node = Command::new("node");
        node.args(["--test", "--test-reporter=tap"]).args(files).current_dir(project::path(""));
        runner::all(&mut node, tally)
    })
}

/// Builds, and drives browsers of these engines with the tests that are for browsers.
pub fn engines(wanted: &[Engine]) -> Result<()> {
    let mut tally = Tally::default();
    let result = in_engines(wanted, &mut tally);
    println!("{} passed, {} failed", tally.passed, tally.failed);
    result
}

fn in_engines(wanted: &[Engine], tally: &mut Tally) -> Result<()> {
    step("packages", || packages::install(Packages::Peers))?;
    build::run()?;
    // What fails in one engine is a reason to see the others.
    let mut results = Vec::new();
    for &engine in wanted {
        results.push(step(&format!("tests in {}", engine.name()), || engines::test(engine, tally)));
    }
    results.into_iter().collect()
}

/// Drives a real content system with what was built, in Chromium.
pub fn cms() -> Result<()> {
    step("packages", || packages::install(Packages::Peers))?;
    alone("tests in WordPress", "tests/cms/wordpress.test.mjs")
}

/// Opens files of what was built in LibreOffice and R.
pub fn office() -> Result<()> {
    alone("tests in LibreOffice and R", "tests/office/office.test.mjs")
}

/// The tests of JavaScript in one file, which are no part of all.
fn alone(name: &str, file: &str) -> Result<()> {
    let mut tally = Tally::default();
    let result = step(name, || {
        let mut node = Command::new("node");
        node.args(["--test", "--test-reporter=tap"]).arg(project::path(file));
        runner::all(&mut node, &mut tally)
    });
    println!("{} passed, {} failed", tally.passed, tally.failed);
    result
}

/// Looks at what a release has for sites, on a host that has nginx and no more.
pub fn release() -> Result<()> {
    looked("release on nginx", served::look)
}

/// Looks at it on each of the web servers that it has rules for.
pub fn hosts() -> Result<()> {
    looked("web servers", hosts::look)
}

fn looked(name: &str, look: fn() -> Result<Vec<String>>) -> Result<()> {
    let mut tally = Tally::default();
    let result = step(name, look);
    match &result {
        Ok(seen) => {
            for line in seen {
                println!("{line}");
                tally.passed += 1;
            }
        }
        Err(_) => tally.failed += 1,
    }
    println!("{} passed, {} failed", tally.passed, tally.failed);
    result.map(drop)
}

/// Each file by name: what Node.js makes of a folder differs between its versions.
fn node_tests() -> Result<Vec<PathBuf>> {
    let folder = project::path("tests/node");
    if !folder.is_dir() {
        return Ok(Vec::new());
    }
    let mut files = Vec::new();
    for entry in fs::read_dir(folder)? {
        let file = entry?.path();
        let name = file.file_name().and_then(OsStr::to_str).unwrap_or_default();
        if [".test.js", ".test.mjs"].iter().any(|end| name.ends_with(end)) {
            files.push(file);
        }
    }
    files.sort();
    Ok(files)
}
