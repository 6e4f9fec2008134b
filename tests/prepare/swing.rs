// SPDX-License-Identifier: EUPL-1.2
//! Workbooks for Swing, in both of their forms, with no recipe. The figures are made up.

use super::folder::{Folder, counts, record, told, value, warnings};
use super::workbooks::{Put, workbook};
use kansrijke_start::indicator::definition::{Direction, Kind};
use kansrijke_start::indicator::observation::Status;
use kansrijke_start::prepare::problem::Problem;
use kansrijke_start::prepare::read::input::Progress;
use kansrijke_start::prepare::run::{Figures, prepare};
use std::process::Command;

use Put::{Number, Text};

type Rows<'a> = &'a [&'a [Put<'a>]];

/// The figures of a workbook, with no recipe.
fn figures(bytes: &[u8]) -> Result<Figures, Vec<Problem>> {
    let folder = Folder::with(&[("GGD.xlsx", bytes)]);
    prepare(&folder.0.join("GGD.xlsx"), &Progress::default())
}

fn definition<'a>(
    figures: &'a Figures,
    id: &str,
) -> &'a kansrijke_start::indicator::definition::Definition {
    let mut entries = figures.catalogue.iter().map(|entry| &entry.definition);
    entries.find(|definition| definition.id == id).unwrap()
}

const HEADS: &[Put<'_>] =
    &[Text("PERIODE"), Text("GEBIEDSNIVEAU"), Text("GEBIED"), Text("NAAM"), Text("WAARDE")];

const METADATA: Rows<'_> = &[
    &[
        Text("Name"),
        Text("Description"),
        Text("Indicator code"),
        Text("RoundOff"),
        Text("More information"),
        Text("Unit"),
        Text("Source"),
        Text("Data type"),
    ],
    &[
        Text("Rookt <script>alert(1)</script> {region}"),
        Text("Het deel van de ouders dat rookt."),
        Text("Ouders_Rookt"),
        Number(1.0),
        Text("www.example.nl"),
        Text("p"),
        Text("Gezondheidsmonitor GGD"),
        Text("Percentage"),
    ],
    &[
        Text("Cijfer voor gezondheid"),
        Text("Het gemiddelde cijfer."),
        Text("cijfer"),
        Number(2.0),
        Put::Nothing,
        Text("g"),
        Text("Gezondheidsmonitor GGD"),
        Text("Mean"),
    ],
    &[
        Text("Vreemd"),
        Put::Nothing,
        Text("vreemd"),
        Put::Nothing,
        Put::Nothing,
        Text("q"),
        Put::Nothing,
        Text("Mode"),
    ],
];

fn long() -> Vec<u8> {
    let data: Rows<'_> = &[
        HEADS,
        &[Number(2022.0), Text("gemeente"), Number(344.0), Text("Ouders_Rookt"), Number(12.3)],
        &[Number(2022.0), Text("gemeente"), Number(321.0), Text("ouders_rookt"), Number(-99_996.0)],
        &[Number(2022.0), Text("gemeente"), Number(363.0), Text("Ouders_Rookt"), Number(-99_997.0)],
        &[Number(2022.0), Text("wijk"), Number(34_401.0), Text("Ouders_Rookt"), Number(9.0)],
        &[Number(2022.0), Text("nederland"), Number(1.0), Text("Ouders_Rookt"), Number(15.0)],
        &[Number(2022.0), Text("gemeente"), Number(344.0), Text("cijfer"), Text("7,25")],
        &[Number(2022.0), Text("gemeente"), Number(344.0), Text("vreemd"), Number(1.0)],
        &[Number(2022.0), Text("gemeente"), Number(344.0), Text("niet_beschreven"), Number(1.0)],
    ];
    workbook(&[("data", data), ("metadata", METADATA)])
}

