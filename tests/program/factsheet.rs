// SPDX-License-Identifier: EUPL-1.2
//! Factsheets as their makers and readers have them: what stands in a page, that it is valid, that
//! nothing of anyone's is lost, and what is said of a template that means nothing.

use crate::support::folder::Folder;
use crate::support::{figures, project};
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::process::{Command, Output};

/// `draw --factsheet` with these words, on the shipped figures.
fn draw(words: &[&str]) -> Output {
    let mut program = Command::new(env!("CARGO_BIN_EXE_kansrijke-start"));
    program.args(["draw", "--src"]).arg(figures()).arg("--factsheet").args(words);
    program.env("LC_ALL", "C").output().unwrap()
}

fn drawn(words: &[&str]) -> String {
    let output = draw(words);
    assert!(output.status.success(), "{words:?}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

/// The names of the files in a folder.
fn names(folder: &Path) -> BTreeSet<String> {
    let entries = fs::read_dir(folder).unwrap();
    entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect()
}

/// The texts of all elements of this name.
fn texts<'h>(html: &'h str, name: &str) -> Vec<&'h str> {
    let (begin, end) = (format!("<{name}"), format!("</{name}>"));
    let parts = html.split(begin.as_str()).skip(1);
    let parts = parts.filter(|part| part.starts_with([' ', '>']));
    parts.filter_map(|part| part.split_once('>')?.1.split(end.as_str()).next()).collect()
}

/// A section of the page.
fn section<'h>(html: &'h str, id: &str) -> &'h str {
    let (_, rest) = html.split_once(&format!("<section id=\"{id}\"")).unwrap();
    rest.split("</section>").next().unwrap()
}

#[test]
fn pages_are_valid_and_have_what_a_reader_needs() {
    let folder = Folder::new("factsheets");
    let out = folder.at("out");
    let list = folder.at("list.txt");
    fs::write(&list, "Utrecht\nAmeland\nNL01\n").unwrap();
    let (list, place) = (list.to_str().unwrap(), out.to_str().unwrap());
    let base = ["--base", "https://www.example.nl/factsheets"];
    drawn(&[&["--regions", list, "--out", place], &base[..]].concat());
    let expected = [
        ".kansrijke-start",
        "GM0060.html",
        "GM0344.html",
        "NL01.html",
        "factsheet.css",
        "index.html",
        "sitemap.xml",
    ];
    assert_eq!(names(&out), expected.map(str::to_string).into());
    fs::write(out.join("en.html"), drawn(&["GM0344", "--lang", "en"])).unwrap();
    let tool = project().join("xtask/node_modules/html-validate/bin/html-validate.mjs");
    assert!(tool.is_file(), "html-validate is not installed: cargo xtask test does that");
    let mut node = Command::new("node");
    node.arg(tool).arg("--config").arg(project().join(".htmlvalidate.json")).arg(&out);
    let said = node.output().unwrap();
    assert!(said.status.success(), "{}", String::from_utf8_lossy(&said.stdout));

    let page = fs::read_to_string(out.join("GM0344.html")).unwrap();
    assert_eq!(texts(&page, "h1"), ["Kansrijke Start in Utrecht"]);
    for part in ["<html lang=\"nl\">", "<main id=\"content\"", "href=\"#content\"", "<footer>"] {
        assert!(page.contains(part), "{part}");
    }
    let canonical =
        "<link rel=\"canonical\" href=\"https://www.example.nl/factsheets/GM0344.html\">";
    assert!(page.contains(canonical));
    // Data for machines are no script, and there is no other; no style stands in the page.
    assert_eq!(page.matches("<script").count(), 1);
    assert!(page.contains("<script type=\"application/ld+json\">"));
    assert!(!page.contains("style=") && !page.contains("<style"), "a style in the page");
    // The interval is there: a figure of Utrecht with its margin.
    assert!(page.contains("3,6<span class=\"margin\"> (2,1 tot 5,7)</span>"));
    assert!(page.contains("De marge van Utrecht is 2,1 tot 5,7 (95%)."));
    // Beside the country and the health region, and as old as it is.
    assert!(page.contains("GGD Regio Utrecht") && page.contains("2015 (11 jaar oud)"));
    // Every picture has its words and its table.
    let pictures = texts(&page, "figure");
    assert!(pictures.len() >= 3, "{}", pictures.len());
    for picture in pictures {
        assert!(picture.contains("role=\"img\"") && picture.contains("class=\"sentence\""));
        assert!(picture.contains("<table>") && picture.contains("<details>"));
    }
    // What is not there, and why.
    let absent = section(&page, "absent");
    assert!(absent.contains("Roken tijdens de zwangerschap: Nederland 6,3%"), "{absent}");
    assert!(absent.contains("Alcohol tijdens de zwangerschap: Trimbos-instituut"), "{absent}");
    let small = fs::read_to_string(out.join("GM0060.html")).unwrap();
    let absent = section(&small, "absent");
    assert!(absent.contains("te weinig kinderen of ouders"), "{absent}");
    assert!(absent.contains("<li>Kinderen met een moeder jonger dan 20 jaar"), "{absent}");

    let map = fs::read_to_string(out.join("sitemap.xml")).unwrap();
    let tree = roxmltree::Document::parse(&map).unwrap();
    let listed: Vec<&str> = tree
        .descendants()
        .filter(|n| n.has_tag_name(("http://www.sitemaps.org/schemas/sitemap/0.9", "loc")))
        .filter_map(|n| n.text())
        .collect();
    let files = ["index", "GM0344", "GM0060", "NL01"];
    let files = files.map(|name| format!("https://www.example.nl/factsheets/{name}.html"));
    assert_eq!(listed, files);
    let index = fs::read_to_string(out.join("index.html")).unwrap();
    assert!(index.contains("<a href=\"GM0060.html\">Ameland</a>"), "{index}");
    let english = fs::read_to_string(out.join("en.html")).unwrap();
    assert_eq!(texts(&english, "h1"), ["A good start in life in Utrecht"]);
    assert!(!english.contains("Wat hier niet staat"));
}

