// SPDX-License-Identifier: EUPL-1.2
//! A page with one chart, whose downloads are saved in a folder.

use super::page::{DRAWN, Page};
use std::path::Path;
use std::time::{Duration, Instant};
use xtask::server::Options;

/// Where the chart is drawn.
pub const ROOT: &str = "document.querySelector('kansrijke-start').shadowRoot";

/// A page with one chart, whose downloads are saved in a folder.
pub struct DownloadsPage {
    /// The page.
    pub page: Page,
    folder: tempfile::TempDir,
}

impl DownloadsPage {
    pub fn open(width: u32, chart: &str) -> Self {
        let page = Page::open_with(Options::default(), width, chart);
        let folder = tempfile::tempdir().expect("a folder");
        page.browser.save_in(folder.path()).expect("downloads are allowed");
        page.wait_for(DRAWN);
        page.wait_for(&format!("{ROOT}.querySelector('details:not([class]) p') || !{ROOT}.querySelector('details:not([class])')"));
        // What comes after the picture may push the menu away from under the pointer.
        for _ in 0..20 {
            click(&page, &format!("{ROOT}.querySelector('.downloads summary')"));
            if page
                .browser
                .eval(&format!("{ROOT}.querySelector('.downloads').open"))
                .expect("a menu")
            {
                break;
            }
        }
        page.wait_for(&format!("{ROOT}.querySelector('.downloads button')"));
        Self { page, folder }
    }

    /// Clicks a button and returns the file that is saved.
    pub fn take(&self, kind: &str) -> (String, Vec<u8>) {
        let before = names(self.folder.path());
        click(&self.page, &format!("{ROOT}.querySelector('.downloads [value={kind}]')"));
        arrived(self.folder.path(), &before)
    }

    pub fn texts(&self, expression: &str) -> Vec<String> {
        let texts = format!("[...{ROOT}.querySelectorAll('{expression}')].map(e => e.textContent)");
        self.page.browser.eval(&texts).expect("texts")
    }

    /// The rows of the table as it stands in the page.
    pub fn table(&self) -> Vec<Vec<String>> {
        let rows = format!(
            "[...{ROOT}.querySelectorAll('tbody tr')].map(r => [...r.cells].map(c => c.textContent))"
        );
        self.page.browser.eval(&rows).expect("rows")
    }
}

/// The new file of a folder, once it is there whole.
pub fn arrived(folder: &Path, before: &[String]) -> (String, Vec<u8>) {
    let end = Instant::now() + Duration::from_secs(60);
    let mut last = 0;
    loop {
        let new = names(folder).into_iter().find(|name| !before.contains(name));
        if let Some(name) = new {
            let bytes = std::fs::read(folder.join(&name)).expect("a file");
            if !bytes.is_empty() && bytes.len() == last {
                return (name, bytes);
            }
            last = bytes.len();
        }
        assert!(Instant::now() < end, "no file came");
        std::thread::sleep(Duration::from_millis(50));
    }
}

/// The files of a folder, but those that are still being written.
pub fn names(folder: &Path) -> Vec<String> {
    let files = std::fs::read_dir(folder).expect("a folder");
    let names = files.map(|file| file.expect("a file").file_name().to_string_lossy().into_owned());
    let is_whole = |name: &String| {
        !name.starts_with('.') && ![".crdownload", ".part"].iter().any(|end| name.ends_with(end))
    };
    names.filter(is_whole).collect()
}

/// Clicks what the expression finds with the mouse.
pub fn click(page: &Page, expression: &str) {
    let place = format!(
        "(() => {{ const e = {expression}; e.scrollIntoView({{ block: 'center' }}); \
         const {{ x, y, width, height }} = e.getBoundingClientRect(); \
         return [x + width / 2, y + height / 2]; }})()"
    );
    let [x, y]: [f64; 2] = page.browser.eval(&place).expect("a place");
    page.click((x.round() as i64, y.round() as i64));
}
