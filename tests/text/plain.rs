// SPDX-License-Identifier: EUPL-1.2
//! What readers see is plain Dutch (B1): known words, short sentences. Terms of the method stand
//! under "Wat is dit?" only.

use crate::support::{self, dataset};
use kansrijke_start::figure::Figure;
use kansrijke_start::prepare::recipe::catalogue;

/// Words that a reader need not know.
const NOT_PLAIN: [&str; 22] = [
    "interval",
    "betrouwbaarheid",
    "significan",
    "poisson",
    "byar",
    "wilson",
    "chi-kwadraat",
    "teller",
    "noemer",
    "verslagjaar",
    "eenling",
    "kwartiel",
    "percentiel",
    "mediaan",
    "spreiding",
    "steekproef",
    " indicator",
    "grenswaarde",
    "controlegrens",
    "epidemiolog",
    "parameter",
    "observatie",
];

/// The most words of a sentence above a picture, and of all on average.
const LONGEST: usize = 30;
const AVERAGE: f64 = 15.0;

const REGIONS: [&str; 5] = ["NL01", "Utrecht", "Ameland", "PV26", "GG2514"];
const VIEWS: [&str; 6] = ["number", "trend", "compare", "ranking", "funnel", "map"];

/// The text of a figure's markup without the part on what is counted and how.
fn visible(markup: &str) -> String {
    let (before, rest) = markup.split_once("<strong>").unwrap_or((markup, ""));
    let after = rest.split_once("</details>").map_or("", |(_, after)| after);
    let mut text = String::new();
    for piece in [before, after].concat().split('<') {
        text.push_str(piece.split_once('>').map_or("", |(_, text)| text));
        text.push('\n');
    }
    text
}

/// The sentences of a text. A full stop in a number, or before a small letter, ends none.
fn sentences(text: &str) -> Vec<&str> {
    let mut all = Vec::new();
    let mut from = 0;
    for (at, _) in text.match_indices(". ") {
        if text[at + 2..].starts_with(|next: char| next.is_uppercase() || next.is_numeric()) {
            all.push(&text[from..=at]);
            from = at + 2;
        }
    }
    all.push(&text[from..]);
    all.into_iter().filter(|sentence| !sentence.trim().is_empty()).collect()
}

/// What is wrong with a sentence.
fn faults(sentence: &str) -> Vec<String> {
    let words: Vec<String> = sentence
        .split_whitespace()
        .map(|word| word.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase())
        .collect();
    let often = |word: &str| words.iter().filter(|one| *one == word).count();
    let mut faults = Vec::new();
    if words.len() > LONGEST {
        faults.push(format!("{} words", words.len()));
    }
    for word in ["er", "vanaf", "waarvan"] {
        if often(word) > 1 {
            faults.push(format!("‘{word}’ {} times", often(word)));
        }
    }
    let is_number = |word: &str| {
        let word = word.trim_end_matches('%');
        word.starts_with(|c: char| c.is_ascii_digit())
            && word.ends_with(|c: char| c.is_ascii_digit())
    };
    let raw: Vec<&str> = sentence.split_whitespace().collect();
    if raw.windows(2).any(|pair| pair.iter().all(|word| is_number(word))) {
        faults.push("two numbers touch".to_string());
    }
    faults
}

#[test]
fn words_and_sentences_are_plain() {
    let catalogue = catalogue::parse("catalogue.toml", catalogue::SHIPPED, &[]).unwrap();
    let ids = catalogue.iter().map(|entry| &*entry.definition.id);
    let mut cases: Vec<(&str, &str)> =
        ids.flat_map(|id| VIEWS.iter().map(move |view| (id, *view))).collect();
    cases.extend([("", "profile"), ("", "heatmap"), ("", "story")]);
    let (mut wrong, mut words, mut count) = (Vec::new(), 0, 0);
    for (id, view) in cases {
        let dataset = dataset(id).unwrap();
        // Regions beside each other: those of one province, in which there is one of each sort.
        let is_one_place = VIEWS[..3].contains(&view);
        let regions = if is_one_place { &REGIONS[..] } else { &["Utrecht"] };
        for region in regions {
            let attributes =
                [("indicator", id), ("region", region), ("view", view), ("within", "PV26")];
            let request = support::request(&attributes, 640).unwrap();
            let Ok(figure) = Figure::new(dataset, &request) else { continue };
            let text = visible(&figure.tree("proef").to_html());
            let low = text.to_lowercase();
            for word in NOT_PLAIN.iter().filter(|word| low.contains(**word)) {
                let line = low.lines().find(|line| line.contains(*word)).unwrap();
                wrong.push(format!("{view} {id} {region}, ‘{word}’: {line}"));
            }
            for sentence in sentences(figure.lede()) {
                words += sentence.split_whitespace().count();
                count += 1;
                let faults = faults(sentence);
                if !faults.is_empty() {
                    wrong.push(format!("{view} {id} {region}, {faults:?}: {sentence}"));
                }
            }
        }
    }
    wrong.sort();
    wrong.dedup();
    assert!(wrong.is_empty(), "{} faults: {wrong:#?}", wrong.len());
    let average = words as f64 / f64::from(count);
    assert!(count > 1000 && average <= AVERAGE, "{count} sentences of {average:.1} words");
}

#[test]
fn a_fault_is_seen() {
    assert!(faults("In Utrecht had in 2015 3,6% een moeder.").iter().any(|f| f.contains("touch")));
    assert!(faults("Er is er een.").iter().any(|fault| fault.contains("er")));
    assert!(faults("Dat is lager dan in Nederland (6,5 van de 1.000).").is_empty());
    assert_eq!(sentences("Dat zijn er 1.000. In Ede 5. 4 ervan niet.").len(), 3);
    assert!(visible("<p>een<p><strong>Wat</strong>interval</details><dl>bron").contains("bron"));
    assert!(!visible("<p>een<p><strong>Wat</strong>interval</details>").contains("interval"));
}
