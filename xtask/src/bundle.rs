// SPDX-License-Identifier: EUPL-1.2
//! The one script that a page names: the element with the core's glue inside it.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use kansrijke_start::error::Error;
use kansrijke_start::request::Language;
use kansrijke_start::text::words::Words;

use crate::{command, integrity, project};

/// Constants that the script finds in place of names such as `__VERSION__`.
pub type Defines = Vec<(&'static str, serde_json::Value)>;

/// The constants of this build. A new one is added here, and declared nowhere else.
pub fn defines(pkg: &Path) -> Result<Defines> {
    let hash = |file: &str| -> Result<serde_json::Value> {
        let bytes = fs::read(pkg.join(file)).with_context(|| format!("{file} is not built"))?;
        Ok(integrity::hash(&bytes).into())
    };
    Ok(vec![
        ("__VERSION__", project::VERSION.into()),
        ("__CORE_INTEGRITY__", hash("core_bg.wasm")?),
        ("__REGIONS_INTEGRITY__", hash("regions_bg.wasm")?),
        ("__CHOOSING_INTEGRITY__", hash("choosing.js")?),
        ("__STYLE__", style("style")?.into()),
        ("__CORE_UNAVAILABLE__", core_unavailable()),
    ])
}

/// The constants of what lets a reader choose.
pub fn choosing() -> Result<Defines> {
    Ok(vec![("__CHOOSING_STYLE__", style("choosing")?.into()), ("__WORDS__", words())])
}

/// A style sheet of the figure, as small as it gets.
fn style(name: &str) -> Result<String> {
    let sheet = project::path("src/figure").join(name).with_extension("css");
    let mut esbuild = command::node("esbuild");
    let css = command::output(esbuild.arg(sheet).arg("--minify"))?;
    Ok(css.trim().to_owned())
}

/// The one message that the script must know by itself: the core, which has all the others,
/// cannot be loaded.
fn core_unavailable() -> serde_json::Value {
    let error = Error::CoreUnavailable { found: "{found}".into() };
    let said = |language: Language| {
        let words = Words::of(language);
        serde_json::json!({
            "code": error.code(),
            "message": words.message(&error),
            "hint": words.hint(&error),
        })
    };
    serde_json::json!({ "nl": said(Language::Dutch), "en": said(Language::English) })
}

/// The words beside the controls, which the script makes of a file that it has.
fn words() -> serde_json::Value {
    let said = |language: Language| {
        let words = Words::of(language);
        serde_json::json!({
            "region": words.region,
            "indicator": words.indicator,
            "period": words.period,
            "latest": words.latest,
            "none": words.no_region,
            "country": words.country,
            "province": words.province_label,
        })
    };
    serde_json::json!({ "nl": said(Language::Dutch), "en": said(Language::English) })
}

/// Bundles the script and everything that it imports into one file.
pub fn bundle(entry: &Path, out: &Path, defines: &Defines) -> Result<()> {
    let mut esbuild = esbuild(entry, out);
    esbuild.arg("--bundle");
    for (name, value) in defines {
        esbuild.arg(format!("--define:{name}={value}"));
    }
    command::output(&mut esbuild)?;
    Ok(())
}

/// Makes a module smaller in place; its exports keep their names.
pub fn minify(module: &Path) -> Result<()> {
    command::output(esbuild(module, module).arg("--allow-overwrite"))?;
    Ok(())
}

fn esbuild(entry: &Path, out: &Path) -> std::process::Command {
    let mut esbuild = command::node("esbuild");
    esbuild
        .arg(entry)
        .arg(format!("--outfile={}", out.display()))
        .args(["--format=esm", "--minify", "--target=es2022", "--charset=utf8"])
        .args(["--legal-comments=none", "--log-level=warning"]);
    esbuild
}
