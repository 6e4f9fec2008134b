// SPDX-License-Identifier: EUPL-1.2
//! Ways in which a published table tells what it does not show: each through files and a recipe.

use super::folder::{Folder, record, told, warnings};
use kansrijke_start::indicator::observation::Status;
use kansrijke_start::indicator::period::Period;
use kansrijke_start::prepare::problem::Problem;
use kansrijke_start::prepare::read::input::Progress;
use kansrijke_start::prepare::run::report::Report;
use kansrijke_start::prepare::run::{Figures, Options, prepare_with, write};
use kansrijke_start::request::Language;

/// Region, period, numerator, denominator.
const COUNTS: &str = "[[file]]\npath = \"t.csv\"\nregion = \"g\"\nperiod = \"j\"\n[[file.series]]\n\
    indicator = \"tienermoeders\"\nnumerator = \"m\"\ndenominator = \"b\"\n";

/// The municipalities of Flevoland but Urk, and the province.
const FLEVOLAND: [(&str, u32, u32); 6] = [
    ("GM0034", 30, 2500),
    ("GM0303", 20, 450),
    ("GM0995", 25, 900),
    ("GM0171", 22, 600),
    ("GM0050", 15, 250),
    ("PV24", 118, 5000),
];

fn table(rows: &[(&str, &str, &str, &str)]) -> String {
    let row = |(g, j, m, b): &(&str, &str, &str, &str)| format!("{g};{j};{m};{b}\n");
    "g;j;m;b\n".to_string() + &rows.iter().map(row).collect::<String>()
}

fn prepared(file: &str, recipe: &str) -> Result<Figures, Vec<Problem>> {
    Folder::with(&[("t.csv", file.as_bytes())]).prepare(recipe)
}

fn flevoland(urk: Option<&str>) -> Figures {
    let mut file = "g;j;m;b\n".to_string();
    for (code, m, b) in FLEVOLAND {
        file.push_str(&format!("{code};2015;{m};{b}\n"));
    }
    if let Some(urk) = urk {
        file.push_str(&format!("GM0184;2015;{urk};300\n"));
    }
    prepared(&file, COUNTS).unwrap()
}

fn shown(figures: &Figures, id: &str, region: &str, period: &str) -> Option<f64> {
    let record = record(figures, id, region, period)?;
    record.numerator.or(record.value)
}

/// What is left of a total when all published parts are taken from it; `None` where a second
/// part is unknown too, or the total.
fn left(figures: &Figures, id: &str, total: (&str, &str), parts: &[(&str, &str)]) -> Option<f64> {
    let known: Vec<f64> = parts.iter().filter_map(|(r, p)| shown(figures, id, r, p)).collect();
    let whole = known.len() + 1 >= parts.len();
    shown(figures, id, total.0, total.1).filter(|_| whole).map(|t| t - known.iter().sum::<f64>())
}

#[test]
fn a_missing_part_is_as_secret_as_a_withheld_one() {
    // Where nothing stands for Urk, its row is left out, or the publisher withholds it: 118 - 112
    // would be 6.
    for urk in [None, Some(""), Some("<10")] {
        let figures = flevoland(urk);
        let parts = ["GM0034", "GM0303", "GM0995", "GM0171", "GM0050", "GM0184"];
        let parts = parts.map(|code| (code, "2015"));
        assert_eq!(left(&figures, "tienermoeders", ("PV24", "2015"), &parts), None, "{urk:?}");
        assert_eq!(shown(&figures, "tienermoeders", "PV24", "2015"), Some(118.0));
        assert_eq!(shown(&figures, "tienermoeders", "GM0050", "2015"), None, "{urk:?}");
        assert_eq!(shown(&figures, "tienermoeders", "GM0034", "2015"), Some(30.0));
    }
}

#[test]
fn an_absent_and_a_withheld_part_do_not_close_each_other_in() {
    let file = table(&[
        ("GM0303", "2015", "20", "450"),
        ("GM0995", "2015", "25", "900"),
        ("GM0171", "2015", "22", "600"),
        ("GM0050", "2015", "15", "250"),
        ("GM0184", "2015", "<10", "300"),
        ("PV24", "2015", "85", "5000"),
    ]);
    let figures = prepared(&file, COUNTS).unwrap();
    // 85 - 82 leaves 3 for the two; one more is an unknown now.
    let hidden = ["GM0303", "GM0995", "GM0171", "GM0050", "PV24"];
    let hidden = hidden.iter().filter(|c| shown(&figures, "tienermoeders", c, "2015").is_none());
    assert_eq!(hidden.count(), 1);
}

