// SPDX-License-Identifier: EUPL-1.2
//! What is said of an error, in the language that was asked for.

use kansrijke_start::error::Error;
use kansrijke_start::request::Language;
use kansrijke_start::stats::proportion;
use kansrijke_start::text::words::Words;

/// Counts of a file that contradict each other.
fn contradiction() -> Error {
    proportion::wilson(300.0, 200.0, 0.95).expect_err("more cases than people")
}

#[test]
fn a_hint_holds_no_words_of_another_language() {
    let error = contradiction();
    assert_eq!(error.code(), "argument-invalid");
    let Error::Argument { allowed, .. } = &error else { panic!("{error}") };
    let hint = |language| Words::of(language).hint(&error);
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
