// SPDX-License-Identifier: EUPL-1.2
//! What can be read on the pages of a PDF, as Chromium writes them.

use std::collections::BTreeMap;
use std::io::Read;

use flate2::read::ZlibDecoder;

/// The text of each page, a line for each line.
pub fn pages(pdf: &[u8]) -> Vec<String> {
    let objects = objects(pdf);
    let is_page = |(_, object): &(&u32, &&[u8])| names(object, "/Type /Page\n").is_some();
    objects.iter().filter(is_page).map(|(_, page)| text(&objects, page)).collect()
}

/// The objects of a file by their numbers, which follow the pages.
fn objects(pdf: &[u8]) -> BTreeMap<u32, &[u8]> {
    let mut objects = BTreeMap::new();
    let mut rest = pdf;
    while let Some(start) = find(rest, b" 0 obj\n") {
        let digits = rest[..start].iter().rev().take_while(|b| b.is_ascii_digit()).count();
        let number = String::from_utf8_lossy(&rest[start - digits..start]).parse();
        rest = &rest[start + b" 0 obj\n".len()..];
        let end = find(rest, b"\nendobj").expect("the end of an object");
        objects.insert(number.expect("the number of an object"), &rest[..end]);
        rest = &rest[end..];
    }
    objects
}

fn find(bytes: &[u8], part: &[u8]) -> Option<usize> {
    bytes.windows(part.len()).position(|window| window == part)
}

/// What follows a name in the dictionary of an object.
fn names(object: &[u8], name: &str) -> Option<String> {
    let dictionary = &object[..find(object, b"stream\n").unwrap_or(object.len())];
    let dictionary = String::from_utf8_lossy(dictionary);
    dictionary.split_once(name).map(|(_, rest)| rest.to_string())
}

/// The number of the object to which a name in a dictionary refers.
fn refers(object: &[u8], name: &str) -> Option<u32> {
    names(object, name)?.split_whitespace().next()?.parse().ok()
}

/// What stands in the stream of an object.
fn stream(object: &[u8]) -> String {
    let start = find(object, b"stream\n").expect("a stream") + b"stream\n".len();
    let mut bytes = Vec::new();
    match names(object, "/Filter /FlateDecode") {
        Some(_) => ZlibDecoder::new(&object[start..]).read_to_end(&mut bytes).expect("a stream"),
        None => (&object[start..]).read_to_end(&mut bytes).expect("a stream"),
    };
    String::from_utf8_lossy(&bytes).into_owned()
}

fn text(objects: &BTreeMap<u32, &[u8]>, page: &[u8]) -> String {
    let mut fonts = BTreeMap::new();
    let fonts_of = names(page, "/Font <<").unwrap_or_default();
    let listed = fonts_of.split_once(">>").map_or("", |(listed, _)| listed);
    for font in listed.trim().lines() {
        let mut words = font.trim_start_matches('/').split_whitespace();
        let (name, number) = (words.next().expect("a name"), words.next().expect("a number"));
        let font = objects[&number.parse().expect("a number")];
        if let Some(table) = refers(font, "/ToUnicode") {
            fonts.insert(name.to_string(), letters(&stream(objects[&table])));
        }
    }
    let content = stream(objects[&refers(page, "/Contents").expect("contents")]);
    let (mut text, mut font) = (String::new(), None);
    for line in content.lines() {
        let words: Vec<&str> = line.split_whitespace().collect();
        if let [name, _, "Tf"] = words[..] {
            font = fonts.get(name.trim_start_matches('/'));
        }
        if line.ends_with(" Tm") {
            text.push('\n');
        }
        let (Some(font), true) = (font, line.ends_with("Tj")) else { continue };
        if let Some((_, glyphs)) = line.rsplit_once('<') {
            let glyphs = glyphs.trim_end_matches("> Tj").as_bytes().chunks(4);
            let letter = |glyph| font.get(&code(&String::from_utf8_lossy(glyph))?);
            text.extend(glyphs.filter_map(letter).map(String::as_str));
        }
    }
    text
}

fn code(hexadecimal: &str) -> Option<u32> {
    u32::from_str_radix(hexadecimal.trim_matches(['<', '>']), 16).ok()
}

/// The letters of a font by its glyphs, of which one may stand for several.
fn letters(table: &str) -> BTreeMap<u32, String> {
    let mut letters = BTreeMap::new();
    for line in table.lines().filter(|line| line.starts_with('<') && !line.starts_with("<<")) {
        let codes: Vec<&str> = line.split_whitespace().collect();
        match codes[..] {
            [first, last, letter] => {
                let glyphs = code(first).expect("a glyph")..=code(last).expect("a glyph");
                let these = (code(letter).expect("a letter")..).filter_map(char::from_u32);
                letters.extend(glyphs.zip(these.map(String::from)));
            }
            [glyph, text] => {
                let units = text.trim_matches(['<', '>']).as_bytes().chunks(4);
                let units = units.filter_map(|unit| code(&String::from_utf8_lossy(unit)));
                let units: Vec<u16> = units.filter_map(|unit| unit.try_into().ok()).collect();
                letters.insert(code(glyph).expect("a glyph"), String::from_utf16_lossy(&units));
            }
            _ => {}
        }
    }
    letters
}