#[test]
fn a_year_tells_no_quarter() {
    for last in [Some("6"), None] {
        let mut rows = vec![
            ("GM0034", "2015", "50", "2000"),
            ("GM0034", "2015KW01", "15", "500"),
            ("GM0034", "2015KW02", "15", "500"),
            ("GM0034", "2015KW03", "14", "500"),
        ];
        rows.extend(last.map(|m| ("GM0034", "2015KW04", m, "500")));
        let figures = prepared(&table(&rows), COUNTS).unwrap();
        let quarters = ["2015KW01", "2015KW02", "2015KW03", "2015KW04"].map(|p| ("GM0034", p));
        assert_eq!(left(&figures, "tienermoeders", ("GM0034", "2015"), &quarters), None);
    }
}

#[test]
fn two_pools_tell_no_year() {
    let file = table(&[
        ("GM0034", "2018-2019", "27", "2000"),
        ("GM0034", "2018-2020", "33", "3000"),
        ("GM0034", "2020", "<10", "1000"),
    ]);
    let figures = prepared(&file, COUNTS).unwrap();
    let pools = ["2018-2019", "2018-2020"];
    let both = pools.iter().all(|p| shown(&figures, "tienermoeders", "GM0034", p).is_some());
    assert!(!both, "33 - 27 is 2020");
}

#[test]
fn a_province_tells_no_health_region_in_it() {
    for rest in [Some("<10"), None] {
        let mut rows = vec![("PV31", "2015", "50", "9000"), ("GG6011", "2015", "44", "5000")];
        rows.extend(rest.map(|m| ("GG6106", "2015", m, "4000")));
        let figures = prepared(&table(&rows), COUNTS).unwrap();
        let both = ["PV31", "GG6011"];
        let both = both.iter().all(|r| shown(&figures, "tienermoeders", r, "2015").is_some());
        assert!(!both, "50 - 44 is the other health region");
    }
}

/// Two or three indicators of one region: a file of ids, numerators and denominators.
fn beside(rows: &[(&str, &str, &str)], declared: &str) -> Figures {
    let row = |(id, m, b): &(&str, &str, &str)| format!("{id};GM0344;2015;{m};{b}\n");
    let file = "i;g;j;m;b\n".to_string() + &rows.iter().map(row).collect::<String>();
    let recipe = format!(
        "{declared}\n[[file]]\npath = \"t.csv\"\nregion = \"g\"\nperiod = \"j\"\n[[file.series]]\n\
         indicator_column = \"i\"\nnumerator = \"m\"\ndenominator = \"b\"\n"
    );
    prepared(&file, &recipe).unwrap()
}

#[test]
fn a_part_of_a_whole_does_not_tell_the_rest() {
    // 40 before 37 weeks and 37 from 32 weeks: 3 before 32 weeks.
    let rows = [("vroeggeboorte", "40", "600"), ("vroeggeboorte-32-36-weken", "37", "600")];
    let figures = beside(&rows, "");
    let both = rows.iter().all(|(id, ..)| shown(&figures, id, "GM0344", "2015").is_some());
    assert!(!both);
    let rows = [("vroeggeboorte", "60", "600"), ("vroeggeboorte-32-36-weken", "37", "600")];
    let figures = beside(&rows, "");
    assert!(rows.iter().all(|(id, ..)| shown(&figures, id, "GM0344", "2015").is_some()));
}

#[test]
fn what_adds_up_by_a_recipe_tells_no_part() {
    let sum = "[[sum]]\ntotal = \"laag-geboortegewicht\"\n\
        parts = [\"laag-geboortegewicht-eenlingen\", \"laag-geboortegewicht-meerlingen\"]";
    let rows = [
        ("laag-geboortegewicht", "31", "600"),
        ("laag-geboortegewicht-eenlingen", "25", "560"),
        ("laag-geboortegewicht-meerlingen", "<10", "40"),
    ];
    for rows in [&rows[..], &rows[..2]] {
        let figures = beside(rows, sum);
        let both = rows[..2].iter().all(|(id, ..)| shown(&figures, id, "GM0344", "2015").is_some());
        assert!(!both, "31 - 25 is 6: {}", rows.len());
    }
}

#[test]
fn classes_of_one_answer_add_up_to_their_denominator() {
    let sum = "[[sum]]\nparts = [\"big2\", \"lage-apgar\", \"roken-terugval\"]";
    let rows =
        [("big2", "60", "100"), ("lage-apgar", "34", "100"), ("roken-terugval", "<10", "100")];
    let figures = beside(&rows, sum);
    let both = rows[..2].iter().all(|(id, ..)| shown(&figures, id, "GM0344", "2015").is_some());
    assert!(!both, "100 - 94 is 6");
}