#[test]
fn the_long_form_brings_its_own_indicators_without_counts() {
    let figures = figures(&long()).unwrap();
    assert_eq!(value(&figures, "ouders-rookt", "GM0344", "2022"), Some(12.3));
    assert_eq!(value(&figures, "ouders-rookt", "NL01", "2022"), Some(15.0));
    assert_eq!(value(&figures, "cijfer", "GM0344", "2022"), Some(7.25));
    // No counts, so no interval can be made of it.
    assert_eq!(counts(&figures, "ouders-rookt", "GM0344", "2022"), None);
    let kept_back = record(&figures, "ouders-rookt", "GM0321", "2022").unwrap();
    assert_eq!((kept_back.status, kept_back.value), (Some(Status::Withheld), None));
    // Another special value of Swing: no number, and in doubt secret.
    let special = record(&figures, "ouders-rookt", "GM0363", "2022").unwrap();
    assert_eq!((special.status, special.value), (Some(Status::Withheld), None));
    assert_eq!(figures.summary.skipped, 1);
    let warned = warnings(&figures).join("\n");
    for words in ["-99997", "overgeslagen: niet_beschreven", "overgeslagen: vreemd"] {
        assert!(warned.contains(words), "{words}: {warned}");
    }
    let rookt = definition(&figures, "ouders-rookt");
    assert_eq!((rookt.kind, rookt.direction, rookt.decimals), (Kind::Share, Direction::Context, 1));
    assert_eq!(rookt.definition.nl, "Het deel van de ouders dat rookt.");
    assert_eq!(rookt.source.publisher, "Gezondheidsmonitor GGD");
    // Its texts are data: they name no part of a sentence.
    assert_eq!(rookt.name.nl, "Rookt <script>alert(1)</script> (region)");
    assert_eq!(rookt.sentence.nl.matches("{region}").count(), 1);
    assert_eq!(definition(&figures, "cijfer").kind, Kind::Mean);
    assert_eq!(definition(&figures, "cijfer").decimals, 2);
}

#[test]
fn a_recipe_can_say_which_indicator_of_the_catalogue_a_code_is() {
    let folder = Folder::with(&[("GGD.xlsx", &long())]);
    let recipe = "[[file]]\npath = \"GGD.xlsx\"\nformat = \"swing\"\n[[file.series]]\n\
        indicator = \"roken-zwangerschap\"\nvalue = \"Ouders_Rookt\"\n";
    let figures = folder.prepare(recipe).unwrap();
    assert_eq!(value(&figures, "roken-zwangerschap", "GM0344", "2022"), Some(12.3));
    assert!(figures.catalogue.iter().all(|entry| entry.definition.id != "ouders-rookt"));
    assert_eq!(value(&figures, "cijfer", "GM0344", "2022"), Some(7.25));
    // And what the workbook says of one can be said otherwise.
    let recipe = "[[indicator]]\nid = \"cijfer\"\ndirection = \"higher\"\n\
        [[file]]\npath = \"GGD.xlsx\"\nformat = \"swing\"\n";
    let figures = folder.prepare(recipe).unwrap();
    assert_eq!(definition(&figures, "cijfer").direction, Direction::Higher);
}

/// A workbook with one figure of a code.
pub fn described(code: &str) -> Vec<u8> {
    let data: Rows<'_> =
        &[HEADS, &[Number(2022.0), Text("gemeente"), Number(344.0), Text(code), Number(12.3)]];
    let metadata: Rows<'_> = &[
        &[Text("Name"), Text("Indicator code"), Text("Data type")],
        &[Text("Een naam"), Text(code), Text("Percentage")],
    ];
    workbook(&[("data", data), ("metadata", metadata)])
}

#[test]
fn a_code_that_the_catalogue_has_is_refused_until_a_recipe_says_which_it_is() {
    let told = told(figures(&described("big2")));
    assert!(told.contains("big2") && told.contains("[[file.series]]"), "{told}");
}

