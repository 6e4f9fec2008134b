// SPDX-License-Identifier: EUPL-1.2
//! `cargo xtask build`: from sources to what a host copies.

use std::fs;

use anyhow::Result;
use kansrijke_start::prepare;

use crate::cores::CORES;
use crate::setup::{self, Packages};
use crate::size::Sizes;
use crate::step::step;
use crate::{bundle, integrity, project, site, wasm};

/// Builds everything in `pkg/` and reports what it weighs.
pub fn run() -> Result<()> {
    let pkg = project::pkg();
    step("set-up", || setup::packages(Packages::Tools))?;
    fs::create_dir_all(&pkg)?;
    for core in CORES {
        step(core.stem, || {
            wasm::bind(core, &wasm::compile(core)?, &pkg)?;
            wasm::optimise(&pkg.join(core.file()))
        })?;
    }
    step("figures", || {
        let made = prepare::run(&project::www().join("figures"), &pkg.join("data"));
        made.map(|_| ()).map_err(|problems| {
            let said: Vec<String> = problems.iter().map(ToString::to_string).collect();
            anyhow::anyhow!("{}", said.join("\n"))
        })
    })?;
    step("script", || {
        bundle::interaction(&pkg)?;
        bundle::script(&pkg)?;
        bundle::own(&pkg)?;
        CORES.iter().try_for_each(|c| bundle::minify(&pkg.join(c.glue())))
    })?;
    step("pages", || {
        for page in site::PAGES {
            fs::copy(project::www().join(page), pkg.join(page))?;
        }
        bundle::maker(&pkg)
    })?;
    step("integrity", || {
        let license = project::path("LICENSE");
        if license.is_file() {
            fs::copy(license, pkg.join("LICENSE"))?;
        }
        integrity::write(&pkg)
    })?;
    println!("{}", Sizes::measure()?.report());
    Ok(())
}