#[test]
fn a_percentage_tells_the_counts_that_it_can_come_from() {
    let recipe = "[[file]]\npath = \"t.csv\"\nregion = \"g\"\nperiod = \"j\"\ndecimal = \",\"\n\
        [[file.series]]\nindicator = \"big2\"\nvalue = \"p\"\nlower = \"l\"\nupper = \"u\"\n";
    let file = "g;j;p;l;u\nGM0344;2015;1,3;0,5;3,4\nGM0307;2015;0,0;;\nGM0310;2015;100,0;;\n\
        GM0321;2015;12,5;;\n";
    let figures = prepared(file, recipe).unwrap();
    let value = |code: &str| shown(&figures, "big2", code, "2015");
    // 4 of 300, and nobody or everybody; without limits 12.5 tells no count.
    assert_eq!(["GM0344", "GM0307", "GM0310"].map(value), [None; 3]);
    assert_eq!(value("GM0321"), Some(12.5));
}

#[test]
fn a_percentage_of_published_births_is_a_count() {
    let recipe = "[[file]]\npath = \"t.csv\"\nregion = \"g\"\nperiod = \"j\"\ndecimal = \",\"\n\
        [[file.series]]\nindicator = \"moeders-35-plus\"\nvalue = \"p\"\n\
        [[file.series]]\nindicator = \"levendgeborenen\"\nnumerator = \"n\"\n";
    let file = "g;j;p;n\nGM0344;2015;1,3;300\nGM0307;2015;0,0;300\nGM0310;2015;21,3;300\n";
    let figures = prepared(file, recipe).unwrap();
    let value = |code: &str| shown(&figures, "moeders-35-plus", code, "2015");
    assert_eq!(["GM0344", "GM0307", "GM0310"].map(value), [None, None, Some(21.3)]);
}

/// A folder with the shipped births of some years, pooled.
fn births(last: i32) -> Folder {
    let all = std::fs::read_to_string(super::shipped::sources().join("births.csv")).unwrap();
    let keep = |line: &&str| {
        let year = line.split(',').nth(1).and_then(|y| y.parse::<i32>().ok());
        !line.starts_with('#') && year.is_none_or(|year| year <= last)
    };
    let file: String = all.lines().filter(keep).map(|l| format!("{l}\n")).collect();
    let mut recipe = "[[file]]\npath = \"t.csv\"\nregion = \"region\"\nperiod = \"period\"\n\
        groups = \"sum\"\n[[file.series]]\nindicator = \"levendgeborenen\"\nnumerator = \"born\"\n"
        .to_string();
    for (id, column) in
        [("tienermoeders", "mothers_under_20"), ("moeders-35-plus", "mothers_35_plus")]
    {
        recipe.push_str(&format!(
            "[[file.series]]\nindicator = \"{id}\"\nnumerator = \"{column}\"\n\
             denominator = \"born\"\n"
        ));
    }
    recipe.push_str(&format!(
        "[[pool]]\nindicators = [\"levendgeborenen\", \"tienermoeders\", \"moeders-35-plus\"]\n\
         first = 2010\nlast = {last}\n"
    ));
    Folder::with(&[("t.csv", file.as_bytes()), ("recipe.toml", recipe.as_bytes())])
}

#[test]
fn an_earlier_edition_stays_known() {
    let (old, new) = (births(2014), births(2015));
    let plain = |folder: &Folder, options: &Options| {
        prepare_with(&folder.0.join("recipe.toml"), &Progress::default(), options).unwrap()
    };
    let first = plain(&old, &Options::default());
    let edition = old.0.join("edition");
    let kept = first.records.clone();
    write(first, &edition).unwrap();
    let options = Options { earlier: vec![edition], ..Options::default() };
    let next = plain(&new, &options);
    let (before, now) = (Period::years(2010, 2014), Period::years(2010, 2015));
    let mut told = 0;
    for id in ["tienermoeders", "moeders-35-plus"] {
        for ((region, _), record) in next.records[id].iter().filter(|((_, p), _)| *p == now) {
            // What both pools show must not be what the last year hides.
            let then = kept[id].get(&(region.clone(), before)).and_then(|r| r.numerator);
            if let Some((now, then)) = record.numerator.zip(then) {
                let last = &next.records[id][&(region.clone(), Period::years(2015, 2015))];
                assert!(
                    last.status == Some(Status::BorderChange) || now - then >= 10.0,
                    "{region}"
                );
                told += 1;
            }
        }
    }
    assert!(told > 50, "{told}: nothing to subtract");
}

#[test]
fn a_mean_of_few_is_withheld() {
    let recipe = "[[file]]\npath = \"t.csv\"\nregion = \"g\"\nperiod = \"j\"\ndecimal = \",\"\n\
        [[file.series]]\nindicator = \"leeftijd-eerste-kind\"\nvalue = \"v\"\ndenominator = \"n\"\n";
    let file = "g;j;v;n\nGM0344;2015;30,1;5\nGM0307;2015;30,2;50\n";
    let figures = prepared(file, recipe).unwrap();
    let value = |code: &str| shown(&figures, "leeftijd-eerste-kind", code, "2015");
    assert_eq!(["GM0344", "GM0307"].map(value), [None, Some(30.2)]);
}

