// SPDX-License-Identifier: EUPL-1.2
//! Denominators of another file, sums beside published groups, empty cells that were not fetched,
//! and the table of what was published before.

use super::folder::{Folder, counts, record, told};
use kansrijke_start::indicator::observation::Status;

const BIRTHS: &str = "r;p;x\nGM0363;2021;9800\nGM0457;2021;250\nGM0363;2022;9894\n\
                      GM0088;2022;5\nGM0757;2020;300\nNL01;2022;167504\n";
/// On 1 January.
const PEOPLE: &str = "r;p;n\nGM0363;2021;873338\nGM0457;2021;20445\nGM0363;2022;882633\n\
                      GM0457;2022;20766\nGM0363;2023;918117\nGM0088;2022;947\nGM0088;2023;972\n\
                      GM0757;2020;30000\nGM0757;2021;32000\nNL01;2022;17590672\nNL01;2023;17811291\n";

fn recipe(mean: bool) -> String {
    format!(
        "[[file]]\npath = \"b.csv\"\nregion = \"r\"\nperiod = \"p\"\n\
         [[file.series]]\nindicator = \"levendgeborenen\"\nnumerator = \"x\"\n\
         [[file]]\npath = \"n.csv\"\nregion = \"r\"\nperiod = \"p\"\n\
         [[file.series]]\ncount = \"inwoners\"\nnumerator = \"n\"\n\
         [[rate]]\nindicator = \"geboortecijfer\"\nnumerator = \"levendgeborenen\"\n\
         denominator = \"inwoners\"\nmean = {mean}\n"
    )
}

fn folder() -> Folder {
    Folder::with(&[("b.csv", BIRTHS.as_bytes()), ("n.csv", PEOPLE.as_bytes())])
}

#[test]
fn a_denominator_of_another_file_is_a_mean_of_two_years_on_the_reference_year() {
    let figures = folder().prepare(&recipe(true)).unwrap();
    let rate = |region: &str, period: &str| counts(&figures, "geboortecijfer", region, period);
    // Weesp went into Amsterdam on 24 March 2022: its people are there on both 1 Januaries.
    assert_eq!(rate("GM0363", "2021"), Some((10_050.0, Some((893_783.0 + 903_399.0) / 2.0))));
    assert_eq!(rate("GM0363", "2022"), Some((9894.0, Some((903_399.0 + 918_117.0) / 2.0))));
    assert_eq!(rate("NL01", "2022"), Some((167_504.0, Some(17_700_981.5))));
    let status = |region: &str, period: &str| {
        record(&figures, "geboortecijfer", region, period).map(|record| record.status)
    };
    assert_eq!(status("GM0088", "2022"), Some(Some(Status::Withheld)));
    // Haaren was divided on 1 January 2021, and Boxtel received a part.
    assert_eq!(status("GM0757", "2020"), Some(Some(Status::BorderChange)));
    assert!(!figures.records.contains_key("inwoners"), "a count is no indicator");
}

#[test]
fn without_a_mean_the_year_itself_is_the_denominator() {
    let figures = folder().prepare(&recipe(false)).unwrap();
    let found = counts(&figures, "geboortecijfer", "NL01", "2022");
    assert_eq!(found, Some((167_504.0, Some(17_590_672.0))));
}

#[test]
fn a_rate_of_a_count_that_nobody_reads_is_refused() {
    let wrong = recipe(true).replace("denominator = \"inwoners\"", "denominator = \"mensen\"");
    assert!(told(folder().prepare(&wrong)).contains("denominator = \"mensen\""));
    let taken = recipe(true).replace("inwoners", "eerste-kinderen");
    assert!(told(folder().prepare(&taken)).contains("eerste-kinderen"));
    let unknown = recipe(true).replace("\"geboortecijfer\"", "\"bevolkingscijfer\"");
    assert!(told(folder().prepare(&unknown)).contains("bevolkingscijfer"));
}

