// SPDX-License-Identifier: EUPL-1.2
//! From the tables of a recipe to newer figures: a server in the shapes of CBS and RIVM, asked
//! twice, and with everything that servers do.

use super::folder::Folder;
use super::service::{Fault, Service};
use super::statline::{births, inhabitants, vaccinations};
use kansrijke_start::indicator::period::Period;
use kansrijke_start::prepare::fetch::client::Patience;
use kansrijke_start::prepare::message::Say;
use kansrijke_start::prepare::problem::Problem;
use kansrijke_start::prepare::publish::edition;
use kansrijke_start::prepare::read::input::Progress;
use kansrijke_start::prepare::recipe::TableRecipe;
use kansrijke_start::prepare::recipe::table::SHIPPED;
use kansrijke_start::prepare::record::Record;
use kansrijke_start::prepare::update::{Outcome, Update, update};
use kansrijke_start::request::Language;
use serde_json::json;
use std::fs;
use std::path::Path;
use std::time::Duration;

const SERIES: &str = r#"
[[table.series]]
indicator = "levendgeborenen"
numerator = ["LevendGeborenJongens_3", "LevendGeborenMeisjes_4"]
"#;

fn recipe(address: &str, series: &str) -> String {
    format!(
        "[[table]]\nid = \"37201\"\ncatalogue = \"{address}\"\nlevels = [\"NL\", \"PV\", \"GM\"]\ngroups = \"sum\"\n{series}"
    )
}

fn folder(recipe: &str) -> Folder {
    Folder::with(&[("recipe.toml", recipe.as_bytes())])
}

fn asked(folder: &Folder) -> Update {
    Update {
        recipe: folder.0.join("recipe.toml"),
        out: folder.0.join("data"),
        tables: folder.0.join("tables"),
        earlier: Vec::new(),
        keep_going: false,
        patience: Patience {
            tries: 3,
            pause: Duration::from_millis(5),
            // As long as a slow machine asks.
            page: Duration::from_secs(120),
            ..Patience::default()
        },
    }
}

fn run(folder: &Folder) -> Result<Outcome, Vec<Problem>> {
    update(&asked(folder), &|_, _| (), &Progress::default())
}

fn refused(folder: &Folder) -> String {
    let problems = run(folder).unwrap_err();
    problems.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n")
}

fn published(folder: &Folder, id: &str, region: &str, year: i32) -> Option<Record> {
    let records = edition::read(&folder.0.join("data")).unwrap();
    records[id].get(&(region.to_string(), Period::years(year, year))).cloned()
}

fn born(folder: &Folder, region: &str, year: i32) -> Option<f64> {
    published(folder, "levendgeborenen", region, year)?.numerator
}

fn names(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).into_iter().flatten();
    let mut names: Vec<String> =
        entries.map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned()).collect();
    names.sort();
    names
}

#[test]
fn an_update_brings_new_figures_and_a_second_one_nothing() {
    for version in [3, 4] {
        let service = Service::start(version);
        service.put(births(2014..=2014));
        let folder = folder(&recipe(&service.address, SERIES));
        let first = run(&folder).unwrap();
        assert!(first.is_new && first.fetched == 1, "{first:?}");
        assert_eq!(born(&folder, "NL01", 2014), Some(175_181.0));
        assert_eq!(born(&folder, "GM0344", 2015), None);
        let asked = service.asked();
        assert!(
            asked.iter().any(|a| a.contains("DataSet?") || a.contains("Observations?")),
            "{asked:?}"
        );

        let second = run(&folder).unwrap();
        assert!(!second.is_new && second.fetched == 0, "{second:?}");
        assert_eq!(
            second.line("data", Language::Dutch),
            "niets nieuws: tabellen: 1, waarvan 0 opgehaald"
        );
        let asked = service.asked();
        assert!(
            !asked.iter().any(|a| a.contains("DataSet") || a.contains("Observations")),
            "{asked:?}"
        );

        // A year more, and a year that was revised.
        service.put(births(2014..=2015));
        service.change("37201", |table| {
            table.modified = "2025-10-31T02:00:00".into();
            let places = |row: &&mut serde_json::Map<String, serde_json::Value>| {
                row["Perioden"] == "2014JJ00"
                    && ["GM0344", "NL01"].iter().any(|r| row["RegioS"] == *r)
            };
            for row in table.rows.iter_mut().filter(places) {
                let boys = row["LevendGeborenJongens_3"].as_i64().unwrap();
                row.insert("LevendGeborenJongens_3".into(), json!(boys + 4));
            }
        });
        let before = born(&folder, "GM0344", 2014).unwrap();
        let third = run(&folder).unwrap();
        assert!(third.is_new && third.fetched == 1, "{third:?}");
        assert_eq!(born(&folder, "GM0344", 2015), Some(4_981.0), "version {version}");
        assert_eq!(born(&folder, "GM0344", 2014), Some(before + 4.0));
        let changes = third.summary.changes.clone().unwrap()["levendgeborenen"];
        // The municipality, its province, COROP region and health region, which are sums, and the
        // country.
        assert!(changes.revised == 5 && changes.added > 350, "{changes:?}");
        let line = third.line("data", Language::English);
        assert!(line.starts_with("updated: tables: 1, of which 1 fetched; "), "{line}");
        assert!(!line.contains('\n'), "{line}");
    }
}

