// SPDX-License-Identifier: EUPL-1.2
//! The one script that a page names: the element with the core's glue inside it.

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};
use kansrijke_start::chart::canvas::role::Role;
use kansrijke_start::error::Error;
use kansrijke_start::figure::style;
use kansrijke_start::request::{Language, View};
use kansrijke_start::text::words::Words;
use kansrijke_start::text::words::failure::FailureWords;
use kansrijke_start::text::words::interaction::Interaction;

use crate::cores::{self, CORES, SHEET, TOOLS};
use crate::{command, integrity, plain, project};

/// Constants that the script finds in place of names such as `__VERSION__`.
type Defines = Vec<(Cow<'static, str>, serde_json::Value)>;

/// The hash by which a script knows a file that was built before it.
fn hash(pkg: &Path, file: &str) -> Result<serde_json::Value> {
    let bytes = fs::read(pkg.join(file)).with_context(|| format!("{file} is not built"))?;
    Ok(integrity::short(&bytes).into())
}

/// The constants of this build. A new one is added here, and declared nowhere else.
fn defines(pkg: &Path) -> Result<Defines> {
    let mut defines = vec![
        ("__VERSION__".into(), project::VERSION.into()),
        ("__INTERACTION_INTEGRITY__".into(), hash(pkg, INTERACTION)?),
        ("__LATER_INTEGRITY__".into(), hash(pkg, LATER)?),
        ("__THEME_INTEGRITY__".into(), hash(pkg, THEME)?),
        ("__LINKS_INTEGRITY__".into(), hash(pkg, LINKS)?),
        ("__MODULE_INTEGRITY__".into(), hash(pkg, MODULE)?),
        ("__STYLE__".into(), minified(&style::sheet())?.into()),
        ("__CORE_UNAVAILABLE__".into(), core_unavailable()),
        ("__STEMS__".into(), stems()),
    ];
    for core in CORES {
        // `__CORE_EN_INTEGRITY__`.
        let name = core.name().to_uppercase().replace('-', "_");
        defines.push((format!("__{name}_INTEGRITY__").into(), hash(pkg, &core.file())?));
    }
    Ok(defines)
}

/// What each role is called, its colours, and the contrast that it keeps.
fn roles() -> serde_json::Value {
    let role =
        |role: Role| serde_json::json!([role.class(), role.color(), role.dark(), role.contrast()]);
    style::palette().into_iter().map(role).collect()
}

/// The views that are not drawn by the first core, with the core that draws them.
fn stems() -> serde_json::Value {
    let stem = cores::drawing;
    let others = View::ALL.into_iter().filter(|view| stem(*view) != CORES[0].stem);
    others.map(|view| (view.word().to_string(), serde_json::Value::from(stem(view)))).collect()
}

/// A style sheet, as small as it gets.
fn minified(sheet: &str) -> Result<String> {
    let mut file = tempfile::Builder::new().suffix(".css").tempfile()?;
    file.write_all(sheet.as_bytes())?;
    let mut esbuild = command::node("esbuild");
    let css = command::output(esbuild.arg(file.path()).arg("--minify"))?;
    Ok(css.trim().to_owned())
}

/// The one message that the script must know by itself: the core, which has all the others,
/// cannot be loaded.
fn core_unavailable() -> serde_json::Value {
    let error = Error::CoreUnavailable { found: "{found}".into() };
    let said = |language: Language| {
        let words = FailureWords::of(language);
        serde_json::json!({
            "code": error.code(),
            "message": words.message(&error),
            "hint": words.hint(&error),
        })
    };
    serde_json::json!({ "nl": said(Language::Dutch), "en": said(Language::English) })
}

/// The words of controls and downloads.
fn words() -> serde_json::Value {
    let said = |language: Language| {
        let (words, here) = (Words::of(language), Interaction::of(language));
        serde_json::json!({
            "region": words.region,
            "indicator": here.indicator,
            "period": words.period,
            "latest": here.latest,
            "months": words.months,
            "interval": words.interval_head,
            "numerator": words.numerator,
            "denominator": words.denominator,
            "counts": words.counts,
            "none": here.no_region,
            "country": words.country,
            "province": words.province_label,
            "corop": words.corop_label,
            "pictures": here.pictures,
            "rows": here.rows,
            "copy": here.copy,
            "copied": here.copied,
            "cite": here.cite,
            "cited": here.cited,
            "insight": here.insight,
            "unavailable": here.unavailable,
            "newer": here.newer,
        })
    };
    serde_json::json!({ "nl": said(Language::Dutch), "en": said(Language::English) })
}

/// What a script takes of the glue of a core that paints, by the names that it has there. The
/// script compiles the core by itself.
const PAINTING: &str = "check, draw, read, \
                        __wbg_get_imports as imports, __wbg_finalize_init as start";

/// What a script takes of the glue of the tools besides.
const WORKING: &str = "attributes, book, corrected, correctedOf, custom, download, findings, \
                       frameHeight, html, insight, panel, refuse, regions, strange, unclosed, unreachable, \
                       compare, funnelLimits, proportion, rate, recentTrend";

/// What a script takes of the glue of the core that writes workbooks.
const WRITING: &str = "workbook, __wbg_get_imports as imports, __wbg_finalize_init as start";

/// The glue of the cores that paint: what the first core exchanges with its page includes what
/// the others do, so one glue in the script serves them all.
fn painting_glue(pkg: &Path, folder: &Path) -> Result<PathBuf> {
    let whole = fs::read_to_string(pkg.join(CORES[0].glue()))?;
    for core in cores::families().filter(|core| ![TOOLS.stem, SHEET.stem].contains(&core.stem)) {
        let other = fs::read_to_string(pkg.join(core.glue()))?;
        let (_, imports) = other.split_once("const import0 = {").context("no imports")?;
        let (imports, _) = imports.split_once("\n    };").context("imports without an end")?;
        let odd = imports.split("\n        __wb").find(|import| !whole.contains(import));
        ensure!(odd.is_none(), "{} needs a glue of its own: {odd:?}", core.stem);
    }
    glue(&pkg.join(CORES[0].glue()), CORES[0].stem, PAINTING, folder)
}

/// The glue of a core as a function that makes one for each time that it is started.
fn glue(from: &Path, stem: &str, used: &str, folder: &Path) -> Result<PathBuf> {
    let entry = folder.join([stem, "-used.js"].concat());
    let whole = fs::read_to_string(from)?;
    let (body, _) = whole.rsplit_once("\nexport {").context("the glue exports nothing")?;
    fs::write(&entry, format!("{}\nexport {{ {used} }};\n", body.replace("\nexport ", "\n")))?;
    let mut bundler = command::node("esbuild");
    bundler.arg(&entry).args(["--bundle", "--format=esm", "--target=es2022"]);
    let module = command::output(&mut bundler)?;
    let (body, exports) = module.split_once("\nexport {").context("the glue exports nothing")?;
    let (exports, _) = exports.split_once('}').context("the glue's exports have no end")?;
    // `one as other` is a member `other: one`.
    let member = |export: &str| match export.trim().split_once(" as ") {
        Some((name, member)) => format!("{member}: {name}"),
        None => export.trim().to_owned(),
    };
    let members: Vec<String> = exports.split(',').map(member).collect();
    let made = folder.join([stem, "-glue.js"].concat());
    let text =
        format!("export default () => {{\n{body}\nreturn {{ {} }};\n}};\n", members.join(", "));
    fs::write(&made, text)?;
    Ok(made)
}

/// The script with what a page asks for after its pictures.
const MODULE: &str = "module.js";

/// Bundles the script that a page names: the element with the glue of its cores.
pub fn script(pkg: &Path) -> Result<()> {
    let folder = tempfile::tempdir()?;
    let glue = painting_glue(pkg, folder.path())?;
    let mut more = vec![format!("--alias:glue={}", glue.display())];
    // Files of their own, for which not every picture waits; most pages never ask for the tools.
    let apart = [INTERACTION, LATER, THEME, LINKS, MODULE];
    more.extend(apart.map(|file| format!("--external:./{file}")));
    make("element/kansrijke-start.js", pkg, &defines(pkg)?, &more)
}

/// The core of the tools as plain JavaScript.
const PLAIN: &str = "plain.js";

/// Bundles that core with its glue, which are then no files of their own.
pub fn plain(pkg: &Path) -> Result<()> {
    let folder = tempfile::tempdir()?;
    let (code, own) = (pkg.join(plain::CODE), pkg.join(plain::GLUE));
    let used = format!("{PAINTING}, {WORKING}");
    let glue = glue(&own, "plain", &used, folder.path())?;
    let entry = folder.path().join("entry.js");
    fs::write(
        &entry,
        format!("export {{ default }} from {glue:?};\nexport {{ run }} from {code:?};\n"),
    )?;
    bundle(&entry, &pkg.join(PLAIN))?;
    for part in [code, own] {
        fs::remove_file(part)?;
    }
    Ok(())
}

/// Bundles the tools: figures by script, downloads and statistics, with the glue of their core and
/// of the one that writes workbooks.
pub fn module(pkg: &Path) -> Result<()> {
    let folder = tempfile::tempdir()?;
    let used = format!("{PAINTING}, {WORKING}");
    let glue = glue(&pkg.join(TOOLS.glue()), TOOLS.stem, &used, folder.path())?;
    let sheet_glue = self::glue(&pkg.join(SHEET.glue()), SHEET.stem, WRITING, folder.path())?;
    let style = fs::read_to_string(project::path("src/figure/insight.css"))?;
    let defines = vec![
        ("__INSIGHT_STYLE__".into(), minified(&style)?.into()),
        ("__PLAIN_INTEGRITY__".into(), hash(pkg, PLAIN)?),
        ("__TOOLS_INTEGRITY__".into(), hash(pkg, &TOOLS.file())?),
        ("__SHEET_INTEGRITY__".into(), hash(pkg, &SHEET.file())?),
        ("__CORE_UNAVAILABLE__".into(), core_unavailable()),
        ("__STEMS__".into(), stems()),
    ];
    let more = [
        format!("--alias:glue={}", glue.display()),
        format!("--alias:sheet-glue={}", sheet_glue.display()),
        format!("--external:./{PLAIN}"),
    ];
    make("tools/module.js", pkg, &defines, &more)
}

/// Gives the name of the first core's module, by which scripts know the statistics, to the core that
/// has them; the module itself gets the name of its family.
pub fn statistics(pkg: &Path) -> Result<()> {
    for end in ["js", "d.ts"] {
        let named = pkg.join(format!("{}.{end}", CORES[0].stem));
        fs::rename(&named, pkg.join(format!("{SINGLE}.{end}")))?;
        let tools = TOOLS.glue();
        let text = format!("export * from './{tools}';\nexport {{ default }} from './{tools}';\n");
        fs::write(named, text)?;
    }
    minify(&pkg.join(format!("{SINGLE}.js")))
}

/// The module of the core of one place.
const SINGLE: &str = "single";

/// The script with what comes after the picture.
const INTERACTION: &str = "interaction.js";

/// Bundles what comes after the picture.
pub fn interaction(pkg: &Path) -> Result<()> {
    let sheet = fs::read_to_string(project::path("src/figure/interaction.css"))?;
    let defines = vec![
        ("__INTERACTION_STYLE__".into(), minified(&sheet)?.into()),
        ("__WORDS__".into(), words()),
        ("__STEMS__".into(), stems()),
    ];
    make("interaction/interaction.js", pkg, &defines, &[])
}

/// The script with what a page needs when its first picture is there.
const LATER: &str = "later.js";

/// Bundles the rest of the charts of a page, and paper.
pub fn later(pkg: &Path) -> Result<()> {
    let sheets = ["src/figure/inline.css", "src/figure/cards.css", "src/figure/paper.css"];
    let sheets = sheets.map(|sheet| fs::read_to_string(project::path(sheet)));
    let sheet = sheets.into_iter().collect::<std::io::Result<String>>()?;
    let whole = |language: Language| Interaction::of(language).whole;
    let whole = serde_json::json!({ "nl": whole(Language::Dutch), "en": whole(Language::English) });
    let defines = vec![
        ("__PAPER_STYLE__".into(), minified(&sheet)?.into()),
        ("__WHOLE__".into(), whole),
        ("__STEMS__".into(), stems()),
    ];
    make("later/later.js", pkg, &defines, &[])
}

/// The script with the colours of a page that is dark or tinted, or has a house style.
const THEME: &str = "theme.js";

/// Bundles the colours.
pub fn theme(pkg: &Path) -> Result<()> {
    let sheet = fs::read_to_string(project::path("src/figure/theme.css"))?;
    let defines =
        vec![("__THEME_STYLE__".into(), minified(&sheet)?.into()), ("__ROLES__".into(), roles())];
    make("theme/theme.js", pkg, &defines, &[])
}

/// The script for links and blocks that stand for a figure.
const LINKS: &str = "links.js";

/// Bundles what turns them into elements.
pub fn links(pkg: &Path) -> Result<()> {
    let more = ["--external:./kansrijke-start.js".to_owned()];
    make("links/links.js", pkg, &Vec::new(), &more)
}

/// What makes a script smaller that is as small as the bundler can make it.
const SMALLER: [&str; 6] =
    ["--module", "--ecma=2022", "--compress", "passes=3,unsafe_arrows", "--mangle", "--output"];

/// Bundles a script of the site under its own name, with constants, and makes it as small as it gets.
fn make(entry: &str, pkg: &Path, defines: &Defines, more: &[String]) -> Result<()> {
    let entry = project::www().join(entry);
    let out = pkg.join(entry.file_name().unwrap_or_default());
    let mut esbuild = esbuild(&entry, &out);
    esbuild.arg("--bundle").args(more);
    for (name, value) in defines {
        esbuild.arg(format!("--define:{name}={value}"));
    }
    command::output(&mut esbuild)?;
    let mut terser = command::node("terser");
    command::output(terser.arg(&out).args(SMALLER).arg(&out))?;
    Ok(())
}

/// Bundles a script and everything that it imports into one file.
pub fn bundle(entry: &Path, out: &Path) -> Result<()> {
    command::output(esbuild(entry, out).arg("--bundle"))?;
    Ok(())
}

/// What our own files say of a row, and the status that a row of one's own may have for it.
fn remarks() -> serde_json::Value {
    let said = [Language::Dutch, Language::English].map(Words::of).into_iter().flat_map(|words| {
        [
            (words.withheld_short, "withheld"),
            (words.missing_short, "missing"),
            (words.border_change_short, "border-change"),
            (words.incomplete_short, "incomplete"),
            (words.not_applicable_short, "not-applicable"),
            (words.provisional_short, "provisional"),
        ]
    });
    said.map(|(word, status)| (word.to_string(), serde_json::Value::from(status))).collect()
}

/// Bundles the embed maker's script, with the notices of what it brings.
pub fn maker(pkg: &Path) -> Result<()> {
    let mut esbuild = making(&pkg.join("maker.js"));
    command::output(esbuild.args(["--bundle", "--legal-comments=eof"]))?;
    Ok(())
}

/// The packages of npm that a script brings; only the maker's brings any.
pub fn brought() -> Result<BTreeSet<String>> {
    let folder = tempfile::tempdir()?;
    let told = folder.path().join("told.json");
    let mut esbuild = making(&folder.path().join("maker.js"));
    esbuild.arg("--bundle").arg(format!("--metafile={}", told.display()));
    command::output(&mut esbuild)?;
    let told: serde_json::Value = serde_json::from_slice(&fs::read(told)?)?;
    let files = told.get("inputs").and_then(serde_json::Value::as_object);
    let files = files.context("esbuild names no files")?.keys();
    let package = |file: &String| {
        let (_, inside) = file.rsplit_once("node_modules/")?;
        let mut parts = inside.split('/');
        let name = parts.next()?;
        let scoped = name.starts_with('@').then(|| parts.next()).flatten();
        Some(scoped.map_or_else(|| name.to_owned(), |own| format!("{name}/{own}")))
    };
    Ok(files.filter_map(package).collect())
}

/// The bundler, about to make the maker's script.
fn making(out: &Path) -> std::process::Command {
    let entry = project::www().join("maker/maker.js");
    let mut esbuild = esbuild(&entry, out);
    // Packages stand with the tools, not with the page.
    esbuild.env("NODE_PATH", project::path("xtask/node_modules"));
    esbuild.arg(format!("--define:__REMARKS__={}", remarks()));
    esbuild.arg(format!("--define:__STEMS__={}", stems()));
    esbuild
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
