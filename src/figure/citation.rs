// SPDX-License-Identifier: EUPL-1.2
//! How a figure is referred to: who published the figures, in which edition, and where it stands.

use super::Figure;
use super::downloads::slug;
use super::source::publication;
use crate::text::template::{fill, joined};
use crate::text::words::citation::CitationWords;

/// The form of a reference.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Style {
    /// A line to read.
    Text,
    /// An entry of BibTeX.
    Bibtex,
    /// A list of one item, as programs for references exchange them (CSL-JSON).
    Csl,
}

/// What the figure is in.
const CONTAINER: &str = "Kansrijke Start in een grafiek";

/// The months as BibTeX names them.
const MONTHS: [&str; 12] =
    ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/// The parts of a reference.
struct Citation {
    key: String,
    authors: Vec<String>,
    title: String,
    /// The name of the edition, and its day.
    edition: Option<(String, String)>,
    source: String,
    address: Option<String>,
    /// The day on which it was read.
    accessed: Option<String>,
}

impl Figure<'_> {
    /// A reference to the figure, which stands at an `address` of the web; the edition and the day
    /// are those of the request.
    pub fn citation(&self, style: Style, address: Option<&str>) -> String {
        let citation = Citation::of(self, address);
        let words = CitationWords::of(self.request.language);
        match style {
            Style::Text => citation.text(self, words),
            Style::Bibtex => citation.bibtex(self, words),
            Style::Csl => citation.csl(self.request.language.tag()),
        }
    }

    /// The edition, with its day in words.
    fn edition_in_words(&self, citation: &Citation, words: &CitationWords) -> Option<String> {
        let (_, day) = citation.edition.as_ref()?;
        Some(fill(words.edition, &[("date", &self.words.date(day))]))
    }
}

impl Citation {
    fn of(figure: &Figure, address: Option<&str>) -> Self {
        let mut authors = Vec::new();
        let mut sources = Vec::new();
        for (definition, _) in &figure.indicators {
            let (author, source) = (definition.source.publisher.clone(), publication(definition));
            if !authors.contains(&author) {
                authors.push(author);
            }
            if !sources.contains(&source) {
                sources.push(source);
            }
        }
        let mut title = figure.name().to_string();
        if let [(_, period)] = *figure.indicators {
            title = [&title, ", ", &figure.words.period(period)].concat();
        }
        let edition = figure.request.edition.as_ref();
        let edition = edition.map(|edition| (edition.id().to_string(), edition.day().to_string()));
        let mut key = figure.file_name();
        if let Some((id, _)) = &edition {
            key = [&key, "_", id].concat();
        }
        Self {
            key: key.split('_').map(slug).collect::<Vec<_>>().join("_"),
            authors,
            title,
            edition,
            source: joined(&sources, "; "),
            address: address.and_then(web_address),
            accessed: figure.request.date.clone().filter(|date| parts(date).is_some()),
        }
    }

    fn text(&self, figure: &Figure, words: &CitationWords) -> String {
        let year = self.edition.as_ref().and_then(|(_, day)| day.get(..4));
        let mut text = joined(&self.authors, "; ");
        text = [&text, " (", year.unwrap_or(words.undated), "). ", &self.title, ". "].concat();
        text = [&text, words.within, ": ", CONTAINER].concat();
        if let Some(edition) = figure.edition_in_words(self, words) {
            text = [&text, ", ", &edition].concat();
        }
        text = [&text, ". ", figure.words.source, ": ", &self.source, "."].concat();
        if let Some(address) = &self.address {
            text = [&text, " ", address].concat();
        }
        if let Some(date) = &self.accessed {
            let accessed = fill(words.accessed, &[("date", &figure.words.date(date))]);
            text = [&text, " (", &accessed, ")"].concat();
        }
        text.push('\n');
        text
    }

