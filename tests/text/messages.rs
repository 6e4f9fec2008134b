// SPDX-License-Identifier: EUPL-1.2
//! What is said of an error, in the language that was asked for.

use kansrijke_start::error::{Error, Published};
use kansrijke_start::prepare::recipe::catalogue;
use kansrijke_start::request::Language;
use kansrijke_start::stats::proportion;
use kansrijke_start::text::words::failure::FailureWords;

/// Counts of a file that contradict each other.
fn contradiction() -> Error {
    proportion::wilson(300.0, 200.0, 0.95).expect_err("more cases than people")
}

#[test]
fn a_hint_holds_no_words_of_another_language() {
    let error = contradiction();
    assert_eq!(error.code(), "argument-invalid");
    let Error::Argument { allowed, .. } = &error else { panic!("{error}") };
    let hint = |language| FailureWords::of(language).hint(&error);
    assert_eq!(
        hint(Language::Dutch),
        "In het bestand kan een aantal niet kloppen (numerator). \
         Maak de bestanden opnieuw met kansrijke-start prepare."
    );
    assert_eq!(
        hint(Language::English),
        "In the file a count cannot be right (numerator). \
         Make the files again with kansrijke-start prepare."
    );
    // A developer reads it all the same.
    assert!(error.to_string().ends_with(allowed), "{error}");
}

#[test]
fn an_indicator_without_figures_says_who_has_them() {
    let said = |published, language| {
        let error = Error::NoFigures { id: "proef".into(), published };
        FailureWords::of(language).message(&error)
    };
    let rivm = || Published::By("RIVM (www.rivm.nl)".into());
    let dutch = |published| said(published, Language::Dutch);
    assert_eq!(dutch(Published::Unsaid), "Over dit onderwerp zijn hier nog geen cijfers.");
    assert_eq!(
        dutch(rivm()),
        "Over dit onderwerp zijn hier geen cijfers. Ze staan wel bij RIVM (www.rivm.nl)."
    );
    assert!(dutch(Published::Nowhere).contains("nergens"));
    assert!(said(rivm(), Language::English).ends_with("They are with RIVM (www.rivm.nl)."));
    // As the catalogue has it.
    let entries = catalogue::parse("catalogue.toml", catalogue::SHIPPED, &[]).unwrap();
    let entry = entries.iter().find(|e| e.definition.id == "kwetsbaar-geboren").unwrap();
    let error = entry.definition.without_figures();
    let said = FailureWords::of(Language::Dutch).message(&error);
    assert!(said.ends_with("Ze staan wel bij CBS en Perined (www.rivm.nl)."), "{said}");
}
