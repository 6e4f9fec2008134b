// SPDX-License-Identifier: EUPL-1.2
//! The cores of the element.

use kansrijke_start::request::{Family, View};

/// A core: which views it has, and what its files are called.
#[derive(Clone, Copy, Debug)]
pub struct Core {
    /// The stem of its files: `core.js`, `core_bg.wasm`, `core.d.ts`.
    pub stem: &'static str,
    /// The feature of the library that has its views; of all of them, where there is none.
    feature: Option<&'static str>,
}

impl Core {
    /// The compiled module.
    pub fn file(self) -> String {
        format!("{}_bg.wasm", self.stem)
    }

    /// The JavaScript that calls it.
    pub fn glue(self) -> String {
        format!("{}.js", self.stem)
    }

    /// What tells cargo to compile this core and no other.
    pub fn features(self) -> Vec<&'static str> {
        match self.feature {
            Some(feature) => vec!["--no-default-features", "--features", feature],
            None => Vec::new(),
        }
    }
}

/// The cores that paint: a page loads those that its charts need.
pub const CORES: [Core; 5] = [
    Core { stem: "core", feature: Some("single") },
    Core { stem: "regions", feature: Some("ranking") },
    Core { stem: "map", feature: Some("map") },
    Core { stem: "overview", feature: Some("overview") },
    Core { stem: "story", feature: Some("story") },
];

/// The core with everything, which a page loads when somebody asks for more than a picture.
pub const TOOLS: Core = Core { stem: "tools", feature: None };

/// The core that paints a view.
pub fn drawing(view: View) -> Core {
    let [single, ranking, map, overview, story] = CORES;
    match view.family() {
        Family::Single => single,
        Family::Ranking => ranking,
        Family::Map => map,
        Family::Overview => overview,
        Family::Story => story,
    }
}

/// All of them.
pub fn all() -> impl Iterator<Item = Core> {
    CORES.into_iter().chain([TOOLS])
}
