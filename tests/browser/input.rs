// SPDX-License-Identifier: EUPL-1.2
//! The browser's own input: keys, a mouse and a finger.

use super::page::Page;
use std::time::Duration;
use thirtyfour::common::keys::TypingData;

impl Page {
    /// Types letters and keys, one after the other.
    pub fn keys(&self, keys: impl Into<TypingData>) {
        let chain = self.browser.session().expect("a session").action_chain();
        self.browser.wait(chain.send_keys(keys).perform()).expect("keys");
    }

    /// A key while another is held.
    pub fn chord(&self, held: char, key: char) {
        let chain = self.browser.session().expect("a session").action_chain();
        let chain = chain.key_down(held).send_keys(key.to_string()).key_up(held);
        self.browser.wait(chain.perform()).expect("a chord");
    }

    /// Waits until the page was painted. Before that, engines find what lies under a pointer where it
    /// was before the page scrolled, and have not handed the page all that the pointer did.
    pub fn frames(&self) {
        let two = "new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(true))))";
        assert!(self.browser.eval::<bool>(two).expect("two frames"));
    }

    /// Moves the pointer to a place in the window.
    pub fn point(&self, (x, y): (i64, i64)) {
        self.frames();
        let session = self.browser.session().expect("a session");
        // In one step: what it meets on a way would open, and might lie over the place.
        let chain = session.action_chain_with_delay(None, Some(Duration::ZERO));
        self.browser.wait(chain.move_to(x, y).perform()).expect("a move");
        self.frames();
    }

    /// Moves the pointer along places in the window, as fast as a hand does.
    pub fn along(&self, places: impl IntoIterator<Item = (i64, i64)>) {
        self.frames();
        let session = self.browser.session().expect("a session");
        let chain = session.action_chain_with_delay(None, Some(Duration::from_millis(5)));
        let chain = places.into_iter().fold(chain, |chain, (x, y)| chain.move_to(x, y));
        self.browser.wait(chain.perform()).expect("moves");
        self.frames();
    }

    /// Clicks at a place in the window.
    pub fn click(&self, (x, y): (i64, i64)) {
        self.frames();
        let session = self.browser.session().expect("a session");
        let chain = session.action_chain_with_delay(None, Some(Duration::from_millis(20)));
        self.browser.wait(chain.move_to(x, y).click().perform()).expect("a click");
    }

    /// Taps at a place in the window.
    pub fn tap(&self, (x, y): (i64, i64)) {
        self.frames();
        self.browser.tap(x, y).expect("a tap");
    }

    /// The middle of what an expression gives, once it stands in the window.
    pub fn middle(&self, element: &str) -> (i64, i64) {
        let [x, y]: [f64; 2] = self
            .browser
            .eval(&format!(
                "(() => {{ const e = {element}; e.scrollIntoView({{ block: 'center' }}); \
                 const b = e.getBoundingClientRect(); \
                 return [b.x + b.width / 2, b.y + b.height / 2]; }})()"
            ))
            .expect("a box");
        (x.round() as i64, y.round() as i64)
    }
}