/// Flevoland, with its COROP region, in two years; of the second one municipality was not fetched.
const PARTS: &str = "r;p;x;n\nGM0034;2021;30;2500\nGM0303;2021;20;450\nGM0995;2021;25;900\n\
    GM0171;2021;22;600\nGM0050;2021;15;250\nGM0184;2021;16;300\nPV24;2021;128;5000\n\
    GM0034;2022;31;2500\nGM0303;2022;21;450\nGM0995;2022;26;900\nGM0171;2022;23;600\n\
    GM0050;2022;;250\nGM0184;2022;;300\nPV24;2022;140;5000\nCR40;2022;140;5000\nPV26;2018;90;9000\n\
    GM0344;2018;50;5000\nPV26;2019;90;9000\nGM0344;2019;50;5000\n";

fn parts(groups: &str) -> String {
    format!(
        "[[file]]\npath = \"t.csv\"\nregion = \"r\"\nperiod = \"p\"\ngroups = \"{groups}\"\n\
         [[file.series]]\nindicator = \"tienermoeders\"\nnumerator = \"x\"\ndenominator = \"n\"\n\
         empty = \"not-fetched\"\n"
    )
}

#[test]
fn groups_are_sums_where_all_are_there_and_else_as_published_on_the_same_land() {
    let folder = Folder::with(&[("t.csv", PARTS.as_bytes())]);
    let figures = folder.prepare(&parts("sum-or-published")).unwrap();
    let shown = |region: &str, period: &str| {
        counts(&figures, "tienermoeders", region, period).map(|(numerator, _)| numerator)
    };
    let status = |region: &str, period: &str| {
        record(&figures, "tienermoeders", region, period).and_then(|record| record.status)
    };
    assert_eq!((shown("PV24", "2021"), shown("CR40", "2021")), (Some(128.0), Some(128.0)));
    assert_eq!((shown("PV24", "2022"), shown("CR40", "2022")), (Some(140.0), Some(140.0)));
    assert_eq!(status("GM0050", "2022"), Some(Status::NotFetched));
    // A health region that nobody published is as incomplete as its municipalities.
    assert_eq!(status("GG2209", "2022"), Some(Status::NotFetched));
    // Until 2018 Leerdam and Zederik lay in Zuid-Holland: that province is another one.
    assert_eq!((shown("PV26", "2018"), shown("PV26", "2019")), (None, Some(90.0)));
    let figures = folder.prepare(&parts("sum")).unwrap();
    assert_eq!(counts(&figures, "tienermoeders", "PV24", "2022"), None);
}

#[test]
fn what_was_shown_before_stays_known() {
    // Urk's count is small, and so another one is given up for it.
    let rows = "r;p;x\nGM0034;2021;30\nGM0303;2021;20\nGM0995;2021;25\nGM0171;2021;22\n\
                GM0050;2021;15\nGM0184;2021;6\nPV24;2021;118\nNL01;2021;900\n";
    let recipe = "[[file]]\npath = \"t.csv\"\nregion = \"r\"\nperiod = \"p\"\n\
                  [[file.series]]\nindicator = \"levendgeborenen\"\nnumerator = \"x\"\n";
    let ledger = "indicator,region,periods\nlevendgeborenen,GM0050,2021\n\
                  levendgeborenen,GM0171,2021\nlevendgeborenen,GM0303,2021\n";
    let folder = Folder::with(&[("t.csv", rows.as_bytes()), ("earlier.csv", ledger.as_bytes())]);
    let shown = |recipe: &str| -> Vec<bool> {
        let figures = folder.prepare(recipe).unwrap();
        let of = |code| counts(&figures, "levendgeborenen", code, "2021").is_some();
        ["GM0050", "GM0184", "GM0995", "PV24"].map(of).to_vec()
    };
    assert_eq!(shown(recipe), [false, false, true, true]);
    // Zeewolde cannot be taken back: to withhold it now would protect nobody.
    let with = format!("earlier = \"earlier.csv\"\n{recipe}");
    let found = shown(&with);
    assert!(!found[1] && (!found[2] || !found[3]), "{found:?}");
    folder.put("earlier.csv", b"indicator,region,periods\nlevendgeborenen,GM0344,2021\n");
    assert!(told(folder.prepare(&with)).contains("GM0344"));
}
