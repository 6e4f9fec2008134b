// SPDX-License-Identifier: EUPL-1.2
//! `cargo xtask check`: format, lints, documentation, and what every file and every package of
//! others keeps to.

use anyhow::{Context, Result};

use crate::cores;
use crate::step::step;
use crate::{command, sources, supply};

const WASM: [&str; 2] = ["--target", "wasm32-unknown-unknown"];
const CORE: [&str; 3] = ["--package", "kansrijke-start", "--lib"];

/// Checks everything that can be checked without running it.
pub fn run() -> Result<()> {
    step("files", sources::check)?;
    step("packages of others", supply::check)?;
    step("format", || cargo(&[&["fmt", "--all", "--check"]]).context("run `cargo fmt --all`"))?;
    step("lints", || {
        let strict = &["--", "-D", "warnings"][..];
        // Tests in browsers are no target of those, for they run only when they are asked for.
        for targets in [&["--all-targets"][..], &["--test", "browser"]] {
            cargo(&[&["clippy", "--quiet", "--workspace"], targets, strict])?;
        }
        for core in cores::families() {
            cargo(&[&["clippy", "--quiet"], &CORE, &WASM, &core.features(), strict])?;
        }
        Ok(())
    })?;
    step("documentation", || {
        cargo(&[&["doc", "--quiet", "--workspace", "--lib", "--no-deps"]])?;
        cargo(&[&["doc", "--quiet", "--no-deps"], &CORE, &WASM])
    })
}

fn cargo(arguments: &[&[&str]]) -> Result<()> {
    let mut cargo = command::cargo();
    cargo.args(arguments.concat()).env("RUSTDOCFLAGS", "-D warnings");
    command::run(&mut cargo)
}
