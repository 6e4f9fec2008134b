// SPDX-License-Identifier: EUPL-1.2
//! The cores of the element.

use kansrijke_start::request::{Family, Language, View};

/// A core: which views it has, which language it speaks, and what its files are called.
#[derive(Clone, Copy, Debug)]
pub struct Core {
    /// The stem of the files of its family: `core.js`, `core.d.ts`, `core_bg.wasm`.
    pub stem: &'static str,
    /// The feature of the library that has its views; of all of them, where there is none.
    feature: Option<&'static str>,
    /// The language of its words; all of them, where there is none.
    language: Option<Language>,
}

impl Core {
    const fn painting(stem: &'static str, feature: &'static str, language: Language) -> Self {
        Self { stem, feature: Some(feature), language: Some(language) }
    }

    /// What its compiled module is called: `core`, or `core-en`.
    pub fn name(self) -> String {
        match self.language {
            Some(Language::Dutch) | None => self.stem.to_string(),
            Some(other) => format!("{}-{}", self.stem, other.tag()),
        }
    }

    /// The compiled module.
    pub fn file(self) -> String {
        format!("{}_bg.wasm", self.name())
    }

    /// The JavaScript that calls it, whatever language it speaks.
    pub fn glue(self) -> String {
        format!("{}.js", self.stem)
    }

    /// What tells cargo to compile this core and no other.
    pub fn features(self) -> Vec<&'static str> {
        let language = match self.language {
            Some(Language::Dutch) => Some("dutch"),
            Some(Language::English) => Some("english"),
            None => None,
        };
        let features: Vec<_> = self.feature.into_iter().chain(language).collect();
        if features.is_empty() {
            return features;
        }
        let only = features.into_iter().flat_map(|feature| ["--features", feature]);
        ["--no-default-features"].into_iter().chain(only).collect()
    }
}

/// The cores that paint: a page loads those that its charts need. Those of a family stand together,
/// the Dutch one first.
pub const CORES: [Core; 12] = [
    Core::painting("core", "single", Language::Dutch),
    Core::painting("core", "single", Language::English),
    Core::painting("regions", "ranking", Language::Dutch),
    Core::painting("regions", "ranking", Language::English),
    Core::painting("map", "map", Language::Dutch),
    Core::painting("map", "map", Language::English),
    Core::painting("overview", "overview", Language::Dutch),
    Core::painting("overview", "overview", Language::English),
    Core::painting("story", "story", Language::Dutch),
    Core::painting("story", "story", Language::English),
    Core::painting("brief", "brief", Language::Dutch),
    Core::painting("brief", "brief", Language::English),
];

/// The core with everything, which a page loads when somebody asks for more than a picture.
pub const TOOLS: Core = Core { stem: "tools", feature: None, language: None };

/// The core that writes workbooks, which a page loads when somebody asks for one.
pub const SHEET: Core = Core { stem: "sheet", feature: Some("sheet"), language: None };

/// The stem of the cores that paint a view.
pub fn drawing(view: View) -> &'static str {
    match view.family() {
        Family::Single => "core",
        Family::Ranking => "regions",
        Family::Map => "map",
        Family::Overview => "overview",
        Family::Story => "story",
        Family::Brief => "brief",
    }
}

/// All of them.
pub fn all() -> impl Iterator<Item = Core> {
    CORES.into_iter().chain([TOOLS, SHEET])
}

/// One for each glue, and so one of each family.
pub fn families() -> impl Iterator<Item = Core> {
    all().filter(|core| core.name() == core.stem)
}
