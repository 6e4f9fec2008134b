// SPDX-License-Identifier: EUPL-1.2
//! The sentences of the catalogue, with figures filled in: two numbers never touch, and what is
//! more than one is spoken of as more than one.

use super::shipped;
use kansrijke_start::indicator::definition::{Definition, Kind};
use kansrijke_start::prepare::recipe::catalogue;

fn definitions() -> Vec<Definition> {
    let entries = catalogue::read(&shipped::sources().join("catalogue.toml"));
    let entries = entries.unwrap_or_else(|_| panic!("the catalogue"));
    entries.into_iter().map(|entry| entry.definition).collect()
}

#[test]
fn two_numbers_never_touch() {
    let number = |word: &str| word.starts_with(|c: char| c.is_ascii_digit());
    for definition in definitions() {
        for sentence in [&definition.sentence.nl, &definition.sentence.en] {
            let filled = sentence
                .replace("{region}", "Utrecht")
                .replace("{period}", "in 2015")
                .replace("{value}", "3,6");
            let words: Vec<&str> = filled.split_whitespace().collect();
            let touching = words.windows(2).find(|pair| pair.iter().all(|word| number(word)));
            assert!(touching.is_none(), "{}: {filled}", definition.id);
        }
    }
}

#[test]
fn more_than_one_child_has_a_verb_in_the_plural() {
    let singular = ["was", "werd", "had", "kreeg", "overleed", "woonde"];
    for definition in definitions().iter().filter(|d| matches!(d.kind, Kind::Rate | Kind::Count)) {
        let sentence = &definition.sentence.nl;
        for verb in singular {
            let wrong = format!("{{region}} {verb} {{value}}");
            assert!(!sentence.contains(&wrong), "{}: {sentence}", definition.id);
        }
    }
}

#[test]
fn stillborn_is_one_word_in_dutch() {
    let text = std::fs::read_to_string(shipped::sources().join("catalogue.toml")).unwrap();
    for line in text.lines().filter(|line| line.contains("dood geboren")) {
        // "Levend of dood geboren" says how, and not what.
        let rest = line.replace("levend of dood geboren", "").replace("levend en dood geboren", "");
        let rest = rest.replace("Levend en dood geboren", "");
        assert!(!rest.contains("dood geboren"), "{line}");
    }
}
