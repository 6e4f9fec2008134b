// SPDX-License-Identifier: EUPL-1.2
//! The cores of the element.

/// A core: which views it has, and what its files are called.
#[derive(Clone, Copy, Debug)]
pub struct Core {
    /// The stem of its files: `core.js`, `core_bg.wasm`, `core.d.ts`.
    pub stem: &'static str,
    /// The feature of the library that has its views.
    feature: &'static str,
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
    pub fn features(self) -> [&'static str; 3] {
        ["--no-default-features", "--features", self.feature]
    }
}

/// The cores of the element: a page loads those that its charts need.
pub const CORES: [Core; 4] = [
    Core { stem: "core", feature: "single" },
    Core { stem: "regions", feature: "ranking" },
    Core { stem: "map", feature: "map" },
    Core { stem: "overview", feature: "overview" },
];