#[test]
fn headings_stand_in_order() {
    let page = drawn(&["GM0344"]);
    let mut last = 0;
    let levels: Vec<u32> = page
        .match_indices("<h")
        .filter_map(|(at, _)| page.get(at + 2..)?.chars().next()?.to_digit(10))
        .collect();
    assert!(levels.len() > 8, "{levels:?}");
    for level in levels {
        assert!(level <= last + 1, "{level} after {last}");
        last = level;
    }
}

#[test]
fn a_page_alone_is_one_file_with_a_policy() {
    let page = drawn(&["Utrecht"]);
    assert!(page.contains("default-src 'none'; style-src 'sha256-"), "no policy");
    assert!(!page.contains("rel=\"stylesheet\"") && page.matches("<style>").count() == 1);
    use base64::Engine as _;
    use sha2::{Digest, Sha256};
    let sheet = texts(&page, "style")[0];
    let hash = base64::engine::general_purpose::STANDARD.encode(Sha256::digest(sheet));
    assert!(page.contains(&format!("'sha256-{hash}'")), "the policy is of another sheet");
    // Whose is written otherwise is read as everywhere.
    assert_eq!(drawn(&["Gemeente Utrecht"]), page);
}

#[test]
fn nothing_is_lost() {
    let folder = Folder::new("factsheet-folder");
    let out = folder.at("out");
    let place = out.to_str().unwrap();
    drawn(&["GM0344", "--out", place]);
    let before = names(&out);
    for words in [
        &["Lutjebroek", "--out", place][..],
        &["--out", place],
        &["GM0344", "--all", "--out", place],
        &["GM0344", "--out", place, "--base", "javascript:alert(1)"],
        &["GM0344", "--out", place, "--template", "/nowhere.toml"],
        &["GM0344", "--out", place, "--indicator", "tienermoeders"],
    ] {
        let output = draw(words);
        assert!(!output.status.success(), "{words:?}");
        assert!(output.stdout.is_empty() && !output.stderr.is_empty(), "{words:?}");
        assert_eq!(names(&out), before, "{words:?}");
    }
    fs::write(out.join("brief.txt"), "x").unwrap();
    assert_eq!(draw(&["GM0344", "--out", place]).status.code(), Some(2));
    assert!(out.join("brief.txt").is_file());
    // A folder of charts is not one of factsheets.
    let charts = folder.at("charts");
    let mut program = Command::new(env!("CARGO_BIN_EXE_kansrijke-start"));
    let words = ["--indicator", "tienermoeders", "--region", "Leiden", "--all", "--out"];
    program.args(["draw", "--src"]).arg(figures()).args(words).arg(&charts);
    assert!(program.status().unwrap().success());
    assert_eq!(draw(&["GM0344", "--out", charts.to_str().unwrap()]).status.code(), Some(2));
    assert!(charts.join("tienermoeders/GM0546.svg").is_file());
}

/// A template of one section, with this above it.
fn template(above: &str) -> String {
    format!(
        "{above}\n[[section]]\nheading = {{ nl = \"Geboorten\", en = \"Births\" }}\n\
         indicators = [\"levendgeborenen\"]\n"
    )
}