/// A cube; of each row of figures the municipality, the sex, and four counts.
fn cube(rows: &[(f64, &str, [f64; 4])], formula: &str, threshold: f64) -> Vec<u8> {
    let heads = [
        Text("Jaar"),
        Text("Geolevel"),
        Text("Geoitem"),
        Text("geslacht"),
        Text("rookt_ja"),
        Text("rookt_soms"),
        Text("rookt_n"),
        Text("n_ongewogen"),
    ];
    let rows: Vec<Vec<Put<'_>>> = rows
        .iter()
        .map(|(town, sex, numbers)| {
            let keys = [Number(2022.0), Text("gemeente"), Number(*town), Text(sex)];
            keys.into_iter().chain(numbers.iter().map(|n| Number(*n))).collect()
        })
        .collect();
    let data: Vec<&[Put<'_>]> =
        std::iter::once(&heads[..]).chain(rows.iter().map(Vec::as_slice)).collect();
    let described: Rows<'_> = &[
        &[Text("col"), Text("type")],
        &[Text("Jaar"), Text("period")],
        &[Text("Geolevel"), Text("geolevel")],
        &[Text("Geoitem"), Text("geoitem")],
        &[Text("geslacht"), Text("dim")],
        &[Text("rookt_ja"), Text("var")],
        &[Text("rookt_soms"), Text("var")],
        &[Text("rookt_n"), Text("var")],
        &[Text("n_ongewogen"), Text("var")],
    ];
    let items: Rows<'_> = &[
        &[Text("Itemcode"), Text("Naam"), Text("Volgnr")],
        &[Text("1"), Text("Mannen"), Number(1.0)],
        &[Text("2"), Text("Vrouwen"), Number(2.0)],
    ];
    let labels: Rows<'_> = &[
        &[Text("var"), Text("label")],
        &[Text("rookt_ja"), Text("rookt dagelijks")],
        &[Text("rookt_soms"), Text("rookt soms")],
        &[Text("rookt_n"), Text("heeft de vraag beantwoord")],
    ];
    let indicators: &[&[Put<'_>]] = &[
        &[
            Text("Indicator code"),
            Text("Name"),
            Text("Unit"),
            Text("Formula"),
            Text("Data type"),
            Text("Visible"),
            Text("Threshold value"),
            Text("Threshold Indicator"),
            Text("Source"),
        ],
        &[
            Text("rookt"),
            Text("Rookt"),
            Text("p"),
            Text(formula),
            Text("Percentage"),
            Number(1.0),
            Number(threshold),
            Text("n_ongewogen"),
            Text("Volwassenenmonitor GGD"),
        ],
        &[Text("hulp"), Text("Hulp"), Text("a"), Text("rookt_n"), Text("Numeric"), Number(0.0)],
        &[
            Text("gek"),
            Text("Gek"),
            Text("p"),
            Text("sqrt(rookt_n)"),
            Text("Percentage"),
            Number(1.0),
        ],
    ];
    let one: Rows<'_> = &[&[Text("Dimensie")], &[Text("geslacht")]];
    workbook(&[
        ("Data", data.as_slice()),
        ("Data_def", described),
        ("Dimensies", one),
        ("Dimension_levels", one),
        ("geslacht", items),
        ("Label_var", labels),
        ("Indicators", indicators),
    ])
}

const FORMULA: &str = "(rookt_ja+rookt_soms)/rookt_n*100";

#[test]
fn the_cube_form_has_counts_summed_over_its_dimensions() {
    let bytes = cube(
        &[
            (344.0, "1", [40.0, 10.0, 300.0, 300.0]),
            (344.0, "2", [30.0, 5.0, 320.0, 320.0]),
            (321.0, "1", [4.0, 1.0, 100.0, 100.0]),
            (321.0, "2", [2.0, 1.0, 100.0, 100.0]),
            (363.0, "1", [80.0, 20.0, 500.0, 500.0]),
            (363.0, "2", [-99_996.0, 20.0, 500.0, 500.0]),
            (307.0, "1", [20.0, 1.0, 40.0, 20.0]),
        ],
        FORMULA,
        50.0,
    );
    // Without those of which others were asked than answered.
    let whole = cube(
        &[
            (344.0, "1", [40.0, 10.0, 300.0, 300.0]),
            (344.0, "2", [30.0, 5.0, 320.0, 320.0]),
            (321.0, "1", [4.0, 1.0, 100.0, 100.0]),
            (321.0, "2", [2.0, 1.0, 100.0, 100.0]),
            (363.0, "1", [80.0, 20.0, 500.0, 500.0]),
            (363.0, "2", [-99_996.0, 20.0, 500.0, 500.0]),
            (307.0, "1", [20.0, 1.0, 40.0, 40.0]),
        ],
        FORMULA,
        50.0,
    );
    let figures = figures(&whole).unwrap();
    assert_eq!(counts(&figures, "rookt", "GM0344", "2022"), Some((85.0, Some(620.0))));
    let status = |region| record(&figures, "rookt", region, "2022").unwrap().status;
    // Eight persons; a part that is kept back; fewer than the threshold of the workbook.
    assert_eq!(status("GM0321"), Some(Status::Withheld));
    assert_eq!(status("GM0363"), Some(Status::Withheld));
    assert_eq!(status("GM0307"), Some(Status::Withheld));
    let rookt = definition(&figures, "rookt");
    assert_eq!(rookt.numerator.as_ref().unwrap().nl, "rookt dagelijks + rookt soms");
    assert_eq!(rookt.denominator.as_ref().unwrap().nl, "heeft de vraag beantwoord");
    assert!(figures.catalogue.iter().all(|e| e.definition.id != "hulp"), "it is not visible");
    let warned = warnings(&figures).join("\n");
    assert!(warned.contains("overgeslagen: gek"), "{warned}");
    let weighted = super::swing::figures(&bytes).unwrap();
    assert!(warnings(&weighted).join("\n").contains("gewogen cijfers"), "others were asked");
}