#[test]
fn a_numerator_without_a_denominator_is_not_published() {
    let file = "g;j;m;b\nGM0344;2015;40;\nGM0307;2015;40;400\n";
    let figures = prepared(file, COUNTS).unwrap();
    let bare = record(&figures, "tienermoeders", "GM0344", "2015").unwrap();
    assert_eq!((bare.numerator, bare.status), (None, Some(Status::Incomplete)));
    assert_eq!(shown(&figures, "tienermoeders", "GM0307", "2015"), Some(40.0));
}

#[test]
fn a_low_threshold_needs_its_reason() {
    let file = table(&[("GM0344", "2015", "3", "400")]);
    let recipe = format!("threshold = 0\n{COUNTS}");
    let folder = Folder::with(&[("t.csv", file.as_bytes())]);
    assert!(told(folder.prepare(&recipe)).contains("--allow-small"));
    for (reason, fine) in [(" ", false), ("proef met verzonnen cijfers", true)] {
        let options = Options { allow_small: Some(reason.into()), ..Options::default() };
        let done = prepare_with(&folder.0.join("recipe.toml"), &Progress::default(), &options);
        assert_eq!(done.is_ok(), fine);
        if let Ok(figures) = done {
            assert!(Report::of(&figures, Language::Dutch).text().contains(reason));
        }
    }
}

#[test]
fn a_total_that_nothing_explains_is_refused_by_name() {
    for total in ["150", "100"] {
        let mut rows: Vec<_> = vec![
            ("GM0034", "2015", "30", "2500"),
            ("GM0303", "2015", "20", "450"),
            ("GM0995", "2015", "25", "900"),
            ("GM0171", "2015", "22", "600"),
            ("GM0050", "2015", "15", "250"),
            ("GM0184", "2015", "16", "300"),
        ];
        rows.push(("PV24", "2015", total, "5000"));
        let text = told(prepared(&table(&rows), COUNTS));
        for word in ["tienermoeders", "PV24", "2015", "128", total] {
            assert!(text.contains(word), "{word}: {text}");
        }
    }
}

#[test]
fn people_without_a_municipality_may_be_in_a_total() {
    let rows = [
        ("GM0034", "2015", "30", "2500"),
        ("GM0303", "2015", "20", "450"),
        ("GM0995", "2015", "25", "900"),
        ("GM0171", "2015", "22", "600"),
        ("GM0050", "2015", "15", "250"),
        ("GM0184", "2015", "16", "300"),
        ("PV24", "2015", "150", "5030"),
    ];
    let recipe = COUNTS.replace("period = \"j\"\n", "period = \"j\"\nresidual = true\n");
    let figures = prepared(&table(&rows), &recipe).unwrap();
    assert!(rows.iter().all(|(code, ..)| shown(&figures, "tienermoeders", code, "2015").is_some()));
}

#[test]
fn rounded_counts_lose_what_is_small_and_little_else() {
    let all = std::fs::read_to_string(super::shipped::sources().join("births.csv")).unwrap();
    let mut file = "g;j;n\n".to_string();
    let mut small = 0;
    for line in all.lines().filter(|l| !l.starts_with('#')).skip(1) {
        let fields: Vec<&str> = line.split(',').collect();
        let born: f64 = fields[2].parse().unwrap();
        let own = fields[0].starts_with("GM") || fields[0] == "NL01";
        if fields[1] == "2015" && own {
            let rounded = (born / 5.0).round() * 5.0;
            small += usize::from(rounded < 12.0);
            file.push_str(&format!("{};2015;{rounded}\n", fields[0]));
        }
    }
    let recipe = "division = 2015\n[[file]]\npath = \"t.csv\"\nregion = \"g\"\nperiod = \"j\"\n\
        [[file.series]]\nindicator = \"levendgeborenen\"\nnumerator = \"n\"\n";
    let figures = prepared(&file, recipe).unwrap();
    let lost = figures.summary.suppressed.get("levendgeborenen").map_or(0, Vec::len);
    assert!((1..=small + 6).contains(&lost), "{lost} lost, {small} small");
    assert!(warnings(&figures).iter().any(|w| w.contains("veelvouden van 5")));
}

#[test]
fn the_report_says_that_it_is_not_for_publication() {
    let report = Report::of(&flevoland(Some("<10")), Language::Dutch);
    assert!(report.text().starts_with("Dit verslag is niet voor publicatie:"));
    let json = serde_json::to_value(&report).unwrap();
    assert!(json["confidential"].as_str().unwrap().starts_with("Dit verslag is niet"));
}
