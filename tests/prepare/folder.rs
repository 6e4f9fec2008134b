// SPDX-License-Identifier: EUPL-1.2
//! A folder with files that a test makes up, and what is prepared from it.

use kansrijke_start::indicator::period::Period;
use kansrijke_start::prepare::message::Say;
use kansrijke_start::prepare::problem::Problem;
use kansrijke_start::prepare::read::input::Progress;
use kansrijke_start::prepare::record::Record;
pub use kansrijke_start::prepare::run::Figures;
use kansrijke_start::prepare::run::prepare;
use kansrijke_start::request::Language;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};

/// A folder that is removed when the test ends.
pub struct Folder(pub PathBuf);

impl Folder {
    /// With these files.
    pub fn with(files: &[(&str, &[u8])]) -> Self {
        static NEXT: AtomicUsize = AtomicUsize::new(0);
        let name =
            format!("folder-{}-{}", std::process::id(), NEXT.fetch_add(1, Ordering::Relaxed));
        let folder = Self(Path::new(env!("CARGO_TARGET_TMPDIR")).join(name));
        let _ = fs::remove_dir_all(&folder.0);
        fs::create_dir_all(&folder.0).unwrap();
        for (name, bytes) in files {
            folder.put(name, bytes);
        }
        folder
    }

    pub fn put(&self, name: &str, bytes: &[u8]) {
        let path = self.0.join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
    }

    /// By a recipe in it.
    pub fn prepare(&self, recipe: &str) -> Result<Figures, Vec<Problem>> {
        self.put("recipe.toml", recipe.as_bytes());
        prepare(&self.0.join("recipe.toml"), &Progress::default())
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

/// One file, by a recipe of which `columns` is what stands below `path`.
pub fn one(name: &str, bytes: &[u8], columns: &str) -> Result<Figures, Vec<Problem>> {
    Folder::with(&[(name, bytes)]).prepare(&format!("[[file]]\npath = \"{name}\"\n{columns}"))
}

/// What is known of an indicator in a region and period.
pub fn record<'a>(
    figures: &'a Figures,
    id: &str,
    region: &str,
    period: &str,
) -> Option<&'a Record> {
    figures.records.get(id)?.get(&(region.to_string(), Period::parse(period)?))
}

/// What a person should know of figures, in Dutch.
pub fn warnings(figures: &Figures) -> Vec<String> {
    figures.summary.warnings.iter().map(|warning| warning.say(Language::Dutch)).collect()
}

/// The value, where there is one.
pub fn value(figures: &Figures, id: &str, region: &str, period: &str) -> Option<f64> {
    record(figures, id, region, period)?.value
}

/// The counts, where there are any.
pub fn counts(
    figures: &Figures,
    id: &str,
    region: &str,
    period: &str,
) -> Option<(f64, Option<f64>)> {
    let record = record(figures, id, region, period)?;
    Some((record.numerator?, record.denominator))
}

/// What is wrong, each on a line.
pub fn told<T>(result: Result<T, Vec<Problem>>) -> String {
    match result {
        Ok(_) => panic!("nothing was refused"),
        Err(problems) => {
            assert!(!problems.is_empty() && problems.len() <= 20, "{} problems", problems.len());
            problems.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n")
        }
    }
}