#[test]
fn weighted_counts_give_a_value_and_no_interval() {
    let bytes = cube(
        &[
            (344.0, "1", [40.5, 10.25, 300.5, 120.0]),
            (344.0, "2", [30.0, 5.0, 320.0, 130.0]),
            (321.0, "1", [400.5, 100.25, 3_000.5, 9.0]),
            (363.0, "1", [5.5, 0.0, 3_000.5, 900.0]),
        ],
        FORMULA,
        0.0,
    );
    let figures = figures(&bytes).unwrap();
    let utrecht = record(&figures, "rookt", "GM0344", "2022").unwrap();
    assert_eq!((utrecht.numerator, utrecht.denominator), (None, None));
    assert!((utrecht.value.unwrap() - 85.75 / 620.5 * 100.0).abs() < 1e-9);
    // Nine were asked; and five and a half smoke.
    for region in ["GM0321", "GM0363"] {
        let small = record(&figures, "rookt", region, "2022").unwrap();
        assert_eq!((small.status, small.value), (Some(Status::Withheld), None), "{region}");
    }
}

#[test]
fn a_total_of_a_dimension_is_not_counted_twice() {
    let bytes = cube(
        &[
            (344.0, "0", [70.0, 15.0, 620.0, 620.0]),
            (344.0, "1", [40.0, 10.0, 300.0, 300.0]),
            (344.0, "2", [30.0, 5.0, 320.0, 320.0]),
        ],
        FORMULA,
        0.0,
    );
    let with_total = super::workbooks::rewritten(&bytes, "xl/sharedStrings.xml", |text| {
        // "Mannen", of item 1, becomes what stands for all.
        text.replace("<t>Mannen</t>", "<t>Totaal</t>")
    });
    let figures = figures(&with_total).unwrap();
    assert_eq!(counts(&figures, "rookt", "GM0344", "2022"), Some((50.0, Some(300.0))));
}

#[test]
fn a_figure_of_the_long_form_is_drawn_with_its_texts_escaped_and_no_interval() {
    let folder = Folder::with(&[("GGD.xlsx", &long())]);
    let program = |arguments: &[&str]| {
        let output = Command::new(env!("CARGO_BIN_EXE_kansrijke-start"))
            .args(arguments)
            .current_dir(&folder.0)
            .output()
            .unwrap();
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        String::from_utf8(output.stdout).unwrap()
    };
    program(&["prepare", "GGD.xlsx", "--out", "data"]);
    let draw = |region: &str, format: &str| {
        let figure = ["--indicator", "ouders-rookt", "--region", region, "--format", format];
        program(&[&["draw", "--src", "data"], &figure[..]].concat())
    };
    let html = draw("Utrecht", "html");
    assert!(html.contains("12,3%") && !html.contains("<script>alert"), "{html}");
    let json: serde_json::Value = serde_json::from_str(&draw("Utrecht", "json")).unwrap();
    assert!(!json.to_string().contains("\"numerator\":1"), "{json}");
    assert!(draw("Houten", "html").contains("te weinig"), "withheld is said");
    assert!(!draw("Houten", "html").contains("99996"));
}

#[test]
fn a_workbook_that_says_nothing_of_itself_needs_a_recipe() {
    let rows: Rows<'_> = &[&[Text("gemeente"), Text("jaar")], &[Text("Utrecht"), Number(2022.0)]];
    let told = told(figures(&workbook(&[("Blad1", rows)])));
    assert!(told.contains("niet zelf zegt") && told.contains("--guess"), "{told}");
}
