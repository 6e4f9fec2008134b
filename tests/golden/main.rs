// SPDX-License-Identifier: EUPL-1.2
//! Every picture of the gallery as a file that somebody approved, and a test of its own by its
//! name: one that differs fails, so does one that is no longer drawn, and so does a file that
//! nothing draws. CONTRIBUTING.md says how pictures are approved.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that fails should stop")]

#[path = "../support/mod.rs"]
mod support;
mod mistakes;

use kansrijke_start::data::dataset::Dataset;
use kansrijke_start::error::Error;
use kansrijke_start::figure::Figure;
use kansrijke_start::program::advice::{self, Asked};
use kansrijke_start::request::{Language, Request, SHOWN};
use libtest_mimic::{Arguments, Failed, Trial};
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use support::Scenario;

/// The wide and the narrow form of each figure.
const WIDTHS: [u32; 2] = [640, 288];

/// Attributes that change nothing of the picture.
const UNSEEN: [&str; 4] = ["theme", "controls", "follow", "annotations"];

/// Figures with what can be concluded, which no element of a page asks for: a funnel with dashed limits,
/// others with stabilised figures. The name, and the attributes.
const CONCLUDED: [(&str, &[(&str, &str)]); 3] = [
    (
        "moeders-35-plus-utrecht-funnel-insight",
        &[("indicator", "moeders-35-plus"), ("region", "Utrecht"), ("view", "funnel")],
    ),
    (
        "tienermoeders-utrecht-ranking-insight",
        &[
            ("indicator", "tienermoeders"),
            ("region", "Utrecht"),
            ("view", "ranking"),
            ("within", "PV26"),
        ],
    ),
    ("leiden-profile-insight", &[("region", "Leiden"), ("view", "profile")]),
];

/// Stands at the end of the name of what was drawn where another picture is approved.
const CHANGED: &str = "-changed";

/// The test, and the file, of what people type and are told.
const TYPED: &str = "mistakes";

/// An element of the gallery, drawn this wide.
type Drawing = (Scenario, u32);

fn main() -> ExitCode {
    // The option is this test's own; the others are those of every test.
    let (own, others): (Vec<String>, Vec<String>) =
        std::env::args().partition(|argument| argument == "--approve");
    let is_approving = !own.is_empty();
    let arguments = Arguments::from_iter(others);
    let mut pictures = BTreeMap::<String, Vec<Drawing>>::new();
    for scenario in support::gallery() {
        for (name, drawing) in drawings(scenario) {
            pictures.entry(name).or_default().push(drawing);
        }
    }
    let at_widths =
        |(name, attributes)| WIDTHS.map(|width| (format!("{name}-{width}"), attributes, width));
    let conclusions: Vec<_> = CONCLUDED.into_iter().flat_map(at_widths).collect();
    for name in approved() {
        if name == TYPED || conclusions.iter().any(|(known, ..)| *known == name) {
            continue;
        }
        pictures.entry(name).or_default();
    }
    let trials = pictures.into_iter().map(|(name, drawings)| {
        let test = name.clone();
        Trial::test(name, move || compare(&test, &drawings, is_approving).map_err(Failed::from))
    });
    let typed = Trial::test(TYPED, move || {
        let text = mistakes::told(support::figures())?;
        let file = folder().join(TYPED).with_extension("txt");
        settle(&file, Some(&text), is_approving).map_err(Failed::from)
    });
    let concluded = conclusions.into_iter().map(|(name, attributes, width)| {
        Trial::test(name.clone(), move || {
            let file = folder().join(name).with_extension("svg");
            settle(&file, Some(&concluded(attributes, width)?), is_approving).map_err(Failed::from)
        })
    });
    let trials = trials.chain([typed]).chain(concluded);
    libtest_mimic::run(&arguments, trials.collect()).exit_code()
}

fn folder() -> PathBuf {
    support::project().join("tests/golden")
}

/// The names of the files that were approved.
fn approved() -> BTreeSet<String> {
    let files = fs::read_dir(folder()).unwrap().map(|entry| entry.unwrap().path());
    let pictures = files.filter(|file| file.extension().is_some_and(|end| end != "rs"));
    let names = pictures.map(|file| file.file_stem().unwrap().to_string_lossy().into_owned());
    names.filter(|name| !name.ends_with(CHANGED)).collect()
}

