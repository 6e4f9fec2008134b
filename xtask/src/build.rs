// SPDX-License-Identifier: EUPL-1.2
//! `cargo xtask build`: from sources to what a host copies.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use anyhow::Result;
use kansrijke_start::prepare;
use kansrijke_start::prepare::problem::Problem;
use kansrijke_start::prepare::read::input::Progress;

use crate::cores;
use crate::optimiser::{self, Recipe};
use crate::packages::{self, Packages};
use crate::size::Sizes;
use crate::step::step;
use crate::{bundle, folder, integrity, lists, municipal, plain, project, site, versions, wasm};

/// Builds everything in `pkg/` and reports what it weighs.
pub fn run() -> Result<()> {
    let pkg = project::pkg();
    step("packages", || packages::install(Packages::Tools))?;
    fs::create_dir_all(&pkg)?;
    let made = folder::area(&pkg, &project::target())?;
    let out = &made.half();
    cores(out)?;
    step("version", versions::renew)?;
    step("figures", || {
        let said = |problems: Vec<Problem>| {
            let said: Vec<String> = problems.iter().map(ToString::to_string).collect();
            anyhow::anyhow!("{}", said.join("\n"))
        };
        let recipe = project::www().join("figures/recipe.toml");
        let figures = prepare::run::prepare(&recipe, &Progress::default()).map_err(said)?;
        municipal::write(&figures)?;
        prepare::run::write(figures, &pkg.join(folder::FIGURES)).map(|_| ()).map_err(said)
    })?;
    step("lists", || lists::write(&pkg.join(folder::FIGURES)))?;
    step("script", || {
        bundle::interaction(out)?;
        bundle::later(out)?;
        bundle::theme(out)?;
        bundle::links(out)?;
        bundle::plain(out)?;
        bundle::module(out)?;
        bundle::script(out)?;
        bundle::statistics(out)?;
        cores::families().try_for_each(|core| bundle::minify(&out.join(core.glue())))
    })?;
    step("pages", || {
        for page in site::PAGES {
            let page = project::www().join(page);
            fs::copy(&page, out.join(page.file_name().unwrap_or_default()))?;
        }
        bundle::maker(out)
    })?;
    step("integrity", || {
        let license = project::path("LICENSE");
        if license.is_file() {
            fs::copy(license, out.join("LICENSE"))?;
        }
        folder::fill(&pkg, out)?;
        integrity::write(&pkg)
    })?;
    println!("{}", Sizes::measure()?.report());
    Ok(())
}

/// Compiles, binds and shrinks each core.
fn cores(out: &Path) -> Result<()> {
    std::thread::scope(|scope| {
        // The compiler links on one processor: on the others the core before is made smaller, and
        // says which recipe was the best for it.
        let mut before: Option<std::thread::ScopedJoinHandle<'_, Result<(&str, Recipe)>>> = None;
        let mut best = BTreeMap::new();
        let mut finish = |next| {
            if let Some(thread) = std::mem::replace(&mut before, next) {
                let died = |_| anyhow::anyhow!("the optimiser's thread died");
                best.extend([thread.join().map_err(died)??]);
            }
            anyhow::Ok(best.clone())
        };
        for core in cores::all() {
            let best = step(&core.name(), || {
                let compiled = wasm::compile(core)?;
                wasm::bind(core, &compiled, out)?;
                let best = finish(None)?;
                if core.stem == cores::TOOLS.stem {
                    plain::translate(&compiled, out)?;
                }
                Ok(best)
            })?;
            let file = out.join(core.file());
            finish(Some(scope.spawn(move || {
                // What is the best way for one language of a family is so for the other.
                let recipe = match best.get(core.stem) {
                    Some(recipe) => optimiser::optimise(&file, &[*recipe])?,
                    None => optimiser::optimise(&file, &optimiser::RECIPES)?,
                };
                versions::stamp(&file)?;
                Ok((core.stem, recipe))
            })))?;
        }
        step("optimiser", || finish(None))?;
        Ok(())
    })
}