#[test]
fn only_what_is_wanted_is_asked_for() {
    let service = Service::start(3);
    service.put(births(2014..=2015));
    let folder = folder(&recipe(&service.address, SERIES));
    run(&folder).unwrap();
    let asked = service.asked();
    let rows = asked.iter().find(|a| a.contains("TypedDataSet")).unwrap();
    for part in [
        "Perioden eq '2010JJ00' or",
        "startswith(RegioS,'NL') or startswith(RegioS,'PV') or startswith(RegioS,'GM')",
        "$select=ID,RegioS,Perioden,LevendGeborenJongens_3,LevendGeborenMeisjes_4",
    ] {
        assert!(rows.contains(part), "{rows}");
    }
    assert!(!rows.contains("2009JJ00"), "{rows}");
    let table = fs::read_to_string(folder.0.join("tables/37201/typed-1.json")).unwrap();
    assert!(!table.contains("LD01") && !table.contains("k_1eKind"), "{table:.300}");
}

#[test]
fn a_table_takes_the_place_of_a_file_and_leaves_what_it_does_not_have() {
    let service = Service::start(3);
    let mut table = births(2015..=2015);
    table.rows.retain(|row| row["RegioS"] != "NL01");
    // Nothing is known of Amersfoort.
    let row = table.rows.iter_mut().find(|row| row["RegioS"] == "GM0307").unwrap();
    row.insert("LevendGeborenJongens_3".into(), json!(null));
    row.insert("LevendGeborenMeisjes_4".into(), json!(null));
    service.put(table);
    let file = "[[file]]\npath = \"t.csv\"\nregion = \"r\"\nperiod = \"p\"\n[[file.series]]\nindicator = \"levendgeborenen\"\nnumerator = \"x\"\n";
    let folder = folder(&[file, &recipe(&service.address, SERIES)].concat());
    folder.put("t.csv", b"r;p;x\nGM0344;2015;4000\nGM0307;2015;1900\nGM0344;2014;4100\n");
    run(&folder).unwrap();
    assert_eq!(born(&folder, "GM0344", 2015), Some(4_981.0), "the table's");
    assert_eq!(born(&folder, "GM0307", 2015), Some(1_900.0), "the file's");
    assert_eq!(born(&folder, "GM0344", 2014), Some(4_100.0), "the file's");
}

#[test]
fn what_servers_do_is_borne() {
    let service = Service::start(3);
    service.put(births(2015..=2015));
    let folder = folder(&recipe(&service.address, SERIES));
    service.fail(&[
        ("TableInfos", Fault::Status(503)),
        ("TableInfos", Fault::Redirect),
        ("DataProperties", Fault::Half),
        ("TypedDataSet", Fault::Status(503)),
        ("TypedDataSet", Fault::Half),
    ]);
    assert!(run(&folder).unwrap().is_new);
    assert_eq!(born(&folder, "GM0344", 2015), Some(4_981.0));
}

#[test]
fn what_is_lost_leaves_the_figures_whole_and_goes_on_later() {
    let service = Service::start(4);
    service.put(births(2014..=2014));
    let folder = folder(&recipe(&service.address, SERIES));
    run(&folder).unwrap();
    let before = fs::read(folder.0.join("data/index.json")).unwrap();
    // Enough rows for several pages.
    service.put(births(2010..=2015));
    service.change("37201", |table| {
        table.modified = "2026-10-31T02:00:00".into();
        for nth in 0..20_000 {
            let mut row = table.rows[0].clone();
            row.insert("RegioS".into(), json!(format!("GM99{nth:05}")));
            table.rows.push(row);
        }
    });
    service.asked();
    service.fail(&[("skip=10000", Fault::Status(503)); 3]);
    let said = refused(&folder);
    assert!(said.contains("antwoord 503") && said.contains("blijft een dag bewaard"), "{said}");
    assert_eq!(fs::read(folder.0.join("data/index.json")).unwrap(), before);
    service.asked();
    let again = run(&folder).unwrap();
    assert!(again.is_new);
    let asked = service.asked();
    let rows: Vec<&String> = asked.iter().filter(|a| a.contains("Observations")).collect();
    assert!(rows.iter().all(|a| a.contains("$skip=")), "the first page was there: {rows:?}");
    assert_eq!(born(&folder, "GM0344", 2015), Some(4_981.0));
    assert_eq!(names(&folder.0), ["data", "recipe.toml", "tables"]);
}