/// What is approved of an element, by name: two widths, or one text where it is refused.
fn drawings(scenario: Scenario) -> Vec<(String, Drawing)> {
    let attributes = scenario.attributes.iter();
    let seen = attributes.filter(|(name, _)| !UNSEEN.contains(&name.as_str()));
    let plain =
        |value: &str| value.to_lowercase().replace(|c: char| !c.is_ascii_alphanumeric(), "-");
    let name = seen.map(|(_, value)| plain(value)).collect::<Vec<_>>().join("-");
    if !scenario.is_refused {
        let copy = || Scenario { attributes: scenario.attributes.clone(), ..scenario };
        return WIDTHS.map(|width| (format!("{name}-{width}"), (copy(), width))).into();
    }
    // Files that a server has, or has not, are the browser's to ask for.
    if scenario.attribute("src").is_some() { vec![] } else { vec![(name, (scenario, 640))] }
}

/// What comes of an element: the end of its file's name, and the text in the file.
fn draw((scenario, width): &Drawing) -> Result<(&'static str, String), String> {
    let found = figure(scenario, *width);
    if scenario.is_refused {
        let error = found.err().ok_or("nothing is refused")?;
        let refused = advice::refused(support::figures(), Language::Dutch, &asked(scenario), error);
        let (code, said) = (refused.error.code(), refused.said);
        let hint = mistakes::shortened(&said.hint);
        return Ok(("txt", format!("{code}\n{}\n{hint}\n", said.message)));
    }
    let (dataset, request) = found.map_err(|error| format!("not drawn: {error}"))?;
    let figure = Figure::new(dataset, &request).map_err(|error| error.to_string())?;
    match figure.svg() {
        Ok(svg) => Ok(("svg", svg.to_html() + "\n")),
        Err(Error::NoPicture) => Ok(("html", figure.tree("golden").to_html() + "\n")),
        Err(error) => Err(error.to_string()),
    }
}

/// A figure with what can be concluded.
fn concluded(attributes: &[(&str, &str)], width: u32) -> Result<String, String> {
    let drawn = || -> Result<String, Error> {
        let mut request = support::request(attributes, width)?;
        request.insight = true;
        let svg = Figure::new(support::dataset_of(&request)?, &request)?.svg()?;
        Ok(svg.to_html() + "\n")
    };
    drawn().map_err(|error| error.to_string())
}

/// The attributes of an element that a figure can be written with.
fn asked(scenario: &Scenario) -> Asked {
    let given = |name: &'static str| Some((name, scenario.attribute(name)?.to_string()));
    SHOWN.into_iter().filter_map(given).collect()
}

/// The dataset and the request of an element, of which a figure can be made.
fn figure(scenario: &Scenario, width: u32) -> Result<(&'static Dataset, Request), Error> {
    let request = support::request(&scenario.attributes, width)?;
    let dataset = support::dataset_of(&request)?;
    Figure::new(dataset, &request)?;
    Ok((dataset, request))
}

/// Compares what is drawn under a name with what was approved; when approving, makes them agree.
fn compare(name: &str, drawings: &[Drawing], is_approving: bool) -> Result<(), String> {
    let mut drawn = drawings.iter().map(draw).collect::<Result<Vec<_>, _>>()?;
    drawn.dedup();
    if drawn.len() > 1 {
        return Err("elements of the gallery that are called the same are drawn differently".into());
    }
    let current = drawn.first();
    for extension in ["svg", "html", "txt"] {
        let file = folder().join(format!("{name}.{extension}"));
        let text = current.filter(|(of, _)| *of == extension).map(|(_, text)| text.as_str());
        settle(&file, text, is_approving)?;
    }
    Ok(())
}

/// One file: as it is drawn, or not there where nothing is drawn.
fn settle(file: &Path, drawn: Option<&str>, is_approving: bool) -> Result<(), String> {
    let name = file.file_name().unwrap().to_string_lossy();
    let (stem, extension) = name.split_once('.').unwrap();
    let changed = file.with_file_name(format!("{stem}{CHANGED}.{extension}"));
    let approved = fs::read_to_string(file).ok();
    if approved.as_deref() == drawn {
        let _ = fs::remove_file(changed);
        return Ok(());
    }
    match drawn {
        Some(text) if is_approving => {
            let _ = fs::remove_file(changed);
            fs::write(file, text).map_err(|error| error.to_string())
        }
        None if is_approving => fs::remove_file(file).map_err(|error| error.to_string()),
        Some(text) => {
            fs::write(&changed, text).map_err(|error| error.to_string())?;
            let found = if approved.is_some() { "differs" } else { "was never approved" };
            Err(format!(
                "{name} {found}: look at tests/golden/{stem}{CHANGED}.{extension}, then\n\
                 cargo test --test golden -- --approve --exact {stem}"
            ))
        }
        None => Err(format!(
            "nothing in the gallery draws {name} any more; if that is meant,\n\
             cargo test --test golden -- --approve --exact {stem}"
        )),
    }
}
