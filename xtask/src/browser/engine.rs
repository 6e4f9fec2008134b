// SPDX-License-Identifier: EUPL-1.2
//! The engines that readers' browsers have.

use anyhow::{Result, bail};

use super::chromium::Chromium;
use super::firefox::Firefox;
use super::means::Means;
use super::webkit::WebKit;

/// The variable that says in which engine tests run.
pub const VARIABLE: &str = "KANSRIJKE_ENGINE";

/// What reads and draws pages in a browser.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Engine {
    /// Of Chrome, Edge and most others.
    Chromium,
    /// Of Firefox.
    Firefox,
    /// Of Safari; here as WebKitGTK has it.
    WebKit,
}

impl Engine {
    /// All of them; the first is the usual one.
    pub const ALL: [Self; 3] = [Self::Chromium, Self::Firefox, Self::WebKit];

    /// Its name for readers.
    pub fn name(self) -> &'static str {
        match self {
            Self::Chromium => "Chromium",
            Self::Firefox => "Firefox",
            Self::WebKit => "WebKitGTK",
        }
    }

    /// Its name in the variable and in lists.
    pub fn key(self) -> &'static str {
        match self {
            Self::Chromium => "chromium",
            Self::Firefox => "firefox",
            Self::WebKit => "webkit",
        }
    }

    /// The engine that the variable asks for.
    pub fn asked() -> Result<Self> {
        match std::env::var(VARIABLE) {
            Ok(asked) => Self::of(&asked),
            Err(_) => Ok(Self::Chromium),
        }
    }

    fn of(key: &str) -> Result<Self> {
        match Self::ALL.into_iter().find(|engine| engine.key() == key) {
            Some(engine) => Ok(engine),
            None => {
                bail!("{VARIABLE} is {key:?}: it has to be {}", Self::ALL.map(Self::key).join(", "))
            }
        }
    }

    /// Whether its driver has a log; if not, pages keep one.
    pub fn has_log(self) -> bool {
        self != Self::WebKit
    }

    /// How it is driven.
    pub(super) fn means(self) -> &'static dyn Means {
        match self {
            Self::Chromium => &Chromium,
            Self::Firefox => &Firefox,
            Self::WebKit => &WebKit,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_engine_is_found_by_its_key_and_no_other_word() {
        for engine in Engine::ALL {
            assert_eq!(Engine::of(engine.key()).expect("an engine"), engine);
        }
        let refused = Engine::of("opera").expect_err("no engine").to_string();
        assert!(refused.contains("\"opera\"") && refused.contains("chromium, firefox, webkit"));
    }
}