#[test]
fn a_slow_drip_has_an_end() {
    let service = Service::start(3);
    service.put(births(2015..=2015));
    let folder = folder(&recipe(&service.address, SERIES));
    service.fail(&[("TypedDataSet", Fault::Drip); 3]);
    let mut asked = asked(&folder);
    asked.patience.page = Duration::from_secs(1);
    let problems = update(&asked, &|_, _| (), &Progress::default()).unwrap_err();
    let said = problems[0].to_string();
    assert!(said.contains("binnen 1 seconde") || said.contains("geen antwoord"), "{said}");
    assert_eq!(names(&folder.0), ["recipe.toml"]);
}

#[test]
fn a_changed_number_is_followed_and_a_column_that_is_gone_is_said() {
    let service = Service::start(3);
    let mut table = births(2015..=2015);
    table.columns[1].0 = "LevendGeborenJongens_5".into();
    for row in &mut table.rows {
        let boys = row.remove("LevendGeborenJongens_3").unwrap();
        row.insert("LevendGeborenJongens_5".into(), boys);
    }
    service.put(table);
    let with = |column: &str| SERIES.replace("LevendGeborenMeisjes_4", column);
    let folder = folder(&recipe(&service.address, SERIES));
    run(&folder).unwrap();
    assert_eq!(born(&folder, "GM0344", 2015), Some(4_981.0));

    let whole = fs::read(folder.0.join("data/index.json")).unwrap();
    for (column, says) in [
        (
            "LevendGeborenTweelingen_4",
            "37201: gevonden de kolommen TotaalLevendGeborenKinderen_1, LevendGeborenJongens_5, \
             LevendGeborenMeisjes_4, TotaalLevendGeborenKinderen_8, JongerDan20Jaar_9, \
             k_35Tot40Jaar_13, k_40Tot45Jaar_14, k_45JaarOfOuder_15, k_1eKind_17; verwacht ook een \
             kolom LevendGeborenTweelingen_4",
        ),
        // It is there; but a number beside it moved, so it may be another column than it was.
        (
            "TotaalLevendGeborenKinderen_8",
            "TotaalLevendGeborenKinderen_1 en TotaalLevendGeborenKinderen_8",
        ),
    ] {
        folder.put("recipe.toml", recipe(&service.address, &with(column)).as_bytes());
        let said = refused(&folder);
        assert!(said.contains(says), "{said}");
        assert_eq!(fs::read(folder.0.join("data/index.json")).unwrap(), whole);
    }
    folder.put(
        "recipe.toml",
        recipe(&service.address, &format!("where = {{ Geslacht = \"Totaal\" }}\n{SERIES}"))
            .as_bytes(),
    );
    let said = refused(&folder);
    assert!(
        said.contains("de dimensies RegioS, Perioden; verwacht ook een dimensie Geslacht"),
        "{said}"
    );
}

#[test]
fn a_discontinued_table_is_said_and_used() {
    let service = Service::start(3);
    service.put(births(2015..=2015));
    service.change("37201", |table| table.status = "Gediscontinueerd".into());
    let folder = folder(&recipe(&service.address, SERIES));
    let outcome = run(&folder).unwrap();
    let text = outcome.text(Language::Dutch);
    assert!(outcome.is_new && text.contains("let op: 37201 is stopgezet"), "{text}");
}

#[test]
fn without_a_table_the_others_go_on_where_that_is_asked() {
    let service = Service::start(3);
    service.put(births(2015..=2015));
    let gone = "[[table]]\nid = \"99999\"\ncatalogue = \"{}\"\n[[table.series]]\nindicator = \"big2\"\nvalue = \"Big2_1\"\n"
        .replace("{}", &service.address);
    let folder = folder(&[&gone, recipe(&service.address, SERIES).as_str()].concat());
    let said = refused(&folder);
    assert!(said.contains("99999") && said.contains("antwoord 404"), "{said}");
    assert_eq!(names(&folder.0), ["recipe.toml", "tables"]);
    assert_eq!(names(&folder.0.join("tables")), ["37201"], "what was whole is kept");
    let outcome =
        update(&Update { keep_going: true, ..asked(&folder) }, &|_, _| (), &Progress::default());
    let outcome = outcome.unwrap();
    assert!(outcome.is_new && outcome.failed == 1 && outcome.fetched == 0, "{outcome:?}");
    let line = outcome.line("data", Language::Dutch);
    assert!(line.contains("waarvan 0 opgehaald en 1 niet te krijgen"), "{line}");
    assert!(outcome.text(Language::Dutch).contains("let op: niet opgehaald: "), "{outcome:?}");
}

