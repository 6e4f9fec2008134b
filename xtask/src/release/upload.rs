// SPDX-License-Identifier: EUPL-1.2
//! The zip for whoever has a site: a folder to upload, the page that says how, and what a host may
//! have to be told.

use std::fs;
use std::io::Write;

use anyhow::{Context, Result, ensure};
use base64::Engine;
use flate2::{Compression, GzBuilder};
use serde_json::{Map, Value};

use super::archive::Contents;
use crate::folder::INTEGRATIONS;
use crate::size::compress;
use crate::{integrity, project};

/// The folder that is uploaded, by the name that stands in the lines to paste.
pub const FOLDER: &str = "kansrijke-start";

/// Where the pages for readers stand in it.
const PAGES: &str = "uitleg";

/// Everything, below a folder of this name.
pub fn contents(top: &str, licences: &str) -> Result<Contents> {
    let mut contents = Contents::default();
    let sources = project::www().join("download");
    let page = fs::read_to_string(sources.join("README.html"))?;
    contents.put(format!("{top}/README.html"), pictured(&page)?);
    contents.put(format!("{top}/LICENSE"), fs::read(project::path("LICENSE"))?);
    contents.put(format!("{top}/LICENSES-THIRD-PARTY.txt"), licences);
    contents.put_folder(&format!("{top}/hosting"), &sources.join("hosting"), &[])?;
    let folder = format!("{top}/{FOLDER}");
    contents.put_folder(&folder, &project::pkg(), &[INTEGRATIONS])?;
    pack(&mut contents, &folder)?;
    for name in pages()? {
        let text = fs::read_to_string(project::www().join(&name))?;
        contents.put(format!("{folder}/{PAGES}/{name}"), moved(&text));
    }
    list(&mut contents, &folder)?;
    Ok(contents)
}

/// Adds the pages for readers to the list of hashes, from which the maker knows that they are there.
fn list(contents: &mut Contents, folder: &str) -> Result<()> {
    let place = format!("{folder}/{}", integrity::LIST);
    let mut list: Map<String, Value> =
        serde_json::from_slice(contents.get(&place).context("there is no list of hashes")?)?;
    let pages = format!("{folder}/{PAGES}/");
    for path in contents.paths().filter(|path| path.starts_with(&pages)) {
        let name = path.strip_prefix(folder).unwrap_or(path).trim_start_matches('/');
        let bytes = contents.get(path).unwrap_or_default();
        list.insert(name.to_owned(), integrity::hash(bytes).into());
    }
    contents.put(place, integrity::text(&list)?);
    Ok(())
}

/// Puts the packed forms of scripts, cores and style sheets beside them, which a host would else make
/// at each request, and not as small.
fn pack(contents: &mut Contents, folder: &str) -> Result<()> {
    let is_due = |path: &&str| {
        let name = path.strip_prefix(folder).and_then(|rest| rest.strip_prefix('/'));
        name.is_some_and(|name| {
            !name.contains('/') && [".js", ".wasm", ".css"].iter().any(|end| name.ends_with(end))
        })
    };
    let paths: Vec<String> = contents.paths().filter(is_due).map(str::to_owned).collect();
    for path in paths {
        let bytes = contents.get(&path).unwrap_or_default();
        let (brotli, gzip) = (compress(bytes, 11)?, gzip(bytes)?);
        contents.put(format!("{path}.br"), brotli);
        contents.put(format!("{path}.gz"), gzip);
    }
    Ok(())
}

/// The bytes as gzip packs them best, without a time.
fn gzip(bytes: &[u8]) -> Result<Vec<u8>> {
    let mut encoder = GzBuilder::new().write(Vec::new(), Compression::best());
    encoder.write_all(bytes)?;
    Ok(encoder.finish()?)
}

/// The pages for readers, and what they are made of.
fn pages() -> Result<Vec<String>> {
    let mut names = Vec::new();
    for entry in fs::read_dir(project::www())? {
        let name = entry?.file_name().to_string_lossy().into_owned();
        let is_page = [".html", ".css", ".js"].iter().any(|end| name.ends_with(end));
        if is_page {
            names.push(name);
        }
    }
    ensure!(names.len() > 5, "the pages for readers are not where they were: {names:?}");
    names.sort();
    Ok(names)
}

/// A page that stands below the folder and no longer beside it; lines to copy name it as the
/// README does.
fn moved(page: &str) -> String {
    page.replace(
        "&lt;script type=\"module\" src=\"pkg/",
        "&lt;script type=\"module\" src=\"/kansrijke-start/",
    )
    .replace(" src=\"pkg/", " src=\"../")
    .replace(" href=\"pkg/", " href=\"../")
}

/// The page with its pictures in it, so that it is one file.
fn pictured(page: &str) -> Result<String> {
    let mut parts = page.split(" src=\"../");
    let mut whole = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (name, rest) = part.split_once('"').context("a picture without an end")?;
        let bytes = fs::read(project::www().join(name)).with_context(|| name.to_owned())?;
        let code = base64::engine::general_purpose::STANDARD.encode(bytes);
        whole.push_str(" src=\"data:image/svg+xml;base64,");
        whole.push_str(&code);
        whole.push('"');
        whole.push_str(rest);
    }
    Ok(whole)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pages_find_what_stands_above_them() {
        for name in pages().expect("pages") {
            let text = moved(&fs::read_to_string(project::www().join(&name)).expect("a page"));
            for wrong in ["src=\"pkg/", "href=\"pkg/"] {
                assert!(!text.contains(wrong), "{name}: {wrong}");
            }
        }
        assert_eq!(moved("<script src=\"pkg/a.js\">"), "<script src=\"../a.js\">");
    }

    #[test]
    fn its_page_is_one_file_with_the_lines_of_the_readme() {
        let page = fs::read_to_string(project::www().join("download/README.html")).expect("a page");
        let page = pictured(&page).expect("its pictures");
        assert!(page.matches("src=\"data:image/svg+xml;base64,").count() >= 2);
        assert!(!page.contains(" src=\".."));
        let readme = fs::read_to_string(project::path("README.md")).expect("the README");
        let (_, lines) = readme.split_once("```html\n").expect("lines");
        let (lines, _) = lines.split_once("\n```").expect("their end");
        let escaped = lines.replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;");
        assert!(page.contains(&escaped), "{escaped}");
    }
}