#[test]
fn a_template_of_ones_own_has_text_colours_and_a_logo() {
    let folder = Folder::new("template");
    let sides = [200_u32, 100].map(u32::to_be_bytes).concat();
    let png = [b"\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR".as_slice(), &sides, &[8, 6, 0, 0, 0]].concat();
    fs::write(folder.at("logo.png"), &png).unwrap();
    let above = "[publisher]\nname = \"GGD <b>\"\naddress = \"https://www.example.nl/\"\n\
                 logo = \"logo.png\"\nlogo_text = { nl = \"GGD\", en = \"GGD\" }\n\
                 [colours]\nown = \"#00508c\"\n";
    let text = template(above)
        + "text = [{ nl = \"Een <script>alert(1)</script> & meer\", en = \"x\" }]\n";
    fs::write(folder.at("own.toml"), text).unwrap();
    let (own, out) = (folder.at("own.toml"), folder.at("out"));
    let own = own.to_str().unwrap();
    drawn(&["GM0344", "--template", own, "--out", out.to_str().unwrap()]);
    assert_eq!(fs::read(out.join("logo.png")).unwrap(), png);
    let page = fs::read_to_string(out.join("GM0344.html")).unwrap();
    assert!(page.contains("<p>Een &lt;script&gt;alert(1)&lt;/script&gt; &amp; meer</p>"));
    assert!(page.contains("<img src=\"logo.png\" alt=\"GGD\" width=\"112\" height=\"56\">"));
    assert!(page.contains("GGD &lt;b&gt;") && !page.contains("tienermoeders"));
    let sheet = fs::read_to_string(out.join("factsheet.css")).unwrap();
    assert!(sheet.contains("--own: #00508c;") && !sheet.contains("#8f1d5c"), "{sheet}");
    let alone = drawn(&["GM0344", "--template", own]);
    assert!(alone.contains("<img src=\"data:image/png;base64,"));
}

#[test]
fn a_template_that_means_nothing_is_refused_with_its_place_and_a_reason() {
    let folder = Folder::new("refused-template");
    fs::write(folder.at("logo.svg"), "<svg xmlns=\"http://www.w3.org/2000/svg\"/>").unwrap();
    let logo = "[publisher]\nname = \"x\"\nlogo = \"logo.svg\"\n";
    let long = format!("[publisher]\nname = \"{}\"\n", "x".repeat(300));
    for (text, said) in [
        (
            template("[colours]\nown = \"#e06ba8\""),
            "rij 2: gevonden bij own #e06ba8, met contrast 3,07 op wit papier; verwacht een contrast van ten minste 4,5",
        ),
        (
            template("[colours]\nown = \"red\""),
            "rij 2: gevonden bij own \"red\"; verwacht een kleur als #8f1d5c",
        ),
        (template("[colours]\nlucht = \"#000000\""), "de onbekende kleur lucht"),
        (
            template("[publisher]\nname = \"x\"\naddress = \"javascript:alert(1)\""),
            "rij 3: gevonden het adres \"javascript:alert(1)\"",
        ),
        (template(logo), "logo_text"),
        (
            template(&[logo, "logo_text = { nl = \"x\", en = \"x\" }"].concat()),
            "een bestand dat geen PNG of JPEG is",
        ),
        (template(&long), "bij name een tekst van 300 bytes"),
        (template("onbekend = 1"), "de onbekende sleutel onbekend"),
        (template("").replace("levendgeborenen", "bestaat-niet"), "indicator \"bestaat-niet\""),
        (template("").replace("levendgeborenen", "../index"), "indicator \"../index\""),
        (template("").replace("\"levendgeborenen\"", "\"big2\", \"big2\""), "tweemaal big2"),
        (template("") + "trends = [\"big2\"]\n", "ook bij indicators van dit stuk"),
        (String::new(), "geen [[section]]"),
        ("x".repeat(100_001), "een bestand van meer dan 100 kB"),
    ] {
        fs::write(folder.at("own.toml"), text).unwrap();
        let path = folder.at("own.toml");
        let output = draw(&["GM0344", "--template", path.to_str().unwrap()]);
        let found = String::from_utf8_lossy(&output.stderr).into_owned();
        assert_eq!(output.status.code(), Some(1), "{found}");
        assert!(output.stdout.is_empty() && found.contains(said), "{said}\n{found}");
    }
}

#[test]
fn without_a_browser_there_is_no_pdf_and_that_is_said() {
    let folder = Folder::new("pdf");
    let out = folder.at("out");
    let mut program = Command::new(env!("CARGO_BIN_EXE_kansrijke-start"));
    program.args(["draw", "--src"]).arg(figures()).args([
        "--factsheet",
        "GM0344",
        "--pdf",
        "--out",
    ]);
    let output = program.arg(&out).env("PATH", &folder.0).env("LC_ALL", "C").output().unwrap();
    let found = String::from_utf8_lossy(&output.stderr).into_owned();
    if !cfg!(target_os = "macos") {
        assert_eq!(output.status.code(), Some(2), "{found}");
        assert!(found.contains("geen Chromium of Google Chrome"), "{found}");
        assert!(!out.exists());
    }
}

#[test]
fn the_shipped_template_asks_for_indicators_of_the_catalogue() {
    use kansrijke_start::factsheet::template::{NAME, SHIPPED, Template};
    use kansrijke_start::prepare::recipe::catalogue;
    let catalogue = catalogue::parse("catalogue.toml", catalogue::SHIPPED, &[]).unwrap();
    let is_known = |id: &str| catalogue.iter().any(|entry| entry.definition.id == id);
    let template = Template::parse(NAME, SHIPPED, is_known).unwrap();
    assert!(template.indicators().count() > 25);
}