#[test]
fn numerators_and_denominators_may_stand_in_different_rows() {
    for version in [3, 4] {
        let service = Service::start(version);
        let mut table = births(2015..=2015);
        let all = table.rows.clone();
        table.rows.clear();
        for row in all.into_iter().filter(|row| row["RegioS"] == "GM0344") {
            let boys = row["LevendGeborenJongens_3"].as_i64();
            for (code, count) in [("T001", boys), ("E002", boys.map(|boys| boys / 5))] {
                let mut row = row.clone();
                row.insert("Samenstelling".into(), json!(code));
                row.insert("LevendGeborenJongens_3".into(), json!(count));
                table.rows.push(row);
            }
        }
        let code = |key: &str, title: &str| (key.to_string(), title.to_string(), String::new());
        let codes = vec![code("T001", "Totaal huishoudens"), code("E002", "Eenouderhuishouden")];
        table.dimensions.insert(0, ("Samenstelling".into(), codes));
        service.put(table);
        let series = "[[table.series]]\nindicator = \"eerste-kinderen\"\n\
            numerator = \"LevendGeborenJongens_3\"\n\
            numerator_where = { Samenstelling = \"eenouderhuishouden\" }\n\
            denominator = \"LevendGeborenJongens_3\"\n\
            denominator_where = { Samenstelling = \"Totaal*\" }\n";
        let folder = folder(&recipe(&service.address, series));
        run(&folder).unwrap();
        let record = published(&folder, "eerste-kinderen", "GM0344", 2015).unwrap();
        assert_eq!((record.numerator, record.denominator), (Some(498.0), Some(2491.0)));
        folder.put(
            "recipe.toml",
            recipe(&service.address, &series.replace("Totaal*", "Alle")).as_bytes(),
        );
        let said = refused(&folder);
        let says = "37201: gevonden in Samenstelling: Totaal huishoudens, Eenouderhuishouden; verwacht ook \"Alle\"";
        assert!(said.contains(says), "{said}");
    }
}

#[test]
fn a_count_of_a_table_is_the_denominator_of_a_rate() {
    for version in [3, 4] {
        let service = Service::start(version);
        service.put(births(2015..=2015));
        service.put(inhabitants(2015..=2016));
        // As the shipped recipe asks for it.
        let all = SHIPPED.split("[[table]]");
        let people = all.filter(|table| table.contains("\"03759ned\"")).last().unwrap();
        let (head, _) = people.split_once("# RIVM").unwrap();
        let people = format!("[[table]]\ncatalogue = \"{}\"{head}", service.address);
        let rate = "[[rate]]\nindicator = \"geboortecijfer\"\nnumerator = \"levendgeborenen\"\n\
                    denominator = \"inwoners\"\nmean = true\n";
        let folder = folder(&[&recipe(&service.address, SERIES), &*people, rate].concat());
        run(&folder).unwrap();
        let record = published(&folder, "geboortecijfer", "GM0344", 2015).unwrap();
        let mean = (334_176.0 + 338_967.0) / 2.0;
        assert_eq!((record.numerator, record.denominator), (Some(4_981.0), Some(mean)));
    }
}

/// The recipe of the shipped figures, with its tables at a service.
fn shipped(service: &Service) -> Folder {
    let folder = Folder::with(&[]);
    for entry in fs::read_dir(super::shipped::sources()).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_str().unwrap().to_string();
        folder.put(&name, &fs::read(&path).unwrap());
    }
    let mut tables = String::new();
    for line in SHIPPED.lines().filter(|line| !line.starts_with("catalogue = ")) {
        tables.push_str(line);
        if line.starts_with("id = ") {
            tables.push_str(&format!("\ncatalogue = \"{}\"", service.address));
        }
        tables.push('\n');
    }
    folder.put("tables.toml", tables.as_bytes());
    folder
}