    fn bibtex(&self, figure: &Figure, words: &CitationWords) -> String {
        let escaped = |text: &str| braced(&tex(text));
        // In braces of its own the name of an institution is not taken apart.
        let authors: Vec<String> = self.authors.iter().map(|author| escaped(author)).collect();
        let mut fields =
            vec![("author", joined(&authors, " and ")), ("title", escaped(&self.title))];
        let mut published = CONTAINER.to_string();
        if let Some(edition) = figure.edition_in_words(self, words) {
            published = [&published, ", ", &edition].concat();
        }
        fields.push(("howpublished", tex(&published)));
        let mut month = None;
        if let Some((id, day)) = &self.edition {
            fields.push(("year", day.get(..4).unwrap_or_default().into()));
            month = parts(day).and_then(|[_, month, _]| MONTHS.get(month.checked_sub(1)?));
            fields.push(("version", tex(id)));
        }
        fields.push(("note", tex(&[figure.words.source, ": ", &self.source].concat())));
        if let Some(address) = &self.address {
            fields.push(("url", address.clone()));
        }
        if let Some(date) = &self.accessed {
            fields.push(("urldate", date.clone()));
        }
        fields.push(("language", words.bibtex.into()));
        let mut lines: Vec<String> =
            fields.iter().map(|(name, text)| [name, " = ", &braced(text)].concat()).collect();
        // The names of months are BibTeX's own and stand without braces.
        lines.extend(month.map(|month| ["month = ", month].concat()));
        ["@misc{", &self.key, ",\n  ", &joined(&lines, ",\n  "), "\n}\n"].concat()
    }

    fn csl(&self, language: &str) -> String {
        let names: Vec<String> =
            self.authors.iter().map(|name| ["{\"literal\":", &json(name), "}"].concat()).collect();
        let mut members = vec![
            ("id", json(&self.key)),
            ("type", json("dataset")),
            ("title", json(&self.title)),
            ("author", ["[", &joined(&names, ","), "]"].concat()),
            ("container-title", json(CONTAINER)),
        ];
        if let Some((id, day)) = &self.edition {
            members.extend(parts(day).map(|date| ("issued", date_parts(date))));
            members.push(("version", json(id)));
        }
        if let Some(address) = &self.address {
            members.push(("URL", json(address)));
        }
        members.extend(
            self.accessed.as_deref().and_then(parts).map(|date| ("accessed", date_parts(date))),
        );
        members.push(("note", json(&self.source)));
        members.push(("language", json(language)));
        let members: Vec<String> =
            members.iter().map(|(name, value)| ["\"", name, "\":", value].concat()).collect();
        ["[{", &joined(&members, ","), "}]\n"].concat()
    }
}

/// An address of the web, of signs that every form of a reference takes as they are.
fn web_address(address: &str) -> Option<String> {
    let is_web = address.starts_with("https://") || address.starts_with("http://");
    let mut plain = String::new();
    for byte in address.bytes() {
        if byte.is_ascii_graphic() && !b"\"<>\\^`{|}".contains(&byte) {
            plain.push(char::from(byte));
        } else {
            plain.push_str(&format!("%{byte:02X}"));
        }
    }
    is_web.then_some(plain)
}

/// Year, month and day.
fn parts(date: &str) -> Option<[usize; 3]> {
    let mut numbers = date.split('-').map(str::parse);
    let [year, month, day] = [numbers.next()?, numbers.next()?, numbers.next()?];
    let is_whole = numbers.next().is_none();
    Some([year.ok()?, month.ok()?, day.ok()?]).filter(|_| is_whole)
}

fn date_parts([year, month, day]: [usize; 3]) -> String {
    format!("{{\"date-parts\":[[{year},{month},{day}]]}}")
}

fn braced(text: &str) -> String {
    ["{", text, "}"].concat()
}

/// A text as TeX takes it. Braces are named, for BibTeX counts those behind a backslash, too.
fn tex(text: &str) -> String {
    let mut out = String::new();
    for c in text.chars() {
        match c {
            '\\' => out.push_str("\\textbackslash{}"),
            '{' => out.push_str("\\textbraceleft{}"),
            '}' => out.push_str("\\textbraceright{}"),
            '~' => out.push_str("\\textasciitilde{}"),
            '^' => out.push_str("\\textasciicircum{}"),
            '$' | '&' | '#' | '%' | '_' => out.extend(['\\', c]),
            c if c.is_control() => out.push(' '),
            c => out.push(c),
        }
    }
    out
}

/// A text of JSON.
fn json(text: &str) -> String {
    let mut out = String::from("\"");
    for c in text.chars() {
        match c {
            '"' | '\\' => out.extend(['\\', c]),
            c if c.is_control() => out.push(' '),
            c => out.push(c),
        }
    }
    out.push('"');
    out
}
