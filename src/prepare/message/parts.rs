// SPDX-License-Identifier: EUPL-1.2
//! Parts of messages that differ between languages in more than a word: counts, lists, ranges.

use super::say::{Say, messages};
use crate::request::Language;

/// What is counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Noun {
    /// Rows of a table.
    Row,
    /// Files.
    File,
    /// Published figures.
    Figure,
    /// Problems.
    Problem,
    /// Indicators, for readers.
    Subject,
    /// Indicators that are not named.
    OtherIndicator,
}

/// So many of something: "1 row", "2 rows".
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Counted(pub u64, pub Noun);

impl Say for Counted {
    fn say(&self, language: Language) -> String {
        let Self(number, noun) = self;
        let (dutch, english) = match noun {
            Noun::Row => (("rij", "rijen"), ("row", "rows")),
            Noun::File => (("bestand", "bestanden"), ("file", "files")),
            Noun::Figure => (("cijfer", "cijfers"), ("figure", "figures")),
            Noun::Problem => (("fout", "fouten"), ("problem", "problems")),
            Noun::Subject => (("onderwerp", "onderwerpen"), ("subject", "subjects")),
            Noun::OtherIndicator => (
                ("andere indicator", "andere indicatoren"),
                ("other indicator", "other indicators"),
            ),
        };
        let (one, several) = language.either(dutch, english);
        format!("{number} {}", if *number == 1 { one } else { several })
    }
}

/// All of several names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct And(pub Vec<String>);

impl Say for And {
    fn say(&self, language: Language) -> String {
        self.0.join(language.either(" en ", " and "))
    }
}

/// One of several words, between quotes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Or(pub &'static [&'static str]);

impl Say for Or {
    fn say(&self, language: Language) -> String {
        let quoted = |words: &[&str]| {
            words.iter().map(|word| format!("\"{word}\"")).collect::<Vec<_>>().join(", ")
        };
        let or = language.either("of", "or");
        match self.0 {
            [words @ .., last] if !words.is_empty() => {
                format!("{} {or} {}", quoted(words), quoted(&[last]))
            }
            words => quoted(words),
        }
    }
}

/// Several things, with semicolons between them.
#[derive(Clone, Debug, PartialEq)]
pub struct Several<T>(pub Vec<T>);

impl<T: Say> Say for Several<T> {
    fn say(&self, language: Language) -> String {
        self.0.iter().map(|one| one.say(language)).collect::<Vec<_>>().join("; ")
    }
}

/// A number that is known to lie between two others, or is the one that both are.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Between(pub f64, pub f64);

impl Say for Between {
    fn say(&self, language: Language) -> String {
        let Self(least, most) = self;
        let to = language.either("tot", "to");
        if least == most { format!("{least}") } else { format!("{least} {to} {most}") }
    }
}

/// A text between brackets behind what it explains; nothing where there is none.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Aside(pub String);

impl Say for Aside {
    fn say(&self, _: Language) -> String {
        match self.0.as_str() {
            "" => String::new(),
            text => format!(" ({text})"),
        }
    }
}

/// The kind of files in a folder, by the name that its list of files has for it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FolderKind(pub String);

impl Say for FolderKind {
    fn say(&self, language: Language) -> String {
        let dutch = self.0.as_str();
        let english = match dutch {
            "cijfers" => "figures",
            "grafieken" => "charts",
            "een tabel van fetch" => "a table of fetch",
            name => name,
        };
        language.either(dutch, english).into()
    }
}

/// What a definition of an indicator lacks, and what it has wrong.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Keys {
    /// The keys that are not there.
    pub absent: Vec<&'static str>,
    /// The keys with a value that means nothing: `decimals = 9`.
    pub wrong: Vec<String>,
}

impl Say for Keys {
    fn say(&self, language: Language) -> String {
        let no = language.either("geen", "no");
        let absent = self.absent.join(", ");
        let absent = (!absent.is_empty()).then(|| format!("{no} {absent}"));
        absent.into_iter().chain(self.wrong.iter().cloned()).collect::<Vec<_>>().join("; ")
    }
}

messages! {
    /// What sort of value stands, or should stand, at a key.
    Thing {
        Nothing => "niets", "nothing";
        Number => "een getal", "a number";
        Text => "een tekst tussen aanhalingstekens", "a text between quotes";
        List => "een lijst: [\"…\"]", "a list: [\"…\"]";
        Table => "een tabel: {{ … }}", "a table: {{ … }}";
        Boolean => "true of false", "true or false";
        AsInSchema => "een waarde zoals in het schema", "a value as in the schema";
        Other(name: String) => "{name}", "{name}";
    }
}

messages! {
    /// The id of a definition.
    Definition {
        Id(id: String) => "{id}", "{id}";
        WithoutId => "zonder id", "without an id";
    }
}

messages! {
    /// A region in a file of borders: its place in the file, and what is said of it first.
    Feature {
        Feature(number: usize, said: Aside) => "gebied {number}{said}", "area {number}{said}";
    }
}

messages! {
    /// A name in a recipe that several columns bear.
    Clash {
        SameName(wanted: String, columns: usize, places: Places) =>
            "{wanted}: {columns} kolommen met die naam ({places})",
            "{wanted}: {columns} columns with that name ({places})";
        Several(wanted: String, columns: And) =>
            "{wanted}: de kolommen {columns}", "{wanted}: the columns {columns}";
    }
}

messages! {
    /// The sum of the parts of a total.
    Parts {
        Together(sum: Between) => "delen die samen {sum} zijn", "parts that together are {sum}";
        AtLeast(least: Between) =>
            "delen die samen ten minste {least} zijn", "parts that together are at least {least}";
    }
}

/// The places of columns, counted from 1.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Places(pub Vec<usize>);

impl Say for Places {
    fn say(&self, language: Language) -> String {
        let place = |at: &usize| {
            let english = match (at % 10, at % 100) {
                (1, teens) if teens != 11 => "st",
                (2, teens) if teens != 12 => "nd",
                (3, teens) if teens != 13 => "rd",
                _ => "th",
            };
            format!("{at}{}", language.either("e", english))
        };
        self.0.iter().map(place).collect::<Vec<_>>().join(", ")
    }
}