/// Tables of the shipped recipe in their shape, of which nothing is known.
fn shapes(service: &Service) {
    for recipe in TableRecipe::parse("tables.toml", SHIPPED).unwrap() {
        let mut table = vaccinations(&recipe.id, &[]);
        table.columns = recipe.columns().into_iter().map(|name| (name.clone(), name)).collect();
        let code = |key: &str, title: &str| (key.to_string(), title.to_string(), String::new());
        let year = format!("{}JJ00", recipe.first.max(2020));
        let mut row = json!({ recipe.period.as_str(): year });
        table.dimensions = vec![(recipe.period.clone(), vec![code(&year, "")])];
        if let Some(region) = recipe.region() {
            row[region] = json!("NL01");
            table.dimensions.push((region.to_string(), vec![code("NL01", "Nederland")]));
        }
        for (dimension, titles) in recipe.chosen() {
            let codes = titles.iter().enumerate();
            let codes: Vec<_> = codes
                .map(|(nth, title)| code(&format!("T{nth}"), title.trim_end_matches('*')))
                .collect();
            row[dimension.as_str()] = json!("T0");
            table.dimensions.push((dimension, codes));
        }
        for (column, _) in &table.columns {
            row[column.as_str()] = json!(null);
        }
        table.rows = vec![row.as_object().unwrap().clone()];
        service.put(table);
    }
}

#[test]
fn the_shipped_recipe_is_updated() {
    let service = Service::start(3);
    shapes(&service);
    service.put(births(2010..=2015));
    service.put(vaccinations("50136NED", &[2023, 2024]));
    service.put(vaccinations("50141NED", &[2023, 2024, 2025]));
    let folder = shipped(&service);
    let first = run(&folder).unwrap();
    assert!(first.is_new && first.fetched == first.tables, "{:?}", first.notes);
    let made = edition::read(&folder.0.join("data")).unwrap();
    let without = edition::read(super::shipped::made_folder()).unwrap();
    for id in super::shipped::BIRTHS {
        // Of the tables of which nothing is known there are rows all the same; what is withheld
        // depends on the years that are there.
        let known = |(key, record): &(&_, &Record)| {
            let has_numbers = |record: &Record| record.numerator.is_some();
            has_numbers(record) && without[id].get(*key).is_some_and(has_numbers)
        };
        let apart = made[id]
            .iter()
            .filter(known)
            .find(|(key, record)| without[id].get(key) != Some(record));
        assert_eq!(apart, None, "{id}: the table has the rows that are shipped");
        assert!(made[id].len() >= without[id].len(), "{id}");
    }
    for (id, percent) in
        [("vaccinatiegraad-2-jaar", 85.0), ("vaccinatiegraad-2-jaar-zonder-leeftijdsgrens", 87.0)]
    {
        let record = published(&folder, id, "GM0344", 2025).unwrap();
        assert_eq!(record.value, Some(percent), "{id}");
        assert_eq!(record.denominator, Some(4_100.0), "{id}");
        assert!(record.numerator.is_some_and(|n| n > 3_000.0), "{id}");
        assert!(published(&folder, id, "GG2514", 2023).is_some(), "{id}");
    }
    assert!(!run(&folder).unwrap().is_new);
}

#[test]
fn no_connection_is_said_once_and_leaves_nothing() {
    let gone = std::net::TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap();
    let address = format!("http://{gone}");
    let other = recipe(&address, SERIES).replace("37201", "82056NED");
    let folder = folder(&[recipe(&address, SERIES), other].concat());
    let problems = run(&folder).unwrap_err();
    assert_eq!(problems.len(), 1, "{problems:?}");
    assert!(problems[0].to_string().contains("geen verbinding met 127.0.0.1"), "{problems:?}");
    assert!(problems[0].say(Language::English).contains("no connection with 127.0.0.1"));
    assert_eq!(names(&folder.0), ["recipe.toml"]);
}

#[test]
fn a_recipe_without_tables_is_refused() {
    let folder = folder("threshold = 10\n");
    assert!(refused(&folder).contains("geen [[table]]"));
    for (wrong, says) in [
        (recipe("x", &SERIES.replace("levend", "onzin-")), "indicator \"onzin-geborenen\""),
        (recipe("x", "").replace("\"NL\"", "\"XX\""), "levels met \"XX\""),
        ([recipe("x", SERIES), recipe("x", SERIES)].concat(), "tabel 37201 twee keer"),
    ] {
        folder.put("recipe.toml", wrong.as_bytes());
        let service = Service::start(3);
        service.put(births(2015..=2015));
        let recipe = wrong.replace("\"x\"", &format!("\"{}\"", service.address));
        folder.put("recipe.toml", recipe.as_bytes());
        assert!(refused(&folder).contains(says), "{}", refused(&folder));
    }
}
